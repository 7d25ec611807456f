"""The sections of a font's table of what its letters read as."""

from __future__ import annotations

import pytest

from faimi_check.reading.pdf.objects.unicode_tables import readings, sections

CHARS, RANGE = b"\n<41> <0042>\n<43> <0044>\n", b" <61> <7a> <0041> "


def test_each_section_is_told_by_its_kind() -> None:
    table = b"begincmap 2 beginbfchar%bendbfchar\n1 beginbfrange%bendbfrange\nendcmap" % (CHARS, RANGE)
    assert list(sections(table)) == [(b"char", CHARS), (b"range", RANGE)]


def test_a_section_without_an_end_is_none() -> None:
    assert list(sections(b"1 beginbfrange%bendbfrange 2 beginbfchar%b" % (RANGE, CHARS))) == [(b"range", RANGE)]


@pytest.mark.parametrize("unit", [b"beginbfchar", b"beginbfrange<41>", b"endbf"])
def test_openings_without_an_end_are_looked_at_once(unit: bytes) -> None:
    assert list(sections(unit * 1_000_000)) == []


def test_a_range_may_say_each_of_its_letters() -> None:
    said = b"2 beginbfrange\n<2c> <2e> [<002c> <002d> <002e>]\n<61> <64> [<0061><0062> <00660069> <0064>]\nendbfrange"
    assert dict(readings(said)) == {0x2C: ",", 0x2D: "-", 0x2E: ".", 0x61: "a", 0x62: "b", 0x64: "d"}


def test_codes_and_ranges_are_read_as_letters() -> None:
    table = b"begincmap 2 beginbfchar%bendbfchar\n1 beginbfrange<0061> <0063> <0041> endbfrange\nendcmap" % CHARS
    assert dict(readings(table)) == {0x41: "B", 0x43: "D", 0x61: "A", 0x62: "B", 0x63: "C"}


@pytest.mark.parametrize("body", [b"<00> <ff> [" * 50_000, b"<00> <ff> [<00", b"<ff> <00> <0041>", b"<00> <ff> []"])
def test_ranges_that_say_nothing(body: bytes) -> None:
    assert list(readings(b"1 beginbfrange" + body + b"endbfrange")) == []
