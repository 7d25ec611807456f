from __future__ import annotations

import pytest
from msgspec.structs import replace

from faimi_check.model.finding import Location, Severity
from faimi_check.model.report import Outcome, Report, RuleResult
from faimi_check.report.formats import PUBLIC_FORMATS, render
from faimi_check.report.machines.masking import MASK, is_personal, mask
from faimi_check.report.presentation import Presentation, RuleHelp

NAME = "Jolanda Blomqvist"


@pytest.fixture
def named(report: Report) -> Report:
    """Each way in which a name may come into a report."""
    submission = report.submissions[0]
    base = submission.findings[0]
    member = "blomqvist/gaps.avi"
    findings = (
        replace(base, rule="ANON001", message=f"{NAME} stands there.", evidence=NAME, fix=f"Take {NAME} out."),
        replace(base, rule="VID002", evidence=f"artist: {NAME}", where=Location(file="s.zip", member=member)),
        replace(base, rule="RME005", evidence=f"filmed by {NAME}"),
        replace(base, rule="SUP008", message=f"{member} names a person", where=Location(file="s.zip", member=member)),
        replace(base, rule="LEN001", message=f"Over: {NAME}", evidence=f"We thank {NAME} for"),
        replace(base, rule="VID003", message=f"{member} has sound", where=Location(file="s.zip", member=member)),
    )
    rules = (
        RuleResult(rule="VID001", name="playable", outcome=Outcome.UNDECIDED, reason=f"{member} was not decoded"),
        RuleResult(rule="ANON007", name="self", outcome=Outcome.CRASHED, reason=f"KeyError: {NAME[:7]}"),
    )
    video = replace(submission.videos[0], member=member, tags={"artist": NAME})
    return replace(
        report, submissions=(replace(submission, findings=findings, rules=rules, videos=(video,), ignored=()),)
    )


@pytest.mark.parametrize("name", sorted(PUBLIC_FORMATS))
def test_names_stay_out_of_public_formats(name: str, named: Report) -> None:
    text = render(named, name)
    assert "Jolanda" not in text
    assert "lomqvist" not in text


@pytest.mark.parametrize("name", ["terminal", "json", "html", "markdown", "csv"])
def test_names_stand_in_reports_for_oneself(name: str, named: Report) -> None:
    assert NAME in " ".join(render(named, name).split())


@pytest.mark.parametrize("name", sorted(PUBLIC_FORMATS))
def test_names_are_shown_on_demand(name: str, named: Report) -> None:
    assert NAME in render(named, name, Presentation(show_identities=True))


def test_what_stands_in_for_a_finding(named: Report, rule_help: dict[str, RuleHelp]) -> None:
    shown = mask(named, rule_help).submissions[0].findings[0]
    assert shown.message.startswith("Something about author-block.")
    assert (shown.evidence, shown.fix) == (MASK, "Mend author-block.")
    assert shown.where == named.submissions[0].findings[0].where


def test_the_fingerprint_is_no_hash_of_a_name(named: Report) -> None:
    before, after = named.submissions[0].findings[0], mask(named, {}).submissions[0].findings[0]
    assert before.fingerprint not in after.fingerprint


def test_other_rules_keep_their_words(report: Report) -> None:
    length = mask(report, {}).submissions[0].findings[0]
    assert length == report.submissions[0].findings[0]


def test_which_rules_are_personal() -> None:
    assert all(map(is_personal, ("ANON001", "ANON018", "VID002", "RME005", "SUP008")))
    assert is_personal("SUP007", "reveals")
    assert not any(map(is_personal, ("SUP007", "LEN001", "VID003", "MAN001")))


def test_which_codes_are_personal() -> None:
    assert is_personal("DOC005", "notes")
    assert is_personal("DOC005", "merge-marks")
    assert is_personal("DOC005", "tracked")
    assert not any(is_personal("DOC005", code) for code in ("unresolved", "filler", "template", "field"))


@pytest.mark.parametrize("name", sorted(PUBLIC_FORMATS))
def test_a_note_to_a_colleague_names_nobody_in_public(name: str, report: Report) -> None:
    submission = report.submissions[0]
    base = submission.findings[0]
    note = replace(base, rule="DOC005", code="notes", evidence="RQ: would Tomasz redo the second table?")
    other = replace(base, rule="LEN001", evidence="as Tomasz drew them, by group")
    text = render(replace(report, submissions=(replace(submission, findings=(note, other)),)), name)
    assert "Tomasz" not in text
    assert "second table" not in text


REFERENCE = (
    "As in our earlier study [4], groups differ. (cited: [4] Blomqvist, J., Ortega, M.: Bayesian audits of triage for "
    "Chest Radiography. In: FAIMI 2024. LNCS, vol. 15198, pp. 1–9. Springer (2024))"
)


def shown_beside(report: Report, quote: str, rules: dict[str, RuleHelp], *said: str) -> list[str]:
    """The messages of other findings, masked beside one that quotes this."""
    submission = report.submissions[0]
    base = submission.findings[0]
    own = replace(base, rule="ANON007", evidence=quote)
    others = (replace(base, rule="LNCS003", message=text, evidence="") for text in said)
    masked = mask(replace(report, submissions=(replace(submission, findings=(own, *others)),)), rules)
    return [finding.message for finding in masked.submissions[0].findings[1:]]


def test_series_publishers_and_words_of_titles_are_no_names(report: Report) -> None:
    said = (
        "The lines are 11 pt apart, where LNCS has 12 pt.",
        "Springer wants Bayesian audits, also of Chest Radiography.",
        "Triage is in the FAIMI template.",
    )
    assert shown_beside(report, REFERENCE, {}, *said) == list(said)


def test_who_wrote_what_is_cited_is_masked_all_the_same(report: Report) -> None:
    said = ("Page 3 says Blomqvist.", "Page 4 thanks M. Ortega.", "ORTEGA wrote it.")
    assert shown_beside(report, REFERENCE, {}, *said) == [
        f"Page 3 says {MASK}.",
        f"Page 4 thanks {MASK}.",
        f"{MASK} wrote it.",
    ]


def test_the_title_of_own_work_is_masked_where_it_is_quoted(report: Report) -> None:
    said = "Page 7 prints Bayesian audits of triage for Chest Radiography."
    assert shown_beside(report, REFERENCE, {}, said) == [f"Page 7 prints {MASK}."]


def test_initials_before_a_colon_in_prose_make_no_reference(report: Report) -> None:
    said = "Page 2 says Oyelaran."
    assert shown_beside(report, "We thank the reader J.: without Oyelaran no scan", {}, said) == [
        f"Page 2 says {MASK}."
    ]


def test_short_forms_that_rules_use_themselves_are_no_names(report: Report, rule_help: dict[str, RuleHelp]) -> None:
    known = {"LNCS003": replace(next(iter(rule_help.values())), summary="The type is not in the sizes of the CAMM.")}
    said = "The CAMM has another size."
    assert shown_beside(report, "Our own CAMM study [3] with the CAMM found it", known, said) == [said]
    assert shown_beside(report, "Our own NHTU study [3] with the NHTU found it", known, "The NHTU did.") == [
        f"The {MASK} did."
    ]


# Words of the documentation, which are taken for everybody's.
WORDS = {"X": RuleHelp(name="x", summary="What is white, and how long.", severity=Severity.NOTE, sections={})}
ORDINARY = ("Jolanda White", "J. White, T. Long", "Tom Long; Ida White")


@pytest.mark.parametrize("name", sorted(PUBLIC_FORMATS))
@pytest.mark.parametrize("authors", ORDINARY)
def test_a_surname_that_is_also_a_word_is_masked_in_the_names_of_files(name: str, authors: str, report: Report) -> None:
    submission = report.submissions[0]
    base = submission.findings[0]
    member = "white/gaps.avi"
    findings = (
        replace(base, rule="ANON001", evidence=authors, where=Location(file="white_supp.pdf", page=1)),
        replace(base, rule="VID003", message=f"{member} has sound", where=Location(file="white.zip", member=member)),
        replace(base, rule="LEN001", message="Run scrub white_supp.pdf.", evidence="see /home/white/new", fix="Do."),
    )
    video = replace(submission.videos[0], member=member, file="white.zip")
    told = replace(
        submission, id="white", paper="white_supp.pdf", supplement="white.zip", findings=findings, videos=(video,)
    )
    text = render(replace(report, submissions=(told,)), name, Presentation(rules=WORDS)).replace("What is white", "")
    assert "white" not in text.casefold()


def test_the_same_word_stays_in_prose(report: Report) -> None:
    submission = report.submissions[0]
    base = submission.findings[0]
    said = "no long-tailed set, nor a white one: white paper"
    findings = (
        replace(base, rule="ANON001", evidence="Jolanda White, Tom Long", where=Location(file="a.pdf", page=1)),
        replace(base, rule="LEN001", evidence=said, message=f"It says {said}."),
    )
    told = mask(replace(report, submissions=(replace(submission, findings=findings),)), WORDS)
    assert told.submissions[0].findings[1].evidence == said
    assert told.submissions[0].findings[1].message == f"It says {said}."


def test_the_name_that_a_file_is_called_by_is_masked_without_any_other_mention(report: Report) -> None:
    submission = report.submissions[0]
    base = submission.findings[0]
    for held in ("Jolanda White", "white", "White"):
        found = replace(
            base,
            rule="ANON018",
            evidence="white_two.pdf",
            message=f'The file name holds "{held}".',
            where=Location(file="white_two.pdf"),
        )
        told = replace(submission, id="white_two", paper="white_two.pdf", findings=(found,))
        for name in sorted(PUBLIC_FORMATS):
            text = render(replace(report, submissions=(told,)), name, Presentation(rules=WORDS))
            assert "white" not in text.replace("What is white", "").casefold()


@pytest.mark.parametrize("name", sorted(PUBLIC_FORMATS))
def test_plain_words_of_a_tag_are_withheld_and_mask_nothing_else(name: str, report: Report) -> None:
    submission = report.submissions[0]
    base = submission.findings[0]
    where = Location(file="s.zip", member="motion.mp4")
    sound = "ffmpeg -i motion.mp4 -an motion-clean.mp4"
    findings = (
        replace(base, rule="VID002", code="words", evidence="title: probe motion\ncomment: Model", where=where),
        replace(base, rule="ANON005", code="template", evidence="We thank the Model makers for motion.", fix=""),
        replace(base, rule="VID003", message="motion.mp4 has sound", evidence="", fix=sound, where=where),
        replace(base, rule="VID004", message="", evidence="Model_video.mp4: H.264", fix="", where=where),
    )
    video = replace(submission.videos[0], member="motion.mp4", tags={"title": "probe motion"})
    told = mask(replace(report, submissions=(replace(submission, findings=findings, videos=(video,)),)), {})
    words, template, *others = told.submissions[0].findings
    assert (words.evidence, template.evidence) == (MASK, MASK)
    assert [(each.message, each.evidence, each.fix) for each in others] == [
        (each.message, each.evidence, each.fix) for each in findings[2:]
    ]
    assert (told.submissions[0].videos[0].member, told.submissions[0].videos[0].tags) == ("motion.mp4", {"title": MASK})
    shown = render(replace(report, submissions=(replace(submission, findings=findings, videos=(video,)),)), name)
    assert "probe" not in shown
    assert "motion.mp4" in shown


def test_a_word_that_another_finding_takes_for_a_name_is_masked_all_the_same(report: Report) -> None:
    submission = report.submissions[0]
    base = submission.findings[0]
    findings = (
        replace(base, rule="VID002", code="words", evidence="title: probe motion"),
        replace(base, rule="VID002", code="identity", evidence="artist: Ilse Motion"),
        replace(base, rule="VID003", message="motion.mp4 has sound", evidence="", fix=""),
    )
    told = mask(replace(report, submissions=(replace(submission, findings=findings),)), {}).submissions[0]
    assert told.findings[2].message == f"{MASK}.mp4 has sound"


def named_path(report: Report, first: str, told: str, *paths: str, said: str) -> str:
    """What another finding says, masked beside paths that tell a name."""
    submission = report.submissions[0]
    base = submission.findings[0]
    found = replace(
        base,
        rule="SUP008",
        code="identifies",
        message=f'The path {first} says who the authors may be ("{told}").',
        evidence="\n".join((first, *paths)),
        where=Location(file="s.zip", member=first),
    )
    other = replace(base, rule="VID001", message=said, evidence="")
    masked = mask(replace(report, submissions=(replace(submission, findings=(found, other)),)), {})
    return masked.submissions[0].findings[1].message


@pytest.mark.parametrize("first", ["ida_falkenrath/", "ida_falkenrath/swing.mp4"])
def test_what_lies_in_a_folder_with_a_name_keeps_its_own(first: str, report: Report) -> None:
    others = ("ida_falkenrath/hevc.mp4", "ida_falkenrath/fake.mp4")
    said = "ida_falkenrath/hevc.mp4, ida_falkenrath/fake.mp4: H.265 (HEVC). See hevc.mp4 and fake.mp4."
    told = named_path(report, first, "ida_falkenrath", *others, said=said)
    folder = "[masked:1]" if first.endswith("/") else MASK
    assert told == f"{folder}/hevc.mp4, {folder}/fake.mp4: H.265 (HEVC). See hevc.mp4 and fake.mp4."


def test_a_member_stands_for_itself_and_not_within_a_word(report: Report) -> None:
    told = named_path(report, "falk", "falk", said="falk is long; falkenberg/ball.avi and ball.avi are not")
    assert told == "[masked:1] is long; falkenberg/ball.avi and ball.avi are not"


def test_a_first_name_beside_the_surname_that_is_told_is_masked_too(report: Report) -> None:
    told = named_path(report, "clips/Ida-Falkenrath.avi", "falkenrath", said="Ida says so in falkenrath2.avi, clips.")
    assert told == f"{MASK} says so in {MASK}.avi, clips."


def test_a_name_over_several_folders_is_masked(report: Report) -> None:
    told = named_path(report, "home/ifalken/clip.avi", "/home/ifalken", said="Run it in ifalken.")
    assert told == f"Run it in {MASK}."


def test_words_of_the_video_tables_name_nobody(report: Report) -> None:
    said = "x.mkv is H.265 (HEVC), FourCC hvc1, not Xvid in an AVI; libx265 wrote it."
    quote = "filmed by Ida Falkenrath: fall.mkv, HEVC hvc1, then Xvid, libx265, avi"
    assert shown_beside(report, quote, {}, said) == [said]
