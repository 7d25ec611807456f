"""The comment with which OpenReview shows a desk rejection: whole sentences, each point once, nothing that acts."""

from __future__ import annotations

import re

from msgspec.structs import replace

from faimi_check.model.decision import Decision, Ruling
from faimi_check.model.report import Report
from faimi_check.report.letters.comment import comment, reasons

from ..conftest import triaged

REJECT = Decision(ruling=Ruling.DESK_REJECT)


def test_it_is_a_letter_that_says_what_and_where_and_what_the_call_says(report: Report) -> None:
    why = reasons(triaged(report).submissions[0], REJECT)
    text = comment([why], report.venue.title)
    assert text.startswith("Dear authors,\n\nThank you for your submission to Example Workshop 2025. We are sorry")
    assert text.endswith("With kind regards,\n\nThe chairs of Example Workshop 2025")
    assert "\n\nIt does not meet the call for papers in this point:\n\n1. " in text
    assert "\n\nWe also noticed these points:\n\n2. " in text
    assert "uni-nordheim.example`\n\n   An e-mail address stands on page 2.\n   - page 2: `" in text
    assert "\n3. Content runs on to page 9, the limit is page 8: a figure and 11 lines stand there." in text
    assert "\n   - page 9: `Fig. 4. Waiting time by group`\n\n   The call says: " in text
    assert "at most 8 pages plus at most 2 extra pages of references" in text
    assert text.count("Content runs on") == 1
    assert "faimi-check" not in text
    assert comment([why, why], "X", "Ada Quill\nfor the chairs").endswith(
        "With kind regards,\n\nAda Quill  \nfor the chairs"
    )


def test_the_chairs_own_words_come_first_and_can_stand_alone(report: Report, clean_report: Report) -> None:
    failing, clean = triaged(report).submissions[0], triaged(clean_report).submissions[0]
    noted = replace(REJECT, note="Out of scope.\nSee *topics*.")
    assert reasons(clean, noted) == "Out of scope.\n\nSee \\*topics\\*."
    assert reasons(clean, REJECT) == ""
    assert reasons(failing, noted).startswith("Out of scope.\n\nSee \\*topics\\*.\n\nIt does not meet the call")


def test_what_a_file_says_calls_nobody_and_marks_nothing_up(hostile_report: Report) -> None:
    told = reasons(triaged(hostile_report).submissions[0], replace(REJECT, note="<img src=x onerror=alert(1)> @all"))
    assert not re.search(r"(?<!\\)<(?!!-- -->)", re.sub(r"(`+).*?\1", "", told))
    assert "@all" not in told
