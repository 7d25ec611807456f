"""What counts of all that chairs have said: two of them are merged, and what was said of other files does not hold."""

from __future__ import annotations

import pytest

from faimi_check.model.decision import Decision, Ruling
from faimi_check.screening.lists.decisions import Said
from faimi_check.screening.lists.settling import of_unknown_files, settle

NOW, OLD = "files-now", "files-old"


def said(id: str, source: str = "a.json", **fields: object) -> Said:
    return Said(id, source, Decision(**fields))  # type: ignore[arg-type]


def settled(*all_said: Said, ids: tuple[str, ...] = ("1", "2", "3")) -> tuple[dict[str, Decision], tuple[str, ...]]:
    return settle(all_said, ids, lambda _: NOW)


def test_two_chairs_are_merged_and_what_does_not_agree_is_named_and_left_open() -> None:
    decisions, notes = settled(
        said("1", ruling=Ruling.ASK),
        said("2", ruling=Ruling.MEND, note="x"),
        said("3", seen=True),
        said("1", "b.csv", ruling=Ruling.DESK_REJECT, note="late"),
        said("2", "b.csv", ruling=Ruling.MEND, note="y"),
        said("3", "b.csv", ruling=Ruling.NONE),
    )
    assert decisions == {
        "1": Decision(note="late"),
        "2": Decision(ruling=Ruling.MEND, note="x / y"),
        "3": Decision(ruling=Ruling.NONE, seen=True),
    }
    assert notes == ("submission 1 is decided in two ways and left open: ask in a.json, desk-reject in b.csv",)


def test_a_spreadsheet_that_took_the_zeros_off_speaks_of_the_same_submission() -> None:
    decisions, (told,) = settled(
        said("12", ruling=Ruling.ASK), said("7", note="x"), said("9"), ids=("0012", "0007", "0009")
    )
    assert decisions == {"0012": Decision(ruling=Ruling.ASK), "0007": Decision(note="x"), "0009": Decision()}
    assert told == (
        "decisions whose ids a spreadsheet or a person spelt otherwise are taken for the only fitting ones: "
        '"12" for 0012, "7" for 0007'
    )
    decisions, (told, conflict) = settled(
        said("012", ruling=Ruling.ASK), said("12", "b.csv", ruling=Ruling.NONE), ids=("012",)
    )
    assert decisions == {"012": Decision()}
    assert '"12" for 012' in told
    assert conflict == "submission 012 is decided in two ways and left open: ask in a.json, none in b.csv"


def test_a_spreadsheet_that_made_numbers_of_them_speaks_of_the_same_submission() -> None:
    assert settled(said("12.0", ruling=Ruling.ASK), ids=("012", "13"))[0] == {"012": Decision(ruling=Ruling.ASK)}


def test_a_decision_for_no_submission_is_said() -> None:
    decisions, notes = settled(said("99", ruling=Ruling.ASK), said("98"), said("99", "b.csv", ruling=Ruling.ASK))
    assert decisions == {}
    assert notes == ('a decision is for "99", but there is no such submission',)


@pytest.mark.parametrize("digest", [NOW, ""])
def test_what_was_said_of_these_files_holds_also_where_a_file_of_old_does_not_say_of_which(digest: str) -> None:
    decisions, notes = settled(said("1", ruling=Ruling.DESK_REJECT, note="n", seen=True, digest=digest))
    assert decisions == {"1": Decision(ruling=Ruling.DESK_REJECT, note="n", seen=True, digest=digest)}
    assert notes == ()


def test_what_was_said_of_other_files_is_open_again_and_named() -> None:
    decisions, notes = settled(
        said("1", ruling=Ruling.DESK_REJECT, note="n", seen=True, digest=OLD),
        said("2", ruling=Ruling.DESK_REJECT, digest=OLD),
        said("3", seen=True, digest=OLD),
    )
    assert decisions == {
        "1": Decision(note="n", digest=NOW, was="desk-reject"),
        "2": Decision(digest=NOW, was="desk-reject"),
        "3": Decision(digest=NOW, was="looked at"),
    }
    assert notes == (
        "submissions 1, 2 are open again, because the files have changed since (desk-reject before)",
        "submission 3 is open again, because the files have changed since (looked at before)",
    )


def test_a_note_alone_reopens_nothing() -> None:
    assert settled(said("1", note="n", digest=OLD)) == ({"1": Decision(note="n", digest=NOW)}, ())


def test_a_new_decision_does_not_conflict_with_one_on_other_files() -> None:
    decisions, notes = settled(
        said("1", ruling=Ruling.DESK_REJECT, seen=True, digest=OLD),
        said("1", "b.json", ruling=Ruling.NONE, digest=NOW),
        said("2", seen=True, digest=OLD),
        said("2", "b.json", seen=True, digest=NOW),
    )
    assert decisions == {"1": Decision(ruling=Ruling.NONE, digest=NOW), "2": Decision(seen=True, digest=NOW)}
    assert notes == ()


def test_a_decision_of_which_nobody_knows_on_what_it_was_made_is_named_where_the_files_have_changed() -> None:
    decisions, _ = settled(
        said("1", ruling=Ruling.DESK_REJECT), said("2", ruling=Ruling.ASK, digest=NOW), said("3", seen=True)
    )
    before = dict.fromkeys("123", OLD)
    (sentence,) = of_unknown_files(decisions, before, lambda _: NOW)
    assert sentence.startswith("decided in a file without digests, and the files have changed since the run before")
    assert sentence.endswith(": 1")
    for unchanged in ({}, dict.fromkeys("123", NOW)):
        assert of_unknown_files(decisions, unchanged, lambda _: NOW) == ()


def test_where_ids_differ_in_zeros_only_the_very_id_counts() -> None:
    ids = ("12", "012")
    assert settled(said("12", ruling=Ruling.ASK), ids=ids)[0] == {"12": Decision(ruling=Ruling.ASK)}
    assert settled(said("012", ruling=Ruling.ASK), ids=ids)[0] == {"012": Decision(ruling=Ruling.ASK)}
    assert settled(said("0012", ruling=Ruling.ASK), ids=ids) == (
        {},
        ('a decision is for "0012", but 2 submissions may be meant',),
    )
