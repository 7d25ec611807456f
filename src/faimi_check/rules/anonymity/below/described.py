"""Whom names inside a file tell of: bookmarks, page labels, layers and alternative texts, which programs show or read,
and the places that links lead to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from faimi_check.model.finding import Confidence
from faimi_check.model.paper import MetadataField, Paper
from faimi_check.rules.late import late
from faimi_check.rules.naming.fields.institutions import institutions_in_path
from faimi_check.rules.naming.fields.traces import persons
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.people.file_names import may_be_given_name, persons_in_path
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.people.spoken_of import spoken_of
from faimi_check.rules.naming.people.unlisted_names import unlisted_names
from faimi_check.rules.naming.unprinted.names import CITED_BEHIND, INITIALED, names_told, printed_text
from faimi_check.rules.tables import any_of

# What programs show beside the pages.
SHOWN_BESIDE = {"bookmarks": "bookmark", "page labels": "page label", "layers": "layer"}
DESTINATIONS = "link destinations"
# The key of a cited work holds its authors' names.
_KEY = late(r"(?:^|\.)cite\.|^(?:bib|ref|cit)\b", re.IGNORECASE)
_WORDS = late(r"[^\W\d_]{3,}")
_LAYERS = "layers"
_JOINTS = late(r"[_.-]+|(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
# "R. Lyngby"
_SOMEBODY = frozenset({Kind.PERSON, Kind.NAME})
# "Lyngby V. corrections 2": what somebody did to the text is called after them, also in a layer.
_REVISED = late(rf"\b{any_of('remarks', 'revised')}\b", re.IGNORECASE)
# BibTeX keys name the works that are cited; only a key that says "ours" tells whose work it is.
_OWN_KEY = late(
    r"cite\.(?:.{0,80}?[\d_:.-])?(?:ours?|own|mywork|mypaper|ourwork|ourpaper|myself)(?:[\d_:.-].{0,40})?",
    re.IGNORECASE,
)
# "Photograph by Jane Doe": a name in a sentence counts only where something is said to be that person's.
_CREDIT = late(
    r"\b(?:(?:photo(?:graph)?(?:ed)?|picture|image|figure|drawn|drawing|made|taken|created|designed|provided|acquired|"
    r"recorded|annotated|segmented|painted|scanned|owned|copyright) (?:by|of)|courtesy of|credits?:?|©|\(c\))\s{1,3}"
    r"((?:[^\W\d_][\w.'’-]{0,30}\s{1,2}){1,3}[^\W\d_][\w'’-]{1,30})",
    re.IGNORECASE,
)
_LONGEST, _MOST, _LONGEST_BESIDE = 1_000, 200, 400
# What is told where it stands: beside the pages, as a place's name, as a signature.
_TOLD_ELSEWHERE = frozenset({*SHOWN_BESIDE, DESTINATIONS, "digital signature"})


class Described(NamedTuple):
    """A field, and the names in it that the pages do not hold."""

    field: MetadataField
    names: tuple[str, ...]


def shown_beside(paper: Paper) -> Iterator[Described]:
    """The bookmarks, page labels and layers that name people or an institution which no page names."""
    shown = [field for field in paper.internal_names if field.place in SHOWN_BESIDE]
    printed = printed_text(paper) if shown else ""
    for field in shown:
        if fold(value := field.value[:_LONGEST_BESIDE]) in printed:
            continue
        # A label is written as files are called: "Quiroga-NordhavnClinic-p".
        said = _JOINTS.sub(" ", value) if field.place == "page labels" else value
        names = tuple(
            one.text
            for one in mentions_in(said, vocabulary(paper))
            if (_may_stand_beside(field.place, one.kind, one.text) or (one.kind in _SOMEBODY and _REVISED.search(said)))
            and not is_placeholder(one.text)
            and fold(one.text) not in printed
            and CITED_BEHIND.match(said, one.end) is None
        )
        if names:
            yield Described(field, names)


def destinations(paper: Paper) -> Iterator[Described]:
    """The places that links lead to whose own names name people or a house; they are made as files are called."""
    fields = [field for field in paper.internal_names if field.place == DESTINATIONS and not _KEY.search(field.value)]
    if not fields:
        return
    printed = printed_text(paper)
    ordinary = vocabulary(paper) | spoken_of(paper)
    for field in fields[:_MOST]:
        value = field.value[:_LONGEST_BESIDE].replace("/", " ")
        told = [one.text for one in persons_in_path(value, ordinary) if one.confidence is not Confidence.POSSIBLE]
        told += [] if told else [*institutions_in_path(value, ordinary), *unlisted_names(value, ordinary)]
        names = tuple(name for name in told if any(word not in printed for word in _WORDS.findall(fold(name))))
        if names:
            yield Described(field, names)


def own_keys(paper: Paper) -> list[MetadataField]:
    """The keys of cited works that say that the work is the authors' own."""
    keys = (field for field in paper.internal_names if field.place == DESTINATIONS)
    return [field for field in keys if _OWN_KEY.fullmatch(field.value[:200])]


def credited(paper: Paper) -> Iterator[MetadataField]:
    """The texts that say whose something is, one for each whom they credit."""
    for field in paper.internal_names:
        if field.place == DESTINATIONS:
            continue
        for match in _CREDIT.finditer(field.value[:_LONGEST]):
            name = " ".join(takewhile(lambda word: word[:1].isupper(), match[1].split()))
            if " " in name and persons(name):
                yield field


def described(paper: Paper) -> Iterator[Described]:
    """The alternative texts, fields of forms and their like that name a house or a person, but for those that credit
    somebody.
    """
    fields = [field for field in paper.internal_names if field.place not in _TOLD_ELSEWHERE][:_MOST]
    crediting = set(map(id, credited(paper))) if fields else set()
    for field in fields:
        names = dict.fromkeys(trace.text for trace in names_told(field, paper))
        if names and id(field) not in crediting:
            yield Described(field, tuple(names))


def _may_stand_beside(place: str, kind: Kind, name: str) -> bool:
    """Whether a name is one: drawing programs call layers by words with capitals ("Scale Bar", "Ebene 1")."""
    if place == _LAYERS:
        called = re.sub(r"['’]s\Z", "", name.split()[0])
        return (
            kind is Kind.INSTITUTION
            or (kind in (Kind.PERSON, Kind.NAME) and may_be_given_name(called))
            or (kind is Kind.PERSON and INITIALED.match(name) is not None)
        )
    return kind in (Kind.PERSON, Kind.INSTITUTION, Kind.NAME)
