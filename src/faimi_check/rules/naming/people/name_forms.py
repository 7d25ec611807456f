"""The forms in which a known author's name, address and handle can stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from faimi_check.model.submission import KnownAuthor
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.person import PARTICLES

_MAX_TOKENS = 400
_MIN_SURNAME_ALONE = 5
# "et al.", "and Doe (2020)", "(2020)", "[3]"; an ORCID iD in brackets is no citation.
_CITATION_AFTER = late(
    r"[’']?s?\s*(?:,\s*)?(?:et\s+al|(?:and|&)\s+[^\W\d_]+,?\s*[\[(]"
    r"|[\[(]\s*(?:\d{1,3}\s*[\]),;–-]|(?:19|20)\d\d)|(?<=\s)(?:19|20)\d\d)",
    re.IGNORECASE,
)
# "kellerlab": what a group is called after whoever leads it.
_GROUPS = ("lab", "labs", "group", "team")
# Affiliation numbers stand right after a name: "Doe1,2".
START, END = r"(?<![^\W\d_])(?<!-)", r"(?![^\W\d_]|-\w)"


class Form(StrEnum):
    """How a name stands in a text, the plainest first."""

    FULL = "full name"
    INITIALS = "initials and surname"
    INVERTED = "surname first"
    EMAIL = "e-mail address"
    HANDLE = "handle"
    SURNAME = "surname alone"
    GIVEN = "given name alone"
    MISREAD = "nearly the full name"
    AFFILIATION = "affiliation"
    ALONE = "initials alone"


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
                if printed is not None and not _is_one_name(printed[match.start() : match.end()]):
                    continue
                yield Sighting(form, (printed or folded)[match.start() : match.end()], match.start(), match.end())

    def surname_alone(self, folded: str, printed: str) -> Sighting | None:
        """The surname by itself, capitalised, where it is long enough to be told from a word."""
        for surname in self.surnames:
            if len(surname) < _MIN_SURNAME_ALONE:
                continue
            for match in re.finditer(rf"{START}{re.escape(surname)}{END}", folded):
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
            bare = re.sub(r"[\s'-]", "", surname)
            there = surname in parts or any(f"{bare}{group}" in parts for group in _GROUPS) or bare in made
            if len(bare) >= _MIN_SURNAME_ALONE and there:
                return Sighting(Form.SURNAME, surname, 0, len(folded))
        return None

    def affiliation_in(self, folded: str) -> Sighting | None:
        """The first of the author's institutions that the text names."""
        for name in self.affiliations:
            at = folded.find(name)
            if at >= 0:
                return Sighting(Form.AFFILIATION, folded[at : at + len(name)], at, at + len(name))
        return None


def _is_one_name(printed: str) -> bool:
    """Whether all words are as in a name: "Adam and a Dice loss" and "Chen uses Wang filters" hold two."""
    words = re.findall(r"[^\W\d_]+", printed)
    return words[0][0].isupper() and all(word[0].isupper() or fold(word) in PARTICLES for word in words[1:-1])


def _joined_tokens(folded: str) -> set[str]:
    """Each word of a path or name, and each two or three in a row, joined: `j-doe_2` gives jdoe."""
    tokens = re.findall(r"[a-z]+|\d+", folded)[:_MAX_TOKENS]
    return {"".join(tokens[at : at + count]) for at in range(len(tokens)) for count in (1, 2, 3)}
