"""The quotes of FAIMI are word for word those of the calls, where copies of the calls are at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from faimi_check.venues.loader import load

FACTS = Path(__file__).resolve().parents[3] / "shared" / "facts"


def words(text: str) -> str:
    """The text without HTML and Markdown, white space folded."""
    text = re.sub(r"<[^>]*>", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(text.replace("*", "").split())


@pytest.mark.parametrize("venue", ["faimi-2025", "faimi-2026"])
def test_quotes_are_word_for_word(venue: str) -> None:
    file = FACTS / f"{venue}-call.md"
    if not file.exists():
        pytest.skip("no copy of the call here")
    call = words(file.read_text(encoding="utf-8"))
    profile = load(venue)
    own = {name: clause for name, clause in profile.clauses.items() if clause.source == profile.source}
    assert len(own) >= 15
    for name, clause in own.items():
        assert clause.verbatim, name
        assert words(clause.quote) in call, name


@pytest.mark.parametrize("venue", ["miccai-2025", "miccai-2026", "imimic-2025", "shapemi-2026", "eccv-2026"])
def test_what_was_not_read_word_for_word_claims_no_quotes(venue: str) -> None:
    assert not [name for name, clause in load(venue).clauses.items() if clause.verbatim]


def test_faimi_2026_speaks_of_its_own_year_and_bans_slides() -> None:
    profile = load("faimi-2026")
    for clause in profile.clauses.values():
        assert "2025" not in clause.quote
        assert "2025" not in (clause.source or "")
    slides = profile.clause_of("VID005", "slides")
    assert slides is not None
    assert slides.quote == "Videos hold no embedded slides."


def test_care_wants_the_templates_unchanged() -> None:
    profile = load("care-2025")
    width = profile.clause_of("LNCS001", "width")
    assert width is not None
    assert "LaTeX and MS Word templates" in width.quote
    leading = profile.clause_of("LNCS003", "tight")
    assert leading is not None
    assert leading.quote == "No modifications to the templates are permitted."
