"""The texts to authors: to whom, about what, each problem once, and nothing that acts on a mail program."""

from __future__ import annotations

import csv
import email
import email.policy
import io

import pytest
from msgspec.structs import replace

from faimi_check.engine import triage
from faimi_check.model.decision import Decision, Ruling
from faimi_check.model.finding import Confidence, Finding, Location, Severity
from faimi_check.model.report import Report, SubmissionReport
from faimi_check.model.submission import KnownAuthor
from faimi_check.model.text.formulas import FORMULA_STARTS, as_written
from faimi_check.report.letters import mail
from faimi_check.report.letters.mail_templates import Kind, TemplateError, check, fill, shipped
from faimi_check.venues.loader import load

from ..conftest import triaged

AUTHORS = (
    KnownAuthor(name="Ingrid Lyngby", emails=("il@nordhavn.example", "old@nordhavn.example"), contact=True),
    KnownAuthor(name="Bo Ruvo", emails=("bo@east.example",)),
    KnownAuthor(name="Mei Li"),
)


RULINGS = {Kind.REJECT: Ruling.DESK_REJECT, Kind.MEND: Ruling.MEND, Kind.ASK: Ruling.ASK}


def letter(report: Report, kind: Kind = Kind.MEND, decision: Decision | None = None, **wording: object) -> mail.Letter:
    told = mail.compose(
        triaged(report).submissions[0],
        report.venue,
        kind,
        mail.Wording(**wording),  # type: ignore[arg-type]
        AUTHORS,
        decision,
    )
    assert told is not None
    return told


def with_findings(report: Report, *findings: Finding) -> SubmissionReport:
    return triaged(replace(report, submissions=(replace(report.submissions[0], findings=findings),))).submissions[0]


def test_it_says_what_where_which_clause_and_how_to_mend(report: Report) -> None:
    text = " ".join(mail.as_text(letter(report)).split())
    heads = "To: il@nordhavn.example Cc: bo@east.example No address: Mei Li Subject: Submission paper: a correction"
    assert text.startswith(heads)
    assert "Content runs on to page 9, the limit is page 8" in text
    assert "- page 9: “Fig. 4. Waiting time by group”" in text
    assert "To mend it: Shorten the paper by 11 lines" in text
    assert "The call says: “at most 8 pages plus at most 2 extra pages of references” (LEN001 page-limit)" in text
    assert "The call asks, in our words: Papers carry nothing that identifies the authors." in text
    assert "3 points need a change" in text


def test_no_option_of_the_chairs_is_in_it(report: Report) -> None:
    for kind in Kind:
        text = mail.as_text(letter(report, kind))
        assert "--" not in text
        assert "faimi-check" not in text


def with_fix(report: Report, fix: str, file: str = "12/my paper.pdf") -> SubmissionReport:
    over = report.submissions[0].findings[0]
    return with_findings(report, replace(over, fix=fix, where=replace(over.where, file=file)))


def test_a_command_stands_in_a_line_of_its_own_and_says_where_to_get_the_program(report: Report) -> None:
    command = 'faimi-check scrub "12/my paper.pdf" -o "12/my paper-clean.pdf"'
    submission = with_fix(report, f"Build it again, or run:\n\n{command}")
    for home, repository, getting in (
        ("", "", "pip install ."),
        ("https://checks.example", "https://code.example/faimi", "pip install git+https://code.example/faimi"),
    ):
        wording = mail.Wording(home=home, repository=repository)
        told = mail.compose(submission, report.venue, Kind.MEND, wording)
        assert told is not None
        lines = [line.strip() for line in told.body.splitlines()]
        # The folder is the chairs'.
        assert 'faimi-check scrub "my paper.pdf" -o "my paper-clean.pdf"' in lines
        assert [line for line in lines if line.startswith("pip ")] == [getting]
        assert (f"About it: {home}" in lines) is bool(home)


def test_what_is_to_be_copied_stands_in_a_text_once(report: Report) -> None:
    one, other = report.submissions[0].findings[:2]
    fix = "Let the README say this:\n\nREADME\n\nclip.mp4\n  Codec: H.264\n"
    submission = with_findings(report, replace(one, fix=fix), replace(other, fix=fix))
    told = mail.compose(submission, report.venue, Kind.MEND, mail.Wording())
    assert told is not None
    assert told.body.count("Codec: H.264") == 1
    assert "To mend it: Let the README say this: see point 1." in told.body


def test_what_is_said_of_several_videos_is_one_sentence_and_its_place_stands_once(report: Report) -> None:
    one = report.submissions[0].findings[0]
    at = Location(file="s.zip", member="README.txt")
    found = (
        replace(one, message=f"No codec is named for v{number}.mp4.", evidence="All in one line", where=at,
                fingerprint=f"f{number}")
        for number in range(7)
    )  # fmt: skip
    told = mail.compose(with_findings(report, *found), report.venue, Kind.MEND, mail.Wording())
    assert told is not None
    text = " ".join(told.body.split())
    assert "No codec is named for v0.mp4, v1.mp4, v2.mp4, v3.mp4, v4.mp4, v5.mp4, v6.mp4." in text
    assert text.count("No codec is named") == text.count("- README.txt: “All in one line”") == 1
    assert "more place" not in text


def test_title_deadline_and_signature(report: Report) -> None:
    titled = replace(report, submissions=(replace(report.submissions[0], title="Gaps in Triage"),))
    told = letter(titled, deadline="2 July, 23:59 AoE", signature="Ada Quill\nfor the chairs")
    text = " ".join(told.body.split())
    assert 'your submission paper, "Gaps in Triage", to Example Workshop 2025' in text
    assert "Please upload the corrected files by 2 July, 23:59 AoE. What is not corrected by then" in text
    assert told.body.endswith("With kind regards,\nAda Quill\nfor the chairs\n")


def test_every_kind_begins_with_a_capital_and_is_signed_by_the_chairs_where_nobody_signs(report: Report) -> None:
    for kind in Kind:
        body = letter(report, kind).body
        assert body.startswith("Dear authors,\n\nThank you for your submission")
        assert body.endswith("With kind regards,\nThe chairs of Example Workshop 2025\n")


def test_without_a_deadline_nothing_is_said_of_one(report: Report) -> None:
    text = " ".join(letter(report, Kind.MEND).body.split())
    assert "as soon as you can. What is not corrected will not be sent to review." in text
    assert "by then" not in text


def test_kinds_say_what_follows(report: Report) -> None:
    said = {
        kind: " ".join(letter(report, kind, Decision(ruling=ruling), deadline="2 July").body.split())
        for kind, ruling in RULINGS.items()
    }
    assert "cannot be sent to review" in said[Kind.REJECT]
    assert "this decision stands" in said[Kind.REJECT]
    assert "will not be sent to review" in said[Kind.MEND]
    assert "tell us by 2 July whether this is so" in said[Kind.ASK]


def test_a_rejection_does_not_say_how_to_mend_what_is_rejected(report: Report) -> None:
    rejected, mended = (letter(report, kind, Decision(ruling=RULINGS[kind])).body for kind in (Kind.REJECT, Kind.MEND))
    assert ("To mend it" in rejected, "faimi-check is free" in rejected) == (False, False)
    assert "To mend it" in mended
    for said in ("Content runs on to page 9, the limit is page 8", "(LEN001 page-limit)"):
        assert said in " ".join(rejected.split())


def test_nobody_claims_to_have_looked_who_has_not(report: Report) -> None:
    claims = ("we looked at it ourselves", "this decision stands")
    for decision in (None, Decision(), Decision(note="n")):
        draft = letter(report, Kind.REJECT, decision)
        text = " ".join(draft.body.split())
        assert draft.subject.startswith("DRAFT, not decided yet: Submission paper")
        assert not [claim for claim in claims if claim in text]
        assert "A program found this, and it can be wrong." in text
    own = letter(report, Kind.REJECT, templates={**shipped(), Kind.REJECT: "Subject: {{ id }}\n\n{{ points }}\n"})
    assert own.subject == "DRAFT, not decided yet: paper"
    for decision in (Decision(ruling=Ruling.DESK_REJECT), Decision(seen=True)):
        told = letter(report, Kind.REJECT, decision)
        text = " ".join(told.body.split())
        assert told.subject.startswith("Submission paper: not sent to review")
        assert [claim for claim in claims if claim in text] == list(claims)
        assert "A program found this" not in text


@pytest.mark.parametrize("kind", Kind)
def test_a_note_makes_a_text_also_where_nothing_was_found(kind: Kind, clean_report: Report) -> None:
    clean = triaged(clean_report).submissions[0]
    decision = Decision(ruling=RULINGS[kind], note="Is figure 3 {{ your }} own?")
    told = mail.compose(clean, clean_report.venue, kind, mail.Wording(), AUTHORS, decision)
    assert told is not None
    paragraphs = told.body.split("\n\n")
    assert "Is figure 3 {{ your }} own?" in paragraphs
    assert not [line for line in told.body.splitlines() if line.startswith("1.")]
    for absent in ("program", "0 points", "does not meet", "DRAFT"):
        assert absent not in mail.as_text(told)
    for silent in (Decision(ruling=RULINGS[kind]), Decision(note="a reminder")):
        assert mail.compose(clean, clean_report.venue, kind, mail.Wording(), AUTHORS, silent) is None


@pytest.mark.parametrize("kind", Kind)
def test_a_note_stands_before_what_was_found(kind: Kind, report: Report) -> None:
    told = letter(report, kind, Decision(ruling=RULINGS[kind], note="It is out of scope."))
    note, first = told.body.index("\n\nIt is out of scope.\n\n"), told.body.index("\n1.  ")
    assert note < first
    assert "A program helped us to find what is numbered" in " ".join(told.body.split())


def test_what_is_lighter_is_no_reason_beside_a_note(report: Report) -> None:
    likely, warning = report.submissions[0].findings[0], report.submissions[0].findings[10]
    assert (likely.severity, warning.severity) == (Severity.ERROR, Severity.WARNING)
    submission, venue = with_findings(report, likely, warning), report.venue
    decision = Decision(ruling=Ruling.DESK_REJECT, note="It is out of scope.")
    told = mail.compose(submission, venue, Kind.REJECT, mail.Wording(), decision=decision)
    assert told is not None
    assert "We also noticed the following:\n\n1.  Content runs on" in told.body
    assert "does not meet" not in told.body
    asked = mail.compose(
        with_findings(report, warning),
        venue,
        Kind.ASK,
        mail.Wording(),
        decision=Decision(ruling=Ruling.ASK, note="Is it?"),
    )
    assert asked is not None
    assert "reviewers:\n\nIs it?\n\nPlease have a look at the following as well" in asked.body


def test_an_own_template_without_the_note_says_nothing_where_nothing_was_found(clean_report: Report) -> None:
    wording = mail.Wording(templates={**shipped(), Kind.ASK: "Subject: {{ id }}\n\n{{ points }}\n"})
    clean, decision = triaged(clean_report).submissions[0], Decision(ruling=Ruling.ASK, note="Is it?")
    assert mail.compose(clean, clean_report.venue, Kind.ASK, wording, decision=decision) is None


def test_many_places_of_one_kind_are_one_point(report: Report) -> None:
    text = " ".join(letter(report).body.split())
    assert text.count("ANON002 email") == 1
    assert "... and 3 more places of the same kind." in text


def test_one_leak_found_by_two_rules_is_one_point(report: Report) -> None:
    address = report.submissions[0].findings[1]
    twice = replace(address, rule="ANON014", name="known-author", code="email", fingerprint="twice")
    submission = with_findings(report, address, twice)
    told = mail.compose(submission, report.venue, Kind.MEND, mail.Wording())
    assert told is not None
    assert told.body.count("m.ortega") == 1
    assert "one point needs a change" in told.body


def test_misconduct_and_own_faults_are_in_no_text(report: Report) -> None:
    over = report.submissions[0].findings[0]
    hidden = replace(
        over,
        rule="MAN001",
        name="hidden-instructions",
        code="instruction",
        message="HIDDEN",
        fingerprint="h",
        clause=None,
    )
    limit = replace(over, rule="DOC001", code="over-limit", message="OURS", fingerprint="o", clause=None)
    for kind in Kind:
        told = mail.compose(with_findings(report, hidden, limit, over), report.venue, kind, mail.Wording())
        assert told is not None
        assert "HIDDEN" not in told.body
        assert "OURS" not in told.body
        assert mail.compose(with_findings(report, hidden, limit), report.venue, kind, mail.Wording()) is None


def test_a_house_rule_is_not_called_unsafe_where_it_is_not(report: Report) -> None:
    over = replace(report.submissions[0].findings[0], clause=None)
    for rule, said in (
        ("DOC001", "so that reviewers can open and read the files"),
        ("SUP006", "so that the zip can be unpacked without harm"),
        ("SUB003", "under the right title"),
    ):
        submission = with_findings(report, replace(over, rule=rule, code="x"))
        told = mail.compose(submission, report.venue, Kind.ASK, mail.Wording())
        assert told is not None
        assert said in " ".join(told.body.split())
        assert "safe" not in told.body


@pytest.mark.parametrize(
    ("severity", "confidence", "rule", "expected"),
    [
        (Severity.ERROR, Confidence.CERTAIN, "LEN001", Kind.REJECT),
        (Severity.ERROR, Confidence.LIKELY, "LEN001", Kind.ASK),
        (Severity.ERROR, Confidence.CERTAIN, "RME001", Kind.MEND),
        (Severity.WARNING, Confidence.CERTAIN, "LEN001", None),
        (Severity.NOTE, Confidence.CERTAIN, "LEN001", None),
    ],
)
def test_kind_by_proposal(
    report: Report, severity: Severity, confidence: Confidence, rule: str, expected: Kind | None
) -> None:
    over = replace(report.submissions[0].findings[0], severity=severity, confidence=confidence, rule=rule)
    submission = with_findings(report, over)
    assert mail.kind_of(submission, None, decided=False) is expected
    assert mail.kind_of(submission, None, decided=True) is None
    assert mail.kind_of(submission, Decision(note="seen"), decided=True) is None


def test_a_decision_goes_before_the_proposal(report: Report) -> None:
    submission = triaged(report).submissions[0]
    said = {ruling: mail.kind_of(submission, Decision(ruling=ruling), decided=True) for ruling in Ruling}
    assert said == {
        Ruling.DESK_REJECT: Kind.REJECT, Ruling.MEND: Kind.MEND, Ruling.ASK: Kind.ASK, Ruling.NONE: None
    }  # fmt: skip


def test_what_is_undecided_makes_no_text(clean_report: Report, report: Report) -> None:
    open_only = replace(report.submissions[0], findings=())
    proposal = triage(open_only, load("faimi-2025"))
    assert proposal.action.value == "look"
    assert mail.kind_of(replace(open_only, proposal=proposal), None, decided=False) is None
    assert mail.kind_of(triaged(clean_report).submissions[0], None, decided=False) is None


def test_what_is_to_be_copied_stands_in_lines_of_its_own(report: Report) -> None:
    said = "        gaps.avi\n          Codec: DivX (MPEG-4 Part 2)\n          Download: https://www.divx.com/\n"
    assert f"    To mend it: Add README.txt:\n{said}" in letter(report).body


def test_warnings_are_a_request_and_notes_are_left_out(report: Report) -> None:
    text = letter(report).body
    assert "Please have a look at the following as well" in text
    assert "SUP007" in text
    assert "VID003" not in text


def test_lines_fit_a_mail_and_nobody_is_accused(report: Report) -> None:
    for kind in Kind:
        text = letter(report, kind, Decision(ruling=RULINGS[kind], note="word " * 40)).body
        assert max(len(line) for line in text.splitlines()) <= 76
        assert "A program helped us" in text
        assert not any(word in text.lower() for word in ("cheat", "violat", "must not have"))


def test_hostile_text_stays_text(hostile_report: Report) -> None:
    hostile = hostile_report.submissions[0].id
    authors = (KnownAuthor(name=hostile, emails=("a@b.example\r\nBcc: x@y.example",)),)
    submission = replace(triaged(hostile_report).submissions[0], title=hostile)
    for kind in Kind:
        told = mail.compose(submission, hostile_report.venue, kind, mail.Wording(), authors)
        assert told is not None
        text = mail.as_text(told)
        assert not [character for character in text if ord(character) < 32 and character != "\n"]
        assert not set(text) & set("\x7f\x85\x9b\u202e\u2066\u200b\u2028\ud800")
        # What a file says begins no line of its own: no header, no command, no heading.
        assert all("::warning" not in line[:12] for line in text.splitlines())
        assert sum(line.startswith(("Subject:", "Bcc:")) for line in text.splitlines()) == 1
        assert "{{ 7*7 }}" in text
        text.encode()
        draft = email.message_from_string(mail.as_eml(told), policy=email.policy.default)
        assert draft["Bcc"] is None
        assert draft["To"] is None


def test_a_draft_and_a_row_are_read_by_others_as_they_were_written(report: Report) -> None:
    told = letter(report, signature="Jürgen Köhl")
    draft = email.message_from_string(mail.as_eml(told), policy=email.policy.default)
    assert draft["To"].addresses[0].addr_spec == "il@nordhavn.example"
    assert draft["Cc"].addresses[0].display_name == "Bo Ruvo"
    assert draft["Subject"] == told.subject
    assert draft.get_content().replace("\r\n", "\n").rstrip() == told.body.rstrip()
    (row,) = csv.DictReader(io.StringIO(mail.csv_header().lstrip("\ufeff") + mail.csv_row(told), newline=""))
    assert (row["to"], row["cc"], row["kind"]) == ("il@nordhavn.example", "bo@east.example", "mend")
    assert row["body"] == told.body


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d", "  ="])
def test_no_cell_of_a_row_is_computed_and_the_body_keeps_its_lines(sign: str, report: Report) -> None:
    title = f'{sign}HYPERLINK("https://example.org","Dear all")'
    submission = replace(triaged(report).submissions[0], id=f"{sign}1", title=title)
    own = "Subject: {{ id }}\n\n{{ title }}\n\n{{ points }}\n-- \n{{ signature }}\n"
    wording = mail.Wording(templates={**shipped(), Kind.MEND: own}, signature="=A\n+B")
    told = mail.compose(submission, report.venue, Kind.MEND, wording, AUTHORS)
    assert told is not None
    assert told.body.lstrip().startswith(sign.strip())
    (row,) = csv.DictReader(io.StringIO(mail.csv_header().lstrip("\ufeff") + mail.csv_row(told), newline=""))
    assert not [cell for cell in row.values() if cell.lstrip().startswith(FORMULA_STARTS)]
    assert as_written(row["body"]) == told.body
    assert row["body"].endswith("\n--\n=A\n+B\n")


def test_without_a_contact_all_are_written_to(report: Report) -> None:
    authors = tuple(replace(one, contact=False) for one in AUTHORS)
    told = mail.compose(triaged(report).submissions[0], report.venue, Kind.MEND, mail.Wording(), authors)
    assert told is not None
    assert ([one.name for one in told.to], told.cc) == (["Ingrid Lyngby", "Bo Ruvo"], ())


def test_whom_a_text_does_not_reach_is_named_in_it(report: Report) -> None:
    authors = (KnownAuthor(name="Quill, Ada", profile="~Ada_Quill1"), KnownAuthor(name="Bo Ruvo"))
    told = mail.compose(triaged(report).submissions[0], report.venue, Kind.MEND, mail.Wording(), authors)
    assert told is not None
    assert mail.as_text(told).splitlines()[:2] == ["OpenReview: ~Ada_Quill1", "No address: Bo Ruvo"]
    (row,) = csv.DictReader(io.StringIO(mail.csv_header().lstrip("\ufeff") + mail.csv_row(told), newline=""))
    assert (row["to"], row["cc"], row["openreview"]) == ("", "", "~Ada_Quill1")


def test_an_own_template_is_filled(report: Report) -> None:
    own = "Subject: {{ id }}\n\nDear {{ authors }},\n\n{{ points }}\n\nby {{ deadline }}\n{{ signature }}\n"
    check(own)
    told = letter(report, templates={**shipped(), Kind.MEND: own}, deadline="Monday", signature="A")
    assert told.subject == "paper"
    assert told.body.startswith("Dear Ingrid Lyngby, Bo Ruvo, Mei Li,\n\n1.  ")
    assert told.body.endswith("\n\nby Monday\nA\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Subject: {{ nmae }}\n", "nmae"),
        ("Subject: {% if %}\n", "line 1"),
        ("Dear all\n", "first line"),
        ("Subject: {{ ''.__class__.__mro__ }}\n", "unsafe"),
        ("Subject: x\n{% for i in range(10**9) %}x{% endfor %}", "OverflowError|range"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused(text: str, said: str) -> None:
    with pytest.raises(TemplateError, match=said):
        check(text)


def test_long_lines_are_broken_and_short_ones_kept() -> None:
    fields = dict.fromkeys(("points", "more", "signature"), "") | {"id": "1"}
    assert fill(f"Subject: {{{{ id }}}}\n\n{'word ' * 30}\n  short\n", fields).splitlines()[2:] == [
        " ".join(["word"] * 15), " ".join(["word"] * 15), "  short",
    ]  # fmt: skip
