"""What chairs decided, read back from the sheet, a workbook or the overview's file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faimi_check.model.decision import Decision, Ruling
from faimi_check.model.text.formulas import as_written
from faimi_check.report.wording.escape import printable, spreadsheet_cell
from faimi_check.screening.lists.decisions import Said, of_other_calls, read_decisions
from faimi_check.screening.lists.tables import TableError
from faimi_check.screening.lists.waivers import read_waivers

SHEET = "\ufeffid,title,proposed,reasons,pages,decision,note\r\n"


def sheet(folder: Path, name: str, *rows: str) -> Path:
    path = folder / name
    path.write_text(SHEET + "".join(f"{row}\r\n" for row in rows), encoding="utf-8", newline="")
    return path


def saved(folder: Path, name: str, submissions: object, waivers: object = (), venue: str = "faimi-2025") -> Path:
    path = folder / name
    content = {"schema": "faimi-check/decisions-v1", "venue": venue, "by": "AQ"}
    path.write_text(json.dumps(content | {"submissions": submissions, "waivers": waivers}), encoding="utf-8")
    return path


def read(path: Path) -> dict[str, Decision]:
    return {one.id: one.decision for one in read_decisions([path])}


def test_the_sheet_filled_in(tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        "d.csv",
        "12,T,desk-reject,r,9,Desk reject,sure",
        "3,T,ask,r,8,,",
        "'=1+1,T,none,,8,MEND,'=note",
        "4,T,,,,reject,",
    )
    assert read(path) == {
        "12": Decision(ruling=Ruling.DESK_REJECT, note="sure"),
        "3": Decision(),
        "=1+1": Decision(ruling=Ruling.MEND, note="=note"),
        "4": Decision(ruling=Ruling.DESK_REJECT),
    }


def test_the_sheet_says_on_which_files_a_row_was_decided(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_text("id,decision,note,digest\n1,ask,,files-12e4567890123456\n", encoding="utf-8")
    assert read(path) == {"1": Decision(ruling=Ruling.ASK, digest="files-12e4567890123456")}


def test_semicolons_of_a_german_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes("id;title;decision;note\r\n012;Größe;ask;schön\r\n".encode("cp1252"))
    assert read_decisions([path]) == (Said("012", str(path), Decision(ruling=Ruling.ASK, note="schön")),)


def test_the_overviews_file(tmp_path: Path) -> None:
    said = {"12": {"decision": "mend", "note": "n", "seen": True}, "13": {"seen": True, "digest": "files-a"}}
    path = saved(tmp_path, "a.json", said, [{"submission": "12", "fingerprint": "aa", "reason": "a figure only"}])
    assert read(path) == {
        "12": Decision(ruling=Ruling.MEND, note="n", seen=True),
        "13": Decision(seen=True, digest="files-a"),
    }
    assert read_waivers(path).of("12") == (("aa", "a figure only"),)


def test_waivers_of_two_chairs_are_joined(tmp_path: Path) -> None:
    one = saved(tmp_path, "a.json", {}, [{"submission": "1", "fingerprint": "aa", "reason": "fine"}])
    two = tmp_path / "w.csv"
    two.write_text("submission,fingerprint,reason\n1,aa,looked at\n1,bb,fine\n", encoding="utf-8")
    assert read_waivers(one, two).of("1") == (("aa", "fine; looked at"), ("bb", "fine"))


def test_files_of_another_call_are_named_once(tmp_path: Path) -> None:
    both = {"1": {"decision": "ask"}, "2": {"decision": "ask"}}
    here, elsewhere = saved(tmp_path, "a.json", both), saved(tmp_path, "b.json", both, venue="care-2025")
    table = sheet(tmp_path, "c.csv", "1,,,,,ask,")
    other = tmp_path / "d.csv"
    other.write_text("id,decision,note,digest,venue\n1,ask,,,care-2025\n2,ask,,,care-2025\n", encoding="utf-8")
    told = [(one.source, one.venue) for one in read_decisions([here, elsewhere, table, other])]
    assert of_other_calls(told, "faimi-2025") == tuple(
        f"{path} was saved for care-2025, this run judges by faimi-2025: what it says is taken all the same"
        for path in (elsewhere, other)
    )


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("d.csv", "id,decision\n1,dsk-reject\n", 'line 2: "dsk-reject" is not one of .*did you mean'),
        ("d.csv", "id,verdict\n1,ask\n", 'no columns "id" and "decision"'),
        ("d.json", "{", "not valid JSON"),
        ("d.json", '{"schema": "x"}', "not a file that an overview saves"),
        ("d.json", '{"submissions": {}}', "not a file that an overview saves"),
        ("d.json", '{"decisions": 3, "submissions": 4}', "not a file that an overview saves"),
        ("d.json", "[]", "not a file that an overview saves"),
        ("d.json", '{"schema": "faimi-check/decisions-v1", "submissions": {"1": {"ruling": "x"}}}', "ruling"),
        ("d.json", '{"schema": "faimi-check/decisions-v1", "submissions": {"1": {"decision": "no"}}}', "submission 1"),
        ("d.json", "[" * 50_000, "not a file that an overview saves|not valid JSON"),
    ],
)
def test_what_is_wrong_is_said(name: str, text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=said):
        read_decisions([path])


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    for name in ("none.csv", "none.json"):
        with pytest.raises(TableError, match="no such file"):
            read_decisions([tmp_path / name])


@pytest.mark.parametrize("text", ["12", "=1+1", "－12", "＋ 3 pages over", "  =x", "'tis", "\t@x"])
def test_what_the_sheet_writes_is_read_as_it_was(text: str) -> None:
    assert as_written(spreadsheet_cell(text)) == printable(text)


def test_a_row_that_ends_before_the_id_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_text("decision,note,id\nask,x,2\nask,y\n", encoding="utf-8")
    assert read(path) == {"2": Decision(ruling=Ruling.ASK, note="x")}
