"""Letters of TeX's bitmap fonts, whose file does not say what their codes stand for: they read as control characters.

Such a font is a Type 3 font without a name. Whether it has TeX's first encoding (OT1) or the one of Cork (T1), which
disagree on five codes, a page's ligatures tell. Beside letters only: in the fonts of formulas the codes are Greek.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LIGATURES: Final = ("ff", "fi", "fl", "ffi", "ffl")
_OT1 = {
    **dict(zip(map(chr, range(0x0B, 0x10)), _LIGATURES, strict=True)),
    **dict(zip(map(chr, (0x10, 0x11, *range(0x19, 0x20))), "ıȷßæœøÆŒØ", strict=True)),
}
_OT1_ACCENTS = dict(
    zip(
        "\x12\x13\x14\x15\x16\x17\x18\x7f",
        map(chr, (0x300, 0x301, 0x30C, 0x306, 0x304, 0x30A, 0x327, 0x308)),
        strict=True,
    )
)
# Of the Cork encoding, what is another letter than in Latin-1, or none there.
_T1 = {
    **dict(zip(map(chr, range(0x19, 0x20)), ("ı", "ȷ", *_LIGATURES), strict=True)),
    **dict(zip(map(chr, range(0x80, 0x9F)), "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ", strict=True)),
    **dict(zip(map(chr, range(0xA0, 0xBD)), "ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ", strict=True)),
    "\xff": "ß",
}
_BESIDE = r"(?:(?<=[^\W\d_])[{0}]|[{0}](?=[^\W\d_]))"
_OT1_SIGN = re.compile(_BESIDE.format("\x0b\x0c\x0e-\x11\x19-\x1f") + r"|\r(?=[^\W\d_])")
_OT1_ACCENT = re.compile("([\x12-\x18\x7f])([A-Za-z\x10\x11])")
_OT1_LIGATURE = re.compile(_BESIDE.format("\x0b\x0c\x0e\x0f"))
_T1_LIGATURE = re.compile(_BESIDE.format("\x1b-\x1f"))
_T1_SIGN = re.compile("[\x19-\x1f\x80-\x9e]|" + _BESIDE.format("\xa0-\xbc\xff"))
# An accent that is drawn in a piece of its own is put on its letter with the pieces of the line.
_LONE_ACCENTS = str.maketrans("\x12\x13\x14\x15\x16\x17\x18\x7f", "`´ˇ˘¯˚¸¨")
_DOTLESS = str.maketrans("\x10\x11ıȷ", "ijij")


def decoded(raw: str, page: str) -> str:
    """A piece of text of such a font as what it shows; `page` are all characters of its page."""
    if _OT1_LIGATURE.search(page):
        letters = _OT1_SIGN.sub(lambda code: _OT1.get(code[0], "fl"), _OT1_ACCENT.sub(_accented, raw))
        return letters.translate(_LONE_ACCENTS)
    if _T1_LIGATURE.search(page):
        return _T1_SIGN.sub(lambda code: _T1[code[0]], raw)
    return _OT1_ACCENT.sub(_accented, raw)


def _accented(match: re.Match[str]) -> str:
    """The letter with its accent; a pair that makes none as it was."""
    letter = unicodedata.normalize("NFC", match[2].translate(_DOTLESS) + _OT1_ACCENTS[match[1]])
    return letter if len(letter) == 1 else match[0]
