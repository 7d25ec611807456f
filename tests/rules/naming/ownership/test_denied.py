"""Sentences that are plainly on others: what their wording alone would call the authors' is only asked about."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence

from ...pages import hits, paper


@pytest.mark.parametrize(
    ("sentence", "rule", "sure"),
    [
        (
            "The public collection of [3] was paid for by its own makers and by Union money (grant 825417).",
            "ANON005",
            set(),
        ),
        (
            "EstCXR, an open set by Halvorsen and others, supplied all radiographs; its ethics vote of Nordhavn "
            "University is quoted in the data paper.",
            "ANON015",
            {Confidence.POSSIBLE},
        ),
    ],
)
def test_what_others_had_is_no_error(sentence: str, rule: str, sure: set[Confidence]) -> None:
    found = hits(rule, paper("We measure the gap.", sentence))
    assert {hit.confidence for hit in found} == sure


def test_the_country_is_not_us() -> None:
    said = "Insurers in the US, such as Calder Permanent, could run it at once."
    assert hits("ANON019", paper(said)) == []
