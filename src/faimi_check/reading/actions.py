"""What a PDF does by itself: scripts, launched programs, forms that are sent, multimedia."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from faimi_check.model.paper import MetadataField
from faimi_check.reading.annotations import page_annotations
from faimi_check.reading.pdf_objects import ObjectWalk

# Going to a place in the file, or to a web page at a click, is what every paper with hyperref does.
_PASSIVE = frozenset({"/GoTo", "/URI", "/Named", "/SetOCGState", "/Thread", ""})
_MULTIMEDIA = frozenset({"/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"})
_MAX_CHAIN = 50
_EXCERPT = 500


def active_content(root: Any, pages: list[Any], walk: ObjectWalk) -> Iterator[MetadataField]:
    """One field for each action: `key` is its type, `value` what it runs, opens or sends."""
    yield from _action(root, "/OpenAction", "on opening", None, walk)
    yield from _triggers(root, "the document", None, walk)
    trees = walk.dictionary(root, "/Names")
    for name, reference in walk.name_tree(walk.get(trees, "/JavaScript")):
        yield from _chain(walk.resolve(reference), f"document script {name}".strip(), None, walk)
    yield from _form(root, walk)
    for number, page in enumerate(pages, 1):
        yield from _triggers(page, f"page {number}", number, walk)
        for annotation in page_annotations(page, walk):
            yield from _annotation(annotation, number, walk)


def _annotation(annotation: Any, number: int, walk: ObjectWalk) -> Iterator[MetadataField]:
    place = f"page {number}"
    kind = str(walk.get(annotation, "/Subtype") or "")
    if kind in _MULTIMEDIA:
        yield MetadataField(place, kind.removeprefix("/"), walk.text(annotation, "/Contents"), number)
    yield from _action(annotation, "/A", f"a click on {place}", number, walk)
    yield from _triggers(annotation, place, number, walk)


def _form(root: Any, walk: ObjectWalk) -> Iterator[MetadataField]:
    form = walk.dictionary(root, "/AcroForm")
    if form is None:
        return
    if walk.get(form, "/XFA") is not None:
        yield MetadataField("the form", "XFA", "")
    waiting = walk.items(form, "/Fields")[::-1]
    count = 0
    for _ in range(walk.limits.max_fields):
        if not waiting:
            break
        field = walk.resolve(waiting.pop())
        kids = walk.items(field, "/Kids")[:1000]
        count += not kids
        yield from _triggers(field, "a form field", None, walk)
        yield from _action(field, "/A", "a form field", None, walk)
        waiting += kids
    if count:
        yield MetadataField("the form", "AcroForm", f"{count} field" + "s" * (count > 1))


def _triggers(holder: Any, place: str, page: int | None, walk: ObjectWalk) -> Iterator[MetadataField]:
    triggers = walk.dictionary(holder, "/AA")
    for event in list(triggers or ())[:50]:
        yield from _action(triggers, str(event), f"an event of {place}", page, walk)


def _action(holder: Any, key: str, place: str, page: int | None, walk: ObjectWalk) -> Iterator[MetadataField]:
    yield from _chain(walk.get(holder, key), place, page, walk)


def _chain(action: Any, place: str, page: int | None, walk: ObjectWalk) -> Iterator[MetadataField]:
    """An action and those that follow it."""
    waiting = [action]
    for _ in range(_MAX_CHAIN):
        if not waiting:
            return
        current = walk.resolve(waiting.pop())
        if not isinstance(current, DictionaryObject):
            continue
        kind = walk.get(current, "/S")
        if kind is not None and str(kind) not in _PASSIVE:
            yield MetadataField(place, str(kind).removeprefix("/")[:40], _what(current, walk), page)
        following = walk.get(current, "/Next")
        waiting += list(following)[:_MAX_CHAIN] if isinstance(following, ArrayObject) else [following]


def _what(action: DictionaryObject, walk: ObjectWalk) -> str:
    for key in ("/JS", "/F", "/URI", "/Win", "/D"):
        value = walk.get(action, key)
        if isinstance(value, StreamObject):
            return walk.stream_bytes(value)[: 2 * _EXCERPT].decode("utf-8", "replace")[:_EXCERPT]
        if isinstance(value, DictionaryObject):
            value = walk.get(value, "/UF") or walk.get(value, "/F")
        if text := walk.as_text(value):
            return text[:_EXCERPT]
    return ""
