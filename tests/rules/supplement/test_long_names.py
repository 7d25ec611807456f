"""Names of entries that are longer than any system takes: looked into so far, and no further."""

from __future__ import annotations

import pytest
from tests.work import calls

from faimi_check.model.finding import Hit, Undecided
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Entry, Supplement
from faimi_check.rules.supplement.entry_names import EntryNames, entry_names
from faimi_check.rules.supplement.entry_words import LONGEST_NAME, shown


def _told(*names: str) -> list[str]:
    entries = tuple(Entry(name=name, size=1, compressed=1) for name in names)
    zipped = Supplement(file="s.zip", size=1, is_zip=True, entries=entries)
    return [
        one.reason if isinstance(one, Undecided) else one.code
        for one in entry_names(Submission(id="x", supplements=(zipped,)), EntryNames())
        if isinstance(one, Hit | Undecided)
    ]


def test_what_a_long_name_says_is_told_as_far_as_it_is_looked_into() -> None:
    unread = f"1 name of more than {LONGEST_NAME} letters could not be looked into to the end"
    fill = "a" * LONGEST_NAME
    assert _told("Clara_Weber/film.mp4") == ["identifies"]
    assert _told(f"Clara_Weber/{fill}.mp4") == ["identifies", unread]
    assert _told(f"{fill}/Clara_Weber.mp4") == [unread]
    assert _told(f"{fill[:-4]}.mp4") == []


@pytest.mark.parametrize("unit", ["ab ", "Ab_", "home/", "a-b@", "a.b."])
def test_a_longer_name_takes_no_more(unit: str) -> None:
    once, longer = (f"{unit * (times * LONGEST_NAME // len(unit))}.mp4" for times in (1, 8))
    _told(longer)
    _told(once)
    assert calls(lambda: _told(longer)) < 1.5 * calls(lambda: _told(once))


def test_a_name_is_shown_without_looking_at_each_letter() -> None:
    assert shown("a\u202eb" + "c" * 600) == "a<U+202E>b" + "c" * 497
    assert calls(lambda: shown("c" * 500)) == calls(lambda: shown("c"))
