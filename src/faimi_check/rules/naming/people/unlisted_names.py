"""Files and folders called by words that are none, no tool and no set of data, as surnames and towns are:
`Almkvist_Koskivuo_video.mp4`, `AG_Tannhuber/`.

No list holds most of the world's names. They are told by what they are not, and by what stands beside them; so hardly
anything here is more than possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.file_names import is_generic
from faimi_check.rules.naming.people.file_words import (
    affiliations,
    ends_as_surname,
    house_adjectives,
    is_called_so,
    words_of_name,
)
from faimi_check.rules.naming.people.institution_names import institution_words
from faimi_check.rules.tables import any_of, listed

_PART = late(r"[^/\\]+")
_EXTENSION = late(r"\.\w{1,5}\Z")
_LONGEST, _MOST_WORDS, _MOST_BETWEEN = 1_000, 30, 2
_SHORTEST, _LONGEST_NAME = 4, 24
_LONE, _SMALL_BESIDE = 6, 2


def unlisted_names(path: str, spoken_of: frozenset[str] = frozenset()) -> Iterator[str]:
    """The words of a path's parts that may be somebody's name or a town's; `spoken_of` are words that name nobody here,
    folded.

    Beside a word for a house or a group one is enough, for a house also in small letters; else two in a row, or one
    that ends as surnames do or is alone in having a capital, where all others are words that files are called by.
    """
    for part in _PART.findall(path[:_LONGEST]):
        found = words_of_name(_EXTENSION.sub("", part))[:_MOST_WORDS]
        told = [(word, _may_be_name(word, spoken_of)) for word in found]
        yield from _in_part(told)


def is_led_by(text: str) -> bool:
    """Whether such a name is that of a group by who leads it: "AG Tannhuber", and not "Group Tannhuber", of patients.

    Laboratories are called after much else, so that the name must end as surnames do.
    """
    words = text.split()
    bare = set(map(fold, words))
    if not any(map(_is_proper, words)):
        return False
    return not bare.isdisjoint(listed("file_words", "led_by")) or (
        any(word.startswith("lab") for word in bare & affiliations()) and any(map(ends_as_surname, words))
    )


def _in_part(told: list[tuple[str, bool]]) -> Iterator[str]:
    """The names of houses and groups in one part's words, else the first other one; a run of unlisted words is one."""
    all_words = [word for word, _ in told]
    at, housed, alone = 0, False, ""
    for unlisted, group in groupby(told, key=lambda one: one[1]):
        run = [word for word, _ in group]
        start, at = at, at + len(run)
        if not unlisted:
            continue
        before, behind = all_words[:start], all_words[at:]
        house = _beside_house(run, before, behind)
        housed = housed or bool(house)
        if house:
            yield house
        elif not alone and _stands_alone(run, before, behind):
            alone = " ".join(run)
    if alone and not housed:
        yield alone


def _is_named(run: list[str]) -> bool:
    return all(map(_is_proper, run)) or any(map(ends_as_surname, run))


def _beside_house(run: list[str], before: list[str], behind: list[str]) -> str:
    """The words with the one beside them, where that is for a house; else nothing."""
    named = _is_named(run)
    # Where nothing has a capital, a house's town has none either.
    small = not named and len(run[-1]) >= _LONE and " ".join((*before, *run, *behind)).islower()
    for house, words in ((_house_of(before[::-1]), (*before[-1:], *run)), (_house_of(behind), (*run, *behind[:1]))):
        if house and (named or (small and institution_words().fullmatch(house))):
            return " ".join(words)
    return ""


def _stands_alone(run: list[str], before: list[str], behind: list[str]) -> bool:
    """Whether words with no house beside them may be a name."""
    if not _is_named(run):
        return False
    apart = len(run) == 1 and bool(before) and _is_apart(run[0], before + behind)
    return len(run) > 1 or apart or (_is_proper(run[0]) and ends_as_surname(run[0]))


def _is_apart(word: str, others: list[str]) -> bool:
    """Whether a word alone begins with a capital among words in small letters: "polyp_flicker_Tannhuber_v3_FINAL"."""
    small = [other for other in others if other.islower() and len(other) >= _SHORTEST]
    return len(word) >= _LONE and len(small) >= _SMALL_BESIDE and not any(map(str.istitle, others))


def _house_of(beside: list[str]) -> str:
    """The word for a house or a group beside a name, the nearest word first, with its department or rank between."""
    for word in map(fold, beside[: _MOST_BETWEEN + 1]):
        if word in affiliations():
            return word
        if word not in house_adjectives() and not _department().fullmatch(word):
            return ""
    return ""


@cache
def _department() -> re.Pattern[str]:
    return late(rf"{any_of('pictured', 'departments')}")


def _may_be_name(word: str, spoken_of: frozenset[str]) -> bool:
    """Whether a word is as long as a name, in Latin letters, and none that anything else is called by."""
    bare = fold(word)
    if not (_SHORTEST <= len(bare) <= _LONGEST_NAME and bare.isascii() and bare.isalpha()):
        return False
    if word.isupper() and not ends_as_surname(word):
        return False
    return bare not in spoken_of and not is_generic(word) and not is_called_so(word)


def _is_proper(word: str) -> bool:
    return word.istitle() or word.isupper()
