"""The supplement: every byte of the zip accounted for, nothing extracted to disk."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from msgspec.structs import replace

from faimi_check.model.paper import MetadataField
from faimi_check.model.problem import OF_SUPPLEMENT, Aspect, Problem, ProblemKind
from faimi_check.model.supplement import EmbeddedPdf, Entry, EntryFault, Fault, Readme, Supplement
from faimi_check.reading.limits import ArchiveLimits
from faimi_check.reading.readme import is_readme_name, read_text
from faimi_check.reading.signatures import Kind
from faimi_check.reading.sniff import HEAD, sniff
from faimi_check.reading.zip.content import EntryError, OutOfTimeError, unpack
from faimi_check.reading.zip.directory import Member
from faimi_check.reading.zip.end import ZipError
from faimi_check.reading.zip.entry_names import duplicate_faults, name_faults
from faimi_check.reading.zip.extents import extent_faults
from faimi_check.reading.zip.holding import Holding, look_through
from faimi_check.reading.zip.leftovers import is_leftover, leftover_fields
from faimi_check.reading.zip.records import record_fields
from faimi_check.reading.zip.structure import Structure, walk
from faimi_check.reading.zip.unread import unread_entries

_FATAL_FAULTS = frozenset({EntryFault.OVERLAP, EntryFault.LINK, EntryFault.DEVICE})


def read_supplement(path: Path, name: str, limits: ArchiveLimits | None = None) -> Supplement:
    """Reads all of the supplement but its videos' pictures.

    `name` is what the user calls the file. Never raises: what cannot be read becomes a Problem or a Fault.
    """
    limits = limits or ArchiveLimits()
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(name, 0, ProblemKind.WRONG_TYPE, "the supplement is not a regular file")
        if status.st_size > limits.max_bytes:
            detail = f"the supplement is {status.st_size / 1e9:.1f} GB; the limit is {limits.max_bytes / 1e9:.1f} GB"
            return _unreadable(name, status.st_size, ProblemKind.LIMIT, detail)
        with path.open("rb") as handle:
            return _Reader(handle, status.st_size, name, limits).read()
    except OSError as error:
        return _unreadable(name, 0, ProblemKind.DAMAGED, f"the supplement cannot be opened: {error.strerror or error}")
    except Exception as error:  # the boundary: no hostile file gets further than here
        detail = f"reading the supplement broke off ({type(error).__name__})"
        return _unreadable(name, 0, ProblemKind.DAMAGED, detail)


def _unreadable(name: str, size: int, kind: ProblemKind, detail: str) -> Supplement:
    return Supplement(
        file=name, size=size, problems=(Problem(kind=kind, aspects=OF_SUPPLEMENT, detail=detail, fatal=True),)
    )


class _Reader:
    """One reading of one zip: gathers entries, faults, texts and names on the way through the file."""

    def __init__(self, handle: BufferedReader, size: int, name: str, limits: ArchiveLimits) -> None:
        self.handle = handle
        self.size = size
        self.name = name
        self.limits = limits
        self.deadline = time.process_time() + limits.seconds
        self.budget = limits.max_total
        self.faults: list[Fault] = []
        self.problems: list[Problem] = []
        self.readmes: list[Readme] = []
        self.pdfs: list[EmbeddedPdf] = []
        self.names: list[MetadataField] = []
        self.listed: tuple[str, ...] = ()

    def read(self) -> Supplement:
        kind = sniff(self.handle.read(HEAD))
        if self.size == 0:
            return _unreadable(self.name, 0, ProblemKind.EMPTY, "the supplement is an empty file")
        structure: Structure | None = None
        try:
            structure = walk(self.handle, self.size, self.limits)
        except ZipError as error:
            self.problems.append(_no_zip(error, kind))
        entries = self._read_structure(structure) if structure else ()
        self._bound_names()
        return Supplement(
            file=self.name,
            size=self.size,
            mime=kind.mime,
            sha256=self._digest(),
            is_zip=structure is not None,
            comment=_note(structure.comment) if structure else "",
            entries=entries,
            faults=tuple(self.faults),
            readmes=tuple(self.readmes),
            pdfs=tuple(self.pdfs),
            names=tuple(self.names),
            problems=tuple(self.problems),
        )

    def _read_structure(self, structure: Structure) -> tuple[Entry, ...]:
        self.faults += structure.faults
        self.faults += extent_faults(self.handle, structure)
        self.faults += duplicate_faults(member.name for member in structure.members)
        if structure.comment:
            self.names.append(MetadataField("zip comment", "comment", _note(structure.comment)))
        for member in structure.members:
            self.faults += (Fault(kind, detail, member.name) for kind, detail in name_faults(member.name, member.mode))
        doomed = {fault.member for fault in self.faults if fault.kind in _FATAL_FAULTS}
        self.listed = tuple(member.name for member in structure.members)
        entries = tuple(self._entry(member, member.name in doomed) for member in structure.members)
        self.problems += unread_entries(entries, self.faults)
        return entries

    def _entry(self, member: Member, doomed: bool) -> Entry:
        self.names += record_fields(member)
        bare = Entry(
            name=member.name,
            size=member.size,
            compressed=member.compressed,
            is_dir=member.is_dir,
            leftover=is_leftover(member.name),
            readme=is_readme_name(member.name),
        )
        if doomed or (member.is_dir and not member.size):
            return replace(bare, readable=False) if doomed else bare
        try:
            return self._content(member, bare)
        except EntryError as error:
            self.faults.append(Fault(error.kind, error.detail, member.name))
        except OutOfTimeError:
            self._over(member, f"unpacking the zip took more than {self.limits.seconds:.3g} s of processor time")
        return replace(bare, readable=False)

    def _over(self, member: Member, detail: str) -> None:
        self.deadline = 0.0
        problem = Problem(kind=ProblemKind.LIMIT, aspects=OF_SUPPLEMENT, detail=detail, member=member.name)
        self.problems.append(problem)

    def _content(self, member: Member, bare: Entry) -> Entry:
        if member.size > self.budget:
            total = f"{self.limits.max_total / 1e9:.1f} GB"
            raise EntryError(EntryFault.BOMB, f"with it the zip unpacks to more than the limit of {total}")
        keep = self.limits.max_leftover if bare.leftover else max(HEAD, self.limits.max_text)
        holding = look_through(self._pieces(member), keep)
        self._gather(bare, holding)
        return replace(
            bare,
            mime=holding.kind.mime,
            container=holding.kind.container,
            sha256=holding.sha256,
            holds_zip=holding.has_zip and holding.kind.container != "zip",
        )

    def _pieces(self, member: Member) -> Iterator[bytes]:
        for piece in unpack(self.handle, member, self.limits, self.deadline):
            self.budget -= len(piece)
            yield piece

    def _gather(self, entry: Entry, holding: Holding) -> None:
        kind = holding.kind
        if entry.leftover:
            self.names += leftover_fields(entry.name, holding.kept)
        elif kind.container == "pdf" or (holding.pdf_at is not None and kind.container != "text"):
            self.pdfs.append(EmbeddedPdf(member=entry.name, offset=holding.pdf_at or 0))
        elif entry.readme or kind.mime.startswith("text/"):
            self.readmes.append(read_text(entry.name, holding.kept[: self.limits.max_text], self.listed))
            self._note_what_is_cut(entry, holding.kept)

    def _note_what_is_cut(self, entry: Entry, content: bytes) -> None:
        """A text of which not all is read is not judged to its end."""
        longest, most = self.limits.max_text, self.limits.max_lines
        lines = content.count(b"\n")
        if entry.size > longest or lines > most:
            read = f"the first {longest:,} bytes" if entry.size > longest else f"the first {most:,} lines"
            detail = f"only {read} of {entry.name} were read"
            problem = Problem(kind=ProblemKind.LIMIT, aspects=(Aspect.READMES,), detail=detail, member=entry.name)
            self.problems.append(problem)

    def _bound_names(self) -> None:
        """Of more texts beside the files than are kept, the rest is not judged."""
        most, all_of_them = self.limits.max_names, len(self.names)
        if all_of_them > most:
            del self.names[most:]
            detail = (
                f"of {all_of_them:,} comments, owners and texts of leftovers in the zip the first {most:,} were read"
            )
            self.problems.append(Problem(kind=ProblemKind.LIMIT, aspects=(Aspect.ARCHIVE,), detail=detail))

    def _digest(self) -> str:
        self.handle.seek(0)
        return hashlib.file_digest(self.handle, "sha256").hexdigest()


def _no_zip(error: ZipError, kind: Kind) -> Problem:
    told = kind.container == "zip" or error.kind is ProblemKind.LIMIT
    return Problem(
        kind=error.kind if told else ProblemKind.WRONG_TYPE,
        aspects=OF_SUPPLEMENT,
        detail=error.detail if told else "the supplement is not a zip",
        fatal=True,
    )


def _note(comment: bytes) -> str:
    return comment[:4000].decode("utf-8", "replace")
