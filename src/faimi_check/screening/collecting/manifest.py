"""A manifest: which paper and which supplement make each submission, for layouts that cannot be guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from faimi_check.model.text.id_list import some_of
from faimi_check.reading.there import is_file
from faimi_check.screening.collecting.pairing import Found, in_order, unused
from faimi_check.screening.collecting.places import walk
from faimi_check.screening.lists.tables import TableError, read_table
from faimi_check.screening.request import Request, handed, shown_name


def read_manifest(path: Path, base: Path, leave_out: Path | None = None, called: Path | None = None) -> Found:
    """The submissions of a CSV with the columns id, paper, and if wanted supplement and cited_unpublished.

    Paths are relative to `base`. A paper and a supplement may be several files, and `cited_unpublished` names PDFs in
    the zip, all separated by semicolons; each paper is judged, as where an export holds several. A file that is named
    and not there leaves its submission a row, for the chair to look at. PDFs below `base` that no row names are said,
    but those below `leave_out`; `called` is what the user calls the base. Raises TableError for what cannot be used.
    """
    rows = list(read_table(path, ("id", "paper"), ("supplement", "cited_unpublished")))
    used: set[str] = set()
    for line, row in rows:
        if not row["id"] or not (row["paper"] or row["supplement"]):
            raise TableError(f"{path}, line {line}: an id and a paper are needed")
        if row["id"].casefold() in used:
            raise TableError(f'{path}, line {line}: the id "{row["id"]}" occurs twice')
        used.add(row["id"].casefold())
    requests: list[Request] = []
    notes: list[str] = []
    named: set[Path] = set()
    for line, row in rows:
        papers, supplements = _papers_in(row["paper"], base), _names_in(row["supplement"])
        files = {name: base / name for name in (*papers, *supplements)}
        absent = [name for name, file in files.items() if not is_file(file)]
        named.update(file.absolute() for file in files.values())
        notes += [
            f"{path}, line {line}: there is no {name} in {shown_name(called or base)}; please correct the manifest"
            for name in absent
        ]
        requests += _requests(row, files, papers, supplements, absent, used)
    return Found(tuple(sorted(requests, key=in_order)), (*_not_named(base, leave_out, named), *notes))


def _requests(
    row: Mapping[str, str],
    files: Mapping[str, Path],
    papers: Sequence[str],
    supplements: Sequence[str],
    absent: Sequence[str],
    used: set[str],
) -> Iterator[Request]:
    """One for each paper of a row; the supplement goes with the first."""
    for index, paper in enumerate(papers or ("",)):
        own = (paper, *(() if index else supplements))
        yield Request(
            id=unused(row["id"], index, used),
            number=row["id"],
            paper=None if paper in absent else files.get(paper),
            supplements=handed((files[name], name) for name in own[1:] if name not in absent),
            paper_name=paper,
            cited_unpublished=_names_in(row["cited_unpublished"]),
            other_papers=tuple(name for name in papers if name != paper and name not in absent),
            missing=tuple(name for name in absent if name in own),
        )


def _papers_in(cell: str, base: Path) -> tuple[str, ...]:
    """A semicolon may stand in a file's own name: several are there only where each has an ending of its own."""
    names = _names_in(cell)
    return names if all(Path(name).suffix for name in names) and not is_file(base / cell) else (cell,)


def _names_in(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(str.strip, cell.split(";")))))


def _not_named(base: Path, leave_out: Path | None, named: set[Path]) -> Iterator[str]:
    """The PDFs that lie there and would stay unjudged in silence."""
    notes: list[str] = []
    unnamed = [
        place.shown
        for place in walk(base, leave_out.absolute() if leave_out else None, notes)
        if place.parts[-1].lower().endswith(".pdf") and place.path not in named
    ]
    if unnamed:
        said = "PDF is" if len(unnamed) == 1 else "PDFs are"
        yield f"{len(unnamed)} {said} named by no row of the manifest and not judged: {some_of(unnamed)}"
    yield from notes
