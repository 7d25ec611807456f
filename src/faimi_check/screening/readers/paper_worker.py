"""What is read of a paper in an isolated worker: its surface part by part, and what lies below it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from faimi_check.model.paper import Paper, Structure
from faimi_check.model.problem import OF_PAGES, Aspect, Problem
from faimi_check.screening.processes import isolation
from faimi_check.screening.readers.shelf import link, load, store

# The surface is read part by part, each on top of the one before; what lies below it is read for itself.
SURFACE_PARTS = ("pages", "visibility")
PART_WORDS = {
    "pages": "reading the pages",
    "structure": "reading the metadata and the structure",
    "visibility": "looking for hidden text",
}
PART_ASPECTS = {
    "pages": OF_PAGES,
    "structure": (Aspect.STRUCTURE, Aspect.METADATA, Aspect.OBJECTS),
    "visibility": (Aspect.VISIBILITY,),
}


def read_surface(path: Path, name: str, folder: Path, units: Mapping[int, float]) -> None:
    """Reads the parts of a paper's surface, each on top of the one before.

    `units` are the points in a page's own unit of length, by its number, where they are not 1.
    """
    from faimi_check.reading.surface import read_surface

    before = None
    for part, paper in zip(SURFACE_PARTS, read_surface(path, name, isolation.bounds().paper, units), strict=False):
        # As a rule nothing is hidden. The same file says so to whoever has begun to judge by the part before.
        if before is None or paper != before[1] or not link(folder, before[0], _file(part)):
            store(folder, _file(part), paper)
        before = _file(part), paper


def read_below(path: Path, folder: Path) -> dict[int, float]:
    """Reads what lies below a paper's pages; gives their units of length where they are not points."""
    from faimi_check.reading.pdf.structure import read_structure

    structure = read_structure(path, isolation.bounds().paper)
    store(folder, "structure", structure)
    return dict(structure.units)


def assemble_paper(folder: Path, name: str, problems: tuple[Problem, ...]) -> Paper:
    """What was read of the paper, with what went wrong on the way."""
    paper = load_surface(folder) or Paper(file=name, size=0)
    paper = replace(paper, problems=paper.problems + problems)
    return paper.with_structure(load_structure(folder))


def load_surface(folder: Path) -> Paper | None:
    """What was read of the paper's pages."""
    found: Paper | None = load(folder, Paper, [_file(part) for part in SURFACE_PARTS])
    return found


def load_structure(folder: Path) -> Structure:
    """What was read below the paper's pages."""
    found: Structure | None = load(folder, Structure, ["structure"])
    return found or Structure()


def surface_stamp(folder: Path) -> tuple[int, int, int] | None:
    """Which reading of the paper's surface lies in the folder: another one where a later part found more."""
    for part in reversed(SURFACE_PARTS):
        path = folder / _file(part)
        if path.exists():
            about = path.stat()
            return about.st_ino, about.st_mtime_ns, about.st_size
    return None


def forget_surface(folder: Path) -> None:
    """Takes away what was read of the paper's surface, so that it can be read anew."""
    for part in SURFACE_PARTS:
        (folder / _file(part)).unlink(missing_ok=True)


def finished_parts(folder: Path) -> int:
    """How many parts of the paper's surface have been read."""
    return sum((folder / _file(part)).exists() for part in SURFACE_PARTS)


def _file(part: str) -> str:
    return f"{part}.paper"
