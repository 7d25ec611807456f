"""What of a quote gives nobody away: small words, series and publishers, the titles of references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tomli import loads

# Where the title of a reference begins: behind the initials of its authors.
_TITLE = re.compile(r"(?<=[^\w][A-Z]\.: )")
_ENTRY_ENDS = re.compile(r" [|/] |\)\s*$|(?<=[.)]) (?=\[\d)")
_OF_A_REFERENCE = re.compile(r"\(\d{4}[a-z]?\)|\bIn: |\bvol\. |\bpp\. |\barXiv\b|\bdoi\b")


def titles_in(quote: str) -> Iterator[tuple[int, int]]:
    """Where references that the quote holds give title, series and publisher: from behind the authors to the end."""
    end = 0
    for begins in _TITLE.finditer(quote):
        if begins.start() >= end:
            ends = _ENTRY_ENDS.search(quote, begins.end())
            end = ends.start() if ends else len(quote)
            if _OF_A_REFERENCE.search(quote, begins.end(), end):
                yield begins.end(), end


@cache
def harmless_words() -> frozenset[str]:
    """The table `harmless_words.toml`, in lower case."""
    lists = loads(Path(__file__).with_name("harmless_words.toml").read_text(encoding="utf-8"))
    return frozenset(word for listed in lists.values() for word in listed.split())
