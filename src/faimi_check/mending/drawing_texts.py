"""What drawing commands say beside what they draw: comments, and the texts of tagged places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from faimi_check.reading.pdf.objects.strings import closing, from_hex, unescaped

# What a scan must not look into, and what it looks for.
_TOKEN = re.compile(
    rb"(?P<comment>%[^\r\n]*+)|(?P<literal>\()|(?P<open><<)|<(?P<hex>[0-9A-Fa-f\s]*+)>|(?P<name>/[^\s/<>\[\]()%{}]*+)"
    rb"|(?P<image>(?<![^\s])ID\s)"
)
_IMAGE_END = re.compile(rb"\sEI(?=[\s/]|$)")


def without_texts(data: bytes, tells: Callable[[bytes], bool]) -> bytes:
    """Drawing commands without the comments and the texts behind a key that tell; what is drawn stays as it is."""
    kept: list[bytes] = []
    done = 0
    for start, end, empty in _sayings(data, tells):
        kept += [data[done:start], empty]
        done = end
    return b"".join((*kept, data[done:]))


def _sayings(data: bytes, tells: Callable[[bytes], bool]) -> Iterator[tuple[int, int, bytes]]:
    """Start, end and what to put there."""
    at, key_end = 0, -1
    while (token := _TOKEN.search(data, at)) is not None:
        start, at = token.span()
        if token["comment"]:
            if tells(token["comment"][1:]):
                yield start, at, b""
            continue
        if token["image"]:
            ending = _IMAGE_END.search(data, at)
            at = ending.end() if ending else len(data)
        elif token["literal"] or token["hex"] is not None:
            at = closing(data, start) if token["literal"] else at
            raw = unescaped(data[start:at]) if token["literal"] else from_hex(token["hex"])
            if key_end >= 0 and not data[key_end:start].strip() and tells(raw):
                yield start, at, b"()"
        key_end = at if token["name"] else -1
