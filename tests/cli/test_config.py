"""The configuration file: found where it should be, refused where not understood, below options and environment."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from faimi_check.cli import config, main
from faimi_check.cli.console.terminal import use_color


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(["check", *arguments, "--show-config"])
    assert stopped.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    return {line.split()[0]: " ".join(line.split()[1:]) for line in lines}


def test_without_a_file_there_are_defaults(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = shown(capsys)
    assert settings["configuration"] == "file: none"
    assert settings["venue"] == "faimi-2025 (default)"


def test_a_file_is_read_with_paths_relative_to_it(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "faimi-check.toml").write_text(
        'venue = "care-2025"\npaper = "build/p.pdf"\n[ignore]\nLEN001 = "agreed"\n', encoding="utf-8"
    )
    settings = shown(capsys)
    assert settings["venue"] == "care-2025 (file)"
    assert settings["paper"] == "build/p.pdf (file)"
    assert settings["ignore"] == "LEN001=agreed (file)"


def test_precedence_is_option_environment_file_default(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "faimi-check.toml").write_text('venue = "care-2025"\nfail-on = "never"\ntimeout = 5\n')
    monkeypatch.setenv("FAIMI_CHECK_VENUE", "faimi-2026")
    monkeypatch.setenv("FAIMI_CHECK_FAIL_ON", "warning")
    settings = shown(capsys, "--venue", "miccai-2025")
    assert settings["venue"] == "miccai-2025 (option)"
    assert settings["fail-on"] == "warning (environment)"
    assert settings["timeout"] == "5.0 (file)"
    assert settings["color"] == "auto (default)"


def test_what_is_given_adds_to_the_tables_of_the_file(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "faimi-check.toml").write_text(
        '[ignore]\nANON006 = "a public set"\nLEN001 = "agreed"\n[limit]\n"archive.max-entries" = 7\n'
        '[output]\nhtml = "report.html"\njson = "own.json"\n'
    )
    monkeypatch.setenv("FAIMI_CHECK_IGNORE", "LNCS004=our fonts")
    settings = shown(
        capsys, "--ignore", "len001=asked for", "--ignore", "DOC004=no", "--limit", "archive.max-entries=9",
        "--output", "json=x.json",
    )  # fmt: skip
    assert settings["ignore"] == (
        "ANON006=a public set, len001=asked for, LNCS004=our fonts, DOC004=no (option and file)"
    )
    assert settings["limit"] == "archive.max-entries=9 (option and file)"
    assert settings["output"] == "html=report.html, json=own.json, json=x.json (option and file)"


def test_online_is_off_unless_asked_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys)["online"] == "False (default)"
    (here / "faimi-check.toml").write_text("online = true\n")
    assert shown(capsys)["online"] == "True (file)"


def test_pyproject_counts_only_with_its_table(here: Path) -> None:
    project = here / "pyproject.toml"
    project.write_text("[tool.other]\nx = 1\n")
    assert config.find() is None
    project.write_text('tool = "x"\n')
    assert config.find() is None
    project.write_text('[tool.faimi-check]\nvenue = "care-2025"\n')
    assert config.find() == project
    assert config.read(project) == {"venue": "care-2025"}


OURS = '[tool.faimi-check]\nvenue = "care-2025"\n'


@pytest.mark.parametrize(
    "content",
    [
        b"[tool.other]\nx = [\n",
        b"<<<<<<< ours\n[project]\n",
        b'[project]\ndependencies = ["faimi-check>=0.1"]\nx = \n',
        b"[tool.faimi-check-extras]\nx =\n",
        b"[tool.poetry.dependencies]\nfaimi-check = '*'\nx =\n",
        b"# see [tool.faimi-check]\n[tool.other\n",
        b"\xff\xfe[tool.other]\nx = 1\n",
        "x = 1\n".encode("utf-16"),
        b"x = " + b"1" * 5000 + b"\n",
        b"x = " + b"[" * 20_000,
        b"[tool.other]\n" + b"# a long lock\n" * 80_000,
        b"x = \n" + b" " * 2_000_000,
        b"",
    ],
)
def test_a_project_that_is_not_ours_may_be_as_it_likes(
    content: bytes, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "pyproject.toml").write_bytes(content)
    assert shown(capsys)["configuration"] == "file: none"
    with pytest.raises(click.UsageError, match=r"no \[tool.faimi-check\] in it"):
        config.read(here / "pyproject.toml")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"{OURS}x = [\n", "cannot be read"),
        (f"[project\n{OURS}", "cannot be read"),
        (f"\ufeff{OURS}x =\n", "cannot be read"),
        ("[tool.faimi-check\nvenue = 1\n", "cannot be read"),
        ('[ tool . "faimi-check" ]\nvenue =\n', "cannot be read"),
        ("[tool.faimi-check.limit]\nx =\n", "cannot be read"),
        ("tool.faimi-check.venue = x\n", "cannot be read"),
        (f"{OURS}[other]\nx = {'1' * 5000}\n", "cannot be read"),
        (f"{'# long' * 200_000}\n{OURS}", "too large"),
    ],
)
def test_a_broken_project_that_has_our_table_is_refused(
    content: str, said: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "pyproject.toml").write_text(content, encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--show-config"])
    err = capsys.readouterr().err
    assert stopped.value.code == 2
    assert f"pyproject.toml: {said}" in err


def test_our_table_counts_in_whatever_way_it_is_written(here: Path) -> None:
    for content in ('tool = {faimi-check = {venue = "care-2025"}}', '[tool]\nfaimi-check.venue = "care-2025"', OURS):
        (here / "pyproject.toml").write_text(content, encoding="utf-8")
        assert config.read(here / "pyproject.toml") == {"venue": "care-2025"}


def test_inside_a_repository_the_folders_above_are_searched(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "faimi-check.toml").write_text("")
    inner = here / "repo" / "build"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert config.find() is None, "outside a repository only the current folder counts"
    (here / "repo" / ".git").mkdir()
    assert config.find() is None, "the search ends at the repository's root"
    (here / "repo" / "faimi-check.toml").write_text("")
    assert config.find() == here / "repo" / "faimi-check.toml"


def test_a_file_beside_the_paper_is_not_read(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    upload = here / "upload"
    upload.mkdir()
    (upload / "faimi-check.toml").write_text('[ignore]\nLEN001 = "trust me"\n')
    assert shown(capsys, str(upload / "paper.pdf"))["ignore"] == "(default)"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("venu = 1\n", 'venu: unknown key; did you mean "venue"'),
        ("fail_on = 'error'\n", 'did you mean "fail-on"'),
        ("fail-on = 'eror'\n", "fail-on: 'eror' is not one of error, warning, never; did you mean \"error\"?"),
        ("ignore = ['LEN001']\n", "expected a table"),
        ("timeout = 'x'\n", "expected a number"),
        ("[", "cannot be read"),
    ],
)
def test_what_is_not_understood_is_refused(here: Path, text: str, message: str) -> None:
    file = here / "faimi-check.toml"
    file.write_text(text)
    with pytest.raises(click.UsageError) as caught:
        config.read(file)
    assert message in caught.value.message
    assert "faimi-check.toml" in caught.value.message


def test_a_named_file_without_the_table_is_refused(here: Path) -> None:
    file = here / "pyproject.toml"
    file.write_text("")
    with pytest.raises(click.UsageError, match=r"no \[tool.faimi-check\]"):
        config.read(file)


def test_a_file_in_a_folder_above_gives_paths_that_hold_here(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / ".git").mkdir()
    (here / "text").mkdir()
    (here / "faimi-check.toml").write_text('paper = "build/p.pdf"\n')
    monkeypatch.chdir(here / "text")
    assert shown(capsys)["paper"] == f"{here}/build/p.pdf (file)"


def test_a_value_of_the_wrong_kind_is_named_in_plain_words(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "faimi-check.toml").write_text("venue = 3\n")
    with pytest.raises(SystemExit):
        main(["check"])
    assert "faimi-check.toml: venue: expected text, got a whole number\n" in capsys.readouterr().err


def test_a_folder_brings_its_own_supplement(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "faimi-check.toml").write_text('paper = "p.pdf"\nsupplement = "configured.zip"\n')
    (here / "configured.zip").write_bytes(b"")
    (here / "folder").mkdir()
    (here / "folder" / "paper.pdf").write_bytes(b"")
    for own, expected in (("", "FAIL  folder/paper.pdf:"), ("own.zip", "FAIL  folder/paper.pdf + folder/own.zip:")):
        if own:
            (here / "folder" / own).write_bytes(b"")
        with pytest.raises(SystemExit):
            main(["check", "folder", "--quiet"])
        assert capsys.readouterr().out.startswith(expected)


@pytest.mark.parametrize(
    ("supplement", "expected"),
    [('"a.zip"', "p.pdf + a.zip:"), ('["a.zip", "b.mp4"]', "p.pdf + a.zip + b.mp4:"), ("[]", "p.pdf:")],
)
def test_a_supplement_may_be_of_several_files(
    supplement: str, expected: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "faimi-check.toml").write_text(f'paper = "p.pdf"\nsupplement = {supplement}\n')
    for name in ("p.pdf", "a.zip", "b.mp4"):
        (here / name).write_bytes(b"x")
    for arguments in (["check"], ["hook"], ["hook", "b.mp4", "p.pdf"]):
        with pytest.raises(SystemExit):
            main([*arguments, "--quiet"])
        assert capsys.readouterr().out.startswith(f"FAIL  {expected}")


def test_a_file_that_an_editor_began_with_a_byte_order_mark(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "faimi-check.toml").write_bytes('\ufeffvenue = "care-2025"\n'.encode())
    assert shown(capsys)["venue"] == "care-2025 (file)"


def test_reports_and_what_they_show_are_set_in_the_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "faimi-check.toml").write_text('show-identities = true\n[output]\nhtml = "build/my report.html"\n')
    settings = shown(capsys)
    assert settings["show-identities"] == "True (file)"
    assert settings["output"] == "html=build/my report.html (file)"


@pytest.mark.parametrize(
    ("name", "value", "setting", "expected"),
    [
        ("IGNORE", "LEN001=two words", "ignore", "LEN001=two words"),
        ("IGNORE", "LEN001=two words page-limit=a = b", "ignore", "LEN001=two words, page-limit=a = b"),
        ("IGNORE", "LEN001=one\nANON006=and another", "ignore", "LEN001=one, ANON006=and another"),
        ("OUTPUT", "html=my report.html json=r.json", "output", "html=my report.html, json=r.json"),
        ("SELECT", "LEN001 page-limit", "select", "LEN001, page-limit"),
        ("LIMIT", "archive.max-entries=5 paper.max-pages=3", "limit", "archive.max-entries=5, paper.max-pages=3"),
        ("CITED_UNPUBLISHED", "our paper.pdf\nother.pdf", "cited-unpublished", "our paper.pdf, other.pdf"),
    ],
)
def test_values_with_blanks_in_the_environment(
    name: str,
    value: str,
    setting: str,
    expected: str,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(f"FAIMI_CHECK_{name}", value)
    assert shown(capsys)[setting] == f"{expected} (environment)"


@pytest.mark.parametrize(
    ("environment", "choice", "expected"),
    [
        ({}, "auto", False),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": "0"}, "auto", False),
        ({"CLICOLOR_FORCE": "1", "CLICOLOR": "0"}, "auto", True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        ({"FORCE_COLOR": "1"}, "never", False),
        ({"NO_COLOR": "1"}, "always", True),
    ],
)
def test_colour_by_the_environment(
    environment: dict[str, str], choice: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert use_color(choice) is expected


def test_on_a_terminal_clicolor_can_turn_colour_off(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert use_color("auto")
    monkeypatch.setenv("CLICOLOR", "0")
    assert not use_color("auto")
