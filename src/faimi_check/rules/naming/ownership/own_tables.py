"""The table of which a sentence is a row: its lines, and what stands over or under it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from faimi_check.model.page import Line, Region
from faimi_check.rules.naming.text.sentences import Sentence

# So many rows away, and so many lines of a caption.
_MOST_ROWS, _MOST_LINES = 40, 6


def table_of(sentence: Sentence) -> list[Line]:
    """The lines of the table of which a sentence is a row, as far as nothing else stands between them."""
    first, last = _rows(sentence)
    return list(sentence.passage.lines[first:last])


def caption_of(sentence: Sentence) -> str:
    """The caption above the table of which a sentence is a row, else the one below it; empty where it has none."""
    passage = sentence.passage
    first, last = _rows(sentence)
    page = passage.refs[first].page

    def is_caption(index: int) -> bool:
        return passage.lines[index].region is Region.CAPTION and passage.refs[index].page == page

    size = len(passage.lines)
    above = _while(range(first - 1, max(-1, first - 1 - _MOST_LINES), -1), is_caption)
    lines = above[::-1] or _while(range(last, min(size, last + _MOST_LINES)), is_caption)
    return " ".join(passage.lines[index].text.strip() for index in lines)


def _rows(sentence: Sentence) -> tuple[int, int]:
    """From which line of its passage to which a sentence's table goes."""
    passage = sentence.passage
    at = passage.lines_of(sentence.start, sentence.end).start
    own, page = passage.lines[at].region, passage.refs[at].page

    def is_of_it(index: int) -> bool:
        return passage.lines[index].region is own and passage.refs[index].page == page

    before = _while(range(at - 1, max(-1, at - 1 - _MOST_ROWS), -1), is_of_it)
    behind = _while(range(at + 1, min(len(passage.lines), at + _MOST_ROWS)), is_of_it)
    return at - len(before), at + 1 + len(behind)


def _while(indexes: range, is_one: Callable[[int], bool]) -> list[int]:
    return list(takewhile(is_one, indexes))
