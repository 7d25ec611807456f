"""Which files make which submission, for a terminal, before a run."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.table import Table
from rich.text import Text

from faimi_check.report.terminal.console import composing_console
from faimi_check.report.wording.escape import printable
from faimi_check.report.wording.words import plural


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """One submission: its files, none where there are none, how many authors are known, and the title in the list."""

    id: str
    paper: str
    supplements: tuple[str, ...]
    authors: int
    title: str


def render(pairings: Sequence[Pairing], *, width: int) -> str:
    """A row a submission, then how many there are."""
    console, stream = composing_console(width, color=False)
    table = Table(box=None, pad_edge=False)
    for heading in ("id", "paper", "supplement", "authors", "title"):
        table.add_column(heading, overflow="fold", no_wrap=heading == "id")
    for each in pairings:
        supplements = "\n".join(map(printable, each.supplements))
        cells = (printable(each.id), printable(each.paper), supplements, str(each.authors or ""), printable(each.title))
        table.add_row(*(Text(cell or "-") for cell in cells))
    console.print(table)
    with_supplement = sum(bool(each.supplements) for each in pairings)
    console.print(
        Text(f"{plural(len(pairings), 'submission')}, {with_supplement} with a supplement; nothing was judged.")
    )
    return stream.getvalue()
