"""Triage: what a chair might do, each problem counted once."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

import pytest

from faimi_check.engine import problems, triage
from faimi_check.engine.phrases import phrase
from faimi_check.model.finding import Clause, Confidence, Finding, Location, Severity
from faimi_check.model.proposal import Action, Proposal
from faimi_check.model.report import Outcome, RuleResult, SubmissionReport, Verdict
from faimi_check.rules.catalogue import rules
from faimi_check.venues.files import ProfileError
from faimi_check.venues.loader import load
from faimi_check.venues.profile import Profile

PROFILE = load("faimi-2025")


def finding(
    rule: str,
    code: str,
    *,
    severity: str = "error",
    confidence: str = "certain",
    clause: str | None = "anonymized",
    page: int | None = 1,
    evidence: str = "",
    message: str = "m",
    bbox: tuple[float, ...] | None = None,
) -> Finding:
    return Finding(
        rule=rule,
        name="name",
        code=code,
        severity=Severity(severity),
        confidence=Confidence(confidence),
        message=message,
        evidence=evidence,
        fix="f",
        where=Location(file="p.pdf", page=page, bbox=bbox),
        clause=Clause(id=clause, quote="q") if clause else None,
        fingerprint=f"{rule}-{code}-{evidence}",
    )


def proposed(*findings: Finding, open_rule: str = "", profile: Profile = PROFILE) -> Proposal:
    results = (RuleResult(rule=open_rule, name="page-limit", outcome=Outcome.UNDECIDED),) if open_rule else ()
    report = SubmissionReport(
        id="1", paper="p.pdf", supplement=None, verdict=Verdict.FAIL, findings=findings, rules=results
    )
    return triage(report, profile)


OVER = finding("LEN001", "content-over", clause="length", page=9)
NAMED = finding(
    "ANON001", "named", evidence="Ingrid Lyngby, Bo Ruvo and Mei Li", message="The author section names A B and 2 more."
)


@pytest.mark.parametrize(
    ("found", "action", "reason"),
    [
        ((), Action.NONE, ""),
        ((OVER,), Action.DESK_REJECT, "content on page 9"),
        ((OVER, NAMED), Action.DESK_REJECT, "author section names 3 people; content on page 9"),
        ((finding("ANON001", "named", message="The author section names an institution."),), Action.DESK_REJECT,
         "author section names an institution"),
        ((finding("SUP004", "pages", message="notes.pdf has 4 pages; the call takes at most 2 pages.", page=None),),
         Action.ASK, "a PDF of the supplement is too long"),
        ((finding("SUP004", "pdf", page=None),), Action.ASK, "PDF in the supplement"),
        ((finding("ANON006", "own", confidence="likely", page=3),), Action.ASK, "link to own material on page 3"),
        ((finding("ANON008", "person", page=None),), Action.ASK, "PDF metadata names the authors"),
        ((finding("ANON014", "name", page=None),), Action.ASK, "an author's name"),
        ((finding("RME003", "different", clause="readme", page=None),), Action.ASK, "README names another codec"),
        ((finding("DOC001", "damaged", clause=None, page=None),), Action.ASK, "the PDF does not open"),
        ((finding("DOC001", "over-limit", clause=None),), Action.LOOK, "the PDF was not read to its end"),
        ((finding("LNCS006", "squeezed", severity="warning"),), Action.LOOK, "squeezed spacing on page 1"),
        ((finding("SUB003", "several", severity="warning", clause=None),), Action.ASK, "several papers uploaded"),
        ((finding("SUB001", "same-file", severity="warning", message="The paper is the same file as submission 2."),),
         Action.LOOK, "is the same file as submission 2"),
        ((finding("MAN001", "instruction", clause=None),), Action.LOOK, "hidden text addresses the reviewer on page 1"),
        ((finding("VID003", "audio", severity="note", clause=None),), Action.NONE, ""),
        ((finding("LEN001", "content-over", clause="codec-recommended"),), Action.ASK, "content on page 1"),
    ],
)  # fmt: skip
def test_action_and_reason(found: tuple[Finding, ...], action: Action, reason: str) -> None:
    told = proposed(*found)
    assert (told.action, told.reason) == (action, reason)


def test_what_could_not_be_told_asks_for_a_look() -> None:
    told = proposed(open_rule="LEN001")
    assert (told.action, told.reason) == (Action.LOOK, "could not tell: LEN001 page-limit")


def test_one_leak_is_one_problem() -> None:
    told = proposed(
        NAMED,
        finding("ANON014", "name", evidence="Ingrid Lyngby"),
        finding("ANON002", "email", evidence="x@y.de", bbox=(100, 100, 200, 110)),
        finding("ANON004", "institution", evidence="Nordhavn, x@y.de"),
        finding("ANON014", "name", evidence="Ingrid Lyngby", page=5),
    )
    assert [len(point.findings) for point in told.points] == [2, 2, 1]


def test_boxes_that_lie_on_each_other_are_one_problem() -> None:
    block = finding("ANON001", "named", evidence="Aa Bb", bbox=(100, 100, 300, 160))
    inside = finding("ANON003", "orcid", evidence="0000", bbox=(150, 110, 250, 120))
    beside = finding("ANON003", "orcid", evidence="1111", bbox=(150, 300, 250, 310))
    assert [len(point.findings) for point in proposed(block, inside, beside).points] == [2, 1]


def test_layout_in_one_box_is_not_a_leak() -> None:
    told = proposed(
        finding("LEN001", "content-over", clause="length", evidence="a long text here", bbox=(0, 0, 9, 9)),
        finding("LNCS007", "text", severity="warning", evidence="long text", bbox=(0, 0, 9, 9)),
    )
    assert len(told.points) == 2


@pytest.mark.parametrize(
    "signs",
    [
        (finding("LNCS001", "columns", clause="lncs"),),
        (
            finding("LNCS001", "width", clause="lncs"),
            finding("LNCS002", "body", clause="lncs"),
            finding("LNCS003", "tight", clause="lncs"),
        ),
    ],
)
def test_a_wrong_template_is_said_once_and_what_follows_from_it_is_not(signs: tuple[Finding, ...]) -> None:
    told = proposed(*signs, OVER, finding("LNCS007", "float", severity="warning", clause="lncs"))
    assert (told.action, told.reason) == (Action.DESK_REJECT, "not set in LNCS")
    assert len(told.points) == 1


def test_a_narrow_text_block_alone_is_no_other_template() -> None:
    told = proposed(finding("LNCS001", "width", clause="lncs"), OVER)
    assert set(told.reason.split("; ")) == {"text block not that of LNCS", "content on page 9"}


def test_what_is_the_chairs_own_is_not_for_the_authors() -> None:
    told = proposed(OVER, finding("MAN001", "instruction", clause=None), finding("DOC001", "over-limit", clause=None))
    assert {point.phrase: point.for_authors for point in told.points} == {
        "content on page 9": True,
        "hidden text addresses the reviewer on page 1": False,
        "the PDF was not read to its end": False,
    }


def test_one_kind_is_said_once_with_its_pages_and_what_is_lighter_behind_it() -> None:
    cited = [finding("ANON007", "own-work", severity="warning", page=page, evidence=str(page)) for page in (2, 6, 8)]
    linked = finding("ANON006", "own", confidence="likely", page=3)
    told = proposed(*cited, OVER, linked)
    assert told.reason == (
        "content on page 9; also link to own material on page 3; also self-citation on pages 2, 6 and 8"
    )
    assert told.grounds == "content on page 9"


def test_a_leak_is_named_by_where_it_is_not_by_the_list_that_tells_the_author() -> None:
    told = proposed(
        finding("ANON014", "name", evidence="Ingrid Lyngby, who is named at length"),
        finding("ANON002", "email", evidence="Ingrid Lyngby", bbox=(0, 0, 9, 9)),
    )
    assert told.reason == "e-mail address on page 1"
    assert told.points[0].findings[0].startswith("ANON002")


def test_nobody_writes_to_authors_that_misconduct_is_suspected() -> None:
    told = proposed(finding("MAN001", "instruction", clause=None), finding("LEN003", "pages", severity="warning"))
    assert "hidden text" in told.reason
    assert told.grounds == "too short"


def test_the_template_of_the_call_is_named() -> None:
    told = proposed(finding("LNCS001", "columns", clause="text-area"), profile=load("cvpr-2026"))
    assert told.reason == "not set in the CVPR template"


@pytest.mark.parametrize("said", ["", "ask", "desk-reject"])
def test_what_outruns_the_limits_is_looked_at_unless_the_profile_says_more(said: str, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    actions = f'[rules.DOC001.actions]\nover-limit = "{said}"\n' if said else ""
    path.write_text(f'id = "own"\ntitle = "t"\nextends = "faimi-2025"\nsource = "s"\n{actions}', encoding="utf-8")
    told = proposed(finding("DOC001", "over-limit", clause=None, page=None), profile=load(str(path)))
    assert told.action == (said or "look")
    assert told.points[0].for_authors is bool(said)


def test_a_profile_says_what_its_rules_lead_to(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        'id = "own"\ntitle = "t"\nextends = "faimi-2025"\nsource = "s"\n'
        '[rules.LEN001]\naction = "ask"\n[rules.MAN001.actions]\ninstruction = "desk-reject"\n'
        '[rules.LNCS006]\naction = "desk-reject"\nseverity = "error"\n',
        encoding="utf-8",
    )
    own = load(str(path))
    assert proposed(OVER, profile=own).action is Action.ASK
    assert proposed(finding("MAN001", "instruction", clause=None), profile=own).action is Action.DESK_REJECT
    assert proposed(finding("LNCS006", "squeezed", clause=None), profile=own).action is Action.DESK_REJECT
    doubtful = finding("LNCS006", "squeezed", severity="warning", confidence="possible")
    assert proposed(doubtful, profile=own).action is Action.LOOK


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ('[rules.DOC005]\naction = "desk-reject"\n', 'rules.DOC005.action: .*add severity = "error"'),
        ('[rules.DOC005]\naction = "desk-reject"\nseverity = "error"\n', ""),
        ('[rules.DOC005.actions]\nnotes = "desk-reject"\n', r'rules.DOC005.actions.notes: .* add notes = "error"'),
        ('[rules.DOC005.actions]\nnotes = "desk-reject"\n[rules.DOC005.codes]\nnotes = "error"\n', ""),
        ('[rules.DOC005]\naction = "desk-reject"\n[rules.DOC005.codes]\nnotes = "error"\n', ""),
        ('[rules.ANON]\naction = "desk-reject"\n', ""),
        ('[rules.DOC005]\naction = "look"\n', ""),
    ],
)
def test_a_desk_rejection_of_what_only_warns_is_refused_and_not_passed_over(
    said: str, refused: str, tmp_path: Path
) -> None:
    path = tmp_path / "own.toml"
    path.write_text(f'id = "own"\ntitle = "t"\nextends = "faimi-2025"\nsource = "s"\n{said}', encoding="utf-8")
    if refused:
        with pytest.raises(ProfileError, match=refused):
            load(str(path))
    else:
        load(str(path))


def test_every_rule_has_a_phrase_and_none_is_of_an_unknown_code() -> None:
    text = (resources.files("faimi_check.engine") / "phrases.toml").read_text(encoding="utf-8")
    codes = {rule.id: set(rule.codes) for rule in rules()}
    for rule_id, phrases in tomllib.loads(text).items():
        if rule_id in codes:
            assert set(phrases) - {"other"} <= codes[rule_id], rule_id
    for rule_id, known in codes.items():
        for code in known:
            said = phrase(finding(rule_id, code, message="names Ada Quill and 3 more"), "LNCS").words
            assert said != "name", (rule_id, code)
            assert "{" not in said
            assert len(said) < 60


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("lone-video", "supplement is a video without a zip"),
        ("several", "more supplement files than the call takes"),
        ("nested", "an archive inside the zip"),
        ("damaged", "the zip is damaged"),
        ("split", "the zip is split into parts"),
    ],
)
def test_each_way_in_which_a_supplement_is_no_single_zip_has_its_own_words(code: str, said: str) -> None:
    assert phrase(finding("SUP001", code), "LNCS").words == said


def test_which_other_submission_and_how_much_of_the_text_stand_in_the_reason() -> None:
    shared = finding(
        "SUB001", "same-text", severity="warning", message="The paper shares 41 % of its text with submission 31."
    )
    proposal = proposed(shared)
    assert (proposal.action, proposal.reason) == (Action.LOOK, "shares 41 % of its text with submission 31")
    assert [point.for_authors for point in proposal.points] == [False]


def test_thousands_of_findings_in_one_place_are_not_all_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The heaviest are: what two rules see there is one problem, whatever else there is."""
    compared = []
    same = problems._same
    monkeypatch.setattr(problems, "_same", lambda *pair: compared.append(pair) or same(*pair))
    light = [
        finding(f"ANON{1 + number % 20:03}", "a", severity="warning", evidence=f"place {number} of many")
        for number in range(2_000)
    ]
    heavy = [finding("ANON006", "link", evidence="github.com/solvang"), finding("ANON014", "x", evidence="Solvang")]
    groups = problems.problems_of([*light, *heavy])
    assert len(compared) <= 2_002 * problems._MOST_COMPARED
    assert [each.rule for each in groups[0]] == ["ANON006", "ANON014"]
    assert sum(map(len, groups)) == 2_002
    assert len(groups) == 2_001


def test_of_one_text_in_two_places_there_are_two_problems() -> None:
    one, other = (finding("ANON006", "link", evidence="github.com/solvang", page=page) for page in (1, 2))
    assert problems.problems_of([one, other]) == [[one], [other]]
    assert problems.problems_of([one, one]) == [[one, one]]
