"""A file is the old one or the new one, never half of one, and nothing is written elsewhere than where it was told."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from faimi_check.writing.whole import draft_name, write_where_told, write_whole, write_whole_bytes

resource = pytest.importorskip("resource")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, modes and limits of POSIX")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing() -> Iterator[str]:
    yield "new, but "
    raise KeyboardInterrupt


def test_what_is_not_written_to_its_end_leaves_the_old(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.html", failing())
    assert (tmp_path / "a.html").read_text() == "old"
    assert names(tmp_path) == ["a.html"]


WAYS = (lambda path: write_whole(path, ["new"]), lambda path: write_whole_bytes(path, b"new"))


@pytest.mark.parametrize("write", WAYS)
def test_links_are_replaced_and_not_followed(write: Callable[[Path], None], tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("precious")
    (tmp_path / "a.html").symlink_to(mine)
    (tmp_path / draft_name("a.html")).symlink_to(mine)
    write(tmp_path / "a.html")
    assert mine.read_text() == "precious"
    assert not (tmp_path / "a.html").is_symlink()
    assert (tmp_path / "a.html").read_text() == "new"


def test_what_a_killed_process_left_goes_with_the_next(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom faimi_check.writing.whole import write_whole\n"
        "def pieces():\n    yield 'half'\n    os.kill(os.getpid(), 9)\n"
        "write_whole(Path(sys.argv[1]), pieces())\n"
    )
    path.write_text("old")
    assert subprocess.run([sys.executable, "-c", code, path], check=False).returncode == -signal.SIGKILL
    assert path.read_text() == "old"
    assert names(tmp_path) == [draft_name("a.html"), "a.html"]
    write_whole(path, ["new"])
    assert names(tmp_path) == ["a.html"]


def test_a_file_from_which_others_are_shut_out_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("old")
    path.chmod(0o600)
    write_whole(path, ["new"])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["a.html", "é" * 120 + ".html", "-", ".hidden"])
def test_any_name_of_a_file_can_be_written(name: str, tmp_path: Path) -> None:
    write_where_told(tmp_path / name, "new")
    assert names(tmp_path) == [name]


def test_where_the_user_has_put_a_link_the_file_behind_it_is_new(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text("old")
    (tmp_path / "link.html").symlink_to(tmp_path / "site" / "a.html")
    write_where_told(tmp_path / "link.html", "new")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "site" / "a.html").read_text() == "new"


def test_a_disk_that_is_full_leaves_the_old(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("old")
    before, ignored = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            write_where_told(path, "new" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.html"]


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    write_where_told(pipe, "new\r\n")
    reader.join(10)
    assert read == ["new\n"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_the_process_s_own_output_is_written_into(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path\nfrom faimi_check.writing.whole import write_where_told\n"
        "write_where_told(Path('/dev/stdout'), 'report')\n"
    )
    with (tmp_path / "out.txt").open("w") as out:
        subprocess.run([sys.executable, "-c", code], stdout=out, check=True)
        assert os.fstat(out.fileno()).st_nlink == 1
    assert (tmp_path / "out.txt").read_text() == "report"
    assert names(tmp_path) == ["out.txt"]


@pytest.mark.parametrize("error", [errno.EACCES, errno.EROFS, errno.EBUSY])
def test_a_file_in_a_folder_that_takes_no_other_is_written_itself(
    error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(error, os.strerror(error))

    path = tmp_path / "a.html"
    path.write_text("old")
    monkeypatch.setattr(Path, "replace", refuse)
    write_where_told(path, "new")
    assert path.read_text() == "new"
    with pytest.raises(OSError, match=os.strerror(error)):
        write_where_told(tmp_path / "b.html", "new")
    assert names(tmp_path) == ["a.html"]
