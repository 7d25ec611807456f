"""An id may say what it likes: its page stays inside the folder and overwrites no other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faimi_check.report.file_names import file_names, possible_names

IDS = st.text(st.one_of(st.sampled_from("./\\:aA1-_ \x00\n%"), st.characters()), max_size=200)


def test_plain_ids_keep_their_name() -> None:
    ids = ["12", "paper-12", "midl_7.v2"]
    assert file_names(ids) == {id: id for id in ids}


TRICKS = ["../../x", "/etc/passwd", "..", ".", "", ".hidden", "a/b", "a\\b", "con", "NUL.txt", "com1", "a\x00b"]
TRICKS += ["x" * 300, "a ", "é", "a..b", "-rf", "index.html/"]


@pytest.mark.parametrize("id", TRICKS)
def test_no_id_leaves_the_folder(id: str) -> None:
    (name,) = file_names([id]).values()
    assert re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*", name)
    assert ".." not in name
    assert len(name) <= 100
    assert name in possible_names(id)


def test_ids_that_differ_by_case_only_get_files_of_their_own() -> None:
    names = file_names(["Alpha", "alpha", "beta"])
    assert len({name.casefold() for name in names.values()}) == 3
    assert names["beta"] == "beta"


def test_a_plain_id_cannot_take_the_place_of_a_marked_one() -> None:
    (marked,) = file_names(["a/b"]).values()
    names = file_names(["a/b", marked, marked.upper()])
    assert len({name.casefold() for name in names.values()}) == 3


def test_only_what_differs_by_case_has_a_part_in_the_name_of_another() -> None:
    for id in ("a_b", "a b", "A/B", "a"):
        alone = file_names([id])[id]
        assert file_names([id, "a-b", "a_b_", "a.b", "ab", "a\\b", " a_b"])[id] == alone


@given(st.lists(IDS, max_size=12, unique=True), st.randoms())
def test_names_are_distinct_and_the_same_in_any_order(ids: list[str], random: object) -> None:
    names = file_names(ids)
    assert len({name.casefold() for name in names.values()}) == len(ids)
    assert all(name and re.fullmatch(r"[A-Za-z0-9_.-]+", name) and not name.startswith(".") for name in names.values())
    shuffled = list(ids)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert file_names(shuffled) == names
