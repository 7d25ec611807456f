"""What runs in an isolated worker: reading, then judging.

Results go through files in a private folder that the parent made: so what a worker had finished is not lost when
it hangs or dies in the next part, and the parent never decodes what came out of a hostile file.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

import msgspec
from msgspec.structs import replace

from faimi_check.model.paper import Paper, Structure
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import EmbeddedPdf, Entry, Supplement, Video, VideoFault
from faimi_check.screening import isolation
from faimi_check.screening.request import Read, Request

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
# More PDFs than reviewers open are left unread, which the rules then say.
_MOST_PDFS = 5


def read_surface(path: Path, name: str, folder: Path, units: Mapping[int, float]) -> None:
    """Reads the parts of a paper's surface, each on top of the one before.

    `units` are the points in a page's own unit of length, by its number, where they are not 1.
    """
    from faimi_check.reading.surface import read_surface

    for part, paper in zip(SURFACE_PARTS, read_surface(path, name, isolation.bounds().paper, units), strict=False):
        store(folder, f"{part}.paper", paper)


def read_below(path: Path, folder: Path) -> dict[int, float]:
    """Reads what lies below a paper's pages; gives their units of length where they are not points."""
    from faimi_check.reading.pdf.structure import read_structure

    structure = read_structure(path, isolation.bounds().paper)
    store(folder, "structure", structure)
    return dict(structure.units)


def read_archive(path: Path, name: str, declared: tuple[str, ...], folder: Path) -> tuple[list[str], list[str]]:
    """Reads a zip; gives the members to decode as videos, and the declared PDFs, which are put into the folder."""
    from faimi_check.reading.zip.archive import read_supplement
    from faimi_check.reading.zip.members import decode_members, extract_member

    supplement = read_supplement(path, name, isolation.bounds().archive)
    store(folder, "supplement", supplement)
    papers = [pdf.member for pdf in supplement.pdfs if pdf.member in declared]
    for index, member in enumerate(papers):
        extract_member(path, member, folder / f"declared-{index}.pdf", isolation.bounds().archive)
    return list(decode_members(supplement)), papers


def take_pdfs(path: Path, name: str, known: tuple[str, ...], bare: bool, folder: Path) -> list[str]:
    """Puts the PDFs of a supplement that were not declared into the folder; gives their names.

    `known` are those that are there already. Where the call takes a `bare` PDF, such a supplement becomes one of a
    single entry.
    """
    from faimi_check.reading.zip.members import extract_member

    supplement = load(folder, Supplement, ["supplement"])
    if supplement is None:
        return []
    if bare and supplement.mime == "application/pdf" and not supplement.is_zip:
        shutil.copyfile(path, folder / f"declared-{len(known)}.pdf")
        member = PurePath(name).name
        whole = Entry(
            name=member, size=supplement.size, compressed=supplement.size, mime=supplement.mime, container="pdf"
        )
        pdfs = (EmbeddedPdf(member=member),)
        store(folder, "supplement", replace(supplement, entries=(whole,), pdfs=pdfs, problems=()))
        return [member]
    # What begins within another file is no PDF of its own.
    members = [pdf.member for pdf in supplement.pdfs if pdf.member not in known and not pdf.offset][:_MOST_PDFS]
    for index, member in enumerate(members, start=len(known)):
        extract_member(path, member, folder / f"declared-{index}.pdf", isolation.bounds().archive)
    return members


def read_one_video(path: Path, member: str, folder: Path, index: int) -> float:
    """Decodes one video of the zip; gives the seconds of processor time that it took."""
    from faimi_check.reading.video.video import read_video

    start = time.process_time()
    store(folder, f"video-{index}", read_video(path, member, isolation.bounds().video))
    return time.process_time() - start


def addresses(folder: Path, hosts: tuple[str, ...]) -> tuple[str, ...]:
    """The codec addresses in the READMEs of the zip that was read."""
    from faimi_check.rules.supplement.readme.address import codec_addresses

    supplement = load(folder, Supplement, ["supplement"])
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
    if request.pictures:
        from faimi_check.screening.burned_in import with_burned_in

        submission = with_burned_in(submission, folder, read)
    selection = replace(selection, waived=dict(request.waived))
    return msgspec.msgpack.encode(check(submission, profile, selection))


def assemble_paper(folder: Path, name: str, problems: tuple[Problem, ...]) -> Paper:
    """What was read of the paper, with what went wrong on the way."""
    paper = load(folder, Paper, [f"{part}.paper" for part in SURFACE_PARTS]) or Paper(file=name, size=0)
    paper = msgspec.structs.replace(paper, problems=paper.problems + problems)
    return paper.with_structure(load(folder, Structure, ["structure"]) or Structure())


def _assemble_supplement(folder: Path, name: str, read: Read) -> Supplement:
    supplement = load(folder, Supplement, ["supplement"]) or Supplement(file=name, size=0)
    lost = {problem.member: problem for problem in read.supplement if problem.member}
    videos = [
        load(folder, Video, [f"video-{index}"]) or _not_decoded(member, lost.get(member))
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


def _not_decoded(member: str, problem: Problem | None) -> Video:
    detail = problem.detail if problem else "was not decoded"
    nobodys_fault = problem is not None and problem.kind in (ProblemKind.MACHINE, ProblemKind.BUG)
    return Video(member=member, container="", error=detail, fault=VideoFault.NOT_REACHED if nobodys_fault else None)


def forget_surface(folder: Path) -> None:
    """Takes away what was read of the paper's surface, so that it can be read anew."""
    for part in SURFACE_PARTS:
        (folder / f"{part}.paper").unlink(missing_ok=True)


def finished_parts(folder: Path) -> int:
    """How many parts of the paper's surface have been read."""
    return sum((folder / f"{part}.paper").exists() for part in SURFACE_PARTS)


def store(folder: Path, name: str, value: object) -> None:
    """Written under another name first, so that a worker that is killed leaves no half a file."""
    draft = folder / f"{name}.draft"
    draft.write_bytes(msgspec.msgpack.encode(value))
    draft.replace(folder / name)


def load(folder: Path, kind: type[Any], names: list[str]) -> Any:
    """The last of the named results that is there, or None."""
    for name in reversed(names):
        path = folder / name
        if path.exists():
            return msgspec.msgpack.Decoder(kind).decode(path.read_bytes())
    return None
