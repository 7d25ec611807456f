"""PDFium's functions with plain addresses: the answers are those of pypdfium2's own, which stay as they are."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from faimi_check.reading.page.objects.direct import Numbers, address_of, direct

PAPERS = Path(__file__).resolve().parents[4] / "fixtures" / "papers"


def test_handles_and_numbers_are_those_of_pypdfium2() -> None:
    sides = [ctypes.c_float() for _ in range(4)]
    numbers = Numbers("4f")
    get_object, get_bounds = direct(pdfium.FPDFPage_GetObject), direct(pdfium.FPDFPageObj_GetBounds)
    with pypdfium2.PdfDocument(PAPERS / "compliant.pdf") as document:
        page = document[0]
        count = pdfium.FPDFPage_CountObjects(page.raw)
        assert count > 20
        for place in range(count):
            handle = pdfium.FPDFPage_GetObject(page.raw, place)
            address = get_object(address_of(page.raw), place)
            assert address == address_of(handle)
            assert pdfium.FPDFPageObj_GetBounds(handle, *sides) == get_bounds(address, *numbers.at) == 1
            assert numbers.read() == tuple(side.value for side in sides)


def test_a_null_pointer_is_none() -> None:
    assert direct(pdfium.FPDFPage_GetObject)(None, 0) is None
    assert address_of(pdfium.FPDFPage_GetObject(None, 0)) is None


def test_a_function_of_pypdfium2_keeps_its_types() -> None:
    before = list(pdfium.FPDFPage_GetObject.argtypes)
    direct(pdfium.FPDFPage_GetObject)
    assert list(pdfium.FPDFPage_GetObject.argtypes) == before
    assert pdfium.FPDFPage_GetObject.restype is pdfium.FPDF_PAGEOBJECT
