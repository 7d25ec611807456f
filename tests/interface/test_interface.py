"""The documented interface, used as a submission site would."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import faimi_check
from faimi_check import Report, UnusableError, Verdict, check, render, screen

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
PAPERS = FIXTURES / "papers"
NAMED = PAPERS / "info-author.pdf"


@pytest.fixture(scope="module")
def report() -> Report:
    return check(NAMED, venue="faimi-2025")


def test_a_paper_is_checked(report: Report) -> None:
    (submission,) = report.submissions
    assert submission.verdict is Verdict.FAIL
    assert "ANON008" in {finding.rule for finding in submission.findings}
    assert report.venue.id == "faimi-2025"


def test_settings_are_those_of_the_command_line() -> None:
    report = check(str(NAMED), select=["ANON008"], ignore={"ANON008": "agreed"}, authors=["Tuomo Raekallio"])
    (submission,) = report.submissions
    assert submission.verdict is Verdict.PASS
    assert [ignored.reason for ignored in submission.ignored] == ["agreed"] * len(submission.ignored)
    assert submission.ignored


def test_a_supplement_alone() -> None:
    (submission,) = check(FIXTURES / "zips" / "good-divx.zip").submissions
    assert submission.paper is None
    assert submission.videos


@pytest.mark.parametrize(
    ("arguments", "settings", "message"),
    [
        (("none.pdf",), {}, "no such file"),
        ((NAMED,), {"venue": "fami-2025"}, 'did you mean "faimi-2025"'),
        ((NAMED,), {"select": ["LEN01"]}, 'did you mean "LEN001"'),
        ((NAMED,), {"ignore": {"LEN001": " "}}, "without a reason"),
        ((NAMED,), {"limits": {"paper.max-pags": 3}}, 'did you mean "paper.max-pages"'),
        ((NAMED,), {"min_severity": "grave"}, "expected one of error, warning, note"),
        (("https://example.org/paper.pdf",), {}, "^https://example.org/paper.pdf: this is a web address"),
        (("-",), {}, "save it as a file"),
        (("/dev/stdin",), {}, "save it as a file"),
    ],
)
def test_what_cannot_be_used_raises_one_line(
    arguments: tuple[str | Path, ...], settings: dict[str, object], message: str
) -> None:
    with pytest.raises(UnusableError, match=message) as raised:
        check(*arguments, **settings)  # type: ignore[arg-type]
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(("name", "message"), [("p.tex", "LaTeX"), ("p.docx", "export it as PDF"), ("p.ps", "no PDF")])
def test_what_a_paper_is_made_from_is_no_paper(name: str, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 or anything")
    with pytest.raises(UnusableError, match=message):
        check(tmp_path / name)


def test_a_pdf_under_another_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_bytes(NAMED.read_bytes())
    (submission,) = check(tmp_path / "paper.txt", select=["DOC001"]).submissions
    assert submission.verdict is Verdict.PASS


@pytest.mark.parametrize("name", ["json", "html", "sarif", "junit", "github", "csv", "markdown", "terminal"])
def test_a_report_is_rendered(name: str, report: Report) -> None:
    assert "ANON008" in render(report, name)


def test_public_formats_are_masked(report: Report) -> None:
    evidence = next(finding.evidence for finding in report.submissions[0].findings if finding.rule == "ANON008")
    assert evidence not in render(report, "github")
    assert evidence in render(report, "github", show_identities=True)


def test_an_unknown_format_is_named(report: Report) -> None:
    with pytest.raises(UnusableError, match='did you mean "json"'):
        render(report, "jsn")


def test_many_are_screened(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.pdf").write_bytes(NAMED.read_bytes() + b"\n" * number)
    seen: list[str] = []
    report = screen(tmp_path, jobs=2, pictures=False, progress=lambda done: seen.append(done.id), venue="faimi-2025")
    assert [each.id for each in report.submissions] == ["1", "2"]
    assert sorted(seen) == ["1", "2"]
    assert report.summary.fail == 2
    part = screen([tmp_path], shard="2/2", out=tmp_path / "out", jobs=1, pictures=False)
    assert [each.id for each in part.submissions] == ["2"]
    assert json.loads((tmp_path / "out" / "run.json").read_text())["shard"] == {"number": 2, "of": 2}


def test_everything_promised_is_there() -> None:
    assert all(getattr(faimi_check, name) is not None for name in faimi_check.__all__)
    assert set(faimi_check.__all__) <= set(dir(faimi_check))
    with pytest.raises(AttributeError, match="nonsense"):
        _ = faimi_check.nonsense


def test_the_import_alone_loads_nothing_heavy() -> None:
    heavy = ("pypdf", "pypdfium2", "av", "magic", "jinja2", "pebble", "rich", "click", "msgspec")
    code = f"import sys, faimi_check; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
