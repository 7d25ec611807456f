"""Names inside the file that no page shows: bookmarks, destinations, layers, alternative texts, form fields."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    read_hex_string_from_stream,
    read_string_from_stream,
)

from faimi_check.model.paper import MetadataField
from faimi_check.reading.pdf.objects.walk import ObjectWalk, OverLimitError, bounded

# What hyperref, the LaTeX classes and a scrubbing number by themselves; nobody chose these names.
_AUTOMATIC = re.compile(
    r"(?:Doc-Start|destination\.\d{6}|cite\.\d+@?[\w.*@-]{0,40}|"
    r"(?:page|section|subsection|subsubsection|chapter|paragraph|subparagraph|part|appendix|equation|figure|subfigure|"
    r"table|subtable|Item|enumi|footnote|Hfootnote|ALG@line|ALC@\w{1,20}|algorithm|algocf|AlgoLine|lstlisting|lstnumber|"
    r"theorem|lemma|definition|proposition|corollary|remark|example|assumption|proof|linecount|AMS|mpfootnote)"
    # Numbers in digits, letters or Roman, and what hyperref puts between them; no words of anybody's choice.
    r"(?:[.*@-]{0,3}(?:caption|line|\d{1,6}|[ivxlcdm]{1,6}|[A-Za-z])(?![A-Za-z])){0,8}[.*]{0,3})"
)
_MAX_STRUCTURE = 40_000
_MAX_OUTLINE = 5_000
_MAX_LAYERS = 500
_MAX_LABELS = 500
_MARKED = re.compile(rb"/(Alt|ActualText|E)\s{0,4}(?=\(|<[^<])")
_MAX_MARKS = 3_000
_SIGNATURE_KEYS = ("/Name", "/Location", "/Reason", "/ContactInfo")


def internal_names(root: Any, pages: list[Any], walk: ObjectWalk) -> Iterator[MetadataField]:
    """Everything named, in the order a reader would look for it. Raises OverLimitError at the end for what was left."""
    over: list[OverLimitError] = []
    for named in (_outline, _destinations, _layers, _page_labels, _form, _structure):
        try:
            yield from named(root, walk)
        except OverLimitError as error:
            over.append(error)
    for number, page in enumerate(pages, 1):
        yield from _marked_content(page, number, walk)
    if over:
        raise over[0]


def _outline(root: Any, walk: ObjectWalk) -> Iterator[MetadataField]:
    waiting = [_raw(walk.get(root, "/Outlines"), "/First")]
    for _ in range(_MAX_OUTLINE):
        if not waiting:
            return
        reference = waiting.pop()
        if reference is None or not walk.first_visit(reference):
            continue
        item = walk.resolve(reference)
        title = walk.text(item, "/Title")
        if title:
            yield MetadataField("bookmarks", "title", title)
        waiting += [_raw(item, "/Next"), _raw(item, "/First")]
    raise OverLimitError(f"more than {_MAX_OUTLINE:,} bookmarks")


def _raw(holder: Any, key: str) -> Any:
    return holder.raw_get(key) if isinstance(holder, DictionaryObject) and key in holder else None


def _destinations(root: Any, walk: ObjectWalk) -> Iterator[MetadataField]:
    tree = walk.get(walk.dictionary(root, "/Names"), "/Dests")
    names = [name for name, _ in walk.name_tree(tree)]
    old = walk.dictionary(root, "/Dests")
    names += [str(name).removeprefix("/") for name in old or ()]
    chosen = (name[:200] for name in names if name and not _AUTOMATIC.fullmatch(name))
    for count, name in enumerate(chosen):
        if count >= walk.limits.max_fields:
            raise OverLimitError(f"more than {walk.limits.max_fields:,} named destinations")
        yield MetadataField("link destinations", "name", name)


def _layers(root: Any, walk: ObjectWalk) -> Iterator[MetadataField]:
    for group in bounded(walk.items(walk.dictionary(root, "/OCProperties"), "/OCGs"), _MAX_LAYERS, "layers"):
        name = walk.text(walk.resolve(group), "/Name")
        if name:
            yield MetadataField("layers", "name", name)


def _page_labels(root: Any, walk: ObjectWalk) -> Iterator[MetadataField]:
    for entry in bounded(walk.items(walk.dictionary(root, "/PageLabels"), "/Nums")[1::2], _MAX_LABELS, "page labels"):
        prefix = walk.text(walk.resolve(entry), "/P")
        if prefix:
            yield MetadataField("page labels", "prefix", prefix)


def _form(root: Any, walk: ObjectWalk) -> Iterator[MetadataField]:
    waiting = walk.items(walk.dictionary(root, "/AcroForm"), "/Fields")[::-1]
    for _ in range(walk.limits.max_fields):
        if not waiting:
            return
        reference = waiting.pop()
        if not walk.first_visit(reference):
            continue
        field = walk.resolve(reference)
        value = walk.get(field, "/V")
        for key, label in (("/T", "name"), ("/TU", "label")):
            if text := walk.text(field, key):
                yield MetadataField("form fields", label, text)
        if isinstance(value, DictionaryObject):
            yield from _signature(value, walk)
        elif text := walk.as_text(value):
            yield MetadataField("form fields", "value", text)
        waiting += walk.items(field, "/Kids")
    if waiting:
        raise OverLimitError(f"more than {walk.limits.max_fields:,} form fields")


def _signature(value: DictionaryObject, walk: ObjectWalk) -> Iterator[MetadataField]:
    for key in _SIGNATURE_KEYS:
        if text := walk.text(value, key):
            yield MetadataField("digital signature", key.removeprefix("/"), text)


def _structure(root: Any, walk: ObjectWalk) -> Iterator[MetadataField]:
    """Alternative and replacement texts of a tagged PDF."""
    waiting = [_raw(walk.dictionary(root, "/StructTreeRoot"), "/K")]
    for _ in range(_MAX_STRUCTURE):
        if not waiting:
            return
        reference = waiting.pop()
        if reference is None or (isinstance(reference, IndirectObject) and not walk.first_visit(reference)):
            continue
        element = walk.resolve(reference)
        if isinstance(element, ArrayObject):
            waiting += list(element)[::-1]
        elif isinstance(element, DictionaryObject) and "/S" in element:
            for key in ("/Alt", "/ActualText", "/T", "/E"):
                if len(text := walk.text(element, key)) > 2:
                    yield MetadataField("tags", key.removeprefix("/"), text)
            waiting.append(_raw(element, "/K"))
    if waiting:
        raise OverLimitError(f"more than {_MAX_STRUCTURE:,} tags")


def _marked_content(page: Any, number: int, walk: ObjectWalk) -> Iterator[MetadataField]:
    """Alternative and replacement texts that the page's own drawing commands carry."""
    contents = walk.get(page, "/Contents")
    parts = list(contents)[:200] if isinstance(contents, ArrayObject) else [contents]
    for part in parts:
        data = walk.stream_bytes(walk.resolve(part))
        for count, match in enumerate(_MARKED.finditer(data)):
            if count >= _MAX_MARKS:
                raise OverLimitError(f"more than {_MAX_MARKS:,} tagged places on page {number}")
            stream = io.BytesIO(data[match.end() : match.end() + 4 * walk.limits.max_field_length])
            literal = data[match.end() : match.end() + 1] == b"("
            text = walk.as_text(read_string_from_stream(stream) if literal else read_hex_string_from_stream(stream))
            if len(text) > 2:
                yield MetadataField("tags", match[1].decode(), text, number)
