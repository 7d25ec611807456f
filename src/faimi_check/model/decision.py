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
    """What the chairs have said so far; `ruling` None while they have not decided.

    The note goes to the authors with the ruling. `digest` tells on which files this was said, where that is known.
    `was` is what had been said of other files, which does not hold for those that are there now.
    """

    ruling: Ruling | None = None
    note: str = ""
    seen: bool = False
    digest: str = ""
    was: str = ""

    @property
    def looked_at(self) -> bool:
        """Whether a person has looked at the submission, or must have."""
        return self.seen or self.ruling is not None
