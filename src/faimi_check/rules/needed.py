"""What a text must hold for a pattern to match in it, known beforehand for most patterns.

`training/needed_words.py` works it out. Of a pattern that has changed since then nothing is known, which costs time
and nothing else.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec

from faimi_check.rules.spotting import lowered, lowered_once, places, spotted

# A text up to this long is folded sooner than looked up.
_SHORT = 600
# In a longer one, and round more places than this, looking would cost more than it saves.
_LONGEST, _PLACES = 200_000, 100
TABLE = Path(__file__).parent / "needed_words.json"


class Needed(msgspec.Struct, frozen=True, array_like=True):
    """What each match of a pattern has: how many letters at most, and one word of each group, in folded letters.

    A width of 0 is an unknown one.
    """

    width: int = 0
    groups: tuple[tuple[str, ...], ...] = ()


NOTHING = Needed()
# Of most patterns nobody asks.
_ALL, _ONE = msgspec.json.Decoder(dict[str, msgspec.Raw]), msgspec.json.Decoder(Needed)


def key_of(pattern: str, flags: int) -> str:
    """What a pattern has in the table."""
    return blake2b(f"{int(flags)}:{pattern}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def folded(text: str) -> str:
    """A text in small letters, also of those that patterns take for one where case does not count."""
    plain = lowered(text) if len(text) > _SHORT else lowered_once(text)
    return plain if plain.isascii() else plain.replace("ı", "i").replace("ſ", "s")


@cache
def _known() -> dict[str, msgspec.Raw]:
    return _ALL.decode(TABLE.read_bytes())


def needed_by(pattern: str, flags: int) -> Needed:
    """What the table knows of a pattern."""
    found = _known().get(key_of(pattern, flags))
    return NOTHING if found is None else _ONE.decode(found)


def holds(text: str, needed: Needed) -> bool:
    """Whether a text has a word of each group, near enough to each other, so that the pattern may match in it."""
    if not needed.groups or len(text) > _LONGEST:
        return True
    plain = folded(text)
    first, *others = needed.groups
    if not others or not needed.width or len(plain) <= 2 * needed.width:
        return all(_has(plain, group) for group in needed.groups)
    found = (at for word in spotted(first, plain) for at in places(plain, word))
    for number, at in enumerate(found):
        around = plain[max(0, at - needed.width) : at + needed.width]
        if number >= _PLACES or all(_has(around, group) for group in others):
            return True
    return False


def _has(text: str, words: tuple[str, ...]) -> bool:
    return next(spotted(words, text), None) is not None
