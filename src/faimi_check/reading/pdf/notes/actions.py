"""What a PDF does by itself: scripts, launched programs, forms that are sent, multimedia."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from faimi_check.model.paper import MetadataField
from faimi_check.reading.pdf.notes.annotations import page_annotations
from faimi_check.reading.pdf.objects.walk import ObjectWalk, OverLimitError, bounded

_PASSIVE = frozenset({"/GoTo", "/Named", "/SetOCGState", "/Thread", ""})
# Going to a web page at a click is what every paper with hyperref does; without one it tells who opened the paper.
_PASSIVE_AT_A_CLICK = _PASSIVE | {"/URI"}
_MULTIMEDIA = frozenset({"/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"})
_MAX_CHAIN, _MAX_EVENTS = 50, 50
_EXCERPT = 500


def active_content(root: Any, pages: list[Any], walk: ObjectWalk) -> Iterator[MetadataField]:
    """One field for each action: `key` is its type, `value` what it runs, opens or sends."""
    yield from _chain(walk.get(root, "/OpenAction"), "on opening", None, walk)
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
    yield from _chain(walk.get(annotation, "/A"), f"a click on {place}", number, walk, _PASSIVE_AT_A_CLICK)
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
        kids = walk.items(field, "/Kids")
        count += not kids
        yield from _triggers(field, "a form field", None, walk)
        yield from _chain(walk.get(field, "/A"), "a form field", None, walk, _PASSIVE_AT_A_CLICK)
        waiting += kids
    if waiting:
        raise OverLimitError(f"more than {walk.limits.max_fields:,} form fields")
    if count:
        yield MetadataField("the form", "AcroForm", f"{count} field" + "s" * (count > 1))


def _triggers(holder: Any, place: str, page: int | None, walk: ObjectWalk) -> Iterator[MetadataField]:
    triggers = walk.dictionary(holder, "/AA")
    for event in bounded(list(triggers or ()), _MAX_EVENTS, "events of one thing"):
        yield from _chain(walk.get(triggers, str(event)), f"an event of {place}", page, walk)


def _chain(
    action: Any, place: str, page: int | None, walk: ObjectWalk, passive: frozenset[str] = _PASSIVE
) -> Iterator[MetadataField]:
    """An action and those that follow it."""
    waiting = [action]
    seen: set[int] = set()
    while waiting:
        current = walk.resolve(waiting.pop())
        if not isinstance(current, DictionaryObject) or id(current) in seen:
            continue
        if len(seen) >= _MAX_CHAIN:
            raise OverLimitError(f"more than {_MAX_CHAIN} actions in a row")
        seen.add(id(current))
        kind = walk.get(current, "/S")
        if kind is not None and str(kind) not in passive:
            yield MetadataField(place, str(kind).removeprefix("/")[:40], _what(current, walk), page)
        following = walk.get(current, "/Next")
        waiting += list(following) if isinstance(following, ArrayObject) else [following]


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
