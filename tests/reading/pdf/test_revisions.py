"""Earlier states of a file: what they say that the last one does not, and what is no earlier state."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest

from faimi_check.model.paper import Revision
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.pdf.revisions import earlier_revisions

PAPERS = Path(__file__).resolve().parents[3] / "fixtures" / "papers"


def revisions(data: bytes, limits: PdfLimits | None = None) -> tuple[Revision, ...]:
    return tuple(earlier_revisions(data, (), limits or PdfLimits()))


def updated(data: bytes, **info: str) -> bytes:
    """The document saved by appending, with another Info dictionary."""
    writer = pypdf.PdfWriter(io.BytesIO(data), incremental=True)
    writer.add_metadata({f"/{key}": value for key, value in info.items()})
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
def test_a_paper_saved_once_has_no_earlier_state(name: str) -> None:
    assert revisions((PAPERS / f"{name}.pdf").read_bytes()) == ()


def test_names_that_an_update_took_away_are_found() -> None:
    (first,) = revisions((PAPERS / "incremental-author.pdf").read_bytes())
    assert first.number == 1
    assert any("Lyngby" in field.value for field in first.lost_fields)
    assert any("Ingrid Lyngby" in line for line in first.lost_text)


def test_each_state_counts_what_the_last_no_longer_says(plain: bytes) -> None:
    states = revisions(updated(updated(plain, Author="Nobody"), Author="Anonymous"))
    assert [[field.value for field in state.lost_fields] for state in states] == [["Ilse Vega"], ["Nobody"]]


def test_an_update_that_only_adds_loses_nothing(plain: bytes) -> None:
    (state,) = revisions(updated(plain, Subject="queues"))
    assert (state.lost_fields, state.lost_text) == ((), ())


def test_more_states_than_the_limit_keep_the_latest(plain: bytes) -> None:
    data = plain
    for number in range(5):
        data = updated(data, Author=f"Author {number}")
    assert len(revisions(data, PdfLimits(max_revisions=3))) == 3


def test_startxref_in_a_stream_or_pointing_nowhere_is_no_state(plain: bytes) -> None:
    assert revisions(plain.replace(b"%%EOF", b"%%EOF\n% startxref 99999999\n% startxref 3\n%%EOF")) == ()
