"""The word lists, as TOML: each is named after the module or the family that reads it (see README.md here). Uses no
other room.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from tomli import loads

# importlib.resources would load what reads zips and makes temporary files.
_FOLDER = Path(__file__).parent


@cache
def table(name: str) -> dict[str, Any]:
    """The table `name`.toml."""
    return loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """The list `name`.txt, a word a line."""
    return frozenset((_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split())


def any_of(name: str, key: str) -> str:
    """A pattern that matches any of the fragments listed under `key` of a table."""
    return f"(?:{'|'.join(table(name)[key])})"
