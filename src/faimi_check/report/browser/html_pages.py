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
# More numbers than these on a page may lie on each other: nobody reads them there.
_MOST_LABELS = 200
# A number's plate: what each digit takes, what is left and right of them, and how high it is, with room to the next.
_DIGIT = 8.0
_SIDES = 8.0
_LABEL_HEIGHT = 15.0
_GAP = 1.5


class Label(msgspec.Struct, frozen=True):
    """The plate with a finding's number, which lies on no other one."""

    x: float
    y: float
    width: float
    height: float = _LABEL_HEIGHT

    def meets(self, other: Label) -> bool:
        """Whether the two lie on each other."""
        across = self.x < other.x + other.width + _GAP and other.x < self.x + self.width + _GAP
        return across and abs(self.y - other.y) < _LABEL_HEIGHT + _GAP


class BoxView(msgspec.Struct, frozen=True):
    """A finding's box in points from the top left of the page; `label` is where its number stands, clear of others."""

    number: int
    severity: Severity
    x: float
    y: float
    width: float
    height: float
    label: Label


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
    """The boxes as they are drawn, a large one below those that lie in it; each number is free of all others."""
    taken: list[Label] = []
    boxes: list[BoxView] = []
    for box in filter(None, (_box(*each, width, height) for each in on_page)):
        label = _free(box.label, taken, width, height) if len(taken) < _MOST_LABELS else box.label
        taken.append(label)
        boxes.append(msgspec.structs.replace(box, label=label))
    return tuple(sorted(boxes, key=lambda box: -box.width * box.height))


def _free(wanted: Label, taken: list[Label], width: float, height: float) -> Label:
    """The free place nearest to the wanted one: to the right of it, else to the left, else in a row below or above."""
    step = _LABEL_HEIGHT + _GAP
    rows = sorted((round(wanted.y + step * row, 1) for row in range(-60, 61)), key=lambda y: abs(y - wanted.y))
    for y in rows:
        if not 0 <= y <= max(0.0, height - _LABEL_HEIGHT):
            continue
        here = [other for other in taken if abs(other.y - y) < step]
        edges = (edge for other in here for edge in (other.x + other.width + _GAP, other.x - wanted.width - _GAP))
        places = [wanted.x, *edges]
        for x in sorted(places, key=lambda x: (x < wanted.x, abs(x - wanted.x))):
            place = msgspec.structs.replace(wanted, x=round(x, 1), y=y)
            if 0 <= x <= width - wanted.width and not any(map(place.meets, here)):
                return place
    return wanted


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
    label = _label(number, x0, top, down, width, height)
    return BoxView(number, finding.severity, round(x0, 1), round(top, 1), round(across, 1), round(down, 1), label)


def _label(number: int, x: float, top: float, down: float, width: float, height: float) -> Label:
    """Above the box, or below it where there is no room; on the page in any case."""
    wide = _SIDES + _DIGIT * len(str(number))
    y = top - _LABEL_HEIGHT if top >= _LABEL_HEIGHT else top + down
    return Label(round(max(0.0, min(x, width - wide)), 1), round(max(0.0, min(y, height - _LABEL_HEIGHT)), 1), wide)
