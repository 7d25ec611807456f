"""ANON018."""

from __future__ import annotations

import pytest

from faimi_check.model.submission import KnownAuthor, Submission

from ...pages import codes, hits, paper

AUTHORS = (KnownAuthor(name="Ingrid Lyngby", emails=("ingrid.l@nordhavn.edu",)), KnownAuthor(name="Bo Li"))


@pytest.mark.parametrize(
    "file", ["lyngby_faimi.pdf", "FAIMI-Lyngby-final.pdf", "faimiLyngby.pdf", "C:\\papers\\Lyngby2025.pdf"]
)
def test_a_known_author_in_the_name(file: str) -> None:
    submitted = Submission(id="x", paper=paper(file=file), authors=AUTHORS)
    assert codes("ANON018", submitted) == ["author"]


def test_a_printed_author_in_the_name() -> None:
    named = paper(file="lyngby.pdf", authors=("Ingrid Lyngby", "University of Nordhavn"))
    assert codes("ANON018", named) == ["author"]


def test_et_al_in_the_name() -> None:
    assert codes("ANON018", paper(file="lyngby_et_al_2025.pdf")) == ["likely-author"]


@pytest.mark.parametrize(
    "file", ["paper.pdf", "17.pdf", "anonymous_et_al.pdf", "public-triage.pdf", "FAIMI_2025_final_v2.pdf"]
)
def test_honest_names(file: str) -> None:
    assert codes("ANON018", Submission(id="x", paper=paper(file=file), authors=AUTHORS)) == []


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("maria_lopez_paper.pdf", True),
        ("Lopez_Garcia_FAIMI2026.pdf", True),
        ("Weber_2026.pdf", True),
        ("D:\\drafts\\Weber_2026.pdf", True),
        ("Monte_Carlo_triage.pdf", False),
        ("Gap_Triage_Net.pdf", False),
        ("paper_417_final.pdf", False),
        ("rose-paper.pdf", False),
    ],
)
def test_somebody_where_no_author_is_known(file: str, told: bool) -> None:
    assert codes("ANON018", paper(file=file)) == (["likely-author"] if told else [])


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("lyngby_faimi.pdf", "Lyngby"),
        ("faimi-ingrid-lyngby.pdf", "Ingrid Lyngby"),
        ("LyngbyIngrid.pdf", "Ingrid Lyngby"),
    ],
)
def test_no_more_is_quoted_than_the_name_holds(file: str, said: str) -> None:
    (hit,) = hits("ANON018", Submission(id="x", paper=paper(file=file), authors=AUTHORS))
    assert hit.message == f'The file name holds "{said}".'
