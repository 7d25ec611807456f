"""Parts of a run, judged apart and put together: the same as one run over all."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from faimi_check.cli import main
from faimi_check.interface.errors import UnusableError
from faimi_check.interface.shards import MARK, Shard, shard_of

PAPERS = Path(__file__).resolve().parents[2] / "fixtures" / "papers"
CHOSEN = ("short.pdf", "author-block.pdf", "email-at.pdf", "empty.pdf", "text-renamed.pdf")


@pytest.fixture(scope="module")
def uploads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("uploads")
    found = [PAPERS / name for name in CHOSEN if (PAPERS / name).exists()]
    for number, path in enumerate(found, start=1):
        shutil.copy(path, folder / f"{number}.pdf")
    return folder


@pytest.fixture(scope="module")
def folders(uploads: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One run over all, and the same in three parts."""
    home = tmp_path_factory.mktemp("runs")
    runs = {"all": (), "1/3": ("--shard", "1/3"), "2/3": ("--shard", "2/3"), "3/3": ("--shard", "3/3")}
    for name, arguments in runs.items():
        run("screen", uploads, "--out", home / name.replace("/", "-"), "--no-pictures", "-q", *arguments)
    return {name: home / name.replace("/", "-") for name in runs}


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as stopped:
        main([str(argument) for argument in arguments])
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


def told(folder: Path) -> list[dict[str, object]]:
    rows = [json.loads(line) for line in (folder / "report.jsonl").read_text(encoding="utf-8").splitlines()]
    return [{key: value for key, value in row.items() if key not in ("seconds", "key")} for row in rows]


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key: value for key, value in row.items() if key != "seconds"} for row in csv.DictReader(file)]


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_parts_put_together_are_the_whole(folders: dict[str, Path], tmp_path: Path) -> None:
    out = tmp_path / "merged"
    assert run("merge", folders["3/3"], folders["1/3"], folders["2/3"], "--out", out) == 1
    whole = folders["all"]
    assert told(out) == told(whole)
    assert files(out) == files(whole)
    for name in ("summary.csv", "findings.csv"):
        assert table(out / name) == table(whole / name)
    assert json.loads((out / MARK).read_text(encoding="utf-8"))["shard"] == {"number": 1, "of": 1}


def test_the_parts_are_alike_in_size_and_disjoint(folders: dict[str, Path]) -> None:
    parts = [[row["id"] for row in told(folders[name])] for name in ("1/3", "2/3", "3/3")]
    assert sorted(id for part in parts for id in part) == [row["id"] for row in told(folders["all"])]
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


@pytest.fixture
def decided(tmp_path: Path) -> tuple[object, ...]:
    """A call as CMT hands it out, one submission with two papers, and what the chairs have decided of it."""
    uploads, home = tmp_path / "uploads", tmp_path / "home"
    for name, paper in (("37", "author-block"), ("12", "email-at"), ("10", "orcid"), ("9", "placeholder-paper-id")):
        folder = uploads / name / "Submission"
        folder.mkdir(parents=True)
        shutil.copy(PAPERS / f"{paper}.pdf", folder / "a.pdf")
    shutil.copy(PAPERS / "own-github-link.pdf", uploads / "10" / "Submission" / "b.pdf")
    authors = tmp_path / "authors.csv"
    rows = "".join(f"{number},Ada Quill,ada{number}@west.example\n" for number in (37, 12, 10, 9))
    authors.write_text(f"id,name,email\n{rows}", encoding="utf-8")
    run("screen", uploads, "--out", home, "--no-pictures", "-q")
    ruled = {"37": ("desk-reject", "Out of scope."), "12": ("mend", ""), "9": ("ask", "Whose data?")}
    sheet = table(home / "decisions.csv")
    decisions = tmp_path / "decisions.csv"
    with decisions.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(sheet[0]))
        writer.writeheader()
        for row in sheet:
            ruling, note = ruled.get(row["id"], ("mend", "Both files, please."))
            # The files of submission 12 have changed since this was decided.
            digest = "0" * 16 if row["id"] == "12" else row["digest"]
            writer.writerow(row | {"decision": ruling, "note": note, "digest": digest})
    said = ("--decisions", decisions, "--authors", authors, "--deadline", "2 July", "--signature", "Bo Ruvo", "--eml")
    return (uploads, "--no-pictures", "-q", "--show-authors", "--since", home, *said)


def test_what_the_chairs_decided_is_in_the_whole(
    decided: tuple[object, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, out = tmp_path / "whole", tmp_path / "merged"
    capsys.readouterr()
    run("screen", *decided, "--out", whole)
    said = {line for line in capsys.readouterr().err.splitlines() if line.startswith("note: ")}
    assert any("submission 12 is open again" in line for line in said)
    for number in (1, 2, 3):
        run("screen", *decided, "--out", tmp_path / str(number), "--shard", f"{number}/3")
    capsys.readouterr()
    run("merge", *(tmp_path / str(number) for number in (1, 2, 3)), "--out", out)
    assert {line for line in capsys.readouterr().err.splitlines() if line.startswith("note: ")} == said
    assert files(out) == files(whole)
    assert {"uploads/hotcrp.csv", "mails/37.eml", "mails/9.txt"} <= files(out)
    for name in files(out) - {"run.json", "report.jsonl"}:
        assert without_times(out / name) == without_times(whole / name), name
    page = (out / "papers" / "12.html").read_text(encoding="utf-8")
    assert "Open again: you had decided “mend”; the files have changed since." in page
    assert "12.txt" not in {path.name for path in (out / "mails").iterdir()}


def without_times(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        return str(table(path))
    return re.sub(r"It took [\d.]+ s", "", text)


def test_a_missing_part_is_said_and_is_no_success(
    folders: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("merge", folders["1/3"], folders["3/3"], "--out", tmp_path / "merged", "--fail-on=never") == 2
    assert "not given: shard 2/3" in capsys.readouterr().err


def test_a_link_among_the_pages_is_not_followed(folders: dict[str, Path], tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("precious")
    out = tmp_path / "merged"
    (out / "papers").mkdir(parents=True)
    (out / "papers" / "1.html").symlink_to(tmp_path / "mine.txt")
    run("merge", folders["1/3"], folders["2/3"], folders["3/3"], "--out", out)
    assert (tmp_path / "mine.txt").read_text() == "precious"
    assert not (out / "papers" / "1.html").is_symlink()


def test_parts_are_only_read(folders: dict[str, Path], tmp_path: Path) -> None:
    """As from a disk that takes nothing, or out of an archive that has left empty folders out."""
    parts = [shutil.copytree(folders[name], tmp_path / name[0]) for name in ("1/3", "2/3", "3/3")]
    for part in parts:
        shutil.rmtree(part / "mails")
        for path in (*part.rglob("*"), part):
            path.chmod(0o555 if path.is_dir() else 0o444)
    before = [stamps(part) for part in parts]
    try:
        assert run("merge", *parts, "--out", tmp_path / "merged") == 1
        assert [stamps(part) for part in parts] == before
        assert told(tmp_path / "merged") == told(folders["all"])
    finally:
        for part in parts:
            for path in (part, *part.rglob("*")):
                path.chmod(0o755)


def stamps(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in (folder, *folder.rglob("*"))}


@pytest.mark.parametrize(("names", "kept"), [(("a b", "a_b"), "a_b"), (("4/b", "4"), "4")])
def test_what_a_stopped_run_has_judged_is_merged_whatever_it_has_left(
    names: tuple[str, str], kept: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uploads, part, out = tmp_path / "uploads", tmp_path / "part", tmp_path / "merged"
    for number in range(len(names)):
        (uploads / str(number)).mkdir(parents=True)
        shutil.copy(PAPERS / "author-block.pdf", uploads / str(number) / "paper.pdf")
    table = "".join(f"{name},{number}/paper.pdf\n" for number, name in enumerate(names))
    (tmp_path / "all.csv").write_text(f"id,paper\n{table}")
    run("screen", uploads, "--manifest", tmp_path / "all.csv", "--out", part, "--no-pictures", "-q")
    rows = (part / "report.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    assert sorted(json.loads(row)["id"] for row in rows) == sorted(names)
    # What a run leaves that was stopped after one of the two.
    (part / "report.jsonl").write_text("".join(row for row in rows if json.loads(row)["id"] == kept), encoding="utf-8")
    mark = json.loads((part / MARK).read_text(encoding="utf-8"))
    (part / MARK).write_text(json.dumps(mark | {"left": 1}), encoding="utf-8")
    capsys.readouterr()
    assert run("merge", part, "--out", out) == 2
    assert "1 submission not judged" in capsys.readouterr().err
    assert [path.name for path in (out / "papers").iterdir()] == [f"{kept}.html"]
    assert run("merge", out, "--out", tmp_path / "again") == 2
    assert told(tmp_path / "again") == told(out)


def test_what_two_parts_have_left_keeps_the_order_of_the_rest(folders: dict[str, Path], tmp_path: Path) -> None:
    parts = [shutil.copytree(folders[name], tmp_path / name[0]) for name in ("1/3", "2/3", "3/3")]
    rows = (parts[0] / "report.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (parts[0] / "report.jsonl").write_text("".join(rows[1:]), encoding="utf-8")
    run("merge", *parts, "--out", tmp_path / "merged")
    ids = [row["id"] for row in told(tmp_path / "merged")]
    assert ids == [row["id"] for row in told(folders["all"])][1:]


def _other_call(folder: Path) -> None:
    mark = json.loads((folder / MARK).read_text())
    mark["venue"]["id"] = "other"
    (folder / MARK).write_text(json.dumps(mark))


def _other_number(folder: Path) -> None:
    mark = json.loads((folder / MARK).read_text())
    mark["shard"]["of"] = 4
    (folder / MARK).write_text(json.dumps(mark))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_other_call, "judged by another call"),
        (_other_number, "not parts of one whole"),
        (lambda folder: (folder / MARK).unlink(), "no run has ended there"),
        (lambda folder: (folder / MARK).write_text("{"), "cannot be read"),
        (lambda folder: (folder / "report.jsonl").write_text("{}\n"), "cannot be read"),
        (lambda folder: None, "stands in both"),
    ],
)
def test_what_does_not_belong_together_is_refused(
    change: Callable[[Path], object],
    message: str,
    folders: dict[str, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = shutil.copytree(folders["1/3"], tmp_path / "other")
    change(other)
    assert run("merge", folders["1/3"], other, "--out", tmp_path / "merged") == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "merged").exists()


def test_a_part_is_not_its_own_whole(folders: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("merge", folders["1/3"], "--out", folders["1/3"]) == 2
    assert "cannot be merged into one of themselves" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["0/3", "4/3", "3", "a/b", "1/0", "-1/3", ""])
def test_what_is_no_shard(text: str) -> None:
    with pytest.raises(UnusableError, match="expected NUMBER/OF"):
        shard_of(text)


def test_every_item_is_in_one_part() -> None:
    items = list(range(10))
    parts = [Shard(number, 4).part(items) for number in range(1, 5)]
    assert sorted(item for part in parts for item in part) == items
    assert Shard(16, 16).part(items) == ()
