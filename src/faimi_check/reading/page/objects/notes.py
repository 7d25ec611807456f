"""What notes, form fields and printers' marks draw onto a page."""

from __future__ import annotations

import pypdfium2.raw as pdfium

from faimi_check.reading.page.objects.direct import direct

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

_count_notes = direct(pdfium.FPDFPage_GetAnnotCount)
_get_note = direct(pdfium.FPDFPage_GetAnnot)
_has_key = direct(pdfium.FPDFAnnot_HasKey)
_get_subtype = direct(pdfium.FPDFAnnot_GetSubtype)
_close_note = direct(pdfium.FPDFPage_CloseAnnot)


def has_drawn_notes(page: int | None) -> bool:
    """Whether an annotation of the page brings a drawing of its own, or is shown as one. Links hardly ever do."""
    for position in range(min(_count_notes(page), _MOST)):
        note = _get_note(page, position)
        if not note:
            continue
        try:
            if _has_key(note, b"AP") or _get_subtype(note) in _DRAWN:
                return True
        finally:
            _close_note(note)
    return False
