"""Reading what is written in pictures, in workers of its own tasks: what it costs is lost to it alone, and said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from faimi_check.model.burned_in import BurnedIn
from faimi_check.model.paper import Paper
from faimi_check.model.submission import Submission
from faimi_check.screening.processes import isolation
from faimi_check.screening.processes.failure import Failure
from faimi_check.screening.processes.pool import WorkerPool
from faimi_check.screening.readers import supplement_worker
from faimi_check.screening.readers.paper_worker import assemble_paper
from faimi_check.screening.readers.shelf import load, store
from faimi_check.screening.request import Read, Request, WorkerLimits

# What may be added to the time in which no further picture is begun: one picture, and what is read before any.
_SHARE = 1.4
_VIDEOS = 12
_PDFS = 5
_TOO_MANY = f"the {_VIDEOS} videos before it were looked at instead"
_TOO_MANY_PDFS = f"the {_PDFS} PDFs before it were looked at instead"


def read_figures(path: Path, name: str, folder: Path) -> None:
    """In the worker: reads what is written in the pictures of the paper whose surface lies in the folder."""
    from faimi_check.reading.burned_in.figures import read_figures

    paper = assemble_paper(folder, name, ())
    if paper.readable and paper.pages:
        found = read_figures(path, paper, isolation.bounds().pictures)
        store(folder, "figures", found)
        _store_read_pages(folder, paper, found)


def _store_read_pages(folder: Path, paper: Paper, found: BurnedIn) -> None:
    if any(picture.is_page for picture in found.pictures):
        from faimi_check.reading.burned_in.scans import with_read_pages

        read = with_read_pages(paper, found)
        if read is not None:
            store(folder, "read.paper", read)


def read_frames(path: Path, member: str, folder: Path, index: int) -> None:
    """In the worker: reads what is written in the frames of one video of the zip."""
    from faimi_check.reading.burned_in.frames import read_frames

    bounds = isolation.bounds()
    store(folder, f"frames-{index}", read_frames(path, member, bounds.pictures, bounds.video, bounds.archive))


def _run(pool: WorkerPool, limits: WorkerLimits, call: Callable[..., None], *arguments: Any) -> str:
    """Why the pictures were lost, "" where they were read."""
    seconds = limits.pictures.seconds + limits.pictures.choosing_seconds
    result = pool.run(_SHARE * seconds, call, *arguments, memory=limits.pictures.memory)
    return result.why if isinstance(result, Failure) else ""


def read_burned_in(pool: WorkerPool, limits: WorkerLimits, request: Request, read: Read, folder: Path) -> Read:
    """In the parent: has all pictures read into the folder; gives what was read with what was lost of them."""
    figures_lost = ""
    if request.paper is not None:
        figures_lost = _run(pool, limits, read_figures, request.paper, request.paper_name, folder)
    left = _VIDEOS
    supplements = []
    for index, (handed, each) in enumerate(zip(request.supplements, read.supplements, strict=True)):
        inner = supplement_worker.folder_of(folder, index)
        container = supplement_worker.container_of(handed, each, inner)
        frames_lost = []
        for number, member in enumerate(each.videos):
            if left <= 0:
                frames_lost.append((member, _TOO_MANY))
                continue
            left -= 1
            if why := _run(pool, limits, read_frames, container, member, inner, number):
                frames_lost.append((member, why))
        supplements.append(replace(each, frames_lost=tuple(frames_lost)))
    return read_pdf_figures(
        pool, limits, replace(read, supplements=tuple(supplements), figures_lost=figures_lost), folder
    )


def read_pdf_figures(pool: WorkerPool, limits: WorkerLimits, read: Read, folder: Path) -> Read:
    """In the parent: the same for the PDFs of the supplements that were read as papers, each once."""
    left = _PDFS
    supplements = []
    for index, each in enumerate(read.supplements):
        inner = supplement_worker.folder_of(folder, index)
        lost = dict(each.figures_lost)
        for number, (member, _) in enumerate(each.declared):
            pages = inner / f"declared-{number}"
            left -= 1
            if member in lost or (pages / "figures").exists():
                continue
            if left < 0:
                lost[member] = _TOO_MANY_PDFS
                continue
            if why := _run(pool, limits, read_figures, pages.with_suffix(".pdf"), member, pages):
                lost[member] = why
        supplements.append(replace(each, figures_lost=tuple(lost.items())))
    return replace(read, supplements=tuple(supplements))


def with_figures(submission: Submission, folder: Path, read: Read) -> Submission:
    """In the worker that judges: the submission with what the paper's pictures say, or why that was lost."""
    if submission.paper is None:
        return submission
    read_paper: Paper | None = load(folder, Paper, ["read.paper"])
    found: BurnedIn | None = load(folder, BurnedIn, ["figures"])
    lost = BurnedIn(why=read.figures_lost) if read.figures_lost else None
    return replace(submission, paper=replace(submission.paper, burned_in=found or lost), read_paper=read_paper)
