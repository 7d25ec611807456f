"""What the decoded stream of an object says that no page shows: comments, alternative texts, notes, orphaned text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.paper import MetadataField
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.pdf.objects.strings import (
    PLAIN_STRING,
    decoded,
    inside_string,
    is_drawing,
    is_text,
    shown,
    unescaped,
)
from faimi_check.reading.pdf.objects.walk import ObjectWalk, tidy
from faimi_check.reading.pdf.texts.metadata import UnreadableXmpError, xmp_fields
from faimi_check.reading.plain_text import as_text_bytes

_MARKED = re.compile(rb"/(?P<name>[A-Za-z]\w{0,40})\s{0,4}(?P<literal>" + PLAIN_STRING + rb")", re.DOTALL)
_COMMENT = re.compile(rb"%([^\r\n]{4,2000})")
_METADATA = re.compile(rb"/Type\s{0,4}/Metadata\b")
_TILE = re.compile(rb"/PatternType\s{0,4}1\b")
_TEXT_OBJECT = re.compile(rb"\bBT\b.{0,20000}?\bET\b", re.DOTALL)
_MARKUP = re.compile(rb"[<>\"\r\n]{1,100}")
_BEGINNING = 20_000
_LONGEST_TEXT = 400_000
_MAX_LENGTH = 2_000
_OVERLAP = 200
_MOST_TEXTS = 500
# Every colour profile has this sign at this place.
PROFILE_SIGN, PROFILE_OFFSET = b"acsp", 36
# Tags of a colour profile that hold text (ICC.1, 9.2), and how a text in several languages begins.
_PROFILE_TAGS = frozenset({b"desc", b"cprt", b"dmnd", b"dmdd"})
_LANGUAGES, _COUNTED = b"mluc", b"desc"


def stream_texts(head: bytes, body: bytes, place: str, *, orphan: bool) -> Iterator[MetadataField]:
    """The texts in a stream that belongs to a dictionary; all it says where nothing refers to it (`orphan`)."""
    if _METADATA.search(head):
        try:
            yield from xmp_fields(body, ObjectWalk(PdfLimits()), "XMP inside the file")
        except UnreadableXmpError:
            yield from _between_tags(body)
    elif body[PROFILE_OFFSET : PROFILE_OFFSET + 4] == PROFILE_SIGN:
        yield from profile_texts(body)
    elif not is_text(body):
        return
    elif b"begincmap" in body[:_BEGINNING]:
        # Tables of letters name their makers in comments, without an address.
        yield from (found for found in _comments(body, place) if "@" in found.value)
    elif is_drawing(body):
        # What a pattern writes is no text of the page that is filled with it.
        yield from _drawn(body, place, orphan=orphan or _TILE.search(head) is not None)
    else:
        for line in (as_text_bytes(body[:_LONGEST_TEXT]) or b"").splitlines():
            key = "a comment" if line.startswith(b"%") else "text"
            yield MetadataField(place, key, _tidied(decoded(line.lstrip(b"% "))))


def _between_tags(packet: bytes) -> Iterator[MetadataField]:
    """What stands between the tags, in the values and in the entities of a packet that is not read as XMP."""
    for piece in _MARKUP.split(as_text_bytes(packet) or packet):
        # What has no space is a number or a picture in letters, of which the beginning is enough.
        for start in range(0, len(piece) if b" " in piece else min(len(piece), 1), _MAX_LENGTH):
            text = _tidied(decoded(piece[start : start + _MAX_LENGTH + _OVERLAP]))
            if text:
                yield MetadataField("XMP inside the file", "text of a packet that cannot be read", text)


def _drawn(body: bytes, place: str, *, orphan: bool) -> Iterator[MetadataField]:
    """What a page's or figure's drawing commands say beside what they draw; all they say, where nobody draws it."""
    for match in _MARKED.finditer(body):
        yield MetadataField(place, match["name"].decode(), _tidied(decoded(unescaped(match["literal"]))))
    yield from _comments(body, "drawing commands")
    for number, text in enumerate(_TEXT_OBJECT.finditer(body) if orphan else ()):
        if number >= _MOST_TEXTS:
            return
        yield MetadataField(place, "text", _tidied(shown(text[0])))


def _comments(body: bytes, place: str) -> Iterator[MetadataField]:
    for token in _COMMENT.finditer(body) if b"%" in body else ():
        if not inside_string(body, token.start()):
            yield MetadataField(place, "a comment", _tidied(decoded(token[1])))


def profile_texts(body: bytes) -> Iterator[MetadataField]:
    """The texts of a colour profile, which mostly name the maker of a display."""
    for number in range(min(int.from_bytes(body[128:132], "big"), 100)):
        entry = body[132 + 12 * number : 144 + 12 * number]
        start, size = int.from_bytes(entry[4:8], "big"), int.from_bytes(entry[8:12], "big")
        if entry[:4] in _PROFILE_TAGS and size > 8:
            value = body[start : start + min(size, _MAX_LENGTH)]
            yield MetadataField("a colour profile", "ICC", _tidied(_profile_text(value)))


def _profile_text(value: bytes) -> str:
    """The first of the languages of a text; the older kinds are ASCII, one of them behind a count."""
    if value[:4] == _LANGUAGES:
        return value[28:].decode("utf-16-be", "ignore")
    counted = value[:4] == _COUNTED
    return (
        value[12 : 12 + int.from_bytes(value[8:12], "big")].decode("latin-1")
        if counted
        else value[8:].decode("latin-1")
    )


def _tidied(text: str) -> str:
    return tidy(text, _MAX_LENGTH + _OVERLAP)
