"""The title that reports and mails print is the paper's, or none."""

from __future__ import annotations

import pytest

from faimi_check.engine.measures import printed_title

from ..rules.pages import paper


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Who Waits Longer?", "Gaps in Triage"), "Who Waits Longer? Gaps in Triage"),
        (("Anonymity of Faces in Scans",), "Anonymity of Faces in Scans"),
        (("What Clinics Opt In",), "What Clinics Opt In"),
        (("Anonymous authors",), None),
        (("Paper under double-blind review",), None),
        (("Fair Sorting of Scans with",), None),
        (("Fair Sorting of Scans:",), None),
        (("Fair Sorting of Radio-",), None),
    ],
)
def test_a_doubtful_title_is_left_out(lines: tuple[str, ...], title: str | None) -> None:
    assert printed_title(paper(title=lines)) == title
