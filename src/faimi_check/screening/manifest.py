"""A manifest: which paper and which supplement make each submission, for layouts that cannot be guessed."""

from __future__ import annotations

from pathlib import Path

from faimi_check.screening.discover import Found, in_order, shown
from faimi_check.screening.request import Request
from faimi_check.screening.tables import TableError, read_table


def read_manifest(path: Path, base: Path) -> Found:
    """The submissions of a CSV with the columns id, paper, and if wanted supplement and cited_unpublished.

    Paths are relative to `base`. `cited_unpublished` names PDFs in the zip, separated by semicolons. A file that is
    named and not there is judged all the same, so that it has a row. Raises TableError for what cannot be used.
    """
    requests: dict[str, Request] = {}
    notes: list[str] = []
    for line, row in read_table(path, ("id", "paper"), ("supplement", "cited_unpublished")):
        if not row["id"] or not (row["paper"] or row["supplement"]):
            raise TableError(f"{path}, line {line}: an id and a paper are needed")
        if row["id"].casefold() in requests:
            raise TableError(f'{path}, line {line}: the id "{row["id"]}" occurs twice')
        paper, supplement = (base / row[part] if row[part] else None for part in ("paper", "supplement"))
        for named in filter(None, (paper, supplement)):
            if not named.is_file():
                notes.append(f"{shown(named)}: named for submission {row['id']}, but there is no such file")
        requests[row["id"].casefold()] = Request(
            id=row["id"],
            paper=paper,
            supplement=supplement,
            paper_name=row["paper"],
            supplement_name=row["supplement"],
            cited_unpublished=tuple(filter(None, map(str.strip, row["cited_unpublished"].split(";")))),
        )
    return Found(tuple(sorted(requests.values(), key=in_order)), tuple(notes))
