"""What the text says where it calls a footnote."""

from __future__ import annotations

import re
from itertools import groupby

from faimi_check.model.page import Region
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage, join
from faimi_check.model.text.sentence import sentence_around
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper, once_for_each
from faimi_check.rules.naming.text.note_marks import mark_places
from faimi_check.rules.naming.text.prose import PageLines, body

_REACH = 220
# Lines.
_LONGEST_NOTE = 100
_NOTE_MARK = late(r"(\d{1,2}|[*†‡§¶⋆∗])\s?(?=\S)")


def called_by(paper: Paper, passage: Passage, line: int) -> str:
    """The words of the body that end in the mark of the footnote in which the line stands; empty for other lines."""
    told = told_at_mark(paper, passage, line)
    first, _ = sentence_around(told, len(told), len(told), _REACH)
    return told[first:]


def told_at_mark(paper: Paper, passage: Passage, line: int) -> str:
    """As `called_by`, with the sentence before."""
    least = max(0, line - _LONGEST_NOTE)
    while line > least and passage.lines[line].region is Region.FOOTNOTE:
        mark = _NOTE_MARK.match(passage.lines[line].text)
        if mark:
            return _words_before_mark(paper, passage.refs[line].page, mark[1])
        line -= 1
    mark = _NOTE_MARK.match(passage.lines[line].text) if passage.lines[line].region is Region.FOOTNOTE else None
    return _words_before_mark(paper, passage.refs[line].page, mark[1]) if mark else ""


@once_for_each
def _words_before_mark(paper: Paper, page: int, mark: str) -> str:
    """The sentence that carries the mark and the one before: on the note's page, glued to a word, rather than elsewhere
    or apart."""
    on_page = _body_by_page(paper)
    for pages in ((page,), (page - 1, page)):
        passage = join(line for one in pages for line in on_page.get(one, ()))
        marks = [
            passage.starts[index] + at - (len(line.text) - len(line.text.lstrip()))
            for index, (ref, line) in enumerate(zip(passage.refs, passage.lines, strict=True))
            for at in mark_places(paper.pages[ref.page - 1], line, mark)
        ]
        if marks:
            return _said_before(passage, marks[-1])
    raised, apart = r"(?<=[^\W\d_]|[.,;:)\]”])", r"(?<=[.,;:)\]”]) "
    ends = rf"{re.escape(mark)}(?=[\s.,;:)]|$)"
    for pages, before in (((page,), raised), ((page - 1, page), raised), ((page - 1, page), apart)):
        passage = join(line for one in pages for line in on_page.get(one, ()))
        found = list(re.finditer(before + ends, passage.text))
        if found:
            break
    else:
        return ""
    return _said_before(passage, found[-1].start())


@once_a_paper
def _body_by_page(paper: Paper) -> dict[int, PageLines]:
    return {page: tuple(lines) for page, lines in groupby(body(paper), lambda one: one[0].page)}


def _said_before(passage: Passage, at: int) -> str:
    """The sentence that ends or goes on at a place, up to there, and the one before."""
    # A mark behind the full stop belongs to the sentence that ended there.
    at = len(passage.text[:at].rstrip())
    within = max(0, at - 1)
    first, _ = passage.sentence(within, within, _REACH)
    if first > 1 and passage.lines[passage.lines_of(first - 2, first - 1).start].region is not Region.HEADING:
        first, _ = passage.sentence(first - 2, first - 2, _REACH)
    return passage.text[first:at].strip(" .,;:")
