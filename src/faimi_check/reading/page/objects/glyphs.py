"""Characters as a reader sees them: ligatures, split accents and hyphens put right."""

from __future__ import annotations

import re
import unicodedata

from faimi_check.reading.plain_text import as_seen

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x02": "-", "\ufffe": "-"}
)
# TeX's OT1 fonts have no accented letters: the accent is drawn on its own, before the letter or (cedilla) after it.
_BEFORE = {
    "¨": "\u0308", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c",
    "˘": "\u0306", "¯": "\u0304", "˙": "\u0307", "˝": "\u030b", "˚": "\u030a",
}  # fmt: skip
# As what they are read where they stand alone.
ACCENT_SIGNS = {"ˆ": "^", "˜": "~", "¨": '"', "´": "'"}
_AFTER = {"¸": "\u0327", "˛": "\u0328"}
# A grave accent is also a quotation mark, so it counts only inside a word.
_SPLIT = re.compile(f"(?P<accent>[{''.join(_BEFORE).replace('`', '')}]|(?<=[^\\W\\d_])`) ?(?P<letter>[A-Za-zıȷ])")
_SPLIT_AFTER = re.compile(f"(?P<letter>[A-Za-z]) ?(?P<accent>[{''.join(_AFTER)}])")
# A cedilla may be drawn before its letter as well, if that is one of the few that mostly have it.
_SPLIT_CEDILLA = re.compile(r"(?<![cstCST])(?P<accent>¸) ?(?P<letter>[csCS])")
_ACCENT = re.compile(f"[{''.join((*_BEFORE, *_AFTER))}]")
_DOTLESS = str.maketrans("ıȷ", "ij")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# What a font without an encoding reads as: control characters (but line ends and PDFium's hyphen), private use.
_NO_LETTER = re.compile("[\x00\x01\x03-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_NO_LETTER_SHARE = 0.5


def readable(text: str) -> str:
    """Text of a run with ligatures taken apart, split accents composed and control characters as spaces.

    PDFium marks a hyphen that ends a line with U+0002 or U+FFFE; it is a hyphen again here.
    """
    if text.isascii() and text.isprintable() and "`" not in text:
        return text
    text = _CONTROL.sub(" ", text.translate(_LIGATURES))
    return as_seen(compose_accents(text)) if "`" in text or not text.isascii() else text


def unreadable_letters(raw: str) -> int:
    """How many signs of a piece of text stand for no letter, whatever they show; 0 where most stand for one."""
    if raw.isascii() and raw.isprintable():
        return 0
    count = len(_NO_LETTER.findall(raw))
    return count if count >= _NO_LETTER_SHARE * len(raw.strip()) else 0


def compose_accents(text: str) -> str:
    """`K¨uper` as `Küper`, `Fran¸cois` and `Franc¸ois` as `François`; pairs that make no letter stay as they are."""
    if _ACCENT.search(text):
        text = _SPLIT_CEDILLA.sub(_compose_after, _SPLIT.sub(_compose_before, text))
        text = _SPLIT_AFTER.sub(_compose_after, text)
    return unicodedata.normalize("NFC", text)


def _compose_before(match: re.Match[str]) -> str:
    return _composed(match["letter"], _BEFORE[match["accent"]], match[0])


def _compose_after(match: re.Match[str]) -> str:
    return _composed(match["letter"], _AFTER[match["accent"]], match[0])


def _composed(letter: str, mark: str, otherwise: str) -> str:
    composed = unicodedata.normalize("NFC", letter.translate(_DOTLESS) + mark)
    return composed if len(composed) == 1 else otherwise
