"""Lines that hold blanks only, as a reader may leave them, are no text that a rule could ask about."""

from __future__ import annotations

import pytest

from faimi_check.engine import check
from faimi_check.model.report import Outcome
from faimi_check.model.submission import Submission
from faimi_check.rules.naming.text.prose import flows, own_text, readings
from faimi_check.venues.loader import load

from ..pages import paper


@pytest.mark.parametrize("place", ["footnotes", "captions"])
def test_a_paper_whose_only_footnote_or_caption_is_blank_is_judged_as_one_without(place: str) -> None:
    bare, blank = paper("We measure the gap."), paper("We measure the gap.", **{place: ("  ", "\t")})
    assert flows(blank) == flows(bare)
    assert own_text(blank) == own_text(bare)
    assert readings(blank) == readings(bare)
    report = check(Submission(id="s", paper=blank), load("faimi-2025"))
    assert [result for result in report.rules if result.outcome is Outcome.CRASHED] == []
