"""A screening from end to end: real files and hostile names."""

from __future__ import annotations

import csv
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from faimi_check.cli import main
from faimi_check.screening.judging.judge import Judge, Judged
from faimi_check.screening.request import Request

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAPERS = FIXTURES / "papers"
GOOD = PAPERS / "placeholder-paper-id.pdf"
BAD = PAPERS / "text-renamed.pdf"
OTHER = PAPERS / "compliant.pdf"

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    folder = tmp_path / "uploads"
    folder.mkdir()
    for number, source in enumerate((GOOD, BAD, OTHER), start=1):
        shutil.copy(source, folder / f"{number}.pdf")
    shutil.copy(FIXTURES / "zips" / "not-a-zip.zip", folder / "3.zip")
    return folder


def screen(*arguments: object) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(["screen", *map(str, arguments)])
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


def rows(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "report.jsonl").read_text(encoding="utf-8").splitlines()]


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_everything_is_written_and_said(uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert screen(uploads, "--out", out, "--jobs", 2) == 1
    said = capsys.readouterr().out
    assert [row["id"] for row in rows(out)] == ["1", "2", "3"]
    assert [row["verdict"] for row in rows(out)][1:] == ["fail", "fail"]
    assert "3 submissions: " in said
    assert "DOC001 paper-unreadable" in said
    expected = {"index.html", "summary.csv", "decisions.csv", "findings.csv", "report.jsonl", "mails.csv", "run.json"}
    assert names(out) == expected | {"mails/2.txt", "mails/3.txt"} | {f"papers/{number}.html" for number in (1, 2, 3)}
    with (out / "summary.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["verdict"] for row in table][1:] == ["fail", "fail"]
    assert table[1]["DOC001"] == "error (1)"
    assert table[2]["SUP001"].startswith("error")
    assert 'href="papers/2.html"' in (out / "index.html").read_text(encoding="utf-8")


def test_resume_judges_what_is_new_or_changed(
    uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    screen(uploads, "--out", out, "--no-pictures")
    before = {row["id"]: row["key"] for row in rows(out)}
    shutil.copy(GOOD, uploads / "2.pdf")
    shutil.copy(BAD, uploads / "4.pdf")
    (uploads / "1.pdf").unlink()
    capsys.readouterr()
    assert screen(uploads, "--out", out, "--no-pictures", "--resume") == 1
    assert "1 submission taken over" in capsys.readouterr().out
    after = {row["id"]: row["key"] for row in rows(out)}
    assert list(after) == ["2", "3", "4"]
    assert after["3"] == before["3"]
    assert after["2"] != before["2"]
    assert {name for name in names(out) if name.startswith(("papers/", "mails/"))} == {
        "papers/2.html", "papers/3.html", "papers/4.html", "mails/3.txt", "mails/4.txt",
    }  # fmt: skip


@pytest.mark.parametrize("kept", [0, 20, -9], ids=["empty", "torn", "without its end"])
def test_a_page_that_a_power_cut_has_torn_is_made_again(
    kept: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uploads, out = tmp_path / "uploads", tmp_path / "out"
    uploads.mkdir()
    for name in ("1.pdf", "2.pdf"):
        shutil.copy(GOOD, uploads / name)
    asked = (uploads, "--out", out, "--no-pictures", "--select", "LEN001", "--resume")
    screen(*asked)
    page = out / "papers" / "1.html"
    whole = page.read_bytes()
    page.write_bytes(whole[:kept])
    capsys.readouterr()
    screen(*asked)
    assert "1 submission taken over" in capsys.readouterr().out
    assert len(page.read_bytes()) == len(whole)
    screen(*asked)
    assert "2 submissions taken over" in capsys.readouterr().out


def test_a_resumed_run_draws_the_pages_that_the_run_before_left_without_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    uploads, out = tmp_path / "uploads", tmp_path / "out"
    uploads.mkdir()
    shutil.copy(FIXTURES / "papers" / "author-block.pdf", uploads / "1.pdf")
    shutil.copy(GOOD, uploads / "2.pdf")
    page, passed = out / "papers" / "1.html", out / "papers" / "2.html"
    picture, asked = 'href="data:image/jpeg;base64,', (uploads, "--out", out, "--select", "ANON001")
    screen(*asked, "--no-pictures")
    assert picture not in page.read_text(encoding="utf-8")
    capsys.readouterr()
    screen(*asked, "--resume")
    assert "2 submissions taken over" in capsys.readouterr().out
    assert picture in page.read_text(encoding="utf-8")
    assert picture not in passed.read_text(encoding="utf-8")
    drawn = page.read_bytes()
    monkeypatch.setattr(Judge, "illustrate", lambda *_: pytest.fail("what is drawn is kept"))
    for options in ([], ["--no-pictures"]):
        screen(*asked, "--resume", *options)
        assert page.read_bytes() == drawn


def test_what_the_machine_had_no_time_for_is_left_open_and_judged_again_by_resume(
    uploads: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    attempts: list[str] = []
    attempt, attempt_alone = Judge.attempt, Judge.attempt_alone

    def busy(judge: Judge, request: Request) -> Judged:
        judged = attempt(judge, request)
        return replace(judged, settled=request.id != "1")

    def still_busy(judge: Judge, request: Request) -> Judged:
        attempts.append(request.id)
        return replace(attempt_alone(judge, request), settled=False)

    monkeypatch.setattr(Judge, "attempt", busy)
    monkeypatch.setattr(Judge, "attempt_alone", still_busy)
    screen(uploads, "--out", out, "--no-pictures")
    assert attempts == ["1"]
    said = (
        "1 submission could not be judged to the end, because of the machine or a bug here, and not of their files (1):"
    )
    assert said in capsys.readouterr().err
    assert [row["id"] for row in rows(out)] == ["1", "2", "3"]
    monkeypatch.undo()
    screen(uploads, "--out", out, "--no-pictures", "--resume")
    assert "2 submissions taken over" in capsys.readouterr().out
    assert [row["id"] for row in rows(out)] == ["1", "2", "3"]


def test_what_the_system_does_not_bound_is_said_once(
    uploads: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Judge, "unbounded", lambda _: ("memory", "network"))
    screen(uploads)
    assert capsys.readouterr().err.count("note: this system does not bound the workers' memory and network: ") == 1
    screen(uploads, "-q")
    assert "does not bound" not in capsys.readouterr().err


def test_a_second_run_into_the_folder_says_that_it_judges_all_again(
    uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    said = f"note: {out} holds reports on 3 submissions from a run before; all are judged again (--resume would skip"
    for arguments, times in (((), 0), ((), 1), (("--quiet",), 0), (("--resume",), 0)):
        screen(uploads, "--out", out, "--no-pictures", *arguments)
        streams = capsys.readouterr()
        assert streams.err.count(said) == times
        assert ("taken over" in streams.out) is (arguments == ("--resume",))
        assert [row["id"] for row in rows(out)] == ["1", "2", "3"]


def test_a_waived_finding_is_shown_as_ignored_and_unused_waivers_are_named(
    uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    screen(uploads, "--out", out, "--no-pictures")
    (fingerprint,) = [finding["fingerprint"] for finding in rows(out)[1]["findings"]]  # type: ignore[index, attr-defined]
    waivers = tmp_path / "waivers.csv"
    waivers.write_text(
        f"submission,fingerprint,reason\n2,{fingerprint},sent by mail\n2,0000,old\n77,0000,gone\n", encoding="utf-8"
    )
    capsys.readouterr()
    screen(uploads, "--out", out, "--no-pictures", "--resume", "--waivers", waivers)
    streams = capsys.readouterr()
    assert "2 submissions taken over" in streams.out
    assert 'waiver 0000 for "2" cleared nothing' in streams.err
    assert 'waiver 0000 is for "77"' in streams.err
    row = rows(out)[1]
    assert row["findings"] == []
    assert [ignored["reason"] for ignored in row["ignored"]] == ["sent by mail"]  # type: ignore[attr-defined]
    assert row["verdict"] != "fail"
    results = {result["rule"]: result for result in row["rules"]}  # type: ignore[attr-defined]
    assert results["DOC001"]["outcome"] == "ignored"
    assert results["DOC001"]["reason"] == "sent by mail"
    assert "mails/2.txt" not in names(out)


def test_a_waiver_whose_id_lost_its_zeros_clears_what_it_is_for(
    uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in list(uploads.rglob("2.*")):
        path.rename(path.with_name(f"002{path.suffix}"))
    out, waivers = tmp_path / "out", tmp_path / "waivers.csv"
    screen(uploads, "--out", out, "--no-pictures")
    row = next(each for each in rows(out) if each["id"] == "002")
    (fingerprint,) = [finding["fingerprint"] for finding in row["findings"]]  # type: ignore[attr-defined]
    waivers.write_text(f"submission,fingerprint,reason\n2,{fingerprint},sent by mail\n", encoding="utf-8")
    screen(uploads, "--out", out, "--no-pictures", "--resume", "--waivers", waivers)
    assert '"2" for 002' in capsys.readouterr().err
    row = next(each for each in rows(out) if each["id"] == "002")
    assert [ignored["reason"] for ignored in row["ignored"]] == ["sent by mail"]  # type: ignore[attr-defined]


def test_authors_reach_their_own_paper_only(uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    authors = tmp_path / "authors.csv"
    authors.write_text(
        "paper,title,first,last,email,affiliation\n1,T,Ada,Quillfeather,a@b.example,X\n", encoding="utf-8"
    )
    screen(uploads, "--authors", authors, "--no-pictures", "--out", tmp_path / "out")
    assert "authors for 1 of 3 submissions; none for 2, 3" in capsys.readouterr().err
    outcomes = [
        next(result["outcome"] for result in row["rules"] if result["rule"] == "ANON014")  # type: ignore[attr-defined]
        for row in rows(tmp_path / "out")
        if any(result["rule"] == "ANON014" for result in row["rules"])  # type: ignore[attr-defined]
    ]
    assert not outcomes or outcomes[0] != "skipped"


def test_what_has_no_file_no_address_or_is_gone_is_said_on_stderr_and_in_the_overview(
    uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, notes = tmp_path / "out", tmp_path / "notes.json"
    listed = [
        {"number": number, "content": {"authors": {"value": ["Ada Quill"]}, "authorids": {"value": ["~Ada_Quill1"]}}}
        for number in (1, 2, 3, 4, 9)
    ]
    notes.write_text(json.dumps({"notes": listed}), encoding="utf-8")
    screen(uploads, "--authors", notes, "--out", out, "--no-pictures")
    assert "gone now" not in capsys.readouterr().err
    (uploads / "1.pdf").unlink()
    expected = (
        "in the list but no file: 1, 4, 9",
        "no address for: 2, 3; mails.csv names their OpenReview profiles",
        "there in the run before, gone now: 1",
    )
    screen(uploads, "--authors", notes, "--list", "--since", out)
    listing = capsys.readouterr().err
    screen(uploads, "--authors", notes, "--out", out, "--no-pictures", "--resume")
    said, page = capsys.readouterr().err, (out / "index.html").read_text(encoding="utf-8")
    for line in expected:
        assert [listing.count(line), said.count(line), page.count(line)] == [1, 1, 1], line
    with (out / "mails.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {(row["to"], row["openreview"]) for row in csv.DictReader(file)} == {("", "~Ada_Quill1")}
    assert (out / "mails" / "2.txt").read_text(encoding="utf-8").startswith("OpenReview: ~Ada_Quill1\n")
    screen(uploads, "--authors", notes, "--out", out, "--no-pictures", "--resume")
    assert "gone now" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "cmt.csv",
            "Paper ID,Authors,Author Emails,Status\n{rows}",
        ),
        ("notes.json", ""),
    ],
)
def test_what_was_withdrawn_is_neither_judged_nor_written_about_nor_uploaded_though_its_files_are_there(
    name: str, text: str, uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, listed = tmp_path / "out", tmp_path / name
    screen(uploads, "--out", out, "--no-pictures")
    assert "mails/2.txt" in names(out)
    gone = {"2": "Withdrawn"}
    if text:
        lines = [f"{one},Ada Quill,ada@quill.example,{gone.get(one, 'Awaiting Decision')}" for one in "123"]
        listed.write_text(text.format(rows="\n".join(lines)), encoding="utf-8")
    else:
        notes = [
            {"number": int(one), "content": {"authors": {"value": ["Ada Quill"]}, "venueid": {"value": venue}}}
            for one, venue in (
                ("1", "X/2026/Submission"),
                ("2", "X/2026/Withdrawn_Submission"),
                ("3", "X/Draft/Submission"),
            )
        ]
        listed.write_text(json.dumps({"notes": notes}), encoding="utf-8")
    decisions = tmp_path / "decided.csv"
    decisions.write_text("id,decision\n2,desk-reject\n3,desk-reject\n", encoding="utf-8")
    capsys.readouterr()
    run = ("--authors", listed, "--out", out, "--no-pictures", "--resume", "--decisions", decisions)
    said = "withdrawn or deleted in the list, so their files are not judged: 2"
    screen(uploads, "--authors", listed, "--list")
    assert said in capsys.readouterr().err
    screen(uploads, *run)
    told = capsys.readouterr().err
    assert said in told
    assert "gone now" not in told
    assert said in (out / "index.html").read_text(encoding="utf-8")
    assert [row["id"] for row in rows(out)] == ["1", "3"]
    assert {file for file in names(out) if file.startswith(("papers/", "mails/"))} == {
        "papers/1.html", "papers/3.html", "mails/3.txt",
    }  # fmt: skip
    assert (out / "uploads" / "hotcrp.csv").read_text(encoding="utf-8").split() == [
        "paper,action,decision",
        "3,decision,Desk",
        "reject",
    ]
    assert (out / "uploads" / "cmt.txt").read_text(encoding="utf-8").splitlines()[1:] == ["3\tDesk Reject"]


def test_a_list_that_calls_all_withdrawn_leaves_nothing_to_judge(
    uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = tmp_path / "list.csv"
    rows = "".join(f"{one},Ada Quill,Deleted\n" for one in "123")
    listed.write_text(f"Paper ID,Authors,Status\n{rows}", encoding="utf-8")
    assert screen(uploads, "--authors", listed) == 2
    assert "nothing to judge: withdrawn or deleted in the list, so their files are not judged: 1, 2, 3" in (
        capsys.readouterr().err
    )


def test_a_list_of_everybody_makes_no_text_to_everybody(uploads: Path, tmp_path: Path) -> None:
    everybody = tmp_path / "everybody.txt"
    everybody.write_text("Ada Quill <ada@west.example>\nBo Ruvo <bo@east.example>\n", encoding="utf-8")
    screen(uploads, "--authors", everybody, "--out", tmp_path / "out", "--no-pictures")
    text = (tmp_path / "out" / "mails" / "2.txt").read_text(encoding="utf-8")
    assert text.startswith("Subject: ")
    assert "example" not in text.partition("\n\n")[0]


def test_the_parts_of_a_run_miss_nothing_that_another_part_has(
    uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    screen(uploads, "--out", out, "--no-pictures", "-q")
    capsys.readouterr()
    screen(uploads, "--out", tmp_path / "part", "--no-pictures", "--since", out, "--shard", "1/2")
    assert "gone now" not in capsys.readouterr().err


def test_the_systems_own_zip_is_unpacked_and_gone_afterwards(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    private = tmp_path / "private"
    private.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(private))
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(GOOD, "papers/12/Submission/a.pdf")
        archive.write(FIXTURES / "zips" / "not-a-zip.zip", "papers/12/Supplementary/v.zip")
        archive.write(BAD, "papers/3/Submission/b.pdf")
        archive.write(BAD, "../evil.pdf")
    assert screen(tmp_path / "all.zip", "--out", tmp_path / "out", "--no-pictures") == 1
    assert [(row["id"], row["paper"], row["supplement"]) for row in rows(tmp_path / "out")] == [
        ("3", "papers/3/Submission/b.pdf", None),
        ("12", "papers/12/Submission/a.pdf", "papers/12/Supplementary/v.zip"),
    ]
    assert "../evil.pdf: left in the zip" in capsys.readouterr().err
    assert names(private) == set()
    assert not (tmp_path.parent / "evil.pdf").exists()


def test_notes_are_laid_out_to_the_terminal(
    uploads: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("paper,name\n1,Bo Ruvo\n2,Mei Li\n", encoding="utf-8")
    said = "note: no address for: 1, 2; the list holds none (EasyChair has them in author.csv: give --authors twice)"
    assert screen(uploads, "--authors", listed, "--list") == 0
    assert said in capsys.readouterr().err.splitlines()
    monkeypatch.setenv("COLUMNS", "60")
    assert screen(uploads, "--authors", listed, "--list") == 0
    lines = capsys.readouterr().err.splitlines()
    assert max(map(len, lines)) <= 60
    assert said in " ".join(" ".join(lines).split())


def test_the_pairing_is_listed_before_a_run(uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    authors = tmp_path / "submission.csv"
    authors.write_text("#,title,authors\n1,Gaps,Ada Quill and Bo Ruvo\n3,More,Mei Li\n", encoding="utf-8")
    assert screen(uploads, "--authors", authors, "--list", "--out", tmp_path / "out") == 0
    streams = capsys.readouterr()
    assert [line.split() for line in streams.out.splitlines()[:4]] == [
        ["id", "paper", "supplement", "authors", "title"],
        ["1", "1.pdf", "-", "2", "Gaps"],
        ["2", "2.pdf", "-", "-", "-"],
        ["3", "3.pdf", "3.zip", "1", "More"],
    ]
    assert "authors for 2 of 3 submissions; none for 2" in streams.err
    assert not (tmp_path / "out").exists()


def test_duplicates_titles_and_second_papers_of_a_batch_are_said(uploads: Path, tmp_path: Path) -> None:
    shutil.copy(OTHER, uploads / "4.pdf")
    second = uploads / "5" / "Submission"
    second.mkdir(parents=True)
    shutil.copy(GOOD, second / "a.pdf")
    shutil.copy(PAPERS / "scanned.pdf", second / "b.pdf")
    listing = tmp_path / "list.csv"
    listing.write_text("paper,title,name\n3,Segmenting Kidneys by Diffusion,Ada Quillfeather\n", encoding="utf-8")
    screen(uploads, "--authors", listing, "--out", tmp_path / "out", "--no-pictures")
    found = {
        str(row["id"]): {
            f"{finding['rule']}/{finding['code']}"
            for finding in row["findings"]  # type: ignore[attr-defined]
            if finding["rule"].startswith("SUB")
        }
        for row in rows(tmp_path / "out")
    }
    assert found == {
        "1": {"SUB001/same-file"},
        "2": set(),
        "3": {"SUB001/same-file", "SUB002/title-other"},
        "4": {"SUB001/same-file"},
        "5": {"SUB001/same-file", "SUB003/several"},
        "5-2": {"SUB003/several"},
    }


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("submission72", "submission72.docx"),
        ("72", "72.odt"),
        ("72", "FAIMI_2026_paper_72.doc"),
        ("72", "72/Gaps in groups.docx"),
        ("72", "72/Submission/Gaps in groups.docx"),
        ("team", "team/paper.docx"),
    ],
)
def test_a_manuscript_that_is_no_pdf_is_a_paper_that_is_unreadable_and_written_about(
    name: str, paper: str, tmp_path: Path
) -> None:
    uploads, out = tmp_path / "uploads", tmp_path / "out"
    for path, source in ((paper, FIXTURES / "zips" / "not-a-zip.zip"), ("80.pdf", GOOD)):
        (uploads / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, uploads / path)
    assert screen(uploads, "--out", out, "--no-pictures") == 1
    name = name.removeprefix("submission")
    found = {row["id"]: [(each["rule"], each["code"]) for each in row["findings"]] for row in rows(out)}  # type: ignore[attr-defined]
    assert found[name] == [("DOC001", "not-a-pdf")]
    assert f"mails/{name}.txt" in names(out)


def test_a_manuscript_beside_its_pdf_or_called_as_no_submission_is_no_paper(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uploads = tmp_path / "uploads"
    for path in ("12/paper.pdf", "12/paper.docx", "12/letter.docx", "13.pdf", "13.docx", "instructions.docx"):
        (uploads / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(GOOD, uploads / path)
    assert screen(uploads, "--list") == 0
    listing = capsys.readouterr()
    assert [line.split()[0] for line in listing.out.splitlines() if "pdf" in line] == ["12", "13"]
    assert "instructions.docx: neither a PDF nor a zip; not judged" in listing.err
    assert "12/letter.docx: beside submission 12, neither a paper nor a supplement; not judged" in listing.err


def test_what_a_download_that_broke_off_has_left_is_named_and_nobody_is_written_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uploads, out = tmp_path / "uploads", tmp_path / "out"
    for path, source in (
        ("5/Submission/paper.pdf.crdownload", BAD),
        ("submission6.pdf.part", BAD),
        ("7.pdf", GOOD),
        ("7.zip.crdownload", BAD),
        ("8.pdf", GOOD),
        ("8.pdf.part", BAD),
        ("9.pdf.part", BAD),
        ("Unconfirmed 4711.crdownload", BAD),
    ):
        (uploads / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, uploads / path)
    (uploads / "9.pdf").touch()
    screen(uploads, "--out", out, "--no-pictures")
    said = capsys.readouterr().err
    for name in ("paper.pdf.crdownload", "submission6.pdf.part", "7.zip.crdownload", "9.pdf.part", "Unconfirmed 4711"):
        assert f"{name}" in said
    assert said.count("a download that broke off; please fetch it again") == 5
    assert "8.pdf.part: what a download that broke off has left; 8.pdf is whole" in said
    reasons = {row["id"]: [each["reason"] for each in row["rules"] if each["rule"] == "DOC001"] for row in rows(out)}  # type: ignore[attr-defined]
    assert reasons.pop("8") == [None]
    assert all("broke off: it is to be fetched again." in reason for (reason,) in reasons.values()), reasons
    assert list(reasons) == ["5", "6", "7", "9"]
    assert {each["rule"] for row in rows(out) for each in row["findings"]} == {"SUB001"}  # type: ignore[attr-defined]
    assert not [name for name in names(out) if name.startswith("mails/")]


def test_a_path_that_the_manifest_misspells_makes_no_mail(uploads: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "m.csv"
    manifest.write_text("id,paper,supplement\n1,1.pdf,\n2,two.pdf,\n", encoding="utf-8")
    screen(uploads, "--manifest", manifest, "--out", tmp_path / "out", "--no-pictures")
    row = rows(tmp_path / "out")[1]
    assert (row["id"], row["verdict"], row["findings"]) == ("2", "review", [])
    assert not [name for name in names(tmp_path / "out") if name.startswith("mails/2")]


def test_a_manifest_of_some_papers_says_which_others_are_there_and_speaks_of_the_users_own_paths(
    uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest, listed, whole = tmp_path / "m.csv", tmp_path / "list.csv", tmp_path / "all.zip"
    manifest.write_text("id,paper,supplement\n1,1.pdf,\n4,sub/four.pdf,\n", encoding="utf-8")
    rows = "".join(f"{one},Ada Quill,ada@quill.example\n" for one in (1, 2, 3, 4))
    listed.write_text(f"Paper ID,Authors,Author Emails\n{rows}", encoding="utf-8")
    with zipfile.ZipFile(whole, "w") as archive:
        for path in sorted(uploads.iterdir()):
            archive.write(path, path.name)
    screen(whole, "--manifest", manifest, "--authors", listed, "--list")
    said = capsys.readouterr().err
    assert "2 PDFs are named by no row of the manifest and not judged: 2.pdf, 3.pdf" in said
    assert "in the list but no row of the manifest: 2, 3" in said
    assert "no file" not in said
    assert f"{manifest}, line 3: there is no sub/four.pdf in {whole}; please correct the manifest" in said
    assert "submissions/" not in said


def test_a_declared_paper_that_is_not_in_the_zip_is_not_held_against_the_authors(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(OTHER, folder / "1.pdf")
    with zipfile.ZipFile(folder / "1.zip", "w") as archive:
        archive.write(PAPERS / "cited-unpublished.pdf", "cited.pdf")
    manifest = tmp_path / "m.csv"
    manifest.write_text("id,paper,supplement,cited_unpublished\n1,1.pdf,1.zip,sited.pdf\n", encoding="utf-8")
    screen(folder, "--manifest", manifest, "--out", tmp_path / "out", "--no-pictures")
    (row,) = rows(tmp_path / "out")
    results = {result["rule"]: result for result in row["rules"]}  # type: ignore[attr-defined]
    assert results["SUP004"]["outcome"] == "undecided"
    assert "not in the zip: sited.pdf. PDFs in it: cited.pdf" in results["SUP004"]["reason"]
    assert not [finding for finding in row["findings"] if finding["rule"] == "SUP004"]  # type: ignore[attr-defined]


def test_without_out_nothing_is_written(uploads: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = names(tmp_path)
    assert screen(uploads, "--quiet") == 1
    assert names(tmp_path) == before
    assert capsys.readouterr().out.startswith("3 submissions: ")


def test_a_supplement_alone_never_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(FIXTURES / "zips" / "good-h264.zip", folder / "5.zip")
    screen(folder, "--out", tmp_path / "out", "--no-pictures")
    assert "judged alone" in capsys.readouterr().err
    (row,) = rows(tmp_path / "out")
    assert row["verdict"] == "review"


def test_hostile_names_stay_inside_and_do_not_act(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    hostile = [
        "=cmd()\x1b[31m[red]<img src=x>.pdf",
        "[red] [x=y].pdf",
        "..\\..\\..\\evil.pdf",
        "-rf\n::error::x.pdf",
        "a.pdf",
    ]
    for name in hostile:
        shutil.copy(BAD, folder / name)
    shutil.copy(BAD, folder / "sub" / "A.pdf")
    shutil.copy(BAD, folder / os.fsdecode(b"\xff\xfe.pdf"))
    out = tmp_path / "out"
    assert screen(folder, "--out", out) == 1
    streams = capsys.readouterr()
    assert len(rows(out)) == len(hostile) + 2
    assert len({name.casefold() for name in names(out) if name.startswith("papers/")}) == len(hostile) + 2
    assert {path.name for path in tmp_path.iterdir()} == {"in", "out"}
    texts = [(out / name).read_bytes() for name in names(out)] + [streams.out.encode(), streams.err.encode()]
    for text in texts:
        assert b"\x1b" not in text
        assert not [byte for byte in text if byte < 32 and byte not in b"\n\r"]
    for name in names(out):
        if name.endswith(".html"):
            assert b"<img src=x>" not in (out / name).read_bytes()
    assert not [line for line in streams.out.splitlines() if line.startswith("::")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "which submissions?"),
        (("missing",), "no such file or folder"),
        (("empty",), "no paper and no supplement"),
        (("one", "--resume"), "--resume needs --out FOLDER"),
        (("one", "--decisions", "none.csv"), "--decisions needs --out FOLDER"),
        (("one", "--mail-templates", "templates"), "--mail-templates needs --out FOLDER"),
        (("one", "--deadline", "Friday"), "--deadline needs --out FOLDER"),
        (("one", "--eml", "--signature", "The chairs"), "--signature, --eml need --out FOLDER"),
        (("one", "--show-authors", "--no-pictures", "--list"), "--show-authors, --no-pictures need --out FOLDER"),
        (("empty", "--manifest", "none.csv"), "no such file"),
        (("empty", "--waivers", "none.csv"), "no paper and no supplement"),
        (("one", "--waivers", "none.csv"), "no such file"),
        (("one", "--authors", "none.csv"), "none.csv"),
        (("one", "--out", "one/1.pdf"), "1.pdf"),
        (("one", "--venue", "nowhere"), "unknown venue"),
    ],
)
def test_what_cannot_run_is_one_line(
    arguments: tuple[str, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "one").mkdir()
    shutil.copy(BAD, tmp_path / "one" / "1.pdf")
    assert screen(*arguments) == 2
    err = capsys.readouterr().err
    assert said in err
    assert len(err.splitlines()) == 1


def test_what_the_environment_says_of_reports_stops_no_run_without_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(GOOD, tmp_path / "1.pdf")
    monkeypatch.setenv("FAIMI_CHECK_SIGNATURE", "The chairs")
    assert screen(tmp_path, "--list") == 0
