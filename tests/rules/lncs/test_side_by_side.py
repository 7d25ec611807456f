"""LNCS001 on single pages that hold more than one block of text: fold-outs and pages laid beside each other."""

from __future__ import annotations

from pathlib import Path

import pypdf

from faimi_check.model.finding import Hit
from faimi_check.reading.surface import read_pages

from .read_sheets import hits

COMPLIANT = Path(__file__).resolve().parents[3] / "fixtures" / "papers" / "compliant-midpage.pdf"
PAGE, BESIDE = 3, 4


def told(path: Path, across: float, width: float) -> list[Hit]:
    """What is said of a paper whose fourth page is laid on its third, so far to the right, on paper so wide."""
    writer = pypdf.PdfWriter(clone_from=COMPLIANT)
    wide, other = writer.pages[PAGE - 1], writer.pages[BESIDE - 1]
    wide.mediabox.right = wide.cropbox.right = width
    if across:
        wide.merge_transformed_page(other, pypdf.Transformation().translate(tx=across))
        writer.remove_page(BESIDE - 1)
    writer.write(path)
    return hits("LNCS001", read_pages(path, path.name))


def test_a_page_laid_beside_another_is_told(tmp_path: Path) -> None:
    (hit,) = told(tmp_path / "wide.pdf", across=380.0, width=1000.0)
    assert (hit.code, hit.where.page) == ("columns", PAGE)
    assert "one column" in hit.message


def test_a_wide_sheet_with_one_block_is_nothing(tmp_path: Path) -> None:
    assert told(tmp_path / "wide.pdf", across=0.0, width=1000.0) == []
