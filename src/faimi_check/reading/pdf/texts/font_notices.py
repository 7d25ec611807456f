"""What an embedded font program says of who made it: notices of Type 1 and CFF, names of TrueType."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.paper import MetadataField
from faimi_check.reading.pdf.objects.raw import Inflater, RawObject
from faimi_check.reading.pdf.objects.walk import tidy

PLACE = "a font program"
_PROGRAM = re.compile(rb"/Length[12]\b|/Subtype\s{0,4}/(?:Type1C|CIDFontType0C|OpenType)\b")
# A Type 1 program is in clear up to here; then come encrypted outlines.
_ENCRYPTED = b"eexec"
_CLEAR = 20_000
# How OpenType begins, whose names lie anywhere.
_TABLED = (b"\x00\x01\x00\x00", b"true", b"OTTO", b"ttcf")
_NAMES, _RECORD = b"name", 12
# A program is read up to here, and all of a file's together.
_LARGEST, _BUDGET = 2_000_000, 16_000_000
_MOST_TABLES, _MOST_RECORDS = 60, 100
_LONGEST_NAME = 2_000
_MAX_LENGTH = 8_000
_WORDS = re.compile(r"[^\W\d_]{2}[ .,@_]+[^\W\d_]{2}")
_PRINTABLE = re.compile(rb"[\x20-\x7e\xa0-\xff]{8,2000}")
# Platforms whose names are in UTF-16: Unicode's and Microsoft's.
_WIDE = (0, 3)


class FontNotices:
    """The notices of one file's fonts, one text a font, without what another font has said."""

    def __init__(self) -> None:
        self._inflater = Inflater(_BUDGET)
        self._seen: set[str] = set()

    def of(self, found: RawObject, stream: bytes) -> Iterator[MetadataField]:
        """What the stream says of its maker, where it is a font's program; what is over the limits is left out."""
        if not stream or self._inflater.left <= 0 or not _PROGRAM.search(found.head):
            return
        program = self._inflater.decoded(found.head, stream, _CLEAR)
        if program.startswith(_TABLED):
            program = self._inflater.decoded(found.head, stream, _LARGEST)
        new = [text for text in dict.fromkeys(_texts(program)) if text not in self._seen]
        self._seen.update(new)
        said = [text for text in new if _WORDS.search(text)]
        if said:
            yield MetadataField(PLACE, "notice", tidy(" ".join(said), _MAX_LENGTH))


def _texts(program: bytes) -> Iterator[str]:
    if program.startswith(_TABLED):
        yield from _named(program)
        return
    clear = program.partition(_ENCRYPTED)[0]
    yield from (run.decode("latin-1") for run in _PRINTABLE.findall(clear))


def _named(program: bytes) -> Iterator[str]:
    """The entries of an OpenType font's table of names (OpenType 1.9, "name")."""
    for at in range(_RECORD, _RECORD + 16 * min(int.from_bytes(program[4:6], "big"), _MOST_TABLES), 16):
        if program[at : at + 4] == _NAMES:
            start = int.from_bytes(program[at + 8 : at + 12], "big")
            break
    else:
        return
    texts = start + int.from_bytes(program[start + 4 : start + 6], "big")
    for number in range(min(int.from_bytes(program[start + 2 : start + 4], "big"), _MOST_RECORDS)):
        record = program[start + 6 + _RECORD * number : start + 6 + _RECORD * (number + 1)]
        platform, length, offset = (int.from_bytes(record[place : place + 2], "big") for place in (0, 8, 10))
        raw = program[texts + offset : texts + offset + min(length, _LONGEST_NAME)]
        yield raw.decode("utf-16-be" if platform in _WIDE else "latin-1", "ignore")
