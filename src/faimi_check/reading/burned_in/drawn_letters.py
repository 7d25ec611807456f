"""Whether a figure shows letters that are no text: its shapes alone are looked at, or its images as they are masked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import Any

from faimi_check.model.page import Box, Page
from faimi_check.reading.page.objects.leaves import leaves
from faimi_check.reading.page.sight.marks import lettered
from faimi_check.reading.page.sight.pieces import FEWEST_LETTERS, stretches_of
from faimi_check.reading.page.sight.rendering import Raster, cropped, render, without

# Points: a line of letters is at least as wide, and a bar that holds one has such a height.
MIN_LINE = 60.0
_BAR_HEIGHTS = (5.0, 40.0)
_LETTER_HEIGHT = (1.5, 16.0)
# Points round a line of letters.
_ROUND = 6.0
_SCALE = 2.0
_MOST_BARS, _MOST_ROWS = 40, 60
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


def wholes(page: Page) -> list[Box]:
    """The figures of a page; the parts above one caption as one, since words are drawn with gaps between them."""
    found: dict[str, Box] = {}
    for number, figure in enumerate(page.figures):
        key = figure.caption or f"without caption {number}"
        found[key] = found[key].union(figure.box) if key in found else figure.box
    return list(found.values())


def astray(page: Page) -> tuple[Box, ...]:
    """Round the lines of shapes as high as letters that stand in no figure and where no text does, as one."""
    small = [drawing.box for drawing in page.drawings if is_letter(drawing.box)]
    if len(small) < FEWEST_LETTERS:
        return ()
    held = [*wholes(page), *page.painted]
    rows = stretches_of([box for box in small if not any(holds(one, box) for one in held)])[:_MOST_ROWS]
    free = [row for row in rows if not any(row.overlap(run.box) > 0 for run in page.runs)]
    return (reduce(Box.union, free),) if free else ()


def round_it(box: Box) -> Box:
    """A box with some white round a line of letters."""
    return box.grown(_ROUND)


def is_letter(box: Box) -> bool:
    """Whether a shape is as high and as wide as a letter."""
    lowest, highest = _LETTER_HEIGHT
    return lowest <= box.height <= highest and 0 < box.width <= 2 * highest


def holds(outer: Box, inner: Box) -> bool:
    """Whether a box lies in another one, but for a point."""
    return (
        outer.x0 - 1 <= inner.x0
        and inner.x1 <= outer.x1 + 1
        and outer.top - 1 <= inner.top
        and inner.bottom <= outer.bottom + 1
    )
