from __future__ import annotations

from faimi_check.model.text.counted import and_more, first_of, plural


def test_one_is_no_plural() -> None:
    assert [plural(count, "more place") for count in (0, 1, 2)] == ["0 more places", "1 more place", "2 more places"]


def test_what_is_left_is_counted() -> None:
    assert (first_of("abcd", 3), first_of(iter("abc"), 3), first_of("abc", 1, "; ")) == (
        "a, b, c and 1 more",
        "a, b, c",
        "a and 2 more",
    )
    assert (first_of((), 3), and_more(0), and_more(-2)) == ("", "", "")
