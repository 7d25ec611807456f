"""What runs in an isolated worker when a submission has been read: judging. It can begin with the paper's pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec.structs import replace

from faimi_check.model.paper import Paper
from faimi_check.model.submission import Submission
from faimi_check.screening.readers.paper_worker import assemble_paper, load_structure, load_surface, surface_stamp
from faimi_check.screening.readers.supplement_worker import assemble_supplements
from faimi_check.screening.request import Read, Request

if TYPE_CHECKING:
    from faimi_check.engine.runs import RunsByRule


class _Begun(NamedTuple):
    """Judging that has begun: on which reading of which paper, and what it has come to so far."""

    folder: Path
    stamp: tuple[int, int, int]
    paper: Paper
    runs: RunsByRule


_begun: _Begun | None = None


def begin(request: Request, profile: Any, selection: Any, folder: Path) -> None:
    """Judges what can be judged by the paper's pages alone, for `judge` to go on with in this worker."""
    global _begun
    from faimi_check.engine import begin
    from faimi_check.model.not_read import NOT_READ

    stamp, paper = surface_stamp(folder), load_surface(folder)
    if stamp is None or paper is None or not paper.readable:
        return
    paper = paper.awaiting()
    supplements = NOT_READ if request.supplements else ()
    _begun = _Begun(folder, stamp, paper, begin(_submission(request, paper, supplements), profile, selection))


def judge(request: Request, profile: Any, selection: Any, folder: Path, read: Read) -> bytes:
    """The report on what the folder holds, as msgpack of a SubmissionReport.

    What each rule comes to is kept in the folder, for `finish`.
    """
    from faimi_check.screening.judging.kept_runs import MOST_BYTES, RUNS, keeping
    from faimi_check.screening.readers.shelf import Row

    paper, begun = _paper(request, folder, read) if request.paper else (None, {})
    with Row(folder, RUNS, MOST_BYTES) as row:
        keep = keeping(row, begun)
        return _report(request, profile, selection, folder, read, paper, begun=begun, keep=keep)


def finish(request: Request, profile: Any, selection: Any, folder: Path, read: Read, left_open: Any) -> bytes:
    """The report where `judge` did not come back: on what rules had come to by then. The others are left open."""
    from faimi_check.screening.judging.kept_runs import kept_runs

    paper = assemble_paper(folder, request.paper_name, read.paper) if request.paper else None
    begun = kept_runs(folder)
    return _report(request, profile, selection, folder, read, paper, begun=begun, left_open=left_open)


def _report(
    request: Request, profile: Any, selection: Any, folder: Path, read: Read, paper: Paper | None, **runs: Any
) -> bytes:
    from faimi_check.engine import check

    supplements = assemble_supplements(request.supplements, folder, read)
    if any(one.doubtful for one in read.supplements):
        from faimi_check.rules.supplement.cited.manuscripts import with_cited

        supplements = with_cited(supplements, paper)
    submission = _submission(request, paper, supplements)
    if request.pictures:
        from faimi_check.screening.readers.burned_in import with_figures

        submission = with_figures(submission, folder, read)
    selection = replace(selection, waived=dict(request.waived))
    return msgspec.msgpack.encode(check(submission, profile, selection, **runs))


def _paper(request: Request, folder: Path, read: Read) -> tuple[Paper, RunsByRule]:
    """The paper, and what has been judged of it already."""
    global _begun
    begun, _begun = _begun, None
    holds = begun and not read.paper and (begun.folder, begun.stamp) == (folder, surface_stamp(folder))
    if begun and holds and begun.paper.complete(load_structure(folder)):
        return begun.paper, begun.runs
    return assemble_paper(folder, request.paper_name, read.paper), {}


def _submission(request: Request, paper: Paper | None, supplements: Any) -> Submission:
    return Submission(
        id=request.id,
        paper=paper,
        supplements=supplements,
        authors=request.authors,
        cited_unpublished=request.cited_unpublished,
        title=request.title,
        other_papers=request.other_papers,
        twins=request.twins,
    )
