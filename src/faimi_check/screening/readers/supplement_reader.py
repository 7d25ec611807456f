"""Reading the supplements of a submission in isolated workers, file by file and video by video."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from faimi_check.model.problem import OF_SUPPLEMENT, Aspect, Problem
from faimi_check.screening.processes.failure import Cause, Failure
from faimi_check.screening.readers import supplement_worker as worker
from faimi_check.screening.readers.attempt import Attempt, lost
from faimi_check.screening.readers.paper_reader import read_below, read_surface
from faimi_check.screening.request import Handed, ReadSupplement

_MOST_FILES = 50
_ALL_VIDEOS = 4
_LOST_VIDEOS = 3
_TOO_MANY = Failure(f"the {_MOST_FILES} files before it were read instead", Cause.FILE)
_NO_TIME_LEFT = Failure("the videos before it took all the time there is for one supplement", Cause.FILE)


def read_supplements(
    attempt: Attempt, handed: Sequence[Handed], declared: tuple[str, ...], folder: Path
) -> tuple[ReadSupplement, ...]:
    """Reads each file into a folder of its own; PDFs of the names in `declared` are read as papers are."""
    clock = _Clock(attempt)
    return tuple(
        _read_one(attempt, clock, one, declared, worker.folder_of(folder, index))
        if index < _MOST_FILES
        else _unread(_TOO_MANY, "", worker.folder_of(folder, index))
        for index, one in enumerate(handed)
    )


def _read_one(
    attempt: Attempt, clock: _Clock, handed: Handed, declared: tuple[str, ...], folder: Path
) -> ReadSupplement:
    folder.mkdir()
    contents = attempt.run(worker.read_handed, handed, declared, folder)
    if isinstance(contents, Failure):
        return _unread(contents, "while reading the zip", folder)
    read = ReadSupplement(loose=contents.loose, videos=contents.videos, undeclared=contents.undeclared)
    problems = clock.read_videos(worker.container_of(handed, read, folder), contents.videos, folder)
    return replace(
        read,
        problems=tuple(problems),
        declared=tuple(
            (member, _read_pdf(attempt, folder, index, member)) for index, member in enumerate(contents.declared)
        ),
    )


def _unread(failure: Failure, doing: str, folder: Path) -> ReadSupplement:
    folder.mkdir(exist_ok=True)
    return ReadSupplement(problems=(lost(failure, doing, OF_SUPPLEMENT, fatal=True),))


class _Clock:
    """All videos that were handed in together may take so long as four of them."""

    def __init__(self, attempt: Attempt) -> None:
        self._attempt = attempt
        self._spent = 0.0
        self._held_up = 0

    def read_videos(self, container: Path, members: Iterable[str], folder: Path) -> list[Problem]:
        """Gives what was lost."""
        problems = []
        for index, member in enumerate(members):
            result: float | Failure = _NO_TIME_LEFT
            if self._held_up >= _LOST_VIDEOS:
                result = Failure("the machine was too busy for the videos before it", Cause.MACHINE)
            elif self._spent < self._attempt.seconds * _ALL_VIDEOS:
                result = self._attempt.run(worker.read_one_video, container, member, folder, index)
            if isinstance(result, Failure):
                problems.append(lost(result, "while reading the video", (Aspect.VIDEOS,), member=member))
                self._held_up += result.cause is Cause.MACHINE
            self._spent += self._attempt.seconds if isinstance(result, Failure) else result
        return problems


def read_pdfs(
    attempt: Attempt, handed: Sequence[Handed], folder: Path, read: Sequence[ReadSupplement], *, doubtful: bool
) -> tuple[ReadSupplement, ...]:
    """Reads the PDFs that were not declared, too; `doubtful`: whether they may be there is still to be seen."""
    return tuple(
        _with_pdfs(attempt, one, worker.folder_of(folder, index), each, doubtful=doubtful) if each.undeclared else each
        for index, (one, each) in enumerate(zip(handed, read, strict=True))
    )


def _with_pdfs(
    attempt: Attempt, handed: Handed, folder: Path, read: ReadSupplement, *, doubtful: bool
) -> ReadSupplement:
    known = tuple(member for member, _ in read.declared)
    result = attempt.run(worker.take_pdfs, worker.container_of(handed, read, folder), known, folder)
    if isinstance(result, Failure):
        problem = lost(result, "while reading the PDFs of the supplement", (Aspect.ARCHIVE,))
        return replace(read, problems=(*read.problems, problem))
    taken = tuple(
        (member, _read_pdf(attempt, folder, index, member)) for index, member in enumerate(result, len(known))
    )
    return replace(read, declared=read.declared + taken, doubtful=len(taken) if doubtful else 0)


def _read_pdf(attempt: Attempt, folder: Path, index: int, member: str) -> tuple[Problem, ...]:
    """A PDF out of the zip, which has been put into the folder."""
    inner = folder / f"declared-{index}"
    inner.mkdir()
    path = folder / f"declared-{index}.pdf"
    units, lost_below = read_below(attempt, path, inner)
    return read_surface(attempt, path, member, inner, units) + lost_below
