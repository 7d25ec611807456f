"""Signs found in a paper's prose: whether one stands there for itself, how it is set, and its words and place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.finding import Location
from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Font, Paper
from faimi_check.model.passage import Passage
from faimi_check.rules.late import late
from faimi_check.rules.naming.text.prose import quote

Place = tuple[str, Location]

MOST = 200
_QUOTES = "“”\"'‘’`«»„"
_SPEAKS = late(
    r"(?i)(?:such as|e\.g\.,?|like|called|named|labell?ed|marked|containing|starting with|famous"
    r"|the (?:word|string|text)s?)\s?$"
)
_IN_PROSE = frozenset({Region.BODY, Region.HEADING, Region.FOOTNOTE, Region.CAPTION, Region.TABLE_TEXT})
_PROSE_LENGTH = 40
_EXCERPT = 30
_NAMELESS = late(r"(?i)[a-z]{0,2}\d{0,4}|t3font.{0,6}|type3font\d*")


def unquoted(text: str, wanted: str) -> int:
    """Where a text stands that no quotation mark opens, -1 where it does not."""
    at = text.find(wanted)
    return -1 if at > 0 and text[at - 1] in _QUOTES else at


def is_meant(paper: Paper, passage: Passage, match: re.Match[str]) -> bool:
    """Whether a sign stands in prose for itself: not quoted, not set as code, not spoken of."""
    start, end = match.span()
    if passage.text[max(0, start - 1) : start].strip() and passage.text[start - 1] in _QUOTES:
        return False
    if passage.text[end : end + 1] in tuple(_QUOTES) and passage.text[end : end + 1]:
        return False
    if _SPEAKS.search(passage.text[max(0, start - 24) : start]):
        return False
    if any(_is_label(passage.lines[index]) for index in passage.lines_of(start, end)):
        return False
    return not _is_typewriter(paper, passage, match)


def _is_label(line: Line) -> bool:
    """Whether a line is a few words in a figure; a longer one is prose that a box was drawn round."""
    return line.region not in _IN_PROSE and len(line.text) < _PROSE_LENGTH


def is_bold(paper: Paper, passage: Passage, match: re.Match[str]) -> bool:
    """Whether the question marks are bold by themselves; old fonts without a name do not tell."""
    return any(
        run.strip("[](), ").strip("?") == "" and "?" in run and (font.bold or _NAMELESS.fullmatch(font.name))
        for run, font in _runs(paper, passage, match)
    )


def _is_typewriter(paper: Paper, passage: Passage, match: re.Match[str]) -> bool:
    sign = max(match[0].split(), key=len)
    return any(font.typewriter and (run in sign or sign in run) for run, font in _runs(paper, passage, match))


def _runs(paper: Paper, passage: Passage, match: re.Match[str]) -> Iterator[tuple[str, Font]]:
    """The runs of the lines that the sign stands in, as text and font."""
    for index in passage.lines_of(*match.span()):
        page = paper.pages[passage.refs[index].page - 1]
        for place in passage.lines[index].runs:
            run = page.runs[place]
            if run.font < len(paper.fonts) and run.text.strip():
                yield run.text.strip(), paper.fonts[run.font]


def around(paper: Paper, passage: Passage, match: re.Match[str]) -> Place:
    """The sign with a few words to either side."""
    start, end = max(0, match.start() - _EXCERPT), match.end() + _EXCERPT
    before = passage.text[start : match.start()]
    after = passage.text[match.end() : end]
    if start:
        before = before.partition(" ")[2]
    if end < len(passage.text):
        after = after.rpartition(" ")[0]
    return f"{before}{match[0]}{after}".strip(), passage.location(paper.file, *match.span())


def placed(paper: Paper, passage: Passage, start: int, end: int) -> Place:
    """A stretch of a passage with its words."""
    return quote(passage, start, end, 60), passage.location(paper.file, start, end)


def line_place(paper: Paper, page: int, line: int) -> Location:
    """Where a line stands."""
    box = paper.pages[page - 1].lines[line].box
    return Location(file=paper.file, page=page, bbox=tuple(round(side, 1) for side in box))
