"""Patterns that are compiled late: they are patterns, all of them, and cost nothing before their first use."""

from __future__ import annotations

import re
import sys
from typing import Any

import pytest

from faimi_check.rules import catalogue  # noqa: F401 - loads them all
from faimi_check.rules.late import _Late, late


def late_ones() -> dict[str, Any]:
    return {
        f"{name.removeprefix('faimi_check.rules.')}.{key}": value
        for name, module in list(sys.modules.items())
        if name.startswith("faimi_check.rules.")
        for key, value in vars(module).items()
        if isinstance(value, _Late)
    }


@pytest.mark.parametrize("name", sorted(late_ones()))
def test_each_is_a_pattern(name: str) -> None:
    assert isinstance(late_ones()[name].pattern, str)


def test_it_does_what_a_compiled_one_does() -> None:
    pattern = late(r"(\w)\d", re.IGNORECASE)
    assert pattern.sub(r"\1", "A1 b2") == "A b"
    assert [match[1] for match in pattern.finditer("A1 b2")] == ["A", "b"]
    assert pattern.flags & re.IGNORECASE


def test_a_broken_one_says_so_at_its_first_use() -> None:
    broken = late("(")
    with pytest.raises(re.error, match="missing"):
        broken.search("")


def test_nothing_is_compiled_by_looking_at_it() -> None:
    pattern = late("(")
    assert repr(pattern)
    with pytest.raises(AttributeError):
        pattern.__fspath__  # type: ignore[attr-defined]  # noqa: B018
