"""What nearly every paper is judged with, loaded ahead."""

from __future__ import annotations

from faimi_check.rules.naming.ownership.score import load_models
from faimi_check.rules.tables import table, words

_TABLES = ("concepts", "domains", "harmless", "institutions", "person_names", "placeholder_languages", "templates")
_LISTS = ("common_words",)


def prepare() -> None:
    """Loads it, so that a process forked afterwards has it already; else it is loaded when it is first needed."""
    load_models()
    for name in _TABLES:
        table(name)
    for name in _LISTS:
        words(name)
