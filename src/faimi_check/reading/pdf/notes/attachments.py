"""Files inside the PDF: attachments, portfolios, files pinned to a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from faimi_check.model.paper import Attachment
from faimi_check.reading.pdf.notes.annotations import page_annotations
from faimi_check.reading.pdf.objects.walk import ObjectWalk, tidy
from faimi_check.reading.plain_text import as_text_bytes
from faimi_check.reading.sniff import sniff

_EXCERPT = 20_000
_MAX_FILES = 500


def read_attachments(root: Any, pages: list[Any], walk: ObjectWalk) -> Iterator[Attachment]:
    """Every embedded file once, with its type by its bytes and, where it is text, an excerpt."""
    for count, specification in enumerate(_specifications(root, pages, walk)):
        if count >= _MAX_FILES:
            return
        name = walk.text(specification, "/UF") or walk.text(specification, "/F") or "unnamed"
        files = walk.dictionary(specification, "/EF")
        stream = walk.get(files, "/UF") or walk.get(files, "/F")
        if stream is None:
            continue
        data = walk.stream_bytes(stream)
        kind = sniff(data)
        text = as_text_bytes(data[:_EXCERPT])
        yield Attachment(
            name=name,
            size=_size(stream, data, walk),
            mime=kind.mime,
            description=walk.text(specification, "/Desc"),
            text=_excerpt(text) if text else "",
        )


def _specifications(root: Any, pages: list[Any], walk: ObjectWalk) -> Iterator[Any]:
    trees = walk.dictionary(root, "/Names")
    references = [value for _, value in walk.name_tree(walk.get(trees, "/EmbeddedFiles"))]
    references += walk.items(root, "/AF")
    for page in pages:
        references += walk.items(page, "/AF")
        for annotation in page_annotations(page, walk):
            if annotation is not None and walk.get(annotation, "/FS") is not None:
                references.append(annotation.raw_get("/FS"))
            content = walk.dictionary(annotation, "/RichMediaContent")
            references += [value for _, value in walk.name_tree(walk.get(content, "/Assets"))]
    for reference in references:
        if walk.first_visit(reference):
            yield walk.resolve(reference)


def _excerpt(text: bytes) -> str:
    lines = (tidy(line, _EXCERPT) for line in text.decode("utf-8", "replace").splitlines())
    return "\n".join(line for line in lines if line)[:_EXCERPT]


def _size(stream: Any, data: bytes, walk: ObjectWalk) -> int:
    declared = walk.get(walk.dictionary(stream, "/Params"), "/Size")
    return int(declared) if len(data) >= walk.limits.max_metadata_bytes and isinstance(declared, int) else len(data)
