"""What has changed in a submission since a run before: part of the JSON contract, where fields are only ever added."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class State(StrEnum):
    """What became of a finding since the run before."""

    NEW = "new"
    OPEN = "still open"
    FIXED = "fixed"
    GONE = "no longer found"
    UNTOLD = "not told"


class Gone(msgspec.Struct, frozen=True, kw_only=True):
    """A finding of the run before that this one does not have."""

    rule: str
    name: str
    code: str
    severity: str
    message: str
    fingerprint: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Errors and warnings against those of the run before, `new` and `open` by fingerprint.

    `gone` are no longer found although the files are the same: another submission, a list, the call or the tool has
    changed. `untold` are gone, but nobody knows whether they are `fixed`: their rules could not tell now, or did not
    run.
    `first` says that the submission was not there before.
    """

    new: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    fixed: tuple[Gone, ...] = ()
    untold: tuple[Gone, ...] = ()
    gone: tuple[Gone, ...] = ()
    first: bool = False

    @property
    def rank(self) -> int:
        """What deserves a look first: all fixed (3), some fixed (2), something new (1), nothing new (0)."""
        if self.fixed:
            return 2 if self.new or self.open or self.untold else 3
        return 1 if self.new or self.first else 0

    @property
    def words(self) -> str:
        """`2 fixed, 1 still open`."""
        if self.first:
            return "new submission"
        states = (
            (State.FIXED, self.fixed),
            (State.NEW, self.new),
            (State.OPEN, self.open),
            (State.GONE, self.gone),
            (State.UNTOLD, self.untold),
        )
        return ", ".join(f"{len(found)} {state.value}" for state, found in states if found) or "unchanged"

    def state_of(self, fingerprint: str) -> State | None:
        """What became of a finding that is there now; None where it counts for nothing."""
        if fingerprint in self.new:
            return State.NEW
        return State.OPEN if fingerprint in self.open else None
