"""What a chair might do about a submission: a proposal, never a decision."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Action(StrEnum):
    """What is proposed, or what a chair decides. `none` lets the submission go to the reviewers."""

    DESK_REJECT = "desk-reject"
    ASK = "ask"
    LOOK = "look"
    NONE = "none"

    @property
    def rank(self) -> int:
        """From 0 for none to 3 for a desk rejection."""
        return ("none", "look", "ask", "desk-reject").index(self.value)


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One problem: the fingerprints of all findings that speak of it, the one that says most first.

    `phrase` names it in a few words and quotes nothing. What is not `for_authors` is no business of theirs, or not to
    be put to them in a friendly text: suspected misconduct, other submissions, what the program could not do.
    """

    action: Action
    phrase: str
    findings: tuple[str, ...]
    for_authors: bool = True


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """The proposed action, the reason as one phrase, and the problems behind it, the weightiest first."""

    action: Action
    reason: str
    points: tuple[Point, ...] = ()

    @property
    def telling(self) -> tuple[Point, ...]:
        """What authors may be told of: the problems that call for a desk rejection, else the weightiest."""
        told = [point for point in self.points if point.for_authors and point.action is not Action.NONE]
        weight = max((point.action.rank for point in told), default=0)
        return tuple(point for point in told if point.action.rank == weight)

    @property
    def grounds(self) -> str:
        """Why, in words that authors may read."""
        return "; ".join(dict.fromkeys(point.phrase for point in self.telling))
