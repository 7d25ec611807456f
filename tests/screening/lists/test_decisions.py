"""What chairs decided, read back from the sheet, a workbook or the overview's file; two files are merged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faimi_check.model.decision import Decision, Ruling
from faimi_check.screening.lists.decisions import matched, read_decisions
from faimi_check.screening.lists.tables import TableError
from faimi_check.screening.lists.waivers import read_waivers

SHEET = "\ufeffid,title,proposed,reasons,pages,decision,note\r\n"


def sheet(folder: Path, name: str, *rows: str) -> Path:
    path = folder / name
    path.write_text(SHEET + "".join(f"{row}\r\n" for row in rows), encoding="utf-8", newline="")
    return path


def saved(folder: Path, name: str, submissions: object, waivers: object = ()) -> Path:
    path = folder / name
    content = {"schema": "faimi-check/decisions-v1", "by": "AQ", "submissions": submissions, "waivers": waivers}
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_the_sheet_filled_in(tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        "d.csv",
        "12,T,desk-reject,r,9,Desk reject,sure",
        "3,T,ask,r,8,,",
        "'=1+1,T,none,,8,MEND,'=note",
        "4,T,,,,reject,",
    )
    decisions, conflicts = read_decisions([path])
    assert conflicts == ()
    assert decisions == {
        "12": Decision(ruling=Ruling.DESK_REJECT, note="sure"),
        "3": Decision(),
        "=1+1": Decision(ruling=Ruling.MEND, note="=note"),
        "4": Decision(ruling=Ruling.DESK_REJECT),
    }


def test_semicolons_of_a_german_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes("id;title;decision;note\r\n012;Größe;ask;schön\r\n".encode("cp1252"))
    decisions, _ = read_decisions([path])
    assert decisions == {"012": Decision(ruling=Ruling.ASK, note="schön")}
    assert matched(decisions, ["12", "13"]) == ({"12": decisions["012"]}, ())


def test_the_overviews_file(tmp_path: Path) -> None:
    path = saved(
        tmp_path, "a.json", {"12": {"decision": "mend", "note": "n", "seen": True}, "13": {"seen": True}},
        [{"submission": "12", "fingerprint": "aa", "reason": "a figure only"}],
    )  # fmt: skip
    decisions, _ = read_decisions([path])
    assert decisions == {"12": Decision(ruling=Ruling.MEND, note="n", seen=True), "13": Decision(seen=True)}
    assert read_waivers(path).of("12") == (("aa", "a figure only"),)


def test_two_chairs_are_merged_and_what_does_not_agree_is_named_and_left_open(tmp_path: Path) -> None:
    one = saved(
        tmp_path, "a.json", {"1": {"decision": "ask"}, "2": {"decision": "mend", "note": "x"}, "3": {"seen": True}}
    )
    two = sheet(tmp_path, "b.csv", "1,,,,,desk-reject,late", "2,,,,,mend,y", "3,,,,,none,")
    decisions, conflicts = read_decisions([one, two])
    assert decisions == {
        "1": Decision(note="late"),
        "2": Decision(ruling=Ruling.MEND, note="x / y"),
        "3": Decision(ruling=Ruling.NONE, seen=True),
    }
    (conflict,) = conflicts
    assert conflict == f"submission 1 is decided in two ways and left open: ask in {one}, desk-reject in {two}"


def test_waivers_of_two_chairs_are_joined(tmp_path: Path) -> None:
    one = saved(tmp_path, "a.json", {}, [{"submission": "1", "fingerprint": "aa", "reason": "fine"}])
    two = tmp_path / "w.csv"
    two.write_text("submission,fingerprint,reason\n1,aa,looked at\n1,bb,fine\n", encoding="utf-8")
    assert read_waivers(one, two).of("1") == (("aa", "fine; looked at"), ("bb", "fine"))


def test_a_decision_for_no_submission_is_said() -> None:
    here, foreign = matched({"99": Decision(ruling=Ruling.ASK), "98": Decision()}, ["1"])
    assert here == {}
    assert foreign == ('a decision is for "99", but there is no such submission',)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("d.csv", "id,decision\n1,dsk-reject\n", 'line 2: "dsk-reject" is not one of .*did you mean'),
        ("d.csv", "id,verdict\n1,ask\n", 'no columns "id" and "decision"'),
        ("d.json", "{", "not valid JSON"),
        ("d.json", '{"schema": "x"}', "not a file that an overview saves"),
        ("d.json", '{"schema": "faimi-check/decisions-v1", "submissions": {"1": {"ruling": "x"}}}', "ruling"),
        ("d.json", '{"schema": "faimi-check/decisions-v1", "submissions": {"1": {"decision": "no"}}}', "submission 1"),
        ("d.json", "[" * 50_000, "expected a table|not valid JSON"),
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
