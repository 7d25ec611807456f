"""Who speaks nearest to a citation, and of which time: "we had tuned it in [3]" is not "we tune it as in [3]"."""

from __future__ import annotations

from faimi_check.rules.naming.ownership.words import FIRST, Words, alike
from faimi_check.rules.naming.text.stems import stem

# What stands between the authors and their verb.
_BETWEEN = frozenset(
    map(stem, ("also", "already", "first", "then", "earlier", "previously", "recently", "once", "still"))
)
_HAVE = frozenset(map(stem, ("have", "has", "had")))
_OTHERS = frozenset(map(stem, ("who", "they", "their", "he", "she", "his", "her")))
_ENDS = frozenset(",;.")
_VERB_WITHIN, _STEP, _FARTHEST = 5, 3, 4


def speaking_signs(words: Words, left: int, right: int) -> set[str]:
    """The signs of the authors' nearest words round a citation, tokens `left` up to `right` of a sentence."""
    plain = words.plain
    named = _named(plain, left)
    found = {f"cited={named}"}
    before = next((index for index in range(left - 1, -1, -1) if plain[index] in FIRST), None)
    after = next((index for index in range(right, len(plain)) if plain[index] in FIRST), None)
    if before is None:
        found.add(f"near<none|{named}")
    else:
        found |= _before(words, before, left, named)
    if after is not None:
        found |= _after(words, after, right, named)
    return found


def _before(words: Words, index: int, left: int, named: str) -> set[str]:
    plain = words.plain
    away = min(_FARTHEST, (left - index) // _STEP)
    passed = int(not _OTHERS.isdisjoint(plain[index:left]) or not _ENDS.isdisjoint(plain[index:left]))
    if plain[index] != "WE":
        verb = plain[index + 1] if index + 1 < len(plain) else "$"
        me = f"near<{plain[index]}"
        return {f"{me}|{away}", f"{me}|{verb}", f"{me}|{named}", f"{me}|passed={passed}"}
    verb, time = _verb(words, index)
    group = alike().get(verb, "")
    found = {f"near<{time}", f"near<{time}|{named}", f"near<{time}|{away}", f"near<{time}|passed={passed}"}
    found |= {f"near<{verb}", f"near<{verb}|{time}", f"near<{group}|{time}", f"near<{group}|{time}|{named}"}
    return found | {f"near<by {plain[index - 1] if index else '^'}"}


def _after(words: Words, index: int, right: int, named: str) -> set[str]:
    plain = words.plain
    link = " ".join(plain[max(right, index - 2) : index])
    away = min(_FARTHEST, (index - right) // _STEP)
    verb, time = _verb(words, index)
    if plain[index] != "WE":
        me = f"near>{plain[index]}"
        return {f"{me}|{away}", f"{me}|{verb}", f"{me}|{link}"}
    found = {f"near>{time}", f"near>{time}|{named}", f"near>{time}|{away}", f"near>{verb}|{time}"}
    return found | {
        f"near>{alike().get(verb, '')}|{time}",
        f"near>by {link}|{time}",
        f"near>by {plain[index - 1]}|{time}",
    }


def _named(plain: tuple[str, ...], left: int) -> str:
    """How a citation is led in: by a name, in brackets, or as it is."""
    last = plain[max(0, left - 3) : left]
    if "al" in last or last[-1:] == ("Name",):
        return "name"
    return "bracket" if last[-1:] == ("(",) else "bare"


def _verb(words: Words, index: int) -> tuple[str, str]:
    """The verb of the authors at `index`, with its time."""
    time = ""
    for at in range(index + 1, min(len(words.plain), index + _VERB_WITHIN)):
        if words.plain[at] in _HAVE:
            time = "had" if words.is_past(at) else "have"
        elif words.plain[at] not in _BETWEEN:
            return words.plain[at], time or ("past" if words.is_past(at) else "now")
    return "", time
