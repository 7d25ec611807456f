"""Opening a PDF with pypdf, also one that is encrypted but needs no password to be read."""

from __future__ import annotations

import io

from faimi_check.reading.pdf.objects.reader import LazyReader


def open_reader(data: bytes) -> LazyReader:
    """A reader of the document.

    An encrypted one is decrypted by PDFium first: pypdf knows AES only with a library of 10 MB more. Raises what the
    two raise for a damaged file, and PdfiumError where a password is needed.
    """
    return LazyReader(without_encryption(data))


def without_encryption(data: bytes) -> bytes:
    """The document as it is, or decrypted where it says that it is encrypted. Raises what PDFium raises."""
    return _decrypted(data) if b"/Encrypt" in data else data


def _decrypted(data: bytes) -> bytes:
    """The document without its encryption, rewritten by PDFium."""
    import pypdfium2.raw as pdfium

    from faimi_check.reading.pdfium import open_document

    document = open_document(data)
    try:
        plain = io.BytesIO()
        document.save(plain, flags=pdfium.FPDF_REMOVE_SECURITY)
        return plain.getvalue()
    finally:
        document.close()
