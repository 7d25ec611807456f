"""Whether a sign stands in the prose for itself: not quoted, not set as code, not spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Font, Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import late

_QUOTES = "“”\"'‘’`«»„"
_SPEAKS = late(
    r"(?i)(?:such as|e\.g\.,?|like|called|named|labell?ed|marked|containing|starting with|famous"
    r"|the (?:word|string|text)s?)\s?$"
)
_IN_PROSE = frozenset({Region.BODY, Region.HEADING, Region.FOOTNOTE, Region.CAPTION, Region.TABLE_TEXT})
_PROSE_LENGTH = 40
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
