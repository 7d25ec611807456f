"""The sections of a font's table of what its letters read as."""

from __future__ import annotations

import pytest

from faimi_check.reading.pdf.objects.unicode_tables import sections

CHARS, RANGE = b"\n<41> <0042>\n<43> <0044>\n", b" <61> <7a> <0041> "


def test_each_section_is_told_by_its_kind() -> None:
    table = b"begincmap 2 beginbfchar%bendbfchar\n1 beginbfrange%bendbfrange\nendcmap" % (CHARS, RANGE)
    assert list(sections(table)) == [(b"char", CHARS), (b"range", RANGE)]


def test_a_section_without_an_end_is_none() -> None:
    assert list(sections(b"1 beginbfrange%bendbfrange 2 beginbfchar%b" % (RANGE, CHARS))) == [(b"range", RANGE)]


@pytest.mark.parametrize("unit", [b"beginbfchar", b"beginbfrange<41>", b"endbf"])
def test_openings_without_an_end_are_looked_at_once(unit: bytes) -> None:
    assert list(sections(unit * 1_000_000)) == []
