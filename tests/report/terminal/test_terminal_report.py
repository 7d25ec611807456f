from __future__ import annotations

import re

from msgspec.structs import replace

from faimi_check.model.finding import Location
from faimi_check.model.report import PageMeasures, Report
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


def test_a_long_paper_wraps_its_strip(report: Report) -> None:
    pages = PageMeasures(total=70, kinds=("content",) * 70, content_limit=8, total_limit=10)
    submission = replace(report.submissions[0], pages=pages, findings=())
    text = render(replace(report, submissions=(submission,)), "terminal", Presentation(width=80))
    assert "... and 10 more pages" in text
    assert " 60 " in text
    assert " 61" not in text


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
