"""pypdf's reader, which parses of an object stream what is asked for: by itself it parses all that is packed in one."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from typing import Any, NamedTuple

import pypdf
from pypdf.generic import IndirectObject, NumberObject, StreamObject, read_object

_SPACES = re.compile(rb"[ \t\r\n\x00\f]*")
_COMMENTS = re.compile(rb"\A(?:[ \t\r\n\x00\f]++|%[^\r\n]*+[\r\n])*+")
_SHORT = 4_000
_WRITTEN = re.compile(rb"(\d{1,10}) (\d{1,5}) obj\b(.*?)endobj", re.DOTALL)


class _Packed(NamedTuple):
    """The decoded bytes of an object stream, and where in them each object begins and ends, by its number."""

    data: bytes
    places: dict[int, tuple[int, int]]


class LazyReader(pypdf.PdfReader):
    """A reader of a document whose objects are as pypdf reads them.

    What is not as it should be is left to pypdf, with all that it makes of it.
    """

    def __init__(self, data: bytes) -> None:
        """`data` is the document without its encryption. Raises what pypdf raises for a damaged one."""
        # None until the tables of objects are settled.
        self._unpacked: dict[int, _Packed | None] | None = None
        self._data = data
        super().__init__(io.BytesIO(data), strict=False)
        self._unpacked = {}

    def get_object(self, indirect_reference: int | IndirectObject) -> Any:
        """The object behind the reference."""
        if isinstance(indirect_reference, IndirectObject) and indirect_reference.generation == 0:
            number = indirect_reference.idnum
            if number in self.xref_objStm and (0, number) not in self.resolved_objects:
                found = self._from_stream(number)
                if found is not None:
                    return self.cache_indirect_object(0, number, found)
        return super().get_object(indirect_reference)

    @property
    def places(self) -> dict[tuple[int, int], Any]:
        """Where each object lies, by its generation and number; those that were freed lie nowhere."""
        plain = {
            (generation, number): place
            for generation, places in self.xref.items()
            for number, place in places.items()
            if not self.xref_free_entry.get(generation, {}).get(number)
        }
        return plain | {(0, number): place for number, place in self.xref_objStm.items()}

    def written(self, reference: IndirectObject) -> bytes:
        """A short object as it stands in the file; b"" for a long one, and where it cannot be told."""
        if reference.generation == 0 and reference.idnum in self.xref_objStm:
            packed = self._stream_of(reference.idnum)
            start, end = packed.places.get(reference.idnum, (0, 0)) if packed else (0, 0)
            found = packed.data[start:end] if packed and end - start <= _SHORT else b""
        else:
            place = self.xref.get(reference.generation, {}).get(reference.idnum)
            match = _WRITTEN.match(self._data, place, place + _SHORT) if isinstance(place, int) else None
            own = match and (int(match[1]), int(match[2])) == (reference.idnum, reference.generation)
            found = match[3] if match and own else b""
        # pdfTeX says the number of each before it, in a comment.
        return _COMMENTS.sub(b"", found, count=1)

    def _from_stream(self, number: int) -> Any:
        """A packed object by itself, None where it cannot be read so."""
        packed = self._stream_of(number)
        place = packed.places.get(number) if packed else None
        if packed is None or place is None:
            return None
        stream = io.BytesIO(packed.data)
        stream.seek(_SPACES.match(packed.data, place[0]).end())  # type: ignore[union-attr]
        try:
            return read_object(stream, self)
        except Exception:  # the parser raises what it likes
            return None

    def _stream_of(self, number: int) -> _Packed | None:
        """The object stream that the table of objects names for this object."""
        if self._unpacked is None:
            return None
        holder, _ = self.xref_objStm[number]
        # A stream that is packed itself might lead back to itself.
        if holder not in self._unpacked:
            found = None if holder in self.xref_objStm else super().get_object(IndirectObject(holder, 0, self))
            self._unpacked[holder] = _unpacked(found)
        return self._unpacked[holder]


def _unpacked(stream: Any) -> _Packed | None:
    """The content of an object stream, None for what is none and where anything of its index is wrong."""
    if not isinstance(stream, StreamObject) or stream.get("/Type") != "/ObjStm":
        return None
    count, first = stream.get("/N"), stream.get("/First")
    if not isinstance(count, NumberObject) or not isinstance(first, NumberObject) or first < 0:
        return None
    data = bytes(stream.get_data())
    index = data[:first].split()[: 2 * max(count, 0)]
    if len(index) != 2 * count or not all(entry.isdigit() for entry in index):
        return None
    spans = list(pairwise([*(first + int(offset) for offset in index[1::2]), len(data)]))
    if any(start >= end for start, end in spans):
        return None
    places: dict[int, tuple[int, int]] = {}
    for number, span in zip(map(int, index[::2]), spans, strict=True):
        # Of two with one number, pypdf takes the first.
        places.setdefault(number, span)
    return _Packed(data, places)
