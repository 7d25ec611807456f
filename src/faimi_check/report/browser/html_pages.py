"""The pages of the HTML report: each with its kind, its picture and the boxes of the findings on it."""

from __future__ import annotations

import math

import msgspec

from faimi_check.model.finding import Finding, Severity
from faimi_check.model.picture import PagePicture, Pictures
from faimi_check.model.report import SubmissionReport
from faimi_check.report.wording.digest import page_strip

_LETTER = (612.0, 792.0)
_MARGIN = 2.0
_SMALLEST = 8.0
# Room for a number of two digits in the type of the labels.
_MOST_LABELS = 200
_LABEL_WIDTH = 20.0
_LABEL_HEIGHT = 13.0


class BoxView(msgspec.Struct, frozen=True):
    """A finding's box in points from the top left of the page; `label` is where its number stands, clear of others."""

    number: int
    severity: Severity
    x: float
    y: float
    width: float
    height: float
    label: tuple[float, float]


class PageView(msgspec.Struct, frozen=True, kw_only=True):
    """One page as drawn. `findings` are those on it by number, with a box or without."""

    number: int
    kind: str
    over: bool
    width: float
    height: float
    jpeg: bytes
    missing: str
    boxes: tuple[BoxView, ...]
    findings: tuple[tuple[int, Finding], ...]


def page_views(submission: SubmissionReport, pictures: Pictures, findings: list[tuple[int, Finding]]) -> list[PageView]:
    """The pages that have a picture, or a blank frame in its stead. Pages of PDFs inside the zip are not among them."""
    here: dict[int, list[tuple[int, Finding]]] = {}
    for number, finding in findings:
        where = finding.where
        if where.page is not None and where.member is None:
            for page in dict.fromkeys((where.page, *where.pages)):
                here.setdefault(page, []).append((number, finding))
    cells = {cell.number: cell for cell in page_strip(submission.pages)} if submission.pages else {}
    views = []
    for picture in pictures.pages:
        cell = cells.get(picture.number)
        width, height = _size(picture)
        on_page = here.get(picture.number, [])
        views.append(
            PageView(
                number=picture.number,
                kind=cell.kind if cell else "content",
                over=cell.over if cell else False,
                width=width,
                height=height,
                jpeg=picture.jpeg,
                missing=picture.missing,
                boxes=_boxes([each for each in on_page if each[1].where.page == picture.number], width, height),
                findings=tuple(on_page),
            )
        )
    return views


def _size(picture: PagePicture) -> tuple[float, float]:
    if 0 < picture.width < math.inf and 0 < picture.height < math.inf:
        return picture.width, picture.height
    return _LETTER


def _boxes(on_page: list[tuple[int, Finding]], width: float, height: float) -> tuple[BoxView, ...]:
    """The boxes, their numbers side by side where boxes lie on each other."""
    boxes: list[BoxView] = []
    taken: list[tuple[float, float]] = []
    for each in on_page:
        box = _box(*each, width, height)
        if box is None:
            continue
        x, y = box.label
        # Numbers of a hundred boxes at one place may lie on each other: nobody reads them there.
        while len(taken) < _MOST_LABELS and any(
            abs(x - other[0]) < _LABEL_WIDTH and abs(y - other[1]) < _LABEL_HEIGHT for other in taken
        ):
            x += _LABEL_WIDTH
            if x > width - _LABEL_WIDTH:
                x, y = box.label[0], y + _LABEL_HEIGHT
        taken.append((x, y))
        boxes.append(msgspec.structs.replace(box, label=(round(x, 1), round(y, 1))))
    return tuple(boxes)


def _box(number: int, finding: Finding, width: float, height: float) -> BoxView | None:
    """The finding's box cut to the page, and large enough to be seen. None where it has none, or none on the page."""
    box = finding.where.bbox
    if box is None or len(box) != 4 or not all(map(math.isfinite, box)):
        return None
    x0, top = max(0.0, min(box[0], box[2]) - _MARGIN), max(0.0, min(box[1], box[3]) - _MARGIN)
    x1, bottom = min(width, max(box[0], box[2]) + _MARGIN), min(height, max(box[1], box[3]) + _MARGIN)
    if x1 <= x0 or bottom <= top:
        return None
    across, down = max(x1 - x0, _SMALLEST), max(bottom - top, _SMALLEST)
    label = (round(x0, 1), round(top - 3 if top > 20 else top + down + 15, 1))
    return BoxView(number, finding.severity, round(x0, 1), round(top, 1), round(across, 1), round(down, 1), label)
