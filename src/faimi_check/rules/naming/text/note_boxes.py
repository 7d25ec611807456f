"""Notes in boxes beside the text or across it, as todonotes sets them."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import Location
from faimi_check.model.page import FURNITURE, Box, Drawing, Line, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.rules.memory import once_a_paper

_MOST = 50
_MOST_DRAWINGS = 2_000
_LEAST_WIDTH, _LEAST_HEIGHT = 30.0, 8.0
_TALLEST_SHARE = 0.5
# Points outside the text block from which a box stands in the margin.
_BESIDE = 6.0
# Nobody but todonotes fills boxes so: orange by default; its manual and users take these others.
_ORANGE = (0xFF, 0x80, 0x00)
_NEAR = 4


@once_a_paper
def note_boxes(paper: Paper) -> tuple[tuple[str, Location], ...]:
    """The words of each box that holds a note, with its place."""
    block = paper.layout.text_block
    found: list[tuple[str, Location]] = []
    for page in paper.pages:
        for box in _boxes(page, block) if len(found) < _MOST else ():
            words = " ".join(line.text for line in page.lines if _is_inside(line, box))
            if any(sign.isalpha() for sign in words):
                bbox = tuple(round(side, 1) for side in box)
                found.append((words[:200], Location(file=paper.file, page=page.number, bbox=bbox)))
    return tuple(found[:_MOST])


def _boxes(page: Page, block: tuple[float, float, float, float] | None) -> Iterator[Box]:
    """Boxes in a margin with a fill or frame, and orange ones wherever they stand, each place once."""
    seen: list[Box] = []
    for drawing in page.drawings[:_MOST_DRAWINGS]:
        box = drawing.box
        if box.width < _LEAST_WIDTH or not _LEAST_HEIGHT <= box.height <= _TALLEST_SHARE * page.height:
            continue
        if not (_is_orange(drawing) or (block is not None and _in_margin(box, block) and _is_coloured(drawing))):
            continue
        if all(box.overlap(other) < 0.5 * box.width * box.height for other in seen):
            seen.append(box)
            yield box


def _is_orange(drawing: Drawing) -> bool:
    return drawing.fill is not None and all(
        abs((drawing.fill >> shift & 0xFF) - wanted) <= _NEAR
        for shift, wanted in zip((24, 16, 8), _ORANGE, strict=True)
    )


def _is_coloured(drawing: Drawing) -> bool:
    """Whether a box is filled with a colour, not with white or grey."""
    if drawing.fill is None:
        return False
    channels = [drawing.fill >> shift & 0xFF for shift in (24, 16, 8)]
    return max(channels) - min(channels) > 0x18


def _in_margin(box: Box, block: tuple[float, float, float, float]) -> bool:
    return box.x0 >= block[2] + _BESIDE or box.x1 <= block[0] - _BESIDE


def _is_inside(line: Line, box: Box) -> bool:
    return (
        line.region not in FURNITURE - {Region.LINE_NUMBER}
        and box.x0 - 2 <= line.box.x0
        and line.box.x1 <= box.x1 + 2
        and box.top - 2 <= line.baseline <= box.bottom + 2
    )
