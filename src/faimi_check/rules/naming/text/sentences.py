"""A paper's sentences, each with the kind of place it stands in and the sentence before it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.passage import Passage, join
from faimi_check.model.sentence import sentence_ends
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.text.prose import margins, own_text

_PLACES = {
    Region.FOOTNOTE: "footnote",
    Region.CAPTION: "caption",
    Region.TABLE_TEXT: "table",
    Region.FIGURE_TEXT: "figure",
    Region.ROTATED: "figure",
    Region.HEADING: "heading",
    Region.RUNNING_HEAD: "margin",
    Region.FOOTER: "margin",
}
# Each line stands for itself there.
_BY_LINE = frozenset({"table", "figure", "heading", "margin"})
_LONGEST = 1_200
# A line that opens an item of a list, a comment of a listing or a command.
_OPENS = late(
    r"\s*(?:[–•▪◦∙*#$>]+ |\(?\d{1,2}[.)] (?=[A-Z])"
    r"|(?:git|pip|docker|conda|wget|curl|singularity|module|srun|python3?) )"
)


class Sentence(msgspec.Struct, frozen=True):
    """A sentence at (start, end) of its passage; `before` is the one before it, empty where another place begins."""

    passage: Passage
    start: int
    end: int
    place: str
    before: str = ""

    @property
    def refs(self) -> tuple[LineRef, ...]:
        """The lines it touches."""
        touched = self.passage.lines_of(self.start, self.end)
        return self.passage.refs[touched.start : touched.stop]

    @property
    def text(self) -> str:
        """The sentence itself."""
        return self.passage.text[self.start : self.end]


@once_a_paper
def sentences(paper: Paper) -> tuple[Sentence, ...]:
    """All sentences of body, footnotes, floats and margins; no title, author section or references."""
    flows = [*own_text(paper)]
    if margins(paper):
        flows.append(join(margins(paper)))
    return tuple(sentence for passage in flows for sentence in _of(passage))


def _of(passage: Passage) -> Iterator[Sentence]:
    before = ""
    for place, start, end in _stretches(passage):
        for first, last in _cut(passage.text, start, end):
            yield Sentence(passage, first, last, place, before)
            before = passage.text[first:last]
        if place in _BY_LINE:
            before = ""


def _stretches(passage: Passage) -> Iterator[tuple[str, int, int]]:
    """Runs of lines in one kind of place; a heading, a line of a table or figure alone."""
    bounds = [*passage.starts, len(passage.text)]
    opened, place = 0, ""
    for index, line in enumerate(passage.lines):
        here = _place(line)
        if index and (here != place or place in _BY_LINE or _OPENS.match(line.text)):
            yield place, bounds[opened], bounds[index]
            opened = index
        place = here
    if passage.lines:
        yield place, bounds[opened], bounds[-1]


def _place(line: Line) -> str:
    return _PLACES.get(line.region, "body")


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for last in (*sentence_ends(text, start, end), end):
        while last - first > _LONGEST:
            yield first, first + _LONGEST
            first += _LONGEST
        if text[first:last].strip():
            yield first, last
        first = last
