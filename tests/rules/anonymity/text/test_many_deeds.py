"""Who did what, in a text of many deeds."""

from __future__ import annotations

from tests.rules.pages import paper
from tests.work import grows

from faimi_check.rules.anonymity.text.who_did_what import credit_sentences


def _said(*lines: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(credit.said, credit.persons or credit.initials) for credit in credit_sentences(paper(*lines))]


def test_of_two_deeds_close_by_each_counts_and_one_alone_does_not() -> None:
    close = "Ruvo Tann designed the study.", "It was long.", "Mira Oskel collected the data."
    far = close[0], *("The films were read in the order in which they came, and then once more.",) * 9, close[2]
    assert [said for said, _ in _said(*close)] == [close[0], close[2]]
    assert _said(*far) == []


def test_each_deed_is_compared_with_those_beside_it() -> None:
    def judge(count: int) -> None:
        assert _said(*("R.T. and M.O. wrote the paper.", "Ruvo Tann designed the study.") * count)

    assert grows(judge, 50) < 6
