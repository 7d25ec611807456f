"""People and houses that a line of an author's own plainly names, in whatever language it is written: by a title, by
how people are commonly called, by the words of institutions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.file_names import is_surname, may_be_given_name
from faimi_check.rules.naming.people.file_words import is_nobodys
from faimi_check.rules.naming.people.han_names import labelled_in_han
from faimi_check.rules.naming.people.institution_names import is_institution, looks_institutional
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import any_of, any_word, table

_UPPER = r"[^\W\d_a-zß-ÿµªº]"
_WORD = rf"(?:{_UPPER}[\w’'-]{{1,25}}|{_UPPER}\.)"
_PARTICLE = r"(?:de|del|della|di|da|do|dos|das|van|von|der|den|ter|ten|la|le|el|al|bin|zu|y|af|av)"
_NAME = late(rf"(?<![\w@/.#-]){_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{1,3}}")
_ONE_NAME = late(_WORD)
_TITLED = late(
    r"(?<!\w)(?:Drs?|Dra|Prof|Pr|Dott(?:\.? ?ssa)?|PD|Univ\.-Prof)\.? "
    r"(?:(?:med|rer|nat|habil|Dr|Ing|h\.c)\.[ -]?){0,3}"
    rf"(?P<name>(?:{_WORD} )?(?:{_PARTICLE} ){{0,2}}{_UPPER}[\w’'-]{{1,25}})"
)
# Capitalised words with the small ones of an institution's name between them.
_SMALL = r"(?:of|for|the|and|de|del|della|di|da|do|dos|des|du|la|le|les|et|für|der|und|zu|van|voor|in|i|&)"
_PROPER = late(
    rf"(?<![\w@/.#-]){_UPPER}[\w’'&-]{{1,40}}(?:,? (?:{_SMALL} ){{0,3}}(?:d[’'])?{_UPPER}[\w’'&.-]{{1,40}}){{0,8}}"
)
# "University of Reading": words of every day are towns there.
_OF_A_TOWN = late(
    rf"\b(?i:universi\w+|hospital|h[oô]pital|college|klinik\w*) (?:of|de|di|do|da|für|d[’'])(?: the)? ?{_UPPER}"
)
_SHORTEST_ALONE = 4
_MOST = 40


def people(line: str, common: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where people are named; `common` are words that name nobody here, folded."""
    end = 0
    for titled in islice(_TITLED.finditer(line), _MOST):
        if _is_name_word(titled["name"].split()[-1], common):
            end = titled.end()
            yield titled.span()
    for done in islice(_by_whom().finditer(line), _MOST):
        group = "name" if done["name"] else "names"
        words = [word for word in re.findall(r"[\w’'-]+", done[group]) if word[0].isupper()]
        if group == "name" and len(words) < 2 and not may_be_given_name(words[0]):
            continue
        if (
            done.start() >= end
            and not is_everyday(" ".join(words))
            and all(_is_name_word(word, common) for word in words)
        ):
            end = done.end()
            yield done.span(group)
    for found in islice(_NAME.finditer(line), _MOST):
        if found.start() >= end and _is_somebody(found[0], common):
            yield found.span()
    yield from labelled_in_han(line)


def is_shaped_as_name(text: str) -> bool:
    """Whether a text is made of capitalised words and particles of surnames alone; one in capitals names no person."""
    if " " not in text and text.isupper():
        return False
    return _NAME.fullmatch(text) is not None or _ONE_NAME.fullmatch(text) is not None


def names_maker(text: str) -> bool:
    """Whether a maker of devices or programs is named in the text."""
    return _makers().search(fold(text)) is not None


def _is_somebody(name: str, common: frozenset[str]) -> bool:
    """Whether the words are a name that people commonly have: given name and another, or a surname behind initials."""
    words = [word for word in name.split(" ") if word[:1].isupper()]
    # "Kaplan Meier" is a curve.
    if len(words) < 2 or looks_institutional(name) or all(map(is_nobodys, re.split(r"[ -]", name))):
        return False
    first, last = words[0].partition("-")[0], words[-1]
    if first.endswith("."):
        return is_surname(last)
    # "Anh" and "Jan" are words as well.
    if len(first) < _SHORTEST_ALONE and not is_surname(last):
        return False
    named = may_be_given_name(first) or (is_surname(last) and len(last) > 3 and not is_everyday(first))
    return named and all(word.endswith(".") or _is_name_word(word, common) for word in (first, last))


def _is_name_word(word: str, common: frozenset[str]) -> bool:
    return len(word) > 1 and not word.isupper() and fold(word) not in common and not _makers().fullmatch(fold(word))


def houses(line: str, common: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where institutions are named that make no devices or programs."""
    for found in islice(_PROPER.finditer(line), _MOST):
        words = [word for word in re.findall(r"[\w’'&-]+", found[0]) if fold(word) not in common]
        named = " ".join(words)
        if names_maker(found[0]) or (is_everyday(named) and not _OF_A_TOWN.search(found[0])):
            continue
        starts = (found.start() + word.start() for word in re.finditer(r"(?<!\S)\S", found[0]))
        if (len(words) > 1 and is_institution(found[0])) or any(_houses().match(fold(line[at:])) for at in starts):
            yield found.span()


@cache
def _makers() -> re.Pattern[str]:
    """Makers of devices and programs, in folded text."""
    return late(rf"\b{any_of('pictured', 'vendors')}\b")


@cache
def _by_whom() -> re.Pattern[str]:
    """What people alone do, and who did it: "Narration by", "Sprecherin:"."""
    roles, authoring = "|".join(table("readmes")["roles"]), "|".join(table("readmes")["authoring"])
    return late(
        rf"(?<!\w)(?i:{roles})\s(?P<name>{_WORD}(?: {_WORD}){{0,3}})"
        rf"|(?<!\w)(?i:{authoring})\s(?P<names>{_WORD}(?:(?:,| and| &| et al| und| et| y)? {_WORD}){{0,6}})"
    )


@cache
def _houses() -> re.Pattern[str]:
    """A house of care whose word is glued to a name: "Uniklinik Nordhausen", "Nordhavn sykehus"."""
    glued, after = any_word("readmes", "houses"), any_word("readmes", "houses_after")
    return late(
        rf"(?:{any_of('pictured', 'hospitals')}|{glued}\w{{0,4}} [^\W\d_]{{3,}}"
        rf"|[^\W\d_]{{3,30}} [^\W\d_]{{0,20}}{after}\w{{0,4}}(?!\w))"
    )
