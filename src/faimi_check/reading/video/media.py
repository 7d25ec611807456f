"""What is gathered of a video container while its structure is walked, whatever the container."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

MAX_STEPS = 20_000
MAX_DEPTH = 12
MAX_HEADER = 16_000_000
MAX_TEXTS = 400
_MAX_BLOCK = 1_000_000
_MAX_XMP = 20
_XMP = re.compile(rb"<(?:x:xmpmeta|x:xapmeta|rdf:RDF)")
_WIDE_XMP = re.compile(rb"<\x00(?:x\x00:\x00x\x00[ma]\x00p|r\x00d\x00f\x00:\x00R\x00D\x00F)")


class MediaStructure(msgspec.Struct):
    """`missing` is the number of bytes the file declares and does not have; `handlers` the MP4 tracks' types;
    `contradictions` are sentences on tables that cannot be as they say; `tags` what user data says beside the tags that
    player libraries list, as (place, key, value); `xmp` its XMP packets; `surplus_at` where bytes begin that belong to
    no part of the container, None where there are none; `text_tracks` the numbers of MP4's tracks of text,
    `chapter_tracks` of those that others name as the one of their chapters, `track` that of the one being walked."""

    missing: int = 0
    pictures: bool = True
    encrypted: bool = False
    external: list[str] = msgspec.field(default_factory=list)
    handlers: list[str] = msgspec.field(default_factory=list)
    texts: list[str] = msgspec.field(default_factory=list)
    contradictions: list[str] = msgspec.field(default_factory=list)
    tags: list[tuple[str, str, str]] = msgspec.field(default_factory=list)
    xmp: list[str] = msgspec.field(default_factory=list)
    surplus_at: int | None = None
    text_tracks: set[int] = msgspec.field(default_factory=set)
    chapter_tracks: set[int] = msgspec.field(default_factory=set)
    track: int = 0

    def read_text(self, block: bytes) -> None:
        """Keeps the readable text of a block that is no picture, no sound and no table."""
        block = block[:_MAX_BLOCK]
        if len(self.xmp) < _MAX_XMP:
            if _XMP.search(block):
                self.xmp.append(block.decode("utf-8", "replace"))
            elif _WIDE_XMP.search(block):
                start = block.index(b"<\x00")
                self.xmp.append(block[start:].decode("utf-16-le", "replace"))
        if len(self.texts) < 4 * MAX_TEXTS:
            self.texts.extend(text_runs(block))


def text_runs(block: bytes) -> Iterator[str]:
    """Runs of at least six printable characters in UTF-8 or UTF-16."""
    for match in re.finditer(rb"(?:[\x20-\x7e]|[\xc3-\xc5][\x80-\xbf]|\xc2[\xa0-\xbf]){6,1000}", block):
        yield match[0].decode("utf-8", "replace")
    for match in re.finditer(rb"(?:[\x20-\x7e\xa0-\xff]\x00){6,1000}", block):
        yield match[0].decode("utf-16-le")
