"""A PDF freed of what identifies its authors below the surface, with the pages looking the same."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pypdfium2

from faimi_check.mending.cleaning import cleaned
from faimi_check.model.finding import Hit
from faimi_check.model.page import Box
from faimi_check.model.paper import MetadataField, Paper
from faimi_check.model.submission import Submission
from faimi_check.reading.burned_in.letters import installed
from faimi_check.reading.page.sight.rendering import render
from faimi_check.reading.paper import read_paper
from faimi_check.rules.catalogue import rules

_SCALE = 1.5
_FAMILIES = ("ANON", "MAN", "DOC003")
# Nothing the writer of the new file can leave out, and nothing that tells: its own name, and TeX's flag.
_HARMLESS = frozenset({"Producer", "Trapped"})


class ScrubError(Exception):
    """Why no file was written, in a sentence for the author."""


class ScrubResult(msgspec.Struct, frozen=True, kw_only=True):
    """What was done. `removed` are sentences; `remaining` what still identifies, such as visible text."""

    out: Path
    removed: tuple[str, ...]
    remaining: tuple[Hit, ...]


def scrub(source: Path, out: Path, force: bool = False) -> ScrubResult:
    """Writes `source` to `out` without Info, XMP, metadata of figures and photographs, authors and texts of notes,
    attachments, active content and earlier revisions.

    The input is never changed. Raises ScrubError where the input cannot be read, `out` is there and `force` is not
    given, or the pages would not look and read the same.
    """
    _check_places(source, out, force)
    before = read_paper(source, source.name)
    if not before.readable:
        raise ScrubError(f"{source.name} cannot be read: {before.problems[0].detail}")
    data = source.read_bytes()
    try:
        clean = cleaned(data)
    except Exception as error:
        raise ScrubError(f"{source.name} cannot be rewritten ({str(error)[:200]}).") from error
    _compare(data, clean)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".faimi-check-") as folder:
        draft = Path(folder) / "clean.pdf"
        draft.write_bytes(clean)
        after = _with_words(read_paper(draft, out.name), draft)
        draft.replace(out)
    return ScrubResult(out=out, removed=tuple(_removed(before, after)), remaining=tuple(_remaining(after)))


def _with_words(paper: Paper, path: Path) -> Paper:
    """The paper with what is written in its pictures, where the extra is there to read it: it cannot be taken out."""
    if not installed():
        return paper
    from faimi_check.reading.burned_in.figures import read_figures

    return msgspec.structs.replace(paper, burned_in=read_figures(path, paper))


def _check_places(source: Path, out: Path, force: bool) -> None:
    if not source.is_file():
        raise ScrubError(f"{source} is not a file.")
    if not out.parent.is_dir():
        raise ScrubError(f"The folder {out.parent} does not exist.")
    if out.exists() and out.samefile(source):
        raise ScrubError("The input is never changed: give another name for the output.")
    if out.exists() and not force:
        raise ScrubError(f"{out} is there already; give --force to replace it.")


def _compare(before: bytes, after: bytes) -> None:
    """Raises ScrubError where a page looks or reads otherwise than before."""
    old, new = pypdfium2.PdfDocument(before), pypdfium2.PdfDocument(after)
    try:
        if len(old) != len(new):
            raise ScrubError(f"The rewritten file would have {len(new)} pages instead of {len(old)}.")
        for index in range(len(old)):
            if _look(old, index) != _look(new, index):
                raise ScrubError(f"Page {index + 1} would not look the same in the rewritten file.")
    finally:
        old.close()
        new.close()


def _look(document: pypdfium2.PdfDocument, index: int) -> tuple[bytes, str]:
    """The page's pixels without its notes, and its text."""
    page = document[index]
    try:
        size = page.get_size()
        raster = render(page.raw, size, Box(0, 0, *size), _SCALE, colour=True, notes=False)
        text = page.get_textpage()
        try:
            return (raster.pixels if raster else b"", text.get_text_range())
        finally:
            text.close()
    finally:
        page.close()


def _removed(before: Paper, after: Paper) -> Iterator[str]:
    """What reading found in the old file and does not find in the new one."""
    left = set(_telling(after))
    yield from dict.fromkeys(told for told in _telling(before) if told not in left)
    if len(before.attachments) > len(after.attachments):
        names = ", ".join(attached.name for attached in before.attachments)
        yield f"Attachments: {names}"
    if before.revisions:
        yield f"Earlier revisions: {len(before.revisions)}"


def _telling(paper: Paper) -> Iterator[str]:
    fields: Iterable[MetadataField] = (
        *(field for field in paper.metadata if field.key not in _HARMLESS),
        *(field for found in paper.objects for field in found.fields if field.key not in _HARMLESS),
        *(field for field in paper.internal_names if field.place in ("layers", "tags", "digital signature")),
        *paper.active_content,
    )
    for field in fields:
        place = field.place[:1].upper() + field.place[1:]
        yield f"{place}: {field.key} “{field.value[:120]}”"
    for note in paper.annotations:
        told = "; ".join(filter(None, (note.author, note.contents)))
        yield f"Note on page {note.page} ({note.kind}): {told[:120] or 'no text'}"


def _remaining(paper: Paper) -> Iterator[Hit]:
    submission = Submission(id="scrubbed", paper=paper)
    for rule in rules():
        if rule.id.startswith(_FAMILIES):
            for found in rule.run(submission, rule.params()):
                if isinstance(found, Hit):
                    yield found
