"""What is to be judged, and the bounds on the workers that do it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec.structs import replace

from faimi_check.model.problem import Problem
from faimi_check.model.submission import KnownAuthor, Twin
from faimi_check.model.supplement import AddressCheck
from faimi_check.reading.limits import ArchiveLimits, BurnedInLimits, PdfLimits, VideoLimits


class Handed(msgspec.Struct, frozen=True):
    """A file of the supplement, what reports call it, and what it is called as an entry where it came without a zip."""

    path: Path
    name: str
    entry: str = ""


def shown_name(path: Path) -> str:
    """The path as the user named it, in characters that every format takes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def handed(files: Iterable[tuple[Path, str]]) -> tuple[Handed, ...]:
    """The files of a supplement with their names; where two are called alike, the second one gets a number."""
    found: dict[str, Handed] = {}
    for path, name in files:
        entry = re.split(r"[/\\]", name)[-1] or "file"
        stem, dot, ending = entry.rpartition(".")
        number = 2
        while entry.casefold() in found:
            entry, number = (f"{stem} ({number}).{ending}" if dot else f"{ending} ({number})"), number + 1
        found[entry.casefold()] = Handed(path, name, entry)
    return tuple(found.values())


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One submission as files. `paper_name` is what reports call the paper.

    `number` is what the conference system calls it, and `title` what it says there. `waived` are the fingerprints of
    findings that a chair has cleared, each with the reason. `missing` are files that a manifest names and that are
    not there, `broken` those that a download has left unfinished: the chair's mistake, not the authors'. With
    `pictures`, what is written in figures and frames is read.
    """

    id: str
    paper: Path | None = None
    supplements: tuple[Handed, ...] = ()
    paper_name: str = ""
    authors: tuple[KnownAuthor, ...] = ()
    cited_unpublished: tuple[str, ...] = ()
    waived: tuple[tuple[str, str], ...] = ()
    number: str = ""
    title: str = ""
    other_papers: tuple[str, ...] = ()
    twins: tuple[Twin, ...] | None = None
    missing: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    pictures: bool = False


class ReadSupplement(msgspec.Struct, frozen=True, kw_only=True):
    """What reading one file of the supplement left besides what it read; `loose` where it came without a zip.

    `videos` and `declared` name its members in the order of their numbers; each declared PDF has its problems.
    `undeclared` is how many other PDFs there are, `doubtful` how many of the last `declared` nobody has declared.
    `frames_lost` names the videos whose frames were not read, each with the reason, `figures_lost` the declared PDFs
    whose pictures were not.
    """

    problems: tuple[Problem, ...] = ()
    videos: tuple[str, ...] = ()
    declared: tuple[tuple[str, tuple[Problem, ...]], ...] = ()
    undeclared: int = 0
    doubtful: int = 0
    loose: bool = False
    frames_lost: tuple[tuple[str, str], ...] = ()
    figures_lost: tuple[tuple[str, str], ...] = ()


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What reading left besides what it read: the problems of the paper, and what it left of each supplement.

    `addresses` of the READMEs are there only if they were asked. `settled` is False where something was lost for which
    the files need not be to blame, so that another attempt may say more. `figures_lost` says why the paper's pictures
    were not read, if so.
    """

    paper: tuple[Problem, ...] = ()
    supplements: tuple[ReadSupplement, ...] = ()
    addresses: tuple[AddressCheck, ...] = ()
    settled: bool = True
    figures_lost: str = ""


class WorkerLimits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds on the isolated workers.

    `seconds` are of processor time, for the paper and for each video, so that they do not depend on what else the
    machine does; by the clock a worker may take `wall_factor` times as many, and at least `least_wall_seconds`.
    `memory` is in bytes of address space, `open_files` and `written_bytes` for each worker, `tasks` after how many
    tasks a worker is replaced. `paper`, `archive`, `video` and `pictures` bound what is read from inside.
    """

    seconds: float = 60.0
    wall_factor: float = 4.0
    least_wall_seconds: float = 30.0
    memory: int = 2_000_000_000
    open_files: int = 128
    written_bytes: int = 2_000_000_000
    tasks: int = 200
    paper: PdfLimits = PdfLimits()
    archive: ArchiveLimits = ArchiveLimits()
    video: VideoLimits = VideoLimits()
    pictures: BurnedInLimits = BurnedInLimits()

    @classmethod
    def for_seconds(cls, seconds: float) -> WorkerLimits:
        """Those in which each part of reading has its share of so many seconds."""
        usual = cls()
        factor = seconds / usual.seconds
        return cls(
            seconds=seconds,
            archive=usual.archive.scaled(factor),
            video=usual.video.scaled(factor),
            pictures=usual.pictures.scaled(factor),
        )

    @staticmethod
    def names() -> dict[str, tuple[str, str]]:
        """The bounds from inside as users name them (`archive.max-entries`), each with its struct and field here."""
        return {
            f"{part}.{field.replace('_', '-')}": (part, field)
            for part, kind in (
                ("paper", PdfLimits),
                ("archive", ArchiveLimits),
                ("video", VideoLimits),
                ("pictures", BurnedInLimits),
            )
            for field in kind.__struct_fields__
        }

    def moved(self, name: str, number: float) -> WorkerLimits:
        """The same with another bound of that name. Raises ValueError for part of a thing that is counted whole."""
        part, field = self.names()[name]
        inner = getattr(self, part)
        if isinstance(getattr(inner, field), int):
            if number != int(number):
                raise ValueError(f"{name} is a whole number")
            number = int(number)
        return replace(self, **{part: replace(inner, **{field: number})})

    @property
    def attempt_seconds(self) -> float:
        """For one attempt at a paper: half, so that what hangs in one part leaves time for the others."""
        return self.seconds / 2

    def wall_seconds(self, seconds: float) -> float:
        """By the clock, for a task that may take so many seconds of processor time."""
        return max(seconds * self.wall_factor, self.least_wall_seconds)
