"""The text that a note's drawing shows, whether a program draws it on the page or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pypdf.generic import DictionaryObject, StreamObject

from faimi_check.reading.pdf.objects.strings import PLAIN_STRING, decoded, from_hex, unescaped
from faimi_check.reading.pdf.objects.unicode_tables import readings
from faimi_check.reading.pdf.objects.walk import ObjectWalk, OverLimitError, bounded, tidy

# A font is chosen, text is shown, the line ends, another form is drawn.
_COMMAND = re.compile(
    rb"/(?P<font>[^\s/<>\[\]()%%{}]{1,127})\s{1,9}[\d.-]{1,12}\s{1,9}Tf|(?P<literal>%b)|<(?P<hex>[0-9A-Fa-f\s]{2,4000})>"
    rb"|/(?P<form>[^\s/<>\[\]()%%{}]{1,127})\s{1,9}Do\b|(?P<end>T[jJdDm*]|'|\")(?=[\s/\[(<]|\Z)" % PLAIN_STRING,
    re.DOTALL,
)
_TEXT_BEGINS = re.compile(rb"\bBT\b")
_LONGEST, _MOST_BYTES, _MAX_DEPTH, _MOST_STATES = 4_000, 200_000, 4, 20


def drawn_text(note: Any, walk: ObjectWalk) -> str:
    """The text in the drawings of a note, each state's; "" where it has none or it is none that can be read.

    Raises OverLimitError for drawings that are larger than any note's.
    """
    looks = walk.dictionary(note, "/AP")
    told = dict.fromkeys(text for look in _looks(looks, walk) if (text := _text(look, walk, 0)))
    return tidy(" ".join(told), _LONGEST)


def _looks(looks: DictionaryObject | None, walk: ObjectWalk) -> Iterator[Any]:
    """The streams that draw a note: one for each way of showing it, or one for each state of these."""
    for name in ("/N", "/R", "/D") if looks is not None else ():
        look = walk.get(looks, name)
        if isinstance(look, StreamObject):
            yield look
        elif isinstance(look, DictionaryObject):
            for state in bounded(list(look), _MOST_STATES, "states of a note"):
                yield walk.get(look, state)


def _text(form: Any, walk: ObjectWalk, depth: int) -> str:
    body = walk.stream_bytes(form)
    if b"T" not in body and b"Do" not in body:
        return ""
    if depth > _MAX_DEPTH or _TEXT_BEGINS.search(body, _MOST_BYTES):
        raise OverLimitError("a note with a larger drawing than any has")
    body = body[:_MOST_BYTES]
    resources = walk.dictionary(form, "/Resources")
    fonts, forms = walk.dictionary(resources, "/Font"), walk.dictionary(resources, "/XObject")
    known: dict[str, tuple[int, Mapping[int, str]]] = {}
    font, text = "", ""
    for match in _COMMAND.finditer(body):
        if match["font"]:
            font = match["font"].decode("latin-1")
            known.setdefault(font, _table(walk.get(fonts, f"/{font}"), walk))
        elif match["literal"] or match["hex"]:
            raw = unescaped(match["literal"]) if match["literal"] else from_hex(match["hex"])
            text += _read(raw, *known.get(font, (1, {})))
        elif match["form"] and walk.first_visit(_raw(forms, match["form"].decode("latin-1"))):
            text += f" {_text(walk.get(forms, '/' + match['form'].decode('latin-1')), walk, depth + 1)} "
        else:
            text += " " if match["end"] else ""
        if len(text) > _LONGEST:
            break
    return text


def _raw(holder: DictionaryObject | None, name: str) -> Any:
    return holder.raw_get(f"/{name}") if holder is not None and f"/{name}" in holder else None


def _table(font: Any, walk: ObjectWalk) -> tuple[int, Mapping[int, str]]:
    """How many bytes a letter's code has in a font, and what the codes read as."""
    said = dict(readings(walk.stream_bytes(walk.get(font, "/ToUnicode"))))
    return (2 if str(walk.get(font, "/Subtype")) == "/Type0" else 1), said


def _read(raw: bytes, length: int, said: Mapping[int, str]) -> str:
    if not said:
        return decoded(raw)
    codes = (int.from_bytes(raw[at : at + length], "big") for at in range(0, len(raw), length))
    return "".join(said.get(code, chr(code) if length == 1 else "") for code in codes)
