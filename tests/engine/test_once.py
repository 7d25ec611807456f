"""One leak is one finding, and what says something else as well is one of its own."""

from __future__ import annotations

from faimi_check.engine import check
from faimi_check.engine.once import once_each
from faimi_check.engine.selection import Selection
from faimi_check.model.finding import Confidence, Finding, Location, Severity
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


def test_a_text_that_begins_as_one_that_is_told_and_says_much_more_is_told_as_well() -> None:
    thanks = (
        "We thank the whole team of the Quayside clinic for the images and for their patience with all that we asked."
    )
    more = f"{thanks} {PAID}, and the first author wrote the program that the second one keeps at his own page there."

    def found_by(rule: str, evidence: str) -> Finding:
        return Finding(
            rule=rule, name="", code="c", severity=Severity.ERROR, confidence=Confidence.LIKELY, message="", fix="",
            evidence=evidence, where=Location(page=8), clause=None, fingerprint=rule,
        )  # fmt: skip

    assert len(once_each([found_by("ANON004", thanks), found_by("ANON005", more)])) == 2
    assert len(once_each([found_by("ANON004", more), found_by("ANON005", thanks)])) == 1
    assert len(once_each([found_by("ANON004", thanks), found_by("ANON005", f"{thanks} All was fine.")])) == 1


def test_a_login_beside_a_house_that_is_told_is_told_as_well() -> None:
    def found_by(rule: str, *evidence: str) -> Finding:
        return Finding(
            rule=rule, name="", code="c", severity=Severity.WARNING, confidence=Confidence.POSSIBLE, message="", fix="",
            evidence=" | ".join(evidence), where=Location(page=2), clause=None, fingerprint=rule,
        )  # fmt: skip

    house = "Drawn by Moira Lyngby at Estmark University Hospital"
    assert len(once_each([found_by("ANON015", house), found_by("ANON022", "user: mlyngby", house)])) == 2
    assert len(once_each([found_by("ANON015", house), found_by("ANON022", "Moira Lyngby", house)])) == 1
    assert len(once_each([found_by("ANON015", house), found_by("ANON022", house)])) == 1


def test_of_several_sentences_only_those_are_told_that_no_other_finding_quotes() -> None:
    site = "Films were acquired at Tveitvik Hospital from 2014 to 2019."
    both = "Women were recruited at Brekk Hospital with a grant of the Halden Foundation (grant HF-2031-22)."

    def told(*said: str) -> dict[str, tuple[str, int | None]]:
        report = check(Submission(id="1", paper=paper("We measure the gap.", *said)), load("faimi-2025"))
        found = (one for one in report.findings if one.rule.startswith("ANON"))
        return {one.rule: (one.evidence, one.where.page) for one in found}

    assert told(site, both) == {"ANON005": (both, 1), "ANON015": (site, 1)}
    # The place was that of the sentence which is told elsewhere.
    assert told(both, site) == {"ANON005": (both, 1), "ANON015": (site, None)}


def test_what_is_waived_is_not_told_again_by_a_lighter_finding() -> None:
    said = (
        "The films were collected in the north of Norway, in Bergen, and approval was given by the regional ethics"
        " board in Bergen (417/31)."
    )
    submitted = Submission(id="1", paper=paper(said))
    told = check(submitted, load("faimi-2025"))
    left = check(submitted, load("faimi-2025"), Selection(ignored={"ANON015": "the board is everybody's"}))
    found, after = ([one.rule for one in each.findings if one.rule.startswith("ANON")] for each in (told, left))
    alone = check(submitted, load("faimi-2025"), Selection(only=frozenset({"ANON022"})))
    assert [one.rule for one in alone.findings] == ["ANON022"]
    assert (found, after) == (["ANON015"], [])
    assert [ignored.finding.rule for ignored in left.ignored] == ["ANON015"]


def test_what_is_waived_hides_nothing_as_heavy() -> None:
    def found_by(rule: str, severity: Severity, member: str | None = None) -> Finding:
        return Finding(
            rule=rule, name="", code="c", severity=severity, confidence=Confidence.POSSIBLE, message="", fix="",
            evidence="Our scripts of [3] are kept at github.com/mlyngby/gaps.", where=Location(page=2, member=member),
            clause=None, fingerprint=rule,
        )  # fmt: skip

    waived = [found_by("ANON007", Severity.WARNING)]
    assert once_each([found_by("ANON006", Severity.WARNING)], waived)
    assert once_each([found_by("ANON006", Severity.ERROR)], waived)
    assert once_each([found_by("ANON022", Severity.NOTE, "cited.pdf")], waived)
    assert not once_each([found_by("ANON022", Severity.NOTE)], waived)
