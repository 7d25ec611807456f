"""The documented interface, used as a submission site would."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from fractions import Fraction
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


NO_SECONDS = (0, -1, 0.5, 3601, math.nan, math.inf, "60", None, True)
NO_BOUNDS = (0, -1, math.nan, math.inf, "5", None, True)


@pytest.mark.parametrize(
    ("arguments", "settings", "message"),
    [
        (("none.pdf",), {}, "no such file"),
        ((NAMED,), {"venue": "fami-2025"}, 'did you mean "faimi-2025"'),
        ((NAMED,), {"select": ["LEN01"]}, 'did you mean "LEN001"'),
        ((NAMED,), {"ignore": {"LEN001": " "}}, "without a reason"),
        ((NAMED,), {"limits": {"paper.max-pags": 3}}, 'did you mean "paper.max-pages"'),
        ((NAMED,), {"min_severity": "grave"}, "expected one of error, warning, note"),
        *(((NAMED,), {"timeout": value}, "^timeout=.*: expected a number from 1 to 3600") for value in NO_SECONDS),
        *(((NAMED,), {"limits": {"paper.max-pages": value}}, "expected a number above 0") for value in NO_BOUNDS),
        ((NAMED,), {"limits": {"paper.max-pages": 2.5}}, "whole number"),
        ((NAMED,), {"limits": ["paper.max-pages"]}, "^limits=.*: expected a mapping"),
        ((NAMED,), {"ignore": ["LEN001"]}, "^ignore=.*: expected a mapping, such as"),
        ((NAMED,), {"ignore": {"LEN001": None}}, "without a reason"),
        ((123,), {}, "^paper=123: expected a path$"),
        ((None,), {}, "^paper=None: expected a path$"),
        ((NAMED, 5), {}, "^supplement=5: expected a path, or a list of paths$"),
        ((NAMED, [5]), {}, "^supplement=5: expected a path$"),
        ((NAMED,), {"select": [1]}, "^select=.*: expected a list of texts"),
        ((NAMED,), {"select": 1}, "^select=1: expected a list of texts"),
        ((NAMED,), {"select": "LEN01"}, 'did you mean "LEN001"'),
        ((NAMED,), {"online": "no"}, "^online='no': expected True or False"),
        ((NAMED,), {"authors": [None]}, "^authors=.*: expected a list of texts"),
        ((NAMED,), {"cited_unpublished": {"a.pdf": 1}}, "expected a list of texts"),
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


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        *(({"jobs": value}, "^jobs=.*: expected a number from 1 to 64") for value in (0, -1, 65, 100_000, True, "4")),
        ({"jobs": 1.5}, "whole number"),
        ({"shard": 3}, "expected NUMBER/OF"),
        ({"resume": "no"}, "^resume='no': expected True or False"),
        ({"pictures": 1}, "^pictures=1: expected True or False"),
        ({"timeout": math.nan}, "^timeout=nan: expected a number"),
    ],
)
def test_what_cannot_be_used_for_many_raises_one_line(settings: dict[str, object], message: str) -> None:
    with pytest.raises(UnusableError, match=message) as raised:
        screen(NAMED, **settings)  # type: ignore[arg-type]
    assert "\n" not in str(raised.value)


def test_one_rule_may_be_named_alone_and_lists_may_be_generators() -> None:
    for select in ("ANON008,LEN001", (name for name in ("ANON008", "LEN001"))):
        (judged,) = check(NAMED, select=select).submissions
        assert {result.rule for result in judged.rules} == {"ANON008", "LEN001"}


def test_whole_numbers_of_other_libraries_are_numbers() -> None:
    assert check(NAMED, timeout=Fraction(60), limits={"paper.max-pages": Fraction(30)}).summary.fail == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds neither files nor memory so")
@pytest.mark.parametrize("call", ["check(paper)", "screen(paper)"])
def test_a_machine_that_gives_too_little_is_told_in_one_line(call: str) -> None:
    code = (
        "import resource\n"
        "from faimi_check import UnusableError, check, screen\n"
        f"paper = {str(NAMED)!r}\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))\n"
        f"try:\n    {call}\n"
        "except UnusableError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.count("\n"), done.stderr) == (1, "")
    assert "too few files (ulimit -n)" in done.stdout


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


HOST = """
import multiprocessing, sys, threading
import faimi_check
from multiprocessing import forkserver
from pebble import CONSTS

CONSTS.sleep_unit = 0.2
multiprocessing.set_forkserver_preload(["json"])
spared = ("cryptography", "Crypto", "PIL", "fontTools")
faimi_check.screen([{one!r}, {other!r}], jobs=1)
faimi_check.check({one!r})
for thread in threading.enumerate():
    thread is threading.current_thread() or thread.join(30)
print("pypdf" in sys.modules, [name for name in spared if name in sys.modules])
print(CONSTS.sleep_unit)
print(forkserver._forkserver._preload_modules, forkserver._forkserver._forkserver_pid)
multiprocessing.set_start_method("spawn")
"""


def test_the_program_that_calls_is_left_as_it_was(tmp_path: Path) -> None:
    """What it loads later is whole, its pools look as often as before, and how its processes start is its own."""
    script = tmp_path / "host.py"
    script.write_text(HOST.format(one=str(NAMED), other=str(PAPERS / "compliant.pdf")), encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert (done.stdout.splitlines(), done.stderr) == (["False []", "0.2", "['json'] None"], "")


@pytest.mark.parametrize("name", ["s.tar.gz", "s.7z", "s.RAR", "turn.mp4"])
def test_what_should_have_been_a_zip_is_judged_as_the_supplement(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"\x1f\x8b\x08\x00" + b"\0" * 60)
    (report,) = check(tmp_path / name).submissions
    assert report.paper is None
    assert [(finding.rule, finding.code) for finding in report.findings] == [("SUP001", "not-a-zip")]


def test_files_that_should_have_been_a_zip_are_one_supplement(tmp_path: Path) -> None:
    for name in ("a.mp4", "b.mp4"):
        (tmp_path / name).write_bytes((FIXTURES / "videos" / "h264.mp4").read_bytes())
    (report,) = check(tmp_path / "a.mp4", tmp_path / "b.mp4").submissions
    assert report.paper is None
    assert "several" in {finding.code for finding in report.findings}


@pytest.mark.parametrize(("name", "head"), [("paper.rar", b"%PDF-1.5\n"), ("paper.pdf.gz", b"\x1f\x8b\x08\x00")])
def test_what_is_a_paper_by_its_bytes_or_its_name_is_judged_as_one(name: str, head: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(head + b"\0" * 60)
    (report,) = check(tmp_path / name).submissions
    assert report.paper is not None
