"""A submission is judged again if, and only if, something changed that its report rests on."""

from __future__ import annotations

import os
import re
import shutil
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from msgspec.structs import replace

from faimi_check.engine import Selection
from faimi_check.model.finding import Severity
from faimi_check.model.submission import KnownAuthor
from faimi_check.screening import keys
from faimi_check.screening.keys import files_digest, marks, run_key
from faimi_check.screening.request import Request, WorkerLimits, handed
from faimi_check.venues.loader import load


@pytest.fixture
def request_(tmp_path: Path) -> Request:
    paper = tmp_path / "1.pdf"
    paper.write_bytes(b"content")
    return Request(id="1", paper=paper, paper_name="1.pdf")


@pytest.fixture(autouse=True)
def versions() -> Iterator[None]:
    """Those of what is installed, asked anew before a test and after it."""
    keys._versions.cache_clear()
    yield
    keys._versions.cache_clear()


def test_the_same_again_has_the_same_key(request_: Request) -> None:
    found = {marks(run_key(load("faimi-2025"), Selection(), WorkerLimits()), request_).key for _ in range(2)}
    assert len(found) == 1


def test_whatever_counts_changes_the_key(request_: Request, tmp_path: Path) -> None:
    profile, other = load("faimi-2025"), load("care-2025")
    runs = [
        run_key(profile, Selection(), WorkerLimits()),
        run_key(other, Selection(), WorkerLimits()),
        run_key(profile, Selection(only=frozenset({"LEN001"})), WorkerLimits()),
        run_key(profile, Selection(ignored={"LEN001": "why"}), WorkerLimits()),
        run_key(profile, Selection(min_severity=Severity.ERROR), WorkerLimits()),
        run_key(profile, Selection(), WorkerLimits(seconds=5)),
        run_key(profile, Selection(), WorkerLimits(), online=True),
    ]
    supplement = tmp_path / "1.zip"
    supplement.write_bytes(b"zip")
    requests = [
        replace(request_, authors=(KnownAuthor(name="A. Lindqvist"),)),
        replace(request_, waived=(("aa", "seen"),)),
        replace(request_, supplements=handed([(supplement, "s.zip")])),
        replace(request_, supplements=handed([(tmp_path / "missing.zip", "s.zip")])),
        replace(request_, cited_unpublished=("x.pdf",)),
        replace(request_, paper_name="other.pdf"),
    ]
    found = [marks(run, request_).key for run in runs] + [marks(runs[0], one).key for one in requests]
    assert request_.paper is not None
    request_.paper.write_bytes(b"content!")
    found.append(marks(runs[0], request_).key)
    assert len(set(found)) == len(found)


PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
# What reads nothing that is handed in: a chair's lists, our own words, processes, reports.
READS_NO_SUBMISSION = frozenset(
    {"click", "jinja2", "msgspec", "pebble", "python-calamine", "pywin32", "rich", "tomli", "tomli-w"}
)


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9-]", line, maxsplit=1)[0] for line in requirements}


PARSERS = sorted(names(PROJECT["dependencies"]) - READS_NO_SUBMISSION)
PICTURE_PARSERS = sorted(names(PROJECT["optional-dependencies"]["pictures"]))


def with_another(parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    keys._versions.cache_clear()
    monkeypatch.setattr(keys, "version", lambda name: "99.0" if name == parser else "1.0")


@pytest.mark.parametrize("parser", PARSERS)
def test_another_version_of_a_parser_changes_the_key(parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_another("none", monkeypatch)
    before = run_key(load("faimi-2025"), Selection(), WorkerLimits())
    with_another(parser, monkeypatch)
    assert run_key(load("faimi-2025"), Selection(), WorkerLimits()) != before
    with_another("none", monkeypatch)
    assert run_key(load("faimi-2025"), Selection(), WorkerLimits()) == before


def test_another_libmagic_changes_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    found = set()
    for number in (0, 545, 546):
        monkeypatch.setattr(keys, "libmagic_version", lambda number=number: number)
        found.add(run_key(load("faimi-2025"), Selection(), WorkerLimits()))
    assert len(found) == 3


@pytest.mark.parametrize("parser", PICTURE_PARSERS)
def test_what_reads_pictures_changes_the_keys_of_those_whose_pictures_are_read(
    parser: str, request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    def both() -> tuple[str, str]:
        return marks(b"run", request_).key, marks(b"run", replace(request_, pictures=True)).key

    with_another("none", monkeypatch)
    without, read = both()
    with_another(parser, monkeypatch)
    assert both()[0] == without
    assert both()[1] != read


def test_a_package_under_another_name_is_no_reason_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    keys._versions.cache_clear()
    monkeypatch.setattr(keys, "version", missing)
    assert run_key(load("faimi-2025"), Selection(), WorkerLimits())


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "1.pdf")
    request = Request(id="1", paper=tmp_path / "1.pdf", paper_name="1.pdf", supplements=handed([(tmp_path, "s.zip")]))
    assert marks(b"", request).key


def test_files_are_told_from_others_whatever_is_asked_of_them_and_wherever_they_lie(
    request_: Request, tmp_path: Path
) -> None:
    for name in ("a.zip", "b.zip"):
        (tmp_path / name).write_bytes(name.encode())
    both = handed([(tmp_path / "a.zip", "s/a.zip"), (tmp_path / "b.zip", "s/b.zip")])
    first = replace(request_, supplements=both)
    same = [
        replace(first, paper_name="elsewhere/1.pdf", supplements=both[::-1]),
        replace(first, waived=(("aa", "seen"),), title="Gaps", authors=(KnownAuthor(name="A. Lindqvist"),)),
    ]
    assert {files_digest(one) for one in (first, *same)} == {files_digest(first)}
    assert re.fullmatch(r"files-[0-9a-f]{16}", files_digest(first))
    others = [
        request_,
        replace(first, paper=None),
        replace(first, paper_name="2.pdf"),
        replace(first, supplements=both[:1]),
    ]
    found = [files_digest(one) for one in (first, *others)]
    assert request_.paper is not None
    request_.paper.write_bytes(b"c0ntent")
    found.append(files_digest(first))
    (tmp_path / "a.zip").unlink()
    found.append(files_digest(first))
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    "name",
    [
        "rules/tables/funders.toml",
        "rules/tables/packed.msgpack",
        "rules/tables/common_words.txt",
        "rules/needed_words.json",
        "rules/naming/ownership/weights.msgpack",
        "rules/naming/asking/weights.msgpack",
        "rules/lncs/__init__.py",
        "reading/page/layout/titles.toml",
        "engine/judging.py",
    ],
)
def test_other_rules_under_the_same_version_change_the_key(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "faimi_check"
    shutil.copytree(Path(keys.__file__).parents[1], home, ignore=shutil.ignore_patterns("__pycache__"))

    def key() -> bytes:
        keys._made_of.cache_clear()
        return run_key(load("faimi-2025"), Selection(), WorkerLimits())

    before = key()
    monkeypatch.setattr(keys, "_HOME", home)
    assert key() == before, "wherever it is installed"
    (home / "rules" / "__pycache__").mkdir()
    (home / "rules" / "__pycache__" / "late.cpython-311.pyc").write_bytes(b"compiled")
    (home / "report" / "run_folder.py").write_bytes(b"")
    assert key() == before, "how reports are shown is no part of what they say"
    changed = bytearray((home / name).read_bytes() or b"#")
    changed[-1] ^= 1
    (home / name).write_bytes(changed)
    assert key() != before
    keys._made_of.cache_clear()
