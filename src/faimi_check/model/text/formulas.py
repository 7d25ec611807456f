"""Cells that a spreadsheet would compute: an apostrophe before them keeps them text."""

from __future__ import annotations

# What a formula begins with, also in full width.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def kept_as_text(cell: str) -> str:
    """The cell with an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{cell}" if _is_formula(cell) else cell


def as_written(cell: str) -> str:
    """The cell without the apostrophe that `kept_as_text` put there."""
    return cell[1:] if cell.startswith("'") and _is_formula(cell[1:]) else cell


def _is_formula(cell: str) -> bool:
    return cell.startswith(FORMULA_STARTS) or cell.lstrip().startswith(FORMULA_STARTS)
