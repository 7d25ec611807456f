"""One sweep over all strings and comments of a file, in whatever object they stand.

Readers that know where to look find what is in its usual place; a name may stand anywhere else: under keys of
somebody's own, in objects that nothing refers to, in comments, before the beginning or behind the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from faimi_check.model.paper import MetadataField
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.pdf.objects.raw import Inflater, RawFile, RawObject, packed, references, split
from faimi_check.reading.pdf.objects.strings import (
    PLAIN_STRING,
    closing,
    decoded,
    from_hex,
    inside_string,
    is_text,
    shown,
    unescaped,
)
from faimi_check.reading.pdf.objects.walk import ObjectWalk, tidy
from faimi_check.reading.pdf.texts.metadata import UnreadableXmpError, xmp_fields
from faimi_check.reading.plain_text import as_text_bytes

_TOKEN = re.compile(
    rb"/(?P<name>[^\s/<>\[\]()%{}]{0,127})|(?P<opening>\()|<(?P<hex>[0-9A-Fa-f\s]{8,20000}+)>|%(?P<comment>[^\r\n]{0,2000})"
)
_MARKED = re.compile(rb"/(?P<name>Alt|ActualText|E|T|Contents)\s{0,4}(?P<literal>" + PLAIN_STRING + rb")", re.DOTALL)
_COMMENT = re.compile(rb"%([^\r\n]{4,2000})")
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
_BUDGET = 40_000_000
_LARGEST = 4_000_000
_MAX_FIELDS = 4_000
_MAX_LENGTH = 2_000
_MOST_TOKENS = 400_000
_SHORTEST = 4
_EXCERPT = 20_000


class Sweep:
    """One file, swept once."""

    def __init__(self, plain: bytes, limits: PdfLimits) -> None:
        """`plain` is the file without its encryption."""
        self._plain, self._limits = plain, limits
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
            if is_text(piece):
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
                yield MetadataField(place, "a comment", _tidied(decoded(token["comment"])))
            else:
                raw = b""
                if token["opening"]:
                    start, at = token.start(), closing(head, token.start())
                    raw = unescaped(head[start:at]) if key not in _TECHNICAL else b""
                elif key not in _TECHNICAL:
                    raw = from_hex(token["hex"])
                if len(raw) >= _SHORTEST:
                    yield MetadataField(place, key.decode("latin-1") or "text", _tidied(decoded(raw)))

    def _in_stream(self, found: RawObject, body: bytes, place: str, *, orphan: bool) -> Iterator[MetadataField]:
        if _METADATA.search(found.head):
            try:
                yield from xmp_fields(body, ObjectWalk(self._limits), "XMP inside the file")
            except UnreadableXmpError:
                return
        elif b"begincmap" in body or not is_text(body):
            return
        elif _DRAWING.search(body[:_EXCERPT]):
            yield from self._drawn(body, place, orphan=orphan)
        else:
            text = as_text_bytes(body[:_EXCERPT]) or b""
            for line in text.splitlines():
                key = "a comment" if line.startswith(b"%") else "text"
                yield MetadataField(place, key, _tidied(decoded(line.lstrip(b"% "))))

    def _drawn(self, body: bytes, place: str, *, orphan: bool) -> Iterator[MetadataField]:
        """What a page's or figure's drawing commands say beside what they draw; all they say, where nobody draws it."""
        for match in _MARKED.finditer(body):
            yield MetadataField(place, match["name"].decode(), _tidied(decoded(unescaped(match["literal"]))))
        for token in _COMMENT.finditer(body) if b"%" in body else ():
            if not inside_string(body, token.start()):
                yield MetadataField("drawing commands", "a comment", _tidied(decoded(token[1])))
        if orphan:
            yield MetadataField(place, "text", _tidied(shown(body)))


def _tidied(text: str) -> str:
    return tidy(text, _MAX_LENGTH)
