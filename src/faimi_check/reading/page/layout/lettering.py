"""Lettering of drawn figures outside their boxes: between a drawing and its caption, above it and beside it.

What stands there and is not set as the lines of the text belongs to the figure, in whatever size and typeface.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from faimi_check.model.page import Box, Line, Page, Region
from faimi_check.reading.page.layout.set_text import follow_each_other, set_as_text
from faimi_check.reading.page.layout.titles import opens_abstract, opens_figure, opens_keywords
from faimi_check.reading.page.layout.typography import Typography

# Points: how far labels stand beside a drawing, its caption below it, and what two boxes that touch may share: drawings
# are found on a grid of so many.
_BESIDE = 40.0
_DEEPEST = 120.0
_SLACK = 4.0
# Times the leading: how far a label stands above or below a drawing.
_NEAR = 2.2
_LONGEST_LABEL = 100
_FEWEST_LETTERS, _LETTER_SHARE = 3, 0.6
_ROUNDS = 3
_MAX_LINES = 1_500
_HEADING_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}\.|[A-H]\.)\s")
_FLOATS = frozenset({Region.CAPTION, Region.TABLE_TEXT})


def mark_lettering(lines: list[Line], boxes: Sequence[Box], page: Page, style: Typography) -> None:
    """Gives the lettering outside the `boxes` of a page's figures its region in `lines`."""
    if boxes and len(lines) <= _MAX_LINES and any(line.region is Region.BODY for line in lines):
        for index in _Lettering(lines, boxes, page, style).found():
            lines[index] = msgspec.structs.replace(lines[index], region=Region.FIGURE_TEXT)


class _Lettering:
    """Looks for the lettering of one page; lines go by their indexes."""

    def __init__(self, lines: Sequence[Line], boxes: Sequence[Box], page: Page, style: Typography) -> None:
        self._lines = lines
        self._boxes = boxes
        self._number = page.number
        self._leading = style.leading
        self._text, self._full, self._narrow = set_as_text(lines, style)
        # Where a second column starts.
        self._split = min((line.box.x0 for line in lines if line.column), default=page.width)

    def found(self) -> set[int]:
        """The lettering between drawings and captions, and what stands near drawings and near such lettering."""
        captions = [one for one in self._lines if one.region is Region.CAPTION and opens_figure(one.text)]
        found = {index for caption in captions for index in self._above(caption, captions)}
        return found | self._near([*self._boxes, *(self._lines[at].box for at in found)], found)

    def _above(self, caption: Line, captions: Sequence[Line]) -> Iterable[int]:
        """The lines between a caption and the drawing above it, and those among the parts of that drawing."""
        limit = caption.box.top
        boxes = [box for box in self._boxes if box.bottom <= limit + _SLACK and self._in_one_column(box, caption.box)]
        foot = max((box.bottom for box in boxes), default=0.0) - _SLACK
        if not boxes or limit - foot > _DEEPEST:
            return ()
        wide = [caption.box, *(box for box in boxes if box.bottom > foot + _SLACK - self._leading)]
        core = Box(min(box.x0 for box in wide), 0.0, max(box.x1 for box in wide), limit)
        column = [at for at, line in enumerate(self._lines) if self._in_one_column(line.box, caption.box)]
        between = [at for at in column if foot < self._lines[at].baseline < limit]
        if any(self._ends(at, core, self._full) for at in between):
            return ()
        higher = [at for at in column if self._lines[at].baseline <= foot]
        inner = {at for at in higher if at in self._narrow and self._is_under(self._lines[at], boxes)}
        stops = [self._lines[at].box.bottom for at in higher if at not in inner and self._ends(at, core, self._text)]
        top = max(stops, default=0.0)
        head = min((box.top for box in boxes if box.top >= top - _SLACK), default=None)
        if head is None:
            return ()
        captioned = any(0 <= head - one.box.bottom < _BESIDE for one in captions)
        # A page begins with nothing but lettering where no text stands above the drawing.
        opens = not stops and self._number > 1
        return (
            *(at for at in between if self._is_free(at) or not (captioned or self._is_aside(at, core))),
            *(at for at in higher if (at in inner or self._is_free(at)) and self._lines[at].baseline > head),
            *(at for at in higher if opens and self._is_free(at) and _may_label(self._lines[at])),
        )

    def _near(self, boxes: Sequence[Box], known: set[int]) -> set[int]:
        """Labels above, below or beside a drawing, apart from all text, and further labels at these."""
        front = self._front()
        labels = {at for at in range(front, len(self._lines)) if self._is_free(at) and _may_label(self._lines[at])}
        labels -= known
        found: set[int] = set()
        for _ in range(_ROUNDS):
            close = [at for at in labels if any(self._is_at(self._lines[at].box, box) for box in boxes)]
            labels.difference_update(close)
            new = [at for at in close if not self._follows_text(self._lines[at])]
            boxes = [self._lines[at].box for at in new]
            found.update(new)
        return found

    def _front(self) -> int:
        """The first line behind title, authors and the beginning of the abstract."""
        if self._number > 1:
            return 0
        opened = (at for at, one in enumerate(self._lines) if opens_abstract(one.text) or opens_keywords(one.text))
        return max(opened, default=len(self._lines)) + 1

    def _is_free(self, at: int) -> bool:
        return self._lines[at].region is Region.BODY and at not in self._text

    def _ends(self, at: int, core: Box, text: frozenset[int]) -> bool:
        """Whether a figure ends at a line below or above it: text, or another float."""
        line = self._lines[at]
        return (line.region in _FLOATS or at in text) and line.box.overlap(core) > 0

    def _is_under(self, line: Line, boxes: Sequence[Box]) -> bool:
        """Whether a line stands right below a part of a drawing, as the label of one in an upper row does."""
        reach = _NEAR * self._leading
        under = any(
            -_SLACK <= line.box.top - box.bottom < reach and _shared(line.box, box) >= 0.5 * line.box.width
            for box in boxes
        )
        return under and _may_label(line)

    def _is_aside(self, at: int, core: Box) -> bool:
        """Whether a line is no body text in a figure's column: it stands beside that, or is lettering already."""
        line = self._lines[at]
        return line.region is not Region.BODY or _shared(line.box, core) < 0.5 * line.box.width

    def _follows_text(self, line: Line) -> bool:
        """Whether a line stands right below or above text: a displayed formula, the last item of a list."""
        return any(follow_each_other(self._lines[at], line, self._leading) for at in self._text)

    def _is_at(self, label: Box, box: Box) -> bool:
        apart = max(box.top - label.bottom, label.top - box.bottom)
        if apart > _NEAR * self._leading - label.height or not self._in_one_column(label, box):
            return False
        if apart <= -0.5 * label.height:
            return _shared(label, box) >= -_BESIDE
        return _shared(label, box) >= 0.5 * min(label.width, box.width)

    def _in_one_column(self, one: Box, other: Box) -> bool:
        """Whether two boxes share a column; what crosses the gutter is in both."""
        before, behind = self._split - _SLACK, self._split + 2 * _SLACK
        return (one.x0 < before and other.x0 < before) or (one.x1 > behind and other.x1 > behind)


def _shared(one: Box, other: Box) -> float:
    """How much two boxes share of the page's width; below 0, how far they are apart."""
    return min(one.x1, other.x1) - max(one.x0, other.x0)


def _may_label(line: Line) -> bool:
    """Whether a line may be a label, by itself: words, neither a heading nor a numbered formula."""
    text = line.text
    if line.bold or len(text) > _LONGEST_LABEL or text[-1:] == ")":
        return False
    letters = sum(character.isalpha() for character in text)
    enough = letters >= _FEWEST_LETTERS and letters >= _LETTER_SHARE * len(text)
    return enough and _HEADING_NUMBER.match(text) is None
