"""On a runner of CI nobody is named in what is printed, unless that is asked for."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from faimi_check.cli import main
from faimi_check.cli.console.terminal import is_public

ROOT = Path(__file__).parents[3]
NAMED = ROOT / "fixtures" / "papers" / "author-block.pdf"
TOLD = re.compile(r"lyngby|quiroga|k.+hlberg|nordhavn|brannoc|0000.0002.7418.3052", re.IGNORECASE)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(NAMED, "paper.pdf")


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    """All that is printed."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 1
    return "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("variable", "value", "public"),
    [
        *((name, "true", True) for name in ("CI", "GITLAB_CI", "GITHUB_ACTIONS", "CIRCLECI", "TRAVIS", "DRONE")),
        ("CI", "1", True),
        ("CI", "woodpecker", True),
        ("TF_BUILD", "True", True),
        ("JENKINS_URL", "https://ci.example/", True),
        ("CI", "false", False),
        ("CI", "0", False),
        ("CI", "", False),
        ("CITY", "true", False),
    ],
)
def test_what_counts_as_a_runner(variable: str, value: str, public: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, value)
    assert is_public() is public


def test_at_home_everything_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Ingrid Lyngby" in run("check", "paper.pdf", capsys=capsys)


@pytest.mark.parametrize("more", [(), ("--quiet",), ("--color", "always"), ("--format", "markdown")])
def test_on_a_runner_nobody_is_named(
    more: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    said = run("check", "paper.pdf", *more, capsys=capsys)
    assert "FAIL" in said
    assert not TOLD.search(said)
    if more != ("--quiet",):
        assert "ANON001" in said
        assert "--show-identities shows it" in said.replace("\n  ", " ")


def note_to_a_colleague(path: Path) -> None:
    """A paper with a note on its first page."""
    writer = PdfWriter(clone_from=ROOT / "fixtures" / "papers" / "compliant.pdf")
    page = writer.pages[0]
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    held = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    page["/Resources"]["/Font"][NameObject("/Note")] = held  # type: ignore[index]
    said = StreamObject()
    said.set_data(b"BT /Note 10 Tf 140 130 Td (TODO: would Tomasz redo the second table before Friday?) Tj ET")
    page[NameObject("/Contents")] = ArrayObject([*page["/Contents"].get_object(), writer._add_object(said)])  # type: ignore[misc]
    writer.write(path)


@pytest.mark.parametrize("name", ["terminal", "markdown", "github", "sarif", "junit"])
def test_a_note_to_a_colleague_is_read_by_nobody_else(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    note_to_a_colleague(Path("noted.pdf"))
    arguments = ("check", "noted.pdf", "--select", "DOC005", "--fail-on", "warning", "--format", name)
    assert "Tomasz" in run(*arguments, "--show-identities", capsys=capsys)
    monkeypatch.setenv("CI", "true")
    said = run(*arguments, capsys=capsys)
    assert "DOC005" in said
    assert not re.search("Tomasz|second table", said)


def test_who_asks_for_names_gets_them(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("CI", "true")
    assert "Ingrid Lyngby" in run("check", "paper.pdf", "--show-identities", capsys=capsys)
    monkeypatch.setenv("FAIMI_CHECK_SHOW_IDENTITIES", "1")
    assert "Ingrid Lyngby" in run("check", "paper.pdf", capsys=capsys)


def test_files_of_what_is_printed_are_masked_and_those_for_machines_are_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITLAB_CI", "true")
    run("check", "paper.pdf", *(f"--output={one}={one}" for one in ("terminal", "markdown", "json")), capsys=capsys)
    for name in ("terminal", "markdown"):
        assert not TOLD.search(Path(name).read_text(encoding="utf-8"))
    assert TOLD.search(json.dumps(json.loads(Path("json").read_text(encoding="utf-8"))))


def test_the_hook_names_nobody_there(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    Path("faimi-check.toml").write_text('paper = "paper.pdf"\n', encoding="utf-8")
    assert TOLD.search(run("hook", "paper.pdf", capsys=capsys))
    monkeypatch.setenv("CI", "true")
    assert not TOLD.search(run("hook", "paper.pdf", capsys=capsys))


def test_the_lines_of_a_screening_name_nobody(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("uploads").mkdir()
    Path("paper.pdf").rename("uploads/ingrid-lyngby.pdf")
    assert TOLD.search(run("screen", "uploads", capsys=capsys))
    monkeypatch.setenv("CI", "true")
    said = run("screen", "uploads", capsys=capsys)
    assert "[1/1] FAIL" in said
    assert not TOLD.search(said)


def test_the_recipe_for_gitlab_publishes_no_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    (recipe,) = re.findall(r"## GitLab\n\n```yaml\n(.*?)```", text, re.DOTALL)
    job = yaml.safe_load(recipe)["paper"]
    shutil.copy(ROOT / "fixtures" / "zips" / "entry-name-with-author.zip", "supplement.zip")
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("GITLAB_CI", "true")
    (command,) = [line for line in job["script"] if line.startswith("faimi-check ")]
    assert not TOLD.search(run(*shlex.split(command)[1:], capsys=capsys))
    published = [*job["artifacts"].get("paths", ()), *job["artifacts"]["reports"].values()]
    assert published
    for name in published:
        assert not TOLD.search(Path(name).read_text(encoding="utf-8"))
