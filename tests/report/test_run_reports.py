"""The overview, the counts and the progress of a run."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import stat
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace

from faimi_check.model.decision import Decision, Ruling
from faimi_check.model.report import Outcome, Report, RuleResult, SubmissionReport, Verdict
from faimi_check.model.submission import KnownAuthor
from faimi_check.report.browser import index, index_row
from faimi_check.report.changes import change_of, earlier
from faimi_check.report.run_folder import RunFolder
from faimi_check.report.tally import Tally
from faimi_check.report.terminal import run_table
from faimi_check.report.terminal.progress import Bar, Lines
from faimi_check.writing.whole import draft_name

from .conftest import triaged

FORBIDDEN = "\x1b\x07\x9b\x85\u202e\u2066\u200b\u2028\ud800\x00"


class Outline(HTMLParser):
    """Tags with their attributes, and the text of each row."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def counted(*reports: SubmissionReport) -> Tally:
    tally = Tally()
    for report in reports:
        tally.add(report)
    return tally


def page_of(report: Report, *, left: int = 0, notes: tuple[str, ...] = ()) -> str:
    overview = index.Overview(
        tool=report.tool, venue=report.venue, tally=counted(*report.submissions), notes=notes, left=left
    )
    rows = [index_row.row(one, "papers/x.html", "mails/x.txt") for one in report.submissions]
    return "".join(index.render(overview, rows))


def test_a_row_says_verdict_pages_and_families(report: Report) -> None:
    page = page_of(report, left=3, notes=("15.zip: no paper",))
    (row,) = [tag for tag in Outline(page).all("tr") if "data-number" in tag]
    assert row["data-verdict"] == "fail"
    assert row["data-pages"] == "11"
    assert "ANON002:error" in (row["data-rules"] or "").split()
    assert "ANON013:open" in (row["data-rules"] or "").split(), "what could not be told can be looked for as well"
    titles = {tag["data-label"]: tag["title"] for tag in Outline(page).all("td") if "data-label" in tag}
    assert titles["Anonymity"] == "Anonymity: 8 errors, 1 rule could not tell"
    assert titles["Length"] == "Length: 1 error"
    assert "3 more submissions not judged yet" in page
    assert "15.zip: no paper" in page


def test_the_page_needs_nothing_from_elsewhere(report: Report) -> None:
    page = page_of(report)
    (policy,) = [tag for tag in Outline(page).all("meta") if tag.get("http-equiv") == "Content-Security-Policy"]
    allowed = policy["content"] or ""
    assert allowed.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in allowed
    outline = Outline(page)
    assert not outline.all("link")
    assert not outline.all("img")
    assert not [attributes for _, attributes in outline.tags if "style" in attributes or "src" in attributes]
    assert not [name for _, attributes in outline.tags for name in attributes if name.startswith("on")]
    assert not re.search(r"url\(|@import", page)


def test_hostile_text_stays_text(hostile_report: Report) -> None:
    page = page_of(hostile_report, notes=(hostile_report.submissions[0].id,))
    outline = Outline(page)
    assert len(outline.all("script")) == 1
    assert not outline.all("img")
    assert [tag["href"] for tag in outline.all("a")] == ["https://example.org/call", "papers/x.html", "mails/x.txt"]
    assert not set(page) & set(FORBIDDEN)
    page.encode()


def test_a_call_with_an_odd_address_is_not_linked(report: Report) -> None:
    odd = replace(report, venue=replace(report.venue, source="javascript:alert(1)", verified=False))
    page = page_of(odd)
    assert "javascript:" not in page
    assert "UNVERIFIED" in page


def test_families_that_do_not_apply_are_told_from_those_that_pass(clean_report: Report) -> None:
    skipped = RuleResult(rule="SUP001", name="single-zip", outcome=Outcome.SKIPPED)
    clean = replace(clean_report.submissions[0], rules=(*clean_report.submissions[0].rules, skipped))
    cells = {cell.label: cell for cell in index_row.row(clean, None, None).families}
    assert (cells["Length"].kind, cells["Length"].shown) == ("passed", "✓")
    assert (cells["Zip"].kind, cells["Zip"].shown) == ("none", "")


def test_tally_counts_each_submission_once_a_rule(report: Report, clean_report: Report) -> None:
    tally = counted(report.submissions[0], clean_report.submissions[0])
    rules = {rule.rule: rule for rule in tally.rules()}
    assert tally.total == 2
    assert rules["ANON002"].errors == 1
    assert rules["SUP007"].warnings == 1
    assert rules["ANON013"].open == 1
    assert rules["ANON006"].ignored == 1
    assert "LEN002" not in rules
    assert not rules["ANON002"].suspicious, "two submissions say nothing about a rule"


def test_a_rule_that_fires_on_most_is_pointed_out(report: Report, clean_report: Report) -> None:
    tally = counted(*[report.submissions[0]] * 7, *[clean_report.submissions[0]] * 5)
    text = run_table.render(tally, width=80, color=False)
    assert "12 submissions: 7 fail, 0 review, 5 pass" in text
    assert "LEN001 page-limit fires in more than half of all" in text
    assert [line for line in text.splitlines() if line != line.rstrip()] == []
    assert max(map(len, text.splitlines())) <= 80


def test_a_line_in_a_log_is_one_submission(report: Report, hostile_report: Report) -> None:
    stream = io.StringIO()
    tally = Tally()
    with Lines(stream, 12, tally) as lines:
        for one in (report.submissions[0], hostile_report.submissions[0]):
            tally.add(one)
            lines.show(one)
    first, second = stream.getvalue().splitlines()
    assert first.startswith("[ 1/12] FAIL    paper: 10 errors, 1 warning, 1 note")
    assert second.startswith("[ 2/12] FAIL")
    assert not set(stream.getvalue()) & set(FORBIDDEN)


def test_the_bar_shows_hostile_names_as_they_are(hostile_report: Report) -> None:
    stream = io.StringIO()
    tally = Tally()
    with Bar(stream, 2, tally, color=False) as bar:
        tally.add(hostile_report.submissions[0])
        bar.show(hostile_report.submissions[0])
    assert "[bold]" in stream.getvalue() or "=cmd|" in stream.getvalue()
    assert not set(stream.getvalue()) & set("\x07\x9b\u202e\u200b\ud800\x00")


@pytest.fixture
def named(report: Report) -> list[SubmissionReport]:
    ids = ("1", "../../outside", "Alpha", "alpha", "=cmd|' /C calc'!A0")
    return [replace(triaged(report).submissions[0], id=id) for id in ids]


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def finish(folder: RunFolder, report: Report, reports: list[SubmissionReport]) -> None:
    overview = index.Overview(tool=report.tool, venue=report.venue, tally=counted(*reports))
    folder.finish(overview, lambda: reports, ["LEN001"])


def test_each_submission_has_its_files_inside_the_folder(
    report: Report, named: list[SubmissionReport], tmp_path: Path
) -> None:
    folder = RunFolder(tmp_path / "out", [one.id for one in named])
    for one in named:
        folder.write(one, "<p>page</p>")
    finish(folder, report, named)
    assert all(name.startswith("out/") for name in files(tmp_path))
    inside = {name.casefold() for name in files(tmp_path / "out")}
    assert len(inside) == 2 * len(named) + 5
    overview = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    for tag in Outline(overview).all("a"):
        address = tag["href"] or ""
        assert address.startswith("https://") or (tmp_path / "out" / address).is_file()


def test_a_text_of_an_earlier_run_does_not_stay(report: Report, clean_report: Report, tmp_path: Path) -> None:
    failing = triaged(report).submissions[0]
    folder = RunFolder(tmp_path, ["1", "2"])
    both = [replace(failing, id=id) for id in ("1", "2")]
    for one in both:
        folder.write(one, "x")
    finish(folder, report, both)
    assert {name for name in files(tmp_path) if name.startswith("mails/")} == {"mails/1.txt", "mails/2.txt"}
    again = RunFolder(tmp_path, ["1"])
    clean = replace(triaged(clean_report).submissions[0], id="1", verdict=Verdict.PASS)
    again.write(clean, "x")
    finish(again, report, [clean])
    again.remove_leftovers(["1", "2"])
    assert {name for name in files(tmp_path) if "/" in name} == {"papers/1.html"}


def test_links_in_the_folder_lead_nowhere(report: Report, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("mine", encoding="utf-8")
    out = tmp_path / "out"
    folder = RunFolder(out, [report.submissions[0].id])
    for name in ("index.html", draft_name("index.html"), draft_name("summary.csv")):
        (out / name).symlink_to(elsewhere)
    finish(folder, report, [report.submissions[0]])
    assert elsewhere.read_text(encoding="utf-8") == "mine"
    assert not (out / "index.html").is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_a_new_folder_is_its_maker_s_alone_and_one_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    RunFolder(tmp_path / "runs" / "new", ["1"])
    assert stat.S_IMODE((tmp_path / "runs" / "new").stat().st_mode) == 0o700
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o775)
    RunFolder(shared, ["1"])
    assert stat.S_IMODE(shared.stat().st_mode) == 0o775


def test_a_folder_of_pages_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "papers").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="a link"):
        RunFolder(tmp_path / "out", ["1"])


def test_the_counts_of_rules_are_those_of_the_rows(report: Report, clean_report: Report) -> None:
    submissions = (*triaged(report).submissions, *triaged(clean_report).submissions)
    page = page_of(replace(report, submissions=submissions))
    tokens = [token for tag in Outline(page).all("tr") for token in (tag.get("data-rules") or "").split()]
    buttons = re.findall(r'data-value="([A-Z]+\d+:\w+)"[^>]*>(\d+)</button>', page)
    assert buttons
    assert {value: int(count) for value, count in buttons} == {token: tokens.count(token) for token in set(tokens)}


def test_a_row_holds_proposal_title_decision_and_change(report: Report) -> None:
    submission = replace(triaged(report).submissions[0], title="Gaps")
    authors = (KnownAuthor(name="Ada Quill"),)
    before = earlier([replace(submission, findings=submission.findings[1:])])["paper"]
    submission = replace(submission, change=change_of(submission, before))
    row = index_row.row(submission, "p", None, authors=authors, decision=Decision(ruling=Ruling.ASK, note="n"))
    overview = index.Overview(tool=report.tool, venue=report.venue, tally=counted(submission), since=True)
    page = "".join(index.render(overview, [row]))
    (found,) = [tag for tag in Outline(page).all("tr") if "data-number" in tag]
    assert (found["data-action"], found["data-decision"], found["data-note"]) == ("desk-reject", "ask", "n")
    assert found["data-change"] == "1"
    findings = json.loads(found["data-findings"] or "")
    assert [each[0] for each in findings if each[4] == "new"] == ["LEN001"]
    assert 'paper <span class="title">Gaps</span>' in page
    assert "Ada Quill" in page
    assert "1 new, 10 still open" in page
