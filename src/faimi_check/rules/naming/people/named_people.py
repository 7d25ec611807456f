"""People in running text: names in full or with initials, and initials alone."""

from __future__ import annotations

import re

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.people.names import is_person
from faimi_check.rules.tables import listed, table

# A letter that may begin a name: none of the small ones of Latin-1; `is_person` looks closer.
_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_WORD = rf"{_CAPITAL}[\w’'-]{{1,25}}"
_LETTERS = rf"(?:{_CAPITAL}\.[ -]?){{1,3}}"
_PARTICLE = r"(?:de|del|della|van|von|der|den|da|dos|di|la|le|el|al|bin|ter|ten|zu|af|y|Ó|O|Ní|Nic|Uí|Mac|Mc|St\.?)"
PERSON = rf"(?:{_LETTERS} ?|{_WORD} (?:{_LETTERS} ?)?)(?:{_PARTICLE} ){{0,2}}{_WORD}(?: {_WORD}){{0,2}}"
INITIALS = r"(?:[A-Z]\.?-?){1,3}[A-Z]\."
_ONE = rf"(?:{PERSON}|{INITIALS})"
PEOPLE = rf"{_ONE}(?:(?:, and |,? and |, | & ){_ONE}){{0,8}}"
_PERSON = late(rf"(?<![\w.’'-]){PERSON}")
_INITIALS = late(rf"(?<![\w.’'-]){INITIALS}(?![\w])")
_BARE = late(r"(?<![\w.-])[A-Z]{2,4}(?=(?:,? and |, |: | \w+ed\b| wrote\b| ran\b| led\b))|(?<=and )[A-Z]{2,4}(?![\w-])")
_PLACEHOLDER = late(r"(.)\1*$|XY|XYZ|ABC?|NN")


def people_in(text: str, common: frozenset[str]) -> tuple[str, ...]:
    """The persons named in a text on who did what, each once, in order."""
    found = []
    for match in _PERSON.finditer(text):
        words = [
            word for word in match[0].split() if fold(word).strip(".,") not in listed("contributions", "role_words")
        ]
        name = " ".join(words).strip(" ,-")
        if len(words) >= 2 and _is_author(name, common):
            found.append(name)
    return tuple(dict.fromkeys(found))


def _is_author(name: str, common: frozenset[str]) -> bool:
    if not is_person(name, common) or is_placeholder(name):
        return False
    long = [fold(word) for word in name.split() if len(word.strip(".")) > 1 and "." not in word]
    if not long or re.search(table("contributions")["no_surnames"], long[-1]):
        return False
    return long[-1] not in common


def initials_in(text: str, elsewhere: str | None) -> tuple[str, ...]:
    """The initials in a text; those without full stops only where the text `elsewhere` does not have them."""
    known = table("contributions")["no_initials"]
    found = [match[0] for match in _INITIALS.finditer(text) if match[0].upper() not in known]
    if elsewhere is not None:
        bare = [match[0] for match in _BARE.finditer(text) if not _PLACEHOLDER.fullmatch(match[0])]
        found += [one for one in bare if not re.search(rf"(?<!\w){one}(?!\w)", elsewhere)]
    plain = dict.fromkeys(one for one in found if not _PLACEHOLDER.fullmatch(re.sub(r"[.-]", "", one)))
    return tuple(plain)
