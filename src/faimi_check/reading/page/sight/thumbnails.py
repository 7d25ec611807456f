"""The small picture (thumbnail) that a file may hold of a page, and whether it shows the page as it is.

No page shows it and no program makes it anew: one that was made of the named version still shows the names.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from faimi_check.model.page import Box, Page
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.reading.page.objects.direct import direct
from faimi_check.reading.page.sight.rendering import render

if TYPE_CHECKING:
    from PIL.Image import Image

# Pixels: of less width, a line of letters is a shade of grey that each program has its own of.
_NARROWEST, _COMPARED, _FINER = 150, 240, 4
_LARGEST = 2_000_000
# Sides by one another: programs round to whole pixels.
_SAME_FORM = 0.06
# Points within which ink of both may be the same; what is white all around there, and what is ink, in how many pixels.
_NEAR, _WHITE, _INK, _FEWEST = 4.0, 230, 200, 10
_MOST_BOXES = 5_000
# The outer part, where some programs draw a frame or a shadow.
_FRAME = 0.02

_get_size = direct(pdfium.FPDFPage_GetRawThumbnailData)


def shows_another(raw: Any, page: Page) -> tuple[bool, tuple[Problem, ...]]:
    """Whether a page's thumbnail shows something else than the page, and what is not known of that."""
    size = _get_size(raw, None, 0)
    if not size:
        return False, ()
    if size > _LARGEST:
        return False, (_unknown(page, "is too large to be looked at"),)
    small = thumbnail(raw)
    if small is None:
        return False, (_unknown(page, "could not be read"),)
    if small.width < _NARROWEST:
        return False, (_unknown(page, "is too small to be compared with it"),)
    return _differs(raw, page, small), ()


def _unknown(page: Page, what: str) -> Problem:
    detail = f"The small picture (thumbnail) of page {page.number} {what}: it may show the page as it was before."
    return Problem(kind=ProblemKind.DAMAGED, aspects=(Aspect.OBJECTS,), detail=detail, page=page.number)


def thumbnail(raw: Any) -> Image | None:
    """The thumbnail of a page that PDFium has loaded, None where it has none or it cannot be decoded."""
    import pypdfium2

    bitmap = pdfium.FPDFPage_GetThumbnailAsBitmap(raw)
    try:
        # A copy: the picture itself is PDFium's.
        return pypdfium2.PdfBitmap.from_raw(bitmap).to_pil().convert("RGB") if bitmap else None
    except Exception:  # a bitmap without pixels, or in no format that is known
        return None


def _differs(raw: Any, page: Page, small: Image) -> bool:
    from PIL import Image

    form = small.height * page.width / (small.width * page.height)
    if abs(form - 1) > _SAME_FORM:
        return True
    whole, size = Box(0.0, 0.0, page.width, page.height), (page.width, page.height)
    scale = min(small.width, _COMPARED) / page.width
    # What programs make of thin strokes at a small size lies between what is drawn so and what is made smaller.
    shown, fine = (render(raw, size, whole, times * scale, colour=False) for times in (1, _FINER))
    if shown is None or fine is None:
        return False
    drawn, shrunk = (Image.frombytes("L", (one.width, one.height), bytes(one.pixels)) for one in (shown, fine))
    pictures = [drawn, shrunk.resize(drawn.size, Image.Resampling.BOX)]
    other = small.convert("L").resize(drawn.size, Image.Resampling.BOX)
    return _odd_ink(pictures, other, scale, [_scaled(box, scale) for box in _drawn_boxes(page)]) >= _FEWEST


def _drawn_boxes(page: Page) -> Iterator[Box]:
    """Where pictures and drawings stand: programs differ in how they make these small."""
    yield from (image.box for image in page.images)
    yield from (figure.box for figure in page.figures)
    yield from (drawing.box for drawing in page.drawings if not drawing.shows_nothing)


def _scaled(box: Box, scale: float) -> tuple[int, int, int, int]:
    x0, top, x1, bottom = (round(side * scale) for side in box)
    return x0 - 1, top - 1, x1 + 2, bottom + 2


def _odd_ink(drawn: list[Image], other: Image, scale: float, left_out: list[tuple[int, int, int, int]]) -> int:
    """How many pixels of one are inked with nothing near in the other."""
    from PIL import ImageChops, ImageFilter

    nearby = ImageFilter.MinFilter(2 * ceil(_NEAR * scale) + 1)
    white, inked = [255 * (grey >= _WHITE) for grey in range(256)], [255 * (grey <= _INK) for grey in range(256)]
    darkest, lightest = ImageChops.darker(*drawn), ImageChops.lighter(*drawn)
    added = ImageChops.darker(darkest.filter(nearby).point(white), other.point(inked))
    missing = ImageChops.darker(other.filter(nearby).point(white), lightest.point(inked))
    width, height = other.size
    across, down = int(_FRAME * width), int(_FRAME * height)
    odd = ImageChops.lighter(added, missing)
    for box in left_out[:_MOST_BOXES]:
        odd.paste(0, box)
    return sum(odd.crop((across, down, width - across, height - down)).histogram()[_INK:])
