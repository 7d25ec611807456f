"""Importing this module registers every rule."""

from faimi_check.rules import active, attached, internal_names, metadata, revisions  # noqa: F401
from faimi_check.rules.registry import REGISTRY, Rule

_ORDER = ("DOC", "LEN", "LNCS", "ANON", "MAN", "SUP", "VID", "RME")


def rules() -> tuple[Rule, ...]:
    """All rules, ordered as a report lists them."""
    return tuple(sorted(REGISTRY.values(), key=lambda rule: (_ORDER.index(rule.id[:-3]), rule.id)))
