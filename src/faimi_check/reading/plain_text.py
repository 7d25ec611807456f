"""Bytes that may be text (UTF-8, Latin-1 or a form of UTF-16), and text as its reader sees it."""

from __future__ import annotations

import re
import unicodedata

# Characters that nobody sees, put between letters so that no search finds the word.
_UNSEEN = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff]")
# Of those, and of others, what may spell a text: tags, selectors of variants, marks of direction, many in a row.
UNSEEN_LETTERS = re.compile(
    "[\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef]"
)
# Letters of other scripts that look like Latin ones.
_CYRILLIC = "асеорхуіјѕһԁԛԝАВЕЅІЈКМНОРСТХУԚԜ"
_GREEK = "οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_ALIKE = str.maketrans(_CYRILLIC + _GREEK, "aceopxyijshdqwABESIJKMHOPCTXYQWoABEZHIKMNOPTYX")
# Letters and signs in a style or width of their own: mathematical alphabets, full width, a leader of one dot.
_STYLED = re.compile("[\U0001d400-\U0001d7ff\uff01-\uff5e\u2024\ufe52\ufe6b]")
_GREEK_OR_CYRILLIC = re.compile("[Ͱ-ԯ]")
_WORD = re.compile(r"[^\W\d_]+")
_MIXED = re.compile("[A-Za-z][Ͱ-ԯ]|[Ͱ-ԯ][A-Za-z]")
_CONTROLS = (*range(9), *range(14, 27), *range(28, 32), 127)


def as_text_bytes(head: bytes) -> bytes | None:
    """The bytes as UTF-8 or Latin-1 text, UTF-16 turned into it; None where they are not text."""
    encoding = wide_encoding(head)
    text = head[: len(head) & ~1].decode(encoding, "replace").encode("utf-8", "replace") if encoding else head
    controls = sum(text.count(code) for code in _CONTROLS)
    return text if controls * 200 <= len(text) and not text.count(0) else None


def wide_encoding(head: bytes) -> str:
    """The UTF-16 form that text is in by its byte order mark or its zero bytes; "" for other bytes."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    half = len(head) // 2
    low, high = head[::2].count(0), head[1::2].count(0)
    if half and high * 10 >= half * 6 and low * 10 < half:
        return "utf-16-le"
    if half and low * 10 >= half * 6 and high * 10 < half:
        return "utf-16-be"
    return ""


def with_unseen_told(text: str) -> str:
    """The text with what characters that nobody sees spell in it told at its end; as it is where they spell nothing."""
    if text.isascii() or not UNSEEN_LETTERS.search(text):
        return text
    # Hardly any text has one.
    from faimi_check.model.text.unseen import IN_UNSEEN
    from faimi_check.reading.unseen_letters import unseen_text

    unseen = unseen_text(text)
    return f"{UNSEEN_LETTERS.sub('', text)} {IN_UNSEEN}{unseen}]" if unseen else text


def as_seen(text: str) -> str:
    """Text without characters that nobody sees, in plain letters; what these spell, if anything, is told at its end.

    Letters of mathematical alphabets or full width are plain ones. So are letters of other scripts in a word of Latin
    ones that they look like: such a word is in neither language, it was made so that no search finds it.
    """
    if text.isascii():
        return text
    plain = _UNSEEN.sub("", with_unseen_told(text))
    plain = _STYLED.sub(lambda letter: unicodedata.normalize("NFKC", letter[0]), plain)
    if not _GREEK_OR_CYRILLIC.search(plain) or not _MIXED.search(plain):
        return plain
    return _WORD.sub(lambda word: word[0].translate(_ALIKE) if _MIXED.search(word[0]) else word[0], plain)
