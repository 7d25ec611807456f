"""The signs by which a text asks for a judgement: whom it addresses, what it demands, and of which matter.

A sign is a short text: "w:overlook" (a word), "t=machine+must+good" (three meanings in one text), "k=judge>do" (one
soon after another). Weights know those that were seen in training; others count nothing.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import combinations, pairwise

from faimi_check.rules.late import late
from faimi_check.rules.naming.asking.words import NUMBER, Words
from faimi_check.rules.tables import table

_BEGINNING = 5
_SOON = 3
_PAST = ("ed", "te", "ten", "ait")
_LENGTH_STEP, _LONGEST_STEP = 8, 8
# What a judgement is about; a number is one where somebody who judges is named.
_JUDGING, _JUDGES = frozenset({"rate", "good", "bad"}), frozenset({"machine", "judge"})
# A matter of judging and somebody or something else: the fewest meanings of a request.
_FEWEST = 2


def may_ask(words: Words) -> bool:
    """Whether a text has what any request has: somebody or a demand, and a matter of judging."""
    here = set(words.meant) - {""}
    if "prompt" in here and ("hush" in here or "machine" in here):
        return True
    if here.isdisjoint(_JUDGING):
        return NUMBER in words.plain and not here.isdisjoint(_JUDGES)
    return len(here) >= _FEWEST


def asking_signs(words: Words) -> frozenset[str]:
    """The signs of a text."""
    plain, meant = words
    kinds = sorted({meaning for meaning in meant if meaning})
    grouped = [meaning or word for word, meaning in zip(plain, meant, strict=True)]
    found = {f"len={min(_LONGEST_STEP, len(plain) // _LENGTH_STEP)}", f"^{grouped[0] if grouped else ''}"}
    found.update([sign for word in plain for sign in signs_of_word(word)])
    found.update([f"b={one} {two}" for one, two in pairwise(("^", *plain, "$"))])
    found.update([f"c={one} {two}" for one, two in pairwise(("^", *grouped, "$"))])
    found.update([f"c={a} {b} {c}" for a, b, c in zip(grouped, grouped[1:], grouped[2:], strict=False)])
    found.update(map(sign_of_meaning, kinds))
    found.update([f"t={one}+{two}" for one, two in combinations(kinds, 2)])
    found.update([f"t={a}+{b}+{c}" for a, b, c in combinations(kinds, 3)])
    _follow(found, [meaning for meaning in meant if meaning])
    _shape(found, plain, grouped)
    _turns(found, turns_of(plain), kinds)
    return frozenset(found)


def signs_of_word(word: str) -> tuple[str, ...]:
    """The signs of one word: itself, and how a long one begins."""
    return (f"w:{word}", f"p:{word[:_BEGINNING]}") if len(word) > _BEGINNING else (f"w:{word}",)


def sign_of_meaning(meaning: str) -> str:
    """The sign of what a word means."""
    return f"m:{meaning}"


def turns_of(plain: tuple[str, ...]) -> tuple[str, ...]:
    """Which turns of phrase a text has that speak of a paper's way through a conference: its fate, a gain, a loss."""
    return tuple(name for name in _patterns() if has_turn(plain, name))


# Asked for again once a quick look has told that a sentence is worth its score.
@lru_cache(maxsize=512)
def has_turn(plain: tuple[str, ...], name: str) -> bool:
    """Whether a text has one of these turns."""
    said = " ".join(plain)
    return any(pattern.search(said) for pattern in _patterns()[name])


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {name: tuple(map(late, patterns)) for name, patterns in table("asking")["turns"].items()}


def _turns(found: set[str], turns: tuple[str, ...], kinds: list[str]) -> None:
    """What a text says of that way, and together with what else."""
    found.update([f"s:{turn}" for turn in turns])
    found.update([f"s={one}+{two}" for one, two in combinations(turns, 2)])
    found.update([f"s={turn}&{kind}" for turn in turns for kind in kinds])
    found.add(f"s#{min(4, len(turns))}")


def _follow(found: set[str], meant: list[str]) -> None:
    """Which meanings come soon after which."""
    for at, meaning in enumerate(meant):
        found.update([f"k={meaning}>{other}" for other in meant[at + 1 : at + 1 + _SOON]])
    found.update([f"k={a}>{b}>{c}" for a, b, c in zip(meant, meant[1:], meant[2:], strict=False)])


def _shape(found: set[str], plain: tuple[str, ...], grouped: list[str]) -> None:
    """How a text is built: what comes behind a colon, how full of meanings it is, what it says of the past."""
    for at, word in enumerate(plain[:-1]):
        if word in ":,;.(/":
            found.add(f"after{word}{grouped[at + 1]}")
    full = sum(one != other for one, other in zip(plain, grouped, strict=True))
    found.add(f"full={min(9, 10 * full // max(1, len(plain)))}")
    if (NUMBER, "/", NUMBER) in zip(plain, plain[1:], plain[2:], strict=False):
        found.add("scale")
    past = sum(len(word) > _BEGINNING and word.endswith(_PAST) for word in plain)
    found.add(f"past={min(3, past)}")
    for sign in ('"', "“", "[", "?", "!", "%", "<", "{"):
        if sign in plain:
            found.add(f"has{sign}")
