"""Which files belong together, in the layouts of the conference systems."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from faimi_check.screening.collecting.discover import discover
from faimi_check.screening.collecting.pairing import Found

Rows = list[tuple[str, str, str]]


def rows(found: Found) -> Rows:
    return [
        (request.id, request.paper_name, "; ".join(one.name for one in request.supplements))
        for request in found.requests
    ]


def lay_out(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return folder


LAYOUTS: dict[str, tuple[tuple[str, ...], Rows]] = {
    "CMT, several downloads": (
        (
            "papers/12/Submission/a.pdf",
            "papers/12/Supplementary/v.zip",
            "Submissions 2-119/2/Submission/Deep 2025.pdf",
            "Submissions 2-119/2/supplementary material/v.zip",
        ),
        [
            ("2", "Submissions 2-119/2/Submission/Deep 2025.pdf", "Submissions 2-119/2/supplementary material/v.zip"),
            ("12", "papers/12/Submission/a.pdf", "papers/12/Supplementary/v.zip"),
        ],
    ),
    "the same number in folders of one name": (
        ("first/x/12.pdf", "second/x/12.pdf"),
        [("x-12", "first/x/12.pdf", ""), ("x-12-2", "second/x/12.pdf", "")],
    ),
    "CMT, no PDF was handed in": (
        ("papers/9/Submission/s.docx", "papers/9/Supplementary/x.mp4"),
        [("9", "papers/9/Submission/s.docx", "papers/9/Supplementary/x.mp4")],
    ),
    "CMT, backslashes kept": (
        ("papers\\3\\Submission\\a.pdf", "papers\\3\\Supplementary\\v.zip"),
        [("3", "papers/3/Submission/a.pdf", "papers/3/Supplementary/v.zip")],
    ),
    "HotCRP": (
        ("faimi25-paper12.pdf", "faimi25-paper12-video.zip", "faimi25-paper3.pdf"),
        [("3", "faimi25-paper3.pdf", ""), ("12", "faimi25-paper12.pdf", "faimi25-paper12-video.zip")],
    ),
    "HotCRP, attachments": (
        ("w-paper4.pdf", "w-paper4-attachments/v.zip"),
        [("4", "w-paper4.pdf", "w-paper4-attachments/v.zip")],
    ),
    "OpenReview": (
        ("submission10.pdf", "submission2.pdf", "submission2_supplementary_material.zip"),
        [("2", "submission2.pdf", "submission2_supplementary_material.zip"), ("10", "submission10.pdf", "")],
    ),
    "EasyChair": (
        ("FAIMI_2025_paper_12.pdf", "FAIMI_2025_paper_12_supplement.zip", "FAIMI_2025_paper_3.pdf", "attachment_3.zip"),
        [
            ("3", "FAIMI_2025_paper_3.pdf", "attachment_3.zip"),
            ("12", "FAIMI_2025_paper_12.pdf", "FAIMI_2025_paper_12_supplement.zip"),
        ],
    ),
    "papers and supplements in folders of their own": (
        ("papers/submission3.pdf", "papers/submission4.pdf", "supplements/3_supplementary_material.zip"),
        [
            ("3", "papers/submission3.pdf", "supplements/3_supplementary_material.zip"),
            ("4", "papers/submission4.pdf", ""),
        ],
    ),
    "pairs by name": (
        ("12.pdf", "12.zip", "13.pdf", "13-supp.zip", "14.pdf", "supp14.zip", "deepmedia.pdf"),
        [
            ("12", "12.pdf", "12.zip"),
            ("13", "13.pdf", "13-supp.zip"),
            ("14", "14.pdf", "supp14.zip"),
            ("deepmedia", "deepmedia.pdf", ""),
        ],
    ),
    "a folder a submission": (
        ("12/paper.pdf", "12/supplementary.zip", "13/Smith2025.pdf", "13/vid.zip", "team/main.pdf"),
        [
            ("12", "12/paper.pdf", "12/supplementary.zip"),
            ("13", "13/Smith2025.pdf", "13/vid.zip"),
            ("team", "team/main.pdf", ""),
        ],
    ),
    "tracks with the same numbers": (
        ("main/7.pdf", "main/8.pdf", "short/7.pdf", "short/9.pdf"),
        [
            ("8", "main/8.pdf", ""),
            ("9", "short/9.pdf", ""),
            ("main-7", "main/7.pdf", ""),
            ("short-7", "short/7.pdf", ""),
        ],
    ),
    "leftovers": (
        ("1.pdf", "._1.pdf", ".DS_Store", "__MACOSX/1.pdf", "Thumbs.db", ".git/2.pdf"),
        [("1", "1.pdf", "")],
    ),
    "any case": (("x/1.ZIP", "x/1.Pdf"), [("1", "x/1.Pdf", "x/1.ZIP")]),
    "a PDF as supplement": (("16.pdf", "16_supplementary.pdf"), [("16", "16.pdf", "16_supplementary.pdf")]),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout_is_understood(layout: str, tmp_path: Path) -> None:
    names, expected = LAYOUTS[layout]
    found = discover([lay_out(tmp_path / "in", *names)])
    assert rows(found) == expected
    assert found.notes == ()


def test_files_named_one_by_one_are_paired(tmp_path: Path) -> None:
    lay_out(tmp_path, "a/12.pdf", "a/12.zip", "b/13.pdf")
    paths = [tmp_path / name for name in ("a/12.pdf", "a/12.zip", "b/13.pdf", "a/12.pdf")]
    assert rows(discover(paths)) == [("12", "12.pdf", "12.zip"), ("13", "13.pdf", "")]


def test_one_submission_alone(tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "our paper", "paper.pdf", "supplementary.zip")
    assert rows(discover([folder])) == [("our paper", "paper.pdf", "supplementary.zip")]


def test_the_submitted_version_wins_over_the_final_one(tmp_path: Path) -> None:
    lay_out(tmp_path, "7/CameraReady/x.pdf", "7/Submission/x.pdf", "w-final8.pdf", "w-paper8.pdf")
    found = discover([tmp_path])
    assert [request.paper_name for request in found.requests] == ["7/Submission/x.pdf", "w-paper8.pdf"]
    assert len(found.notes) == 2


def test_two_papers_of_one_name_are_two_submissions(tmp_path: Path) -> None:
    found = discover([lay_out(tmp_path, "a.pdf", "A.PDF", "a.zip", "7/Submission/x.pdf", "7/Submission/y.pdf", ".pdf")])
    assert len(found.requests) == 5
    assert len({request.id.casefold() for request in found.requests}) == 5
    assert len({request.paper_name for request in found.requests}) == 5
    assert found.notes == ()
    rivals = {request.id: (request.number, request.other_papers) for request in found.requests if request.other_papers}
    assert rivals["7"] == ("7", ("7/Submission/y.pdf",))
    assert rivals["7-2"] == ("7", ("7/Submission/x.pdf",))
    assert set(rivals) == {"7", "7-2", "a", "a-2"} or set(rivals) == {"7", "7-2", "A", "A-2"}


def test_a_supplement_without_a_paper_is_kept_and_named(tmp_path: Path) -> None:
    found = discover([lay_out(tmp_path, "1.pdf", "15.zip")])
    assert rows(found) == [("1", "1.pdf", ""), ("15", "", "15.zip")]
    assert found.notes == ("15.zip: no paper found that it belongs to; judged alone",)


def test_what_is_neither_is_named(tmp_path: Path) -> None:
    found = discover([lay_out(tmp_path, "1.pdf", "notes.txt", "1.docx")])
    assert rows(found) == [("1", "1.pdf", "")]
    assert len(found.notes) == 2


@pytest.mark.parametrize(
    "names",
    [
        ("12.pdf", "12.zip", "12.mp4", "12-appendix.pdf", "12_code.tar.gz"),
        ("12/Submission/p.pdf", "12/Supplementary/a.pdf", "12/Supplementary/b.mp4", "12/Supplementary/c.zip"),
        ("c-paper12.pdf", "c-paper12-supplement.zip", "c-paper12-appendix.pdf", "c-paper12-video.mp4"),
        ("c-paper12.pdf", "c-paper12-attachments/a.pdf", "c-paper12-attachments/b.csv"),
        ("12/paper.pdf", "12/supplementary.zip", "12/appendix.pdf", "12/video.mp4"),
        ("submission12.pdf", "submission12_supplementary_material.zip", "submission12_video.mp4"),
    ],
)
def test_a_supplement_may_be_of_several_files(names: tuple[str, ...], tmp_path: Path) -> None:
    found = discover([lay_out(tmp_path / "all", *names)])
    (request,) = found.requests
    paper, *others = names
    assert request.paper_name == paper
    assert {one.name for one in request.supplements} == set(others)
    assert [one.name for one in request.supplements if one.name.endswith(".zip")] == [
        one.name for one in request.supplements
    ][: sum(name.endswith(".zip") for name in others)]
    assert found.notes == ()


def test_supplements_of_final_versions_are_not_judged_with_what_was_submitted(tmp_path: Path) -> None:
    names = ("c-paper12.pdf", "c-final12.pdf", "c-paper12-video.zip", "c-final12-video.zip")
    found = discover([lay_out(tmp_path, *names)])
    assert rows(found) == [("12", "c-paper12.pdf", "c-paper12-video.zip")]
    assert any(note.startswith("c-final12-video.zip: submission 12 has another supplement") for note in found.notes)


def test_no_paper_is_lost_because_another_is_called_paper(tmp_path: Path) -> None:
    found = discover([lay_out(tmp_path / "in", "paper.pdf", "12.pdf", "13.pdf")])
    assert {request.paper_name for request in found.requests} == {"paper.pdf", "12.pdf", "13.pdf"}


def test_the_report_folder_is_left_out(tmp_path: Path) -> None:
    found = discover([lay_out(tmp_path, "1.pdf", "out/2.pdf")], tmp_path / "out")
    assert rows(found) == [("1", "1.pdf", "")]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.pdf"
    secret.write_bytes(b"x")
    folder = lay_out(tmp_path / "in", "1.pdf")
    (folder / "2.pdf").symlink_to(secret)
    (folder / "3.pdf").symlink_to(folder / "1.pdf")
    (folder / "4.pdf").symlink_to(folder / "4.pdf")
    found = discover([folder])
    assert [request.id for request in found.requests] == ["1", "3"]
    assert len(found.notes) == 2


def test_a_linked_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    others = lay_out(tmp_path / "elsewhere", "8.pdf")
    folder = lay_out(tmp_path / "in", "1.pdf", "2/paper.pdf", "sub/.hidden/9.pdf")
    (folder / "out").symlink_to(others, target_is_directory=True)
    (folder / "sub" / "again").symlink_to(folder / "2", target_is_directory=True)
    (folder / "sub" / "round").symlink_to(folder, target_is_directory=True)
    (folder / ".cache").symlink_to(others, target_is_directory=True)
    found = discover([folder])
    assert rows(found) == [("1", "1.pdf", ""), ("2", "2/paper.pdf", "")]
    told = "a link to a folder; not followed, what is in it is not judged there"
    assert found.notes == (f"out: {told}", f"sub/again: {told}", f"sub/round: {told}")


def test_a_folder_that_is_named_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(lay_out(tmp_path / "in", "1.pdf"), target_is_directory=True)
    found = discover([tmp_path / "link"])
    assert ([request.id for request in found.requests], found.notes) == (["1"], ())


def refuse_to_list(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """As the system refuses it to whoever may not read folders of these names; root may read all."""
    real = os.scandir

    def scandir(path: str | Path) -> object:
        if Path(path).name in names:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)


def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = lay_out(tmp_path, "1.pdf", "2/paper.pdf", "3/sub/closed/paper.pdf")
    refuse_to_list(monkeypatch, "2", "closed")
    found = discover([folder])
    assert rows(found) == [("1", "1.pdf", "")]
    why = "the folder cannot be read (Permission denied); what is in it is not judged there"
    assert found.notes == (f"2: {why}", f"3/sub/closed: {why}")


def test_the_named_folder_itself_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = lay_out(tmp_path / "closed", "1.pdf")
    refuse_to_list(monkeypatch, "closed")
    found = discover([folder])
    assert (found.requests, len(found.notes)) == ((), 1)
    assert found.notes[0].startswith(f"{folder}: the folder cannot be read (Permission denied)")


def test_a_file_whose_folder_may_be_listed_and_not_entered_is_no_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lay_out(tmp_path, "1.pdf", "2.pdf")
    real = Path.lstat

    def lstat(self: Path) -> os.stat_result:
        if self.name == "2.pdf":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self)

    monkeypatch.setattr(Path, "lstat", lstat)
    found = discover([folder])
    assert found.notes == ("2.pdf: cannot be read (Permission denied); not judged",)


def test_of_very_many_that_are_passed_over_the_first_are_named(tmp_path: Path) -> None:
    folder = lay_out(tmp_path, "1.pdf")
    (tmp_path / "secret").mkdir()
    for number in range(70):
        (folder / f"link{number:02}").symlink_to(tmp_path / "secret", target_is_directory=True)
    notes = discover([folder]).notes
    assert len(notes) == 51
    assert notes[-1] == f"{folder}: 20 more links and folders were not followed or read"


def test_names_that_are_no_text_are_shown(tmp_path: Path) -> None:
    name = b"\xff\x1b[31m.pdf"
    (tmp_path / os.fsdecode(name)).write_bytes(b"x")
    (request,) = discover([tmp_path]).requests
    assert request.id == "\\xff\x1b[31m"
    request.id.encode()


def test_ids_that_differ_by_case_only_stay_apart(tmp_path: Path) -> None:
    found = discover([lay_out(tmp_path, "alpha.pdf", "sub/Alpha.pdf", "sub/beta.pdf")])
    ids = [request.id.casefold() for request in found.requests]
    assert len(ids) == len(set(ids)) == 3
