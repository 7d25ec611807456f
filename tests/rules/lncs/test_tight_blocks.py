"""LNCS003 on parts that stand closer: tampering, and a last paragraph that runs on into smaller type."""

from __future__ import annotations

from ...reading.typeset import BOLD, Sheet
from .read_sheets import hits, read

TIGHT = 11.0
LAST = "At the end we say what follows from all this for a reader who has to choose among the scores"


def page(number: int = 1, lines: int = 30) -> Sheet:
    sheet = Sheet(number)
    sheet.prose(lines)
    return sheet


def last_paragraph(sheet: Sheet, *, lines: int = 5) -> None:
    """After a short line of the paragraph before; TeX takes the distance to that from the tight one, too."""
    sheet.y -= 12 - TIGHT
    sheet.line(LAST, indent=15, step=TIGHT, width=330)
    sheet.prose(lines, step=TIGHT)


def credits(sheet: Sheet) -> None:
    sheet.y += 12
    sheet.prose(4, size=9.0, step=11.0)


def test_a_paragraph_that_runs_on_into_smaller_type() -> None:
    sheet = page()
    last_paragraph(sheet)
    credits(sheet)
    (hit,) = hits("LNCS003", read(sheet))
    assert (hit.code, hit.evidence) == ("tight-blocks", LAST)
    assert hit.message.startswith("6 lines on page 1 stand closer than the rest: 11.00 pt apart")
    assert hit.fix.startswith(
        "Put a blank line before the \\small, \\footnotesize or environment (credits) that follows"
    )


def test_a_heading_may_stand_between() -> None:
    sheet = page()
    last_paragraph(sheet)
    sheet.y += 14
    sheet.line("References", 12.0, font=BOLD)
    credits(sheet)
    (hit,) = hits("LNCS003", read(sheet))
    assert hit.fix.startswith("Put a blank line")


def test_it_goes_on_overleaf() -> None:
    first, second = page(1, 38), Sheet(2)
    last_paragraph(first)
    second.prose(2, step=TIGHT)
    credits(second)
    (hit,) = hits("LNCS003", read(first, second))
    assert hit.fix.startswith("Put a blank line")


def test_more_than_one_paragraph_is_no_slip() -> None:
    sheet = page()
    last_paragraph(sheet)
    last_paragraph(sheet)
    credits(sheet)
    (hit,) = hits("LNCS003", read(sheet))
    assert hit.fix.startswith("Take out \\linespread")


def test_nor_is_a_tight_paragraph_amid_the_text() -> None:
    sheet = page()
    last_paragraph(sheet)
    sheet.y += 1
    sheet.prose(8)
    credits(sheet)
    (hit,) = hits("LNCS003", read(sheet))
    assert hit.fix.startswith("Take out \\linespread")
    assert hit.evidence == LAST


def test_a_paragraph_of_its_own_before_smaller_type() -> None:
    sheet = page()
    credits(sheet)
    assert hits("LNCS003", read(sheet)) == []
