"""Files inside the PDF: attachments, portfolios, files pinned to a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from faimi_check.model.paper import Attachment
from faimi_check.reading.pdf.contained import text_of
from faimi_check.reading.pdf.notes.annotations import page_annotations
from faimi_check.reading.pdf.objects.walk import ObjectWalk, OverLimitError
from faimi_check.reading.sniff import sniff

_MAX_FILES = 500


def read_attachments(root: Any, pages: list[Any], walk: ObjectWalk, others: Iterable[Any] = ()) -> Iterator[Attachment]:
    """Every embedded file once, with its type by its bytes and, where it is text, an excerpt.

    `others` are references to what describes a file, wherever that is told of: a figure may have files of its own.
    Raises OverLimitError where there are more than any paper has.
    """
    for count, specification in enumerate(_specifications(root, pages, walk, others)):
        if count >= _MAX_FILES:
            raise OverLimitError(f"more than {_MAX_FILES} files")
        name = walk.text(specification, "/UF") or walk.text(specification, "/F") or "unnamed"
        files = walk.dictionary(specification, "/EF")
        stream = walk.get(files, "/UF") or walk.get(files, "/F")
        if stream is None:
            continue
        data = walk.stream_bytes(stream)
        kind = sniff(data)
        yield Attachment(
            name=name,
            size=_size(stream, data, walk),
            mime=kind.mime,
            description=walk.text(specification, "/Desc"),
            text=text_of(data, kind.mime),
        )


def _specifications(root: Any, pages: list[Any], walk: ObjectWalk, others: Iterable[Any]) -> Iterator[Any]:
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
    for reference in (*references, *others):
        if walk.first_visit(reference):
            yield walk.resolve(reference)


def _size(stream: Any, data: bytes, walk: ObjectWalk) -> int:
    declared = walk.get(walk.dictionary(stream, "/Params"), "/Size")
    return int(declared) if len(data) >= walk.limits.max_metadata_bytes and isinstance(declared, int) else len(data)
