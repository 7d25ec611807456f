"""The quotes of FAIMI 2025 are word for word those of the call, where a copy of the call is at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from faimi_check.venues.loader import load

CALL = Path(__file__).resolve().parents[3] / "shared" / "facts" / "faimi-2025-call.md"


def words(text: str) -> str:
    """The text without HTML and Markdown, white space folded."""
    text = re.sub(r"<[^>]*>", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(text.replace("*", "").split())


@pytest.mark.skipif(not CALL.exists(), reason="no copy of the call here")
def test_quotes_are_word_for_word() -> None:
    call = words(CALL.read_text(encoding="utf-8"))
    profile = load("faimi-2025")
    own = {name: clause for name, clause in profile.clauses.items() if clause.source == profile.source}
    assert len(own) >= 15
    for name, clause in own.items():
        assert clause.verbatim, name
        assert words(clause.quote) in call, name


def test_only_faimi_2025_claims_to_quote() -> None:
    for venue in ("faimi-2026", "miccai-2025", "care-2025", "imimic-2025"):
        assert not [name for name, clause in load(venue).clauses.items() if clause.verbatim], venue
