"""Objects packed in an object stream are read one by one, and are what pypdf takes them for."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pypdf
import pytest
from tests.reading.pdf.written import packed

from faimi_check.reading.pdf.objects.reader import LazyReader

PAPERS = Path(__file__).resolve().parents[4] / "fixtures" / "papers"
PACKED = {
    1: b"<< /Type /Catalog /Pages 2 0 R >>",
    2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /UserUnit 6 0 R >>",
    6: b"2",
}
HOLDER = 7


def test_only_what_is_asked_for_is_read() -> None:
    reader = LazyReader(packed(PACKED))
    assert [page.mediabox.width for page in reader.pages] == [200]
    assert (0, 6) not in reader.resolved_objects
    assert reader.pages[0]["/UserUnit"] == 2
    assert reader.get_object(3) is reader.pages[0].indirect_reference.get_object()


def test_damage_in_one_object_leaves_the_others_of_its_stream() -> None:
    reader = LazyReader(packed({6: b"}", **{number: PACKED[number] for number in (1, 2, 3)}}))
    assert len(reader.pages) == 1
    with pytest.raises(pypdf.errors.PdfReadError):
        reader.pages[0]["/UserUnit"]


@pytest.mark.parametrize(
    "index",
    [
        "1 0 2 34 3 76",
        "1 0 2 34 3 34 6 148",
        "1 0 2 34 3 x 6 148",
        "1 0 2 34 3 76 6 9999",
        "1 0 2 34 3 76 9 148",
    ],
)
def test_an_index_with_anything_wrong_is_left_to_pypdf(index: str) -> None:
    data = packed(PACKED, index)
    assert told(LazyReader(data), PACKED) == told(pypdf.PdfReader(io.BytesIO(data)), PACKED)


def test_streams_that_are_packed_in_each_other_end() -> None:
    reader = LazyReader(packed(PACKED, holders={HOLDER: 6, 6: HOLDER}))
    with pytest.raises(pypdf.errors.PyPdfError):
        reader.get_object(pypdf.generic.IndirectObject(6, 0, reader))


@pytest.mark.parametrize("name", ["compliant", "figure-info", "alt-text", "compliant-linearized"])
def test_the_objects_of_a_paper_are_those_of_pypdf(name: str) -> None:
    data = (PAPERS / f"{name}.pdf").read_bytes()
    numbers = range(1, 400)
    assert told(LazyReader(data), numbers) == told(pypdf.PdfReader(io.BytesIO(data)), numbers)


def told(reader: pypdf.PdfReader, numbers: Iterable[int]) -> list[str]:
    """The objects, or why they cannot be read."""
    found = []
    for number in numbers:
        try:
            shown = repr(pypdf.generic.IndirectObject(number, 0, reader).get_object())
            found.append(shown.replace(str(id(reader)), "reader"))
        except pypdf.errors.PyPdfError as error:
            found.append(f"{type(error).__name__}: {error}")
    return found
