"""What workers take out of a submission lies in a folder that goes with the run, also with one that is killed."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from faimi_check.writing import private_folder as module
from faimi_check.writing.private_folder import private_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks and signals of POSIX")

HOLDER = (
    "from faimi_check.writing.private_folder import private_folder\n"
    "with private_folder() as folder:\n"
    "    (folder / 'pages.paper').write_bytes(b'parts of a paper')\n"
    "    print(folder, flush=True)\n"
    "    input()\n"
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The system's folder for temporary files, and a process that has not looked into it yet."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    module._remove_abandoned.cache_clear()
    yield tmp_path
    module._remove_abandoned.cache_clear()


def holder(place: Path) -> tuple[subprocess.Popen[str], Path]:
    """Another process that uses a folder, and that folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(place)},
    )
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


def test_a_folder_is_private_and_gone_at_the_end(place: Path) -> None:
    with private_folder() as one, private_folder() as other:
        assert stat.S_IMODE(one.stat().st_mode) == 0o700
        assert {one, other} == set(place.iterdir())
        (one / "pages.paper").write_bytes(b"parts of a paper")
    assert list(place.iterdir()) == []


def test_the_folder_of_a_run_that_was_killed_goes_with_the_next_run(place: Path) -> None:
    process, folder = holder(place)
    process.kill()
    process.communicate()
    assert (folder / "pages.paper").exists()
    with private_folder() as own:
        assert list(place.iterdir()) == [own]


def test_the_folder_of_a_run_that_was_killed_right_at_its_beginning_goes_too(place: Path) -> None:
    folder = place / f"{module.PREFIX}begun"
    folder.mkdir()
    (folder / "in-use.draft").touch()
    with private_folder() as own:
        assert list(place.iterdir()) == [own]


def test_a_folder_that_is_taken_away_before_it_is_marked_is_made_anew(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    mark = module._mark

    def taken_away_once(folder: Path) -> IO[bytes]:
        made.append(folder)
        if len(made) == 1:
            folder.rmdir()
        return mark(folder)

    monkeypatch.setattr(module, "_mark", taken_away_once)
    with private_folder() as own:
        assert [own] == made[1:] == list(place.iterdir())


def test_the_folder_of_a_run_that_is_at_work_stays(place: Path) -> None:
    process, folder = holder(place)
    with private_folder():
        assert (folder / "pages.paper").exists()
    process.communicate("\n")
    assert list(place.iterdir()) == []


def test_what_is_not_certainly_an_abandoned_folder_stays(
    place: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    for folder in (elsewhere, place / "faimi-check-fifo", place / "faimi-checks", place / "faimi-check-unmarked"):
        folder.mkdir(exist_ok=True)
    (elsewhere / "in-use").touch()
    (place / "faimi-checks" / "in-use").touch()
    (place / "faimi-check-link").symlink_to(elsewhere)
    (place / "faimi-check-file").touch()
    before = set(place.iterdir())
    with private_folder() as own:
        assert set(place.iterdir()) == before | {own}
    assert (elsewhere / "in-use").exists()
    # Of another user: not even opened, since a FIFO would hang.
    os.mkfifo(place / "faimi-check-fifo" / "in-use")
    user = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: user + 1)
    module._remove_abandoned.cache_clear()
    with private_folder() as own:
        assert set(place.iterdir()) == before | {own}


def test_without_locks_nothing_is_taken_for_abandoned(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> None:
        raise OSError("no locks on this file system")

    monkeypatch.setattr("fcntl.flock", no_locks)
    with private_folder() as folder:
        assert not (folder / "in-use").exists()
        module._remove_abandoned.cache_clear()
        with private_folder():
            assert folder.exists()
    assert list(place.iterdir()) == []


def test_a_file_that_comes_while_the_folder_is_emptied_goes_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    real = shutil.rmtree
    late = iter(["pages.draft", "visibility.draft"])

    def emptied(folder: Path, **options: bool) -> None:
        real(folder, **options)
        for name in late:
            Path(folder).mkdir()
            (Path(folder) / name).touch()
            return

    monkeypatch.setattr(shutil, "rmtree", emptied)
    with private_folder() as folder:
        assert folder.is_dir()
    assert not folder.exists()
