"""Results of workers as files in a private folder that the parent made.

So what a worker had finished is not lost when it hangs or dies in the next part, and what was read goes from worker to
worker: the parent decodes of it the finished report and the pictures drawn for it, no more. It takes no file for a
picture that is too large, a link or no file at all. This keeps what a file costs out of the parent; a worker in which a
file gets to run code of its own has the rights of the user who started it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import msgspec

from faimi_check.writing.whole import write_whole_bytes

Kind = TypeVar("Kind")
_LENGTH = 4
# What is no plain file is not followed, and not waited for.
_WARILY = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"))


def store(folder: Path, name: str, value: object) -> None:
    """Written whole, so that a worker that is killed leaves no half a file."""
    write_whole_bytes(folder / name, msgspec.msgpack.encode(value))


def link(folder: Path, name: str, other: str) -> bool:
    """Gives what is stored under a name another one, too; False where the file system cannot."""
    try:
        (folder / other).hardlink_to(folder / name)
    except OSError:
        return False
    return True


def load(folder: Path, kind: type[Any], names: list[str]) -> Any:
    """The last of the named results that is there, or None."""
    for name in reversed(names):
        path = folder / name
        if path.exists():
            return msgspec.msgpack.Decoder(kind).decode(path.read_bytes())
    return None


def take(path: Path, decoder: msgspec.msgpack.Decoder[Kind], most: int) -> Kind | None:
    """In the parent: what a worker has left there; None unless it is a file of so many bytes at most, and decodes."""
    try:
        with os.fdopen(os.open(path, _WARILY), "rb") as file:
            held = os.fstat(file.fileno())
            stored = file.read(most + 1) if stat.S_ISREG(held.st_mode) and held.st_size <= most else b""
        return decoder.decode(stored) if len(stored) <= most else None
    except (OSError, msgspec.DecodeError):
        return None


class Row:
    """Results in one file, added as they come. As a context manager it is begun anew.

    Each is handed to the system at once, and costs some millionths of a second: what stands there stays when the worker
    ends in the middle of the next. Past `most` bytes nothing is added any more.
    """

    def __init__(self, folder: Path, name: str, most: int) -> None:
        self._file = (folder / name).open("wb", buffering=0)
        self._left = most

    def __enter__(self) -> Row:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, value: object) -> None:
        """Raises OSError, and UnicodeEncodeError for a text that is none."""
        encoded = msgspec.msgpack.encode(value)
        self._left -= _LENGTH + len(encoded)
        if self._left >= 0:
            self._file.write(len(encoded).to_bytes(_LENGTH, "big") + encoded)


def load_row(folder: Path, kind: Any, name: str) -> Iterator[Any]:
    """What was added to a row, in order; one that was torn by the end of its worker ends it."""
    path, decoder = folder / name, msgspec.msgpack.Decoder(kind)
    stored, at = path.read_bytes() if path.exists() else b"", 0
    while at + _LENGTH <= len(stored):
        start = at + _LENGTH
        at = start + int.from_bytes(stored[at:start], "big")
        if at <= len(stored):
            yield decoder.decode(memoryview(stored)[start:at])
