"""What short labels call the authors' own, without a sentence: "Our centre, Lysvik", "Cohort: TRIMAVA (ours)",
"Ours, 2021 version [3]", "Notes by Ingrid".

What decides is what stands right beside the word: a house or a town, a thing of which there is one, a citation. Beside
the name of a method, "ours" says no more than whose method it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from faimi_check.model.paper import Paper
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.mentions.devices import without_devices
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.kinds import kind_of
from faimi_check.rules.naming.ownership.labelled_cells import beside_head
from faimi_check.rules.naming.ownership.labelled_matter import matter
from faimi_check.rules.naming.ownership.labelled_people import WORD, read_by, somebody
from faimi_check.rules.naming.ownership.labelled_things import is_collection, things
from faimi_check.rules.naming.ownership.labelled_works import is_label, own_work
from faimi_check.rules.naming.ownership.terms import TERSE, is_everybodys
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.text.prose import MASKED
from faimi_check.rules.naming.text.sentences import Sentence, sentences
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import any_of, listed

# One of these stands in each sentence that tells.
_SIGNS = (
    *("our", "Our", "own", "Own", "ome", "house", "nternal", "ocal", " We ", " we ", "by us", "by the authors"),
    *("uthors' ", "uthors’ ", "elf-cit", "elf cit"),
    *("his group", "his team", "his lab", " the group", " the lab", "by authors"),
)
# In a sentence it takes one of these besides.
_SIGNS_IN_PROSE = ("(", ":", "=", ", our own")
_HOUSE, _ROLE, _DATA, _OWN = (any_of("own_labels", key) for key in ("houses", "roles", "data", "own"))
_NAME = (
    rf"(?:St\. |(?-i:[A-Z]{{2,4}}) )?{WORD}(?:\.(?=,? [A-ZÀ-Þ]))?"
    rf"(?: (?:(?:of|de|del|di|da|du|la|le|der|the) ){{0,2}}{WORD}(?:\.(?=,? [A-ZÀ-Þ]))?){{0,4}}"
)
# "Home", "our own hospital": a house's name may be any there; "internal" and "ours" stand beside methods as well.
_WHOSE = late(
    rf"(?<![\w-])(?:(?P<house>(?:(?:our|this|(?:the )?authors[’'])(?: own| home| local)?|own|home|local)"
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
_CODED = re.compile(r"\d|[a-z][A-Z]")
_BY_SOMEBODY = re.compile(r"\b[Bb]y [A-ZÀ-Þ]")
# A heading that was read as text.
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d){0,2}\.?|[A-Z]\.\d|Appendix [A-Z]:?) [A-Z]")
_NEAR, _LONGEST_HEADING, _LONGEST_ROW = 60, 16, 400
# "Site A", "Cohort 3": beside such labels of an axis or column, "(ours)" stands behind a place.
_PLACED = late(
    r"(?<![^\W\d_])(?i:cohort|site|hospital|cent(?:re|er)|clinic|country|region|city|town|institution|ward|practice)s?"
    r" ?(?:\d{1,2}|[A-Z]|[IVX]{1,3})(?![a-z])"
)
# Points.
_SAME, _COLUMN = 2.0, 60.0


class Label(NamedTuple):
    """What a label names as the authors' own: a house or place, a thing (`Kind.PROJECT`), people or a citation."""

    kind: Kind
    name: str
    sentence: Sentence


@once_a_paper
def own_labels(paper: Paper) -> tuple[Label, ...]:
    """What labels call the authors' own, at most one a sentence, in reading order."""
    common = vocabulary(paper)
    return tuple(
        label for one in sentences(paper) if one.place != "reference" and (label := _label(one, common)) is not None
    )


def _label(sentence: Sentence, common: frozenset[str]) -> Label | None:
    whole = sentence.text
    heading = sentence.place == "heading" or _NUMBERED.match(whole) is not None
    found = _called_own(sentence, common, heading=heading) or _in_cells(sentence, common)
    if not found:
        text = _label_of(sentence, heading=heading)
        found = matter(text or whole, common, short=bool(text))
    return Label(*found, sentence) if found and not MASKED.search(whole) else None


def _in_cells(sentence: Sentence, common: frozenset[str]) -> tuple[Kind, str] | None:
    """The same of the cells of a row that bars or semicolons part: "Viewer ; LoupeTrace (in-house, TU Lysvik) ; Qt"."""
    text = sentence.text[:_LONGEST_ROW]
    parted = next((mark for mark in (" ; ", " | ") if text.count(mark) > 1), "")
    if not parted:
        return None
    for cell in text.split(parted):
        # The row may run on into the next sentence.
        found = _owned(cell, common, sentence, short=True, terse=True) if is_label(cell, long=True) else None
        if found or ((name := somebody(cell, heading=False)) and (found := (Kind.PERSON, name))):
            return found
    reader = read_by(text)
    if reader:
        return Kind.PERSON, reader
    return beside_head(text.split(parted), common, lambda cell, sited: _is_whole_house(cell, common, surely=sited))


def _called_own(sentence: Sentence, common: frozenset[str], *, heading: bool) -> tuple[Kind, str] | None:
    """What a label calls the authors' own by a word for it, or by somebody's first name."""
    whole = sentence.text
    owned = any(map(whole.__contains__, _SIGNS))
    labelled = sentence.place in TERSE and (": " in whole or ". " in whole)
    if not (owned or heading or labelled or ("by " in whole and _BY_SOMEBODY.search(whole))):
        return None
    text = _label_of(sentence, heading=heading)
    short, text = bool(text), text or whole
    found = None
    if owned and (short or any(map(whole.__contains__, _SIGNS_IN_PROSE))):
        found = _owned(text, common, sentence, short=short, terse=heading or sentence.place in TERSE)
    if short and not found and (name := somebody(text, heading=heading) or read_by(text)):
        found = (Kind.PERSON, name)
    return found


def _owned(
    text: str, common: frozenset[str], sentence: Sentence, *, short: bool, terse: bool
) -> tuple[Kind, str] | None:
    """What a text calls the authors' own, and of which kind that is."""
    if (short or "(" in text) and (cited := own_work(text)):
        return Kind.CITATION, cited
    if house := next(_houses(text, common, short=short, terse=terse), None):
        return Kind.PLACE, house
    if short and sentence.place in ("figure", "table") and _is_among_places(sentence):
        house = next(_houses(text, common, short=True, terse=True, placed=True), None)
        if house:
            return Kind.PLACE, house
    thing = next(things(text, short=short), None)
    return (Kind.PROJECT, thing) if thing else None


def _label_of(sentence: Sentence, *, heading: bool) -> str:
    """The label that a sentence is, or that its first line is in a paper whose cells look like text; or nothing."""
    text = sentence.text
    if sentence.place not in TERSE:
        first = _first_line(sentence)
        if first and _is_short(first, heading=heading):
            return first
    return text if _is_short(text, heading=heading, long=sentence.place in TERSE) else ""


def _is_short(text: str, *, heading: bool, long: bool = False) -> bool:
    return is_label(text, long=long) or (heading and len(text.split()) <= _LONGEST_HEADING)


def _first_line(sentence: Sentence) -> str:
    """The line with which a sentence begins and that does not run on into the next; empty where it does."""
    lines = sentence.passage.lines_of(sentence.start, sentence.end)
    if len(lines) == 1 or sentence.passage.starts[lines.start] < sentence.start:
        return ""
    length = sentence.passage.starts[lines.start + 1] - sentence.start
    first, rest = sentence.text[:length].strip(), sentence.text[length:]
    return first if first and first[-1] not in ".,;:-" and rest[:1].isupper() else ""


def _is_among_places(sentence: Sentence) -> bool:
    """Whether labels of places stand on a label's row or in its column: "Site 1", "Site 2", "Lysvik (ours)"."""
    passage = sentence.passage
    at = passage.lines_of(sentence.start, sentence.end).start
    own, page = passage.lines[at], passage.refs[at].page
    for ref, line in zip(passage.refs, passage.lines, strict=True):
        if ref.page != page or line.region is not own.region or _PLACED.search(line.text) is None:
            continue
        apart = abs(line.baseline - own.baseline)
        if apart < _SAME or (apart < _COLUMN and abs(line.box.x0 - own.box.x0) < _SAME):
            return True
    return False


def _houses(text: str, common: frozenset[str], *, short: bool, terse: bool, placed: bool = False) -> Iterator[str]:
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


def _is_whole_house(cell: str, common: frozenset[str], *, surely: bool) -> bool:
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
    everyday = [is_everybodys(word) or is_everyday(word) for word in words]
    # "Al-Rawabi Medical City".
    return not (all(everyday) if len(words) > 1 and _IS_HOUSE.fullmatch(words[-1]) else any(everyday))
