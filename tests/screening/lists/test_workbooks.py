"""Workbooks of author lists: read in a worker, because one cell can make the parser ask for all memory."""

from __future__ import annotations

import faulthandler
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from faimi_check.screening.lists.sheets import SheetError, sheets_of

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def relationships(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def workbook(path: Path, cells: dict[str, str]) -> Path:
    """A workbook of one sheet; cells by their place, one a row."""
    rows = "".join(
        f'<row><c r="{place}" t="inlineStr"><is><t>{text}</t></is></c></row>' for place, text in cells.items()
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
        "_rels/.rels": relationships("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return path


@pytest.fixture
def quiet() -> Iterator[None]:
    """The worker that aborts, as it should, prints no stack into the tests."""
    faulthandler.disable()
    yield
    faulthandler.enable(sys.__stderr__ or sys.stderr)


def test_a_workbook_is_read(tmp_path: Path) -> None:
    (sheet,) = sheets_of(workbook(tmp_path / "authors.xlsx", {"A1": "Ilse Vega", "A2": "Bo Lund"}))
    assert sheet.rows == (("Ilse Vega",), ("Bo Lund",))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing bounds a worker's memory")
def test_a_cell_at_the_far_end_ends_the_worker_and_not_the_run(tmp_path: Path, quiet: None) -> None:
    path = workbook(tmp_path / "authors.xlsx", {"A1": "Ilse Vega", "XFD1048576": "x"})
    with pytest.raises(SheetError, match="limit of memory"):
        sheets_of(path)


def test_a_zip_that_is_no_workbook_is_said(tmp_path: Path) -> None:
    path = tmp_path / "authors.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("a.txt", "x")
    with pytest.raises(SheetError, match="this is a zip, not a table"):
        sheets_of(path)
