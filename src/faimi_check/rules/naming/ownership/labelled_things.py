"""Things known by their names that a label or a bracket calls the authors' own: "Cohort: TRIMAVA (ours)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.ownership.labelled_people import WORD
from faimi_check.rules.naming.ownership.terms import is_everybodys
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import any_of, listed, table

_THING, _BUILT, _DEED, _PART, _BY_US = (
    any_of("own_labels", key) for key in ("things", "built", "deeds", "parts", "by_us")
)
_BY_NAME = rf"({WORD}(?:[ -]{WORD}){{0,2}})"
_MINE = r"(?i:ours|own|our own)"
_STANDING = (
    # "Cohort: TRIMAVA (ours)", "the registry TRIMAVA (ours)", "biobank (own): TRIMAVA".
    late(rf"\b(?i:{_THING}|{_BUILT}) ?:? ?{_BY_NAME}(?: v?\d[\d.]*)? ?\({_MINE}[,;)]"),
    late(rf"\b(?i:{_THING}|{_BUILT}) \({_MINE}\) ?[:=] ?{_BY_NAME}"),
    late(rf"{_BY_NAME} (?i:{_THING}) \({_MINE}[,;)]|{_BY_NAME} \((?i:our|own|our own) (?:[a-z]+ )?(?i:{_THING})[,;)]"),
    late(rf"\b(?i:{_THING}|{_BUILT}) (?:{_BY_US}) by (?:us|the authors) ?\({_BY_NAME}"),
    # "Own device (TrimaScope, ...)", "our screening bus TRIMAVA".
    late(rf"\b(?i:own) (?i:{_THING}|{_BUILT}) ?[(:] ?{_BY_NAME}|\b(?i:our) (?i:{_THING}) \(?{_BY_NAME}"),
    late(rf"\b(?i:our) {_BY_NAME} (?i:{_THING})\b|\b{_MINE} \({_BY_NAME} (?i:{_THING})\b"),
    # "The TRIMAVA Biobank and How We Built It", "The TRIMAVA Cohort of Our Ward", "TRIMAVA, Our Birth Cohort".
    late(
        rf"{_BY_NAME} (?i:{_THING})(?:(?i: of our\b)| [\w ,:–-]{{0,30}}?(?<= )(?i:we (?:[a-z]+ly )?{_DEED}"
        rf"|our {_PART}(?= (?:in|with|for|on)\b))\b)"
    ),
    late(rf"{_BY_NAME}[,:] (?i:our (?:[a-z]+ )?{_THING})\b"),
)
# As many of these stand in brackets, also in a sentence.
_IN_BRACKETS = 4
_BOUGHT = late(rf"\b{_BUILT}\b", re.IGNORECASE)
_INVENTED = late(r"[a-z][A-Z]|\b[A-Z]{4}")
_BLANKS, _PREFIX = re.compile(r"[ -]"), late(r"^(?:pre|post|non|sub|re|multi)-?(?=[a-z]{4})")


def things(text: str, *, short: bool) -> Iterator[str]:
    """Things that are known by their names, where a label or a bracket makes them the authors'."""
    small = text.lower()
    if not any(map(small.__contains__, table("own_labels")["thing_signs"])):
        return
    for pattern in _STANDING if short else _STANDING[:_IN_BRACKETS]:
        for match in pattern.finditer(text):
            name = next(filter(None, match.groups()))
            if is_placeholder(name) or is_collection(name) or all(map(_is_anybodys, _BLANKS.split(name))):
                continue
            # "Own sensor (Arduino)", "own phantom (Agar)".
            if _BOUGHT.search(match[0]) is None or _INVENTED.search(name):
                yield name


def _is_anybodys(word: str) -> bool:
    known = word in listed("own_labels", "diseases") or fold(word) in listed("mentions", "makers")
    bare = _PREFIX.sub("", word.lower())
    return known or is_everybodys(word) or (not word.isupper() and is_everyday(bare)) or bare in ("cohort", "registry")


def is_collection(name: str) -> bool:
    """Whether it is a public set of data: "CheXpert", "UK Biobank"."""
    folded = fold(name)
    return not {folded, *folded.split(), *folded.split("-")}.isdisjoint(table("collections")["names"])
