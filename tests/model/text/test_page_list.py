"""Lists of pages are worded in one way."""

from __future__ import annotations

import pytest

from faimi_check.model.text.page_list import listed_pages


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([], "no page"),
        ([3], "page 3"),
        ([9, 10], "pages 9 and 10"),
        ([9, 10, 11], "pages 9 to 11"),
        ([5, 3, 3], "pages 3 and 5"),
        ([2, 3, 4, 7, 9], "pages 2 to 4, 7 and 9"),
        ([1, 2, 4, 5], "pages 1, 2, 4 and 5"),
        ([1, 3, 5, 7, 9, 11], "pages 1, 3, 5, 7, 9 and 11"),
        ([1, 3, 5, 7, 9, 11, 13], "pages 1, 3, 5, 7, 9, 11 and 1 more"),
        ([1, 3, 5, 7, 9, 11, *range(20, 30)], "pages 1, 3, 5, 7, 9, 11 and 10 more"),
        (range(1, 401), "pages 1 to 400"),
    ],
)
def test_a_list_of_pages_in_words(numbers: list[int], words: str) -> None:
    assert listed_pages(numbers) == words
