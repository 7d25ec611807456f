"""Walking a PDF's objects by pypdf without trusting their types, their number or their depth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.page.objects.glyphs import readable
from faimi_check.reading.pdf.objects.reader import LazyReader

_MAX_DEPTH, _MOST_ANCESTORS = 20, 20
_OVERLAP = 200
_MOST_LETTERS = 20
_SPACES = re.compile(r"\s+")
_NUMBERS = re.compile(rb"[ \r\n]*+\[((?:[ \r\n]*+-?[0-9]++(?:\.[0-9]*+)?(?=[ \r\n\]]))*+)[ \r\n]*+\][ \r\n]*+")


class OverLimitError(Exception):
    """More objects than an honest paper has; what was read before still counts."""


class ObjectWalk:
    """One walk over a document: counts the objects it resolves and knows those it has been at."""

    def __init__(self, limits: PdfLimits) -> None:
        self.limits = limits
        self._left = limits.max_objects
        self._seen: set[tuple[int, int]] = set()

    def resolve(self, value: Any) -> Any:
        """The object behind a reference. Raises OverLimitError after `max_objects`."""
        if not isinstance(value, IndirectObject):
            return value
        self._left -= 1
        if self._left < 0:
            raise OverLimitError(f"more than {self.limits.max_objects:,} objects")
        return value.get_object()

    def first_visit(self, value: Any) -> bool:
        """Whether the walk comes to this reference for the first time; direct objects are always new."""
        if not isinstance(value, IndirectObject):
            return True
        key = (value.idnum, value.generation)
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def get(self, holder: Any, key: str) -> Any:
        """The resolved value of a key, None where the holder is no dictionary or has no such key."""
        if not isinstance(holder, DictionaryObject) or key not in holder:
            return None
        return self.resolve(holder.raw_get(key))

    def dictionary(self, holder: Any, key: str) -> DictionaryObject | None:
        """The value of a key if it is a dictionary or stream."""
        value = self.get(holder, key)
        return value if isinstance(value, DictionaryObject) else None

    def resources(self, page: Any) -> DictionaryObject | None:
        """The resources of a page, its own or an ancestor's."""
        for _ in range(_MOST_ANCESTORS):
            found = self.dictionary(page, "/Resources")
            if found is not None or not isinstance(page, DictionaryObject):
                return found
            page = self.get(page, "/Parent")
        return None

    def held(self, resources: DictionaryObject | None, family: str) -> Iterator[Any]:
        """What resources hold of a family (`/Font`, `/XObject`), each object once in the walk."""
        entries = self.dictionary(resources, family)
        for reference in list(entries.values()) if entries else ():
            if self.first_visit(reference):
                yield self.resolve(reference)

    def items(self, holder: Any, key: str) -> list[Any]:
        """The entries of an array, unresolved; [] where there is none."""
        value = self.get(holder, key)
        return list(value) if isinstance(value, ArrayObject) else []

    def numbers(self, holder: Any, key: str) -> list[float]:
        """The entries of an array of numbers, 0 for what is none."""
        held = holder.raw_get(key) if isinstance(holder, DictionaryObject) and key in holder else None
        # Tables of widths are long, and most of them objects of their own.
        if isinstance(held, IndirectObject) and isinstance(held.pdf, LazyReader):
            written = _NUMBERS.fullmatch(held.pdf.written(held))
            if written:
                return list(map(float, written[1].split()))
        return [self.number(entry) for entry in self.items(holder, key)]

    def number(self, value: Any) -> float:
        """A number, 0 for anything else."""
        value = self.resolve(value)
        return float(value) if isinstance(value, int | float) else 0.0

    def text(self, holder: Any, key: str) -> str:
        """The text of a key, bounded; "" where there is none."""
        return self.as_text(self.get(holder, key))

    def as_text(self, value: Any) -> str:
        """A string, name or number as readable text; an array's members joined; "" for anything else."""
        value = self.resolve(value)
        limit = self.limits.max_field_length
        if isinstance(value, ArrayObject):
            return ", ".join(filter(None, (self.as_text(member) for member in value[:50])))[:limit]
        if isinstance(value, ByteStringObject):
            return tidy(bytes(value[: 4 * limit]).decode("utf-8", "replace"), limit)
        if isinstance(value, NameObject):
            return tidy(str(value).removeprefix("/"), limit)
        if isinstance(value, str):
            return tidy(_as_meant(value), limit)
        if isinstance(value, NumberObject | FloatObject | BooleanObject):
            return str(value)
        return ""

    def stream_bytes(self, value: Any) -> bytes:
        """The decoded bytes of a stream, cut at `max_metadata_bytes`; b"" for anything else."""
        if not isinstance(value, StreamObject):
            return b""
        data = value.get_data()
        return bytes(data[: self.limits.max_metadata_bytes])

    def name_tree(self, root: Any, depth: int = 0) -> Iterator[tuple[str, Any]]:
        """The (name, unresolved value) pairs of a name tree."""
        names = self.items(root, "/Names")
        for position in range(0, len(names) - 1, 2):
            yield self.as_text(names[position]), names[position + 1]
        kids = [kid for kid in self.items(root, "/Kids") if self.first_visit(kid)]
        if kids and depth >= _MAX_DEPTH:
            raise OverLimitError(f"a tree of names that is deeper than {_MAX_DEPTH} levels")
        for kid in kids:
            yield from self.name_tree(self.resolve(kid), depth + 1)


def bounded(entries: list[Any], most: int, what: str) -> Iterator[Any]:
    """The entries. Raises OverLimitError where there are more than `most`, after those."""
    yield from entries[:most]
    if len(entries) > most:
        raise OverLimitError(f"more than {most:,} {what}")


def pieces(text: str, length: int) -> Iterator[str]:
    """A text in one line, as a person would read it; a long one comes in pieces, of which none ends within a name."""
    # Signs that stand for several letters are spelt out.
    whole = tidy(text, _MOST_LETTERS * len(text))
    yield whole[:length]
    for start in range(length, len(whole), length):
        yield whole[start - _OVERLAP : start + length]


def _as_meant(value: str) -> str:
    """A string that is UTF-8 without its mark (TeX writes file names so) as what it says."""
    raw = getattr(value, "original_bytes", b"")
    if value.isascii() or raw[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return value
    try:
        return bytes(raw).decode("utf-8")
    except UnicodeDecodeError:
        return value


def tidy(text: str, limit: int) -> str:
    """Text in one line as a person would read it, cut at `limit` characters."""
    return _SPACES.sub(" ", readable(text[: 2 * limit].removeprefix("\ufeff"))).strip()[:limit]
