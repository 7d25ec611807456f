"""The forms in which a known author's name, address and handle can stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import product

import msgspec

from faimi_check.model.submission import KnownAuthor
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.person import PARTICLES
from faimi_check.rules.naming.people.names import is_institution
from faimi_check.rules.tables import table

_SPELT_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"}
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "phd", "md", "dr", "prof", "msc", "professor"])
_MIN_HANDLE = 6
_MAX_TOKENS = 400
_MIN_SURNAME_ALONE = 5
# "et al.", "and Doe (2020)", "(2020)", "[3]"; an ORCID iD in brackets is no citation.
_CITATION_AFTER = late(
    r"[’']?s?\s*(?:,?\s*et\s+al|,?\s*(?:and|&)\s+[^\W\d_]+,?\s*[\[(]"
    r"|,?\s*[\[(]\s*(?:\d{1,3}\s*[\]),;–-]|(?:19|20)\d\d)|,?\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
# Affiliation numbers stand right after a name: "Doe1,2".
_START, _END = r"(?<![^\W\d_])(?<!-)", r"(?![^\W\d_]|-\w)"


class Form(StrEnum):
    """How a name stands in a text, the plainest first."""

    FULL = "full name"
    INITIALS = "initials and surname"
    INVERTED = "surname first"
    EMAIL = "e-mail address"
    HANDLE = "handle"
    SURNAME = "surname alone"
    AFFILIATION = "affiliation"


class Sighting(msgspec.Struct, frozen=True):
    """An author's name in a text; `start` and `end` in the folded text."""

    form: Form
    text: str
    start: int
    end: int


def is_cited(folded: str, sighting: Sighting) -> bool:
    """Whether the name stands in a citation: before `et al.`, a year or a number in brackets."""
    return _CITATION_AFTER.match(folded[sighting.end : sighting.end + 60]) is not None


class NameForms(msgspec.Struct, frozen=True):
    """What to look for. `given` and `surname` are folded; `surnames` holds spellings (`muller`, `mueller`)."""

    author: KnownAuthor
    given: tuple[str, ...]
    surnames: tuple[str, ...]
    patterns: tuple[tuple[Form, re.Pattern[str]], ...]
    handles: tuple[str, ...]
    affiliations: tuple[str, ...]

    @property
    def surname(self) -> str:
        """The surname as folded."""
        return self.surnames[0] if self.surnames else ""

    def named_in(self, folded: str, printed: str | None = None) -> Iterator[Sighting]:
        """Full names, initials, inverted names and addresses.

        `printed` is the text before folding where both have the same length: names must then be capitalised.
        """
        for address in self.author.emails:
            at = folded.find(fold(address)) if len(address) > 5 else -1
            if at >= 0:
                yield Sighting(Form.EMAIL, address, at, at + len(address))
        if not any(surname in folded for surname in self.surnames):
            return
        for form, pattern in self.patterns:
            for match in pattern.finditer(folded):
                if printed is not None and not printed[match.start()].isupper():
                    continue
                yield Sighting(form, (printed or folded)[match.start() : match.end()], match.start(), match.end())

    def surname_alone(self, folded: str, printed: str) -> Sighting | None:
        """The surname by itself, capitalised, where it is long enough to be told from a word."""
        for surname in self.surnames:
            if len(surname) < _MIN_SURNAME_ALONE:
                continue
            for match in re.finditer(rf"{_START}{re.escape(surname)}{_END}", folded):
                found = Sighting(Form.SURNAME, printed[match.start() : match.end()], match.start(), match.end())
                if printed[match.start()].isupper() and not is_cited(folded, found):
                    return found
        return None

    def in_name(self, folded: str) -> Sighting | None:
        """The author in a path, link, file or login name: `jkohlberg`, `kohlberg_j`, or the surname as a part."""
        made = _joined_tokens(folded)
        for handle in self.handles:
            if handle in made:
                return Sighting(Form.HANDLE, handle, 0, len(folded))
        parts = set(re.findall(r"[^\W\d_]+", folded))
        for surname in self.surnames:
            if len(surname) >= _MIN_SURNAME_ALONE and surname in parts:
                return Sighting(Form.SURNAME, surname, 0, len(folded))
        return None

    def affiliation_in(self, folded: str) -> Sighting | None:
        """The first of the author's institutions that the text names."""
        for name in self.affiliations:
            at = folded.find(name)
            if at >= 0:
                return Sighting(Form.AFFILIATION, folded[at : at + len(name)], at, at + len(name))
        return None


def _joined_tokens(folded: str) -> set[str]:
    """Each word of a path or name, and each two or three in a row, joined: `j-doe_2` gives jdoe."""
    tokens = re.findall(r"[a-z]+|\d+", folded)[:_MAX_TOKENS]
    return {"".join(tokens[at : at + count]) for at in range(len(tokens)) for count in (1, 2, 3)}


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
        middle = r"(?:[\s-]+[^\W\d_]{1,20}\.?){0,3}?"
        if len(name) > 1:
            yield Form.FULL, re.compile(rf"{_START}{first}{middle}[\s-]+{last}{_END}")
            yield Form.INVERTED, re.compile(rf"{_START}{last},?\s+{first}{_END}")
        initial = re.escape(name[:1])
        yield Form.INITIALS, re.compile(rf"{_START}{initial}\.(?:[\s-]?[^\W\d_]\.){{0,3}}\s?{last}{_END}")
        yield Form.INVERTED, re.compile(rf"{_START}{last},\s?{initial}\.")


def _handles(author: KnownAuthor, given: tuple[str, ...], surnames: tuple[str, ...]) -> Iterator[str]:
    """Logins made of the name, and the local parts of the addresses; short ones would be found everywhere."""
    made: list[str] = []
    for surname, first in product(surnames, given):
        last = re.sub(r"[^a-z]", "", surname)
        start = re.sub(r"[^a-z]", "", first)
        if last and start:
            made += [start + last, last + start, start[0] + last, last + start[0]]
    for address in author.emails:
        made.append(re.sub(r"[._-]", "", fold(address.partition("@")[0])))
    generic = {*table("domains")["example_locals"], *table("domains")["role_locals"]}
    yield from (handle for handle in dict.fromkeys(made) if len(handle) >= _MIN_HANDLE and handle not in generic)


def _affiliations(affiliation: str) -> Iterator[str]:
    for part in re.split(r"[,;()]", affiliation):
        name = part.strip()
        if len(name) >= 8 and is_institution(name):
            yield fold(name)
