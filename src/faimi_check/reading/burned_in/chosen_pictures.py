"""Which pictures of a paper are read: raster images, drawn figures and scanned pages, each as an array."""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

from faimi_check.model.page import Box, Page
from faimi_check.model.paper import Paper
from faimi_check.reading.burned_in.drawn_letters import (
    MIN_LINE,
    astray,
    draws_letters,
    holds,
    is_letter,
    masks_letters,
    round_it,
    wholes,
)
from faimi_check.reading.burned_in.letters import as_read
from faimi_check.reading.limits import BurnedInLimits
from faimi_check.reading.page.objects.leaves import leaves
from faimi_check.reading.page.objects.open_pages import turn

if TYPE_CHECKING:
    import pypdfium2

# Smaller images are bullets, logos of licences, and slices that only make sense side by side.
_MIN_PIXELS = (90, 14)
_MIN_POINTS = (24.0, 9.0)
# A figure whose letters are outlines has many small shapes and next to no text.
_OUTLINES = 12
_FEW_RUNS = 3
# Modules of a QR code are small squares, hundreds of them.
_MODULES = 100
_MODULE = 6.0
_FIGURE_DPI = 170
_SCAN_DPI = 120
_CODE_DPI = 110
_SLICES = 6
_LEAST_PIXELS = 3
TOO_MUCH = "so much is drawn there that it takes too long"
NOT_DECODED = "an image cannot be decoded"


class Picture(NamedTuple):
    """A picture to read: a (height, width, 3) array of bytes, and where it stands; `only_codes` where it has text.

    `pixels` is None where it cannot be made or would take too long, and `why` says so in words that end a sentence.
    """

    pixels: Any
    page: int
    box: Box
    is_page: bool = False
    only_codes: bool = False
    why: str = ""


def chosen_pictures(document: pypdfium2.PdfDocument, paper: Paper, limits: BurnedInLimits) -> Iterator[Picture]:
    """Each picture once, page by page."""
    seen: set[bytes] = set()
    for page in paper.pages:
        with closing(document[page.number - 1]) as opened:
            if page.turned:
                turn(opened.raw, page.turned)
            if page.thumbnail_differs:
                yield from _small(opened.raw, page)
            if page.scanned:
                whole = Box(0.0, 0.0, page.width, page.height)
                yield from (
                    picture._replace(is_page=True) for picture in _rendered(opened, page, whole, _SCAN_DPI, limits)
                )
                continue
            for picture in (*_images(opened, page, limits), *_drawn(opened, page, limits)):
                if picture.pixels is None:
                    yield picture
                    continue
                digest = hashlib.sha256(picture.pixels.tobytes()).digest()
                if digest not in seen:
                    seen.add(digest)
                    yield picture


def _small(raw: Any, page: Page) -> Iterator[Picture]:
    """The thumbnail of a page: no page shows it, but it lies in the file."""
    import cv2
    import numpy as np

    from faimi_check.reading.page.sight.thumbnails import thumbnail

    small = thumbnail(raw)
    if small is not None:
        pixels = as_read(cv2.cvtColor(np.asarray(small), cv2.COLOR_RGB2BGR))
        yield Picture(pixels, page.number, Box(0.0, 0.0, page.width, page.height))


def _images(opened: Any, page: Page, limits: BurnedInLimits) -> Iterator[Picture]:
    """The raster images of a page in drawing order."""
    chosen = [image for image in page.images if _is_large(image.box)]
    handles = _image_handles(opened.raw) if chosen else {}
    for image in chosen:
        width, height = image.pixels
        if not _has_pixels(image.pixels):
            yield from _masked(opened, page, image.box, limits)
            continue
        if width * height > limits.max_pixels:
            yield Picture(None, page.number, image.box, why=f"an image of {width} x {height} pixels is too large")
            continue
        pixels = _decoded(handles.get(image.order))
        held = Picture(pixels, page.number, image.box, why="" if pixels is not None else NOT_DECODED)
        plain = pixels is not None and (pixels == pixels[0, 0]).all()
        yield from (list(_masked(opened, page, image.box, limits)) if plain else ()) or (held,)


def _masked(opened: Any, page: Page, box: Box, limits: BurnedInLimits) -> Iterator[Picture]:
    """An image of one colour, or of a few pixels, as it is shown where its mask draws letters."""
    if box.width >= MIN_LINE and masks_letters(opened.raw, page, box):
        yield from _rendered(opened, page, box, _FIGURE_DPI, limits)


def _image_handles(raw: Any) -> dict[int, int]:
    """The images of a page by their place in drawing order, which the page's facts name them by."""
    import pypdfium2.raw as pdfium

    return {order: handle for order, (handle, kind, _) in enumerate(leaves(raw)) if kind == pdfium.FPDF_PAGEOBJ_IMAGE}


def _decoded(handle: int | None) -> Any:
    """The image as it lies in the file; None where it cannot be had."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    bitmap = pdfium.FPDFImageObj_GetBitmap(ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)) if handle else None
    return _pixels_of(pypdfium2.PdfBitmap.from_raw(bitmap)) if bitmap else None


def _has_pixels(size: tuple[int, int]) -> bool:
    return all(one >= least for one, least in zip(sorted(size, reverse=True), _MIN_PIXELS, strict=True))


def _is_large(box: Box) -> bool:
    longer, shorter = sorted((box.width, box.height), reverse=True)
    return longer >= _MIN_POINTS[0] and shorter >= _MIN_POINTS[1]


def _drawn(opened: Any, page: Page, limits: BurnedInLimits) -> Iterator[Picture]:
    """Figures as a reader sees them where their letters are outlines, or their image is cut into slices."""
    coded = sum(_is_module(drawing.box) for drawing in page.drawings) >= _MODULES
    shown = False
    for box in page.painted:
        yield from _rendered(opened, page, round_it(box), _FIGURE_DPI, limits)
    for whole in wholes(page):
        texts = sum(whole.overlap(run.box) > 0 for run in page.runs)
        letters = sum(is_letter(drawing.box) and holds(whole, drawing.box) for drawing in page.drawings)
        slices = sum(holds(whole, image.box) for image in page.images)
        told = (letters >= _OUTLINES and texts <= _FEW_RUNS) or slices >= _SLICES
        painted = any(whole.overlap(box) > 0 for box in page.painted)
        if told or (not painted and draws_letters(opened.raw, page, whole)):
            shown = True
            yield from _rendered(opened, page, whole, _FIGURE_DPI, limits)
    for box in astray(page):
        yield from _rendered(opened, page, round_it(box), _FIGURE_DPI, limits)
    if coded and not shown:
        whole = Box(0.0, 0.0, page.width, page.height)
        yield from (picture._replace(only_codes=True) for picture in _rendered(opened, page, whole, _CODE_DPI, limits))


def _is_module(box: Box) -> bool:
    return 0 < box.height <= _MODULE and box.width > 0


def _rendered(opened: Any, page: Page, box: Box, dpi: float, limits: BurnedInLimits) -> Iterator[Picture]:
    """A part of a page as shown, if there is any of it to see."""
    box = Box(max(0.0, box.x0), max(0.0, box.top), min(page.width, box.x1), min(page.height, box.bottom))
    scale = min(dpi / 72, 2000 / max(box.width, box.height, 1.0))
    # What lies beside the page, or has no width, shows nothing; the library takes no such stretch.
    if min(box.width, box.height) * scale < _LEAST_PIXELS:
        return
    if len(page.drawings) > limits.max_drawings:
        yield Picture(None, page.number, box, why=TOO_MUCH)
        return
    crop = (box.x0, page.height - box.bottom, page.width - box.x1, box.top)
    pixels = _pixels_of(opened.render(scale=scale, crop=crop, may_draw_forms=False))
    yield Picture(pixels, page.number, box, why="" if pixels is not None else NOT_DECODED)


def _pixels_of(bitmap: Any) -> Any:
    """PDFium's bitmap as an array, blue first, no larger than it is read; None for an empty one."""
    import cv2

    if not bitmap.width or not bitmap.height:
        return None
    array = bitmap.to_numpy()
    channels = 1 if array.ndim == 2 else array.shape[2]
    if channels == 1:
        return cv2.cvtColor(as_read(array.reshape(bitmap.height, bitmap.width)), cv2.COLOR_GRAY2BGR)
    return cv2.cvtColor(as_read(array), cv2.COLOR_BGRA2BGR) if channels == 4 else as_read(array).copy()
