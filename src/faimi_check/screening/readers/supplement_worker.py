"""What is read of supplements in an isolated worker: each file that was handed in by itself, in a folder of its own.

A file that is no zip is put into one of our own there, and is then read as a zip is.
"""

from __future__ import annotations

import errno
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from faimi_check.model.burned_in import BurnedIn
from faimi_check.model.paper import Paper
from faimi_check.model.problem import OF_SUPPLEMENT, Problem, ProblemKind
from faimi_check.model.supplement import Supplement
from faimi_check.model.video import Video, VideoFault
from faimi_check.reading.limits import ArchiveLimits
from faimi_check.screening.processes import isolation
from faimi_check.screening.readers.paper_worker import assemble_paper, load_surface
from faimi_check.screening.readers.shelf import load, store
from faimi_check.screening.request import Handed, Read, ReadSupplement

# More PDFs than reviewers open are left unread, which the rules then say.
_MOST_PDFS = 5
_LOOSE = "loose.zip"
Item = TypeVar("Item")


class Contents(NamedTuple):
    """What the parent must know of a file that was read: whether it came loose, its videos, the PDFs taken out, and
    how many others there are."""

    loose: bool
    videos: tuple[str, ...]
    declared: tuple[str, ...]
    undeclared: int


def container_of(handed: Handed, read: ReadSupplement, folder: Path) -> Path:
    """The zip that holds the members: the file itself, or the one into which a loose file was put."""
    return folder / _LOOSE if read.loose else handed.path


def read_handed(handed: Handed, declared: tuple[str, ...], folder: Path) -> Contents:
    """Reads one file; PDFs of the names in `declared`, and those that its READMEs declare, are put into the folder."""
    from faimi_check.reading.zip.archive import read_supplement
    from faimi_check.reading.zip.loose import is_loose
    from faimi_check.reading.zip.members import decode_members, extract_member
    from faimi_check.rules.supplement.readme.declaring import declared_pdfs

    bounds = isolation.bounds().archive
    supplement = read_supplement(handed.path, handed.name, bounds)
    loose = is_loose(supplement)
    if loose:
        supplement = _looked_into(handed, supplement, folder / _LOOSE, bounds)
        loose = bool(supplement.loose)
    store(folder, "supplement", supplement)
    container = folder / _LOOSE if loose else handed.path
    declared += declared_pdfs(supplement.readmes, (pdf.member for pdf in supplement.pdfs))
    papers = dict.fromkeys(pdf.member for pdf in supplement.pdfs if pdf.member in declared)
    for index, member in enumerate(papers):
        extract_member(container, member, folder / f"declared-{index}.pdf", bounds)
    others = sum(pdf.member not in papers and not pdf.offset for pdf in supplement.pdfs)
    return Contents(loose, tuple(decode_members(supplement)), tuple(papers), others)


def _looked_into(handed: Handed, supplement: Supplement, target: Path, bounds: ArchiveLimits) -> Supplement:
    from faimi_check.reading.zip.loose import read_loose

    try:
        return read_loose(handed.path, handed.entry, target, supplement, bounds)
    except OSError as error:
        if error.errno != errno.EFBIG or isolation.lent_to_write() is not None:
            raise
        detail = "Not checked: the file is too large to be looked into."
        problem = Problem(kind=ProblemKind.LIMIT, aspects=OF_SUPPLEMENT, detail=detail, fatal=True)
        return replace(supplement, problems=(problem,))


def pack_again(handed: Handed, target: Path) -> None:
    """Puts a loose file into a zip at `target`, as `read_handed` does."""
    from faimi_check.reading.zip.loose import pack_loose

    pack_loose(handed.path, handed.entry, target)


def take_pdfs(container: Path, known: tuple[str, ...], folder: Path) -> list[str]:
    """Puts the PDFs that were not declared into the folder; gives their names. `known` are those that are there."""
    from faimi_check.reading.zip.members import extract_member

    supplement = load(folder, Supplement, ["supplement"])
    if supplement is None:
        return []
    # What begins within another file is no PDF of its own.
    members = [pdf.member for pdf in supplement.pdfs if pdf.member not in known and not pdf.offset][:_MOST_PDFS]
    for index, member in enumerate(members, start=len(known)):
        extract_member(container, member, folder / f"declared-{index}.pdf", isolation.bounds().archive)
    return members


def cites_unpublished(folder: Path) -> bool:
    """Whether the paper whose pages lie in the folder cites one that is not published yet."""
    from faimi_check.rules.supplement.cited.manuscripts import unpublished

    paper = load_surface(folder)
    return paper is not None and bool(unpublished(paper))


def read_one_video(path: Path, member: str, folder: Path, index: int) -> float:
    """Decodes one video of the zip; gives the seconds of processor time that it took."""
    from faimi_check.reading.video.video import read_video

    start = time.process_time()
    bounds = isolation.bounds()
    store(folder, f"video-{index}", read_video(path, member, bounds.video, bounds.archive))
    return time.process_time() - start


def addresses(handed: Sequence[Handed], folder: Path, read: Read, hosts: tuple[str, ...]) -> tuple[str, ...]:
    """The codec addresses in the READMEs of all that was handed in."""
    from faimi_check.rules.supplement.readme.address import codec_addresses

    found = (codec_addresses(supplement, hosts) for supplement in assemble_supplements(handed, folder, read))
    return tuple(dict.fromkeys(address for each in found for address in each))


def folder_of(folder: Path, index: int) -> Path:
    """Where what is read of the file of that number lies."""
    return folder / f"supplement-{index}"


def assemble_supplements(handed: Sequence[Handed], folder: Path, read: Read) -> tuple[Supplement, ...]:
    """The zips as they were read, and all that came without one as if it lay in one."""
    found = [
        replace(_assemble(one, folder_of(folder, index), each), addresses=read.addresses)
        for index, (one, each) in enumerate(zip(handed, read.supplements, strict=True))
    ]
    loose = [one for one in found if one.loose]
    together = _together(loose) if loose else ()
    return (*(one for one in found if not one.loose), *together)


def _assemble(handed: Handed, folder: Path, read: ReadSupplement) -> Supplement:
    supplement = load(folder, Supplement, ["supplement"]) or Supplement(file=handed.name, size=0)
    lost = {problem.member: problem for problem in read.problems if problem.member}
    frames_lost = dict(read.frames_lost)
    videos = [
        _with_frames(
            load(folder, Video, [f"video-{index}"]) or _not_decoded(member, lost.get(member)),
            load(folder, BurnedIn, [f"frames-{index}"]),
            frames_lost.get(member, ""),
        )
        for index, member in enumerate(read.videos)
    ]
    papers = {
        member: _declared(folder / f"declared-{index}", member, problems, dict(read.figures_lost).get(member, ""))
        for index, (member, problems) in enumerate(read.declared)
    }
    sure = {member for member, _ in read.declared[: len(read.declared) - read.doubtful]}
    pdfs = tuple(
        replace(pdf, declared=pdf.member in sure, paper=papers[pdf.member][0], read_paper=papers[pdf.member][1])
        if pdf.member in papers
        else pdf
        for pdf in supplement.pdfs
    )
    return replace(supplement, videos=tuple(videos), pdfs=pdfs, problems=supplement.problems + read.problems)


def _declared(folder: Path, member: str, problems: tuple[Problem, ...], lost: str) -> tuple[Paper, Paper | None]:
    """A PDF of the supplement, and the same with the words of its scanned pages, if they were read."""
    paper = assemble_paper(folder, member, problems)
    found = load(folder, BurnedIn, ["figures"]) or (BurnedIn(why=lost) if lost else None)
    return replace(paper, burned_in=found), load(folder, Paper, ["read.paper"])


def _with_frames(video: Video, found: BurnedIn | None, lost: str) -> Video:
    """With what is written in its frames; with nothing of the kind where nobody looked."""
    return replace(video, burned_in=found or (BurnedIn(why=lost) if lost else None))


def _together(loose: Sequence[Supplement]) -> tuple[Supplement]:
    if len(loose) == 1:
        return (loose[0],)
    together = Supplement(
        file=", ".join(file for one in loose for file in one.handed_in),
        size=sum(one.size for one in loose),
        entries=_gathered(one.entries for one in loose),
        faults=_gathered(one.faults for one in loose),
        videos=_gathered(one.videos for one in loose),
        readmes=_gathered(one.readmes for one in loose),
        pdfs=_gathered(one.pdfs for one in loose),
        names=_gathered(one.names for one in loose),
        addresses=loose[0].addresses,
        problems=_gathered(one.problems for one in loose),
        loose=_gathered(one.loose for one in loose),
    )
    return (together,)


def _gathered(parts: Iterable[tuple[Item, ...]]) -> tuple[Item, ...]:
    return tuple(item for part in parts for item in part)


def _not_decoded(member: str, problem: Problem | None) -> Video:
    detail = problem.detail if problem else "was not decoded"
    nobodys_fault = problem is not None and problem.kind in (ProblemKind.MACHINE, ProblemKind.BUG)
    return Video(member=member, container="", error=detail, fault=VideoFault.NOT_REACHED if nobodys_fault else None)
