"""A PDF freed of what identifies its authors below the surface, with the pages looking the same."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pypdf

from faimi_check.mending.blanking import Texts, blank
from faimi_check.mending.cleaning import clean
from faimi_check.mending.proof import difference
from faimi_check.mending.telling import telling
from faimi_check.model.paper import Annotation, Below, MetadataField
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.model.text.counted import and_more, first_of, quote
from faimi_check.model.text.page_list import listed_pages
from faimi_check.reading.paper import read_paper
from faimi_check.reading.pdf.objects.opening import open_reader
from faimi_check.reading.pdf.structure import read_structure
from faimi_check.reading.there import is_file, is_folder, is_there
from faimi_check.writing.private_folder import private_folder
from faimi_check.writing.whole import write_whole_bytes

# Nothing the writer of the new file can leave out, and nothing that tells: its own name, and TeX's flag.
_HARMLESS = frozenset({"Producer", "Trapped"})
# A text that was known from its usual place stands out elsewhere once that place is empty.
_ROUNDS = 3
_REPLACING = "ActualText"
# So much is shown of a text that was taken out, of one of several notes, and so many notes of one writer.
_TOLD, _NOTE, _NOTES = 120, 60, 3


class ScrubError(Exception):
    """Why no file was written, in a sentence for the author."""


class ScrubResult(msgspec.Struct, frozen=True, kw_only=True):
    """What was done; `removed` are sentences. What is left is for a check of the new file to say."""

    out: Path
    removed: tuple[str, ...]


def scrub(source: Path, out: Path, authors: tuple[KnownAuthor, ...] = (), force: bool = False) -> ScrubResult:
    """Writes `source` to `out` without Info, XMP, metadata of figures and photographs, notes, attachments, active
    content and earlier revisions, and without names inside the file that identify or name one of the `authors`.

    The input is never changed. Raises ScrubError where the input cannot be read, `out` is there and `force` is not
    given, or the pages would not look and read the same.
    """
    _check_places(source, out, force)
    before = read_paper(source, source.name)
    if not before.readable:
        raise ScrubError(f"{source.name} cannot be read: {before.problems[0].detail}")
    # Not beside the output: what is not clean yet is in nobody's folder, also where this is ended before its end.
    with private_folder() as folder:
        draft = folder / "clean.pdf"
        named = _rewrite(source, draft, Submission(id=source.stem, paper=before, authors=authors))
        reread = {field.page for field in named if field.key == _REPLACING and field.page}
        clean_bytes = draft.read_bytes()
        what = difference(source.read_bytes(), clean_bytes, reread)
        if what:
            raise ScrubError(what)
        after = read_structure(draft)
    _write(out, clean_bytes)
    return ScrubResult(out=out, removed=tuple(_removed(before, after, named)))


def _write(out: Path, clean_bytes: bytes) -> None:
    try:
        write_whole_bytes(out, clean_bytes)
    except OSError as error:
        raise ScrubError(f"{out} cannot be written: {error.strerror or error}.") from error


def _check_places(source: Path, out: Path, force: bool) -> None:
    if not is_file(source):
        raise ScrubError(f"{source} is not a file.")
    if not is_folder(out.parent):
        raise ScrubError(f"The folder {out.parent} does not exist.")
    if is_there(out) and out.samefile(source):
        raise ScrubError("The input is never changed: give another name for the output.")
    if is_there(out) and not force:
        raise ScrubError(f"{out} is there already; give --force to replace it.")


def _rewrite(source: Path, draft: Path, submission: Submission) -> tuple[MetadataField, ...]:
    """Writes the clean file; gives the texts inside it that told."""
    found = dict.fromkeys(telling(submission, submission.paper or Below()))
    try:
        writer = pypdf.PdfWriter(clone_from=open_reader(source.read_bytes()))
        clean(writer)
        for _ in range(_ROUNDS):
            blank(writer, Texts({field.value for field in found}))
            draft.write_bytes(_written(writer))
            more = [field for field in telling(submission, read_structure(draft)) if field not in found]
            if not more:
                break
            found |= dict.fromkeys(more)
    except Exception as error:
        raise ScrubError(f"{source.name} cannot be rewritten ({str(error)[:200]}).") from error
    return tuple(found)


def _written(writer: pypdf.PdfWriter) -> bytes:
    """The file with what its pages lead to, and nothing else."""
    out = io.BytesIO()
    writer.metadata = None
    writer.write(out)
    # What is no longer referred to is still in the writer; a second copy leaves it out.
    again = pypdf.PdfWriter(clone_from=pypdf.PdfReader(out))
    again.metadata = None
    out = io.BytesIO()
    again.write(out)
    return out.getvalue()


def _removed(before: Below, after: Below, named: Iterable[MetadataField]) -> Iterator[str]:
    """What reading found in the old file and does not find in the new one; what tells most comes first."""
    kept = {field.value for field in (*after.internal_names, *after.other_texts)}
    # The same text stands in several places: as a bookmark, and as a string of the file.
    gone = {field.value: field for field in reversed(list(named)) if field.value not in kept}
    yield from _each_once(reversed(gone.values()))
    if len(before.attachments) > len(after.attachments):
        names = ", ".join(attached.name or attached.place for attached in before.attachments)
        yield f"Attachments: {names}"
    states = [revision for revision in before.revisions if not revision.place]
    if states:
        yield f"Earlier revisions: {len(states)}"
    if len(states) < len(before.revisions):
        yield "Pages that are not shown"
    yield from _notes(note for note in before.annotations if note not in after.annotations)
    left = set(_described(after))
    yield from _each_once(field for field in _described(before) if field not in left)


def _notes(notes: Iterable[Annotation]) -> Iterator[str]:
    """`31 notes on pages 1 to 8 (Highlight, Text): Jane Doe; “why?”, “cite” and 4 more`, one for each writer."""
    by_writer: dict[str, list[Annotation]] = {}
    for note in notes:
        by_writer.setdefault(note.author, []).append(note)
    for author, of_one in by_writer.items():
        said = list(dict.fromkeys(note.contents for note in of_one if note.contents))
        shown = [text[:_TOLD] if len(of_one) == 1 else quote(text, _NOTE) for text in said]
        told = "; ".join(filter(None, (author[:_TOLD], first_of(shown, _NOTES)))) or "no text"
        kinds = ", ".join(dict.fromkeys(note.kind for note in of_one))
        many = "Note" if len(of_one) == 1 else f"{len(of_one)} notes"
        yield f"{many} on {listed_pages(note.page for note in of_one)} ({kinds}): {told}"


def _described(below: Below) -> Iterator[MetadataField]:
    """What a file says of itself."""
    yield from below.active_content
    yield from (field for field in below.metadata if field.key not in _HARMLESS)
    yield from (field for found in below.objects for field in found.fields if field.key not in _HARMLESS)
    yield from (field for field in below.internal_names if field.place in ("layers", "digital signature"))


def _each_once(fields: Iterable[MetadataField]) -> Iterator[str]:
    """`Info dictionary: Author “Jane Doe”`, one for all places that say the same."""
    places: dict[tuple[str, str], list[str]] = {}
    for field in fields:
        places.setdefault((field.key, field.value), []).append(field.place)
    for (key, value), where in places.items():
        first, *others = dict.fromkeys(where)
        yield f"{first[:1].upper()}{first[1:]}{and_more(len(others))}: {key} “{value[:_TOLD]}”"
