"""The one zip in which a conference system hands out all submissions, unpacked into a private folder.

Its names come from whoever uploaded, and its own structure may lie: it is read in a worker, and nothing is written
but plain files below the folder, within bounds.
"""

from __future__ import annotations

import re
import shutil
import time
import zipfile
from pathlib import Path

import msgspec

from faimi_check.reading.encodings import name_encoding
from faimi_check.reading.zip.directory import extra_fields
from faimi_check.reading.zip.end import ZipError, find_end, read_at
from faimi_check.reading.zip.entry_names import decode_name
from faimi_check.screening.processes.failure import Cause, Failure
from faimi_check.screening.processes.pool import run_once
from faimi_check.screening.request import WorkerLimits

_SECONDS = 900.0
_LOOK_SECONDS = 30.0
_MAX_ENTRIES = 50_000
# Of honest zips an entry takes some 300 bytes of it.
_MAX_DIRECTORY = 20_000_000
_ENTRY = b"PK\x01\x02"
_MAX_BYTES = 60_000_000_000
_MAX_FILE = 4_000_000_000
_LONGEST = 200
_SUFFIX = 12
_UTF8_FLAG = 0x800
_PIECE = 1 << 20
# Room that is left for others on the disk.
_SPARED = 1_000_000_000
# What no system takes in a file's name, or what says more than a name: a drive, a stream behind a file.
_ACTIVE = re.compile(r'[\x00-\x1f\x7f:<>"|?*]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?:\..*)?", re.IGNORECASE | re.DOTALL)


class ArchiveError(Exception):
    """A zip that cannot be unpacked; the message says why."""


class Unpacked(msgspec.Struct, frozen=True):
    """How many files were written, and what was left out, a sentence each."""

    files: int
    notes: tuple[str, ...]


def holds_submissions(path: Path) -> bool:
    """Whether a zip holds PDFs: a supplement may not. What is wrong with one that does not open is told by its judges.

    Raises ArchiveError where it cannot be told, and not because of the zip.
    """
    told = run_once(WorkerLimits(seconds=_LOOK_SECONDS), _holds_pdfs, path)
    if isinstance(told, Failure) and told.cause is not Cause.FILE:
        raise ArchiveError(f"cannot be looked into: {told.why}")
    return told is True


def unpack(path: Path, folder: Path) -> Unpacked:
    """Unpacks the zip below the folder. Raises ArchiveError for one that is damaged, encrypted or too large."""
    told = run_once(WorkerLimits(seconds=_SECONDS, written_bytes=_MAX_FILE), _unpack, path, folder)
    if isinstance(told, Failure):
        raise ArchiveError(f"cannot be unpacked: {told.why}")
    if isinstance(told, str):
        raise ArchiveError(f"cannot be unpacked: {told}")
    return Unpacked(*told)


def _holds_pdfs(path: Path) -> bool:
    """In a worker: whether an entry's name ends in .pdf; of a directory that outruns the bound its beginning counts."""
    try:
        if start := _start_of_long_directory(path):
            return b".pdf" in start.lower()
        with zipfile.ZipFile(path) as archive:
            return any(name.lower().endswith(".pdf") for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def _start_of_long_directory(path: Path) -> bytes:
    """The first bytes of a directory that outruns the bound, else b"". zipfile would build every entry of it."""
    with path.open("rb") as file:
        try:
            end = find_end(file, path.stat().st_size)
        except ZipError:
            return b""
        at = end.first - end.directory_size
        start = read_at(file, at, _MAX_DIRECTORY) if end.directory_size > _MAX_DIRECTORY and at >= 0 else b""
        return start if start.startswith(_ENTRY) else b""


def _unpack(path: Path, folder: Path) -> tuple[int, tuple[str, ...]] | str:
    """In a worker: the number of files and the notes, or why nothing was unpacked."""
    deadline = time.process_time() + _SECONDS * 0.9
    notes: list[str] = []
    try:
        if _start_of_long_directory(path):
            return f"its list of files takes more than {_MAX_DIRECTORY // 1_000_000} MB"
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            told = _refused(entries, folder)
            if told:
                return told
            named = zip(entries, _names(entries), strict=True)
            written = sum(_write(archive, entry, name, folder, notes, deadline) for entry, name in named)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        return f"{type(error).__name__}: {error}"[:200]
    return written, tuple(notes)


def _refused(entries: list[zipfile.ZipInfo], folder: Path) -> str | None:
    total = sum(entry.file_size for entry in entries)
    room = min(_MAX_BYTES, shutil.disk_usage(folder).free - _SPARED)
    if len(entries) > _MAX_ENTRIES:
        return f"it holds more than {_MAX_ENTRIES:,} files"
    if total > room:
        return f"it unpacks to {total / 1e9:.1f} GB, and there is room for {max(0, room) / 1e9:.1f} GB"
    return None


def _names(entries: list[zipfile.ZipInfo]) -> list[str]:
    """Their names in the encoding of the system that made the zip: zipfile takes code page 437 where none is told."""
    raw = [None if entry.flag_bits & _UTF8_FLAG else entry.orig_filename.encode("cp437") for entry in entries]
    encoding = name_encoding(name for name in raw if name is not None)
    return [
        entry.filename
        if name is None
        else decode_name(name, utf8=False, extra=dict(extra_fields(entry.extra)), old_encoding=encoding).text
        for entry, name in zip(entries, raw, strict=True)
    ]


def _write(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, folder: Path, notes: list[str], deadline: float
) -> bool:
    """Writes one file; False where it is left out, with a note."""
    shown = name[:_LONGEST]
    target = _target(name, folder)
    unfit = "no plain file" if target is None or _is_special(entry) else "encrypted" if entry.flag_bits & 1 else ""
    if target is None or unfit:
        notes.append(f"{shown}: left in the zip ({unfit})")
        return False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        file = target.open("xb")
    except OSError as error:
        why = "two files of this name" if isinstance(error, FileExistsError) else error.strerror
        notes.append(f"{shown}: left in the zip ({why})")
        return False
    try:
        with file, archive.open(entry) as source:
            left = entry.file_size
            while piece := source.read(min(_PIECE, left + 1)):
                left -= len(piece)
                if left < 0 or time.process_time() > deadline:
                    raise ValueError("it is larger than it says" if left < 0 else "it takes too long")
                file.write(piece)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        target.unlink(missing_ok=True)
        notes.append(f"{shown}: left in the zip ({str(error)[:120]})")
        return False
    return True


def _target(name: str, folder: Path) -> Path | None:
    """Where the entry goes: below the folder, whatever its name says, and by the same name on every system."""
    pieces = [piece for piece in re.split(r"[/\\]", name) if piece]
    if not pieces or any(piece in (".", "..") for piece in pieces) or name.startswith(("/", "\\")):
        return None
    if re.fullmatch(r"[A-Za-z]:", pieces[0]):
        return None
    return folder.joinpath(*map(_plain, pieces))


def _plain(piece: str) -> str:
    """A piece of a path that every system takes for the name of a file or a folder, and for nothing else."""
    plain = _ACTIVE.sub("_", piece).rstrip(". ") or "_"
    plain = f"_{plain}" if _DEVICE.fullmatch(plain) else plain
    stem, dot, suffix = plain.rpartition(".")
    if not stem or len(suffix) > _SUFFIX:
        stem, dot, suffix = plain, "", ""
    # File systems count bytes.
    room = _LONGEST - len(suffix.encode("utf-8", "replace")) - 1
    return stem.encode("utf-8", "replace")[:room].decode("utf-8", "ignore") + dot + suffix


def _is_special(entry: zipfile.ZipInfo) -> bool:
    """A link, a device or the like, by the Unix mode where the zip has one."""
    kind = entry.external_attr >> 28
    return entry.create_system == 3 and kind not in (0, 8)
