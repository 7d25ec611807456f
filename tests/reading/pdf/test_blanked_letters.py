"""Fonts whose letters read as blanks or as nothing: what is printed in them is said not to be known."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf.generic import NameObject
from tests.rules.hidden.altered import Altered, named

from faimi_check.model.problem import Aspect
from faimi_check.reading.paper import read_paper
from faimi_check.reading.pdf.objects.unicode_tables import unseen_readings

SENTENCE = "These films were read by Tilda Norrgren of Vestmark"


def saying(said: dict[str, str]) -> Altered:
    """A page with the sentence in a font whose letters read as given, or as themselves."""
    paper = Altered()
    letters = sorted(set(SENTENCE))
    pairs = "".join(f"<{ord(one):02X}> <{said.get(one, one).encode('utf-16-be').hex()}>\n" for one in letters)
    font = named(Type="Font", Subtype="Type1", BaseFont="Helvetica", Encoding="WinAnsiEncoding")
    font[NameObject("/ToUnicode")] = paper.stream(f"begincmap 1 beginbfchar\n{pairs}endbfchar endcmap".encode())
    paper.resource(3, "Font", "Bl", paper.writer._add_object(font))
    paper.draw(3, f"BT /Bl 9 Tf 1 0 0 1 140 90 Tm ({SENTENCE}) Tj ET")
    return paper


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\t", "\u2003", "\u200b", "  ", "\u3164", ""])
def test_letters_that_read_as_blanks(blank: str, tmp_path: Path) -> None:
    paper = saying(dict.fromkeys(set(SENTENCE), blank))
    told = [hit for hit in paper.hits("MAN001", tmp_path) if hit.code == "remapped"]
    found = read_paper(tmp_path / "paper.pdf", "paper.pdf")
    unknown = [one.page for one in found.problems if one.aspects == (Aspect.VISIBILITY,)]
    shown = any(SENTENCE in line.text for line in found.pages[2].lines)
    assert [hit.where.page for hit in told] == [3]
    assert unknown == [3] or shown


def test_half_of_the_letters(tmp_path: Path) -> None:
    (hit,) = saying(dict.fromkeys("bcdfhklmnrstv", " ")).hits("MAN001", tmp_path)
    assert (hit.code, hit.evidence) == ("remapped", "12 of its glyphs read as blanks or as nothing")


def test_letters_that_read_as_themselves(tmp_path: Path) -> None:
    paper = saying({})
    assert paper.hits("MAN001", tmp_path) == []
    assert read_paper(tmp_path / "paper.pdf", "paper.pdf").problems == ()


def test_blanks_are_not_seen_and_signs_are() -> None:
    table = (
        b"beginbfchar <01> <0020> <02> <> <03> <200B0020> <04> <0041> <05> <00200041> <06> <2800> endbfchar "
        b"beginbfrange <10> <12> [<0020> <0042> <00A0>] <20> <20> <0020> <30> <40> <0020> endbfrange"
    )
    assert unseen_readings(table) == {1: " ", 2: "", 3: "\u200b ", 6: "\u2800", 0x10: " ", 0x12: "\u00a0", 0x20: " "}


@pytest.mark.parametrize("body", [b"<00> <ff> [" * 50_000, b"<01> <0020", b"<ff> <00> <0020>", b"<01> <" * 90_000])
def test_tables_that_say_nothing(body: bytes) -> None:
    assert unseen_readings(b"1 beginbfrange" + body + b"endbfrange 1 beginbfchar" + body + b"endbfchar") == {}
