"""The patterns of the rules, compiled when they are first used.

A check would spend as long on compiling all of them as on reading a paper's pages, and few submissions need half.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

_HELD = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern", "flags")


class _Late:
    """Stands in for a pattern. From its first use on it holds what the real one has as its own."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self._written = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(*self._written)
        vars(self).update({held: getattr(compiled, held) for held in _HELD})
        return getattr(compiled, name)


def late(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """What re.compile gives, and what it raises, when it is first used."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class Signed:
    """A costly pattern, searched only in texts with one of its signs, which are in lower case and in any match."""

    def __init__(self, pattern: str, signs: Iterable[str]) -> None:
        self._pattern = late(pattern, re.IGNORECASE)
        self._signs = tuple(signs)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What the pattern's search gives."""
        return self.search_lowered(text, text.lower(), start)

    def search_lowered(self, text: str, lowered: str, start: int = 0) -> re.Match[str] | None:
        """The same for whoever has the text in lower case already."""
        for sign in self._signs:
            if sign in lowered:
                return self._pattern.search(text, start)
        return None


class AnySigned:
    """Several such patterns, each with signs of its own, so that only those that may match are compiled.

    Rows are as tables hold them: `signs` and `pattern`.
    """

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self._rows = [Signed(row["pattern"], row["signs"]) for row in rows]

    def stands_in(self, text: str) -> bool:
        """Whether one of them matches somewhere."""
        lowered = text.lower()
        return any(row.search_lowered(text, lowered) is not None for row in self._rows)
