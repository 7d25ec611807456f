"""Opening a PDF with PDFium."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium


def open_document(source: bytes | Path) -> pypdfium2.PdfDocument:
    """The open document. Raises PdfiumError for one that cannot be opened, whose message is about this file.

    PDFium keeps the error of the last file that could not be opened, and tells it again of one without pages: a
    worker that has read an encrypted paper would call the next damaged one encrypted. What is opened first here is
    nothing, so that what is kept is "data format error".
    """
    pdfium.FPDF_LoadMemDocument64(b"", 0, None)
    return pypdfium2.PdfDocument(source)
