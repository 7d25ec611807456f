"""One leak is one finding, and what says something else as well is one of its own."""

from __future__ import annotations

from faimi_check.engine import check
from faimi_check.model.submission import Submission
from faimi_check.venues.loader import load

from ..rules.pages import paper

HOUSE = "1 Nordhavn University, Department of Imaging, Quayside 5, Nordhavn"
PAID = "This project was supported by the Estmark Ministry of Research under the Polder programme"


def found(*footnotes: str) -> list[str]:
    report = check(Submission(id="1", paper=paper("We measure the gap.", footnotes=footnotes)), load("faimi-2025"))
    return [finding.evidence for finding in report.findings if finding.rule.startswith("ANON")]


def test_a_text_that_two_rules_quote_is_told_once() -> None:
    assert len(found(HOUSE)) == 1


def test_a_sentence_before_what_another_rule_quotes_is_told_as_well() -> None:
    assert any("Polder" in evidence for evidence in found(f"1 {PAID}.", HOUSE))
