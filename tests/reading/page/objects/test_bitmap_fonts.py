"""Bitmap fonts of TeX: no name, no size of their own, and codes that stand for nothing by what the file says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import ascii_lowercase

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NumberObject
from tests.rules.hidden.altered import Altered, named, numbers

from faimi_check.model.page import Page, TextRun
from faimi_check.reading.page.objects.nameless_faces import face_of
from faimi_check.reading.page.objects.seen_sizes import with_seen_sizes
from faimi_check.reading.page.objects.tex_codes import decoded
from faimi_check.reading.paper import read_paper

# Dots of a printer with 300 to an inch, whose type of ten points is so many dots high.
_DOT, _EM = 0.24, 10 / 0.24
# In ems below and above the baseline, where a letter is not as high as a capital.
_INK = {
    **dict.fromkeys("acemnorsuvwxz", (0.0, 0.43)),
    **dict.fromkeys("gpqy", (-0.194, 0.43)),
    **dict.fromkeys("()", (-0.25, 0.75)),
    "i": (0.0, 0.66),
    "t": (0.0, 0.615),
    ",": (-0.194, 0.1),
}


@pytest.mark.parametrize(
    ("codes", "letters"),
    [
        ("the \x0crst \x0b ects, o\x0eces, ba\x0fed, re\rect", "the first \x0b ects, offices, baffled, reflect"),
        ("R\x13emy K\x7fuper na\x7f\x10ve \x0can", "Rémy Küper naïve fian"),
        ("Stra\x19e, S\x1cren and \x1frsted, \x0cne", "Straße, Søren and Ørsted, fine"),
        ("Fran\x18cois \x0cnds", "François finds"),
    ],
)
def test_codes_of_the_first_encoding_are_letters(codes: str, letters: str) -> None:
    assert decoded(codes, codes) == letters


@pytest.mark.parametrize(
    ("codes", "letters"),
    [
        ("the \x1crst \x1bects, o\x1eces, re\x1dect", "the first ffects, offices, reflect"),
        ("\x83apek and Ha\xb2ek of the \x1celd", "Čapek and Hašek of the field"),
        ("stra\xffe, \x1cne, \xa3 5", "straße, fine, £ 5"),
    ],
)
def test_codes_of_the_encoding_of_cork_are_letters(codes: str, letters: str) -> None:
    assert decoded(codes, codes) == letters


def test_codes_alone_stay_as_they_are() -> None:
    assert decoded("\x0b + \x0c = 1", "\x0b + \x0c = 1") == "\x0b + \x0c = 1"


def test_a_paper_in_bitmap_fonts_is_read_as_it_is_seen(tmp_path: Path) -> None:
    page = _typeset(tmp_path, "(the \\014rst o\\016ces of R\\023emy)")
    assert [run.text for run in _bitmap_runs(page)] == ["the first offices of Rémy"]


def test_an_accent_in_a_piece_of_its_own_is_put_on_its_letter(tmp_path: Path) -> None:
    lone = f"(the \\014rst Syst) Tj {13 * 18} 0 Td (\\022) Tj 0 0 Td (emes)"
    page = _typeset(tmp_path, lone)
    assert any(line.text == "the first Systèmes" for line in page.lines)


@pytest.mark.parametrize("text", ["common uses", "the time", "types, again", "Groups", "(see below)"])
def test_the_size_of_a_bitmap_font_is_what_its_ink_tells(text: str, tmp_path: Path) -> None:
    escaped = text.replace("(", "\\(").replace(")", "\\)")
    (run,) = _bitmap_runs(_typeset(tmp_path, f"({escaped})"))
    assert run.size == pytest.approx(10, rel=0.04)


def test_sizes_that_may_be_true_stay(tmp_path: Path) -> None:
    """Small type with small ink, and a bracket of many pieces."""
    page = Altered()
    page.draw(1, "BT /Hv 1.5 Tf 1 0 0 1 200 560 Tm (the small print) Tj ET")
    runs = _read(page, tmp_path).runs
    assert [run.size for run in runs if run.text == "the small print"] == [1.5]
    assert with_seen_sizes(runs) == list(runs)


# Dots of type of ten points at 300 an inch: of Computer Modern, of Times, and of a face with wider feet.
_ROMAN = dict(
    zip(
        ascii_lowercase,
        (21, 23, 19, 23, 18, 13, 21, 23, 12, 13, 22, 12, 35, 23, 21, 23, 22, 16, 16, 16, 23, 22, 30, 22, 22, 18),
        strict=True,
    )
)
_TIMES = {**dict.fromkeys("bdghknopquvxy", 20.8), **dict.fromkeys("ijlt", 11.6), **dict.fromkeys("acez", 18.5)}
_TIMES |= {"f": 13.9, "m": 32.4, "r": 13.9, "s": 16.2, "w": 30.1}
_WIDE = {**_ROMAN, "t": 13.6, "r": 16.5, "j": 9.7, "w": 34.7, "f": 13.9, "d": 25.4, "p": 25, "v": 23.5, "i": 12.1}


@pytest.mark.parametrize(
    ("widths", "face"),
    [
        (_ROMAN, "Computer Modern"),
        (_TIMES, "Times"),
        ({letter: 0.24 * width for letter, width in _ROMAN.items() if letter not in "jqxz"}, "Computer Modern"),
        (_WIDE, ""),
        (dict.fromkeys(ascii_lowercase, 21.8), ""),
        ({letter: _ROMAN[letter] for letter in "aeinorst"}, ""),
        ({}, ""),
    ],
)
def test_the_widths_of_letters_tell_a_face(widths: Mapping[str, float], face: str) -> None:
    assert face_of(widths) == face


@pytest.mark.parametrize(("widths", "face"), [(_ROMAN, "Computer Modern"), ({}, "")])
def test_the_face_of_a_paper_in_bitmap_fonts(widths: Mapping[str, float], face: str, tmp_path: Path) -> None:
    paper = Altered()
    while len(paper.writer.pages) > 2:
        paper.writer.remove_page(2)
    words = "the quick fox jumps over a lazy dog while backward gazes of vexing quilts hum"
    lines = " ".join(f"1 0 0 1 0 {-50 * row} Tm ({words}) Tj" for row in range(30))
    for number in (1, 2):
        paper.resource(number, "Font", "Bm", _bitmap_font(paper, widths))
        drawn = f"{_DOT} 0 0 {_DOT} 134 620 cm BT /Bm 1 Tf {lines} ET"
        paper.page(number)[NameObject("/Contents")] = paper.stream(drawn.encode())
    assert read_paper(paper.saved(tmp_path), "paper.pdf").layout.body_font == face


def _bitmap_runs(page: Page) -> list[TextRun]:
    """The runs that stand where `_typeset` draws."""
    return [run for run in page.runs if 195 < run.x < 205 and 225 < run.baseline < 237]


def _typeset(folder: Path, shown: str) -> Page:
    """A page with a text in a bitmap font: the size is 1, and a dot of the glyphs is one unit."""
    paper = Altered()
    paper.resource(1, "Font", "Bm", _bitmap_font(paper))
    paper.draw(1, f"{_DOT} 0 0 {_DOT} 200 560 cm BT /Bm 1 Tf {shown} Tj ET")
    return _read(paper, folder)


def _read(paper: Altered, folder: Path) -> Page:
    path = folder / "paper.pdf"
    with path.open("wb") as out:
        paper.writer.write(out)
    return read_paper(path, path.name).pages[0]


def _bitmap_font(paper: Altered, widths: Mapping[str, float] | None = None) -> IndirectObject:
    font = named(Type="Font", Subtype="Type3")
    codes = range(128)
    names = [NameObject(f"/a{code}") for code in codes]
    font[NameObject("/FontBBox")] = numbers(0, -_EM, _EM, _EM)
    font[NameObject("/FontMatrix")] = numbers(1, 0, 0, 1, 0, 0)
    font[NameObject("/FirstChar")], font[NameObject("/LastChar")] = NumberObject(0), NumberObject(127)
    broad = [(widths or {}).get(chr(code), 18.0) for code in codes]
    font[NameObject("/Widths")] = numbers(*broad)
    font[NameObject("/Encoding")] = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Encoding"),
            NameObject("/Differences"): ArrayObject([NumberObject(0), *names]),
        }
    )
    glyphs = zip(codes, names, broad, strict=True)
    drawings = {name: paper.stream(_block(chr(code), width)) for code, name, width in glyphs}
    font[NameObject("/CharProcs")] = DictionaryObject(drawings)
    return paper.writer._add_object(font)


def _block(letter: str, width: float) -> bytes:
    """A glyph: the block that holds the ink of a letter, nothing for a blank."""
    if letter == " ":
        return f"{width} 0 0 0 0 0 d1".encode()
    bottom, top = _INK.get(letter, (0.0, 0.69))
    bottom, top = bottom * _EM, top * _EM
    size = f"1 {bottom:.2f} {width - 2} {top:.2f}"
    return f"{width} 0 {size} d1 1 {bottom:.2f} {width - 3} {top - bottom:.2f} re f".encode()
