"""Which files to judge: a paper, a supplement, both, or the folder that holds them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from faimi_check.interface.errors import UnusableError
from faimi_check.model.submission import KnownAuthor
from faimi_check.model.text.counted import first_of
from faimi_check.reading.there import is_file, is_folder
from faimi_check.rules.commands import shell_word
from faimi_check.screening.request import Request, handed, shown_name

_ADDRESS = re.compile(r"(https?|ftp|file|s3):/+", re.IGNORECASE)
_STREAMS = re.compile(r"-|/dev/(?:stdin|fd/\d+)|/proc/self/fd/\d+")
_SOURCES = {
    **dict.fromkeys((".tex", ".ltx", ".bib"), "this is LaTeX source: build the PDF (latexmk -pdf) and check that"),
    **dict.fromkeys((".dvi", ".ps", ".eps"), "this is no PDF: convert it and check the PDF that you will upload"),
    **dict.fromkeys(
        (".doc", ".docx", ".odt", ".rtf", ".pages"), "this is a word processor's file: export it as PDF and check that"
    ),
    **dict.fromkeys((".md", ".txt", ".typ"), "this is text, not a PDF: check the PDF that you will upload"),
}
_PDF_SIGN = b"%PDF-"
_VIDEOS = (".avi", ".mp4", ".wmv", ".mov", ".m4v", ".mkv", ".webm")
_PACKED = (".tar", ".tgz", ".gz", ".bz2", ".tbz", ".tbz2", ".xz", ".txz", ".zst", ".7z", ".rar")
_NAMED = 5


def request_of(paper: Path | None, supplements: Sequence[Path] = (), cited_unpublished: Iterable[str] = ()) -> Request:
    """One submission out of what was named. Raises UnusableError where it is missing, or leaves a choice.

    A zip alone, or what by its name should have been one, may stand in the paper's place: only the supplement is
    judged then.
    """
    for path in filter(None, (paper, *supplements)):
        _refuse_what_is_no_file(path)
    if paper is not None and is_folder(paper):
        folder = paper
        paper = _only(folder, "paper.pdf", ".pdf")
        if not supplements and (own := _only(folder, "supplement.zip", ".zip")):
            supplements = (own,)
        if paper is None and not supplements:
            raise UnusableError(f"{folder}: this folder holds no PDF")
    if paper is not None and _is_supplement(paper):
        if supplements and (paper.suffix.lower() == ".zip" or not all(map(_is_supplement, supplements))):
            raise UnusableError(f"the paper comes first: faimi-check check {_word(supplements[0])} {_word(paper)}")
        supplements, paper = (paper, *supplements), None
    paper = existing_file(paper, "paper") if paper else None
    supplements = [existing_file(path, "supplement") for path in dict.fromkeys(supplements)]
    if paper is not None:
        _refuse_sources(paper)
    declared = tuple(cited_unpublished)
    if declared and not supplements:
        raise UnusableError(f"{declared[0]} is declared as the copy of a cited paper, but no supplement was given")
    if paper is None and not supplements:
        raise UnusableError("neither a paper nor a supplement was given")
    named = paper or supplements[0]
    return Request(
        id=shown_name(Path(named.stem)),
        paper=paper,
        supplements=handed((path, shown_name(path)) for path in supplements),
        paper_name=shown_name(paper) if paper else "",
        cited_unpublished=declared,
    )


def brings_its_own(paper: Path) -> bool:
    """Whether what stands in the paper's place holds the supplement, or is it."""
    return is_folder(paper) or _is_supplement(paper)


def _is_supplement(path: Path) -> bool:
    """Whether a file is handed in beside a paper, and is none: a zip, or by its name what should have been put into one
    or packed as one."""
    suffix = path.suffix.lower()
    if suffix == ".zip":
        return True
    packed = suffix in _PACKED and not path.stem.lower().endswith(".pdf")
    return (packed or suffix in _VIDEOS) and not _begins_as_pdf(path)


def _refuse_what_is_no_file(path: Path) -> None:
    if address := _ADDRESS.match(path.as_posix()):
        # A path holds no two slashes in a row.
        written = f"{address[1]}://{path.as_posix()[address.end() :]}"
        raise UnusableError(f"{written}: this is a web address: download the file and check that")
    if _STREAMS.fullmatch(str(path)):
        raise UnusableError(f"{path}: a paper is read more than once, so save it as a file and check that")


def _refuse_sources(paper: Path) -> None:
    """Raises UnusableError for what a paper is made from; what is in the file counts more than its name."""
    said = _SOURCES.get(paper.suffix.lower())
    if said is not None and _begins_as_pdf(paper) is False:
        raise UnusableError(f"paper {shown_name(paper)}: {said}")


def _begins_as_pdf(path: Path) -> bool | None:
    """None where there is no file to look into."""
    try:
        if not is_file(path):
            return None
        with path.open("rb") as file:
            return _PDF_SIGN in file.read(1024)
    except OSError:
        return None


def existing_file(path: Path, what: str) -> Path:
    """The path, if there is something there that is not a folder. Raises UnusableError otherwise."""
    if not os.path.lexists(path):
        raise UnusableError(f"{what} {path}: no such file")
    if is_folder(path):
        raise UnusableError(f"{what} {path}: this is a folder, not a file")
    if is_file(path) and not os.access(path, os.R_OK):
        raise UnusableError(f"{what} {path}: may not be read (permissions)")
    return path


def _word(path: Path) -> str:
    return shell_word(shown_name(path))


def _only(folder: Path, usual: str, suffix: str) -> Path | None:
    """The file with the usual name, else the only one with the suffix."""
    found = _with_suffix(folder, suffix)
    if len(found) > 1:
        found = [path for path in found if path.name.lower() == usual] or found
    if len(found) > 1:
        raise UnusableError(f"which one? The folder holds {_some(found)}")
    return found[0] if found else None


def _with_suffix(folder: Path, suffix: str) -> list[Path]:
    """What lies in the folder itself. What a name hides is a program's: macOS leaves a ._paper.pdf beside each."""
    files = (path for path in folder.iterdir() if path.suffix.lower() == suffix and not path.name.startswith("."))
    return sorted(path for path in files if not is_folder(path))


def _some(files: Iterable[Path]) -> str:
    return first_of((shown_name(Path(path.name)) for path in files), _NAMED)


def left_aside(folder: Path, request: Request) -> str:
    """Which files of the folder that might be handed in are no part of the request that was made of it; "" for none.

    Videos are those of the zip, if there is one.
    """
    taken = {path.resolve() for path in (request.paper, *(one.path for one in request.supplements)) if path}
    kinds = (".pdf", ".zip") if request.supplements else (".pdf", ".zip", *_VIDEOS)
    left = [path for suffix in kinds for path in _with_suffix(folder, suffix) if path.resolve() not in taken]
    return f"left aside in {shown_name(folder)}: {_some(left)}" if left else ""


def authors_of(path: Path, request: Request) -> tuple[KnownAuthor, ...]:
    """The authors of this submission, by the number in its name where the list gives authors to papers; else everyone.

    Raises UnusableError for a list that cannot be read, or that gives no authors to this submission.
    """
    from faimi_check.screening.lists.authors import AuthorListError, read_authors

    try:
        listed = read_authors(existing_file(path, "author list"))
    except AuthorListError as error:
        raise UnusableError(f"{path}: {error}") from error
    if not listed.papers:
        return listed.everyone()
    file = request.paper or next((one.path for one in request.supplements), None)
    for paper_id in _ids(file) if file else ():
        if listed.holds(paper_id):
            return listed.of(paper_id)
    name = shown_name(Path(file.name)) if file else "this submission"
    raise UnusableError(
        f"{shown_name(path)} lists authors paper by paper, and none for {name}: "
        "name the file by its paper's id, or give a plain list of its authors"
    )


def _ids(file: Path) -> Iterator[str]:
    """What the submission may be called in a conference's export: by its name, its only number, or its folder."""
    from faimi_check.screening.collecting.naming import is_generic, is_id, name_parts

    named = name_parts(file.name)
    yield named.id
    yield file.stem
    numbers = re.findall(r"\d+", file.stem)
    if len(numbers) == 1:
        yield numbers[0]
    folder = file.resolve().parent.name
    if is_generic(named.base) and is_id(folder):
        yield from (folder, *re.findall(r"\d+", folder))
