"""What the reports of a check say besides its findings, in each format as it is written for a user."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from .calling import run

FIXTURES = Path(__file__).parents[2] / "fixtures"
NEWER = "There is a newer call: faimi-2026 (--venue faimi-2026)"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(FIXTURES / "papers" / "javascript.pdf", tmp_path / "the paper.pdf")
    shutil.copy(FIXTURES / "zips" / "no-readme.zip", tmp_path / "supp.zip")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FAIMI_CHECK_PICTURES", "never")


def said(name: str, *more: str, capsys: pytest.CaptureFixture[str]) -> str:
    return run("check", "the paper.pdf", "supp.zip", "--format", name, *more, capsys=capsys)[1]


@pytest.mark.parametrize("name", ["terminal", "html", "markdown", "github", "sarif"])
def test_a_newer_call_is_said_where_a_person_reads_or_there_is_a_place_for_notices(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = said(name, capsys=capsys)
    assert re.sub(r"\\|</?code>|`", "", out).count(NEWER) == 1
    assert "newer call" not in said(name, "--venue", "faimi-2026", capsys=capsys)


@pytest.mark.parametrize("name", ["terminal", "html", "markdown", "github"])
def test_that_nobody_named_the_call_stands_beside_it(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assumed = "you gave no --venue)"
    assert re.sub(r"\\|</?code>|`", "", said(name, capsys=capsys)).count(assumed) == 1
    assert "you gave no" not in said(name, "--venue", "faimi-2025", capsys=capsys)
    Path("faimi-check.toml").write_text('venue = "faimi-2025"\n', encoding="utf-8")
    assert "you gave no" not in said(name, capsys=capsys)
    Path("faimi-check.toml").unlink()
    monkeypatch.setenv("FAIMI_CHECK_VENUE", "faimi-2025")
    assert "you gave no" not in said(name, capsys=capsys)


def test_one_line_says_which_call_nobody_named(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = said("terminal", "-q", capsys=capsys).splitlines()
    assert line.endswith(" (judged by faimi-2025: you gave no --venue)")
    assert "judged by" not in said("terminal", "-q", "--venue", "faimi-2025", capsys=capsys)


def test_the_hook_says_it_too_unless_the_file_names_the_call(capsys: pytest.CaptureFixture[str]) -> None:
    for named, told in (("", True), ('venue = "faimi-2025"\n', False)):
        Path("faimi-check.toml").write_text(f'paper = "the paper.pdf"\n{named}', encoding="utf-8")
        out = run("hook", "-q", "--format", "terminal", "the paper.pdf", capsys=capsys)[1]
        assert ("you gave no --venue" in out) is told


@pytest.mark.parametrize("name", ["json", "csv", "junit", "sarif"])
def test_programs_are_not_told_that_nobody_named_the_call(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "you gave no" not in said(name, capsys=capsys)


def test_a_run_says_once_on_the_terminal_and_over_the_overview_that_nobody_named_the_call(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def overview(folder: str) -> str:
        return re.sub("</?code>", "", Path(folder, "index.html").read_text("utf-8"))

    assumed = "Medical Imaging (you gave no --venue)"
    _, out, err = run("screen", ".", "--out", "out", "--no-pictures", capsys=capsys)
    assert (out + err).count(assumed) == 1
    assert overview("out").count("</a> (you gave no --venue)") == 1
    run("merge", "out", "--out", "merged", capsys=capsys)
    assert overview("merged").count("</a> (you gave no --venue)") == 1
    _, out, err = run("screen", ".", "--out", "named", "--no-pictures", "--venue", "faimi-2025", capsys=capsys)
    assert "you gave no" not in out + err + overview("named")


@pytest.mark.parametrize("name", ["json", "csv", "junit"])
def test_a_newer_call_has_no_place_in_the_other_formats(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "newer call" not in said(name, capsys=capsys)


def test_a_newer_call_stands_in_the_notifications_of_sarif(capsys: pytest.CaptureFixture[str]) -> None:
    (run_,) = json.loads(said("sarif", capsys=capsys))["runs"]
    told = run_["invocations"][0]["toolConfigurationNotifications"]
    assert told == [{"level": "note", "message": {"text": NEWER}}]


def test_a_run_says_it_over_the_overview_on_each_page_and_to_the_chairs_on_a_text(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, err = run("screen", ".", "--out", "out", "--no-pictures", capsys=capsys)
    assert (out + err).count(NEWER) == 1
    pages = [Path("out/index.html"), *Path("out/papers").glob("*.html")]
    assert [re.sub("</?code>", "", page.read_text("utf-8")).count(NEWER) for page in pages] == [1] * len(pages)
    (text,) = Path("out/mails").glob("*.txt")
    head, _, body = text.read_text("utf-8").partition("\n\n")
    assert f"Note: {NEWER}" in head.splitlines()
    assert "newer" not in body
    assert "newer" not in Path("out/mails.csv").read_text("utf-8")


def test_commands_are_blocks_and_options_code_in_html(capsys: pytest.CaptureFixture[str]) -> None:
    out = said("html", capsys=capsys)
    command = "faimi-check scrub &#34;the paper.pdf&#34; <span>-o</span> &#34;the paper-clean.pdf&#34;"
    assert f"<pre><code>{command}</code></pre>" in out
    # The empty lines of a README stand in it.
    assert "<pre><code>README\n\nThe codec of each video in this archive, and where it can be downloaded.\n\n" in out
    assert "<code>--authors FILE</code>" in out
    # The rules' help has no backticks either.
    assert "<code>faimi-check scrub PAPER.pdf -o OUT.pdf</code>" in out
    assert "`" not in out


def test_commands_are_blocks_in_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    out = said("markdown", capsys=capsys)
    command = 'faimi-check scrub "the paper.pdf" -o "the paper-clean.pdf"'
    assert f"\n\n```\n{command}\n```\n\n" in out
    assert "\n```\nREADME\n\nThe codec of each video" in out


def test_what_mends_several_findings_is_said_once_in_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(FIXTURES / "zips" / "tags-mp4.zip", "supp.zip")
    out = said("markdown", capsys=capsys)
    assert out.count("- `queue.mp4`: The tag ") == 4
    assert out.count("faimi-check pack queue.mp4 -o supp-clean.zip") == 1


def test_a_video_in_another_container_is_told_all_that_it_lacks_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile("supp.zip", "w") as archive:
        archive.write(FIXTURES / "videos" / "small-h264.mov", "clips/gait.mov")
    _, out, _ = run("check", "supp.zip", "--format", "json", capsys=capsys)
    (submission,) = json.loads(out)["submissions"]
    found = {each["rule"]: each["fix"] for each in submission["findings"]}
    assert set(found) == {"SUP002", "RME001"}
    assert "\nfaimi-check pack clips/gait.mov -o supp-clean.zip\n" in found["SUP002"]
    # The README is for the video as it will be then.
    assert "\ngait.mp4\n  Codec: H.264 (MPEG-4 Part 10, AVC)\n" in found["RME001"]
    with zipfile.ZipFile("supp.zip", "a") as archive:
        archive.writestr("README.txt", "gait.mov\nCodec: H.264\nDownload: https://www.videolan.org/vlc/\n")
    _, out, _ = run("check", "supp.zip", "--format", "json", capsys=capsys)
    assert "RME001" not in {each["rule"] for each in json.loads(out)["submissions"][0]["findings"]}


def test_only_commands_stand_below_the_sentence_of_a_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("subtitle", "tags-mp4", "tags-wmv", "leftovers", "made-by-jar", "comment-with-name"):
        shutil.copy(FIXTURES / "zips" / f"{name}.zip", "supp.zip")
        _, out, _ = run("check", "supp.zip", "--format", "json", capsys=capsys)
        (submission,) = json.loads(out)["submissions"]
        for each in submission["findings"]:
            _, *lines = [line for line in each["fix"].splitlines() if line]
            if lines and lines[0] != "README":
                assert all(line.startswith(("faimi-check ", "ffmpeg ", "zip ")) for line in lines), each["fix"]


@pytest.mark.parametrize("name", ["terminal", "html", "markdown"])
def test_the_name_of_a_file_is_not_quoted_beside_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile("supp.zip", "w") as archive:
        archive.write(FIXTURES / "videos" / "small-h264.mov", "gait.mov")
    out = said(name, "--select", "SUP002", capsys=capsys)
    # The place and the message; in HTML and Markdown the command and the videos stand apart.
    assert "is not allowed" in out
    assert not re.search(r"Found\W+gait\.mov|<blockquote>gait\.mov", out)
