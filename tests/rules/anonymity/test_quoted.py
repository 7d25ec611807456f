"""What was quoted already is found again by its letters, wherever it stands, and by nothing else."""

from __future__ import annotations

import random

import pytest

from faimi_check.rules.anonymity.quoted import Quoted

SAID = "The films of the ward were read at Lysvik Hospital by two of us, in one long afternoon | We thank the ward."


@pytest.mark.parametrize(
    "text",
    [
        "The films of the ward were read at Lysvik Hospital by two of us",
        "We thank the  ward",
        "In brief. The films of the ward were read at Lysvik Hospital by two of us, in one long afternoon, and again.",
    ],
)
def test_what_is_quoted_is_held(text: str) -> None:
    assert Quoted([SAID]).holds(text)


@pytest.mark.parametrize("text", ["The films were read at Lysvik Clinic", "We thank the Ward of Lysvik", "Nothing"])
def test_what_only_begins_alike_is_not(text: str) -> None:
    assert not Quoted([SAID]).holds(text)


def test_nothing_quotes_nothing() -> None:
    assert not Quoted().holds("We thank the ward")
    assert not Quoted([" ... "]).holds("We thank the ward")


def test_it_finds_what_comparing_each_with_each_finds() -> None:
    chosen = random.Random(7)
    texts = ["".join(chosen.choices("ab", k=chosen.randint(1, 70))) for _ in range(300)]
    told, asked = Quoted(texts[:40]), texts[40:]
    expected = [any(one[:60] in said or said[:60] in one for said in texts[:40]) for one in asked]
    assert [told.holds(one) for one in asked] == expected
