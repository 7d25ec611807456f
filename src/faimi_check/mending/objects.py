"""A PDF's objects as pypdf holds them, for changing."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject


def holders(writer: pypdf.PdfWriter) -> Iterator[DictionaryObject | ArrayObject]:
    """All dictionaries and arrays of the file, also those that lie within others; each once, in the file's order."""
    for found in list(writer._objects):
        waiting: list[Any] = [found]
        while waiting:
            holder = waiting.pop()
            if isinstance(holder, DictionaryObject | ArrayObject):
                yield holder
                inner = (held for _, held in entries(holder))
                waiting += [held for held in inner if isinstance(held, DictionaryObject | ArrayObject)]


def entries(holder: DictionaryObject | ArrayObject) -> list[tuple[Any, Any]]:
    """Key or place, and value as it stands there: a reference is not followed."""
    if isinstance(holder, DictionaryObject):
        return [(key, holder.raw_get(key)) for key in list(holder)]
    return list(enumerate(list(holder)))


def get(holder: Any, key: str) -> Any:
    """The value of a key, None where there is none."""
    value = holder.get(key) if isinstance(holder, DictionaryObject) else None
    return value.get_object() if value is not None else None


def drop(holder: DictionaryObject, *keys: str) -> None:
    """Takes keys out where they are."""
    for key in keys:
        if key in holder:
            del holder[key]


def refill(stream: StreamObject, data: bytes) -> None:
    """Gives a stream other bytes, packed."""
    stream._data = zlib.compress(data)
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    drop(stream, "/DecodeParms", "/F", "/FFilter", "/FDecodeParms")
