"""`scrub` and `pack` as an author runs them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from faimi_check import check
from faimi_check.cli import main
from faimi_check.model.report import Outcome

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def run(*arguments: str | Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    assert isinstance(stopped.value.code, int)
    return stopped.value.code, out, err


def test_scrub_says_what_it_took_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = FIXTURES / "papers" / "figure-exif.pdf"
    before = source.read_bytes()
    status, out, _ = run("scrub", source, "-o", tmp_path / "clean.pdf", capsys=capsys)
    assert status == 0
    assert "EXIF Artist “Mateo Quiroga Belmonte”" in out
    assert source.read_bytes() == before
    assert b"Quiroga" not in (tmp_path / "clean.pdf").read_bytes()


def test_scrub_says_what_only_the_author_can_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = FIXTURES / "papers" / "author-block.pdf"
    status, out, _ = run("scrub", source, "-o", tmp_path / "clean.pdf", capsys=capsys)
    assert status == 1
    assert "Still there, for you to mend:\n  - error ANON001: The author section names Ingrid Lyngby and" in out
    assert "With --authors FILE" in out


@pytest.mark.parametrize("paper", ["author-block", "hidden-prompt", "content-on-9", "scanned", "links-own"])
def test_scrub_says_all_that_a_check_of_the_new_file_finds(
    paper: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean = tmp_path / "clean.pdf"
    _, out, _ = run("scrub", FIXTURES / "papers" / f"{paper}.pdf", "-o", clean, capsys=capsys)
    found = check(clean).submissions[0]
    assert found.findings
    said = [line.removeprefix("  - ") for line in out.splitlines() if line.startswith("  - ")]
    for finding in found.findings:
        start = f"{finding.severity.value} {finding.rule}: {finding.message}"[:580]
        assert any(line.startswith(start) for line in said)
    for result in found.rules:
        if result.outcome is Outcome.UNDECIDED:
            assert any(result.rule in line.partition(": ")[0] for line in said)


def test_scrub_takes_out_the_names_of_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = tmp_path / "names.txt"
    names.write_text("Ingrid Lyngby\n", encoding="utf-8")
    source = FIXTURES / "papers" / "author-block.pdf"
    _, out, _ = run("scrub", source, "-o", tmp_path / "clean.pdf", "--authors", names, capsys=capsys)
    # The author section is told as such, and once.
    assert "error ANON001: The author section names Ingrid Lyngby" in out
    assert "Listed author: Ingrid Lyngby (full name)" in out
    assert "Ingrid Lyngby: full name" not in out
    assert "With --authors FILE" not in out


def test_scrub_also_says_what_has_nothing_to_do_with_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run("scrub", FIXTURES / "papers" / "content-on-9.pdf", "-o", tmp_path / "clean.pdf", capsys=capsys)
    assert status == 0
    assert "also finds:\n  - error LEN001: " in out
    assert "Still there" not in out


def test_pack_makes_a_supplement_that_keeps_the_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    zipped = tmp_path / "supplement.zip"
    status, out, _ = run("pack", FIXTURES / "videos" / "tagged.avi", "-o", zipped, capsys=capsys)
    assert status == 0
    assert "taken out: artist: Mateo Quiroga Belmonte" in out
    with zipfile.ZipFile(zipped) as archive:
        assert "DivX" in archive.read("README.txt").decode()
    assert run("check", FIXTURES / "papers" / "compliant.pdf", zipped, capsys=capsys)[0] == 0


def test_pack_says_what_the_paper_cites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    videos = [tmp_path / name for name in ("Video_1.avi", "Video_2.avi", "reading_list.avi", "Video_3.avi")]
    for video in videos:
        video.write_bytes((FIXTURES / "videos" / "small-divx.avi").read_bytes())
    paper = FIXTURES / "papers" / "cites-videos.pdf"
    status, out, _ = run("pack", *videos, "-o", tmp_path / "supp.zip", "--check", paper, capsys=capsys)
    assert status == 0
    assert (
        "What the paper cites:\n"
        "  - The paper cites “Movie S4” (page 2), which is not in the zip.\n"
        "  - The paper does not cite Video_2.avi.\n"
    ) in out
    assert "ANON" not in out
    lone = tmp_path / "lone.zip"
    _, out, _ = run("pack", videos[0], "-o", lone, "--check", FIXTURES / "papers" / "compliant.pdf", capsys=capsys)
    assert "The paper speaks of no supplementary video; the zip holds Video_1.avi." in out


def test_pack_says_what_a_renamed_video_is_called_in_the_paper_and_in_the_zip(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    video, names = tmp_path / "reading_list.mov", tmp_path / "names.txt"
    video.write_bytes((FIXTURES / "videos" / "small-h264.mov").read_bytes())
    names.write_text("Ada Quillfeather\n", encoding="utf-8")
    paper = FIXTURES / "papers" / "cites-videos.pdf"
    _, out, _ = run("pack", video, "-o", tmp_path / "supp.zip", "--check", paper, "--authors", names, capsys=capsys)
    assert "which is called reading_list.mp4 in the zip: let the paper call it so." in out
    # Said once, with the paper's own words.
    assert out.count("in the zip: let") == 1
    assert "reading_list.mov is called" not in out
    _, out, _ = run("pack", video, "-o", tmp_path / "other.zip", capsys=capsys)
    assert "reading_list.mov is called reading_list.mp4 in the zip; let the paper cite it by that name." in out


def test_pack_copies_what_it_cannot_encode(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recording = FIXTURES / "videos" / "camstudio.avi"
    status, out, _ = run("pack", recording, "-o", tmp_path / "supp.zip", capsys=capsys)
    assert status == 0
    assert "camstudio.avi: few players can play CamStudio screen codec (CSCD)" in out
    assert "Left for you to mend" not in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["pack", FIXTURES / "videos" / "divx.avi", "-o", "{new}.zip", "--check", FIXTURES / "papers" / "scanned.pdf"],
        ["pack", FIXTURES / "videos" / "divx.avi", "-o", "{new}.zip", "--check", "none.pdf"],
        ["scrub", FIXTURES / "papers" / "compliant.pdf", "-o", "{there}"],
        ["pack", FIXTURES / "videos" / "divx.avi", "-o", "{there}"],
        ["scrub", FIXTURES / "papers" / "encrypted.pdf", "-o", "{new}"],
        ["scrub", "none.pdf", "-o", "{new}"],
        ["pack", "none.avi", "-o", "{new}"],
        ["pack", FIXTURES / "videos" / "truncated.mp4", "-o", "{new}"],
        ["scrub", FIXTURES / "papers" / "compliant.pdf"],
        ["pack", "-o", "{new}"],
    ],
)
def test_what_cannot_be_done_is_one_line_and_writes_nothing(
    arguments: list[str | Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "there"
    there.write_bytes(b"mine")
    filled = [str(argument).format(there=there, new=tmp_path / "new") for argument in arguments]
    status, out, err = run(*filled, capsys=capsys)
    assert (status, out) == (2, "")
    assert err.startswith("faimi-check: ")
    assert err.count("\n") == 1
    assert there.read_bytes() == b"mine"
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


def test_readme_prints_what_would_be_right_and_writes_it_only_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    zipped = FIXTURES / "zips" / "no-readme.zip"
    status, out, _ = run("readme", zipped, capsys=capsys)
    assert status == 0
    assert out.startswith("README\n\n")
    assert "Codec: " in out
    file = tmp_path / "README.txt"
    assert run("readme", zipped, "-o", file, capsys=capsys)[0] == 0
    assert file.read_text(encoding="utf-8") == out
    status, _, err = run("readme", zipped, "-o", file, capsys=capsys)
    assert status == 2
    assert "--force" in err
    file.write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(file)
    assert run("readme", zipped, "-o", tmp_path / "link.txt", "--force", capsys=capsys)[0] == 0
    assert file.read_text(encoding="utf-8") == out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["README.txt", "link.txt"]


def test_a_video_that_is_named_twice_is_packed_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "supplement.zip"
    video = FIXTURES / "videos" / "tagged.avi"
    again = FIXTURES / "videos" / ".." / "videos" / "tagged.avi"
    _, _, err = run("pack", video, again, "-o", out, capsys=capsys)
    assert "named more than once, packed once" in err
    with zipfile.ZipFile(out) as packed:
        assert [name for name in packed.namelist() if not name.endswith(".txt")] == ["tagged.avi"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("encrypted", "could not be read without a password"),
        ("crc-wrong", "reading-list.avi was not unpacked"),
    ],
)
def test_readme_says_why_it_cannot_be_written(name: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run("readme", FIXTURES / "zips" / f"{name}.zip", capsys=capsys)
    assert (status, out) == (2, "")
    assert said in err
    assert "holds no video" not in err


def test_readme_says_what_holds_the_videos_instead(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(tmp_path / "s.zip", "w") as archive:
        archive.write(FIXTURES / "zips" / "good-divx.zip", "all.zip")
    status, _, err = run("readme", tmp_path / "s.zip", capsys=capsys)
    assert status == 2
    assert "holds no video. It holds all.zip: unpack that" in err
