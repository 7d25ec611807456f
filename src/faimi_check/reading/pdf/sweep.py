"""One sweep over all strings and comments of a file, in whatever object they stand, and over the bytes outside of it.

Readers that know where to look find what is in its usual place; a name may stand anywhere else: under keys of
somebody's own, in objects that nothing refers to, in comments, before the beginning or behind the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from faimi_check.model.paper import Attachment, MetadataField
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.pdf.metadata import UnreadableXmpError, xmp_fields
from faimi_check.reading.pdf.objects import ObjectWalk, tidy
from faimi_check.reading.pdf.raw import Inflater, RawFile, RawObject, packed, references, split
from faimi_check.reading.plain_text import as_text_bytes
from faimi_check.reading.sniff import sniff

_TOKEN = re.compile(
    rb"/(?P<name>[^\s/<>\[\]()%{}]{0,127})|(?P<opening>\()|<(?P<hex>[0-9A-Fa-f\s]{8,20000}+)>|%(?P<comment>[^\r\n]{0,2000})"
)
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_LONGEST_STRING = 20_000
# In drawing commands: strings without brackets of their own, which is nearly all of them.
_PLAIN = rb"\((?:[^()\\]|\\.){0,2000}+\)"
_STRING = re.compile(_PLAIN, re.DOTALL)
_MARKED = re.compile(rb"/(?P<name>Alt|ActualText|E|T|Contents)\s{0,4}(?P<literal>" + _PLAIN + rb")", re.DOTALL)
_COMMENT = re.compile(rb"%([^\r\n]{4,2000})")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_NAMED_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
# Of no interest, or judged where they belong: identifiers, dates, fonts, colour spaces.
_TECHNICAL = frozenset(
    b"ID DA DS CharSet FontFamily FontName Registry Ordering Lang CreationDate ModDate LastModified M D Dest Limits "
    b"IDS Panose OutputCondition RegistryName OutputConditionIdentifier Lookup Indexed Cs O U OE UE Perms".split()
)
_MAY_TELL = re.compile(r"[@:/\\]|[^\W\d_]{2,}[ .,_-]+[^\W\d_]{2,}|\d{4}-\d{4}")
_BINARY = re.compile(
    rb"/Subtype\s{0,4}/(?:Image|Type1C|CIDFontType0C|OpenType)\b|/Length[123]\b|/FunctionType|/ShadingType|/Type\s{0,4}/(?:XRef|EmbeddedFile)\b"
)
_PACKED = re.compile(rb"/Type\s{0,4}/ObjStm\b")
_METADATA = re.compile(rb"/Type\s{0,4}/Metadata\b")
_DRAWING = re.compile(rb"\b(?:Tf|Tj|TJ|re|cm|Do|BT|rg|BDC|gs|sh|scn)\b")
_ROOTS = re.compile(rb"/(?:Root|Info|Encrypt)\s{1,8}(\d{1,10})\s")
_PDF = b"%PDF-"
_BUDGET = 40_000_000
_LARGEST = 4_000_000
_MAX_FIELDS = 4_000
_MAX_LENGTH = 2_000
_MOST_TOKENS = 400_000
# A line end, a mark of a signing service: what is shorter hides nothing.
_SMALLEST_GAP = 24
_SHORTEST = 4
_EXCERPT = 20_000
_PRINTABLE = bytes(range(32, 127)) + b"\t\r\n"


class Sweep:
    """One file, swept once: `fields` are the texts found, `outside` what is no object of it."""

    def __init__(self, data: bytes, plain: bytes, limits: PdfLimits) -> None:
        """`plain` is the file without its encryption."""
        self._data, self._plain, self._limits = data, plain, limits
        self._inflater = Inflater(_BUDGET)
        self._tokens = _MOST_TOKENS

    def fields(self) -> Iterator[MetadataField]:
        """The texts that may tell something, each once, with the key before them."""
        seen: set[tuple[str, str]] = set()
        for found in self._texts(split(self._plain)):
            if len(found.value) < 4 or not _MAY_TELL.search(found.value) or (found.key, found.value) in seen:
                continue
            seen.add((found.key, found.value))
            yield found
            if len(seen) >= _MAX_FIELDS:
                return

    def _texts(self, raw: RawFile) -> Iterator[MetadataField]:
        objects: list[tuple[RawObject, bytes]] = []
        for found in raw.objects:
            body = b""
            if found.end > found.start and not _BINARY.search(found.head) and self._inflater.left > 0:
                body = self._inflater.decoded(found.head, self._plain[found.start : found.end], _LARGEST)
            if body and _PACKED.search(found.head):
                objects.extend((inner, b"") for inner in packed(found.head, body))
            else:
                objects.append((found, body))
        reached = self._reached(objects)
        for found, body in objects:
            place = "an object of the file" if found.number in reached else "an object that nothing refers to"
            yield from self._strings(found.head, place)
            if body:
                yield from self._in_stream(found, body, place, orphan=found.number not in reached)
        for start, end in raw.gaps:
            piece = self._plain[start:end][:_LARGEST]
            if _is_text(piece):
                yield from self._strings(piece, "the file between its objects")

    def _reached(self, objects: Iterable[tuple[RawObject, bytes]]) -> set[int]:
        """The numbers of the objects that the document's root leads to."""
        leads: dict[int, list[int]] = {}
        for found, _ in objects:
            leads.setdefault(found.number, []).extend(references(found.head))
        waiting = [int(number) for number in _ROOTS.findall(self._plain)]
        reached: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number not in reached:
                reached.add(number)
                waiting.extend(leads.get(number, ()))
        return reached

    def _strings(self, head: bytes, place: str) -> Iterator[MetadataField]:
        """The strings and comments of a dictionary; a string's key is the last name before it."""
        key, at = b"", 0
        while (token := _TOKEN.search(head, at)) is not None:
            at = token.end()
            self._tokens -= 1
            if self._tokens < 0:
                return
            if token["name"] is not None:
                key = token["name"]
            elif token["comment"] is not None:
                yield MetadataField(place, "a comment", _tidied(_decoded(token["comment"])))
            else:
                raw = b""
                if token["opening"]:
                    start, at = token.start(), _closing(head, token.start())
                    raw = _unescaped(head[start:at]) if key not in _TECHNICAL else b""
                elif key not in _TECHNICAL:
                    raw = _from_hex(token["hex"])
                if len(raw) >= _SHORTEST:
                    yield MetadataField(place, key.decode("latin-1") or "text", _tidied(_decoded(raw)))

    def _in_stream(self, found: RawObject, body: bytes, place: str, *, orphan: bool) -> Iterator[MetadataField]:
        if _METADATA.search(found.head):
            try:
                yield from xmp_fields(body, ObjectWalk(self._limits), "XMP inside the file")
            except UnreadableXmpError:
                return
        elif b"begincmap" in body or not _is_text(body):
            return
        elif _DRAWING.search(body[:_EXCERPT]):
            yield from self._drawn(body, place, orphan=orphan)
        else:
            text = as_text_bytes(body[:_EXCERPT]) or b""
            for line in text.splitlines():
                yield MetadataField(place, "text", _tidied(_decoded(line)))

    def _drawn(self, body: bytes, place: str, *, orphan: bool) -> Iterator[MetadataField]:
        """What a page's or figure's drawing commands say beside what they draw; all they say, where nobody draws it."""
        for match in _MARKED.finditer(body):
            yield MetadataField(place, match["name"].decode(), _tidied(_decoded(_unescaped(match["literal"]))))
        for token in _COMMENT.finditer(body) if b"%" in body else ():
            if not _inside_string(body, token.start()):
                yield MetadataField("drawing commands", "a comment", _tidied(_decoded(token[1])))
        if orphan:
            yield MetadataField(place, "text", _tidied(_shown(body)))

    def outside(self) -> Iterator[Attachment]:
        """What lies in the file and belongs to no object of it: other files, behind its end above all."""
        data = self._data
        begin, end = max(0, data.find(_PDF)), data.rfind(b"%%EOF") + 5
        if end < 5:
            return
        for start, stop, place in ((0, begin, "before the beginning"), (end, len(data), "behind the end")):
            piece = data[start:stop].strip(b" \t\r\n\x00\f")
            if len(piece) >= _SMALLEST_GAP:
                yield _piece(piece, f"{place} of the PDF")
        second = _second_document(data, begin)
        if second:
            yield _piece(second, "inside the PDF, as a document of its own")


def _second_document(data: bytes, begin: int) -> bytes:
    """Another PDF in the file, outside of every stream; b"" where there is none."""
    at = data.find(_PDF, begin + 5)
    if at < 0:
        return b""
    raw = split(data)
    for start, end in raw.gaps:
        at = data.find(_PDF, max(start, begin + 5), end)
        if at >= 0:
            return data[at:] if data.count(b"%%EOF", 0, at) else data[begin:at]
    return b""


def _piece(piece: bytes, place: str) -> Attachment:
    kind = sniff(piece)
    text = as_text_bytes(piece[:_EXCERPT])
    lines = (_tidied(line) for line in (text or b"").decode("utf-8", "replace").splitlines())
    return Attachment(name="", size=len(piece), mime=kind.mime, text="\n".join(filter(None, lines)), place=place)


def _closing(data: bytes, start: int) -> int:
    """Where the literal string that begins at `start` ends; where it is never closed, a bound."""
    depth = 0
    end = min(start + _LONGEST_STRING, len(data))
    for bracket in _BRACKET.finditer(data, start, end):
        depth += {b"(": 1, b")": -1}.get(bracket[0], 0)
        if depth == 0:
            return bracket.end()
    return end


def _inside_string(body: bytes, at: int) -> bool:
    """Whether a place in drawing commands lies in a string that begins in the same line."""
    line = body[max(body.rfind(b"\n", 0, at), body.rfind(b"\r", 0, at), at - _MAX_LENGTH, 0) : at]
    bare = line.replace(b"\\\\", b"").replace(b"\\(", b"").replace(b"\\)", b"")
    return bare.count(b"(") > bare.count(b")")


def _shown(body: bytes) -> str:
    """The strings that drawing commands show, those of one command as one word."""
    text = ""
    for match in _STRING.finditer(body):
        text += _decoded(_unescaped(match[0]))
        if body[match.end() : match.end() + 4].lstrip()[:1] in (b"T", b"]", b"'", b'"'):
            text += " "
        if len(text) > _MAX_LENGTH:
            break
    return text


def _is_text(body: bytes) -> bool:
    start = body[:2_000]
    return len(start.translate(None, _PRINTABLE)) <= 0.1 * len(start)


def _unescaped(literal: bytes) -> bytes:
    """A literal string without its brackets and escapes."""
    return _ESCAPE.sub(_escape, literal[1:-1]) if b"\\" in literal else literal[1:-1]


def _escape(match: Any) -> bytes:
    if match[1] is not None:
        return bytes([int(match[1], 8) & 0xFF])
    named: bytes = match[2]
    return _NAMED_ESCAPES.get(named, named)


def _from_hex(digits: bytes) -> bytes:
    bare = b"".join(digits.split())
    return bytes.fromhex((bare + b"0" * (len(bare) % 2)).decode("ascii"))


def _decoded(raw: bytes) -> str:
    """A string of a PDF as text: UTF-16 or UTF-8 by its mark, else UTF-8 where it is that, else Latin-1."""
    raw = raw[: 4 * _MAX_LENGTH]
    if raw[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return raw[: len(raw) // 2 * 2].decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _tidied(text: str) -> str:
    return tidy(text, _MAX_LENGTH)
