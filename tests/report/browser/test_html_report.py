from __future__ import annotations

import base64
import hashlib
import re
from itertools import combinations

import pytest
from msgspec.structs import replace

from faimi_check.model.finding import Location
from faimi_check.model.picture import PagePicture, Pictures
from faimi_check.model.report import Report
from faimi_check.report.browser import html
from faimi_check.report.browser.html_pages import page_views
from faimi_check.report.formats import render
from faimi_check.report.presentation import Presentation, RuleHelp

from ..conftest import triaged


def page(report: Report, pictures: dict[str, Pictures], **more: object) -> str:
    return render(report, "html", Presentation(pictures=pictures, **more))


def test_links_lead_to_boxes_and_back(report: Report, pictures: dict[str, Pictures]) -> None:
    text = page(report, pictures)
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r'href="#([^"]+)"', text))
    assert targets <= set(ids)
    assert {f"box-{number}" for number in range(1, 9)} <= targets
    assert {f"finding-{number}" for number in range(1, 9)} <= targets


def test_several_submissions_share_no_id(report: Report, clean_report: Report, pictures: dict[str, Pictures]) -> None:
    both = replace(report, submissions=(*report.submissions, *clean_report.submissions, *report.submissions))
    ids = re.findall(r'\bid="([^"]+)"', page(both, pictures))
    assert len(ids) == len(set(ids))


def test_many_submissions_are_found_by_what_became_of_them_and_told_apart_by_their_id(
    report: Report, clean_report: Report
) -> None:
    failing, clean = report.submissions[0], clean_report.submissions[0]
    many = [replace(clean if number % 3 else failing, id=f"{number}", paper="paper.pdf") for number in range(300)]
    text = page(replace(report, submissions=tuple(many)), {})
    assert "<title>300 submissions, 100 FAIL, 200 PASS</title>" in text
    contents, rest = text.split("</nav>", 1)
    links = re.findall(r'<a href="#(s\d+-top)">(\d+)</a>', contents)
    assert [int(id) for _, id in links] == [*range(0, 300, 3), *(number for number in range(300) if number % 3)]
    heads = re.findall(r'<header class="top \w+" id="(s\d+-top)">.*?<h1>(\d+) · paper\.pdf', rest, re.DOTALL)
    assert sorted(heads) == sorted(links)


def test_every_page_is_framed_by_its_kind(report: Report, pictures: dict[str, Pictures]) -> None:
    text = page(report, pictures)
    assert text.count('<figure class="page content"') == 8
    assert text.count('<figure class="page mixed over"') == 1
    assert text.count('<figure class="page references over"') == 1
    assert text.count("data:image/jpeg;base64,") == 11
    assert "It could not be drawn within 20 s." in text


def test_the_policy_allows_our_style_and_nothing_else(report: Report, pictures: dict[str, Pictures]) -> None:
    text = page(report, pictures)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert policy[1].replace("&#39;", "'") == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert "</style" not in style[1]
    assert not re.search(r"url\(|@import|https?:", style[1])


def test_help_stands_beside_its_findings(
    report: Report, pictures: dict[str, Pictures], rule_help: dict[str, RuleHelp]
) -> None:
    assert "ANON002 is there for a reason." in page(report, pictures, rules=rule_help)


def test_without_pictures_there_are_findings_and_no_dead_link(report: Report) -> None:
    text = render(report, "html")
    assert "An e-mail address stands on page 8." in text
    assert 'href="#' not in text


def test_a_page_that_was_not_drawn_and_a_box_off_the_page_leave_no_dead_link(report: Report) -> None:
    first, second, *rest = report.submissions[0].findings
    off = replace(second, where=replace(second.where, bbox=(900.0, 900.0, 950.0, 950.0)))
    submission = replace(report.submissions[0], findings=(first, off, *rest))
    pages = tuple(PagePicture(number=number, width=612.0, height=792.0) for number in (1, 2))
    text = page(replace(report, submissions=(submission,)), {"paper": Pictures(pages=pages)})
    ids = set(re.findall(r'\bid="([^"]+)"', text))
    targets = set(re.findall(r'href="#([^"]+)"', text))
    assert targets <= ids
    assert "page-1" in targets
    assert "page-9" not in targets


def box_of(report: Report, bbox: tuple[float, ...], width: float = 612.0, height: float = 792.0) -> object:
    finding = replace(report.submissions[0].findings[0], where=Location(file="p.pdf", page=1, bbox=bbox))
    pictures = Pictures(pages=(PagePicture(number=1, width=width, height=height),))
    return page_views(report.submissions[0], pictures, [(1, finding)])[0].boxes


def test_boxes_are_cut_to_the_page_and_large_enough(report: Report) -> None:
    (box,) = box_of(report, (600.0, 10.0, 900.0, 11.0))
    assert (box.x, box.x + box.width) == (598.0, 612.0)
    assert box.height == 8.0
    assert box_of(report, (700.0, 10.0, 900.0, 20.0)) == ()
    assert box_of(report, (float("nan"), 0.0, 1.0, 1.0)) == ()
    assert box_of(report, (0.0, 1.0)) == ()


def test_a_page_of_impossible_size_gets_an_ordinary_frame(report: Report) -> None:
    pictures = Pictures(pages=(PagePicture(number=1, width=float("inf"), height=-1.0),))
    view = page_views(report.submissions[0], pictures, [])[0]
    assert (view.width, view.height) == (612.0, 792.0)


def test_pages_of_a_pdf_inside_the_zip_are_not_those_of_the_paper(report: Report) -> None:
    finding = report.submissions[0].findings[0]
    inner = replace(finding, where=replace(finding.where, member="cited.pdf"))
    pictures = Pictures(pages=(PagePicture(number=9, width=612.0, height=792.0),))
    assert page_views(report.submissions[0], pictures, [(1, inner)])[0].findings == ()


def test_what_several_pages_have_is_named_on_each_and_drawn_on_one(
    report: Report, pictures: dict[str, Pictures]
) -> None:
    first, *rest = report.submissions[0].findings
    assert first.where.page == 9
    several = replace(first, where=replace(first.where, pages=(7, 9, 10)))
    submission = replace(report.submissions[0], findings=(several, *rest))
    views = page_views(submission, pictures["paper"], [(1, several)])
    assert [view.number for view in views if view.findings] == [7, 9, 10]
    assert [view.number for view in views if view.boxes] == [9]
    text = page(replace(report, submissions=(submission,)), pictures)
    assert '<a href="#box-10">pages 7, 9 and 10</a>' in text
    assert text.count('href="#finding-10">10 LEN001</a>') == 3


def test_a_page_among_many_is_headed_by_number_and_title_and_leads_to_its_neighbours(report: Report) -> None:
    titled = replace(report, submissions=(replace(triaged(report).submissions[0], id="12", title="Gaps <i>"),))
    page = html.render(titled, neighbours=html.Neighbours(overview="../index.html#back=12", next="13.html"))
    assert "<h1>12 · Gaps &lt;i&gt;</h1>" in page
    assert "Proposed: desk-reject" in page
    assert '<a href="../index.html#back=12">← Overview</a>' in page
    assert '<a rel="next" href="13.html">next</a>' in page
    assert 'rel="prev"' not in page


@pytest.mark.parametrize("bbox", [(200.0, 150.0, 410.0, 162.0), (580.0, 780.0, 611.0, 791.0), (0.0, 0.0, 612.0, 792.0)])
def test_numbers_of_boxes_that_lie_on_each_other_stand_side_by_side(
    report: Report, pictures: dict[str, Pictures], bbox: tuple[float, float, float, float]
) -> None:
    first = report.submissions[0].findings[1]
    where = [replace(first.where, bbox=(*bbox[:3], bbox[3] - index / 8)) for index in range(120)]
    pile = [(number, replace(first, where=each)) for number, each in enumerate(where, start=1)]
    boxes = next(view for view in page_views(report.submissions[0], pictures["paper"], pile) if view.boxes).boxes
    assert sorted(box.number for box in boxes) == list(range(1, 121))
    assert [box.width * box.height for box in boxes] == sorted((box.width * box.height for box in boxes), reverse=True)
    labels = [box.label for box in boxes]
    assert not [each for each in combinations(labels, 2) if each[0].meets(each[1])]
    assert all(0 <= one.x <= 612 - one.width and 0 <= one.y <= 792 - one.height for one in labels)


def test_numbers_are_drawn_over_all_boxes(report: Report, pictures: dict[str, Pictures]) -> None:
    page = html.render(report, pictures)
    for drawing in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
        kinds = re.findall(r'<a class="(box|label) ', drawing)
        assert kinds == sorted(kinds)
        assert kinds.count("box") == kinds.count("label")


def test_numbers_on_a_page_that_has_no_room_for_them_come_to_an_end(report: Report) -> None:
    first = report.submissions[0].findings[1]
    small = Pictures(pages=(PagePicture(number=1, width=30.0, height=20.0),))
    at = replace(first.where, page=1, bbox=(1.0, 1.0, 9.0, 9.0))
    pile = [(number, replace(first, where=at)) for number in range(1, 1001)]
    assert len(page_views(report.submissions[0], small, pile)[0].boxes) == 1000


def test_only_the_page_of_one_among_many_has_a_script_and_only_ours(report: Report, hostile_report: Report) -> None:
    assert "<script" not in html.render(report)
    for each in (report, hostile_report):
        among = html.render(triaged(each), neighbours=html.Neighbours(overview="../index.html#back=1"))
        (script,) = re.findall(r"<script>(.*?)</script>", among, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', among)
        assert policy is not None
        assert f"script-src 'sha256-{digest}'" in policy[1].replace("&#39;", "'")
        assert among.count("<script") == 1
        assert not re.search(r"url\(|@import|https?:|innerHTML|eval", script)
        assert re.search(r'<form id="decide"[^<>]* hidden>', among)
        # Notes weigh nothing, so there is nothing to clear.
        weighty = [one for one in each.submissions[0].findings if one.severity.value != "note"]
        assert re.findall(r'data-fingerprint="([^"]+)"', among).count(weighty[0].fingerprint) >= 1
        assert len(re.findall(r'class="clear" data-fingerprint=', among)) == len(weighty)
