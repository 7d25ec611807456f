"""Whether a citation may be of the authors' own work, by the words of its sentence that leave it no chance."""

from __future__ import annotations

import re
from functools import lru_cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.beginnings import beginnings, begun
from faimi_check.rules.naming.mentions.kind import Mention
from faimi_check.rules.naming.text.citations import ANONYMOUS_CITE
from faimi_check.rules.tables import any_of, table

# Every sentence of related work cites: three at once are nobody's own.
_MANY = 3
_NOUGHT, _CITED, _YEAR = re.compile(r"\[0\b"), re.compile(r"\d+|\+"), re.compile(r"(?:19|20)\d\d")
# Without a word of this kind no citation is one's own.
_OWN_SIGN = late(any_of("mentions", "own_signs"), re.IGNORECASE)
_OWN_BEGINNINGS = beginnings(*table("mentions")["own_signs"])
# "The first author of [2] wrote a thesis": said of somebody else, but by "we, the authors of [2]".
_ITS_AUTHOR = re.compile(r"(?<!, the )(?<!\bas )(?<!\bas the )\bauthors? of $")
# "By the same authors", "written by its last author": said of those who wrote what is cited.
_THEIR_AUTHORS = late(
    r"\bby the same (?:\w+ )?(?:authors?|group|team|lab)\b|\b(?:its|their|whose|that paper['’]s) (?:own )?"
    r"(?:(?:first|second|last|senior|two|three|corresponding) )?authors?\b"
    r"|\bshares? (?:a|the|their) (?:first |last |senior )?authors?\b"
    r"|\b(?:papers?|works?|stud(?:y|ies)) of that (?:group|team|lab)\b",
    re.IGNORECASE,
)
# "What Lyngby, Tamm and Quiroga wrote [12]".
_THEY_WROTE = late(
    r"(?<![\w-])[A-ZÀ-Þ][a-zß-ÿ][\w’'-]*(?: et al\.?| and (?:co-?workers|colleagues|others)|,)?"
    r" (?:have |had |has |first |already )?(?:wrote|written|found|shown?|[a-z]{2,}ed) $"
)


def may_be_own(mention: Mention, said: str) -> bool:
    """Whether a citation of a sentence may be of the authors' work; `said` without what is quoted from others."""
    text = mention.text
    if (len(_CITED.findall(text)) >= _MANY and not _YEAR.search(text)) or not _has_own_sign(said):
        return False
    if _ITS_AUTHOR.search(said, max(0, mention.start - 20), mention.start):
        return False
    if _THEY_WROTE.search(said, max(0, mention.start - 60), mention.start):
        return False
    return not _NOUGHT.match(text) and not ANONYMOUS_CITE.search(text)


# A sentence is asked for each of its citations.
@lru_cache(maxsize=16)
def _has_own_sign(text: str) -> bool:
    return next(begun(_OWN_SIGN, _OWN_BEGINNINGS, _THEIR_AUTHORS.sub(_without_letters, text)), None) is not None


def _without_letters(found: re.Match[str]) -> str:
    return " " * len(found[0])
