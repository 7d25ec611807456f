"""Strings of a PDF as they are written: where they end, what bytes they mean, what text that is."""

from __future__ import annotations

import codecs
import re
from typing import Any

_BRACKET, _ROUND = re.compile(rb"\\.|[()]", re.DOTALL), re.compile(rb"[()]")
_LONGEST_STRING = 20_000
# In drawing commands: strings without brackets of their own, which is nearly all of them.
PLAIN_STRING = rb"\((?:[^()\\]|\\.){0,2000}+\)"
_STRING = re.compile(PLAIN_STRING, re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_NAMED_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_PRINTABLE = bytes(range(32, 127)) + b"\t\r\n"
# Of one text.
_MAX_LENGTH = 2_000
_DRAWING = re.compile(rb"\b(?:Tf|Tj|TJ|re|cm|Do|BT|rg|BDC|gs|sh|scn)\b")
_BEGINNING = 20_000


def is_drawing(data: bytes) -> bool:
    """Whether a stream holds drawing commands, by how it begins."""
    return _DRAWING.search(data, 0, _BEGINNING) is not None


def closing(data: bytes, start: int) -> int:
    """Where the literal string that begins at `start` ends; where it is never closed, a bound."""
    end = min(start + _LONGEST_STRING, len(data))
    first = data.find(b")", start, end) + 1
    inner = data[start + 1 : first]
    if first and b"(" not in inner and b"\\" not in inner:
        return first
    depth = 0
    for bracket in _BRACKET.finditer(data, start, end):
        depth += {b"(": 1, b")": -1}.get(bracket[0], 0)
        if depth == 0:
            return bracket.end()
    return end


def inside_string(body: bytes, at: int) -> bool:
    """Whether a place in drawing commands lies in a string that begins in the same line."""
    line = body[max(body.rfind(b"\n", 0, at), body.rfind(b"\r", 0, at), at - _MAX_LENGTH, 0) : at]
    bare = line.replace(b"\\\\", b"").replace(b"\\(", b"").replace(b"\\)", b"")
    depth = 0
    for bracket in _ROUND.finditer(bare):
        # A long line is looked at from within: what closes first was opened before.
        depth = depth + 1 if bracket[0] == b"(" else max(0, depth - 1)
    return depth > 0


def shown(body: bytes) -> str:
    """The strings that drawing commands show, those of one command as one word."""
    text = ""
    for match in _STRING.finditer(body):
        text += decoded(unescaped(match[0]))
        if body[match.end() : match.end() + 4].lstrip()[:1] in (b"T", b"]", b"'", b'"'):
            text += " "
        if len(text) > _MAX_LENGTH:
            break
    return text


def is_text(body: bytes) -> bool:
    """Whether bytes are text by how they begin: nearly all of them printable ASCII."""
    start = body[:2_000]
    return len(start.translate(None, _PRINTABLE)) <= 0.1 * len(start)


def unescaped(literal: bytes) -> bytes:
    """A literal string without its brackets and escapes."""
    return _ESCAPE.sub(_escape, literal[1:-1]) if b"\\" in literal else literal[1:-1]


def _escape(match: Any) -> bytes:
    if match[1] is not None:
        return bytes([int(match[1], 8) & 0xFF])
    named: bytes = match[2]
    return _NAMED_ESCAPES.get(named, named)


def from_hex(digits: bytes) -> bytes:
    """What hexadecimal digits mean, with blanks between them or not."""
    bare = b"".join(digits.split())
    return bytes.fromhex((bare + b"0" * (len(bare) % 2)).decode("ascii"))


def decoded(raw: bytes) -> str:
    """A string of a PDF as text: UTF-16 or UTF-8 by its mark, else UTF-8 where it is that, else Latin-1."""
    raw = raw[:_LONGEST_STRING]
    if raw[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return raw[: len(raw) // 2 * 2].decode("utf-16", "replace")
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
