"""Every table of the chairs is read by one reader, in whichever encoding and format it was saved."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from faimi_check.screening.collecting.manifest import read_manifest
from faimi_check.screening.lists.authors import read_authors
from faimi_check.screening.lists.decisions import SCHEMA, read_decisions, read_saved
from faimi_check.screening.lists.tables import TableError
from faimi_check.screening.lists.waivers import read_waivers

from .tables_of_all_formats import FORMATS, Rows, written

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

REASON = "geprüft – “only a figure” …, 5 €"
# What parts lines for some programs, and is text within a cell for all that write tables.
SIGNS = ("\x0b", "\x0c", "\x85", "\u2028", "\u2029")


def waived(path: Path) -> object:
    return [read_waivers(path).of(id) for id in ("7", "8")]


def decided(path: Path) -> object:
    return [(one.id, one.decision.note) for one in read_decisions([path])]


def named(path: Path) -> object:
    return [(one.id, one.paper_name) for one in read_manifest(path, path.parent).requests]


def listed(path: Path) -> object:
    return {paper: [one.name for one in authors] for paper, authors in read_authors(path).papers.items()}


def tables(text: str) -> dict[Callable[[Path], object], tuple[Rows, object]]:
    """For each reader a table with the text in its cells, and what is read of it."""
    return {
        waived: (
            [("submission", "fingerprint", "reason"), ("7", "f0123", text), ("8", "f0124", "agreed")],
            [(("f0123", text),), (("f0124", "agreed"),)],
        ),
        decided: ([("id", "decision", "note"), ("7", "ask", text), ("8", "ask", "more")], [("7", text), ("8", "more")]),
        named: ([("id", "paper"), ("7", f"{text}.pdf"), ("8", "b.pdf")], [("7", f"{text}.pdf"), ("8", "b.pdf")]),
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("reader", [waived, decided, named])
def test_every_encoding_that_spreadsheets_save_in(
    encoding: str, reader: Callable[[Path], object], tmp_path: Path
) -> None:
    rows, expected = tables(REASON)[reader]
    path = tmp_path / "table.csv"
    mark = codecs.BOM_UTF16_BE if encoding == "utf-16-be" else b""
    path.write_bytes(mark + "\r\n".join("\t".join(row) for row in rows).encode(encoding))
    assert reader(path) == expected


@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
@pytest.mark.parametrize("reader", [waived, decided, named])
def test_signs_that_part_lines_elsewhere_tear_no_row(
    sign: str, reader: Callable[[Path], object], tmp_path: Path
) -> None:
    rows, expected = tables(f"one{sign}two")[reader]
    path = tmp_path / "table.csv"
    for ending in ("\n", "\r\n", "\r"):
        path.write_bytes(ending.join(",".join(row) for row in rows).encode())
        assert reader(path) == expected


def test_a_name_with_such_a_sign_stays_in_its_row_of_a_list(tmp_path: Path) -> None:
    path = tmp_path / "authors.csv"
    for ending in ("\n", "\r\n", "\r"):
        path.write_bytes(ending.join(("paper,name", "7,Ingrid\u2028Lyngby", "8,Bo\x85Ruvo")).encode())
        assert listed(path) == {"7": ["Ingrid Lyngby"], "8": ["Bo Ruvo"]}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("reader", [waived, decided, named])
def test_every_format_that_spreadsheets_save_in(name: str, reader: Callable[[Path], object], tmp_path: Path) -> None:
    rows, expected = tables("geprüft; in two parts")[reader]
    assert reader(written(tmp_path, name, rows)) == expected


def test_an_overviews_file_that_an_editor_saved_in_utf_16(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    path.write_text(f'{{"schema": "{SCHEMA}", "by": "Jürgen"}}', encoding="utf-16")
    saved = read_saved(path)
    assert saved is not None
    assert saved.by == "Jürgen"


def test_empty_lines_are_no_rows_and_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("\n\nsubmission;fingerprint;reason\n\n7;f0123;\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"table\.csv, line 5: the reason is missing"):
        read_waivers(path)


def test_what_is_no_table_is_named(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"%PDF-1.7\n")
    for reader in (waived, decided, named):
        with pytest.raises(TableError, match=r"table\.csv: this is a PDF, not a table"):
            reader(path)
    workbook = written(tmp_path, "xlsx", [("id", "decision")])
    with pytest.raises(TableError, match="this is a workbook, not text"):
        read_saved(workbook.rename(tmp_path / "decisions.json"))
