"""What runs in an isolated worker: reading, then judging.

Results go through files in a private folder that the parent made: so what a worker had finished is not lost when
it hangs or dies in the next part, and the parent never decodes what came out of a hostile file.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from faimi_check.model.paper import Paper, Structure
from faimi_check.model.problem import Aspect, Problem
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement, Video
from faimi_check.screening.request import Read, Request, WorkerLimits

# The surface is read part by part, each on top of the one before; what lies below it is read for itself.
SURFACE_PARTS = ("pages", "visibility")
PART_WORDS = {
    "pages": "reading the pages",
    "structure": "reading the metadata and the structure",
    "visibility": "looking for hidden text",
}
PART_ASPECTS = {
    "pages": tuple(Aspect)[:6],
    "structure": (Aspect.STRUCTURE, Aspect.METADATA, Aspect.OBJECTS),
    "visibility": (Aspect.VISIBILITY,),
}


OUT_OF_MEMORY = 77
_GRACE_SECONDS = 2.0
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000


# What this worker reads by; set once, when it starts.
_bounds = WorkerLimits()


def isolate(limits: WorkerLimits) -> None:
    """Runs first in each worker: bounds its resources, silences it, and takes the network away."""
    global _bounds
    _bounds = limits
    # The system ends the worker on SIGTERM at once; a handler in Python would wait until native code returns.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    os.close(null)
    _leave_network()
    sys.addaudithook(_refuse_network)
    try:
        import resource
    except ImportError:  # pragma: no cover - Windows has no rlimits; the time limit still holds there
        return
    for name, bound in (
        ("RLIMIT_AS", limits.memory),
        ("RLIMIT_NOFILE", limits.open_files),
        ("RLIMIT_FSIZE", limits.written_bytes),
        ("RLIMIT_CORE", 0),
    ):
        kind = getattr(resource, name)
        _, hard = resource.getrlimit(kind)
        bound = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        try:
            resource.setrlimit(kind, (bound, bound))
        except (OSError, ValueError):  # pragma: no cover - some systems refuse some bounds
            continue


def _leave_network() -> None:
    """Moves to a network namespace without interfaces, where the system lets us: this binds native code as well."""
    if sys.platform == "linux":
        import ctypes

        unshare = getattr(ctypes.CDLL(None), "unshare", None)
        if unshare is not None:
            # Root keeps its rights over files only outside of a user namespace; others need one.
            unshare(_CLONE_NEWNET if os.geteuid() == 0 else _CLONE_NEWUSER | _CLONE_NEWNET)


def _refuse_network(event: str, _: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind", "subprocess.Popen", "os.system", "os.exec"):
        raise PermissionError("a worker opens no connection and starts no program")


def within(seconds: float, call: Callable[..., Any], *arguments: Any) -> Any:
    """The call's result. The system's alarm ends a worker that outlives its time limit and whoever watched it.

    A worker that ran out of memory ends too: what is left of its address space would fail the next file.
    """
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE_SECONDS)
    try:
        return call(*arguments)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)


def read_surface(path: Path, name: str, folder: Path, units: Mapping[int, float]) -> None:
    """Reads the parts of a paper's surface, each on top of the one before.

    `units` are the points in a page's own unit of length, by its number, where they are not 1.
    """
    from faimi_check.reading.surface import read_surface

    for part, paper in zip(SURFACE_PARTS, read_surface(path, name, _bounds.paper, units), strict=False):
        _store(folder, f"{part}.paper", paper)


def read_below(path: Path, folder: Path) -> dict[int, float]:
    """Reads what lies below a paper's pages; gives their units of length where they are not points."""
    from faimi_check.reading.pdf.structure import read_structure

    structure = read_structure(path, _bounds.paper)
    _store(folder, "structure", structure)
    return dict(structure.units)


def read_archive(path: Path, name: str, declared: tuple[str, ...], folder: Path) -> tuple[list[str], list[str]]:
    """Reads a zip; gives the members to decode as videos, and the declared PDFs, which are put into the folder."""
    from faimi_check.reading.zip.archive import decode_members, extract_member, read_supplement

    supplement = read_supplement(path, name, _bounds.archive)
    _store(folder, "supplement", supplement)
    papers = [pdf.member for pdf in supplement.pdfs if pdf.member in declared]
    for index, member in enumerate(papers):
        extract_member(path, member, folder / f"declared-{index}.pdf", _bounds.archive)
    return list(decode_members(supplement)), papers


def read_one_video(path: Path, member: str, folder: Path, index: int) -> None:
    """Decodes one video of the zip."""
    from faimi_check.reading.video.video import read_video

    _store(folder, f"video-{index}", read_video(path, member, _bounds.video))


def addresses(folder: Path, hosts: tuple[str, ...]) -> tuple[str, ...]:
    """The codec addresses in the READMEs of the zip that was read."""
    from faimi_check.rules.supplement.readme.address import codec_addresses

    supplement = _load(folder, Supplement, ["supplement"])
    return codec_addresses(supplement, hosts) if supplement else ()


def judge(request: Request, profile: Any, selection: Any, folder: Path, read: Read) -> bytes:
    """The report on what the folder holds, as msgpack of a SubmissionReport."""
    from faimi_check.engine import check

    submission = Submission(
        id=request.id,
        paper=assemble_paper(folder, request.paper_name, read.paper) if request.paper else None,
        supplement=_assemble_supplement(folder, request.supplement_name, read) if request.supplement else None,
        authors=request.authors,
        cited_unpublished=request.cited_unpublished,
        title=request.title,
        other_papers=request.other_papers,
        twins=request.twins,
    )
    selection = replace(selection, waived=dict(request.waived))
    return msgspec.msgpack.encode(check(submission, profile, selection))


def assemble_paper(folder: Path, name: str, problems: tuple[Problem, ...]) -> Paper:
    """What was read of the paper, with what went wrong on the way."""
    paper = _load(folder, Paper, [f"{part}.paper" for part in SURFACE_PARTS]) or Paper(file=name, size=0)
    paper = msgspec.structs.replace(paper, problems=paper.problems + problems)
    return paper.with_structure(_load(folder, Structure, ["structure"]) or Structure())


def _assemble_supplement(folder: Path, name: str, read: Read) -> Supplement:
    supplement = _load(folder, Supplement, ["supplement"]) or Supplement(file=name, size=0)
    broken = {problem.member: problem.detail for problem in read.supplement if problem.member}
    videos = [
        _load(folder, Video, [f"video-{index}"])
        or Video(member=member, container="", error=broken.get(member, "was not decoded"))
        for index, member in enumerate(read.videos)
    ]
    papers = {
        member: assemble_paper(folder / f"declared-{index}", member, problems)
        for index, (member, problems) in enumerate(read.declared)
    }
    pdfs = tuple(
        msgspec.structs.replace(pdf, declared=True, paper=papers[pdf.member]) if pdf.member in papers else pdf
        for pdf in supplement.pdfs
    )
    problems = supplement.problems + read.supplement
    return msgspec.structs.replace(
        supplement, videos=tuple(videos), pdfs=pdfs, addresses=read.addresses, problems=problems
    )


def forget_surface(folder: Path) -> None:
    """Takes away what was read of the paper's surface, so that it can be read anew."""
    for part in SURFACE_PARTS:
        (folder / f"{part}.paper").unlink(missing_ok=True)


def finished_parts(folder: Path) -> int:
    """How many parts of the paper's surface have been read."""
    return sum((folder / f"{part}.paper").exists() for part in SURFACE_PARTS)


def _store(folder: Path, name: str, value: object) -> None:
    """Written under another name first, so that a worker that is killed leaves no half a file."""
    draft = folder / f"{name}.draft"
    draft.write_bytes(msgspec.msgpack.encode(value))
    draft.replace(folder / name)


def _load(folder: Path, kind: type[Any], names: list[str]) -> Any:
    """The last of the named results that is there, or None."""
    for name in reversed(names):
        path = folder / name
        if path.exists():
            return msgspec.msgpack.Decoder(kind).decode(path.read_bytes())
    return None
