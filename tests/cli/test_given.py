"""What the command line makes of what it is given: empty paths, misspelt rules, values out of a configuration file."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from .calling import run

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(FIXTURES / "papers" / "author-block.pdf", "paper.pdf")


def test_venue_alone_prints_its_help_in_lines(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run("venue", capsys=capsys)
    assert (status, out) == (2, "")
    assert err.startswith("Usage: ")
    assert "\n  validate " in err


@pytest.mark.parametrize(
    "arguments", [("check", ""), ("check", "paper.pdf", ""), ("scrub", "paper.pdf", "-o", ""), ("screen", "")]
)
def test_an_empty_path_is_not_the_current_folder(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(*arguments, capsys=capsys)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert "the path is empty" in err


def test_an_empty_path_in_the_file_is_none_either(capsys: pytest.CaptureFixture[str]) -> None:
    Path("faimi-check.toml").write_text('paper = ""\n', encoding="utf-8")
    assert run("check", capsys=capsys) == (
        2,
        "",
        f"faimi-check: {Path.cwd()}/faimi-check.toml: paper: nothing is named\n",
    )


def test_a_declared_paper_needs_a_supplement(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run("check", "paper.pdf", "--cited-unpublished", "cited.pdf", capsys=capsys)
    assert (status, out) == (2, "")
    assert err == "faimi-check: cited.pdf is declared as the copy of a cited paper, but no supplement was given\n"


def test_a_declared_paper_that_is_not_in_the_zip_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile("supplement.zip", "w") as packed:
        packed.writestr("README.txt", "The videos come later.")
    declared = ("--select", "SUP004", "--cited-unpublished", "nope.pdf")
    status, out, _ = run("check", "paper.pdf", "supplement.zip", *declared, "--fail-on", "warning", capsys=capsys)
    assert status == 1
    assert "not in the zip: nope.pdf" in out


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ("anon7", 'did you mean "ANON007"?'),
        ("ANON-7", 'did you mean "ANON007"?'),
        ("len0001", 'did you mean "LEN001"?'),
        ("ANON07", 'did you mean "ANON007"?'),
        ("pagelimit", 'did you mean "page-limit"?'),
        ("lncs", "LNCS is a family of rules: name each by its id, such as LNCS001"),
    ],
)
def test_a_misspelt_rule_is_guessed_by_its_number(named: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (("explain", named), ("check", "paper.pdf", "--ignore", f"{named}=agreed")):
        status, out, err = run(*arguments, capsys=capsys)
        assert (status, out) == (2, "")
        assert hint in err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[ignore]\nANON7 = "agreed"\n', 'ignore: unknown rule "ANON7"; did you mean "ANON007"?'),
        ('select = ["LEN001,LEN9"]\n', 'select: unknown rule "LEN9"; did you mean'),
        ('[ignore]\nLEN001 = " "\n', "ignore: a reason is needed"),
    ],
)
def test_a_wrong_rule_in_the_file_names_the_file(text: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("faimi-check.toml").write_text(text, encoding="utf-8")
    status, out, err = run("check", "paper.pdf", capsys=capsys)
    assert (status, out) == (2, "")
    assert err.startswith(f"faimi-check: {Path.cwd()}/faimi-check.toml: {said}")


def test_a_paper_that_the_file_names_wrongly_names_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("faimi-check.toml").write_text('paper = "other.pdf"\n', encoding="utf-8")
    said = "paper other.pdf: no such file"
    for command in ("check", "hook"):
        assert run(command, capsys=capsys) == (2, "", f"faimi-check: {said} (named in {Path.cwd()}/faimi-check.toml)\n")
    assert run("check", "other.pdf", capsys=capsys) == (2, "", f"faimi-check: {said}\n")


def test_the_file_may_give_the_authors_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    Path("faimi-check.toml").write_text('paper = "paper.pdf"\nauthors = ["Ingrid Lyngby"]\n', encoding="utf-8")
    for command in ("check", "hook"):
        _, out, _ = run(command, "--select", "ANON014", "--format", "json", capsys=capsys)
        (submission,) = json.loads(out)["submissions"]
        assert {finding["rule"] for finding in submission["findings"]} == {"ANON014"}
    assert "Ingrid Lyngby" in run("check", "--show-config", capsys=capsys)[1]


def test_what_is_left_aside_in_a_folder_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    handed_in = Path("handed in")
    handed_in.mkdir()
    for name in ("Paper.pdf", "._Paper.pdf"):
        shutil.copy("paper.pdf", handed_in / name)
    check = ("check", "handed in", "--select", "DOC001", "--pictures", "never")
    _, out, err = run(*check, capsys=capsys)
    assert (out.splitlines()[0].split(":")[0], err) == ("PASS  handed in/Paper.pdf", "")
    (handed_in / "walk.mp4").write_bytes(b"")
    assert run(*check, capsys=capsys)[2] == "note: left aside in handed in: walk.mp4\n"
    for name in ("old.pdf", "draft.PDF", "supplement.zip", "a.zip", "notes.txt"):
        (handed_in / name).write_bytes(b"")
    for name in ("figures.pdf", "figures.zip"):
        (handed_in / name).mkdir()
    said = "note: left aside in handed in: draft.PDF, old.pdf, a.zip\n"
    assert run(*check, capsys=capsys)[2] == said
    assert run(*check, "--format", "json", capsys=capsys)[2] == said
    assert run(*check, "-q", capsys=capsys)[2] == ""
    _, _, err = run("check", "handed in", "handed in/a.zip", *check[2:], capsys=capsys)
    assert err == "note: left aside in handed in: draft.PDF, old.pdf, supplement.zip\n"


def test_which_one_is_asked_with_as_many_names_as_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    Path("versions").mkdir()
    for number in range(7):
        Path("versions", f"v{number}.pdf").write_bytes(b"")
    status, out, err = run("check", "versions", capsys=capsys)
    assert (status, out) == (2, "")
    assert err == "faimi-check: which one? The folder holds v0.pdf, v1.pdf, v2.pdf, v3.pdf, v4.pdf and 2 more\n"


def test_a_report_is_not_written_to_a_file_called_minus(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run("check", "paper.pdf", "--output", "json=-", capsys=capsys)
    assert (status, out) == (2, "")
    assert err == "faimi-check: --output json=-: a file is wanted; --format json prints it\n"
    assert not Path("-").exists()
