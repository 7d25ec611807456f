"""Houses that a line or a sentence says to be the authors' without "our hospital", in other languages than English.

Labels of their own data, their address, and where they work.
"""

from __future__ import annotations

import re
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.tongues.joined_names import joined_house
from faimi_check.rules.naming.tongues.names import Run, house_in, names_nobody, runs
from faimi_check.rules.naming.tongues.paid import cites_others, is_others
from faimi_check.rules.naming.tongues.wording import WHOLE, shared
from faimi_check.rules.spotting import lowered_once

_BEHIND, _LABELLED_BEHIND, _ADDRESSED_BEHIND = 80, 60, 160
# Between a label and a name, and between a name and a label.
_LABEL_GAP = late(r"\s?[(:,–—-]?\s?(?:[^\W\d_]{1,5}['’ ]\s?)?")
_LABELLED_BEFORE = late(r"\s?(?:\(|[,–—-]\s)\s?\Z")


def labelled(tongue: str, text: str, small: str) -> str:
    """The house whose data a label calls the authors' own: "Eigene Daten (Klinikum Osterwald)"."""
    own = None if cites_others(small) else _own_data().search(small)
    if own is None:
        return ""
    behind = text[own.end() : own.end() + _LABELLED_BEHIND]
    if tongue in WHOLE:
        found = joined_house(tongue).search(behind)
        return found[0] if found else ""
    before = text[max(0, own.start() - _LABELLED_BEHIND) : own.start()]
    if _LABELLED_BEFORE.search(before):
        return house_in(tongue, before)
    run = next(runs(behind), None)
    return _labelling(tongue, behind, run) if run and _LABEL_GAP.fullmatch(behind[: run.start]) else ""


def _labelling(tongue: str, text: str, run: Run) -> str:
    """A house, or a short one before the name of a place: "FN Podlesí", "SP ZOZ Jasnogórka"."""
    house = house_in(tongue, text, placed=True, inside=True)
    short = _short().match(lowered_once(run.name_in(text)))
    named = short and run.words[-1][1:].islower() and not names_nobody(run.words[-1])
    return house or (run.name_in(text) if named else "")


def addressed(tongue: str, text: str, small: str) -> str:
    """The house behind "Address for correspondence:"."""
    address = _address().search(small)
    if address is None:
        return ""
    return house_in(tongue, text[address.end() : address.end() + _ADDRESSED_BEHIND], placed=True, inside=True)


def working(tongue: str, text: str, small: str) -> str:
    """The house where the authors say that they work."""
    works = None if is_others(small) else _we_work().search(small) or _authors_work().search(small)
    if works is None:
        return ""
    behind = house_in(tongue, text[works.end() : works.end() + _BEHIND], placed=True, inside=True)
    return behind or house_in(tongue, text[max(0, works.start() - _BEHIND) : works.end()], placed=True)


@cache
def _own_data() -> re.Pattern[str]:
    return late(rf"(?<!\w){shared('own_data')}(?!\w)|{shared('own_data_joined')}")


@cache
def _short() -> re.Pattern[str]:
    return late(rf"{shared('short')} \w")


@cache
def _address() -> re.Pattern[str]:
    return late(rf"\A[\W\d]{{0,8}}(?:[^\W\d_]{{2,12}} ){{0,2}}{shared('address')}[^:.;]{{0,20}}[:：]")


@cache
def _we_work() -> re.Pattern[str]:
    author, works = shared("an_author"), shared("works")
    there = rf"{author}(?!\w)[^.;]{{0,30}}?(?<!\w){works}|{works}(?!\w)[^.;]{{0,20}}?(?<!\w){author}"
    return late(rf"(?<!\w)(?:{shared('we_work')}|{shared('where')} [^.;]{{0,20}}?(?<!\w)(?:{there}))(?!\w)")


@cache
def _authors_work() -> re.Pattern[str]:
    return late(rf"(?<!\w){shared('authors')} (?:\w{{2,8}} )?{shared('work_at')}(?!\w)")
