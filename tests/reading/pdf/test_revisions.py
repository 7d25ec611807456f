"""Earlier states of a file: what they say that the last one does not, and what is no earlier state."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from faimi_check.model.paper import Revision
from faimi_check.model.problem import Aspect, ProblemKind
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.pdf.structure import read_structure

Revisions = Callable[..., tuple[Revision, ...]]
FONT = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica"}
PAPERS = Path(__file__).resolve().parents[3] / "fixtures" / "papers"


@pytest.fixture
def revisions(tmp_path: Path) -> Revisions:
    def read(data: bytes, limits: PdfLimits | None = None) -> tuple[Revision, ...]:
        path = tmp_path / "paper.pdf"
        path.write_bytes(data)
        return read_structure(path, limits).revisions

    return read


def updated(data: bytes, **info: str) -> bytes:
    """The document saved by appending, with another Info dictionary."""
    return changed(data, lambda writer: writer.add_metadata({f"/{key}": value for key, value in info.items()}))


def changed(data: bytes, change: Callable[[pypdf.PdfWriter], None]) -> bytes:
    """The document saved by appending what was changed."""
    writer = pypdf.PdfWriter(io.BytesIO(data), incremental=True)
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.fixture
def plain() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": "Ilse Vega", "/Title": "Waiting"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["compliant", "compliant-linearized", "encrypted-owner"])
def test_a_paper_saved_once_has_no_earlier_state(name: str, revisions: Revisions) -> None:
    assert revisions((PAPERS / f"{name}.pdf").read_bytes()) == ()


def test_names_that_an_update_took_away_are_found(revisions: Revisions) -> None:
    (first,) = revisions((PAPERS / "incremental-author.pdf").read_bytes())
    assert first.number == 1
    assert any("Lyngby" in field.value for field in first.lost_fields)
    assert any("Ingrid Lyngby" in line for line in first.lost_text)


def test_each_state_counts_what_the_last_no_longer_says(plain: bytes, revisions: Revisions) -> None:
    states = revisions(updated(updated(plain, Author="Nobody"), Author="Anonymous"))
    assert [[field.value for field in state.lost_fields] for state in states] == [["Ilse Vega"], ["Nobody"]]


def test_an_update_that_only_adds_loses_nothing(plain: bytes, revisions: Revisions) -> None:
    (state,) = revisions(updated(plain, Subject="queues"))
    assert (state.lost_fields, state.lost_text) == ((), ())


def with_text(said: str) -> bytes:
    """A document of two pages, the first of which says this."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(200, 200)
    font = DictionaryObject({NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in FONT.items()})
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    drawing = DecodedStreamObject()
    drawing.set_data(f"BT /F1 12 Tf 20 100 Td ({said}) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(drawing)
    writer.add_annotation(0, FreeText(text="by Ilse Vega", rect=(20, 20, 90, 40)))
    writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def in_the_drawing(writer: pypdf.PdfWriter) -> None:
    writer.pages[0]["/Contents"].get_object().set_data(b"")


def with_the_page(writer: pypdf.PdfWriter) -> None:
    writer.remove_page(0)


def with_the_page_anew(writer: pypdf.PdfWriter) -> None:
    del writer.pages[0][NameObject("/Contents")]


def with_another_tree(writer: pypdf.PdfWriter) -> None:
    page = DictionaryObject(writer.pages[1])
    tree = DictionaryObject({NameObject("/Type"): NameObject("/Pages"), NameObject("/Count"): NumberObject(1)})
    reference = writer._add_object(tree)
    page[NameObject("/Parent")] = reference
    tree[NameObject("/Kids")] = ArrayObject([writer._add_object(page)])
    writer.root_object[NameObject("/Pages")] = reference


@pytest.mark.parametrize("change", [in_the_drawing, with_the_page, with_the_page_anew, with_another_tree])
def test_text_that_an_update_took_away_is_found(
    change: Callable[[pypdf.PdfWriter], None], revisions: Revisions
) -> None:
    (state,) = revisions(changed(with_text("Ilse Vega wrote this"), change))
    assert state.lost_text == ("Ilse Vega wrote this",)


def test_a_note_that_an_update_changed_is_found(revisions: Revisions) -> None:
    def say_less(writer: pypdf.PdfWriter) -> None:
        note = writer.pages[0]["/Annots"][0].get_object()
        note[NameObject("/Contents")] = TextStringObject("by us")

    (state,) = revisions(changed(with_text("this"), say_less))
    assert ([field.value for field in state.lost_fields], state.lost_text) == (["by Ilse Vega"], ())


def saved(data: bytes, times: int) -> bytes:
    for number in range(times):
        data = updated(data, Author=f"Author {number}")
    return data


def test_what_was_deleted_many_saves_ago_is_found(plain: bytes, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(saved(plain, 15))
    read = read_structure(path)
    assert (len(read.revisions), read.problems) == (15, ())
    assert "Ilse Vega" in [field.value for field in read.revisions[0].lost_fields]


def test_of_more_states_than_are_read_the_oldest_are_and_the_rest_is_an_open_question(
    plain: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(saved(plain, 5))
    read = read_structure(path, PdfLimits(max_revisions=3))
    assert len(read.revisions) == 3
    assert "Ilse Vega" in [field.value for field in read.revisions[0].lost_fields]
    (problem,) = read.problems
    assert (problem.kind, problem.aspects) == (ProblemKind.LIMIT, (Aspect.STRUCTURE,))
    assert problem.detail == "The earlier revisions were read in part only: the oldest 3 of 5."


def test_a_state_of_which_a_page_cannot_be_read_is_an_open_question(tmp_path: Path) -> None:
    data = changed(with_text("Ilse Vega wrote this"), with_another_tree)
    count = re.compile(rb"/Count \d")
    path = tmp_path / "paper.pdf"
    path.write_bytes(count.sub(b"/Count 3", data, count=1))
    (problem,) = read_structure(path).problems
    assert (problem.kind, problem.aspects) == (ProblemKind.DAMAGED, (Aspect.STRUCTURE,))
    assert problem.detail == "All of the earlier state 1 of 2 could not be read: its page 3 cannot be read."


def test_a_state_without_pages_cannot_be_brought_back(tmp_path: Path) -> None:
    data = changed(with_text("Ilse Vega wrote this"), with_another_tree)
    path = tmp_path / "paper.pdf"
    path.write_bytes(re.sub(rb"/Pages (\d)", rb"/Pagen \1", data, count=1))
    assert read_structure(path).problems == ()


def test_lines_beyond_those_compared_are_an_open_question(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("faimi_check.reading.pdf.revisions._MAX_LINES", 0)
    path = tmp_path / "paper.pdf"
    path.write_bytes(changed(with_text("Ilse Vega wrote this"), in_the_drawing))
    (problem,) = read_structure(path).problems
    assert "more than 0 of its lines are others" in problem.detail


def test_startxref_in_a_stream_or_pointing_nowhere_is_no_state(plain: bytes, revisions: Revisions) -> None:
    assert revisions(plain.replace(b"%%EOF", b"%%EOF\n% startxref 99999999\n% startxref 3\n%%EOF")) == ()
