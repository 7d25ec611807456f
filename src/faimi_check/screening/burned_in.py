"""Reading what is written in pictures, in workers of its own tasks: what it costs is lost to it alone, and said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from faimi_check.model.burned_in import BurnedIn
from faimi_check.model.paper import Paper
from faimi_check.model.submission import Submission
from faimi_check.screening import isolation, worker
from faimi_check.screening.failure import Failure
from faimi_check.screening.pool import WorkerPool
from faimi_check.screening.request import Read, Request

# The pictures of a paper may take twice as long as its pages: each takes half a second.
_SHARE = 2.0
_VIDEOS = 12
_TOO_MANY = f"the {_VIDEOS} videos before it were looked at instead"


def read_figures(path: Path, name: str, folder: Path) -> None:
    """In the worker: reads what is written in the pictures of the paper whose surface lies in the folder."""
    from faimi_check.reading.burned_in.figures import read_figures

    paper = worker.assemble_paper(folder, name, ())
    if paper.readable and paper.pages:
        found = read_figures(path, paper, isolation.bounds().pictures)
        worker.store(folder, "figures", found)
        _store_read_pages(folder, paper, found)


def _store_read_pages(folder: Path, paper: Paper, found: BurnedIn) -> None:
    if any(picture.is_page for picture in found.pictures):
        from faimi_check.reading.burned_in.scans import with_read_pages

        read = with_read_pages(paper, found)
        if read is not None:
            worker.store(folder, "read.paper", read)


def read_frames(path: Path, member: str, folder: Path, index: int) -> None:
    """In the worker: reads what is written in the frames of one video of the zip."""
    from faimi_check.reading.burned_in.frames import read_frames

    bounds = isolation.bounds()
    worker.store(folder, f"frames-{index}", read_frames(path, member, bounds.pictures, bounds.video))


def read_burned_in(
    pool: WorkerPool, seconds: float, request: Request, videos: Sequence[str], folder: Path
) -> tuple[tuple[str, str], ...]:
    """In the parent: has all pictures read into the folder.

    Gives what was lost: the member, "" for the paper, and why.
    """
    found: list[tuple[str, str]] = []
    if request.paper is not None:
        result = pool.run(_SHARE * seconds, read_figures, request.paper, request.paper_name, folder)
        if isinstance(result, Failure):
            found.append(("", result.why))
    for index, member in enumerate(videos if request.supplement else ()):
        if index >= _VIDEOS:
            found.append((member, _TOO_MANY))
            continue
        result = pool.run(_SHARE * seconds, read_frames, request.supplement, member, folder, index)
        if isinstance(result, Failure):
            found.append((member, result.why))
    return tuple(found)


def with_burned_in(submission: Submission, folder: Path, read: Read) -> Submission:
    """In the worker that judges: the submission with what its pictures say, and with the reason where that was lost."""
    lost = dict(read.burned_in_lost)

    def of(name: str, member: str) -> BurnedIn | None:
        found: BurnedIn | None = worker.load(folder, BurnedIn, [name])
        return found or (BurnedIn(why=lost[member]) if member in lost else None)

    paper, supplement = submission.paper, submission.supplement
    read_paper: Paper | None = worker.load(folder, Paper, ["read.paper"]) if paper else None
    if paper is not None:
        paper = replace(paper, burned_in=of("figures", ""))
    if supplement is not None:
        videos = tuple(
            replace(video, burned_in=of(f"frames-{index}", video.member))
            for index, video in enumerate(supplement.videos)
        )
        supplement = replace(supplement, videos=videos)
    return replace(submission, paper=paper, read_paper=read_paper, supplement=supplement)
