"""The forms to look for, made from what is known of an author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from faimi_check.model.submission import KnownAuthor
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.person import PARTICLES
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.name_forms import END, START, Form, NameForms
from faimi_check.rules.tables import table

_SPELT_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"}
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "phd", "md", "dr", "prof", "msc", "professor"])
_MIN_HANDLE = 6
# What stands between two names and within none, where capitals do not tell: "by Chen and Wang".
_BETWEEN_TWO = r"(?:and|und|et|the|an?|of|with|for|from|in|on|to|or|by)\b(?!\.)"


def forms_of(author: KnownAuthor) -> NameForms:
    """The forms of one author; the name may be `Jane van Doe`, `van Doe, Jane` or `DOE Jane`."""
    given, surname = split_name(author.name)
    surnames = tuple(dict.fromkeys(fold(spelling) for spelling in _spellings(" ".join(surname)))) if surname else ()
    folded_given = tuple(fold(name).strip(".") for name in given)
    # Of "L. Rodney Long" both the initial and the name in use are looked for.
    called = [name for at, name in enumerate(given) if at == 0 or len(given[0].strip(".")) == 1][:2]
    first_names = tuple(dict.fromkeys(fold(one).strip(".") for name in called for one in _spellings(name)))
    return NameForms(
        author=author,
        given=folded_given,
        surnames=surnames,
        patterns=tuple(_patterns(first_names, surnames)),
        handles=tuple(_handles(author, first_names, surnames)),
        affiliations=tuple(_affiliations(author.affiliation)),
    )


def split_name(name: str) -> tuple[list[str], list[str]]:
    """Given names and surname (with its particles)."""
    name = " ".join(name.replace("*", " ").split())
    if "," in name:
        last, _, first = name.partition(",")
        return [word for word in first.split() if fold(word).strip(".") not in _SUFFIXES], last.split()
    words = [word for word in name.split() if fold(word).strip(".,") not in _SUFFIXES]
    if len(words) < 2:
        return [], words
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in PARTICLES:
        start -= 1
    return words[:start], words[start:]


def _spellings(surname: str) -> Iterator[str]:
    """`Müller` also as Mueller, `Mueller` also as Muller."""
    yield surname
    lowered = surname.lower()
    spelt = "".join(_SPELT_UMLAUTS.get(char, char) for char in lowered)
    if spelt != lowered:
        yield spelt
    for two, one in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        if two in lowered and len(lowered) > 5:
            yield lowered.replace(two, one)


def _patterns(given: tuple[str, ...], surnames: tuple[str, ...]) -> Iterator[tuple[Form, re.Pattern[str]]]:
    for surname, name in product(surnames, given):
        last = re.escape(surname).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]*")
        first = re.escape(name).replace(r"\-", r"[\s-]*")
        middle = rf"(?:[\s-]+(?!{_BETWEEN_TWO})[^\W\d_]{{1,20}}\.?){{0,3}}?"
        if len(name) > 1:
            yield Form.FULL, late(rf"{START}{first}{middle}[\s-]+{last}{END}")
            yield Form.INVERTED, late(rf"{START}{last},?\s+{first}{END}")
        initial = re.escape(name[:1])
        yield Form.INITIALS, late(rf"{START}{initial}\.(?:[\s-]?[^\W\d_]\.){{0,3}}\s?{last}{END}")
        yield Form.INVERTED, late(rf"{START}{last},\s?{initial}\.")


def _handles(author: KnownAuthor, given: tuple[str, ...], surnames: tuple[str, ...]) -> Iterator[str]:
    """Logins made of the name, and the local parts of the addresses; short ones would be found everywhere."""
    made: list[str] = []
    for surname, first in product(surnames, given):
        last = re.sub(r"[^a-z]", "", surname)
        start = re.sub(r"[^a-z]", "", first)
        if last and start:
            # The given name is cut anywhere: jolindh, joslindh, lindhjo.
            made += [start + last, last + start, start[0] + last, last + start[0]]
            made += [start[:cut] + last for cut in range(2, len(start))] + [last + start[:cut] for cut in (2, 3)]
            # "Caspar van der Meulen" is cvdmeulen, and vdmeulen.
            *particles, own = surname.split()
            short = "".join(particle[0] for particle in particles) + re.sub(r"[^a-z]", "", own)
            made += [short, start[0] + short, short + start[0]] if particles else []
    for address in author.emails:
        made.append(re.sub(r"[._-]", "", fold(address.partition("@")[0])))
    generic = {*table("domains")["example_locals"], *table("domains")["role_locals"]}
    yield from (handle for handle in dict.fromkeys(made) if len(handle) >= _MIN_HANDLE and handle not in generic)


def _affiliations(affiliation: str) -> Iterator[str]:
    for part in re.split(r"[,;()]", affiliation):
        name = part.strip()
        if len(name) >= 8 and is_institution(name):
            yield fold(name)
