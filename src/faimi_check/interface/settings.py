"""What to judge by: the venue's profile, what to run and show, and the bounds on reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, TypeVar

import msgspec

from faimi_check.interface.errors import UnusableError
from faimi_check.model.finding import Confidence, Severity
from faimi_check.model.spelling import nearest

# The rules take a quarter of a whole check to load: only what needs them loads them, while the files are being read.
if TYPE_CHECKING:
    from faimi_check.engine import Selection
    from faimi_check.screening.online import AddressBook
    from faimi_check.screening.request import WorkerLimits
    from faimi_check.venues.profile import Profile

DEFAULT_VENUE = "faimi-2025"
_LARGEST = 10**12
Word = TypeVar("Word", Severity, Confidence)


class Options(TypedDict, total=False):
    """The settings as keyword arguments of `check` and `screen`; Settings says what they mean."""

    venue: str | Path
    select: Iterable[str]
    ignore: Mapping[str, str]
    min_severity: str
    min_confidence: str
    timeout: float
    limits: Mapping[str, float]
    online: bool


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """As on the command line: `select` rules by id or name, `ignore` from a rule to the reason it is waived.

    `timeout` is in seconds, for the paper and for each video; `limits` maps other bounds, such as
    `archive.max-entries`, to their number. Nothing is fetched unless `online`.
    """

    venue: str | Path = DEFAULT_VENUE
    select: Iterable[str] = ()
    ignore: Mapping[str, str] = msgspec.field(default_factory=dict)
    min_severity: str = "note"
    min_confidence: str = "possible"
    timeout: float = 60.0
    limits: Mapping[str, float] = msgspec.field(default_factory=dict)
    online: bool = False

    def profile(self) -> Profile:
        """The venue's profile. Raises UnusableError for one that cannot be used."""
        return profile_of(self.venue)

    def selection(self) -> Selection:
        """What to run and show. Raises UnusableError for an unknown rule or a waiver without a reason."""
        from faimi_check.engine import Selection

        only = [rule_id(name) for item in self.select for name in item.split(",") if name.strip()]
        ignored = {}
        for name, reason in self.ignore.items():
            if not reason.strip():
                raise UnusableError(f"rule {name} is waived without a reason")
            ignored[rule_id(name)] = reason.strip()
        severity = _one_of(Severity, "min_severity", self.min_severity)
        confidence = _one_of(Confidence, "min_confidence", self.min_confidence)
        return Selection(frozenset(only), ignored, severity, confidence)

    def worker_limits(self) -> WorkerLimits:
        """The bounds on reading. Raises UnusableError for an unknown one, with the nearest, and for no such number."""
        from faimi_check.screening.request import WorkerLimits

        limits = WorkerLimits.for_seconds(self.timeout)
        for name, number in self.limits.items():
            if name not in limits.names():
                raise UnusableError(f'limit {name}: unknown bound "{name}"{nearest(name, limits.names())}')
            if not 0 < number < _LARGEST:
                raise UnusableError(f"limit {name}: expected a number above 0")
            try:
                limits = limits.moved(name, number)
            except ValueError as error:
                raise UnusableError(f"limit {error}") from error
        return limits

    def address_book(self) -> AddressBook | None:
        """What asks web addresses whether they answer, None where nothing is to be fetched."""
        return address_book(online=self.online)


def address_book(*, online: bool) -> AddressBook | None:
    """What asks web addresses whether they answer, None where nothing is to be fetched."""
    if not online:
        return None
    from faimi_check.screening.online import AddressBook

    return AddressBook()


def profile_of(venue: str | Path) -> Profile:
    """The venue's profile, by its id or from a file. Raises UnusableError for one that cannot be used."""
    from faimi_check.venues.loader import ProfileError, load

    try:
        return load(str(venue))
    except ProfileError as error:
        raise UnusableError(str(error)) from error


def rule_id(name: str) -> str:
    """The id of a rule named by id or by name. Raises UnusableError with the nearest one."""
    from faimi_check.rules.catalogue import rules

    wanted = name.strip()
    known = {rule.id: rule.id for rule in rules()} | {rule.name: rule.id for rule in rules()}
    found = known.get(wanted.upper()) or known.get(wanted.lower())
    if found is None:
        hint = nearest(wanted.upper(), known) or nearest(wanted.lower(), known)
        raise UnusableError(f'unknown rule "{wanted}"{hint} (faimi-check rules lists them)')
    return found


def _one_of(kind: type[Word], name: str, value: str) -> Word:
    try:
        return kind(value)
    except ValueError:
        raise UnusableError(f'{name}="{value}": expected one of {", ".join(kind)}') from None
