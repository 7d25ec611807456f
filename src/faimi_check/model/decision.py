"""What chairs decide about a submission."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Ruling(StrEnum):
    """A chair's decision: reject without review, ask for a corrected version, ask a question, let it go to review."""

    DESK_REJECT = "desk-reject"
    MEND = "mend"
    ASK = "ask"
    NONE = "none"


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What the chairs have said so far; `ruling` None while they have not decided. The note is for themselves."""

    ruling: Ruling | None = None
    note: str = ""
    seen: bool = False
