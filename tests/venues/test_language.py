"""What a profile can say, judged on real papers through the real reader."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec
import pytest

from faimi_check.engine import check
from faimi_check.model.finding import Finding
from faimi_check.model.paper import Paper
from faimi_check.model.report import Outcome, SubmissionReport
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.reading.surface import read_pages
from faimi_check.rules.document.length.apart import apart_sections
from faimi_check.venues.loader import ProfileError, load
from faimi_check.venues.profile import Profile

PAPERS = Path(__file__).resolve().parents[2] / "fixtures" / "papers"
HEAD = 'id = "mine"\ntitle = "Mine"\nsource = "https://example.org"\n'


@cache
def paper(name: str) -> Paper:
    return read_pages(PAPERS / f"{name}.pdf", f"{name}.pdf")


@pytest.fixture
def profile_of(tmp_path: Path):
    def make(text: str) -> Profile:
        file = tmp_path / "mine.toml"
        file.write_text(HEAD + text, encoding="utf-8")
        return load(str(file))

    return make


def report(profile: Profile, name: str) -> SubmissionReport:
    return check(Submission(id=name, paper=paper(name)), profile)


def findings(profile: Profile, name: str) -> tuple[Finding, ...]:
    return report(profile, name).findings


def test_without_a_limit_in_all_none_is_made_up(profile_of) -> None:
    profile = profile_of("[rules.LEN001]\ncontent_pages = 14\n")
    assert profile.page_limits() == (14, None)
    assert findings(profile, "eleven-pages") == ()


def test_without_a_limit_in_all_the_fix_speaks_of_content_only(profile_of) -> None:
    (found,) = findings(profile_of("[rules.LEN001]\ncontent_pages = 7\n"), "compliant")
    assert "only pages 1 to 7 may hold anything but references" in found.message
    assert "page 7" in found.fix
    assert "-" not in found.fix


def test_a_limit_in_all_alone(profile_of) -> None:
    (found,) = findings(profile_of("[rules.LEN001]\ntotal_pages = 9\n"), "compliant")
    assert found.message == "The paper has 10 pages, 1 more than the 9 allowed in all."
    assert found.fix == "Shorten it to 9 pages in all, references included."


def test_an_inherited_limit_can_be_lifted(profile_of) -> None:
    text = 'extends = "faimi-2025"\n[rules.LEN001]\ntotal_pages = "unlimited"\n[rules.LEN002]\nenabled = false\n'
    profile = profile_of(text)
    assert profile.page_limits() == (8, None)
    assert findings(profile, "eleven-pages") == ()


def test_half_a_page_more(profile_of) -> None:
    profile = profile_of("[rules.LEN001]\ncontent_pages = 8.5\ntotal_pages = 11\n")
    assert findings(profile, "content-on-9") == ()
    (found,) = findings(profile_of("[rules.LEN001]\ncontent_pages = 7.5\n"), "compliant")
    assert "only the first 7.5 pages may hold anything but references" in found.message
    assert "to end in the upper half of page 8" in found.fix


def test_only_what_is_over_half_a_page_is_too_long(profile_of) -> None:
    """Page 8 holds 25 lines in three fifths of its height."""
    (whole,) = findings(profile_of("[rules.LEN001]\ncontent_pages = 7\n"), "compliant")
    (half,) = findings(profile_of("[rules.LEN001]\ncontent_pages = 7.5\n"), "compliant")
    assert (lines_over(whole), lines_over(half)) == (25, 5)


def lines_over(found: Finding) -> float:
    match = re.search(r"The content is ([\d.]+) (?:lines|cm) too long", found.fix)
    assert match
    return float(match[1])


def test_half_pages_in_all_are_not_made_of_references(profile_of) -> None:
    text = "[rules.LEN001]\ncontent_pages = 7.5\ntotal_pages = 9\n"
    found = next(one for one in findings(profile_of(text), "compliant") if one.code == "total-over")
    assert found.fix == "Bring it down to 9 pages in all, content only on the first 7.5 pages."


def test_where_sections_do_not_count_the_fix_does_not_forbid_them(profile_of) -> None:
    text = '[rules.LEN001]\ncontent_pages = 7\nuncounted = ["appendix"]\n'
    (found,) = findings(profile_of(text), "compliant")
    assert found.fix.endswith("to end on page 7, so that nothing that counts stands after it.")


def test_statements_that_follow_each_other_make_no_room_for_text(profile_of) -> None:
    """Only a section with text that counts behind it moves that text down."""
    found = read_pages(PAPERS.parent / "venues" / "iclr-statements.pdf", "iclr-statements.pdf")
    assert apart_sections(found, ("ethics", "llm")).pages_before_end(found) == 0
    assert apart_sections(found, ("ethics",)).pages_before_end(found) > 0


def test_half_a_page_below_the_references(profile_of) -> None:
    assert findings(profile_of("[rules.LEN001]\ncontent_pages = 8.5\n"), "appendix-on-reference-page") == ()
    (found,) = findings(profile_of("[rules.LEN001]\ncontent_pages = 8.2\n"), "appendix-on-reference-page")
    assert found.where.page == 9


def test_the_report_shows_half_pages(profile_of) -> None:
    pages = report(profile_of("[rules.LEN001]\ncontent_pages = 8.5\n"), "content-on-9").pages
    assert pages is not None
    assert (pages.content_limit, pages.total_limit) == (8.5, None)


@pytest.mark.parametrize(
    ("name", "section"),
    [("appendix-after-references", "appendix"), ("acknowledgements-on-9", "acknowledgements")],
)
def test_a_section_that_does_not_count(profile_of, name: str, section: str) -> None:
    counted = profile_of("[rules.LEN001]\ncontent_pages = 8\n")
    assert [found.code for found in findings(counted, name)] == ["content-over"]
    others = '"interests"' if section == "acknowledgements" else '"ethics"'
    profile = profile_of(f'[rules.LEN001]\ncontent_pages = 8\nuncounted = ["{section}", {others}]\n')
    assert findings(profile, name) == ()
    pages = report(profile, name).pages
    assert pages is not None
    assert pages.last_counted == 8


def test_text_is_not_taken_for_a_section_that_does_not_count(profile_of) -> None:
    profile = profile_of('[rules.LEN001]\ncontent_pages = 8\nuncounted = ["appendix", "limitations"]\n')
    (found,) = findings(profile, "content-on-9")
    assert "may hold anything but references, an appendix and limitations" in found.message


UNCOUNTED = '[rules.LEN001]\ncontent_pages = 8\nuncounted = ["appendix"]\n'


def with_headings(name: str, change) -> Paper:
    found = paper(name)
    parts = msgspec.structs.replace(found.parts, headings=change(found.parts.headings))
    return msgspec.structs.replace(found, parts=parts)


def test_an_article_is_no_section_a(profile_of) -> None:
    """ "A note on ..." in bold reads like a section A."""

    def change(headings):
        at = next(heading.at for heading in headings if heading.at.page == 5)
        return tuple(msgspec.structs.replace(one, number="A") if one.at == at else one for one in headings)

    report = check(Submission(id="x", paper=with_headings("content-on-9", change)), profile_of(UNCOUNTED))
    assert [found.code for found in report.findings] == ["content-over"]


def test_sections_that_count_on_behind_the_references_are_no_appendix(profile_of) -> None:
    def change(headings):
        last = max(int(one.number) for one in headings if one.number.isdecimal())
        return tuple(
            msgspec.structs.replace(one, number=str(last + 1)) if one.number == "A" else one for one in headings
        )

    found = with_headings("appendix-after-references", change)
    report = check(Submission(id="x", paper=found), profile_of(UNCOUNTED))
    assert [one.code for one in report.findings] == ["content-over"]


def test_a_least_number_of_pages(profile_of) -> None:
    (found,) = findings(profile_of("[rules.LEN003]\ncontent_pages = 9\n"), "compliant")
    assert found.rule == "LEN003"
    assert found.message == (
        "The content ends on page 8, references left out; the call asks for at least 9 pages of it."
    )
    (found,) = findings(profile_of("[rules.LEN003]\ntotal_pages = 12\n"), "compliant")
    assert found.message == "The paper has 10 pages; the call asks for at least 12."
    assert findings(profile_of("[rules.LEN003]\ncontent_pages = 8\ntotal_pages = 10\n"), "compliant") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("content_pages = -1\n", "content_pages: expected a number of pages above 0"),
        ("content_pages = 0\n", "content_pages: expected a number of pages above 0"),
        ("content_pages = nan\n", "content_pages: expected a number of pages above 0"),
        ("content_pages = true\n", "content_pages: expected a number or text, got true or false"),
        ("content_pages = 9\ntotal_pages = 8\n", "content_pages: 9 is more than the 8 of total_pages"),
        ("total_pages = 8.5\n", "total_pages: expected a whole number or text, got a number"),
        ("content_pages = 8\n[rules.LEN003]\ncontent_pages = 9\n", "9 is more than the 8 of LEN001.content_pages"),
        ("total_pages = 8\n[rules.LEN003]\ntotal_pages = 9\n", "9 is more than the 8 of LEN001.total_pages"),
        ("total_pages = 8\n[rules.LEN003]\ncontent_pages = 9\n", "9 is more than the 8 of LEN001.total_pages"),
        ('uncounted = ["apendix"]\n', "uncounted: unknown 'apendix'; did you mean \"appendix\"?"),
    ],
)
def test_impossible_lengths_are_refused(profile_of, text: str, message: str) -> None:
    with pytest.raises(ProfileError) as caught:
        profile_of("[rules.LEN001]\n" + text)
    assert message in str(caught.value)
    assert ": rules.LEN00" in str(caught.value)


SINGLE = 'extends = "faimi-2025"\nblind = "single"\n'


def test_single_blind_wants_names_and_forbids_none(profile_of) -> None:
    profile = profile_of(SINGLE)
    assert findings(profile, "author-block") == ()
    (found,) = findings(profile, "compliant")
    assert (found.rule, found.code) == ("LNCS005", "authors-not-named")
    assert found.message == "The author section names nobody, but the authors are to be named here."
    said = found.message + found.fix
    assert "camera" not in said
    assert "Anonymized" not in said


def test_single_blind_asks_for_the_authors_of_the_list(profile_of) -> None:
    author = KnownAuthor(name="Quentin Absent")
    submission = Submission(id="x", paper=paper("author-block"), title="x" * 10, authors=(author,))
    codes = {found.code for found in check(submission, profile_of(SINGLE)).findings}
    assert "author-missing" in codes


def test_without_blind_review_names_may_stand_or_not(profile_of) -> None:
    profile = profile_of(SINGLE.replace("single", "none"))
    assert findings(profile, "author-block") == ()
    assert findings(profile, "compliant") == ()
    (found,) = findings(profile, "no-author-section")
    assert "with the authors' names or without" in found.fix


def test_what_the_profile_says_of_names_wins(profile_of) -> None:
    profile = profile_of(SINGLE + '[rules.LNCS005]\nauthors = "any"\n')
    assert findings(profile, "compliant") == ()


TEMPLATE = """
[template]
name = "the ACME template"
class_file = "acme.cls"
word = ""
columns = 2
width_mm = 174.6
height_mm = 225
body_pt = 11
small_pt = 0
table_pt = 0
leading_pt = 13.6
typefaces = ["Palatino"]
[rules.LNCS001]
[rules.LNCS002]
[rules.LNCS003]
[rules.LNCS004]
[rules.LNCS007]
"""


def test_a_template_of_its_own_is_named_in_every_message(profile_of) -> None:
    found = findings(profile_of(TEMPLATE), "compliant")
    assert [f"{one.rule}/{one.code}" for one in found] == [
        "LNCS001/columns",
        "LNCS002/body",
        "LNCS003/tight",
        "LNCS004/typeface",
    ]
    for one in found:
        assert "the ACME template" in one.message
        assert "LNCS" not in one.message + one.fix
        assert "llncs" not in one.fix
        assert "Springer" not in one.fix
    assert found[0].message == "The text is set in 1 column; the ACME template has 2 columns."
    assert found[3].message.endswith("the ACME template uses Palatino.")


def test_what_a_template_does_not_set_is_not_judged(profile_of) -> None:
    sizes = "body_pt = 0\nsmall_pt = 0\ntable_pt = 0\nleading_pt = 0\n"
    profile = profile_of(f'[template]\nname = "the ACME template"\n{sizes}[rules.LNCS002]\n[rules.LNCS003]\n')
    told = report(profile, "body-8pt")
    assert told.findings == ()
    outcomes = {result.rule: (result.outcome, result.reason) for result in told.rules}
    assert outcomes["LNCS003"] == (Outcome.SKIPPED, "The profile sets no distance between lines.")


def test_why_a_finer_rule_was_skipped_names_the_template(profile_of) -> None:
    results = {result.rule: result for result in report(profile_of(TEMPLATE), "compliant").rules}
    assert "not set in two columns as the ACME template is" in (results["LNCS007"].reason or "")


def test_a_rule_may_say_otherwise_than_the_template(profile_of) -> None:
    profile = profile_of(TEMPLATE + "[rules.LNCS006]\ncolumns = 1\n")
    assert profile.rules["LNCS006"].params.columns == 1
    assert profile.rules["LNCS006"].params.name == "the ACME template"


def test_words_for_lncs_stay_with_lncs(profile_of) -> None:
    """A template in LNCS with other measures keeps Springer's for Word; one of another name has what it names."""
    wider = profile_of("[template]\nwidth_mm = 130\n[rules.LNCS001]\n").rules["LNCS001"].params
    assert wider.files == "llncs.cls (or Springer's Word template)"
    named = '[template]\nclass_file = "acme.sty"\n'
    assert profile_of(named + "[rules.LNCS001]\n").rules["LNCS001"].params.files == "acme.sty"
    with_word = profile_of(named + 'word = "acme.dotx"\n[rules.LNCS001]\n').rules["LNCS001"].params
    assert with_word.files == "acme.sty (or acme.dotx)"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[template]\nwidht_mm = 3\n", 'template.widht_mm: unknown key; did you mean "width_mm"?'),
        ("[template]\nwidth_mm = -3\n[rules.LNCS001]\n", "width_mm: expected millimetres above 0"),
        ("[template]\ncolumns = 3\n[rules.LNCS001]\n", "columns: expected 1 or 2"),
        ("[template]\nbody_pt = -10\n[rules.LNCS002]\n", "body_pt: expected points, or 0 for what is not judged"),
        ("[template]\nleading_pt = 1e9\n[rules.LNCS003]\n", "leading_pt: expected points, or 0 for what is not judged"),
        ("[rules.LNCS001]\nlonger_page_lines = -1\n", "longer_page_lines: expected a number from 0 to 10"),
        ('[template]\ntypefaces = ["Tmes"]\n[rules.LNCS004]\n', "unknown 'Tmes'; did you mean \"Times\"?"),
        ("template = 3\n", "template: expected a table"),
        ('blind = "doubel"\n', 'did you mean "double"'),
        ('verified = "yes"\n', "verified: expected true or false"),
    ],
)
def test_what_is_wrong_with_a_template_is_named(profile_of, text: str, message: str) -> None:
    with pytest.raises(ProfileError) as caught:
        profile_of(text)
    assert message in str(caught.value)


def test_a_code_can_be_turned_off(profile_of) -> None:
    text = 'extends = "faimi-2025"\n[rules.LNCS005.codes]\nkeywords = "off"\n'
    assert findings(profile_of(text), "no-keywords") == ()


CLAUSE = '[clauses.length]\nquote = "q"\n[rules.LEN001]\nclause = "length"\ncontent_pages = 7\n'


def test_a_call_that_nobody_read_gives_no_errors(profile_of) -> None:
    assert [found.severity for found in findings(profile_of(CLAUSE), "compliant")] == ["error"]
    unread = profile_of("verified = false\n" + CLAUSE)
    assert [found.severity for found in findings(unread, "compliant")] == ["warning"]
    heard = profile_of("verified = false\nsecond_hand = true\n" + CLAUSE)
    assert [found.severity for found in findings(heard, "compliant")] == ["error"]
    assert not heard.verified
