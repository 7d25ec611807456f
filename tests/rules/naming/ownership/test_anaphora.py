"""What one sentence names and the next one, or the one before, ties to the authors."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.ownership.telling import Topic

from ...pages import paper

OPENING = "We measure the gap between two groups of patients."


@pytest.mark.parametrize(
    ("first", "second", "name", "topic"),
    [
        ("The contours are by Ines Waldorf.", "She signs this paper with us.", "Ines Waldorf", Topic.PEOPLE),
        ("The rater was Dr. Otto Brandvik.", "He is also the second author.", "Otto Brandvik", Topic.PEOPLE),
        ("Ines Waldorf and Otto Brandvik read all scans.", "Both are among us.", "Ines Waldorf", Topic.PEOPLE),
        ("The idea is from a talk by Waldorf.", "She heads our laboratory.", "Waldorf", Topic.PEOPLE),
        ("The scanner is at Nordhavn University Hospital.", "Two of us work there.", "Nordhavn", Topic.SITE),
        ("The study was planned at the University of Estmark.", "This is our home institution.", "Estmark", Topic.SITE),
        ("One of us read each scan twice.", "That was Ines Waldorf.", "Ines Waldorf", Topic.PEOPLE),
    ],
)
def test_what_two_sentences_say_outright_is_one_sure_finding(first: str, second: str, name: str, topic: Topic) -> None:
    (told,) = facts_of(paper(OPENING, f"{first} {second} The rest is as usual.")).tellings
    assert told.topic is topic
    assert told.sure
    assert name in " ".join(told.names)
    assert told.sentence.text.strip() == f"{first} {second}"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The films are from Nordhavn University Hospital. Our offices are two floors above its archive.", "Nordhavn"),
        ("All ribs were counted by Ines Waldorf. We share a desk and a kettle with her.", "Ines Waldorf"),
        ("The mesh was cut by Brandvik. The first author still owes him a coffee for that.", "Brandvik"),
    ],
)
def test_what_both_together_suggest_is_doubtful(text: str, name: str) -> None:
    (told,) = facts_of(paper(OPENING, f"{text} The rest is as usual.")).tellings
    assert not told.sure
    assert name in " ".join(told.names)


@pytest.mark.parametrize(
    "text",
    [
        "The contours are by Ines Waldorf. She is not an author of this paper.",
        "The films are from Nordhavn University Hospital. None of us works there.",
        "The first detector was trained in Estmark. Its weights are public, and we start from them.",
        "The scheme goes back to Waldorf [3]. We follow her to the letter, since her code is here to stay.",
        "The readers are unknown. They sign this paper with us.",
        "The contours of Reader A were drawn twice. She is one of us in no sense.",
    ],
)
def test_neighbours_that_tell_nothing(text: str) -> None:
    second = text.partition(". ")[2]
    assert not any(second in told.sentence.text for told in facts_of(paper(OPENING, text)).tellings)


def test_who_is_told_is_not_listed_once_more() -> None:
    named = facts_of(paper(OPENING, "One of us read each scan twice. That was Ines Waldorf. The rest is as usual."))
    assert named.tellings
    assert named.unaccounted == ()


def test_sentences_of_two_places_are_no_neighbours() -> None:
    apart = paper(OPENING, "The contours are by Ines Waldorf.", "", "2 Methods", "She signs this paper with us.")
    assert not any(told.sure for told in facts_of(apart).tellings)
