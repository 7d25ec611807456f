"""Whether the letters a font is read as have the widths that letters have.

An i is narrow and an m is wide in every typeface but a typewriter's. Where a table was made up so that a page shows
one text and says another, the widths belong to the letters that are shown.
"""

from __future__ import annotations

import math
import string
from collections.abc import Iterator
from operator import mul
from typing import Any

from pypdf.generic import ArrayObject

from faimi_check.reading.pdf.objects.unicode_tables import readings
from faimi_check.reading.pdf.objects.walk import ObjectWalk

_LETTERS = string.ascii_lowercase + string.ascii_uppercase
# Thousandths of an em, from the metrics of Times-Roman and Helvetica that Adobe publishes (AFM).
_TIMES = (
    444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778,
    500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444,
    722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611,
)  # fmt: skip
_HELVETICA = (
    556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833,
    556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
    667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611,
)  # fmt: skip
# Capitals of the script that formulas are set in (rsfs10, from its TFM): no others have such widths.
_SCRIPT = (
    803, 908, 666, 774, 562, 895, 610, 969, 809, 1052, 914, 874, 1080,
    902, 738, 1013, 883, 850, 868, 747, 800, 622, 805, 944, 710, 821,
)  # fmt: skip
_KNOWN = tuple(dict(zip(_LETTERS, widths, strict=True)) for widths in (_TIMES, _HELVETICA))
_KNOWN_SCRIPT = dict(zip(string.ascii_uppercase, _SCRIPT, strict=True))
_FEWEST = 8
_LEAST, _LEAST_SCRIPT = 0.35, 0.9
_TYPEWRITER_SPREAD = 0.12
# No typewriter's letters are as narrow as full stops; the units of a Type 3 font are its own.
_NARROWEST = 300.0
_MAX_CODES = 20_000


def foreign_widths(font: Any, walk: ObjectWalk) -> str:
    """Letters and widths of a font that do not belong together, in words; "" where they do or it cannot be told."""
    table = walk.get(font, "/ToUnicode")
    if table is None:
        return ""
    widths = dict(advance_widths(font, walk))
    read = [(letter, widths[code]) for code, letter in readings(walk.stream_bytes(table)) if widths.get(code, 0) > 0]
    letters = [(letter, width) for letter, width in read if letter in _KNOWN[0]]
    if len({letter for letter, _ in letters}) < _FEWEST:
        return ""
    dots = max(width for _, width in letters) < _NARROWEST and str(walk.get(font, "/Subtype")) != "/Type3"
    if not dots and _in_step(letters):
        return ""
    told = ", ".join(f"{letter} {width:g}" for letter, width in letters[:12])
    return f"the letters do not have the widths of the letters that they are read as: {told}"


def _in_step(letters: list[tuple[str, float]]) -> bool:
    """Whether the widths of letters go with those of a known typeface, or are a typewriter's."""
    own = [width for _, width in letters]
    if max(own) - min(own) <= _TYPEWRITER_SPREAD * max(own):
        return True
    if all(letter in _KNOWN_SCRIPT for letter, _ in letters):
        script = [_KNOWN_SCRIPT[letter] for letter, _ in letters]
        if _correlation(own, script) >= _LEAST_SCRIPT:
            return True
    # The small letters of a font of small capitals have the widths of capitals.
    forms = [[letter for letter, _ in letters], [letter.upper() for letter, _ in letters]]
    return any(_correlation(own, [known[letter] for letter in form]) >= _LEAST for known in _KNOWN for form in forms)


def _correlation(own: list[float], known: list[int]) -> float:
    """Pearson's coefficient; -1 where all are the same. Loading `statistics` for it takes as long as reading a file."""
    of_own, of_known = sum(own) / len(own), sum(known) / len(known)
    own, others = [width - of_own for width in own], [width - of_known for width in known]
    spread = math.sqrt(sum(width * width for width in own) * sum(width * width for width in others))
    return sum(map(mul, own, others)) / spread if spread else -1.0


def advance_widths(font: Any, walk: ObjectWalk) -> Iterator[tuple[int, float]]:
    """Each code and its advance width, in the font's own units."""
    first = walk.get(font, "/FirstChar")
    if isinstance(first, int):
        yield from enumerate(walk.numbers(font, "/Widths")[:256], first)
        return
    for held in walk.items(font, "/DescendantFonts")[:1]:
        yield from _spans(walk.items(walk.resolve(held), "/W")[:_MAX_CODES], walk)


def _spans(entries: list[Any], walk: ObjectWalk) -> Iterator[tuple[int, float]]:
    """The two forms of a CID font's widths: `first [w w w]` and `first last w` (ISO 32000-1, 9.7.4.3)."""
    at = 0
    while at + 1 < len(entries):
        first, second = int(walk.number(entries[at])), walk.resolve(entries[at + 1])
        if isinstance(second, ArrayObject):
            for step, width in enumerate(second[:_MAX_CODES]):
                yield first + step, walk.number(width)
            at += 2
        elif at + 2 < len(entries):
            width = walk.number(entries[at + 2])
            for code in range(first, min(int(walk.number(second)), first + 4_000) + 1):
                yield code, width
            at += 3
        else:
            return
