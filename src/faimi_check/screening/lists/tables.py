"""Tables that a chair writes or exports: CSV with a header row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

_DELIMITERS = ",;\t"
_MAX_BYTES = 20_000_000


class TableError(Exception):
    """A table that cannot be used; the message names the file, the line and what would be valid."""


def read_table(
    path: Path, columns: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its line number; columns that are left out are empty.

    The delimiter is a comma, a semicolon or a tab, whichever the header row has most of. Raises TableError for a
    file that cannot be read, an unknown column or one that is missing.
    """
    lines = text_of_table(path).splitlines(keepends=True)
    if not lines:
        raise TableError(f"{path}: the table is empty; its first line names the columns {', '.join(columns)}")
    delimiter = max(_DELIMITERS, key=lines[0].count)
    rows = csv.reader(lines, delimiter=delimiter)
    try:
        header = [name.strip().lower() for name in next(rows)]
        _check_header(path, header, columns, optional)
        for row in rows:
            if any(cell.strip() for cell in row):
                cells = dict.fromkeys((*columns, *optional), "") | dict(zip(header, map(str.strip, row), strict=False))
                yield rows.line_num, cells
    except csv.Error as error:
        raise TableError(f"{path}, line {rows.line_num}: {error}") from error


def text_of_table(path: Path) -> str:
    """The text of a file that a chair wrote. Raises TableError."""
    try:
        if not path.is_file() or path.stat().st_size > _MAX_BYTES:
            raise TableError(f"{path}: no such file, or not a table")
        return path.read_text(encoding="utf-8-sig", errors="strict")
    except UnicodeDecodeError:
        return path.read_text(encoding="latin-1")
    except OSError as error:
        raise TableError(f"{path}: cannot be read: {error.strerror}") from error


def _check_header(path: Path, header: list[str], columns: tuple[str, ...], optional: tuple[str, ...]) -> None:
    known = (*columns, *optional)
    for name in columns:
        if name not in header:
            raise TableError(f'{path}: no column "{name}"; the first line names the columns: {", ".join(known)}')
    for name in header:
        if name and name not in known:
            raise TableError(f'{path}: unknown column "{name}"; known are {", ".join(known)}')
