"""Page numbers in heads and feet, in Arabic and Roman digits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from faimi_check.reading.page.layout.edges import Row

_NUMBER = re.compile(r"^(?:\W{0,3}|page |p\. ?)(\d{1,5})(?:\W{0,3}|(?: of |/| / )\d{1,5})$", re.IGNORECASE)
_ROMAN = re.compile(r"^(?:\W{0,3}|page |p\. ?)([ivxlc]{1,8})\W{0,3}$", re.IGNORECASE)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_FIRST_OR_LAST_NUMBER = re.compile(r"^(?:page )?(\d{1,5})\b|\b(\d{1,5})(?: of \d{1,5}|/\d{1,5})?$", re.IGNORECASE)


def is_bare_number(text: str) -> bool:
    """Whether a line is a page number and nothing else."""
    return _NUMBER.match(text) is not None or _ROMAN.match(text) is not None


def page_number_offset(edge: Sequence[list[Row]]) -> int | None:
    """Printed page number minus place in the file, where at least two pages (or a lone one) agree."""
    votes: Counter[int] = Counter()
    for rows in edge:
        for row in rows[:1]:
            votes.update({number - row.page for number in _numbers(row)})
    if not votes:
        return None
    offset, count = votes.most_common(1)[0]
    return offset if count >= 2 or (len(edge) <= 3 and offset == 1) else None


def _numbers(row: Row) -> list[int]:
    bare = _NUMBER.match(row.text)
    if bare:
        return [int(bare[1])]
    roman = _ROMAN.match(row.text)
    if roman:
        return [_roman(roman[1].lower())]
    if not row.apart:
        return []
    return [int(match[1] or match[2]) for match in _FIRST_OR_LAST_NUMBER.finditer(row.text)]


def _roman(digits: str) -> int:
    """The number that Roman digits write."""
    values = [_ROMAN_DIGITS[digit] for digit in digits]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def is_numbered(row: Row, offset: int | None, body: float) -> bool:
    """Whether the row bears its page's number; a large one with words is "6 Discussion", a heading on page 6."""
    if offset is None or offset + row.page not in _numbers(row):
        return False
    return row.size <= body + 0.5 or is_bare_number(row.text)
