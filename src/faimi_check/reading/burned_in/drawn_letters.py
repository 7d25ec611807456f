"""Whether a figure shows letters that are no text: its shapes alone are looked at, or its images as they are masked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from faimi_check.model.page import Box, Page
from faimi_check.reading.page.objects.leaves import leaves
from faimi_check.reading.page.sight.marks import lettered
from faimi_check.reading.page.sight.rendering import Raster, cropped, render, without

# Points: a line of letters is at least as wide, and a bar that holds one has such a height.
MIN_LINE = 60.0
_BAR_HEIGHTS = (5.0, 40.0)
_SCALE = 2.0
_MOST_BARS = 40
_MOST_OBJECTS = 20_000


def draws_letters(raw: Any, page: Page, whole: Box) -> bool:
    """Whether lines of letters are seen in a figure without its text and its images, also light ones in a dark bar."""
    held = [drawing.box for drawing in page.drawings if drawing.box.overlap(whole) > 0]
    if whole.width < MIN_LINE or not held:
        return False
    raster = _seen(raw, page, whole, texts=True, images=True)
    if raster is None:
        return False
    low, high = _BAR_HEIGHTS
    bars = [box for box in held if box.width >= MIN_LINE and low <= box.height <= high]
    return bool(lettered(raster)) or _any_lettered(cropped(raster, box) for box in bars[:_MOST_BARS])


def masks_letters(raw: Any, page: Page, box: Box) -> bool:
    """Whether lines of letters are seen where an image stands, without the text."""
    raster = _seen(raw, page, box, texts=True, images=False)
    return raster is not None and bool(lettered(raster))


def _any_lettered(rasters: Iterable[Raster]) -> bool:
    return any(lettered(raster) for raster in rasters if raster.width > 0 < raster.height)


def _seen(raw: Any, page: Page, box: Box, *, texts: bool, images: bool) -> Raster | None:
    import pypdfium2.raw as pdfium

    kinds = {pdfium.FPDF_PAGEOBJ_TEXT: texts, pdfium.FPDF_PAGEOBJ_IMAGE: images}
    off = [handle for handle, kind, _ in leaves(raw) if kinds.get(kind)]
    if len(off) > _MOST_OBJECTS:
        return None
    with without(off):
        return render(raw, (page.width, page.height), box, _SCALE, colour=False, notes=False)
