"""A paper's sentences, each with the kind of place it stands in and the sentence before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.text.passage import Passage, join, lines_at
from faimi_check.model.text.sentence import sentence_ends
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.text.code import listing_starts, typewriters
from faimi_check.rules.naming.text.prose import entry_passages, margins, own_text

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
_OTHER_SIZE = 0.3
# Labels in a row differ by so many points in height at most, and have so many words.
_ROW, _LABEL = 1.5, 5
# The year that ends an entry, and how much behind it is more than pages or an address.
_YEAR = re.compile(r"\((?:19|20)\d\d[a-z]?\)\W{0,2}|\b(?:19|20)\d\d[a-z]?\.\s")
_WORDS, _SMALL, _MOST = late(r"[^\W\d_]+"), 2, 0.75
_SHORTEST_REMARK, _FEWEST_WORDS = 30, 5
# A line that opens an item of a list, a comment of a listing or a command.
_OPENS = re.compile(
    r"\s*(?:[–•▪◦∙*#$>]+ |\(?\d{1,2}[.)] (?=[A-Z])"
    r"|(?:git|pip|docker|conda|wget|curl|singularity|module|srun|python3?) )"
)
_SPOKEN = re.compile(r"\b(?:we|our|us|my|here)\b")
# A heading that runs into its paragraph.
_RUN_IN = late(
    r"\s*(?:Acknowledge?ments?|Disclosures?(?: of Interests?)?|(?:Competing|Conflicts? of) [Ii]nterests?|Funding"
    r"|(?:Author )?[Cc]ontributions|(?:Data|Code) [Aa]vailability|Ethics(?: [Ss]tatement)?)[.:]? (?=[A-Z])"
)
# A comment of a listing ends where its line does.
_COMMENT = late(r"\s*(?:#|//|%|--|/\*|<!--) ")


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
    """All sentences of body, footnotes, floats and margins, remarks in references, a title in which somebody speaks.

    None is of the author section.
    """
    flows = [*own_text(paper)]
    title = join(lines_at(paper, paper.parts.title))
    folded = fold(title.text)
    heads = [one for one in margins(paper) if not _is_of_title(one[1].text, folded)]
    if heads:
        flows.append(join(heads))
    code = typewriters(paper)
    prose = (sentence for passage in flows for sentence in _of(passage, code))
    spoken = [Sentence(title, 0, len(title.text), "body")] if _SPOKEN.search(folded) else []
    return (*spoken, *prose, *(sentence for entry in entry_passages(paper) for sentence in _behind(entry)))


@once_a_paper
def spoken_texts(paper: Paper) -> tuple[str, ...]:
    """The texts in which all these sentences stand, in lower case: what stands in none stands in no sentence."""
    passages = {id(one.passage): one.passage for one in sentences(paper)}
    return tuple(passage.text.lower() for passage in passages.values())


def _is_of_title(head: str, title: str) -> bool:
    """Whether a running head is a part of the title, shortened or not."""
    words = [word for word in _WORDS.findall(fold(head)) if len(word) > _SMALL]
    return bool(words) and sum(word in title for word in words) >= _MOST * len(words)


def _behind(entry: Passage) -> Iterator[Sentence]:
    """What stands behind a whole reference: a remark, or the paper's next lines where nothing parts them from it."""
    years = list(_YEAR.finditer(entry.text))
    if not years or len(entry.text) - years[-1].end() < _SHORTEST_REMARK:
        return
    for first, last in _cut(entry.text, years[-1].end(), len(entry.text)):
        if len(entry.text[first:last].split()) >= _FEWEST_WORDS:
            yield Sentence(entry, first, last, "reference")


def _of(passage: Passage, code: frozenset[int]) -> Iterator[Sentence]:
    before = ""
    for place, start, end in _stretches(passage, code):
        for first, last in _cut(passage.text, start, end):
            head = _RUN_IN.match(passage.text, first, last)
            yield Sentence(passage, head.end() if head else first, last, place, before)
            before = passage.text[first:last]
        if place in _BY_LINE:
            before = ""


def _stretches(passage: Passage, code: frozenset[int]) -> Iterator[tuple[str, int, int]]:
    """Runs of lines in one kind of place; a heading, a line of a table, a figure or a listing alone."""
    bounds = [*passage.starts, len(passage.text)]
    begun = listing_starts(passage, code)
    opened, place = 0, ""
    for index, line in enumerate(passage.lines):
        here = "figure" if _is_in_row(passage, index) else _place(line)
        parted = here != place or index in begun or _stands_alone(place, passage.lines[index - 1], line)
        if index and (parted or _OPENS.match(line.text)):
            yield place, bounds[opened], bounds[index]
            opened = index
        place = here
    if passage.lines:
        yield place, bounds[opened], bounds[-1]


def _stands_alone(place: str, above: Line, line: Line) -> bool:
    """Whether a line is no part of what stands above: of a heading it is, set alike and without a number.

    In the body a note in the margin is on its own, which stands beside the text and in other type, and so is a
    comment in a listing. Turned lines of some words are those of a paragraph.
    """
    other = abs(above.size - line.size) > _OTHER_SIZE
    if line.region is above.region is Region.ROTATED and len(above.text.split()) >= _FEWEST_WORDS:
        return other
    if place == "heading":
        return other or line.text.lstrip()[:1].isdigit()
    beside = line.box.x0 >= above.box.x1 or line.box.x1 <= above.box.x0
    return place in _BY_LINE or (other and beside) or _COMMENT.match(above.text) is not None


def _is_in_row(passage: Passage, index: int) -> bool:
    """Whether a line of the body stands beside the one before or after it, as labels of a figure without a frame do."""
    line = passage.lines[index]
    if line.region is not Region.BODY:
        return False
    return any(
        0 <= other < len(passage.lines) and _are_beside(line, passage.lines[other]) for other in (index - 1, index + 1)
    )


def _are_beside(line: Line, other: Line) -> bool:
    if other.region is not Region.BODY or abs(line.baseline - other.baseline) > _ROW or line.column != other.column:
        return False
    gap = max(other.box.x0 - line.box.x1, line.box.x0 - other.box.x1)
    return gap > line.size and max(len(line.text.split()), len(other.text.split())) <= _LABEL


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
