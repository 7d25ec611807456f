"""Importing this module registers every rule."""

from faimi_check.rules import (  # noqa: F401
    acknowledgements,
    active,
    attached,
    author_block,
    contact,
    document,
    internal_names,
    length,
    links,
    metadata,
    readme,
    revisions,
)
from faimi_check.rules.registry import REGISTRY, Rule

_ORDER = ("DOC", "LEN", "LNCS", "ANON", "MAN", "SUP", "VID", "RME")


def rules() -> tuple[Rule, ...]:
    """All rules, ordered as a report lists them."""
    return tuple(sorted(REGISTRY.values(), key=lambda rule: (_ORDER.index(rule.id[:-3]), rule.id)))
