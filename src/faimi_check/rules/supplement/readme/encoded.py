"""Whole files that a README holds in letters of an encoding (base64, hexadecimal digits)."""

from __future__ import annotations

import re

from faimi_check.rules.late import late

# Rows of base64 or of hexadecimal digits, as no sentence, address or checksum has them.
_FILE = late(r"(?<![A-Za-z0-9+/=])(?:(?:[A-Za-z0-9+/]{60,4000}[ \t\r]{0,4}\n){3,4000}|[A-Za-z0-9+/]{300,4000}={0,2})")
_STARTS = {"UEsDB": "a zip", "JVBERi": "a PDF", "/9j/": "a JPEG", "iVBOR": "a PNG", "UmFyI": "a RAR", "N3q8": "a 7z"}


def encoded_file(text: str) -> re.Match[str] | None:
    """The first stretch that is long enough for a file."""
    return _FILE.search(text)


def kind_of(encoded: str) -> str:
    """` (a zip)` and the like, by how such a file begins; "" for others."""
    kind = next((kind for start, kind in _STARTS.items() if encoded.startswith(start)), "")
    return f" ({kind})" if kind else ""
