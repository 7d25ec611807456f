"""What authors tell of themselves that a search of the news finds: "ours was the first hospital of the country to"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import any_of, listed, table

_UNIQUE, _CLAIMED, _WORLD, _HOUSE, _THING, _DOING, _BEGAN, _RULED = (
    any_of("own_deeds", key) for key in ("unique", "claimed", "world", "houses", "things", "doing", "began", "ruled")
)
_WORD, _CAPITALISED = re.compile(r"\b[a-z]+"), re.compile(r"\b[A-Z][a-z]{3,}")
# But not "country of birth".
_OUR_LAND = ("the country", "our country", "whole country")
_SINGULAR = late(rf"\b(?:{_UNIQUE})", re.IGNORECASE)
_SAID_OF_STUDIES = late(rf"\b(?:{_CLAIMED})", re.IGNORECASE)
# "In the Lofoten", but not "in Table 2" nor "of March".
_OUTSIDE = late(
    rf"\b(?:{_WORLD})\b|(?-i:\b(?:in|of|on|between|for|from|around) (?:the )?"
    r"(?!(?:Table|Tab|Fig|Figure|Sec|Sect|Section|Eq|App|Appendix|Alg|Chapter|Part|Panel|January|February|March|April|May"
    r"|June|July|August|September|October|November|December)\b)[A-ZÀ-Þ][a-zà-þ]{2,})",
    re.IGNORECASE,
)
_AUTHOR = r"(?:one of us|two of us|(?:the )?(?:first|second|third|last|senior|corresponding) author)"
_WHO = rf"(?:we|i|{_AUTHOR})"
_THEIRS = r"(?:our|my|this|(?:the )?authors?[’']s?)"
_ABOUT_US = late(
    rf"\bours\b|\b{_THEIRS} (?:own )?(?:[\w-]+ ){{0,3}}?(?:{_HOUSE}|{_THING})\b(?!-)"
    rf"|\b(?:{_HOUSE}|{_THING}) (?:of the (?:present )?authors|(?:which|that|where|in which|at which) {_WHO})\b"
    rf"|\b{_WHO}(?: \w+ly| have| has| had)? (?:{_DOING})\b",
    re.IGNORECASE,
)
# "We are, as far as we know, the only group in the Baltics with such a scanner": not a study but who they are.
_ALONE = late(
    r"\b(?:we|ours)\b[^.;]{0,50}?\b(?:are|is|remain|were|was)\b[^.;]{0,45}?(?<!not )\bthe (?:only|sole) "
    rf"(?:[\w-]+ ){{0,2}}?(?:{_HOUSE}|group|team)\b(?! to\b)",
    re.IGNORECASE,
)
_BEGAN_HERE = late(
    rf"\b(?:{_BEGAN})\b.{{0,80}}?\b(?:in|at|on|by|from) {_THEIRS} (?:\w+ )?(?:{_HOUSE})\b", re.IGNORECASE
)
_WE_RULED = late(
    rf"\b(?:(?:our|my) (?:\w+ )?(?:{_HOUSE}|team|group)|we|i)\b(?: which| that)? (?:have |had |has )?(?:{_RULED})\b"
    r"(?=.*\b(?:licen[cs]e|certificate|product|reader|device|program|trial|network)s?\b)",
    re.IGNORECASE,
)
# "The national index is published every year; we took that of 2019."
_PUBLISHED = late(rf"\b(?:{any_of('own_deeds', 'published')})\b", re.IGNORECASE)
_TAKEN = late(
    rf"\bwe(?: have| had| then| also| only| therefore| always)?,? (?:{any_of('own_deeds', 'taken')})\b", re.IGNORECASE
)
_OURSELVES = late(r"\b(?:we|us|ours?|ourselves|i|my|authors?)\b", re.IGNORECASE)


# "Our patients against those of the national registry": what everybody compares theirs with.
# Nor is it their country where they cite what was found or laid down there: "our national guideline [1]".
_COMPARED = late(
    r"\b(?:stud(?:y|ies)|surveys?|reports?|audits?|papers|trials|works?) (?:from|in|of) (?:our|the) (?:own )?"
    r"(?:whole )?country(?=.{0,90}\[\d)"
    r"|\bour national (?:[\w-]+ ){0,2}\[\d|"
    r"\b(?:against|with|to|than|versus|vs\.?|beside|like|from) (?:th(?:ose|at|e ones) of )?(?:the |a )?national "
    r"(?:registr(?:y|ies)|register|census|average|statistics|survey|reference|norms?|population|figures|rates?"
    r"|guidelines?)\b",
    re.IGNORECASE,
)


def tells_own_deed(sentence: str) -> bool:
    """Whether a sentence says of the authors or of their house what in the world outside of the paper only they did."""
    lowered = sentence.lower()
    if not has_any(lowered, table("own_deeds")["signs"]):
        return False
    if has_any(lowered, table("own_deeds")["ruled_signs"]) and _WE_RULED.search(sentence):
        return True
    if _SINGULAR.search(sentence) is None or _SAID_OF_STUDIES.search(sentence):
        return False
    return _OUTSIDE.search(sentence) is not None and _ABOUT_US.search(sentence) is not None


def takes_what_is_published(sentence: str) -> bool:
    """Whether all that a sentence tells of the authors is that they took what an office publishes for everybody."""
    lowered = sentence.lower()
    if not has_any(lowered, table("own_deeds")["published_signs"]):
        return False
    return (
        _PUBLISHED.search(sentence) is not None
        and len(_TAKEN.findall(sentence)) == len(_OURSELVES.findall(sentence)) > 0
    )


def speaks_of_a_state(sentence: str, is_term: Callable[[str], bool]) -> bool:
    """Whether a sentence speaks of a country's people, offices or laws ("the Danish rules", "the cantonal council"), or
    of what else is in the news and hardly in papers: "the storm of last autumn".

    What is a term of the paper is no news: "miners" of one on chains of blocks.
    """
    # "The National Library of Medicine" is a house of its own.
    sentence = _COMPARED.sub(" ", sentence) if " national " in sentence or " country" in sentence else sentence
    small = _WORD.findall(sentence)
    if has_any(sentence, _OUR_LAND):
        return True
    if any(word in _of_states() and (word in listed("own_deeds", "offices") or not is_term(word)) for word in small):
        return True
    named = {word.lower() for word in _CAPITALISED.findall(sentence)}
    if not listed("own_deeds", "lands").isdisjoint(named):
        return True
    if listed("own_deeds", "peoples").isdisjoint(named):
        return False
    words = _WORD.findall(sentence.lower())
    # "Translated into Danish", "the Danish version" speak of a language.
    around = zip(("", *words), words, (*words[1:], ""), strict=False)
    peoples, into, as_language = (listed("own_deeds", key) for key in ("peoples", "into_language", "as_language"))
    return any(word in peoples and before not in into and after not in as_language for before, word, after in around)


@cache
def _of_states() -> frozenset[str]:
    return listed("own_deeds", "offices") | listed("own_deeds", "worldly")


def began_here(sentence: str) -> bool:
    """Whether it says that something which the world outside knows was devised in the authors' house."""
    if not has_any(sentence, table("own_deeds")["began"]) or _BEGAN_HERE.search(sentence) is None:
        return False
    return _OUTSIDE.search(sentence) is not None


def are_alone(sentence: str) -> bool:
    """Whether it says that the authors' group or house is the only one of a place."""
    if " only " not in sentence and " sole " not in sentence:
        return False
    return _ALONE.search(sentence) is not None and _OUTSIDE.search(sentence) is not None
