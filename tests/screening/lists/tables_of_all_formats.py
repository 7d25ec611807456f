"""One table in every format that systems export and chairs save."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

Rows = Sequence[Sequence[str]]

_EXCEL_2003 = "urn:schemas-microsoft-com:office:spreadsheet"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def _text(rows: Rows, delimiter: str, encoding: str = "utf-8") -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return stream.getvalue().encode(encoding)


def _excel_2003(rows: Rows) -> bytes:
    cells = ("".join(f'<Cell><Data ss:Type="String">{escape(cell)}</Data></Cell>' for cell in row) for row in rows)
    table = "".join(f"<Row>{row}</Row>" for row in cells)
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{_EXCEL_2003}" xmlns:ss="{_EXCEL_2003}">'
        f'<Worksheet ss:Name="a"><Table>{table}</Table></Worksheet></Workbook>'
    ).encode()


def _zip(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return stream.getvalue()


def _ods(rows: Rows) -> bytes:
    cells = (
        "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            for cell in row
        )
        for row in rows
    )
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    content = (
        f'<office:document-content xmlns:office="{_OASIS}:office:1.0" xmlns:table="{_OASIS}:table:1.0" '
        f'xmlns:text="{_OASIS}:text:1.0"><office:body><office:spreadsheet><table:table table:name="a">{table}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/></manifest:manifest>'
    )
    return _zip({"mimetype": _ODS, "content.xml": content, "META-INF/manifest.xml": manifest})


def _relationships(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def workbook_of(rows: Sequence[dict[str, str]]) -> bytes:
    """An xlsx of one sheet; each row says its cells by their place."""
    cells = (
        "".join(f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>' for place, text in row.items())
        for row in rows
    )
    sheet = "".join(f"<row>{row}</row>" for row in cells)
    return _zip(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
            "_rels/.rels": _relationships("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relationships("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
        }
    )


def _xlsx(rows: Rows) -> bytes:
    return workbook_of(
        [{f"{chr(65 + at)}{number}": cell for at, cell in enumerate(row)} for number, row in enumerate(rows, start=1)]
    )


FORMATS = ("csv", "semicolons.csv", "tsv", "utf-16.txt", "xls", "xlsx", "ods")


def written(folder: Path, name: str, rows: Rows) -> Path:
    """The table as a file in the format that the name, one of FORMATS, says."""
    path = folder / name
    made = {
        "csv": lambda: _text(rows, ","),
        "semicolons.csv": lambda: _text(rows, ";", "utf-8-sig"),
        "tsv": lambda: _text(rows, "\t"),
        # What Excel calls Unicode text.
        "utf-16.txt": lambda: _text(rows, "\t", "utf-16"),
        "xls": lambda: _excel_2003(rows),
        "xlsx": lambda: _xlsx(rows),
        "ods": lambda: _ods(rows),
    }
    path.write_bytes(made[name]())
    return path
