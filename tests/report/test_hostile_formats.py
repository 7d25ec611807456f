"""What an attacker writes into a paper, a zip or a file name does not act in any format."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from faimi_check.model.report import Report
from faimi_check.report.formats import FORMATS, render
from faimi_check.report.presentation import Presentation

OPEN = Presentation(show_identities=True)
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "json"])
def test_nothing_that_acts_on_a_terminal_is_left(name: str, hostile_report: Report) -> None:
    text = render(hostile_report, name, OPEN).replace("\r\n", "\n")
    assert ACTING.search(text) is None
    text.encode("utf-8")


def test_json_escapes_what_acts_on_a_terminal(report: Report) -> None:
    said = "a\u202eb\u200bc\u2066d\ufeffe\x9bf\U000e0041g"
    submission = replace(report.submissions[0], paper=said)
    text = render(replace(report, submissions=(submission,)), "json")
    assert ACTING.search(text) is None
    assert "\\u202e" in text
    assert json.loads(text)["submissions"][0]["paper"] == said


def test_markup_of_the_terminal_library_is_plain_text(hostile_report: Report) -> None:
    assert "[bold]markup[/bold] [/].mp4" in " ".join(render(hostile_report, "terminal", OPEN).split())


class Tags(HTMLParser):
    """Collects the tags, attributes and links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def test_html_has_no_foreign_tag_script_or_address(hostile_report: Report) -> None:
    text = render(hostile_report, "html", OPEN)
    page = Tags()
    page.feed(text)
    assert not page.tags & {"script", "iframe", "object", "embed", "form", "link", "base", "img"}
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"]
    links = {value for name, value in page.attributes if name in ("href", "src")}
    assert all(link.startswith(("#", "https://example.org/", "data:image/")) for link in links)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_spreadsheets_compute_nothing(hostile_report: Report) -> None:
    for row in csv.reader(io.StringIO(render(hostile_report, "csv", OPEN))):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_workflow_commands_are_ours_only(hostile_report: Report) -> None:
    lines = render(hostile_report, "github", OPEN).splitlines()
    commands = [line for line in lines if line.lstrip().startswith(("::", "##["))]
    assert len(commands) == 4
    for line in commands:
        head = line.split("::")[1]
        assert re.fullmatch(r"(error|warning|notice) (file=[^:,]*,)?title=[^:,]*", head)


def test_markdown_shows_tags_and_links_as_text(hostile_report: Report) -> None:
    text = render(hostile_report, "markdown", OPEN)
    blocks = re.sub(r"^ *(`{3,})$.*?^ *\1$", "", text, flags=re.MULTILINE | re.DOTALL)
    outside = re.sub(r"(`+) ?.*?[^`]\1(?!`)", "", blocks)
    assert "<script" not in outside.replace("\\<", "")
    assert "](http" not in outside.replace("\\]", "")
    assert not re.search(r"(?<!\\)@(?!<!-- -->)", outside)


def test_xml_and_json_parse(hostile_report: Report) -> None:
    ElementTree.fromstring(render(hostile_report, "junit", OPEN))
    json.loads(render(hostile_report, "sarif", OPEN))
