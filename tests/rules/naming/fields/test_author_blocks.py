"""People with their house in bare lines, and lines that only look like it."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.fields.author_blocks import author_block


@pytest.mark.parametrize(
    "lines",
    [
        ("Tilda Norrgren1, Oskar Vinge2,∗", "1 Vestmark University Hospital, Vestmark", "2 Clinic of Eastmere"),
        ("Tilda Norrgren and Oskar Vinge", "Department of Imaging,", "University of Vestmark"),
        ("O. Vinge, Vestmark Eye Clinic",),
        ("measured by Tilda Norrgren, University of Vestmark",),
    ],
)
def test_people_and_their_house(lines: tuple[str, ...]) -> None:
    assert author_block(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("Anonymous Authors", "Anonymous University"),
        ("Norrgren, T., Vinge, O.: Two cameras compared at the University of Vestmark", "In: Proceedings, pp. 1-2"),
        ("The images come from the University of Vestmark", "and were read twice"),
        ("Tilda Norrgren and Oskar Vinge", "wrote the first draft of this text"),
        ("Left eye", "Right eye", "University"),
    ],
)
def test_no_author_block(lines: tuple[str, ...]) -> None:
    assert author_block(lines) == ()
