from __future__ import annotations

from faimi_check.model.text.counted import and_more, first_of, plural, quote


def test_one_is_no_plural() -> None:
    assert [plural(count, "more place") for count in (0, 1, 2)] == ["0 more places", "1 more place", "2 more places"]


def test_what_is_left_is_counted() -> None:
    assert (first_of("abcd", 3), first_of(iter("abc"), 3), first_of("abc", 1, "; ")) == (
        "a, b, c and 1 more",
        "a, b, c",
        "a and 2 more",
    )
    assert (first_of((), 3), and_more(0), and_more(-2)) == ("", "", "")


def test_a_quotation_is_cut_between_words_and_says_so() -> None:
    assert quote("as it was") == "“as it was”"
    assert quote("as it was, and more", 12) == "“as it was, …”"
    assert quote("a" * 12, 5) == "“aaaaa …”"
