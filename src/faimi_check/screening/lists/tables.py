"""Tables that a chair writes or exports, with a header row: text, or a workbook that a spreadsheet made of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from faimi_check.screening.lists.sheets import SheetError, rows_of_text, sheets_of, text_of

_DELIMITERS = ",;\t"


class TableError(Exception):
    """A table that cannot be used; the message names the file, the line and what would be valid."""


def read_table(
    path: Path, columns: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its line number; columns that are left out are empty.

    Of text the delimiter is a comma, a semicolon or a tab, whichever the header row has most of. Raises TableError for
    a file that cannot be read, an unknown column or one that is missing.
    """
    try:
        rows = (found for found in _rows_of(path, columns[0]) if any(cell.strip() for cell in found[1]))
        header = [name.strip().lower() for name in next(rows, (0, ()))[1]]
        if not header:
            raise TableError(f"{path}: the table is empty; its first line names the columns {', '.join(columns)}")
        _check_header(path, header, columns, optional)
        for line, row in rows:
            yield line, dict.fromkeys((*columns, *optional), "") | dict(zip(header, map(str.strip, row), strict=False))
    except SheetError as error:
        raise TableError(f"{path}: {error}") from error


def text_of_table(path: Path) -> str:
    """The text of a file that a chair wrote. Raises TableError."""
    try:
        text = text_of(path)
    except SheetError as error:
        raise TableError(f"{path}: {error}") from error
    if text is None:
        raise TableError(f"{path}: this is a workbook, not text")
    return text


def _rows_of(path: Path, column: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows with their numbers; of a workbook those of the sheet that has this column, else of the first."""
    text = text_of(path)
    if text is None:
        sheets = sheets_of(path)
        named = (sheet for sheet in sheets if sheet.rows and column in (cell.strip().lower() for cell in sheet.rows[0]))
        return enumerate(next(named, sheets[0]).rows if sheets else (), start=1)
    header = io.StringIO(text.lstrip(), newline="").readline()
    return rows_of_text(text, max(_DELIMITERS, key=header.count))


def _check_header(path: Path, header: list[str], columns: tuple[str, ...], optional: tuple[str, ...]) -> None:
    known = (*columns, *optional)
    for name in columns:
        if name not in header:
            raise TableError(f'{path}: no column "{name}"; the first line names the columns: {", ".join(known)}')
    for name in header:
        if name and name not in known:
            raise TableError(f'{path}: unknown column "{name}"; known are {", ".join(known)}')
