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
from faimi_check.rules.naming.ownership.labelled_people import somebody
from faimi_check.rules.naming.ownership.labelled_works import is_label, own_work
from faimi_check.rules.naming.ownership.terms import TERSE, is_everybodys
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.text.prose import MASKED
from faimi_check.rules.naming.text.sentences import Sentence, sentences
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import any_of, table

# One of these stands in each sentence that tells.
_SIGNS = (
    *("our", "Our", "own", "Own", "ome", "house", "nternal", "ocal", " We ", " we "),
    *("his group", "his team", "his lab"),
)
# In a sentence it takes one of these besides.
_SIGNS_IN_PROSE = ("(", ":", "=", ", our own")
_HOUSE, _DATA, _OWN = (any_of("own_labels", key) for key in ("houses", "data", "own"))
_THING, _BUILT = any_of("own_labels", "things"), any_of("own_labels", "built")
_WORD = r"[A-ZÀ-Þ][\w’'-]{2,30}"
_NAME = rf"(?:St\. )?{_WORD}(?: (?:(?:of|de|del|di|da|du|la|le|der|the) ){{0,2}}{_WORD}){{0,4}}"
# "Home", "our own hospital": a house's name may be any there; "internal" and "ours" stand beside methods as well.
_WHOSE = late(
    rf"(?<![\w-])(?:(?P<house>(?:(?:our|this)(?: own| home)?|own|home) (?:[a-z]{{3,12}} )?{_HOUSE}(?!\w)"
    rf"|home(?= ?[(:=|]))|(?P<own>{_OWN})(?: {_DATA})?)(?![\w-])",
    re.IGNORECASE,
)
_JOINT = late(r" ?(?:\)(?= ?[:=]))? ?(?P<sign>[(:=|,–—]|(?:in|at)(?= )) ?(?:(?:at|in|from|the|namely) ){0,2}")
_NAMED = late(_NAME)
_NAMED_BEFORE = late(
    rf"(?:(?P<head>(?i:{_HOUSE})) ?: ?)?(?P<name>{_NAME})(?:,? (?i:{_DATA}))?(?P<sign> ?\(|, )(?:also |our )?$"
)
_APART = late(r"\b(?:external|public|partner|open)\b", re.IGNORECASE)
_CLOSES = late(r"(?:,? [\w-]{1,12}){0,2} ?[,;):]")
_CODED = re.compile(r"\d|[a-z][A-Z]")
_BY_NAME = rf"({_WORD}(?:[ -]{_WORD}){{0,2}})"
_MINE = r"(?i:ours|own|our own)"
_STANDING = (
    # "Cohort: TRIMAVA (ours)", "the registry TRIMAVA (ours)", "biobank (own): TRIMAVA".
    late(rf"\b(?i:{_THING}|{_BUILT}) ?:? ?{_BY_NAME}(?: v?\d[\d.]*)? ?\({_MINE}[,;)]"),
    late(rf"\b(?i:{_THING}|{_BUILT}) \({_MINE}\) ?[:=] ?{_BY_NAME}"),
    late(rf"{_BY_NAME} (?i:{_THING}) \({_MINE}[,;)]"),
    # "Own device (TrimaScope, ...)", "our screening bus TRIMAVA".
    late(rf"\b(?i:own) (?i:{_THING}|{_BUILT}) ?[(:] ?{_BY_NAME}|\b(?i:our) (?i:{_THING}) \(?{_BY_NAME}"),
    # "The TRIMAVA Biobank and How We Built It", "The TRIMAVA Cohort of Our Ward", "TRIMAVA, Our Birth Cohort".
    late(
        rf"{_BY_NAME} (?i:{_THING})(?:(?i: of our\b)| [\w ,:–-]{{0,30}}?(?<= )(?i:we|our \w+) (?:[a-z]+ly )?"
        rf"(?i:{any_of('own_labels', 'deeds')})\b)"
    ),
    late(rf"{_BY_NAME}[,:] (?i:our (?:[a-z]+ )?{_THING})\b"),
)
# As many of these stand in brackets, also in a sentence.
_IN_BRACKETS = 3
_THING_SIGN = late(rf"\b(?:{_THING}|{_BUILT})\b", re.IGNORECASE)
_BY_SOMEBODY = re.compile(r"\b[Bb]y [A-ZÀ-Þ]")
# A heading that was read as text.
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d){0,2}\.?|[A-Z]\.\d|Appendix [A-Z]:?) [A-Z]")
_NEAR, _LONGEST_HEADING = 60, 16


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
    owned = any(sign in whole for sign in _SIGNS)
    if not (owned or heading or ("by " in whole and _BY_SOMEBODY.search(whole))):
        return None
    text = whole if heading and len(whole.split()) <= _LONGEST_HEADING else _label_of(sentence)
    short, text = bool(text), text or whole
    found = None
    if owned and (short or any(sign in whole for sign in _SIGNS_IN_PROSE)):
        found = _owned(text, common, short=short, terse=heading or sentence.place in TERSE)
    if short and not found and (name := somebody(text, heading=heading)):
        found = (Kind.PERSON, name)
    return Label(*found, sentence) if found and not MASKED.search(whole) else None


def _owned(text: str, common: frozenset[str], *, short: bool, terse: bool) -> tuple[Kind, str] | None:
    """What a text calls the authors' own, and of which kind that is."""
    if (short or "(" in text) and (cited := own_work(text)):
        return Kind.CITATION, cited
    if house := next(_houses(text, common, short=short, terse=terse), None):
        return Kind.PLACE, house
    thing = next(_things(text, short=short), None)
    return (Kind.PROJECT, thing) if thing else None


def _label_of(sentence: Sentence) -> str:
    """The label that a sentence is, or that its first line is in a paper whose cells look like text; or nothing."""
    text = sentence.text
    if sentence.place in TERSE or is_label(text):
        return text if is_label(text, long=sentence.place in TERSE) else ""
    lines = sentence.passage.lines_of(sentence.start, sentence.end)
    ends = sentence.passage.starts[lines.start + 1] if len(lines) > 1 else sentence.start
    first, rest = text[: ends - sentence.start].strip(), text[ends - sentence.start :]
    whole = sentence.passage.starts[lines.start] >= sentence.start
    if not whole or not first or first[-1] in ".,;:-" or not rest[:1].isupper():
        return ""
    return first if is_label(first) else ""


def _houses(text: str, common: frozenset[str], *, short: bool, terse: bool) -> Iterator[str]:
    """Houses and places right beside a word that makes them the authors'."""
    text = without_devices(text)
    apart = _APART.search(text) if short else None
    for whose in _WHOSE.finditer(text):
        # Beside what is public, "internal (Lysvik)" is a place as well.
        surely = whose["house"] is not None or (not whose[0].lower().startswith("our") and bool(apart))
        joint = _JOINT.match(text, whose.end())
        if joint and _may_join(joint["sign"], short=short, terse=terse and surely):
            named = _NAMED.match(text, joint.end())
            if named and _is_house(text, named.start(), named.end(), common, surely=surely):
                yield named[0]
        before = _NAMED_BEFORE.search(text[max(0, whose.start() - _NEAR) : whose.start()])
        if before and _CLOSES.match(text, whose.end()) and ("(" in before["sign"] or whose[0].lower() == "our own"):
            start = max(0, whose.start() - _NEAR) + before.start("name")
            end = start + len(before["name"])
            if _is_house(text, start, end, common, surely=surely or before["head"] is not None):
                yield before["name"]


def _may_join(sign: str, *, short: bool, terse: bool) -> bool:
    """Whether a sign leads from "our hospital" to its name; in a sentence a comma or "in" leads anywhere."""
    if sign in ("in", "at", "|"):
        return short and terse
    return sign not in ",–—" or short


def _is_house(text: str, start: int, end: int, common: frozenset[str], *, surely: bool) -> bool:
    name = text[start:end]
    if is_placeholder(name) or _is_collection(name):
        return False
    kind = kind_of(text, name, start, end, common)
    if kind in (Kind.INSTITUTION, Kind.PLACE):
        return fold(name) not in table("institutions")["countries"]
    if not surely or kind not in (Kind.NAME, Kind.PERSON) or _CODED.search(name) or name.isupper():
        return False
    return not any(is_everybodys(word) or is_everyday(word) for word in name.removeprefix("St. ").split())


def _things(text: str, *, short: bool) -> Iterator[str]:
    """Things that are known by their names, where a label or a bracket makes them the authors'."""
    if _THING_SIGN.search(text) is None:
        return
    for pattern in _STANDING if short else _STANDING[:_IN_BRACKETS]:
        for match in pattern.finditer(text):
            name = next(filter(None, match.groups()))
            if not is_placeholder(name) and not _is_collection(name) and not all(map(_is_anybodys, name.split())):
                yield name


def _is_anybodys(word: str) -> bool:
    return is_everybodys(word) or (not word.isupper() and is_everyday(word)) or word.lower() in ("cohort", "registry")


def _is_collection(name: str) -> bool:
    """Whether it is a public set of data: "CheXpert", "UK Biobank"."""
    folded = fold(name)
    return not {folded, *folded.split(), *folded.split("-")}.isdisjoint(table("collections")["names"])
