"""A PDF as bytes: its objects as they lie in the file, wherever anything refers to them, and what lies between them."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

_SPACE = rb"[ \t\r\n\x00\f]"
_HEADER = re.compile(rb"(?<!\d)(\d{1,10})" + _SPACE + rb"{1,8}\d{1,5}" + _SPACE + rb"{1,8}obj\b")
_BODY_END = re.compile(rb"endobj|stream(?:\r\n|\n|\r)")
_AFTER_STREAM = 64
_MAX_OBJECTS = 200_000
# Begins with a class of characters, for which Python looks three times as fast as for a digit that none is before.
_REFERENCE = re.compile(rb"([0-9]{1,10}+)" + _SPACE + rb"{1,8}+[0-9]{1,5}+" + _SPACE + rb"{1,8}+R\b")
_FILTER = re.compile(rb"/(FlateDecode|Fl|ASCII85Decode|A85|ASCIIHexDecode|AHx|LZWDecode|RunLengthDecode|DCTDecode)\b")
_COUNT = re.compile(rb"/N\s{0,8}(\d{1,6})\b")
_FIRST = re.compile(rb"/First\s{0,8}(\d{1,8})\b")
_INDEX = re.compile(rb"\s*(\d{1,10})\s+(\d{1,10})")
_BY_THE_PARSER = frozenset({b"LZWDecode", b"RunLengthDecode"})
# Bytes: it takes a second a megabyte.
_SLOWLY = 300_000
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]")


class RawObject(NamedTuple):
    """An object as written: its number, what stands outside its stream, and where its stream lies in the file."""

    number: int
    head: bytes
    start: int = 0
    end: int = 0


class RawFile(NamedTuple):
    """The objects in the order of the file, and the stretches of it that belong to none."""

    objects: list[RawObject]
    gaps: list[tuple[int, int]]


def split(data: bytes) -> RawFile:
    """The file's objects; of those beyond a bound, the rest of the file is one gap."""
    objects: list[RawObject] = []
    gaps: list[tuple[int, int]] = []
    at = 0
    while len(objects) < _MAX_OBJECTS and (header := _HEADER.search(data, at)):
        gaps.append((at, header.start()))
        ending = _BODY_END.search(data, header.end())
        if ending is None:
            at = header.start()
            break
        found = RawObject(int(header[1]), data[header.end() : ending.start()])
        at = ending.end()
        if ending[0] != b"endobj":
            end = data.find(b"endstream", at)
            end = len(data) if end < 0 else end
            found = found._replace(start=at, end=end)
            closing = data.find(b"endobj", end, end + _AFTER_STREAM)
            at = closing + 6 if closing >= 0 else min(end + 9, len(data))
        objects.append(found)
    gaps.append((at, len(data)))
    return RawFile(objects, [(start, end) for start, end in gaps if data[start:end].strip(b" \t\r\n\x00\f")])


class Inflater:
    """Decodes streams until a number of bytes has come out."""

    def __init__(self, budget: int) -> None:
        self.left = budget

    def decoded(self, head: bytes, body: bytes, most: int) -> bytes:
        """The stream's bytes, cut at `most`; b"" where its filters are not known or it is damaged from the start."""
        most = min(most, self.left)
        for name in _FILTER.findall(head)[:3]:
            if name in (b"FlateDecode", b"Fl"):
                body = _inflated(body, most)
            elif name in (b"ASCII85Decode", b"A85"):
                body = _from_85(body[: 2 * most])
            elif name in (b"ASCIIHexDecode", b"AHx"):
                digits = _NOT_HEX.sub(b"", body[: 3 * most])
                body = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
            elif name in _BY_THE_PARSER and len(body) <= _SLOWLY:
                body = _by_the_parser(name, body)
            else:
                return b""
        self.left -= min(len(body), most)
        return body[:most]


def _inflated(body: bytes, most: int) -> bytes:
    out = b""
    machine = zlib.decompressobj()
    try:
        # In pieces, so that what comes before a damaged place still counts.
        for start in range(0, len(body), 65_536):
            out += machine.decompress(body[start : start + 65_536], most - len(out) + 1)
            if machine.eof or len(out) > most:
                break
    except zlib.error:
        return out
    return out


def _by_the_parser(name: bytes, body: bytes) -> bytes:
    """Old and rare filters, as pypdf reads them within its own bounds; b"" for what is damaged."""
    from pypdf import filters

    decode = filters.LZWDecode.decode if name == b"LZWDecode" else filters.RunLengthDecode.decode
    try:
        return decode(body)
    except Exception:  # the parser raises what it likes
        return b""


def _from_85(body: bytes) -> bytes:
    try:
        return base64.a85decode(body.strip().removeprefix(b"<~").split(b"~")[0], ignorechars=b" \t\r\n\x0b\f\x00")
    except ValueError:
        return b""


def packed(head: bytes, body: bytes) -> Iterator[RawObject]:
    """The objects of a decoded object stream."""
    count, first = _COUNT.search(head), _FIRST.search(head)
    if count is None or first is None:
        return
    places: list[tuple[int, int]] = []
    at = 0
    for _ in range(int(count[1])):
        pair = _INDEX.match(body, at)
        if pair is None:
            break
        places.append((int(pair[1]), int(first[1]) + int(pair[2])))
        at = pair.end()
    ends = [start for _, start in places[1:]] + [len(body)]
    for (number, start), end in zip(places, ends, strict=True):
        yield RawObject(number, body[start : max(start, end)])


def references(head: bytes) -> Iterator[int]:
    """The numbers of the objects that a dictionary refers to."""
    return map(int, _REFERENCE.findall(head)) if b"R" in head else iter(())
