"""What to judge by: the venue's profile, what to run and show, and the bounds on reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, TypeVar

import msgspec
from msgspec.structs import force_setattr, replace

from faimi_check.interface.errors import UnusableError
from faimi_check.interface.given import flag, is_number, mapping, number, texts
from faimi_check.model.finding import Confidence, Severity
from faimi_check.model.text.spelling import nearest

# The rules take a quarter of a whole check to load: only what needs them loads them, while the files are being read.
if TYPE_CHECKING:
    from faimi_check.engine import Selection
    from faimi_check.screening.judging.online import AddressBook
    from faimi_check.screening.request import Request, WorkerLimits
    from faimi_check.venues.profile import Profile

DEFAULT_VENUE = "faimi-2025"
_SECONDS = (1, 3600)
_LARGEST = 10**12
NO_BOUND = "expected a number above 0 and below 1e12"
_RULE_NUMBER = re.compile(r"([A-Za-z]{3,4})-?0*([0-9]{1,3})")
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
    read_pictures: str


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """As on the command line: `select` rules by id or name, `ignore` from a rule to the reason it is waived.

    `timeout` is in seconds (1 to 3600), for the paper and for each video; `limits` maps other bounds, such as
    `archive.max-entries`, to their number. Nothing is fetched unless `online`. `read_pictures` is auto, always or
    never: whether what is written in figures and frames is read, which needs the extra `pictures`.
    """

    venue: str | Path = DEFAULT_VENUE
    select: Iterable[str] = ()
    ignore: Mapping[str, str] = msgspec.field(default_factory=dict)
    min_severity: str = "note"
    min_confidence: str = "possible"
    timeout: float = 60.0
    limits: Mapping[str, float] = msgspec.field(default_factory=dict)
    online: bool = False
    read_pictures: str = "auto"

    def __post_init__(self) -> None:
        """Raises UnusableError for a value that is no such thing."""
        flag("online", self.online)
        force_setattr(self, "timeout", number("timeout", self.timeout, *_SECONDS))
        force_setattr(self, "select", texts("select", self.select))
        force_setattr(self, "ignore", mapping("ignore", self.ignore, '{"LEN001": "the reason"}'))
        force_setattr(self, "limits", mapping("limits", self.limits, '{"archive.max-entries": 5000}'))

    def profile(self) -> Profile:
        """The venue's profile. Raises UnusableError for one that cannot be used."""
        return profile_of(self.venue)

    def selection(self) -> Selection:
        """What to run and show. Raises UnusableError for an unknown rule or a waiver without a reason."""
        from faimi_check.engine import Selection

        only = [rule_id(name) for item in self.select for name in item.split(",") if name.strip()]
        ignored = {}
        for name, reason in self.ignore.items():
            if not isinstance(reason, str) or not reason.strip():
                raise UnusableError(f"rule {name} is waived without a reason")
            ignored[rule_id(name)] = reason.strip()
        severity = _one_of(Severity, "min_severity", self.min_severity)
        confidence = _one_of(Confidence, "min_confidence", self.min_confidence)
        return Selection(frozenset(only), ignored, severity, confidence)

    def worker_limits(self) -> WorkerLimits:
        """The bounds on reading. Raises UnusableError for an unknown one, with the nearest, and for no such number."""
        from faimi_check.screening.request import WorkerLimits

        limits = WorkerLimits.for_seconds(self.timeout)
        for name, bound in self.limits.items():
            if name not in limits.names():
                raise UnusableError(f'limit {name}: unknown bound "{name}"{nearest(name, limits.names())}')
            if not is_number(bound) or not 0 < bound < _LARGEST:
                raise UnusableError(f"limit {name}: {NO_BOUND}")
            try:
                limits = limits.moved(name, float(bound))
            except ValueError as error:
                raise UnusableError(f"limit {error}") from error
        return limits

    def with_pictures(self, requests: tuple[Request, ...]) -> tuple[Request, ...]:
        """The requests, with what is written in pictures to be read where that is wanted and can be.

        Raises UnusableError where it is wanted always and the extra is not there.
        """
        if self.read_pictures not in ("auto", "always", "never"):
            raise UnusableError(f'read_pictures="{self.read_pictures}": expected one of auto, always, never')
        if self.read_pictures == "never":
            return requests
        from faimi_check.reading.burned_in.letters import installed

        if installed():
            return tuple(replace(request, pictures=True) for request in requests)
        if self.read_pictures == "always":
            from faimi_check.model.burned_in import GETTING_EXTRA

            raise UnusableError(f"pictures are always to be read, which takes an extra: {GETTING_EXTRA}")
        return requests

    def address_book(self) -> AddressBook | None:
        """What asks web addresses whether they answer, None where nothing is to be fetched."""
        return address_book(online=self.online)


def address_book(*, online: bool) -> AddressBook | None:
    """What asks web addresses whether they answer, None where nothing is to be fetched."""
    if not online:
        return None
    from faimi_check.screening.judging.online import AddressBook

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
    if found is not None:
        return found
    family = sorted(id for id in known.values() if id.rstrip("0123456789") == wanted.upper())
    if family:
        raise UnusableError(f"{wanted.upper()} is a family of rules: name each by its id, such as {family[0]}")
    raise UnusableError(f'unknown rule "{wanted}"{_meant(wanted, known)} (faimi-check rules lists them)')


def _meant(wanted: str, known: Mapping[str, str]) -> str:
    """The nearest rule; with another number of noughts it is sure which."""
    if parted := _RULE_NUMBER.fullmatch(wanted):
        padded = f"{parted[1].upper()}{int(parted[2]):03}"
        if padded in known:
            return f'; did you mean "{padded}"?'
    return nearest(wanted, known)


def _one_of(kind: type[Word], name: str, value: str) -> Word:
    try:
        return kind(value)
    except ValueError:
        raise UnusableError(f'{name}="{value}": expected one of {", ".join(kind)}') from None
