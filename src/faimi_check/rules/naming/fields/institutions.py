"""Institutions that a file or a folder is called after: `figs_delacroix_chuv/p.pdf`, `TU_Nordhavn_videos/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.everyones import institution_acronyms
from faimi_check.rules.naming.people.file_names import is_generic
from faimi_check.rules.naming.people.institution_names import town_university
from faimi_check.rules.naming.text.stems import is_everyday

_WORD = late(r"[^\W\d_]{4,}")
_APART = late(r"[\W_]+")
_LONGEST = 1_000


def institutions_in_path(path: str, ordinary: frozenset[str] = frozenset()) -> Iterator[str]:
    """The institutions named in a path: by their letters, or by letters and a town.

    `ordinary` are words that name nobody here, folded.
    """
    for part in re.split(r"[/\\]", path[:_LONGEST]):
        for word in _WORD.findall(part):
            if fold(word) in _by_letters():
                yield word
        for match in town_university().finditer(_APART.sub(" ", part)):
            town = match[0].rpartition(" ")[2]
            if not (is_everyday(town) or is_generic(town) or fold(town) in ordinary):
                yield match[0]


@cache
def _by_letters() -> frozenset[str]:
    """Universities and hospitals by their letters, folded."""
    return frozenset(map(fold, institution_acronyms()))
