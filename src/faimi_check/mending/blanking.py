"""Emptying the texts of a PDF that tell, wherever in it they stand, and nothing beside them."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count
from typing import Any

import pypdf
from pypdf.generic import ByteStringObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from faimi_check.mending.drawing_texts import without_texts
from faimi_check.mending.objects import drop, entries, holders, refill
from faimi_check.reading.pdf.objects.strings import decoded, is_drawing, is_text
from faimi_check.reading.pdf.objects.walk import tidy

# Fields are read up to different lengths.
_COMPARED = 2_000
# A link's address and what stands in a form field are seen on the page: they are for the author to mend.
_SEEN = frozenset({"/URI", "/V", "/DV"})
_OF_TAGS = frozenset({"/Alt", "/ActualText", "/E", "/TU"})
_NO_TEXT = frozenset({"/Image", "/Type1C", "/CIDFontType0C", "/OpenType"})
_LARGEST = 4_000_000


class Texts:
    """Texts that tell, to be known again in whatever way a string is written."""

    def __init__(self, texts: Collection[str]) -> None:
        self._texts = {text[:_COMPARED] for text in texts}

    def __bool__(self) -> bool:
        return bool(self._texts)

    def holds(self, *readings: str) -> bool:
        """Whether one of the readings of a string is a text that tells."""
        return any(tidy(reading, _COMPARED) in self._texts for reading in readings)

    def holds_bytes(self, raw: bytes) -> bool:
        """The same for a string as it is written."""
        return self.holds(decoded(raw), TextStringObject(raw))

    def holds_line(self, lines: bytes) -> bool:
        """Whether one of several lines is a text that tells."""
        return any(self.holds(decoded(line)) for line in lines.splitlines())


def blank(writer: pypdf.PdfWriter, texts: Texts) -> None:
    """Empties all strings of the file that are one of these texts, also in drawing commands.

    Bookmarks and form fields keep a name, a neutral one.
    """
    numbers = count(1)
    for holder in holders(writer):
        for key, value in entries(holder):
            if key not in _SEEN and _tells(value, texts):
                if key in _OF_TAGS and isinstance(holder, DictionaryObject):
                    drop(holder, key)
                else:
                    _put(holder, key, TextStringObject(_instead(holder, key, numbers)))
        if isinstance(holder, StreamObject):
            _blank_stream(holder, texts)


def _put(holder: Any, key: Any, text: TextStringObject) -> None:
    holder[NameObject(key) if isinstance(key, str) else key] = text


def _tells(value: Any, texts: Texts) -> bool:
    if isinstance(value, ByteStringObject):
        return texts.holds_bytes(bytes(value))
    if not isinstance(value, TextStringObject):
        return False
    return texts.holds(str(value), decoded(value.original_bytes))


def _instead(holder: Any, key: Any, numbers: Any) -> str:
    if isinstance(holder, DictionaryObject) and "/Parent" in holder and key == "/Title":
        return f"Bookmark {next(numbers)}"
    if isinstance(holder, DictionaryObject) and key == "/T" and ("/FT" in holder or "/Kids" in holder):
        return f"Field {next(numbers)}"
    return ""


def _blank_stream(stream: StreamObject, texts: Texts) -> None:
    """Drawing commands lose the texts that tell; a stream that is all text and holds one is emptied."""
    if str(stream.get("/Subtype")) in _NO_TEXT or "/Length1" in stream or "/FunctionType" in stream:
        return
    try:
        data = stream.get_data()
    except Exception:  # what cannot be unpacked is judged by the proof and the check behind it
        return
    if len(data) > _LARGEST:
        return
    if is_drawing(data):
        without = without_texts(data, texts.holds_bytes)
        if without != data:
            refill(stream, without)
    elif b"begincmap" not in data and is_text(data) and texts.holds_line(data):
        refill(stream, b"")
