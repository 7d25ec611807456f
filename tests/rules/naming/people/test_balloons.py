"""Who wrote what stands in the balloons of a word processor, beside the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.hidden.altered import Altered

BALLOONS = [
    (["Tilda Norrgren", "Deleted: in all wards"], "Tilda Norrgren"),
    (["Ifeanyi Castell-", "Varga", "Commented [ICV2]: see the", "other ward"], "Ifeanyi Castell-Varga"),
    (["Deleted by Tilda Norr-", "Gren: in all wards"], "Tilda Norr-Gren"),
    (["Formatted by Tilda Norrgren", "Font: Italic"], "Tilda Norrgren"),
    (["Tilda Norrgren", "Gel\\366scht: der Warteliste"], "Tilda Norrgren"),
    # The end of one balloon stands over the name of the next.
    (["Deleted: in all wards", "Tilda Norrgren", "Inserted: in two"], "Tilda Norrgren"),
]
NO_WRITERS = [
    ["Author", "Deleted: in all wards"],
    ["Anonymous Author", "Commented [A1]: see the other ward"],
    ["Deleted: in all wards", "Inserted: in two"],
    ["of the other ward", "Deleted: in all wards"],
    ["Tilda Norrgren", "sees the other ward"],
]


def with_balloon(lines: list[str], left: int) -> Altered:
    altered = Altered()
    said = " ".join(f"({line}) Tj 0 -8 Td" for line in lines)
    altered.draw(2, f"BT /Hv 7 Tf {left} 400 Td {said} ET")
    return altered


@pytest.mark.parametrize(("lines", "name"), BALLOONS)
def test_the_name_in_a_balloon_is_told_once_and_whole(lines: list[str], name: str, tmp_path: Path) -> None:
    altered = with_balloon(lines, 490)
    (hit,) = [hit for hit in altered.hits("ANON020", tmp_path) if hit.code == "writer"]
    assert hit.message.endswith(f"changed the text: {name}.")
    assert hit.evidence.startswith(name)
    assert hit.where.page == 2
    assert not any(name in f"{one.message}{one.evidence}" for one in altered.hits("ANON022", tmp_path))


@pytest.mark.parametrize("lines", NO_WRITERS)
def test_balloons_without_a_full_name_have_no_writer(lines: list[str], tmp_path: Path) -> None:
    assert "writer" not in [hit.code for hit in with_balloon(lines, 490).hits("ANON020", tmp_path)]


def test_what_stands_within_the_text_block_is_no_balloon(tmp_path: Path) -> None:
    inside = with_balloon(["Tilda Norrgren", "Deleted: in all wards"], 300)
    assert "writer" not in [hit.code for hit in inside.hits("ANON020", tmp_path)]
