"""`check --authors` on names of files and folders, in a zip and of the paper."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from .calling import run

FIXTURES = Path(__file__).parents[2] / "fixtures"
NAMES = "Ada Keller\nBohumil Novak\nCaspar van der Meulen\nJin Li\n"
README = "README\nCodec of all videos: DivX (MPEG-4 Part 2), FourCC DIVX\nDownload: https://www.divx.com/\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FAIMI_CHECK_PICTURES", "never")
    Path("names.txt").write_text(NAMES, encoding="utf-8")


def found(member: str, *more: str, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, str]]:
    """What ANON014 finds in a zip with this video: code, severity, and what of the name it quotes."""
    with zipfile.ZipFile("supp.zip", "w") as archive:
        archive.writestr("README.txt", README)
        archive.write(FIXTURES / "videos" / "small-divx.avi", member)
    _, out, _ = run(
        "check", *more, "supp.zip", "--authors", "names.txt", "--select", "ANON014", "--format", "json", capsys=capsys
    )
    (submission,) = json.loads(out)["submissions"]
    return [
        (each["code"], each["severity"], each["evidence"].partition(", in “")[0])
        for each in submission["findings"]
        if each["rule"] == "ANON014"
    ]


@pytest.mark.parametrize(
    ("member", "codes"),
    [
        ("Keller_Novak/walk.avi", {"surname"}),
        ("novak-group/walk.avi", {"surname"}),
        ("kellerlab/walk.avi", {"surname"}),
        ("van_der_Meulen/walk.avi", {"surname"}),
        ("akeller/walk.avi", {"handle"}),
        ("vdmeulen/walk.avi", {"handle"}),
        ("cvdmeulen_walk.avi", {"handle"}),
    ],
)
def test_names_and_logins_in_names(member: str, codes: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert {code for code, _, _ in found(member, capsys=capsys)} == codes


@pytest.mark.parametrize(
    ("member", "initials"),
    [
        ("AK_walk.avi", ["AK"]),
        ("AK/walk.avi", ["AK"]),
        ("walk-ak-2024.avi", ["ak"]),
        ("AK-CvdM-final/walk.avi", ["AK", "CvdM"]),
        ("A.K. walk.avi", ["A.K"]),
        ("cvdm_walk.avi", ["cvdm"]),
        ("JL.avi", ["JL"]),
    ],
)
def test_initials_alone_are_a_warning(member: str, initials: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert found(member, capsys=capsys) == [("initials", "warning", one) for one in initials]


@pytest.mark.parametrize("member", ["TALK_walk.avi", "pack/walk.avi", "bn_layer.avi", "AK47.avi", "walk.ak", "cm.avi"])
def test_words_types_and_short_forms_are_nobodys_initials(member: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(member, capsys=capsys) == []


def test_what_the_paper_abbreviates_is_nobodys_initials(capsys: pytest.CaptureFixture[str]) -> None:
    paper = "paper.pdf"
    shutil.copy(FIXTURES / "papers" / "compliant.pdf", paper)
    Path("names.txt").write_text("Tova Petra Rasmussen\n", encoding="utf-8")
    assert found("tpr_walk.avi", paper, capsys=capsys) == []
    assert found("tpr_walk.avi", capsys=capsys) == [("initials", "warning", "tpr")]


def test_the_initials_of_everybody_in_a_long_list_are_nobodys(capsys: pytest.CaptureFixture[str]) -> None:
    letters = "bcdfgh"
    everybody = [f"Ada Ke{one}{other}er" for one in letters for other in letters]
    Path("names.txt").write_text("\n".join(everybody), encoding="utf-8")
    assert found("AK_walk.avi", capsys=capsys) == []


def test_the_papers_own_name_counts(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(FIXTURES / "papers" / "placeholder-paper-id.pdf", "final_AK.pdf")
    assert found("walk.avi", "final_AK.pdf", capsys=capsys) == [("initials", "warning", "AK")]


def test_packing_keeps_a_name_with_initials_and_asks_about_it(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(FIXTURES / "videos" / "small-divx.avi", "AK_walk.avi")
    status, out, _ = run("pack", "AK_walk.avi", "-o", "packed.zip", "--authors", "names.txt", capsys=capsys)
    assert status == 0
    assert "AK_walk.avi from AK_walk.avi" in out
    asked = "  - warning ANON014: Ada Keller: initials alone in a name in the zip. (AK_walk.avi, only possible)"
    assert f"Please look:\n{asked}" in out
