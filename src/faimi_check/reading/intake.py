"""What is opened at all: a regular file of honest size that says it is a PDF."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from faimi_check.model.problem import OF_PAGES, Problem, ProblemKind
from faimi_check.reading.limits import PdfLimits

_HEADER_WINDOW = 1024
_LONGEST_CAUSE = 200
# "Failed to load document (PDFium: Data format error)."
_OF_PDFIUM = re.compile(r"\(PDFium: ([^()]{1,80})\)")


def fatal(kind: ProblemKind, detail: str) -> Problem:
    """A problem that leaves nothing of the paper to judge."""
    return Problem(kind=kind, aspects=OF_PAGES, detail=detail, fatal=True)


def cause(error: Exception) -> str:
    """What went wrong in a few words, to stand in brackets within a sentence."""
    said = _OF_PDFIUM.search(str(error))
    text = f"PDFium: {said[1]}" if said else str(error) or type(error).__name__
    return text[:_LONGEST_CAUSE].rstrip(". ")


def refuse(path: Path, limits: PdfLimits) -> tuple[Problem | None, int]:
    """Why the file is not opened, None where it may be, and its size in bytes: a FIFO would hang every parser."""
    try:
        status = path.stat()
    except OSError as error:
        return fatal(ProblemKind.DAMAGED, f"The file could not be opened ({error.strerror})."), 0
    if not stat.S_ISREG(status.st_mode):
        return fatal(ProblemKind.WRONG_TYPE, "This is not a regular file."), 0
    if status.st_size == 0:
        return fatal(ProblemKind.EMPTY, "The file is empty: it has 0 bytes."), 0
    if status.st_size > limits.max_bytes:
        megabytes = status.st_size / 1e6
        limit = limits.max_bytes / 1e6
        detail = f"Not checked: the file has {megabytes:.0f} MB, over the limit of {limit:.0f} MB."
        return fatal(ProblemKind.LIMIT, detail), status.st_size
    return None, status.st_size


def is_pdf(data: bytes) -> bool:
    """Whether the header stands where readers look for it."""
    return b"%PDF-" in data[:_HEADER_WINDOW]
