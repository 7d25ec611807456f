"""Known authors in running text by less than their name: a home folder or login of theirs, and the given name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from faimi_check.rules.late import late
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.people.name_forms import Form, NameForms, Sighting
from faimi_check.rules.naming.text.stems import is_everyday

_SHORTEST = 3
_MOST_PLACES = 500
# Listings set signs apart: "/ home / mlyngby". What lies below a home folder may be anybody's.
_HOME = late(
    r"[/\\] ?(?:home|homes|users|people|benutzer|utilisateurs|usuarios|documents and settings) ?[/\\]{1,2} ?"
    r"(?P<name>[\w.-]{2,40}(?: ?[._-] ?\w{1,30}){0,2})"
)
_LOGIN = late(r"(?<![\w.@-])(?P<name>[a-z][\w.-]{1,30})@(?=[a-z][\w-]{1,40})")
_ASSIGNED = late(r"\b(?:user|username|login|logname)=(?P<name>[\w.-]{2,30})")
_TILDE = late(r"[~∼˜] ?(?P<name>[a-z][a-z\d_]{2,30})(?= ?/)")
_SIGNS = ((_HOME, "/\\"), (_LOGIN, "@"), (_ASSIGNED, "="), (_TILDE, "~∼˜"))
_LETTERS = re.compile(r"[^\W\d_]+")
# Given names are words of other kinds as well (Adam optimises): whoever is meant does what people do, or is asked.
_BY = (
    r"(?:(?:drawn|written|read|labell?ed|annotated|prepared|provided|checked|proof-?read|coded|photographed|taken|recorded"
    r"|illustrated|sketched|contributed|translated|segmented|scanned|plotted|rated) by|courtesy of|thanks to|thank|ask"
    r"|remind|ping|note (?:to|from)) "
)
_DOES = (
    r"(?: (?:drew|wrote|read|labell?ed|annotated|prepared|provided|checked|proofread|coded|plotted|says|said|thinks"
    r"|suggested|asked|promised|still has)\b|[:,] (?:please|pls|can|could|would|will|did|do|is|are|should|check)\b)"
)
# "Maria Quiroga" is somebody else, and "Maria et al." a citation.
_OTHERS = r"(?![\w-])(?! (?:[A-ZÀ-Þ]|et al|(?:v[ao]n|d[aeiu]|del|den|der|dos|al|bin|el|l[ae])\b))(?! ?[\[(]\d)"


def places_in(folded: str) -> list[tuple[str, int, int]]:
    """The names of home folders and logins in a folded text, with their spans."""
    found: list[tuple[str, int, int]] = []
    for pattern, signs in _SIGNS:
        if any(sign in folded for sign in signs):
            named = islice(pattern.finditer(folded), _MOST_PLACES)
            found += ((match["name"], *match.span("name")) for match in named)
    return found


def in_places(places: list[tuple[str, int, int]], person: NameForms) -> Iterator[Sighting]:
    """Where a home folder or login is made of the person's name; that others cite the name is no excuse there."""
    for name, start, end in places:
        parts = set(_LETTERS.findall(name))
        made = "".join(_LETTERS.findall(name))
        short = {re.sub(r"[^\w]", "", surname) for surname in person.surnames} | {*person.given}
        own = {one for one in short if len(one) >= _SHORTEST}
        if parts & own or made in person.handles or parts.intersection(person.handles):
            yield Sighting(Form.HANDLE, name, start, end)


def given_alone(printed: str, person: NameForms) -> Iterator[Sighting]:
    """The given name by itself, where somebody of this name does something or is asked to."""
    for given in person.given[:2]:
        if len(given) < _SHORTEST or is_everyday(given) or given.title() not in printed:
            continue
        name = re.escape(given.title())
        by = late(rf"\b(?i:{_BY})(?P<who>{name}){_OTHERS}")
        does = late(rf"(?<![\w-])(?<![A-Z]\. )(?P<who>{name}){_DOES}")
        for pattern in (by, does):
            for match in islice(pattern.finditer(printed), _MOST_PLACES):
                # "Anna Maria drew" is another name.
                before = printed[max(0, match.start("who") - 25) : match.start("who")].split(" ")[-2:-1]
                if not any(word[:1].isupper() and may_be_given_name(word) for word in before):
                    yield Sighting(Form.GIVEN, match["who"], *match.span("who"))
