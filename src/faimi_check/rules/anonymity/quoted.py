"""What was quoted already, looked up: a paper full of findings would compare each sentence with each of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

# Texts are the same if so many letters of the beginning are.
_BEGINNING = 60
# By so many letters it is told cheaply that none of the beginnings stands at a place.
_HEAD = 8
# An honest paper has a tenth of it quoted. What a hostile one tells beyond it may be told twice.
_MOST = 200_000
_NO_LETTERS = re.compile(r"[\W_]+")


class Quoted:
    """Texts by their letters, to be asked for another text."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._all = ""
        self._beginnings: set[str] = set()
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        """Takes one more, unless there are too many letters."""
        letters = _letters(text)
        if letters and len(self._all) < _MOST:
            self._all += f"{letters}\n"
            self._beginnings.add(letters[:_BEGINNING])
            vars(self).pop("_ordered", None)

    def holds(self, text: str) -> bool:
        """Whether one of the texts quotes this one, or this one quotes one of them."""
        if not self._all:
            return False
        letters = _letters(text)
        return letters[:_BEGINNING] in self._all or self._stand_in(letters)

    def begin(self, text: str) -> bool:
        """Whether one of the texts has the beginning of this one."""
        return bool(self._all) and _letters(text)[:_BEGINNING] in self._all

    @cached_property
    def _ordered(self) -> tuple[dict[int, set[str]], list[str]]:
        """The heads of the beginnings by their length, and the beginnings in order.

        None of these begins with another one, so that what stands at a place is the last that is not behind it.
        """
        ordered: list[str] = []
        for beginning in sorted(self._beginnings):
            if not ordered or not beginning.startswith(ordered[-1]):
                ordered.append(beginning)
        heads: dict[int, set[str]] = {}
        for beginning in ordered:
            head = beginning[:_HEAD]
            heads.setdefault(len(head), set()).add(head)
        return heads, ordered

    def _stand_in(self, letters: str) -> bool:
        heads, ordered = self._ordered
        for length, known in heads.items():
            for at in [at for at in range(len(letters) - length + 1) if letters[at : at + length] in known]:
                before = bisect_right(ordered, letters[at : at + _BEGINNING]) - 1
                if before >= 0 and letters.startswith(ordered[before], at):
                    return True
        return False


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text)
