"""Text written in characters that nobody sees: tags, variation selectors as bytes, zero-width and bidirectional bits.

Emoji, flags and the scripts that need joiners have such characters too, each at its place and few at a time.
Sources: Unicode 16, section 23.9 (tag characters; flags end them by a cancel tag) and 23.4 (variation selectors).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import permutations

_BITS = "\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS = "\U000e0000-\U000e007f"
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e007a]{2,8}\U000e007f")
_TAG = re.compile(f"[{_TAGS}]")
# Behind a character that has a variant: no ASCII letter has, but digits are put on keys. A second one has none.
_MISPLACED = re.compile(
    f"[{_SELECTORS}](?=[{_SELECTORS}])|(?<![^\x00-\x22\x24-\x29\x2b-\x2f\x3a-\x7f{_SELECTORS}{_TAGS}{_BITS}])[{_SELECTORS}]"
)
_IN_A_ROW = re.compile(f"[{_BITS}]{{8,}}")
# Joiners belong to scripts beyond ASCII; between letters of this one they are nothing.
_ALONE = re.compile("(?<=[\x00-\x7f])[\u180e\u200b-\u200d\u2060-\u2064\ufeff]{1,7}(?=[\x00-\x7f]|\\Z)")
_FEW_TAGS, _FEW_SELECTORS, _FEW_ALONE = 4, 4, 24
# One kind over and over says nothing: a program's marks of where a word may break.
_MOST_OF_FIRST = 0.85
_LONGEST, _MOST_BITS = 200_000, 8_000
_READS = 0.9
_MOST_KINDS = 4


def unseen_text(text: str) -> str:
    """What characters that nobody sees spell in a text, or which they are where that is not known; "" for few."""
    text = _FLAG.sub("", text[:_LONGEST])
    return " ".join(filter(None, (_of_tags(text), _of_selectors(text), _of_bits(text))))


def _of_tags(text: str) -> str:
    tags = "".join(_TAG.findall(text))
    return _spelt("".join(chr(ord(tag) - 0xE0000) for tag in tags), tags) if len(tags) >= _FEW_TAGS else ""


def _of_selectors(text: str) -> str:
    found = _MISPLACED.findall(text)
    if len(found) < _FEW_SELECTORS or _is_one_kind(found):
        return ""
    codes = bytes(ord(one) - (0xFE00 if one <= "\ufe0f" else 0xE0100 - 16) for one in found)
    return _spelt(codes.decode("utf-8", "replace"), "".join(found))


def _of_bits(text: str) -> str:
    rows = _IN_A_ROW.findall(text)
    found = rows
    if not rows:
        found = _ALONE.findall(text)
        if sum(map(len, found)) < _FEW_ALONE:
            return ""
    signs = "".join(found)[:_MOST_BITS]
    if _is_one_kind(signs):
        return ""
    return next((read for one in _readings(signs) if (read := _read(one))), "") or _named(signs)


def _is_one_kind(signs: list[str] | str) -> bool:
    return max(Counter(signs).values()) > _MOST_OF_FIRST * len(signs)


def _readings(signs: str) -> Iterator[str]:
    """The texts that signs may stand for: as digits of a byte, of fixed length or with one kind between them."""
    kinds = sorted(set(signs))
    if len(kinds) > _MOST_KINDS:
        return
    for digits in permutations(kinds):
        for width in {2: (8, 7, 16), 4: (4, 8)}.get(len(kinds), ()):
            yield _in_digits([signs[at : at + width] for at in range(0, len(signs), width)], digits)
        if len(kinds) > 2:
            # The last kind stands between letters.
            yield _in_digits(signs.split(digits[-1]), digits[:-1])


def _in_digits(letters: list[str], digits: tuple[str, ...]) -> str:
    codes = (sum(digits.index(sign) * len(digits) ** at for at, sign in enumerate(one[:20][::-1])) for one in letters)
    return "".join(chr(code) for code in codes if 0 < code < 0xD800)


def _spelt(letters: str, signs: str) -> str:
    return _read(letters) or _named(signs)


def _read(letters: str) -> str:
    """The letters where they make a text, else ""."""
    plain = "".join(letter for letter in letters if letter.isprintable() or letter in "\n\t").strip()
    told = sum(letter.isalnum() or letter in " .,:;!?@/'-\n" for letter in plain if letter.isascii())
    return " ".join(plain.split()) if plain and told >= _READS * len(letters) else ""


def _named(signs: str) -> str:
    kinds = Counter(signs).most_common(_MOST_KINDS)
    return ", ".join(f"{count} × {unicodedata.name(kind, f'U+{ord(kind):04X}').lower()}" for kind, count in kinds)
