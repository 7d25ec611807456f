"""Where reading below the pages comes to a bound, it says so, and what it read before counts."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from faimi_check.model.paper import Structure
from faimi_check.model.problem import Aspect, ProblemKind
from faimi_check.reading.pdf.notes import actions, appearances, attachments
from faimi_check.reading.pdf.structure import read_structure
from faimi_check.reading.pdf.texts import certificates

NAME = "Ida Solvang, Nordhavn"


def dictionary(**entries: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def stream(data: bytes, **entries: object) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(data)
    made.update(dictionary(**entries))
    return made


class Made:
    """A PDF of one blank page, to be filled."""

    def __init__(self) -> None:
        self.writer = pypdf.PdfWriter()
        self.page = self.writer.add_blank_page(300, 400)

    def add(self, value: DictionaryObject) -> object:
        return self.writer._add_object(value)

    def read(self, folder: Path) -> Structure:
        path = folder / "made.pdf"
        self.writer.write(path)
        return read_structure(path)


@pytest.fixture
def made() -> Made:
    return Made()


def told(found: Structure) -> list[tuple[Aspect, ProblemKind, str]]:
    return [(problem.aspects[0], problem.kind, problem.detail) for problem in found.problems]


def attached(made: Made, count: int) -> None:
    for number in range(count):
        made.writer.add_attachment(f"{number}.txt", b"words")


def with_events(made: Made, count: int) -> None:
    script = dictionary(S=NameObject("/JavaScript"), JS=TextStringObject("app.beep()"))
    made.page[NameObject("/AA")] = dictionary(**{f"E{number}": script for number in range(count)})


def with_states(made: Made, count: int) -> None:
    states = {f"S{number}": made.add(stream(b"BT (seen) Tj ET")) for number in range(count)}
    note = dictionary(
        Subtype=NameObject("/Stamp"), Rect=ArrayObject(map(NumberObject, (10, 10, 90, 30))),
        AP=dictionary(N=dictionary(**states)),
    )  # fmt: skip
    made.page[NameObject("/Annots")] = ArrayObject([made.add(note)])


def signed(made: Made, count: int) -> None:
    names = b"".join(b"\x06\x03\x55\x04\x03\x0c\x0f" + f"Ida Solvang {at:03}".encode() for at in range(count))
    content = ByteStringObject(b"\x30\x82\x01\x00" + names)
    made.writer.root_object[NameObject("/Signed")] = dictionary(Type=NameObject("/Sig"), Contents=content)


@pytest.mark.parametrize(
    ("fill", "most", "part", "expected"),
    [
        (
            attached, attachments._MAX_FILES, "attachments",
            "The attachments were read in part only: more than 500 files.",
        ),
        (
            with_events, actions._MAX_EVENTS, "active_content",
            "The active content were read in part only: more than 50 events of one thing.",
        ),
        (
            signed, certificates._MOST, "other_texts",
            "The strings of the file were read in part only: more than 100 names in a signature.",
        ),
    ],
)  # fmt: skip
def test_what_a_bound_leaves_out_is_said(
    fill: Callable[[Made, int], None], most: int, part: str, expected: str, made: Made, tmp_path: Path
) -> None:
    fill(made, most)
    assert told(made.read(tmp_path)) == []
    more = Made()
    fill(more, most + 1)
    found = more.read(tmp_path)
    assert [detail for _, kind, detail in told(found) if kind is ProblemKind.LIMIT] == [expected]
    assert len(getattr(found, part)) >= most, "what was read before still counts"


def test_a_note_with_more_states_than_are_read_is_not_known(made: Made, tmp_path: Path) -> None:
    with_states(made, appearances._MOST_STATES)
    found = made.read(tmp_path)
    assert told(found) == []
    assert len(found.annotations) == 1
    more = Made()
    with_states(more, appearances._MOST_STATES + 1)
    assert told(more.read(tmp_path)) == [
        (
            Aspect.OBJECTS, ProblemKind.LIMIT,
            f"The annotations were read in part only: more than {appearances._MOST_STATES} states of a note.",
        )
    ]  # fmt: skip


def nested(made: Made, depth: int, **innermost: object) -> None:
    """A page that draws a figure that draws a figure, and so on; the innermost has these resources."""
    resources = dictionary(**innermost)
    for _ in range(depth):
        form = stream(b"/F Do", Type=NameObject("/XObject"), Subtype=NameObject("/Form"), Resources=resources)
        resources = dictionary(XObject=dictionary(F=made.add(form)))
    made.page[NameObject("/Resources")] = resources


def photo(made: Made) -> DictionaryObject:
    file = io.BytesIO()
    Image.new("L", (8, 8)).save(file, "JPEG", comment=NAME)
    image = stream(file.getvalue(), Subtype=NameObject("/Image"), Filter=NameObject("/DCTDecode"))
    return dictionary(F=made.add(image))


def test_figures_within_figures_are_read_down_to_a_bound_that_is_said(made: Made, tmp_path: Path) -> None:
    nested(made, 12, XObject=photo(made))
    found = made.read(tmp_path)
    assert told(found) == []
    assert [field.value for one in found.objects for field in one.fields] == [NAME]
    deeper = Made()
    nested(deeper, 13, XObject=photo(deeper))
    assert sorted(told(deeper.read(tmp_path))) == [
        (
            Aspect.OBJECTS, ProblemKind.DAMAGED,
            "What is drawn within a figure on page 1 could not be read: it lies in 12 others.",
        ),
        (
            Aspect.STRUCTURE, ProblemKind.LIMIT,
            "The fonts' tables were read in part only: figures that lie in each other more than 12 deep.",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize("length", [1_000, 9_000, 15_000])
def test_a_long_text_is_read_to_its_end(length: int, made: Made, tmp_path: Path) -> None:
    """In pieces, of which none ends within a name."""
    filler = ("plain words " * length)[:length]
    made.writer.add_metadata({"/Remark": f"{filler} {NAME}"})
    assert [field.value for field in made.read(tmp_path).other_texts if NAME in field.value]


def test_a_long_property_of_xmp_is_read_to_its_end(made: Made, tmp_path: Path) -> None:
    filler = "plain words " * 900
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="{filler}{NAME}"/>'
        "</rdf:RDF></x:xmpmeta>"
    )
    made.writer.root_object[NameObject("/Metadata")] = made.add(
        stream(packet.encode(), Type=NameObject("/Metadata"), Subtype=NameObject("/XML"))
    )
    found = made.read(tmp_path)
    assert [field.key for field in found.metadata if NAME in field.value] == ["dc:source"]
    assert told(found) == []


def test_whom_a_large_signature_names_is_read(made: Made, tmp_path: Path) -> None:
    """Programs reserve tens of kilobytes for one, and fill up with zeros."""
    name = b"\x06\x03\x55\x04\x03\x0c" + bytes([len(NAME)]) + NAME.encode()
    content = ByteStringObject((b"\x30\x82\x01\x00" + name).ljust(32_000, b"\0"))
    made.writer.root_object[NameObject("/Signed")] = dictionary(Type=NameObject("/Sig"), Contents=content)
    fields = [field for field in made.read(tmp_path).other_texts if NAME in field.value]
    assert [field.key for field in fields] == ["certificate, common name"]
