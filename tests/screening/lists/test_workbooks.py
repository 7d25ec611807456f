"""Workbooks of author lists: read in a worker, because one cell can make the parser ask for all memory."""

from __future__ import annotations

import faulthandler
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from faimi_check.screening.lists.sheets import SheetError, sheets_of

from .tables_of_all_formats import workbook_of

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def workbook(path: Path, cells: dict[str, str]) -> Path:
    """A workbook of one sheet; cells by their place, one a row."""
    path.write_bytes(workbook_of([{place: text} for place, text in cells.items()]))
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
