"""What has been judged, on disk as soon as it is: `report.jsonl`, and how a run that was ended goes on.

Rows are first appended to a journal as submissions finish, in any order, and forced to disk; from there they are
copied to `report.jsonl` in the order of the submissions. Whenever the run ends, by kill -9 or by a power cut, each
row that was finished stands whole in one of the two files, and `report.jsonl` holds no submission twice. What the last
run that came to its end had said is kept beside them until another one does: that is what runs are compared with.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import msgspec

from faimi_check.model.report import SubmissionReport
from faimi_check.model.text.inert import inert_json

REPORT = "report.jsonl"
JOURNAL = "report.partial.jsonl"
BEFORE = "report.before.jsonl"
_BEHIND = 1 << 40


class LedgerError(Exception):
    """The folder cannot be written, or another run writes there."""


class Row(SubmissionReport, frozen=True, kw_only=True):
    """A line of `report.jsonl`: the report on a submission, and the digest of all that it rests on."""

    key: str = ""


class _Mark(msgspec.Struct, frozen=True):
    id: str
    key: str


# Built here and not where they are first used: msgspec builds what it knows of a type unguarded, so that two threads
# that both are the first to use it end the process.
_ROWS = msgspec.json.Decoder(Row)
_MARKS = msgspec.json.Decoder(_Mark)


class Ledger:
    """The rows of one run in the folder; those of runs before may be taken over.

    `earlier_ids` are the submissions that runs before have judged. Raises LedgerError for a folder that cannot be
    written, or where another run is at work.
    """

    def __init__(self, folder: Path, *, keep_earlier: bool) -> None:
        self._report_path = folder / REPORT
        self._journal_path = folder / JOURNAL
        self._before_path = folder / BEFORE
        self._places: dict[tuple[str, str], tuple[int, int]] = {}
        # Threads read rows back while the caller adds others.
        self._reading = threading.Lock()
        try:
            for path in self._paths:
                if path.is_symlink():
                    raise FileExistsError(errno.EEXIST, "a link; a run writes into its own folder only", path)
            self._journal = self._journal_path.open("a+b")
            try:
                self._begin(folder, keep_earlier=keep_earlier)
            except BaseException:
                self._journal.close()
                raise
        except OSError as error:
            raise LedgerError(f"{error.filename or folder}: {error.strerror}") from error

    @property
    def _paths(self) -> tuple[Path, ...]:
        return self._journal_path, self._report_path, self._before_path

    def _begin(self, folder: Path, *, keep_earlier: bool) -> None:
        _lock(self._journal, folder)
        self.earlier_ids = frozenset(mark.id for path in self._paths for mark, _, _ in _rows(path))
        ended = self._journal_path.stat().st_size == 0
        if ended and self._report_path.exists() and not self._before_path.exists():
            self._report_path.replace(self._before_path)
        if keep_earlier:
            self._take_in_journal()
            self._take_in_reports()
        else:
            self._journal.truncate(0)
        self._report = self._report_path.open("wb")

    def _take_in_journal(self) -> None:
        """A line that was torn by the end of the last run is cut off."""
        end = 0
        for mark, start, line in _rows(self._journal_path):
            self._places[(mark.id, mark.key)] = (start, len(line))
            end = start + len(line)
        self._journal.truncate(end)

    def _take_in_reports(self) -> None:
        for path in (self._report_path, self._before_path):
            for mark, _, line in _rows(path):
                if (mark.id, mark.key) not in self._places:
                    self._append(mark.id, mark.key, line)
        self._force()

    def _append(self, id: str, key: str, line: bytes) -> None:
        start = self._journal.seek(0, os.SEEK_END)
        self._journal.write(line)
        self._places[(id, key)] = (start, len(line))

    def _force(self) -> None:
        self._journal.flush()
        os.fsync(self._journal.fileno())

    def add(self, report: SubmissionReport, key: str) -> None:
        """Puts a finished submission on disk."""
        line = _encode(report, key)
        with self._reading:
            self._append(report.id, key, line)
            self._force()

    def holds(self, id: str, key: str) -> bool:
        """Whether there is a row for just this."""
        return (id, key) in self._places

    def publish(self, id: str, key: str) -> None:
        """Copies a row to `report.jsonl`; to be called in the order of the submissions."""
        self._report.write(self._line(id, key))
        self._report.flush()

    def report(self, id: str, key: str) -> SubmissionReport:
        """A row that was added, read back."""
        return _ROWS.decode(self._line(id, key))

    def _line(self, id: str, key: str) -> bytes:
        start, length = self._places[(id, key)]
        with self._reading:
            self._journal.seek(start)
            return self._journal.read(length)

    def close(self, *, complete: bool) -> None:
        """Ends the run; what was said before and the journal go only when all of it stands in `report.jsonl`."""
        if self._report.closed:
            return
        self._report.flush()
        os.fsync(self._report.fileno())
        self._report.close()
        self._journal.close()
        if complete:
            self._before_path.unlink(missing_ok=True)
            self._journal_path.unlink(missing_ok=True)


if sys.platform == "win32":  # pragma: no cover

    def _take(journal: IO[bytes]) -> None:
        import msvcrt

        # Nobody may read what is locked there: a byte behind anything that will be written.
        journal.seek(_BEHIND)
        try:
            msvcrt.locking(journal.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error

else:

    def _take(journal: IO[bytes]) -> None:
        import fcntl

        fcntl.flock(journal, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lock(journal: IO[bytes], folder: Path) -> None:
    """Two runs in one folder would overwrite each other's rows."""
    try:
        _take(journal)
    except BlockingIOError:
        raise LedgerError(f"{folder}: another run is writing there") from None
    except OSError:  # pragma: no cover - some network file systems have no locks
        return


def _rows(path: Path) -> Iterator[tuple[_Mark, int, bytes]]:
    """The whole lines of a file, with where they start; what is torn or foreign is left out."""
    start = 0
    with contextlib.suppress(FileNotFoundError), path.open("rb") as file:
        for line in file:
            if line.endswith(b"\n"):
                with contextlib.suppress(msgspec.DecodeError):
                    yield _MARKS.decode(line), start, line
            start += len(line)


def last_complete(folder: Path) -> Path:
    """The reports of the last run into the folder that came to its end, where one did; else what there is."""
    before = folder / BEFORE
    return before if before.exists() else folder / REPORT


def read_reports(path: Path) -> Iterator[Row]:
    """The reports in a `report.jsonl`, one at a time."""
    with path.open("rb") as file:
        yield from map(_ROWS.decode, file)


def _encode(report: SubmissionReport, key: str) -> bytes:
    fields = {name: getattr(report, name) for name in report.__struct_fields__}
    text = msgspec.json.encode(Row(**(fields | {"key": key}))).decode("utf-8")
    return inert_json(text).encode() + b"\n"
