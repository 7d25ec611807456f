"""The median is that of the standard library."""

from __future__ import annotations

from statistics import median as known

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faimi_check.model.middle import median


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40))
def test_the_same_as_of_the_standard_library(numbers: list[float]) -> None:
    assert median(numbers) == known(numbers)


def test_of_nothing_there_is_none() -> None:
    with pytest.raises(ValueError, match="nothing"):
        median([])
