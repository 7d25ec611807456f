"""Tables in the formats that conference systems export: text, Excel-2003 XML, xls and xlsx."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec

from faimi_check.reading.plain_text import wide_encoding
from faimi_check.reading.there import is_file
from faimi_check.screening.lists.headings import KNOWN, plain_key
from faimi_check.screening.lists.no_list import other_kind
from faimi_check.screening.processes.failure import Failure
from faimi_check.screening.processes.pool import run_once
from faimi_check.screening.request import WorkerLimits

_MAX_BYTES = 20_000_000
_MAX_ROWS = 200_000
_SECONDS = 30.0
_ROWS_LOOKED_AT = 3
_LOOKED_AT = 65_536
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_SPREADSHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"


class SheetError(Exception):
    """A file that holds no readable table; the message says why."""


class OtherKindError(SheetError):
    """A file of another kind; `kind` says of which."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"this is {kind}, not a table")
        self.kind = kind


class Sheet(msgspec.Struct, frozen=True):
    """Rows of cells as text. `separator` is what stood between cells in a text file."""

    rows: tuple[tuple[str, ...], ...]
    separator: str = ""

    def line(self, row: tuple[str, ...]) -> str:
        """The row as the line it was."""
        return f"{self.separator or ', '}".join(row)


def sheets_of(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a file by its bytes, whatever it is called. Raises SheetError."""
    data = _bytes_of(path)
    if data.startswith((_OLE, _ZIP)):
        return _workbook(path)
    text = _decoded(data)
    return _spreadsheet_xml(data) if _is_xml(text) else (_text_table(text),)


def text_of(path: Path) -> str | None:
    """The text of a file, None where it is a workbook. Raises SheetError."""
    data = _bytes_of(path)
    text = None if data.startswith((_OLE, _ZIP)) else _decoded(data)
    return None if text is None or _is_xml(text) else text


def _is_xml(text: str) -> bool:
    return text.lstrip().startswith("<?xml") or "urn:schemas-microsoft-com:office:spreadsheet" in text[:4000]


def _bytes_of(path: Path) -> bytes:
    try:
        if not is_file(path):
            raise SheetError("no such file, or not a regular one")
        if path.stat().st_size > _MAX_BYTES:
            raise SheetError(f"larger than {_MAX_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except OSError as error:
        raise SheetError(f"cannot be read: {error.strerror}") from error
    if kind := other_kind(data):
        raise OtherKindError(kind)
    return data


def _workbook(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a workbook, read in a worker: one far cell makes the parser ask for all memory, and end."""
    read = run_once(WorkerLimits(seconds=_SECONDS), _workbook_rows, path)
    if isinstance(read, Failure):
        raise SheetError(f"cannot be read as an Excel file: {read.why}")
    if isinstance(read, str):
        raise SheetError(f"cannot be read as an Excel file ({read})")
    return tuple(Sheet(rows) for rows in read)


def _workbook_rows(path: Path) -> tuple[tuple[tuple[str, ...], ...], ...] | str:
    """In a worker: the rows of each sheet, or why there are none."""
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        sheets = [book.get_sheet_by_name(name).to_python(nrows=_MAX_ROWS) for name in book.sheet_names[:50]]
    except Exception as error:
        return str(error)[:120]
    return tuple(tuple(tuple(_cell(value) for value in row) for row in rows) for rows in sheets)


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _decoded(data: bytes) -> str:
    if wide := wide_encoding(data[:_LOOKED_AT]):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _spreadsheet_xml(data: bytes) -> tuple[Sheet, ...]:
    """Excel-2003 XML as CMT writes it: one sheet a track. Entities and external references are refused."""
    from defusedxml import ElementTree

    try:
        root = ElementTree.fromstring(data)
    except Exception as error:
        raise SheetError(f"cannot be read as XML ({str(error)[:120]})") from error
    sheets = []
    for table in root.iter(f"{_SPREADSHEET}Table"):
        rows = []
        for row in list(table.iter(f"{_SPREADSHEET}Row"))[:_MAX_ROWS]:
            cells: list[str] = []
            for cell in row.iter(f"{_SPREADSHEET}Cell"):
                index = cell.get(f"{_SPREADSHEET}Index", "")
                # Empty cells are left out; the next one then says its place.
                while index.isdecimal() and len(cells) < min(int(index) - 1, 500):
                    cells.append("")
                cells.append("".join(cell.itertext()).strip())
            rows.append(tuple(cells))
        sheets.append(Sheet(tuple(rows)))
    if not sheets:
        raise SheetError("is XML, but no Excel-2003 spreadsheet")
    return tuple(sheets)


def _text_table(text: str) -> Sheet:
    """Comma, semicolon or tab, whichever the first rows have alike; a plain list otherwise."""
    lines = [line for line in text.splitlines() if line.strip()][:_MAX_ROWS]
    if not lines:
        raise SheetError("is empty")
    separator = max("\t,;", key=lambda sign: _columns(text, sign))
    if _columns(text, separator) < 2:
        return Sheet(tuple((line,) for line in lines))
    rows = tuple(row for _, row in rows_of_text(text, separator))
    return Sheet(tuple(row for row in rows if any(cell.strip() for cell in row)), separator)


def rows_of_text(text: str, separator: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows of a table, each with the number of the line that it ends in. Raises SheetError.

    Rows end where lines do; signs that part lines elsewhere (U+0085, U+2028) are text of their cells.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            yield reader.line_num, tuple(row)
    except csv.Error as error:
        raise SheetError(f"line {reader.line_num} cannot be read as a row of a table ({error})") from error


def _columns(text: str, separator: str) -> int:
    """How many columns the first rows have alike; where one is a header, its own: rows below it may end early."""
    rows = _first_rows(text, separator)
    headers = (len(row) for row in rows if len(KNOWN.intersection(map(plain_key, row))) > 1)
    return max(headers, default=min(map(len, rows), default=0))


def _first_rows(text: str, separator: str) -> list[tuple[str, ...]]:
    """The first rows that are not empty; a cell in quotes, such as an abstract, may run over many lines."""
    rows = (row for _, row in rows_of_text(text, separator) if any(cell.strip() for cell in row))
    try:
        return list(islice(rows, _ROWS_LOOKED_AT))
    except SheetError:
        return []
