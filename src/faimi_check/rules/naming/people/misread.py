"""A known author in what was read off a picture, although spaces were lost or a letter was taken for another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.name_forms import Form, NameForms, Sighting

_WORD = late(r"[^\W_]+")
_MAX_WORDS = 40
# The longest stretch looked at, in words: an address has as many.
_STRETCH = 6
# One letter may be wrong of so many; names that are shorter are like too many words.
_LETTERS_AN_ERROR = 8
# Letters that look like one another in small type, each pair as one.
_ALIKE = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("i", "l"), ("q", "g"))


def misread_in(folded: str, person: NameForms) -> Sighting | None:
    """Where the author's full name or address stands in a line off a picture but for what readers of letters mistake.

    `folded` is the line without accents and capitals. Needs the extra `pictures`, as reading the line did.
    """
    from rapidfuzz.distance import Levenshtein

    stretches = _stretches(folded)
    for form, wanted in _wanted(person):
        allowed = len(wanted) // _LETTERS_AN_ERROR
        for read, start, end in stretches:
            if not allowed or abs(len(read) - len(wanted)) > allowed:
                continue
            if form is Form.INITIALS and (read[0] != wanted[0] or folded[start + 1 : start + 2].isalnum()):
                continue
            errors = Levenshtein.distance(wanted, read, score_cutoff=allowed)
            if errors <= allowed:
                return Sighting(Form.MISREAD if errors else form, folded[start:end], start, end)
    return None


def _wanted(person: NameForms) -> Iterator[tuple[Form, str]]:
    called = [name for name in person.given if len(name) > 1][:1]
    for surname in person.surnames:
        for given in dict.fromkeys(("".join(called), "".join(person.given) if called else "")):
            if given:
                yield Form.FULL, _plain(given + surname)
                yield Form.INVERTED, _plain(surname + given)
                yield Form.INITIALS, _plain(given[0] + surname)
                yield Form.INITIALS, _plain(given[0] + given[len(person.given[0]) :] + surname)
    for address in person.author.emails:
        yield Form.EMAIL, _plain(fold(address))


@lru_cache(maxsize=64)
def _stretches(folded: str) -> tuple[tuple[str, int, int], ...]:
    """Each up to six words in a row as plain letters, with where they begin and end."""
    words = list(_WORD.finditer(folded))[:_MAX_WORDS]
    return tuple(
        (_plain(folded[words[first].start() : words[last].end()]), words[first].start(), words[last].end())
        for first in range(len(words))
        for last in range(first, min(len(words), first + _STRETCH))
    )


def _plain(text: str) -> str:
    plain = "".join(_WORD.findall(text))
    for looks, like in _ALIKE:
        plain = plain.replace(looks, like)
    return plain
