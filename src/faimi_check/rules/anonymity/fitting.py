"""What to do about a sentence that ties something to the authors, by what the sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from faimi_check.model.finding import Hit
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.tables import any_of

_MASK = "Mask it until the final version, for instance: "
APPROVAL = f"{_MASK}approved by the local ethics committee (name withheld)."
PLACE = f"{_MASK}at a university hospital (name withheld for review)."
HOUSE = f"{_MASK}in our laboratory (name withheld for review)."
MACHINE = f"{_MASK}on a university cluster, on a workstation (names withheld for review)."

_APPROVED = late(rf"\b{any_of('sites', 'ethics')}\b", re.IGNORECASE)
_PAID = late(any_of("mentions", "support"), re.IGNORECASE)
_MACHINE = late(rf"\b{any_of('workplaces', 'computers')}\b", re.IGNORECASE)
_COMPUTED = late(rf"\b{any_of('workplaces', 'computed')}\b", re.IGNORECASE)
_PARTS = " | "


def fitting(hits: Iterable[Hit], usual: str) -> Iterator[Hit]:
    """The hits whose fix is the `usual` one of their rule, with another where all that they quote is of machines."""
    for hit in hits:
        of_machines = hit.fix == usual and all(map(_is_of_machine, hit.evidence.split(_PARTS)))
        yield replace(hit, fix=MACHINE) if of_machines else hit


def masked(said: str, otherwise: str) -> str:
    """How to mask what texts name: an approval's board or number, a machine, or `otherwise`."""
    parts = said.split(_PARTS)
    if any(map(_APPROVED.search, parts)):
        return APPROVAL
    return MACHINE if all(map(_is_of_machine, parts)) else otherwise


def _is_of_machine(said: str) -> bool:
    """Whether a sentence says on what something was computed, and thanks nobody for it: thanks are left out whole."""
    return bool(_MACHINE.search(said) and _COMPUTED.search(said)) and not _PAID.search(fold(said))
