"""What is to be judged, and the bounds on the workers that do it."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec.structs import replace

from faimi_check.model.problem import Problem
from faimi_check.model.submission import KnownAuthor, Twin
from faimi_check.model.supplement import AddressCheck
from faimi_check.reading.limits import ArchiveLimits, BurnedInLimits, PdfLimits, VideoLimits


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One submission as files. `paper_name` and `supplement_name` are what reports call them.

    `number` is what the conference system calls it, and `title` what it says there. `waived` are the fingerprints of
    findings that a chair has cleared, each with the reason. `missing` are files that a manifest names and that are
    not there: the chair's mistake, not the authors'. With `pictures`, what is written in figures and frames is read.
    """

    id: str
    paper: Path | None = None
    supplement: Path | None = None
    paper_name: str = ""
    supplement_name: str = ""
    authors: tuple[KnownAuthor, ...] = ()
    cited_unpublished: tuple[str, ...] = ()
    waived: tuple[tuple[str, str], ...] = ()
    number: str = ""
    title: str = ""
    other_papers: tuple[str, ...] = ()
    twins: tuple[Twin, ...] | None = None
    missing: tuple[str, ...] = ()
    pictures: bool = False


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What reading left besides what it read: the problems of paper and supplement, the videos and the declared PDFs.

    `videos` and `declared` name members of the zip in the order of their numbers; each declared PDF has its problems.
    `addresses` of the READMEs are there only if they were asked. `settled` is False where something was lost for which
    the files need not be to blame, so that another attempt may say more. `burned_in_lost` names the members ("" is the
    paper) whose pictures were not read, each with the reason.
    """

    paper: tuple[Problem, ...] = ()
    supplement: tuple[Problem, ...] = ()
    videos: tuple[str, ...] = ()
    declared: tuple[tuple[str, tuple[Problem, ...]], ...] = ()
    addresses: tuple[AddressCheck, ...] = ()
    settled: bool = True
    burned_in_lost: tuple[tuple[str, str], ...] = ()

    def with_paper(self, problems: tuple[Problem, ...]) -> Read:
        """The same with the paper's problems."""
        return msgspec.structs.replace(self, paper=problems)


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
