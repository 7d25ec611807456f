"""Bounds on what reading takes in: an honest submission stays far below them, a hostile one ends at them."""

from __future__ import annotations

import msgspec


class PdfLimits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds for one PDF: bytes, counts, characters."""

    max_bytes: int = 200_000_000
    max_pages: int = 400
    max_runs: int = 400_000
    max_runs_per_page: int = 20_000
    max_drawings_per_page: int = 20_000
    max_links_per_page: int = 2_000
    max_text: int = 1_000_000
