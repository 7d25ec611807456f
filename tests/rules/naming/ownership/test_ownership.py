"""Whose a mention is, by the words round it: pairs of nearly the same words with another owner."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.ownership.score import own_share
from faimi_check.rules.naming.ownership.signs import mention_signs
from faimi_check.rules.naming.ownership.telling import Topic
from faimi_check.rules.naming.ownership.words import words_of

from ...pages import codes, paper

PAIRS = [
    (
        "The second reading was done by our colleague Ines Waldorf.",
        "The network of Ines Waldorf et al. was the second baseline.",
        "Ines Waldorf",
    ),
    (
        "All films come from our own clinic, the Hospital San Telmo.",
        "The public set holds films of the Hospital San Telmo.",
        "Hospital San Telmo",
    ),
    (
        "The last author is paid by the Estmark Council.",
        "The collection of that data set was paid by the Estmark Council.",
        "Estmark Council",
    ),
    ("Our earlier paper [7] had only two groups.", "The authors of [7] had only two groups.", "[7]"),
]


def share(sentence: str, name: str) -> float:
    start = sentence.index(name)
    kind = Kind.CITATION if name.startswith("[") else Kind.PERSON
    return own_share(kind, "body", "", sentence, start, start + len(name))


@pytest.mark.parametrize(("own", "third", "name"), PAIRS)
def test_the_owner_decides(own: str, third: str, name: str) -> None:
    assert share(own, name) > 0.5 > share(third, name)


def test_signs_are_the_words_and_not_the_name() -> None:
    one, other = (
        mention_signs(words_of(f"We thank {name} for the masks."), Kind.PERSON, "body", "", name, 9, 9 + len(name))
        for name in ("Ines Waldorf", "Pedro Albarca")
    )
    assert {sign for sign in one ^ other if not sign.startswith("M:")} == set()


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("The masks were drawn by our resident Ines Waldorf in two weeks.", Topic.PEOPLE),
        ("All films come from our own clinic, the Hospital San Telmo.", Topic.SITE),
        ("The salary of our first author is paid by the Estmark Heart Foundation.", Topic.SUPPORT),
        ("In an earlier paper of ours [2] the same gap was put down to age.", Topic.WORK),
    ],
)
def test_what_a_telling_sentence_is_about(sentence: str, topic: Topic) -> None:
    (telling,) = facts_of(paper(sentence)).tellings
    assert telling.topic is topic


def test_what_is_masked_or_a_formula_tells_nothing() -> None:
    for sentence in (
        "The masks were drawn by our resident (name withheld for review) at Nordhavn.",
        "We write Lnorm = Ltext + Lcode with Ltext ∈ R for our Ines Waldorf term.",
    ):
        assert facts_of(paper(sentence)).tellings == ()


def test_one_leak_is_one_finding() -> None:
    found = codes("ANON019", paper("The masks were drawn by our resident Ines Waldorf in two weeks."))
    assert found == ["named"]
