"""Houses and places that a label calls the authors' own: "Our centre, Lysvik", "Lysvik (home)", "Own: Lysvik"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from faimi_check.model.page import Line
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.mentions.devices import without_devices
from faimi_check.rules.naming.mentions.everyones import is_collection, technical
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.kinds import kind_of
from faimi_check.rules.naming.ownership.labelled_people import WORD
from faimi_check.rules.naming.ownership.terms import is_everybodys
from faimi_check.rules.naming.text.sentences import Sentence
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import any_of, listed

_HOUSE, _ROLE, _DATA, _OWN = (any_of("own_labels", key) for key in ("houses", "roles", "data", "own"))
_NAME = (
    rf"(?:St\. |(?-i:[A-Z]{{2,4}}) )?{WORD}(?:\.(?=,? [A-ZÀ-Þ]))?"
    rf"(?: (?:(?:of|de|del|di|da|du|la|le|der|the) ){{0,2}}{WORD}(?:\.(?=,? [A-ZÀ-Þ]))?){{0,4}}"
)
# "Home", "our own hospital": a house's name may be any there; "internal" and "ours" stand beside methods as well.
_WHOSE = late(
    r"(?<![\w-])(?<!their )(?<!his )(?<!her )(?<!its )(?<!whose )(?<!each )(?<!every )(?<!any )(?<!a )(?<!an )"
    rf"(?:(?P<house>(?:(?:our|this|(?:the )?authors[’'])(?: own| home| local)?|own|home|local)"
    rf" (?:[a-z]{{3,12}} )?{_HOUSE}(?!\w)"
    rf"|home(?: (?:set|cohort|films|sample))?(?= ?[(:=|]))|(?P<own>{_OWN})(?: {_DATA})?)(?![\w-])",
    re.IGNORECASE,
)
_OWN_WORDS = frozenset(
    (
        *("ours", "our", "own", "home", "in-house", "inhouse", "internal", "local", "this", "authors'", "authors’"),
        *("authors", "us"),
    )
)
_APART_FROM_WORDS = str.maketrans(dict.fromkeys("(),:;=|/", " "))
_IS_HOUSE = late(_HOUSE, re.IGNORECASE)
_JOINT = late(r" ?(?:\)(?= ?[:=]))? ?(?P<sign>[(:=|,–—]|(?:in|at)(?= )) ?(?:(?:at|in|from|the|namely) ){0,2}")
_NAMED = late(_NAME)
# With one of these what stands before ends.
_LEADS_BACK = ("(", ", ", "also ", "our ")
_NAMED_BEFORE = late(
    rf"(?:(?:(?P<head>(?i:{_HOUSE}))|(?P<role>(?i:{_ROLE}))) ?: ?)?(?P<name>{_NAME})(?:,? (?i:{_DATA}))?"
    r"(?P<sign> ?\(|, )(?:also |our )?$"
)
# "Internal (Cleveland subset of UCI)" goes on.
_ENDS = late(r" ?(?:[^\w\s’'-]|\d|$)| (?:and|site|n|in)\b")
_APART = late(r"\b(?:external|public|partner|open)\b", re.IGNORECASE)
_PRIVATE = late(rf"\b{any_of('own_labels', 'private')}(?: [\w-]+){{0,2}} ?\((?:the )?$", re.IGNORECASE)
_CLOSES = late(r"(?:,? [\w-]{1,12}){0,2} ?[,;):]")
_SAINT = re.compile(r"\A(?:St\.|San|Santa|Santo|São|Sankt|Saint|Sainte|Sint|Osp\.|Hosp\.|Hôp\.) ")
# "Lysvik North": in which part of a town a house stands is said in everyday words.
_SIDES = frozenset(("North", "South", "East", "West", "Central", "Upper", "Lower", "New", "Old", "General"))
_FEWEST, _MOST = 1, 4
_CODED = re.compile(r"\d|[a-z][A-Z]")
_NEAR = 60
# "Site A", "Cohort 3": beside such labels of an axis or column, "(ours)" stands behind a place.
_PLACED = late(
    r"(?<![^\W\d_])(?i:cohort|site|hospital|cent(?:re|er)|clinic|country|region|city|town|institution|ward|practice)s?"
    r" ?(?:\d{1,2}|[A-Z]|[IVX]{1,3})(?![a-z])"
)
# Points.
_SAME, _COLUMN = 2.0, 60.0
# How far a line of a label stands below the one before, in sizes, and how many words it has.
_LEADING, _LONGEST_LABEL = 1.6, 5
_BRACKETED = re.compile(r"\([^()]{2,40}\)\W*\Z")


def own_houses(text: str, common: frozenset[str], *, short: bool, terse: bool, placed: bool = False) -> Iterator[str]:
    """Houses and places right beside a word that makes them the authors'; `placed` where a place is looked for."""
    if _OWN_WORDS.isdisjoint(text.lower().translate(_APART_FROM_WORDS).split()):
        return
    text = without_devices(text)
    apart = _APART.search(text) if short else None
    for whose in _WHOSE.finditer(text):
        # Beside what is public, "internal (Lysvik)" is a place as well, and so it is in "private (ours, Lysvik)".
        surely = placed or whose["house"] is not None or (not whose[0].lower().startswith("our") and bool(apart))
        surely = (
            surely
            or whose[0].lower().endswith(("authors", "us"))
            or (short and _PRIVATE.search(text, 0, whose.start()) is not None)
        )
        joint = _JOINT.match(text, whose.end())
        if joint and _may_join(joint["sign"], short=short, terse=terse and surely):
            named = _NAMED.match(text, joint.end())
            if (
                named
                and _ENDS.match(text, named.end())
                and _is_house(text, named.start(), named.end(), common, surely=surely)
            ):
                yield named[0]
        left = text[max(0, whose.start() - _NEAR) : whose.start()]
        before = _NAMED_BEFORE.search(left) if left.endswith(_LEADS_BACK) else None
        if before and _CLOSES.match(text, whose.end()):
            start = max(0, whose.start() - _NEAR) + before.start("name")
            # "Training set (Klinikum Lysvik, ours)": a house in brackets with the word for whose it is.
            housed = short and text[:start].endswith("(") and text.startswith(")", whose.end())
            if not ("(" in before["sign"] or whose[0].lower() == "our own" or housed):
                continue
            end = start + len(before["name"])
            if _is_house(text, start, end, common, surely=surely or _is_place_of(before, whose[0])):
                yield before["name"]


def _is_place_of(before: re.Match[str], whose: str) -> bool:
    """Whether it is said before a name that a place follows; "training: Mixup (ours)" is a method."""
    return before["head"] is not None or (before["role"] is not None and whose.lower() != "ours")


def _may_join(sign: str, *, short: bool, terse: bool) -> bool:
    """Whether a sign leads from "our hospital" to its name; in a sentence a comma or "in" leads anywhere."""
    if sign in ("in", "at", "|"):
        return short and terse
    return sign not in ",–—" or short


def below_own_label(sentence: Sentence, common: frozenset[str]) -> str:
    """The place in a label of a figure that goes on a label for one's own data: "in-house test set" over "Lysvik".

    Also the other way round: "Lysvik" over "(our hospital)".
    """
    above, text = _label_above(sentence), sentence.text.strip()
    if not above:
        return ""
    bare = above.strip(" :()[]")
    whose = _WHOSE.fullmatch(bare)
    if whose is not None and " " in bare and (whose["house"] or not bare.lower().startswith("ours")):
        return next(own_houses(f"{bare}: {text}", common, short=True, terse=True, placed=True), "")
    return next(own_houses(f"{above} {text}", common, short=True, terse=True), "") if _BRACKETED.match(text) else ""


def _label_above(sentence: Sentence) -> str:
    """The line of the same label right above one of a figure."""
    own, beside = _on_its_page(sentence)
    for line in beside:
        if not 0 < own.baseline - line.baseline < _LEADING * own.size or line.region is not own.region:
            continue
        middle = abs(line.box.x0 + line.box.x1 - own.box.x0 - own.box.x1) / 2
        near = middle < own.size or abs(line.box.x0 - own.box.x0) < _SAME
        if near and len(line.text.split()) <= _LONGEST_LABEL:
            return line.text.strip()
    return ""


def _on_its_page(sentence: Sentence) -> tuple[Line, tuple[Line, ...]]:
    """The line with which a sentence begins, and those of its passage on the same page, which stand together."""
    passage = sentence.passage
    at = passage.lines_of(sentence.start, sentence.end).start
    page = passage.refs[at].page
    first, last = (find(passage.refs, page, key=attrgetter("page")) for find in (bisect_left, bisect_right))
    return passage.lines[at], passage.lines[first:last]


def is_whole_house(cell: str, common: frozenset[str], *, surely: bool) -> bool:
    named = _NAMED.fullmatch(cell)
    return named is not None and _is_house(cell, 0, len(cell), common, surely=surely)


def _is_house(text: str, start: int, end: int, common: frozenset[str], *, surely: bool) -> bool:
    name = text[start:end]
    if is_placeholder(name) or is_collection(name):
        return False
    kind = kind_of(text, name, start, end, common)
    if kind in (Kind.INSTITUTION, Kind.PLACE):
        return fold(name) not in listed("institutions", "countries")
    if not surely or kind not in (Kind.NAME, Kind.PERSON) or _CODED.search(name) or name.isupper():
        return False
    words = _SAINT.sub("", name).split()
    words = [word for word in words if word not in _SIDES and not _is_houses_letters(word)] or words
    everyday = [is_everybodys(word) or is_everyday(word) for word in words]
    # "Al-Rawabi Medical City".
    return not (all(everyday) if len(words) > 1 and _IS_HOUSE.fullmatch(words[-1]) else any(everyday))


def _is_houses_letters(word: str) -> bool:
    """Whether a word may be letters for a kind of house, as in "UZ Lysvik": no film and no sequence goes by them."""
    return word.isupper() and _FEWEST < len(word) <= _MOST and word not in technical()


def is_among_places(sentence: Sentence) -> bool:
    """Whether labels of places stand on a label's row or in its column: "Site 1", "Site 2", "Lysvik (ours)"."""
    own, beside = _on_its_page(sentence)
    for line in beside:
        if line.region is not own.region or _PLACED.search(line.text) is None:
            continue
        apart = abs(line.baseline - own.baseline)
        if apart < _SAME or (apart < _COLUMN and abs(line.box.x0 - own.box.x0) < _SAME):
            return True
    return False
