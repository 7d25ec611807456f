"""Which files make which submission, for a terminal, before a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from rich.table import Table
from rich.text import Text

from faimi_check.model.text.counted import plural
from faimi_check.report.terminal.console import composing_console
from faimi_check.report.wording.escape import printable
from faimi_check.report.wording.layout import hanging

_HEADINGS = ("id", "paper", "supplement", "authors", "title")
_LABEL = max(map(len, _HEADINGS))
_LEAST_TITLE = 24
_UNBOUNDED = 10_000
# What is longer would push the other columns out of every row.
_LONGEST = 88


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """One submission: its files, none where there are none, how many authors are known, and the title in the list."""

    id: str
    paper: str
    supplements: tuple[str, ...]
    authors: int
    title: str


def render(pairings: Sequence[Pairing], *, width: int | None) -> str:
    """A row a submission, then how many there are; a long path has its middle cut out, and none is broken.

    Where they do not fit into `width` columns, each submission has its own lines; None is for as many as it takes.
    """
    whole = [_cells(each) for each in pairings]
    rows = [(*(_shortened(cell) for cell in row[:-1]), row[-1]) for row in whole]
    columns = [max(len(line) for row in (_HEADINGS, *rows) for line in row[at].split("\n")) for at in range(4)]
    titled = any(each.title for each in pairings)
    needed = sum(columns) + 2 * len(columns) + (_LEAST_TITLE if titled else len(_HEADINGS[-1]))
    listed = _table(rows, width or _UNBOUNDED) if width is None or needed <= width else _blocks(whole, width)
    with_supplement = sum(bool(each.supplements) for each in pairings)
    said = f"{plural(len(pairings), 'submission')}, {with_supplement} with a supplement; nothing was judged."
    return "".join(f"{line}\n" for line in (*listed, *hanging(said, width)))


def _cells(each: Pairing) -> tuple[str, ...]:
    supplements = "\n".join(map(printable, each.supplements))
    cells = (printable(each.id), printable(each.paper), supplements, str(each.authors or ""), printable(each.title))
    return tuple(cell or "-" for cell in cells)


def _shortened(cell: str) -> str:
    """Each line with its beginning and its end, which tell a file."""
    half = _LONGEST // 2
    return "\n".join(
        line if len(line) <= _LONGEST else f"{line[: half - 3]}...{line[-half:]}" for line in cell.split("\n")
    )


def _table(rows: Sequence[tuple[str, ...]], width: int) -> Iterator[str]:
    console, stream = composing_console(width, color=False)
    table = Table(box=None, pad_edge=False)
    for heading in _HEADINGS:
        table.add_column(heading, overflow="fold", no_wrap=heading != _HEADINGS[-1])
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)
    yield from (line.rstrip() for line in stream.getvalue().splitlines())


def _blocks(rows: Sequence[tuple[str, ...]], width: int) -> Iterator[str]:
    for id, *cells in rows:
        yield id
        for heading, cell in zip(_HEADINGS[1:], cells, strict=True):
            head = f"  {heading:<{_LABEL}} "
            for line in cell.split("\n") if cell != "-" else ():
                yield from hanging(line, width if heading == _HEADINGS[-1] else None, head)
