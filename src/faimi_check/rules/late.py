"""The patterns of the rules, compiled when they are first used.

A check would spend as long on compiling all of them as on reading a paper's pages, and few submissions need half.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, cast

from faimi_check.rules.needed import Needed, holds, needed_by
from faimi_check.rules.spotting import Lookout

_HELD = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern", "flags")


class _Late:
    """Stands in for a pattern, compiled with the first text that has the words which every match needs.

    From then on it holds what the real one has as its own.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self._written = (pattern, flags)
        self._refused: str | None = None
        # To look at so many texts takes as long as to compile it.
        self._patience = len(pattern) // 2

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._compiled(), name)

    @cached_property
    def _needed(self) -> Needed:
        return needed_by(*self._written)

    def _compiled(self) -> re.Pattern[str]:
        compiled = re.compile(*self._written)
        vars(self).update({held: getattr(compiled, held) for held in _HELD})
        return compiled

    def _may_match(self, text: str, start: int = 0, end: int | None = None) -> bool:
        if text is self._refused:
            return False
        if start > 0 or end is not None:
            return self._may_match_in(text[max(0, start) : max(0, end) if end is not None else None])
        may = self._may_match_in(text)
        self._refused = None if may else text
        return may

    def _may_match_in(self, text: str) -> bool:
        self._patience -= 1
        return self._patience < 0 or holds(text, self._needed)

    def _may_match_at(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """As `_may_match` for a match that begins at `start`: what is further off than it reaches does not count."""
        if end is None and self._needed.width:
            end = max(0, start) + self._needed.width
        return self._may_match(text, start, end)

    def search(self, string: str, *span: int) -> re.Match[str] | None:
        return self._compiled().search(string, *span) if self._may_match(string, *span) else None

    def match(self, string: str, *span: int) -> re.Match[str] | None:
        return self._compiled().match(string, *span) if self._may_match_at(string, *span) else None

    def fullmatch(self, string: str, *span: int) -> re.Match[str] | None:
        return self._compiled().fullmatch(string, *span) if self._may_match(string, *span) else None

    def finditer(self, string: str, *span: int) -> Iterator[re.Match[str]]:
        return self._compiled().finditer(string, *span) if self._may_match(string, *span) else iter(())

    def findall(self, string: str, *span: int) -> list[Any]:
        return self._compiled().findall(string, *span) if self._may_match(string, *span) else []

    def sub(self, repl: str | Callable[[re.Match[str]], str], string: str, count: int = 0) -> str:
        return self._compiled().sub(repl, string, count) if self._may_match(string) else string

    def split(self, string: str, maxsplit: int = 0) -> list[str | Any]:
        return self._compiled().split(string, maxsplit) if self._may_match(string) else [string]


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
        return self._pattern.search(text, start) if any(map(text.lower().__contains__, self._signs)) else None


class AnySigned:
    """Several such patterns, each with signs of its own, so that only those that may match are compiled.

    Rows are as tables hold them: `signs` and `pattern`.
    """

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        kept = list(rows)
        self._patterns = [late(row["pattern"], re.IGNORECASE) for row in kept]
        self._signs = Lookout(row["signs"] for row in kept)

    def within(self, texts: Iterable[str]) -> AnySigned:
        """The same for sentences of these texts in lower case, which asks less of each."""
        narrowed = AnySigned(())
        narrowed._patterns, narrowed._signs = self._patterns, self._signs.within(texts)
        return narrowed

    def stands_in(self, text: str) -> bool:
        """Whether one of them matches somewhere."""
        return any(self._patterns[at].search(text) is not None for at in self._signs.rows_in(text.lower()))
