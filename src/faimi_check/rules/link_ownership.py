"""Whose a link is, by the words round it: "our code is available at" against "we used"."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.model.page import Region
from faimi_check.model.paper import Paper
from faimi_check.model.passage import Passage, join, sentence_around
from faimi_check.rules.identity import fold
from faimi_check.rules.identity.matter import table
from faimi_check.rules.prose import body

REACH = 220
_NOTE_MARK = re.compile(r"(\d{1,2}|[*†‡§¶⋆∗])\s?(?=\S)")
_CITED_BEFORE = re.compile(r"\[[\d, ]{1,20}\]\W{0,3}$|\(?\d{4}\)\W{0,3}$")
_CITED_AFTER = re.compile(r"\W{0,3}\[\d")


def whose(text: str, start: int, end: int) -> bool | None:
    """Whether the words before a link say that it leads to the authors' own material (True) or others' (False)."""
    first, _ = sentence_around(text, start, start, REACH)
    before, after = fold(text[first:start]), fold(text[end : end + 100])
    ours = _last_end("ours", before)
    if _last_end("ours_after", after) >= 0:
        return True
    if _last_end("available", before) >= 0:
        return ours >= 0 or _last_end("others_available", before) < 0
    others = _last_end("others", before)
    if ours < 0 and (others >= 0 or _CITED_BEFORE.search(before) or _CITED_AFTER.match(after)):
        return False
    return None if ours < 0 else ours > others


def _last_end(name: str, text: str) -> int:
    """Where the last match of a wording list ends, -1 where there is none."""
    return max((match.end() for match in _wording(name).finditer(text)), default=-1)


@cache
def _wording(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in table("wording")[name]))


def called_by(paper: Paper, passage: Passage, line: int) -> str:
    """The words of the body that end in the mark of the footnote in which the line stands; empty for other lines."""
    while line > 0 and passage.lines[line].region is Region.FOOTNOTE:
        mark = _NOTE_MARK.match(passage.lines[line].text)
        if mark:
            return _words_before_mark(paper, passage.refs[line].page, mark[1])
        line -= 1
    mark = _NOTE_MARK.match(passage.lines[line].text) if passage.lines[line].region is Region.FOOTNOTE else None
    return _words_before_mark(paper, passage.refs[line].page, mark[1]) if mark else ""


def _words_before_mark(paper: Paper, page: int, mark: str) -> str:
    text = join((ref, line) for ref, line in body(paper) if ref.page in (page - 1, page)).text
    found = list(re.finditer(rf"(?<=[^\W\d_]|[.,;:)\]”])\s?{re.escape(mark)}(?=[\s.,;:)]|$)", text))
    if not found:
        return ""
    first, _ = sentence_around(text, found[-1].start(), found[-1].start(), REACH)
    return text[first : found[-1].start()].strip(" .,;:")
