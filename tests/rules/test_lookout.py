"""Rows of words that are looked for in one sentence after another."""

from __future__ import annotations

import pytest

from faimi_check.rules.late import AnySigned
from faimi_check.rules.spotting import Lookout, spotted

ROWS = (("our lab", "we"), ("^notes",), ("of ours", "€"))
TEXT = "notes from our lab; a paper of hers. so we went on"


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [("notes from our lab;", [0]), ("^notes from our lab;", [0, 1]), ("so we went on", [0]), ("a paper of hers.", [])],
)
def test_what_stands_nowhere_in_the_text_is_missed_in_no_sentence(sentence: str, rows: list[int]) -> None:
    whole = Lookout(ROWS)
    assert whole.rows_in(sentence) == whole.within([TEXT]).rows_in(sentence) == rows


def test_of_another_text_a_row_is_not_looked_for() -> None:
    assert Lookout(ROWS).within(["a paper of hers"]).rows_in("so we went on, of ours") == []


def test_wordings_within_a_text_match_where_they_stand() -> None:
    wordings = AnySigned([{"pattern": r"\bour \w+", "signs": ["our "]}, {"pattern": "hers", "signs": ["hers"]}])
    assert wordings.within([TEXT]).stands_in("from our lab")
    assert not wordings.within(["so we went on"]).stands_in("from our lab")


@pytest.mark.parametrize("times", [1, 40])
def test_a_long_text_is_asked_alike_before_and_after_it_is_taken_apart(times: int) -> None:
    text = f"{'so we went on and on ' * 200}{TEXT}"
    found = [list(spotted(("our lab", "of ours", "hers"), text)) for _ in range(times)]
    assert found == [["our lab", "hers"]] * times
