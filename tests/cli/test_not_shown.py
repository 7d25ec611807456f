"""What is shown has no part in the verdict and in the exit status, and what is not shown is said."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from .calling import run

PAPERS = Path(__file__).parents[2] / "fixtures" / "papers"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A paper with one finding, an error that is likely."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(PAPERS / "annotation-author.pdf", "paper.pdf")


def test_an_error_that_is_not_sure_enough_to_be_shown_still_fails(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run("check", "paper.pdf", "--select", "ANON009", "--min-confidence", "certain", capsys=capsys)
    assert status == 1
    assert out.startswith("FAIL  paper.pdf: breaks the call as it stands; 1 error not shown (--min-confidence certain)")
    assert "ERROR  ANON009" not in out


@pytest.mark.parametrize(("fail_on", "expected"), [("error", 0), ("warning", 1), ("never", 0)])
def test_a_warning_that_is_too_light_to_be_shown_counts_where_warnings_do(
    fail_on: str, expected: int, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(PAPERS / "alt-text.pdf", "described.pdf")
    bounds = ("--select", "ANON017", "--min-severity", "error", "--fail-on", fail_on, "--quiet")
    status, out, _ = run("check", "described.pdf", *bounds, capsys=capsys)
    assert status == expected
    assert "1 warning not shown (--min-severity error)" in out


def test_a_waived_finding_counts_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    waived = ("--ignore", "ANON009=agreed with the chairs")
    status, out, _ = run(
        "check", "paper.pdf", "--select", "ANON009", *waived, "--min-confidence", "certain", capsys=capsys
    )
    assert status == 0
    assert "not shown" not in out


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "github", "csv", "sarif", "junit"])
def test_every_format_says_what_it_does_not_show(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    hidden = ("--select", "ANON009", "--min-confidence", "certain")
    status, out, _ = run("check", "paper.pdf", *hidden, "--format", name, capsys=capsys)
    assert status == 1
    assert "1 error not shown (--min-confidence certain)" in re.sub(r"\\|</?code>|`", "", out)


def test_json_counts_them_by_rule(capsys: pytest.CaptureFixture[str]) -> None:
    hidden = ("--select", "ANON009", "--min-severity", "error", "--min-confidence", "certain")
    _, out, _ = run("check", "paper.pdf", *hidden, "--format", "json", capsys=capsys)
    (submission,) = json.loads(out)["submissions"]
    assert submission["findings"] == []
    assert submission["not_shown"] == {
        "min_severity": None,
        "min_confidence": "certain",
        "findings": [{"rule": "ANON009", "severity": "error", "count": 1}],
    }


def test_where_all_is_shown_nothing_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run("check", "paper.pdf", "--select", "ANON009", "--format", "json", capsys=capsys)
    assert json.loads(out)["submissions"][0]["not_shown"] is None


def test_junit_fails_where_the_verdict_does(capsys: pytest.CaptureFixture[str]) -> None:
    hidden = ("--select", "ANON009", "--min-confidence", "certain")
    _, out, _ = run("check", "paper.pdf", *hidden, "--format", "junit", capsys=capsys)
    suites = ElementTree.fromstring(out.encode())
    assert suites.get("failures") == "1"
    (failure,) = suites.iter("failure")
    assert failure.get("message") == "1 error not shown (--min-confidence certain)"


def test_a_run_proposes_to_look_where_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    hidden = ("--select", "ANON009", "--min-confidence", "certain", "--out", "report")
    status, out, _ = run("screen", "paper.pdf", *hidden, capsys=capsys)
    assert status == 1
    assert "1 error not shown (--min-confidence certain)" in out
    _, row = Path("report/decisions.csv").read_text("utf-8").splitlines()
    assert ",look,not shown: ANON009," in row


@pytest.mark.parametrize("name", ["github", "sarif", "junit"])
def test_names_that_only_a_hidden_finding_has_found_are_masked_in_public(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("paper.pdf").rename("mateo quiroga.pdf")
    hidden = ("--select", "ANON009", "--min-confidence", "certain")
    _, out, _ = run("check", "mateo quiroga.pdf", *hidden, "--format", name, capsys=capsys)
    assert "1 error not shown (--min-confidence certain)" in out
    assert "quiroga" not in out.casefold()
    _, out, _ = run("check", "mateo quiroga.pdf", *hidden, "--format", name, "--show-identities", capsys=capsys)
    assert "quiroga" in out.casefold()


def test_what_is_not_shown_is_counted_in_json_and_said_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    hidden = ("--select", "ANON009", "--min-confidence", "certain")
    _, out, _ = run("check", "paper.pdf", *hidden, "--format", "json", capsys=capsys)
    assert "Quiroga" not in out


@pytest.mark.parametrize(("first", "second"), [((), ("certain",)), (("certain",), ()), (("certain",), ("certain",))])
def test_what_one_of_two_runs_does_not_show_is_neither_fixed_nor_new(
    first: tuple[str, ...], second: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    def change(out: str, *more: str) -> dict[str, list[object]]:
        run("screen", "paper.pdf", "--select", "ANON009", "--no-pictures", "--out", out, *more, capsys=capsys)
        return dict(json.loads(Path(out, "report.jsonl").read_text("utf-8"))["change"] or {})

    def shown(bound: tuple[str, ...]) -> tuple[str, ...]:
        return ("--min-confidence", *bound) if bound else ()

    change("before", *shown(first))
    compared = change("now", "--since", "before", *shown(second))
    assert (len(compared["open"]), compared["new"], compared["fixed"], compared["untold"]) == (1, [], [], [])
    shutil.copy(PAPERS / "placeholder-paper-id.pdf", "paper.pdf")
    compared = change("mended", "--since", "now", *shown(second))
    assert (len(compared["fixed"]), compared["open"], compared["new"]) == (1, [], [])
