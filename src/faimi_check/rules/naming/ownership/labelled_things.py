"""Things known by their names that a label or a bracket calls the authors' own: "Cohort: TRIMAVA (ours)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.mentions.code_words import unheard
from faimi_check.rules.naming.mentions.everyones import is_collection
from faimi_check.rules.naming.ownership.labelled_people import WORD
from faimi_check.rules.naming.ownership.terms import is_everybodys
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.spotting import has_any
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
# "Examples from our TRIMAVA archive", "the TRIMAVA archive of our clinic", in a sentence.
_GATHERED, _HOUSE = any_of("own_labels", "gathered"), any_of("own_labels", "houses")
_KEPT = late(
    rf"\b(?i:our) (?:(?:own|local|internal|in-house) )?{_BY_NAME} (?:[a-z-]+ )?(?i:{_GATHERED})\b"
    rf"|{_BY_NAME} (?i:{_GATHERED}) of our (?:own )?(?:[a-z-]+ ){{0,2}}(?i:{_HOUSE})\b"
)
# "TRIMAVA, collected by the authors in six clinics", in a sentence that says what was made with it.
_COLLECTED = late(
    rf"{_BY_NAME}(?: (?:data ?set|set|cohort|collection|images|films))?,? \(?(?:(?:which|that) (?:was|were"
    rf"|had been) |itself |all )?"
    r"(?:newly |freshly |prospectively )?(?i:collected|recorded|acquired|gathered|scanned|filmed|assembled"
    r"|photographed)"
    r" (?i:by (?:us|the (?:present )?authors|ourselves|our own (?:staff|team|nurses|technicians))"
    r"|in our own \w+)\b(?!’)"
)
_ARTICLES = ("The", "This", "An", "A", "In", "From", "On", "Of", "And")
_COLLECTORS = ("by us", "by the authors", "by the present authors", "by ourselves", "by our own", "in our own")
_MAY_BE_KEPT = re.compile(r"\b[Oo]ur (?:own |local |internal |in-house )?[A-ZÀ-Þ]| of our ")
# As many of these stand in brackets, also in a sentence.
_IN_BRACKETS, _FEWEST = 4, 4
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


def kept_under_a_name(text: str) -> str:
    """The name under which a sentence says that the authors keep data: "our TRIMAVA archive"; or nothing."""
    kept = _KEPT.finditer(text) if _MAY_BE_KEPT.search(text) else ()
    collected = _COLLECTED.finditer(text) if has_any(text, _COLLECTORS) else ()
    for match in (*kept, *collected):
        name = next(filter(None, match.groups()))
        cited = text.startswith(" [", match.end())
        words = [word for word in _BLANKS.split(name) if word not in _ARTICLES]
        # What authors say they collected has their name also where letters alone make it.
        lettered = match.re.pattern == _COLLECTED.pattern and next(unheard(name, _FEWEST), "") != ""
        anybodys = not words or (not lettered and any(map(_is_anybodys, words)))
        if not (cited or anybodys or is_placeholder(name) or is_collection(name)):
            return " ".join(words) if " " in name else name
    return ""


def _is_anybodys(word: str) -> bool:
    known = word in listed("own_labels", "diseases") or fold(word) in listed("mentions", "makers")
    bare = _PREFIX.sub("", word.lower())
    return known or is_everybodys(word) or (not word.isupper() and is_everyday(bare)) or bare in ("cohort", "registry")
