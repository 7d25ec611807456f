"""What blind review and the paper's stage do to the rules: where authors are named, nobody asks for anonymity."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from faimi_check.venues.profile import Blind, RuleSettings, Stage

_IN_SUPPLEMENT = ("SUP008", "VID002", "VID003", "VID006", "RME005")
# What asks for anonymity, in the paper and in the supplement.
ANONYMITY = ("ANON", *_IN_SUPPLEMENT)


def authors_are(blind: Blind, stage: Stage) -> str:
    """Whether authors stand as a "placeholder", must be "named", or may be ("any")."""
    if stage is Stage.CAMERA_READY or blind is Blind.SINGLE:
        return "named"
    return "placeholder" if blind is Blind.DOUBLE else "any"


def clauses_of(settings: dict[str, RuleSettings]) -> set[str]:
    """The clauses that rules quote."""
    return {clause for one in settings.values() for clause in (one.clause, *one.clauses.values()) if clause}


def take_stance(
    settings: dict[str, RuleSettings], blind: Blind, stage: Stage, *, anonymous_supplement: bool = True
) -> dict[str, RuleSettings]:
    """The rules as they are for such a review and stage; what the profile itself says of them stays."""
    authors = authors_are(blind, stage)
    kept = settings
    if authors != "placeholder" or not anonymous_supplement:
        gone = ANONYMITY if authors != "placeholder" else _IN_SUPPLEMENT
        kept = {rule_id: value for rule_id, value in settings.items() if not rule_id.startswith(gone)}
        if "SUP007" in kept:
            kept["SUP007"] = replace(kept["SUP007"], off=kept["SUP007"].off | {"reveals"})
    kept = _with(kept, "LNCS005", authors=authors)
    return _with(kept, "SUB002", authors=authors == "named")


def _with(settings: dict[str, RuleSettings], rule_id: str, **values: Any) -> dict[str, RuleSettings]:
    one = settings.get(rule_id)
    if one is None:
        return settings
    unsaid = {name: value for name, value in values.items() if name not in one.said}
    return {**settings, rule_id: replace(one, params=replace(one.params, **unsaid))}
