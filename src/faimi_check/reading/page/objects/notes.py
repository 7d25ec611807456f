"""What notes, form fields and printers' marks draw onto a page."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

# Beyond these nothing is looked for; the file below the page is read to its own bound, and says where it stopped.
_MOST = 3_000
# What a program that shows the page draws, also where the file brings no drawing for it.
_DRAWN = frozenset(
    {
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_SQUARE,
        pdfium.FPDF_ANNOT_CIRCLE,
        pdfium.FPDF_ANNOT_INK,
    }
)


def has_drawn_notes(raw: Any) -> bool:
    """Whether an annotation of the page brings a drawing of its own, or is shown as one. Links hardly ever do."""
    for position in range(min(pdfium.FPDFPage_GetAnnotCount(raw), _MOST)):
        note = pdfium.FPDFPage_GetAnnot(raw, position)
        if not note:
            continue
        try:
            if pdfium.FPDFAnnot_HasKey(note, b"AP") or pdfium.FPDFAnnot_GetSubtype(note) in _DRAWN:
                return True
        finally:
            pdfium.FPDFPage_CloseAnnot(note)
    return False
