"""No command writes over what it reads, however the path is spelt."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from faimi_check.cli import main
from faimi_check.interface import overwriting
from faimi_check.interface.errors import UnusableError

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAPER = FIXTURES / "papers" / "placeholder-paper-id.pdf"
VIDEO = FIXTURES / "videos" / "h264.mp4"
CONFIG = 'venue = "faimi-2025"\n'
PROFILE = 'id = "mine"\ntitle = "Mine"\nsource = "https://example.org"\nextends = "faimi-2025"\n'


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(PAPER, "victim.pdf")
    shutil.copy(FIXTURES / "zips" / "as-finder.zip", "victim.zip")
    shutil.copy(VIDEO, "victim.mp4")
    Path("names.txt").write_text("Ada Quillfeather\n", encoding="utf-8")
    Path("faimi-check.toml").write_text(CONFIG, encoding="utf-8")
    Path("mine.toml").write_text(PROFILE, encoding="utf-8")
    Path("folder").mkdir()
    Path("link.pdf").symlink_to("victim.pdf")
    Path("folder/linked.pdf").symlink_to("../victim.pdf")
    Path("hard.pdf").hardlink_to("victim.pdf")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(*arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said on a run that writes nothing."""
    before = contents(Path.cwd())
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    out, err = capsys.readouterr()
    assert contents(Path.cwd()) == before
    assert stopped.value.code == 2
    assert out == ""
    assert err.startswith("faimi-check: ")
    assert err.count("\n") == 1
    return err


def outputs(*paths: str) -> list[str]:
    return [f"--output={name}={path}" for name, path in zip(("json", "csv", "html"), paths, strict=False)]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("victim.pdf", "paper victim.pdf"),
        ("./victim.pdf", "paper victim.pdf"),
        ("folder/../victim.pdf", "paper victim.pdf"),
        ("{here}/victim.pdf", "paper victim.pdf"),
        ("link.pdf", "paper victim.pdf"),
        ("folder/linked.pdf", "paper victim.pdf"),
        ("hard.pdf", "paper victim.pdf"),
        ("victim.zip", "supplement victim.zip"),
        ("names.txt", "list of authors names.txt"),
        ("faimi-check.toml", "configuration file"),
        ("mine.toml", "profile mine.toml"),
    ],
)
def test_a_check_writes_over_none_of_its_inputs(
    path: str, said: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["check", "victim.pdf", "victim.zip", "--authors", "names.txt", "--venue", "mine.toml", "-q"]
    err = refused(*command, "--output", f"html={path.format(here=here)}", capsys=capsys)
    assert f"the report would overwrite the {said}" in err


def test_the_paper_of_a_folder_is_an_input(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(PAPER, "folder/paper.pdf")
    Path("folder/linked.pdf").unlink()
    err = refused("check", "folder", "--output", "json=folder/paper.pdf", capsys=capsys)
    assert "would overwrite the paper folder/paper.pdf" in err


def test_a_link_to_a_paper_is_the_paper(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    err = refused("check", "link.pdf", "--output", "json=victim.pdf", capsys=capsys)
    assert "would overwrite the paper link.pdf" in err


@pytest.mark.parametrize("paths", [("one", "./one"), ("one", "folder/../one"), ("names.txt", "names.txt")])
def test_two_reports_do_not_go_into_one_file(
    paths: tuple[str, str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "two reports would be written to" in refused("check", "victim.pdf", *outputs(*paths), capsys=capsys)


ONE_WITHOUT_CASE = [
    ("a.html", "A.html"),
    ("folder/a.html", "Folder/A.HTML"),
    ("caf\u00e9.html", "cafe\u0301.html"),
]


@pytest.mark.parametrize("paths", ONE_WITHOUT_CASE)
@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_names_that_differ_in_case_are_one_file_where_the_system_takes_them_so(
    platform: str,
    paths: tuple[str, str],
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(overwriting.sys, "platform", platform)
    with pytest.raises(UnusableError, match="two reports would be written to"):
        overwriting.refuse_overwriting(map(Path, paths), [])
    overwriting.refuse_overwriting([Path("a.html"), Path("b.html"), Path(os.devnull), Path(os.devnull)], [])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere such names are usually one file")
def test_names_that_differ_in_case_are_two_files_elsewhere(here: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", "victim.pdf", "-q", "--pictures", "never", *outputs("a.out", "A.out", "folder/a.out")])
    assert stopped.value.code in (0, 1)
    assert all(Path(name).is_file() for name in ("a.out", "A.out", "folder/a.out"))


def test_names_that_differ_in_case_in_a_folder_that_is_found_in_any_case(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # As on a stick, or a disk of Windows: the folder answers to its name in capitals.
    if not Path("FOLDER").exists():
        Path("FOLDER").symlink_to("folder", target_is_directory=True)
    for paths in (("folder/a.html", "folder/A.html"), ("folder/a.html", "FOLDER/A.html")):
        assert "two reports would be written to" in refused("check", "victim.pdf", *outputs(*paths), capsys=capsys)


def test_what_is_no_input_is_replaced_and_a_device_takes_any_number(here: Path) -> None:
    Path("old.html").write_text("old", encoding="utf-8")
    devices = [f"--output={name}={os.devnull}" for name in ("json", "csv")]
    with pytest.raises(SystemExit) as stopped:
        main(["check", "victim.pdf", "-q", "--output=html=old.html", *devices])
    assert stopped.value.code in (0, 1)
    assert Path("old.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["scrub", "victim.pdf", "-o", "victim.pdf"], "scrubbed paper would overwrite the paper victim.pdf"),
        (["scrub", "victim.pdf", "-o", "folder/linked.pdf"], "scrubbed paper would overwrite the paper victim.pdf"),
        (["scrub", "victim.pdf", "-o", "names.txt", "--authors", "names.txt"], "the list of authors names.txt"),
        (["scrub", "victim.pdf", "-o", "mine.toml", "--venue", "mine.toml"], "the profile mine.toml"),
        (["pack", "victim.mp4", "-o", "victim.mp4"], "supplement would overwrite the video victim.mp4"),
        (["pack", "victim.mp4", "-o", "link.pdf", "--check", "victim.pdf"], "overwrite the paper victim.pdf"),
        (["pack", "victim.mp4", "-o", "names.txt", "--authors", "names.txt"], "the list of authors names.txt"),
        (["readme", "victim.zip", "-o", "./victim.zip"], "README would overwrite the supplement victim.zip"),
    ],
)
def test_not_even_by_force(command: list[str], said: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said in refused(*command, "--force", capsys=capsys)


@pytest.fixture
def uploads(here: Path) -> Path:
    folder = here / "uploads"
    folder.mkdir()
    shutil.copy(PAPER, folder / "1.pdf")
    (folder / "2").mkdir()
    shutil.copy(PAPER, folder / "2" / "paper.pdf")
    return folder


SHEET = "id,decision\n1,ask\n"
WAIVERS = "submission,fingerprint,reason\n1,0000,why\n"
MANIFEST = "id,paper\n1,uploads/1.pdf\n"


@pytest.mark.parametrize(
    ("option", "path", "text", "said"),
    [
        ("--authors", "out/summary.csv", "name\nAda Quillfeather\n", "list of authors out/summary.csv"),
        ("--authors", "out/uploads/openreview.csv", "name\nAda Quillfeather\n", "list of authors"),
        ("--waivers", "out/findings.csv", WAIVERS, "list of waivers out/findings.csv"),
        ("--decisions", "out/decisions.csv", SHEET, "decisions out/decisions.csv"),
        ("--decisions", "out/../out/decisions.csv", SHEET, "decisions out/../out/decisions.csv"),
        ("--decisions", "linked/decisions.csv", SHEET, "decisions linked/decisions.csv"),
        ("--config", "out/index.html", CONFIG, "configuration file out/index.html"),
        ("--manifest", "out/mails.csv", MANIFEST, "manifest out/mails.csv"),
    ],
)
def test_a_run_writes_over_none_of_its_inputs(
    option: str, path: str, text: str, said: str, uploads: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("out/uploads").mkdir(parents=True)
    Path("linked").symlink_to("out", target_is_directory=True)
    Path(path).write_text(text, encoding="utf-8")
    command = ["screen", ".", "--out", "out", option, path]
    assert f"the report would overwrite the {said}" in refused(*command, capsys=capsys)


def test_templates_are_not_kept_where_the_mails_are_written(uploads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("out/mails").mkdir(parents=True)
    Path("out/mails/mend.txt").write_text("mine", encoding="utf-8")
    err = refused("screen", "uploads", "--out", "out", "--mail-templates", "out/mails", capsys=capsys)
    assert "would overwrite the template" in err


@pytest.mark.parametrize("out", ["uploads", "uploads/", "./uploads/../uploads", "link"])
def test_the_reports_do_not_lie_among_the_uploads(out: str, uploads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("link").symlink_to("uploads", target_is_directory=True)
    err = refused("screen", "uploads", "--out", out, capsys=capsys)
    assert "the reports would lie among the submissions in uploads" in err


def test_a_folder_of_the_run_is_none_of_uploads(uploads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    err = refused("screen", "uploads", "--out", ".", capsys=capsys)
    assert "the reports would lie among the submissions in uploads" in err


def test_uploads_are_not_left_out_because_the_reports_go_there(
    uploads: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    err = refused("screen", "uploads", "--out", "uploads/2", capsys=capsys)
    assert "--out uploads/2 holds uploads, which would not be judged" in err


def test_a_run_below_the_uploads_can_be_gone_on_with(uploads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for more in ((), ("--resume",)):
        with pytest.raises(SystemExit) as stopped:
            main(["screen", "uploads", "--out", "uploads/report", "--no-pictures", "-q", *more])
        assert stopped.value.code in (0, 1)
    assert "2 submissions taken over" in capsys.readouterr().out


@pytest.mark.parametrize("out", ["part", "part/papers", "part/../part", "linked"])
def test_parts_are_not_merged_into_themselves(out: str, uploads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["screen", "uploads", "--out", "part", "--no-pictures", "-q"])
    Path("linked").symlink_to("part", target_is_directory=True)
    capsys.readouterr()
    err = refused("merge", "part", "--out", out, capsys=capsys)
    assert "the parts cannot be merged into one of themselves" in err
