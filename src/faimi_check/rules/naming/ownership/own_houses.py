"""Whether a text says of a house that it names that it is the authors' own, in many languages: "..., where our group
works", "in unserer Klinik, dem ...", "我院（...）"."""

from __future__ import annotations

import re

from faimi_check.rules.late import late
from faimi_check.rules.tables import any_of, table

_BEFORE, _BEHIND, _GAP = 120, 90, 30
_OURS, _DOINGS = any_of("own_houses", "ours"), any_of("own_houses", "doing")
# A few words without a verb stand between the two names of one house: "our department at the".
_OURS_BEFORE = late(rf"{_OURS}[^.;!?\n]{{0,22}}\Z", re.IGNORECASE)
_OURS_BEHIND = late(rf"[\s,(（–—-]{{1,4}}(?:that is,? |i\.e\.,? )?{_OURS}", re.IGNORECASE)
_DOING_BEFORE = late(rf"{_DOINGS}\Z", re.IGNORECASE)
# A house that is told by its form alone may have taken in what stands before it: "我们工作的北港大学医院".
_TAKEN_IN = late(rf"(?:{_DOINGS}|{_OURS})\w", re.IGNORECASE)
_WHERE = late(rf"{table('own_houses')['where']}(?P<rest>[^.;!?\n]{{0,60}})", re.IGNORECASE)
_WHO = late(table("own_houses")["who"], re.IGNORECASE)
_ELSE_MEANT = late(table("own_houses")["else_meant"], re.IGNORECASE)
_WORKS = late(table("own_houses")["works"], re.IGNORECASE)


def is_said_to_be_ours(sentence: str, start: int, end: int) -> bool:
    """Whether the sentence says so of the house at (start, end)."""
    before, house, behind = (
        sentence[max(0, start - _BEFORE) : start],
        sentence[start:end],
        sentence[end : end + _BEHIND],
    )
    doing = _DOING_BEFORE.search(before)
    if _OURS_BEFORE.search(before) or (doing and not _ELSE_MEANT.search(doing[0])) or _TAKEN_IN.search(house):
        return True
    return _OURS_BEHIND.match(behind) is not None or _we_work_there(house + behind, len(house) + _GAP)


def _we_work_there(text: str, latest: int) -> bool:
    """Whether a clause of place follows, at `latest` from that position on, and says that the authors work there."""
    where = _WHERE.search(text)
    if where is None or where.start() > latest:
        return False
    rest = where["rest"]
    return bool(_WHO.search(rest) and _WORKS.search(rest)) and not _ELSE_MEANT.search(rest)
