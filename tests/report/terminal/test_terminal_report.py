from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from faimi_check.model.finding import Location, Severity
from faimi_check.model.report import NOTHING_WAIVED, Ignored, Outcome, PageMeasures, Report, RuleResult
from faimi_check.report.formats import render
from faimi_check.report.presentation import Presentation


def test_no_line_is_wider_than_the_terminal(report: Report) -> None:
    for width in (60, 80, 110):
        lines = render(report, "terminal", Presentation(width=width)).splitlines()[1:]
        assert max(map(len, lines)) <= width


def test_colour_adds_nothing_but_colour(report: Report) -> None:
    colored = render(report, "terminal", Presentation(color=True))
    assert "\x1b[" in colored
    plain = [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", colored).splitlines()]
    assert plain == render(report, "terminal").splitlines()


def test_more_than_six_findings_of_a_rule_are_cut_with_their_pages(report: Report) -> None:
    text = render(report, "terminal")
    assert text.count("An e-mail address stands") == 6
    assert "... and 2 more of ANON002, on pages 7 and 8" in text
    assert text.count("Take the address out") == 1


def of_one_rule(report: Report, *places: Location) -> Report:
    first = report.submissions[0].findings[1]
    found = tuple(replace(first, where=place, fingerprint=str(at)) for at, place in enumerate(places))
    return replace(report, submissions=(replace(report.submissions[0], findings=found),))


def test_of_many_alike_one_in_each_file_is_shown_first(report: Report) -> None:
    places = [Location(file="paper.pdf", page=page) for page in range(1, 9)]
    inside = [Location(file="s.zip", member="README.txt"), Location(file="s.zip", member="a.mp4")]
    text = render(of_one_rule(report, *places, *inside), "terminal")
    assert "- README.txt" in text
    assert "- a.mp4" in text
    assert "... and 4 more of ANON002, on pages 5 to 8; --verbose shows all" in text


def test_files_that_are_left_out_are_named(report: Report) -> None:
    places = [Location(file="s.zip", member=f"{name}.mp4") for name in "abcdefghijk"]
    text = " ".join(render(of_one_rule(report, *places), "terminal").split())
    assert "... and 5 more of ANON002, in g.mp4, h.mp4, i.mp4 and 2 more; --verbose shows all" in text


def test_nothing_is_left_out_where_all_is_wanted(report: Report) -> None:
    places = [Location(file="s.zip", member=f"{name}.mp4") for name in "abcdefghijk"]
    text = render(of_one_rule(report, *places), "terminal", Presentation(whole=True))
    assert all(f"- {name}.mp4" in text for name in "abcdefghijk")
    assert "more of ANON002" not in text


def test_what_is_to_be_copied_stands_once_and_is_not_broken(report: Report) -> None:
    copied = "ffmpeg -i clip.mp4 " + "-x y " * 30 + "out.mp4"
    one, other = report.submissions[0].findings[:2]
    found = tuple(replace(each, fix=f"Run this:\n\n{copied}") for each in (one, other))
    text = render(replace(report, submissions=(replace(report.submissions[0], findings=found),)), "terminal")
    assert [line.strip() for line in text.splitlines()].count(copied) == 1
    assert any(f"Run this: see above, under {each.rule}." in text for each in found)


def test_a_long_paper_wraps_its_strip(report: Report) -> None:
    pages = PageMeasures(total=70, kinds=("content",) * 70, content_limit=8, total_limit=10)
    submission = replace(report.submissions[0], pages=pages, findings=())
    text = render(replace(report, submissions=(submission,)), "terminal", Presentation(width=80))
    assert "... and 10 more pages" in text
    assert " 60 " in text
    assert " 61" not in text


@pytest.mark.parametrize(("total", "legend"), [(7, "■ content"), (9, "■ content  | limit  ! over")])
def test_the_legend_names_a_limit_only_where_it_is_drawn(total: int, legend: str, report: Report) -> None:
    pages = PageMeasures(total=total, kinds=("content",) * total, content_limit=8, total_limit=10)
    submission = replace(report.submissions[0], pages=pages, findings=())
    shown = replace(report, submissions=(submission,))
    assert f"        {legend}\n" in render(shown, "terminal", Presentation(width=80))
    assert ('<i class="bar"></i>limit' in render(shown, "html")) is ("limit" in legend)


def test_a_rule_with_notes_alone_has_failed_nobody(report: Report) -> None:
    video = next(one for one in report.submissions[0].findings if one.rule == "VID003")
    rules = [one for one in report.submissions[0].rules if one.rule in ("VID003", "LEN001")]
    for found, said in (
        ((video,), "Rules: 1 passed, 1 with a note only"),
        ((video, replace(video, rule="LEN001", severity=Severity.ERROR)), "Rules: 1 with a note only, 1 failed"),
    ):
        failed = {one.rule for one in found}
        kept = tuple(
            replace(one, outcome=Outcome.FAILED if one.rule in failed else Outcome.PASSED, reason=None) for one in rules
        )
        shown = replace(report, submissions=(replace(report.submissions[0], findings=found, rules=kept),))
        assert f"\n{said}; " in render(shown, "terminal", Presentation(width=80))
        assert "<strong>with a note only</strong>" in render(shown, "html")


@pytest.mark.parametrize(("assumed", "said"), [(True, " (you gave no --venue)"), (False, "")])
def test_it_is_said_that_nobody_named_the_call(assumed: bool, said: str, report: Report) -> None:
    text = render(report, "terminal", Presentation(width=200, assumed=assumed))
    assert f"      {report.venue.title}{said}\n" in text


@pytest.mark.parametrize(
    ("pages", "head"), [((), "page 9"), ((9,), "page 9"), ((9, 10, 11), "pages 9 to 11"), ((9, 12), "pages 9 and 12")]
)
def test_the_head_of_a_finding_names_all_its_pages(pages: tuple[int, ...], head: str, report: Report) -> None:
    found = replace(report.submissions[0].findings[0], where=Location(file="paper.pdf", page=9, pages=pages))
    text = render(replace(report, submissions=(replace(report.submissions[0], findings=(found,)),)), "terminal")
    assert f"ERROR  LEN001 page-limit  {head} (likely)\n" in text


def test_a_finding_without_a_place_still_reads(report: Report) -> None:
    bare = replace(report.submissions[0].findings[0], where=Location(), evidence="")
    submission = replace(report.submissions[0], findings=(bare,))
    text = render(replace(report, submissions=(submission,)), "terminal")
    assert "ERROR  LEN001 page-limit   (likely)\n" in text


def test_a_quiet_line_says_that_something_was_waived(report: Report) -> None:
    assert report.submissions[0].ignored
    assert "(1 finding waived)" in render(report, "terminal", Presentation(quiet=True))
    assert "waived" not in render(replace(report, submissions=()), "terminal", Presentation(quiet=True))


def test_the_rule_to_read_on_about_is_the_one_on_top(report: Report) -> None:
    findings = report.submissions[0].findings
    submission = replace(report.submissions[0], findings=tuple(reversed(findings)))
    assert findings[-1].rule != "LEN001"
    text = render(replace(report, submissions=(submission,)), "terminal")
    first = re.search(r"(?m)^(?:ERROR|WARNING|NOTE)  (\w+)", text)
    assert first is not None
    assert f"faimi-check explain {first[1]} says why" in text


def test_a_newer_call_is_said_once_and_not_in_the_quiet_line(report: Report) -> None:
    said = "There is a newer call: faimi-2026 (--venue faimi-2026)"
    shown = Presentation(width=60, newer="faimi-2026")
    assert [line.strip() for line in render(report, "terminal", shown).splitlines()].count(said) == 1
    assert "newer" not in render(report, "terminal", replace(shown, quiet=True))
    assert "newer" not in render(report, "terminal", Presentation(width=60))
    assert said not in render(report, "json", shown)


def test_the_verdict_is_broken_between_words_on_a_terminal_and_one_line_in_a_pipe(report: Report) -> None:
    submission = replace(report.submissions[0], paper="a folder with a name of its own/paper about gaps.pdf")
    long = replace(report, submissions=(submission,))
    whole, *_ = render(long, "terminal", Presentation(width=60)).splitlines()
    text = render(long, "terminal", Presentation(width=60, line_width=60))
    first, second, third, *_ = text.splitlines()
    assert max(map(len, text.splitlines())) <= 60 < len(whole)
    assert " ".join((first, second.strip(), third.strip())) == whole
    assert second.startswith(" " * len("FAIL  "))
    colored = render(long, "terminal", Presentation(width=60, line_width=60, color=True))
    assert re.sub(r"\x1b\[[\d;]*m", "", colored).split() == text.split()


def test_errors_stand_before_the_warnings_of_any_rule(report: Report) -> None:
    base = report.submissions[0].findings[0]
    found = (
        replace(base, rule="ANON015", code="other", severity=Severity.ERROR, message="One error."),
        replace(base, rule="ANON015", code="other", severity=Severity.WARNING, message="A warning."),
        replace(base, rule="ANON016", code="other", severity=Severity.ERROR, message="Another error."),
    )
    several = replace(report, submissions=(replace(report.submissions[0], findings=found),))
    for name in ("terminal", "markdown", "html"):
        text = render(several, name)
        assert text.index("One error.") < text.index("Another error.") < text.index("A warning.")


def test_what_is_waived_is_named_and_so_is_a_waiver_of_nothing(report: Report) -> None:
    submission = report.submissions[0]
    waived = replace(
        submission.findings[0],
        rule="ANON006",
        evidence="https://lake.example/set",
        where=Location(file="p.pdf", page=3),
    )
    idle = RuleResult(
        rule="LEN002",
        name="reference-pages",
        outcome=Outcome.PASSED,
        reason=f"{NOTHING_WAIVED}: agreed with the chairs",
    )
    told = replace(
        submission, ignored=(Ignored(finding=waived, reason="a public set"),), rules=(*submission.rules, idle)
    )
    for name in ("terminal", "markdown", "html"):
        text = " ".join(render(replace(report, submissions=(told,)), name).replace("\\", "").split())
        assert "page 3" in text
        assert "“https://lake.example/set”" in text
        assert "Reason given: a public set" in text
        assert "Nothing was found that could be waived of: LEN002 reference-pages." in text
