"""What is no list of names: files of other kinds, and text in which nobody is named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from faimi_check.model.submission import KnownAuthor
from faimi_check.reading.plain_text import as_text_bytes
from faimi_check.reading.signatures import by_signature

_HEAD = 65_536
_FAMILIES = {"video": "a video", "audio": "a sound file", "image": "a picture"}
_KINDS = {"pdf": "a PDF", "rtf": "a word processor's file (RTF)"}
# What lies in a workbook; a Word file and a supplement begin with the same bytes.
_SHEETS_IN_ZIP = (b"xl/", b"opendocument.spreadsheet")
_SHEETS_IN_OLE = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_SOURCES = (
    (re.compile(r"^[ \t]*@[A-Za-z]{2,20}[ \t]*\{[^\n]*,[ \t]*$", re.MULTILINE), "BibTeX"),
    # Accents, such as a name may be typed with, are shorter.
    (re.compile(r"^[ \t]*\\[A-Za-z]{4}|\\[A-Za-z]{4,30}\*?[\[{]", re.MULTILINE), "LaTeX source"),
    (re.compile(r"\A\s*<(?:!doctype|html|head|body|svg)\b", re.IGNORECASE), "a web page"),
    (re.compile(r"\A%!PS"), "PostScript"),
    (re.compile(r"\A#!"), "a program"),
)
_OF_NAMES = "van von der den de del della di da dos das du la le ten ter zu zur bin ibn al el af av och und and y e i"
_PARTICLES = frozenset(_OF_NAMES.split())
_OF_SENTENCES = (
    "the a an of to in is are was were be been or not for with without on at by from as this that these those it its "
    "we our you your my his her if else then than so but has have had do does did can will no yes all any each"
)
_FUNCTION_WORDS = frozenset(_OF_SENTENCES.split())
_TITLES = re.compile(
    r"\b(?:(?:prof|dr|mr|mrs|ms|phd|md|msc|bsc|jr|sr|ing|dipl|habil)\b\.?|ph\.?\s?d\.?)", re.IGNORECASE
)
_MOST_WORDS = 7
_FEW_WORDS = 4
_LONGEST = 80
# Headings and remarks stand in lists of names; in other texts names stand here and there.
_LEAST_SHARE = 0.5


def other_kind(data: bytes) -> str | None:
    """What a file is that holds no list, in words; None where it may hold one."""
    if data.startswith(b"PK"):
        return None if any(mark in data for mark in _SHEETS_IN_ZIP) else "a zip"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return None if any(mark in data for mark in _SHEETS_IN_OLE) else "a word processor's file"
    head = data[:_HEAD]
    kind = by_signature(head)
    text = as_text_bytes(head)
    if kind is not None and (text is None or kind.container in _KINDS):
        family = _FAMILIES.get(kind.mime.partition("/")[0], "a file of another kind")
        return _KINDS.get(kind.container, f"{family} ({kind.container})")
    return "a binary file" if text is None else None


def source(text: str) -> str | None:
    """What a text is that was written for a program, in words; None where it may be a list."""
    start = text[:_HEAD]
    return next((what for pattern, what in _SOURCES if pattern.search(start)), None)


def names_people(listed: Sequence[KnownAuthor]) -> bool:
    """Whether most entries of a list look like people: an address, or a few words such as names are made of.

    Where none has a capital, as some type names, a few words in small letters do.
    """
    people = sum(bool(one.emails) or is_like_a_name(one.name) for one in listed)
    people = people or sum(is_like_a_name(one.name.title()) and _is_terse(one.name) for one in listed)
    return people > 0 and people >= _LEAST_SHARE * len(listed)


def is_like_a_name(text: str) -> bool:
    """Whether a text can be somebody's name: a few words of letters, with capitals where the script has them."""
    words = re.sub(r"[,()*]|(?<!\d)\d+$", " ", _TITLES.sub(" ", text)).split()
    if not 0 < len(words) <= _MOST_WORDS or len(text) > _LONGEST or not all(map(_is_word, words)):
        return False
    telling = [word for word in words if word.casefold() not in _PARTICLES]
    return bool(telling) and not any(word[0].islower() for word in telling)


def _is_terse(text: str) -> bool:
    return 2 <= len(text.split()) <= _FEW_WORDS and _FUNCTION_WORDS.isdisjoint(text.split())


def _is_word(word: str) -> bool:
    """Letters with what stands within names: hyphens, apostrophes, points."""
    bare = re.sub(r"[-.'’`´‐‑·~_]", "", word)
    return bool(bare) and all(unicodedata.category(sign)[0] in "LM" for sign in bare)
