"""Earlier states of a PDF that saving by appending (incremental update) left in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from pypdf.generic import DictionaryObject

from faimi_check.model.paper import Annotation, MetadataField, Revision
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.pdf.changes import Change, change
from faimi_check.reading.pdf.contained import page_lines
from faimi_check.reading.pdf.notes.annotations import read_annotations
from faimi_check.reading.pdf.objects.opening import open_reader
from faimi_check.reading.pdf.objects.reader import LazyReader
from faimi_check.reading.pdf.objects.walk import ObjectWalk, OverLimitError
from faimi_check.reading.pdf.texts.metadata import document_metadata

_STARTXREF = re.compile(rb"startxref\s{1,10}(\d{1,12})")
_PREV = re.compile(rb"/Prev\s{1,10}(\d{1,12})\b(?!\s{1,4}\d{1,5}\s{1,4}R)")
_SECTION = re.compile(rb"\s{0,4}(?:xref\b|\d{1,10}\s{1,4}\d{1,5}\s{1,4}obj\b)")
_SPACES = re.compile(r"[\s\u00ad-]+")
_DICTIONARY = 4_096
# What is compared with the whole text of the last state: lines that stand in it as they are do not count.
_MAX_LINES = 5_000
_MAX_LINES_READ = 100_000
_MAX_LOST = 400

Report = Callable[[Exception, str], None]


class Said(NamedTuple):
    """Lines of text of a state, and why they are not all, "" where they are."""

    lines: list[str]
    missing: str = ""


def earlier_revisions(
    data: bytes, metadata: Iterable[MetadataField], notes: Iterable[Annotation], limits: PdfLimits, report: Report
) -> Iterator[Revision]:
    """The earlier states, oldest first, with what each says that the last state, of these fields and notes, does not.

    A state is a cross-reference section that a `startxref` or a later section's /Prev names. The first section of a
    linearized file is no state of its own: its /Prev points forward. Of more states than are read the oldest are,
    since what was deleted first was deleted for all; then OverLimitError is raised. `report` is told of a state of
    which not all can be read.
    """
    starts = _states(data)
    if len(starts) < 2:
        return
    last = LastState(data, limits)
    now_fields = {field.value for field in metadata} | {
        value for note in notes for value in (note.author, note.contents)
    }
    for number, start in enumerate(starts[:-1][: limits.max_revisions], 1):
        state = data + b"\nstartxref\n%d\n%%%%EOF\n" % start
        reader = _opened(state)
        changed = change(reader, last.reader)
        fields, missing = _fields(reader, limits, with_notes=changed.notes)
        lost = [field for field in fields if field.value not in now_fields]
        text = last.without(changed, state)
        yield Revision(number, tuple(text.lines[:_MAX_LOST]), tuple(lost[:_MAX_LOST]))
        missing = missing or text.missing
        if missing and _has_pages(reader):
            report(ValueError(missing), f"All of the earlier state {number} of {len(starts)}")
    if len(starts) - 1 > limits.max_revisions:
        raise OverLimitError(f"the oldest {limits.max_revisions} of {len(starts) - 1}")


class LastState:
    """The last state, which an earlier one is compared with."""

    def __init__(self, data: bytes, limits: PdfLimits) -> None:
        self._data = data
        self._limits = limits
        # A decrypted file is written anew: its objects lie where they lay in no state.
        self.reader = None if b"/Encrypt" in data else _opened(data)

    def without(self, changed: Change, state: bytes) -> Said:
        """The lines of the earlier state's text that this one has not."""
        if changed.pages is None:
            return self.lost(lines_of(state, self._limits))
        if not changed.pages:
            return Said([])
        said = lines_of(state, self._limits, changed.pages)
        same = set(lines_of(self._data, self._limits, changed.pages).lines)
        said = said._replace(lines=[line for line in said.lines if line not in same])
        return self.lost(said) if said.lines else said

    def lost(self, said: Said) -> Said:
        """Those of the lines that this state has not."""
        lines = [line for line in said.lines if line not in self._said]
        missing = said.missing
        if len(lines) > _MAX_LINES:
            lines, missing = lines[:_MAX_LINES], f"more than {_MAX_LINES:,} of its lines are others"
        return Said([line for line in lines if _squeezed(line) not in self._text], missing)

    @cached_property
    def _said(self) -> dict[str, None]:
        return dict.fromkeys(lines_of(self._data, self._limits).lines)

    @cached_property
    def _text(self) -> str:
        return "".join(map(_squeezed, self._said))


def _opened(state: bytes) -> LazyReader | None:
    try:
        return open_reader(state)
    except Exception:  # the parsers raise what they like
        return None


def _has_pages(reader: LazyReader | None) -> bool:
    """Whether a state may be brought back. One that leads to no pages opens in no program: editors leave such, too."""
    try:
        return reader is None or isinstance(reader.root_object["/Pages"], DictionaryObject)
    except Exception:  # the parser raises what it likes
        return False


def _states(data: bytes) -> list[int]:
    """Offsets of the cross-reference sections at which a state begins, in the order of saving."""
    shift = max(0, data[:1024].find(b"%PDF-"))
    named = [int(match[1]) + shift for match in _STARTXREF.finditer(data)]
    valid = [start for start in named if _SECTION.match(data, start)]
    states = dict.fromkeys(valid)
    section = valid[-1] if valid else None
    for _ in range(200):
        if section is None:
            break
        previous = _previous(data, section, shift)
        if previous is not None and previous < section:
            states.setdefault(previous)
        section = previous
    last = valid[-1] if valid else None
    return [*sorted(start for start in states if start != last), last] if last is not None else []


def _previous(data: bytes, section: int, shift: int) -> int | None:
    """Where the section's /Prev points, None where it has none or points nowhere."""
    end = data.find(b"startxref", section)
    table = data.startswith(b"xref", section)
    start = data.find(b"trailer", section, end if end > 0 else None) if table else section
    if start < 0:
        return None
    found = _PREV.search(data, start, start + _DICTIONARY)
    previous = int(found[1]) + shift if found else None
    return previous if previous is not None and _SECTION.match(data, previous) else None


def _fields(reader: LazyReader | None, limits: PdfLimits, *, with_notes: bool) -> tuple[list[MetadataField], str]:
    """Metadata and notes of a state, and why they are not all."""
    found: list[MetadataField] = []
    if reader is None:
        return found, "its objects cannot be found"
    walk = ObjectWalk(limits)
    failed: list[str] = []
    try:
        found += document_metadata(reader, walk, lambda error, what: failed.append(what))
        for note in read_annotations(list(reader.pages)[: limits.max_pages] if with_notes else [], walk):
            for key, value in (("author", note.author), ("contents", note.contents)):
                if value:
                    found.append(MetadataField(f"{note.kind} note on page {note.page}", key, value, note.page))
    except Exception:
        failed.append("The notes")
    return found, f"{failed[0]} broke off" if failed else ""


def lines_of(state: bytes, limits: PdfLimits, pages: Sequence[int] | None = None) -> Said:
    """The lines of text of a state's pages, of all or of those at these places."""
    # Most papers have one state, which is not read here.
    import pypdfium2

    lines: list[str] = []
    try:
        document = pypdfium2.PdfDocument(state)
    except Exception:
        return Said(lines, "its pages cannot be opened")
    missing = f"it has {len(document):,} pages" if len(document) > limits.max_pages else ""
    try:
        most = min(len(document), limits.max_pages)
        for index in range(most) if pages is None else pages[:most]:
            try:
                lines += page_lines(document, index)
            except Exception:
                missing = missing or f"its page {index + 1} cannot be read"
            if len(lines) > _MAX_LINES_READ:
                return Said(lines, f"it has more than {_MAX_LINES_READ:,} lines")
    finally:
        document.close()
    return Said(lines, missing)


def _squeezed(line: str) -> str:
    return _SPACES.sub("", line)
