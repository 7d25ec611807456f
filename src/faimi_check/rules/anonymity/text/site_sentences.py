"""Sentences on approvals, registrations and places where data come from, and which name the authors' own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from faimi_check.model.page import Line, Region
from faimi_check.model.text.passage import Passage
from faimi_check.rules.anonymity.text.approvals import approval_code, approval_numbers, is_others_trial
from faimi_check.rules.anonymity.text.sites import is_given, is_lent, is_of_others, is_public, sites_in
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.beginnings import beginnings, begun
from faimi_check.rules.naming.identity.matter import near
from faimi_check.rules.naming.mentions.devices import without_devices
from faimi_check.rules.naming.mentions.everyones import technical
from faimi_check.rules.naming.ownership.score import said_share
from faimi_check.rules.naming.ownership.third_parties import quoted_examples
from faimi_check.rules.naming.text.prose import MASKED
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.naming.whose.public_statements import Whose, whose
from faimi_check.rules.tables import any_of, listed, table

_ETHICS = late(rf"\b{any_of('sites', 'ethics')}\b", re.IGNORECASE)
_APPROVAL = late(rf"\b{any_of('sites', 'approval')}\b", re.IGNORECASE)
_COLLECTED = late(
    rf"\b{any_of('sites', 'collected')}\b[^.;]{{0,100}}?\b(?:at|from|in|by|of)\b (?P<site>[^;]{{3,140}})", re.IGNORECASE
)
_OUR_SITE = late(
    rf"\b[Oo]ur (?:own |local |home )?{any_of('sites', 'own_places')}s?\b"
    r"[\s,(–—:-]{1,4}(?:at |of |from |namely |i\.e\.,? )?(?:the )?(?P<site>(?:St\. )?[A-ZÀ-Þ][^.;]{2,120})"
)
# "Our two home hospitals, NORDH and LYSV": several, whose names may be any.
_OUR_SITES = late(
    rf"\b[Oo]ur (?:(?:two|three|four|five|six|seven|\d) )?(?:own|home|local) {any_of('sites', 'own_places')}s"
    r" ?[,(:–—] ?(?:at |namely |i\.e\.,? )?"
    r"(?P<sites>[A-ZÀ-Þ][\w’-]{3,30}(?:,? (?:and |& )?[A-ZÀ-Þ][\w’-]{3,30}){1,6})(?![\w-])"
)
# "In-house (UZ Nordhavn)", "ours (Klinikum Nordhavn)", as cells of tables and captions name a set of one's own.
_IN_HOUSE = late(
    r"\b(?:[Ii]n-?house|[Oo]urs|[Oo]ur own|[Hh]ome site) (?:[a-z]+ ){0,2}[(\[](?P<site>[A-ZÀ-Þ][^()\[\]]{2,60})[)\]]"
)
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’-]{3,30}")
_OWN = late(rf"\b{any_of('sites', 'own')}\b", re.IGNORECASE)
_TRIAL = late(rf"\b{any_of('sites', 'trials')}\b")
_AT_INSTITUTIONS = late(rf"\b{any_of('sites', 'institution_words')}\b")
# Data banks register who applied under which number.
_APPLICATION = late(r"\b[Aa]pplication (?:[Nn]umbers?|[Nn]o\.?|ID|[Nn]os\.?|#)?\s?:?\s?#?\d{4,6}\b")
_CONTEXT = 450
# "Our hospital, which houses the only centre for congenital heart disease in Iceland".
_TOLD_BY = late(
    rf"\b[Oo]ur (?:own |local |home )?{any_of('sites', 'own_places')}\b[^.;]{{0,80}}?"
    r"\b(?:only|sole|largest|biggest|oldest|first|leading|northernmost|southernmost|national)\b[^.;]{0,80}? "
    r"(?:in|of|for) (?:the )?(?:[a-z]+ ){0,3}(?=[A-ZÀ-Þ][a-zà-þ])"
)
# What goes before the costly patterns, and how far these reach.
_OUR, _APPLIED = ("our ", "Our "), ("application ", "Application ")
_HOUSE = ("n-house ", "nhouse ", "urs (", "urs [", "ur own ", "ome site ")
_BEGINNINGS = {
    _ETHICS: beginnings(*table("sites")["ethics"]),
    _TRIAL: beginnings(*table("sites")["trials"]),
    _AT_INSTITUTIONS: beginnings(*table("sites")["institution_words"]),
}
_AROUND, _BEHIND = 400, 160
# Below this score data were collected by others, where others' data are spoken of near by.
_OTHERS = 0.12


def site_sentences(passage: Passage) -> list[tuple[int, int]]:
    """The sentences that speak of approvals, sites or registrations."""
    text = passage.text
    found = [match for pattern, begins in _BEGINNINGS.items() for match in begun(pattern, begins, text)]
    for signs, patterns in (
        (_OUR, (_OUR_SITE, _OUR_SITES, _TOLD_BY)),
        (_APPLIED, (_APPLICATION,)),
        (_HOUSE, (_IN_HOUSE,)),
    ):
        for start, end in near(signs, text, _AROUND, _AROUND + len(signs[0])):
            found += (match for pattern in patterns for match in pattern.finditer(text, start, end))
    return sorted({passage.sentence(match.start(), match.end(), 350) for match in found})


def parted(passage: Passage) -> str:
    """The text of a passage in which a mark stands between labels of a figure that do not stand one above the other.

    "ours" in one box and "(Lysvik)" under another one are not "ours (Lysvik)".
    """
    if all(line.region is not Region.FIGURE_TEXT for line in passage.lines):
        return passage.text
    text = list(passage.text)
    for at, (above, line) in enumerate(pairwise(passage.lines), 1):
        drawn = Region.FIGURE_TEXT in (above.region, line.region)
        first = passage.starts[at] - 1
        if drawn and text[first] == " " and (above.region is not line.region or not _are_stacked(above, line)):
            text[first] = ";"
    return "".join(text)


def _are_stacked(above: Line, line: Line) -> bool:
    return min(above.box.x1, line.box.x1) > max(above.box.x0, line.box.x0) and line.baseline > above.baseline


def judged(text: str, start: int, end: int) -> str:
    """The code for a sentence, empty for nothing."""
    sentence = _without_others(text[start:end])
    if MASKED.search(sentence):
        return ""
    sites = sites_in(sentence)
    public = is_public(sentence)
    if _ETHICS.search(sentence):
        numbered = any(approval_numbers(sentence))
        if numbered or _APPROVAL.search(sentence):
            numbered = numbered or _TRIAL.search(sentence) is not None
            return approval_code(sentence, text[max(0, start - _CONTEXT) : start], numbered=numbered)
    if _APPLICATION.search(sentence) or _TOLD_BY.search(sentence) or _names_own_sites(sentence):
        return "unclear"
    if _is_own_site(sentence, is_told=bool(sites) and not public):
        return "site"
    if _TRIAL.search(sentence) and not public:
        # "We use the published tables of both": what the next sentence says.
        lent = is_lent(sentence) or is_others_trial(sentence) or is_given(text[end : end + _BEHIND])
        return "" if _OWN.search(sentence) is None and lent else "unclear"
    collected = _COLLECTED.search(sentence)
    if not sites or public or not collected:
        return ""
    if _OWN.search(sentence):
        return "site"
    return "unclear" if _is_source(collected, sites, text[max(0, start - _CONTEXT) : end + _CONTEXT]) else ""


def may_come_from(text: str, start: int, end: int, houses: Sequence[str]) -> bool:
    """Whether a sentence says that data come from one of these houses, and nothing there says that it is another's."""
    sentence = _without_others(text[start:end])
    collected = _COLLECTED.search(sentence)
    if not collected or MASKED.search(sentence) or is_public(sentence):
        return False
    return _is_source(collected, houses, text[max(0, start - _CONTEXT) : end + _CONTEXT])


def _is_source(collected: re.Match[str], houses: Sequence[str], near: str) -> bool:
    """Whether one of the houses is where data of a sentence come from, and what stands `near` leaves it to the authors.

    What everybody writes of public data is what authors write of their own: who else is spoken of tells.
    """
    sentence = collected.string
    if not any(house in collected["site"] for house in houses) or whose(sentence) is Whose.PROVIDER:
        return False
    return said_share(sentence) >= _OTHERS or not is_of_others(near)


def _without_others(sentence: str) -> str:
    """A sentence without devices and prompts: neither "our department (Siemens Skyra, 3 T)" names a house by its maker,
    nor is one in a prompt anybody's."""
    sentence = without_devices(sentence)
    for first, last in quoted_examples(sentence):
        sentence = sentence[:first] + " " * (last - first) + sentence[last:]
    return sentence


def _is_own_site(sentence: str, *, is_told: bool) -> bool:
    """Whether a place of the authors' own is named where that is told of one, or right behind "in-house"."""
    ours = _OUR_SITE.search(sentence) if is_told else None
    if ours and not _is_nobodys(ours["site"]):
        return True
    return any(sites_in(match["site"]) for match in _IN_HOUSE.finditer(sentence))


def _names_own_sites(sentence: str) -> bool:
    """Whether several houses of the authors are named one behind the other, by whatever names."""
    found = _OUR_SITES.search(sentence) if "our " in sentence or "Our " in sentence else None
    words = _CAPITALISED.findall(found["sites"]) if found else []
    return bool(words) and not any(map(_is_no_name, words))


def _is_no_name(word: str) -> bool:
    """Whether a word with a capital is an everyday one, a maker's or a term; houses go by letters that nobody knows."""
    known = word in technical() if word.isupper() else is_everyday(word)
    return known or fold(word) in listed("mentions", "makers")


def _is_nobodys(site: str) -> bool:
    """Whether no house follows: "our centre, Siemens Vida", "Split of Our Clinic Data" in a heading."""
    first = site.split()[0].rstrip(",:")
    return fold(first) in listed("mentions", "makers") or (is_everyday(first) and not sites_in(site))
