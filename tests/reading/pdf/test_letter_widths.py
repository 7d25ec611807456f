"""Widths of letters, as a font in a file gives them."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.pdf.letter_widths import foreign_widths
from faimi_check.reading.pdf.objects.walk import ObjectWalk

# Thousandths of an em of the first twelve capitals in rsfs10 and in cmr10, from their metrics.
SCRIPT = (803, 908, 666, 774, 562, 895, 610, 969, 809, 1052, 914, 874)
ROMAN = (750, 708, 722, 764, 681, 653, 785, 750, 361, 514, 778, 625)


def told(widths: tuple[int, ...], read_as: str) -> str:
    """What is told of a font whose codes from 65 on have these widths and are read as these letters."""
    lines = "\n".join(f"<{code:02X}> <{ord(letter):04X}>" for code, letter in enumerate(read_as, 65))
    table = StreamObject()
    table.set_data(
        f"1 begincodespacerange <00> <FF> endcodespacerange {len(read_as)} beginbfchar\n{lines}\nendbfchar".encode()
    )
    writer = PdfWriter()
    writer.add_blank_page(612, 792)
    font = DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/FirstChar"): NumberObject(65),
            NameObject("/Widths"): ArrayObject(map(NumberObject, widths)),
            NameObject("/ToUnicode"): writer._add_object(table),
        }
    )
    writer._root_object[NameObject("/Held")] = writer._add_object(font)
    file = io.BytesIO()
    writer.write(file)
    reader = PdfReader(file)
    return foreign_widths(reader.root_object["/Held"].get_object(), ObjectWalk(PdfLimits()))


@pytest.mark.parametrize("widths", [SCRIPT, ROMAN])
def test_capitals_of_formulas_have_the_widths_of_their_script(widths: tuple[int, ...]) -> None:
    assert told(widths, "ABCDEFGHIJKL") == ""


def test_letters_that_are_read_as_others_have_other_widths() -> None:
    assert told(SCRIPT, "orMnmtwlaifs").startswith("the letters do not have the widths")
