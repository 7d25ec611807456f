"""A whole paper, read in one process, for whoever trusts the file: screening reads the parts in workers instead."""

from __future__ import annotations

from pathlib import Path

from faimi_check.model.paper import Paper
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.pdf.structure import read_structure
from faimi_check.reading.surface import read_surface


def read_paper(path: Path, name: str, limits: PdfLimits | None = None) -> Paper:
    """Reads the PDF at `path`, which reports call `name`, in and out. Never raises for a bad file."""
    structure = read_structure(path, limits)
    *_, surface = read_surface(path, name, limits, dict(structure.units))
    return surface.with_structure(structure)
