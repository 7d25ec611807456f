"""Decisions given to a run, with real files: what counts, what is written and uploaded, and what is said."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from faimi_check.cli import main

PAPERS = Path(__file__).parents[2] / "fixtures" / "papers"
BAD, CLEAN, OTHER = (PAPERS / f"{name}.pdf" for name in ("author-block", "placeholder-paper-id", "compliant"))
Screen = Callable[..., str]

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Uploads as CMT hands them out, of which submission 10 has two papers, and what a first run has left in `out`."""
    folder = tmp_path_factory.mktemp("first")
    for name, source in (("37/Submission/p", BAD), ("12/Submission/p", OTHER), ("10/Submission/a", CLEAN)):
        path = folder / "uploads" / f"{name}.pdf"
        path.parent.mkdir(parents=True)
        shutil.copy(source, path)
    shutil.copy(OTHER, folder / "uploads" / "10" / "Submission" / "b.pdf")
    go(folder)
    return folder


def go(folder: Path, *arguments: object) -> None:
    quick = ("--no-pictures", "--pictures", "never", "--quiet", "--resume")
    ignored = ("--ignore", "SUB001=copies of one paper", "--ignore", "SUB003=two papers on purpose")
    with pytest.raises(SystemExit):
        main(["screen", *map(str, (folder / "uploads", "--out", folder / "out", *quick, *ignored, *arguments))])


@pytest.fixture
def uploads(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first / "uploads", tmp_path / "uploads"))


@pytest.fixture
def out(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first / "out", tmp_path / "out"))


@pytest.fixture
def screen(uploads: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> Screen:
    """Runs over the uploads into the folder once more; gives what is said beside the counts."""
    assert uploads.parent == out.parent

    def run(*arguments: object) -> str:
        go(out.parent, *arguments)
        return capsys.readouterr().err

    return run


def sheet(out: Path) -> dict[str, dict[str, str]]:
    with (out / "decisions.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def decided(out: Path, venue: str = "faimi-2025", **submissions: dict[str, object]) -> Path:
    """What the overview of the folder would save."""
    digests = {id: row["digest"] for id, row in sheet(out).items()}
    said = {
        id: {"seen": True, "digest": digests[id], **one}
        for id, one in ((name.strip("_").replace("_", "-"), one) for name, one in submissions.items())
    }
    path = out.parent / "decisions.json"
    content = {"schema": "faimi-check/decisions-v1", "venue": venue, "submissions": said}
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def uploaded(out: Path) -> dict[str, list[str]]:
    folder = out / "uploads"
    return {path.name: path.read_text(encoding="utf-8").splitlines()[1:] for path in sorted(folder.iterdir())}


def row_of(out: Path, id: str) -> str:
    page = (out / "index.html").read_text(encoding="utf-8")
    (row,) = [tag for tag in re.findall(r"<tr id=[^>]*>", page) if f'data-id="{id}"' in tag]
    return row


def notes_in_overview(out: Path) -> str:
    page = (out / "index.html").read_text(encoding="utf-8")
    (notes,) = re.findall(r'<details class="notes">(.*?)</details>', page, re.DOTALL)
    return str(notes)


def test_a_decision_does_not_outlive_the_files_it_was_made_on(screen: Screen, uploads: Path, out: Path) -> None:
    decisions = decided(out, _37={"decision": "desk-reject", "note": "named"}, _12={"decision": "desk-reject"})
    assert "open again" not in screen("--decisions", decisions)
    assert uploaded(out)["cmt.txt"] == ["12\tDesk Reject", "37\tDesk Reject"]

    shutil.copy(CLEAN, uploads / "37" / "Submission" / "p.pdf")
    said = screen("--decisions", decisions, "--since", out)
    line = "submission 37 is open again, because the files have changed since (desk-reject before)"
    assert f"note: {line}\n" in said
    assert line in notes_in_overview(out)
    assert uploaded(out)["cmt.txt"] == ["12\tDesk Reject"]
    assert uploaded(out)["hotcrp.csv"] == ["12,decision,Desk reject"]
    assert not (out / "mails" / "37.txt").exists()
    row = row_of(out, "37")
    assert 'data-decision=""' in row
    assert 'data-was="desk-reject"' in row
    assert 'data-note="named"' in row, "nothing that a chair has written is lost"
    assert "data-seen" not in row
    assert 'data-decision="desk-reject"' in row_of(out, "12")
    assert (sheet(out)["37"]["decision"], sheet(out)["12"]["decision"]) == ("", "desk-reject")
    reopened = "Open again: you had decided “desk-reject”; the files have changed since."
    pages = {id: out / "papers" / f"{id}.html" for id in ("12", "37")}
    assert reopened in pages["37"].read_text(encoding="utf-8")
    assert reopened not in pages["12"].read_text(encoding="utf-8")
    screen("--decisions", decided(out, _37={"decision": "none"}))
    assert "Open again" not in pages["37"].read_text(encoding="utf-8"), "also where the page is taken over"


def test_the_sheet_too_speaks_of_the_files_it_was_written_on(screen: Screen, uploads: Path, out: Path) -> None:
    filled = out.parent / "filled.csv"
    text = (out / "decisions.csv").read_text(encoding="utf-8-sig")
    filled.write_text(re.sub(r",,(?=,files-)", ",desk-reject,", text), encoding="utf-8")
    said = screen("--decisions", filled)
    assert not [word for word in ("open again", "was saved for") if word in said]
    other = screen("--decisions", filled, "--venue", "care-2025", "--out", out.parent / "other")
    assert f"{filled} was saved for faimi-2025, this run judges by care-2025" in other
    (uploads / "12" / "Supplementary").mkdir()
    shutil.copy(PAPERS.parent / "zips" / "not-a-zip.zip", uploads / "12" / "Supplementary" / "s.zip")
    assert "submission 12 is open again, because the files have changed since (desk-reject before)\n" in screen(
        "--decisions", filled
    )
    assert uploaded(out)["cmt.txt"] == ["10\tDesk Reject", "37\tDesk Reject"]


def test_decisions_of_old_that_do_not_say_on_which_files_hold(screen: Screen, uploads: Path, out: Path) -> None:
    decisions = decided(out, _37={"decision": "desk-reject", "digest": ""})
    shutil.copy(CLEAN, uploads / "37" / "Submission" / "p.pdf")
    said = screen("--decisions", decisions, "--since", out)
    assert "open again" not in said
    assert "decided in a file without digests, and the files have changed since the run before" in said
    assert uploaded(out)["cmt.txt"] == ["37\tDesk Reject"]
    assert "without digests" not in screen("--decisions", decisions, "--since", out)


def test_a_run_without_decisions_leaves_no_uploads_of_the_one_before(screen: Screen, out: Path) -> None:
    screen("--decisions", decided(out, _37={"decision": "desk-reject"}))
    assert (out / "uploads" / "cmt.txt").exists()
    screen()
    assert not (out / "uploads").exists()
    assert (out / "mails" / "37.txt").read_text(encoding="utf-8").startswith("Subject: DRAFT, not decided yet: ")


def test_a_run_that_is_not_given_what_the_one_before_was_given_says_so(screen: Screen, out: Path) -> None:
    given = decided(out, _37={"decision": "desk-reject"}, _12={"note": "?"})
    saved = json.loads(given.read_text(encoding="utf-8"))
    with (out / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        fingerprint = next(row["fingerprint"] for row in csv.DictReader(file) if row["id"] == "37")
    saved["waivers"] = [{"submission": "37", "fingerprint": fingerprint, "reason": "seen"}]
    given.write_text(json.dumps(saved), encoding="utf-8")
    assert "the run before had" not in screen("--decisions", given, "--waivers", given)
    said = (
        "the run before had 1 waiver, which this one was not given and does not know: give them again by --waivers FILE"
    )
    assert said in screen("--decisions", given)
    said = "the run before had 1 decision, which this one was not given and does not know"
    assert f"{said}: give them again by --decisions FILE" in screen()
    assert said in notes_in_overview(out)
    assert "the run before had" not in screen()


def test_a_note_reaches_the_authors_where_nothing_was_found(screen: Screen, out: Path) -> None:
    both = {"decision": "desk-reject", "note": "out of scope"}
    decisions = decided(out, _12={"decision": "ask", "note": "Is figure 3 your own?"}, _10=both, _10_2=both)
    assert "no text" not in screen("--decisions", decisions)
    texts = {path.name: path.read_text(encoding="utf-8") for path in (out / "mails").iterdir()}
    assert set(texts) == {"10.txt", "12.txt"}
    assert "\n\nout of scope\n\n" in texts["10.txt"]
    assert "\n\nIs figure 3 your own?\n\n" in texts["12.txt"]
    first, *letter = uploaded(out)["openreview.csv"]
    assert first.startswith('10,"Dear authors,')
    assert letter.count("out of scope") == 1


def test_a_rejection_without_a_reason_is_named_and_not_posted(screen: Screen, out: Path) -> None:
    said = screen("--decisions", decided(out, _12={"decision": "desk-reject"}, _37={"decision": "desk-reject"}))
    line = "not in openreview.csv, because there is no reason to give: 12. Write a note"
    assert f"note: {line}\n" in said
    assert "no text to the authors of 12: nothing was found to tell them" in said
    assert line in notes_in_overview(out)
    first, *letter = uploaded(out)["openreview.csv"]
    assert first.startswith('37,"Dear authors,')
    assert any(line.endswith("The call says: “Papers should be anonymized”") for line in letter)


def test_an_own_template_that_leaves_out_the_note_is_named(screen: Screen, out: Path) -> None:
    templates = out.parent / "templates"
    templates.mkdir()
    (templates / "ask.txt").write_text("Subject: {{ id }}\n\n{{ points }}\n", encoding="utf-8")
    decisions = decided(out, _12={"decision": "ask", "note": "Is it?"})
    said = screen("--decisions", decisions, "--mail-templates", templates)
    assert "note: ask.txt does not print your notes: put {{ note }} into it\n" in said
    assert "no text to the authors of 12: " in said


def test_the_authors_of_several_papers_have_one_text_in_which_files_have_their_own_names(
    uploads: Path, tmp_path: Path
) -> None:
    out = tmp_path / "several"
    shutil.copy(BAD, uploads / "12" / "Submission" / "v2.pdf")
    shutil.copy(BAD, uploads / "12" / "Submission" / "v3.pdf")
    quick = ("--no-pictures", "--pictures", "never", "--quiet", "--ignore", "SUB001=copies", "--eml")
    with pytest.raises(SystemExit):
        main(["screen", str(uploads), "--out", str(out), *quick])
    assert {path.name for path in (out / "mails").iterdir()} == {
        f"{number}.{ending}" for number in (10, 12, 37) for ending in ("txt", "eml")
    }
    text = " ".join((out / "mails" / "12.txt").read_text(encoding="utf-8").split())
    assert text.startswith("Subject: Submission 12: ")
    assert "Beside p.pdf, 2 more PDFs were uploaded as the paper" in text
    assert text.count("uploaded as the paper") == 1
    assert "page 1, v2.pdf" in text
    assert "page 1, v3.pdf" in text
    assert "Submission/" not in text
    assert "12-2" not in text
    text = " ".join((out / "mails" / "10.txt").read_text(encoding="utf-8").split())
    assert "Beside a.pdf, 1 more PDF was uploaded as the paper; only one can be it." in text
    page = (out / "index.html").read_text(encoding="utf-8")
    assert page.count('href="mails/12.txt"') == 3
    with (out / "mails.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == ["10", "12", "37"]


def test_two_papers_of_one_submission_that_are_decided_differently(screen: Screen, out: Path) -> None:
    decisions = decided(out, _10={"decision": "none"}, _10_2={"decision": "desk-reject", "note": "late"})
    said = screen("--decisions", decisions)
    line = "the 2 papers of submission 10 are decided differently: 10 none, 10-2 desk-reject."
    assert line in said
    assert line in notes_in_overview(out)
    assert uploaded(out) == {"cmt.txt": [], "hotcrp.csv": [], "openreview.csv": []}
    assert list((out / "mails").iterdir()) == []


def test_decisions_that_were_saved_for_another_call_are_named(screen: Screen, out: Path) -> None:
    decisions = decided(out, venue="care-2025", _37={"decision": "desk-reject"})
    said = screen("--decisions", decisions, "--waivers", decisions)
    assert said.count("was saved for care-2025, this run judges by faimi-2025") == 1
    assert "was saved for" in screen("--waivers", decisions)
    assert "was saved for" not in screen("--decisions", decided(out, _37={"decision": "desk-reject"}))
