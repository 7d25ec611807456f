"""Patterns that are tried only where one of their matches may begin: they find what they would anywhere."""

from __future__ import annotations

import re

import pytest

from faimi_check.rules.naming.identity.beginnings import Wording, beginnings, begun, begun_as

FRAGMENTS = (
    *(r"\bthat we began in \w+", r"\bwe (?:began|ended) in \w+", r"Ümlauts? \w+", r"\b(?-i:IRB) \w+"),
    *(r"\b(?:our|(?-i:US)|early|earlier) (?:first|second) \w+", r"(?<!\bno )(?<!\bsome )\bauthors? \w+"),
)
PATTERN = re.compile("|".join(FRAGMENTS), re.IGNORECASE)
BEGINS = beginnings(*FRAGMENTS)


@pytest.mark.parametrize(
    "text",
    [
        "what that we ended in spring",
        "That we began in May, and WE ENDED in June; awe began in July",
        "of the irb said, by IRB number, Umlaut one, ümlaut two and ÜMLAUTS three",
        "İ we began in spring",
        "our first paper, EARLIER SECOND drafts, early first ones, us first and US first, hour first",
        "authors agree, no authors agree, some author agrees, coauthors agree",
        "we began in we began in we began in May",
        "",
    ],
)
def test_it_finds_what_the_pattern_finds(text: str) -> None:
    expected = [match.span() for match in PATTERN.finditer(text)]
    assert [match.span() for match in begun(PATTERN, BEGINS, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in our lab work and our old work", ["our lab", "our old work"]),
        ("our old work of our lab", ["our old work", "our lab"]),
        ("our older and oldest work", ["our older and oldest work"]),
        ("İ tell of OUR OLD WORK and the lab's", ["OUR OLD WORK"]),
        # The first wording goes first at one place, and what it took is not searched again.
        ("our lab our old work", ["our lab our"]),
        (f"our{' very' * 60} old work", []),
    ],
)
def test_of_several_wordings_the_first_is_found_where_its_sign_stands(text: str, expected: list[str]) -> None:
    begins = beginnings("our ")
    wordings = (
        Wording(re.compile(r"our lab(?: our)?", re.IGNORECASE), begins, ("lab",)),
        Wording(re.compile(r"our (?:\w+ )*?work", re.IGNORECASE), begins, ("old", "far")),
    )
    assert [match[0] for match in begun_as(wordings, text)] == expected


def test_there_is_something_to_find() -> None:
    assert [match[0] for match in begun(PATTERN, BEGINS, "what that we ended in spring")] == ["we ended in spring"]


@pytest.mark.parametrize("fragment", ["[ée]thique", r"\d+", "a?bc", r"(?:we|\d+) are", "(?:we|you)? are"])
def test_a_fragment_without_a_first_letter_is_refused(fragment: str) -> None:
    with pytest.raises(ValueError, match="letter"):
        beginnings(fragment)
