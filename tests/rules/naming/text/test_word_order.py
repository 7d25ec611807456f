"""Words in no order are no sentences; variables, lists and other languages are not taken for them."""

import random

import pytest

from faimi_check.engine import check
from faimi_check.model.report import Outcome
from faimi_check.model.submission import Submission
from faimi_check.rules.naming.text.word_order import has_disorder, stands_in_sentences
from faimi_check.venues.loader import load

from ...pages import paper

SENTENCES = (
    "We measured how long a film of each group waited in the list of the day.",
    "The order of the list is that of the model, and it is not seen by the readers.",
    "In our hospital the reading room opens at eight, which is late for the wards.",
    "These gaps are larger than those that a random order would leave to the groups.",
    "For each group we report the wait in minutes with an interval from a bootstrap.",
)


def shuffled(count: int) -> list[str]:
    """So many of the sentences, their words in any order."""
    chance = random.Random(3)
    said = []
    for index in range(count):
        words = SENTENCES[index % len(SENTENCES)].rstrip(".").lower().split()
        chance.shuffle(words)
        said.append(" ".join(words).capitalize() + " [1].")
    return said


@pytest.mark.parametrize("text", ["The of a list.", "As we is told by can.", "Our and the wait."])
def test_small_words_that_never_meet(text: str) -> None:
    assert has_disorder(text)


@pytest.mark.parametrize(
    "text",
    [
        *SENTENCES,
        "What the readers agreed on is shown, and what we look for is not.",
        "An in-house model, the to-do list and the by-product are one word each.",
        "Det er vigtigt for at vi kan se på listen af de billeder, som var til rest.",
    ],
)
def test_sentences_are_in_order(text: str) -> None:
    assert not has_disorder(text)


def test_a_few_odd_lines_do_not_make_a_paper_a_shuffled_one() -> None:
    prose = [sentence for _ in range(8) for sentence in SENTENCES]
    assert stands_in_sentences(paper(*prose, *shuffled(5)))
    assert not stands_in_sentences(paper(*shuffled(40)))
    assert stands_in_sentences(paper(*shuffled(5)))


def test_of_shuffled_words_a_whole_sentence_is_told_and_the_rest_is_undecided() -> None:
    own = "The study was approved by the ethics committee of Nordhavn Hospital (No. 2021-114)."
    report = check(Submission(id="1", paper=paper(*shuffled(60), own)), load("faimi-2026"))
    told = [(one.rule, one.code) for one in report.findings if one.rule.startswith("ANON")]
    assert told == [("ANON015", "ethics")]
    undecided = [one.rule for one in report.rules if one.outcome is Outcome.UNDECIDED and one.rule == "ANON007"]
    assert undecided == ["ANON007"]
