"""A file is written under another name first and takes its own in one step: what stands there is the old or the new."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Where the system gives a process its own streams: nothing else can take their place.
_STREAMS = ("/dev/fd/", "/dev/std", "/proc/")
# The folder takes no new file, or the file's place cannot be taken, as where it is mounted there.
_FIXED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EXDEV})
_BINARY = getattr(os, "O_BINARY", 0)
_ANYBODY = 0o666


def write_whole(path: Path, pieces: Iterable[str], newline: str | None = None) -> None:
    """Writes a text whole or not at all; a link of that name is replaced, not followed. Raises OSError."""
    with (
        _draft_of(path) as draft,
        os.fdopen(draft, "w", encoding="utf-8", errors="backslashreplace", newline=newline) as file,
    ):
        file.writelines(pieces)


def write_whole_bytes(path: Path, content: bytes) -> None:
    """Writes bytes as `write_whole` writes a text. Raises OSError."""
    with _draft_of(path) as draft, os.fdopen(draft, "wb") as file:
        file.write(content)


def write_where_told(path: Path, text: str) -> None:
    """Writes a text, its line ends as they are, where somebody said: whole, where another file can take its place.

    A link that leads to the file stays; a device or a pipe is written into. Raises OSError.
    """
    if _may_be_replaced(path):
        try:
            write_whole(Path(os.path.realpath(path)), [text], newline="")
        except OSError as error:
            if error.errno not in _FIXED or not path.is_file():
                raise
        else:
            return
    path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="")


def draft_name(name: str) -> str:
    """What a file is called while it is made: as no file of the user's is called, and short where it is long.

    It is the same each time, so that what a killed process has left goes with the next.
    """
    return f".faimi-check-{hashlib.sha256(os.fsencode(name)).hexdigest()[:16]}.draft"


@contextmanager
def _draft_of(path: Path) -> Iterator[int]:
    """A new file, open for writing, that takes the place of `path` at the end."""
    draft, mode = path.with_name(draft_name(path.name)), _mode_of(path)
    # It may be left from a process that was killed, or be a link that leads elsewhere.
    draft.unlink(missing_ok=True)
    try:
        yield os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _ANYBODY if mode is None else mode)
        if mode is not None:
            draft.chmod(mode)
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def _mode_of(path: Path) -> int | None:
    """Whoever has shut others out of a file has shut them out of what takes its place."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    return stat.S_IMODE(mode) & 0o777 if stat.S_ISREG(mode) else None


def _may_be_replaced(path: Path) -> bool:
    """Whether it is a regular file that may be written, or nothing yet."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return True
    return stat.S_ISREG(mode) and os.access(path, os.W_OK) and not str(path.absolute()).startswith(_STREAMS)
