"""One sweep over all strings and comments of a file, in whatever object they stand.

Readers that know where to look find what is in its usual place; a name may stand anywhere else: under keys of
somebody's own, in objects that nothing refers to, in comments, before the beginning or behind the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.paper import MetadataField
from faimi_check.reading.pdf.objects.raw import Inflater, RawFile, RawObject, packed, split
from faimi_check.reading.pdf.objects.strings import closing, decoded, from_hex, is_text, unescaped
from faimi_check.reading.pdf.objects.walk import pieces, tidy
from faimi_check.reading.pdf.texts.certificates import is_signature, names_in
from faimi_check.reading.pdf.texts.font_notices import FontNotices
from faimi_check.reading.pdf.texts.reach import reach
from faimi_check.reading.pdf.texts.stream_texts import PROFILE_OFFSET, PROFILE_SIGN, profile_texts, stream_texts

_NAME = re.compile(rb"/([^\s/<>\[\]()%{}]{0,127})")
_INK = re.compile(rb"/Separation[ \r\n]{0,4}/([^\s/<>\[\]()%{}]{4,127})")
# Each form begins with a character of its own: Python then looks for one of these, not for the pattern at each place.
_TEXT = re.compile(rb"\(|<(?P<hex>[0-9A-Fa-f\s]{8,200000}+)>|%(?P<comment>[^\r\n]{0,2000})")
# Of no interest, or judged where they belong: identifiers, dates, fonts, colour spaces.
_TECHNICAL = frozenset(
    b"ID DA DS CharSet FontFamily FontName Registry Ordering Lang CreationDate ModDate LastModified M D Dest Limits "
    b"IDS Panose OutputCondition RegistryName OutputConditionIdentifier Lookup Indexed Cs O U OE UE Perms".split()
)
_MAY_TELL = re.compile(r"[@:/\\]|[^\W\d_]{2}[ .,_-]+[^\W\d_]{2}|\d{4}-\d{4}")
# Words with a capital and paths: an identifier may be called after somebody, a condition or a language may be a name.
_WORDED = re.compile(rb"[A-Za-z]{2}[.,]?[ _-]+[A-Z][a-z]{2}|[A-Za-z]:[/\\\\]|/(?:home|Users)/")
_OF_FONTS = frozenset(b"DA DS CharSet FontFamily FontName Panose Ordering Registry".split())
_BINARY = re.compile(
    rb"/Subtype\s{0,4}/(?:Image|Type1C|CIDFontType0C|OpenType)\b|/Length[123]\b|/FunctionType|/ShadingType|/Type\s{0,4}/(?:XRef|EmbeddedFile)\b"
)
_PHOTO = re.compile(rb"/(?:DCTDecode|DCT|JPXDecode)\b")
_PHOTO_HEAD = 400_000
_PACKED = re.compile(rb"/Type\s{0,4}/ObjStm\b")
# A page or a template of one: what it draws is a stream or several, where a note's contents are a string.
_DRAWN = re.compile(rb"/Contents\s{0,4}(?:\d{1,10}\s{1,4}\d{1,5}\s{1,4}R|\[)")
_NUMBERED = re.compile(rb"#([0-9A-Fa-f]{2})")
# Papers of a conference hold up to 6 MB and 60,000 of them.
_BUDGET = 60_000_000
_LARGEST = 16_000_000
_MAX_LENGTH = 2_000
_MOST_TOKENS = 400_000
_SHORTEST = 4
_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ,.\r\n"
_SIGNS_SHARE = 0.3
# So many blanks between so many letters make a sentence, which no identifier, date or style is.
_FEWEST_BLANKS, _SAID_SHARE = 5, 0.9
_GLANCE = 2_000


class SweepEndedError(Exception):
    """The file holds more than is read; what was found before still counts."""


class Sweep:
    """One file, swept once.

    `pages` are the numbers of the objects that are pages, shown or not, `files` of those that describe an embedded
    file; both are known when all fields are.
    """

    def __init__(self, plain: bytes) -> None:
        """`plain` is the file without its encryption."""
        self._plain = plain
        self._inflater = Inflater(_BUDGET)
        self._tokens = _MOST_TOKENS
        self.pages: set[int] = set()
        self.files: set[int] = set()

    def fields(self) -> Iterator[MetadataField]:
        """The texts that may tell something, each once, with the key before them.

        Raises SweepEndedError where the file holds more than is read.
        """
        seen: set[tuple[str, str]] = set()
        for found in self._texts(split(self._plain)):
            if len(found.value) < 4 or not _MAY_TELL.search(found.value) or (found.key, found.value) in seen:
                continue
            seen.add((found.key, found.value))
            yield found

    def _texts(self, raw: RawFile) -> Iterator[MetadataField]:
        objects: list[tuple[RawObject, bytes]] = []
        notices = FontNotices()
        for found in raw.objects:
            yield from notices.of(found, self._plain[found.start : found.end])
            yield from self._photo_profile(found)
            body = self._body(found)
            if body and _PACKED.search(found.head):
                objects.extend((inner, b"") for inner in packed(found.head, body))
            else:
                objects.append((found, body))
        reached, drawn = reach(self._plain, [found for found, _ in objects])
        for found, body in objects:
            if b"/Contents" in found.head and _DRAWN.search(found.head):
                self.pages.add(found.number)
            if b"/EF" in found.head:
                self.files.add(found.number)
            place = "an object of the file" if found.number in reached else "an object that nothing refers to"
            yield from self._strings(found.head, place)
            if body:
                yield from stream_texts(found.head, body, place, orphan=found.number not in drawn)
        for start, end in raw.gaps:
            piece = self._plain[start:end][:_LARGEST]
            if is_text(piece):
                yield from self._strings(piece, "the file between its objects")

    def _photo_profile(self, found: RawObject) -> Iterator[MetadataField]:
        """The texts of the colour profile that a photo brings along in its head."""
        if _PHOTO.search(found.head):
            at = self._plain.find(PROFILE_SIGN, found.start, min(found.end, found.start + _PHOTO_HEAD)) - PROFILE_OFFSET
            if at >= found.start:
                yield from profile_texts(self._plain[at : min(found.end, at + _PHOTO_HEAD)])

    def _body(self, found: RawObject) -> bytes:
        """What an object's stream holds, b"" for none and for what is no text, whatever it says that it is."""
        stream = self._plain[found.start : found.end]
        if not stream or (_BINARY.search(found.head) and not _is_prose(found.head, stream)):
            return b""
        if self._inflater.left <= 0:
            raise SweepEndedError(f"more than {_BUDGET // 1_000_000} MB of drawing commands and texts")
        return self._inflater.decoded(found.head, stream, _LARGEST)

    def _strings(self, head: bytes, place: str) -> Iterator[MetadataField]:
        """The strings and comments of a dictionary; a string's key is the last name before it."""
        key, at = b"", 0
        while (token := _TEXT.search(head, at)) is not None:
            names = head[at : token.start()]
            yield from self._addresses(names, place)
            key = _last_name(names) or key
            at = token.end()
            self._spend(1)
            if token["comment"] is not None:
                yield MetadataField(place, "a comment", _tidied(decoded(token["comment"])))
                continue
            if token["hex"] is not None:
                raw = from_hex(token["hex"])
            else:
                start, at = token.start(), closing(head, token.start())
                raw = unescaped(head[start:at])
            if key == b"Contents" and is_signature(raw):
                yield from (MetadataField(place, f"certificate, {what}", _tidied(name)) for what, name in names_in(raw))
            elif len(raw) >= _SHORTEST and (key not in _TECHNICAL or _tells(key, raw)):
                name = key.decode("latin-1") or "text"
                yield from (MetadataField(place, name, piece) for piece in pieces(decoded(raw), _MAX_LENGTH))
        yield from self._addresses(head[at:], place)

    def _addresses(self, names: bytes, place: str) -> Iterator[MetadataField]:
        """The names that are an address or a colour's, of a piece of a dictionary without strings."""
        self._spend(names.count(b"/"))
        if b"/Separation" in names:
            yield from (
                MetadataField(place, "a colour", _tidied(decoded(_named(name)))) for name in _INK.findall(names)
            )
        if b"@" in names or b"#40" in names:
            for name in _NAME.findall(names):
                if b"@" in name or b"#40" in name:
                    yield MetadataField(place, "a key", _tidied(decoded(_named(name))))

    def _spend(self, tokens: int) -> None:
        self._tokens -= tokens
        if self._tokens < 0:
            raise SweepEndedError(f"more than {_MOST_TOKENS:,} names and strings")


def _last_name(names: bytes) -> bytes:
    """The last name in a piece of a dictionary without strings, b"" where there is none."""
    found = _NAME.match(names, max(names.rfind(b"/"), 0))
    return found[1] if found else b""


def _tidied(text: str) -> str:
    return tidy(text, _MAX_LENGTH)


def _named(key: bytes) -> bytes:
    """A name with its escapes (ISO 32000-1, 7.3.5) as what they stand for."""
    return _NUMBERED.sub(lambda match: bytes([int(match[1], 16)]), key)


def _is_prose(head: bytes, stream: bytes) -> bool:
    """Whether what says that it is a picture, a font or a table is words; a font begins with words of its own."""
    start = Inflater(_GLANCE).decoded(head, stream, _GLANCE)
    letters = len(start.translate(None, _LETTERS))
    return is_text(start) and not start.startswith(b"%!") and letters <= _SIGNS_SHARE * len(start) and b" " in start


def _tells(key: bytes, raw: bytes) -> bool:
    """Whether a string that should be technical holds an address, words or a path."""
    return _is_address(raw) or _is_said(raw) or (key not in _OF_FONTS and bool(_WORDED.search(raw)) and is_text(raw))


def _is_said(raw: bytes) -> bool:
    """Whether a string that should be technical says something: such as the condition of an output."""
    if raw.count(b" ") < _FEWEST_BLANKS:
        return False
    text = decoded(raw[:_MAX_LENGTH])
    return sum(char.isalpha() or char == " " for char in text) >= _SAID_SHARE * len(text)


def _is_address(raw: bytes) -> bool:
    """Whether a string where an identifier, a date or a language belongs may be an address."""
    return (b"@" in raw or b"://" in raw) and is_text(raw)
