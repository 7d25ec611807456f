"""The text to the authors: everything they need, in a kind tone, and nothing that acts on a mail program."""

from __future__ import annotations

from faimi_check.model.finding import Report
from faimi_check.report import mail


def text_of(report: Report) -> str:
    return mail.render(report.submissions[0], report.venue)


def test_it_says_what_where_which_clause_and_how_to_mend(report: Report) -> None:
    text = " ".join(text_of(report).split())
    assert text.startswith("Subject: Submission paper: a correction is needed (Example Workshop 2025)")
    assert "Content runs on to page 9, the limit is page 8" in text
    assert "- page 9: “Fig. 4. Waiting time by group”" in text
    assert "To mend it: Shorten the paper by 11 lines" in text
    assert "The call says: “at most 8 pages plus at most 2 extra pages of references” (LEN001 page-limit)" in text
    assert "The call asks, in our words: Papers carry nothing that identifies the authors." in text
    assert "It found 3 points" in text
    assert "faimi-check check paper.pdf supplement.zip --venue example-2025" in text


def test_many_places_of_one_kind_are_one_point(report: Report) -> None:
    text = " ".join(text_of(report).split())
    assert text.count("ANON002 email") == 1
    assert "... and 3 more places of the same kind." in text


def test_what_is_to_be_copied_stands_in_lines_of_its_own(report: Report) -> None:
    said = "        gaps.avi\n          Codec: DivX (MPEG-4 Part 2)\n          Download: https://www.divx.com/\n"
    assert f"    To mend it: Add README.txt:\n{said}" in text_of(report)


def test_warnings_are_a_request_and_notes_are_left_out(report: Report) -> None:
    text = text_of(report)
    assert "Please have a look at the following as well." in text
    assert "SUP007" in text
    assert "VID003" not in text


def test_lines_fit_a_mail_and_nobody_is_accused(report: Report) -> None:
    text = text_of(report)
    assert max(len(line) for line in text.splitlines()[1:]) <= 76
    assert "A program can be wrong." in text
    assert not any(word in text.lower() for word in ("cheat", "violat", "desk reject", "must not have"))


def test_only_what_fails_is_due(report: Report, clean_report: Report) -> None:
    assert mail.is_due(report.submissions[0])
    assert not mail.is_due(clean_report.submissions[0])


def test_hostile_text_stays_text(hostile_report: Report) -> None:
    text = text_of(hostile_report)
    assert not [character for character in text if ord(character) < 32 and character != "\n"]
    assert not set(text) & set("\x7f\x85\x9b\u202e\u2066\u200b\u2028\ud800")
    # What a file says begins no line of its own: no header, no command, no heading.
    assert all("::warning" not in line[:12] for line in text.splitlines())
    assert sum(line.startswith("Subject:") for line in text.splitlines()) == 1
    text.encode()
