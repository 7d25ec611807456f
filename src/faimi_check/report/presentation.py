"""What a report is given besides the findings: how wide it may be, what its rules mean, the pictures."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from faimi_check.model.finding import Severity
from faimi_check.model.picture import Pictures


class RuleHelp(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule's documentation says; `severity` is the heaviest that the venue gives it.

    `sections` maps the headings ("Why", "How it decides", "When it can be wrong", "Fix") to their text. `page` is the
    address where it can be read on the web, if there is one.
    """

    name: str
    summary: str
    severity: Severity
    sections: Mapping[str, str]
    page: str = ""


NO_HELP: Mapping[str, RuleHelp] = MappingProxyType({})
NO_PICTURES: Mapping[str, Pictures] = MappingProxyType({})


class Presentation(msgspec.Struct, frozen=True, kw_only=True):
    """`width`, `color` and `quiet` are for the terminal, also `plain` (ASCII only) and `whole` (no list is cut).

    `line_width` is how wide the verdict's line may be, None where it is one line however long, as into a pipe.
    `newer` is the id of a later call of the same series, for the reports that people read; `assumed` says, on a
    terminal, that nobody named the call.
    `rules` are by rule id, `pictures` by submission id. `selected` are the rules that alone were asked for, if any.
    `public` says that a runner prints the report, into a log that others may read; `show_identities` leaves names and
    addresses in what is read there.
    """

    width: int = 80
    line_width: int | None = None
    color: bool = False
    quiet: bool = False
    plain: bool = False
    whole: bool = False
    selected: frozenset[str] = frozenset()
    newer: str | None = None
    assumed: bool = False
    public: bool = False
    show_identities: bool = False
    rules: Mapping[str, RuleHelp] = NO_HELP
    pictures: Mapping[str, Pictures] = NO_PICTURES
