"""Frames that show a terminal, a log or a listing: full of words, and yet no slide."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.model.burned_in import BurnedInPicture
from faimi_check.rules.tables import any_of

_LEAST = 2
_SHARE = 0.5
# A mark or two letters are pieces of a window's frame.
_SHORT = 3


@cache
def _program() -> re.Pattern[str]:
    return re.compile(any_of("pictured", "programs"))


def is_console(frame: BurnedInPicture) -> bool:
    """Whether most lines of a frame are what programs and those who run them write."""
    lines = [line.text for line in frame.lines if len(line.text) >= _SHORT]
    written = sum(_program().search(text) is not None for text in lines)
    return written >= _LEAST and written >= _SHARE * len(lines)
