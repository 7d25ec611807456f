"""Named destinations under neutral names; what led to one leads there still."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, NameObject, TextStringObject

from faimi_check.mending.objects import get, holders

_DEEPEST = 30


def rename_destinations(writer: pypdf.PdfWriter) -> None:
    """Numbers all destinations: BibTeX keys, labels and headings name people, and no page shows any of them."""
    root = writer.root_object
    trees = get(root, "/Names")
    places: dict[str, Any] = {}
    for name, place in (*_in_tree(get(trees, "/Dests"), set(), 0), *_in_dictionary(get(root, "/Dests"))):
        places.setdefault(name, place)
    renamed = {name: f"destination.{number:06}" for number, name in enumerate(places, 1)}
    for holder in holders(writer):
        if isinstance(holder, DictionaryObject):
            for key in _leading(holder):
                called = _text(get(holder, key))
                if called is not None:
                    # One that leads nowhere goes on doing so.
                    holder[NameObject(key)] = TextStringObject(renamed.get(called, "destination.none"))
    if "/Dests" in root:
        del root["/Dests"]
    if not places:
        return
    if not isinstance(trees, DictionaryObject):
        trees = root[NameObject("/Names")] = DictionaryObject()
    pairs = ((TextStringObject(renamed[name]), place) for name, place in places.items())
    tree = DictionaryObject({NameObject("/Names"): ArrayObject(one for pair in pairs for one in pair)})
    trees[NameObject("/Dests")] = writer._add_object(tree)


def _leading(holder: DictionaryObject) -> Iterator[str]:
    """The keys that name a destination."""
    if "/Dest" in holder:
        yield "/Dest"
    if "/D" in holder and str(get(holder, "/S")) == "/GoTo":
        yield "/D"


def _text(value: Any) -> str | None:
    """The name of a destination, None for a destination that is given as such."""
    if isinstance(value, ByteStringObject):
        return bytes(value).decode("latin-1")
    if isinstance(value, NameObject):
        return str(value).removeprefix("/")
    return str(value) if isinstance(value, str) else None


def _in_tree(node: Any, seen: set[int], depth: int) -> Iterator[tuple[str, Any]]:
    if not isinstance(node, DictionaryObject) or id(node) in seen or depth > _DEEPEST:
        return
    seen.add(id(node))
    names = get(node, "/Names")
    if isinstance(names, ArrayObject):
        for at in range(0, len(names) - 1, 2):
            name = _text(names[at])
            if name is not None:
                yield name, list.__getitem__(names, at + 1)
    for kid in get(node, "/Kids") or ():
        yield from _in_tree(kid.get_object(), seen, depth + 1)


def _in_dictionary(named: Any) -> Iterator[tuple[str, Any]]:
    """As PDF 1.1 has them."""
    if isinstance(named, DictionaryObject):
        for key in list(named):
            yield str(key).removeprefix("/"), named.raw_get(key)
