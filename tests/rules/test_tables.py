"""The index of the tables names each of them, and the rooms and modules that read it: all, and no others."""

from __future__ import annotations

import re
import zlib
from functools import cache
from pathlib import Path

import msgspec
import pytest
import tomli

import faimi_check.rules
from faimi_check.rules import tables

RULES = Path(faimi_check.rules.__file__).parent
TABLES = RULES / "tables"
READS = re.compile(r"""\b(?:table|words|listed|any_of|any_word)\(\s*["'](\w+)["']""")
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


def test_the_tables_are_packed_as_they_are() -> None:
    """`python training/packed_tables.py` after a change."""
    packed = msgspec.msgpack.Decoder().decode(tables.PACKED.read_bytes())
    sources = {path.stem: path.read_bytes() for path in TABLES.glob("*.toml")}
    assert packed == {name: [len(text), zlib.crc32(text), tomli.loads(text.decode())] for name, text in sources.items()}


def test_a_table_that_was_changed_is_read_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where it is as long as before, in the sources."""
    monkeypatch.setattr(tables, "_EDITED", True)
    text = (TABLES / "sections.toml").read_bytes()
    empty = msgspec.Raw(msgspec.msgpack.encode({}))
    for size, checksum in ((1, zlib.crc32(text)), (len(text), 1)):
        monkeypatch.setattr(tables, "_packed", lambda about=(size, checksum, empty): {"sections": about})
        assert tables.table.__wrapped__("sections") == tables.table("sections") != {}


def test_words_are_listed_one_by_one_or_with_spaces_between(monkeypatch: pytest.MonkeyPatch) -> None:
    held = {"kinds": {"plain": ["c++", "c (old)"], "spaced": "uno due"}, "flat": ["a.b"]}
    monkeypatch.setattr(tables, "table", {"held": held}.__getitem__)
    tables.listed.cache_clear()
    assert tables.listed("held", "kinds", "plain") == {"c++", "c (old)"}
    assert tables.listed("held", "kinds", "spaced") == {"uno", "due"}
    assert tables.any_of("held", "flat") == "(?:a.b)"
    assert tables.any_word("held", "kinds", "plain") == r"(?:c\+\+|c\ \(old\))"
    tables.listed.cache_clear()
