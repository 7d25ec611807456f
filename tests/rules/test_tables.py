"""The index of the tables names each of them, and the rooms and modules that read it: all, and no others."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import faimi_check.rules

RULES = Path(faimi_check.rules.__file__).parent
TABLES = RULES / "tables"
READS = re.compile(r"""\b(?:table|words|any_of)\(\s*["'](\w+)["']""")
ROW = re.compile(r"\| (?P<tables>[\w, ]+) \| [^|]+ \| (?P<readers>[^|]+) \|")


def index() -> dict[str, list[str]]:
    rows = [ROW.fullmatch(line) for line in (TABLES / "README.md").read_text(encoding="utf-8").splitlines()]
    return {
        name: re.findall(r"`([^`]+)`", row["readers"])
        for row in rows
        if row and "`" in row["readers"]
        for name in row["tables"].split(", ")
    }


@cache
def readers() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in RULES.rglob("*.py"):
        for name in READS.findall(path.read_text(encoding="utf-8")):
            found.setdefault(name, set()).add(path.relative_to(RULES).with_suffix("").as_posix())
    return found


def test_every_table_is_in_the_index_and_read() -> None:
    tables = {path.stem for path in TABLES.iterdir() if path.suffix in (".toml", ".txt")}
    assert tables == set(index()) == set(readers())


@pytest.mark.parametrize("name", index())
def test_the_index_says_who_reads_a_table(name: str) -> None:
    places = index()[name]
    strangers = [at for at in readers()[name] if not any(f"{at}/".startswith(f"{place}/") for place in places)]
    idle = [place for place in places if not any(f"{at}/".startswith(f"{place}/") for at in readers()[name])]
    assert (strangers, idle) == ([], [])
