"""What a misspelt word may have been."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, valid: Iterable[str]) -> str:
    """A hint for a misspelt word: `; did you mean "x"?`, or nothing."""
    close = difflib.get_close_matches(word, list(valid), n=1, cutoff=0.5)
    return f'; did you mean "{close[0]}"?' if close else ""
