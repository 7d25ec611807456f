"""Author sections as templates print them: names that name nobody, but were forgotten."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import fold
from faimi_check.rules.naming.identity.person import filler_words, hidden_words, hides_names, without_venue
from faimi_check.rules.spotting import spotted
from faimi_check.rules.tables import table

DATE = late(
    r"\b(?:\d{1,2}\.? ?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,8}\.?,? ?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?,? ?)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
ADDRESS = late(r"(?<!\S)[^\s@]*@\S*|https?:\S+|www\.\S+")
# Footnote marks and affiliation numbers that text extraction leaves on a name.
MARKED = late(r"(?<=[^\W\d_]|[\u0300-\u036f])[\d*†‡§¶∗⋆★✉#$+](?:[\d,;*†‡§¶∗⋆★✉?#$+\s]{0,12}(?=[^\w]|$))?")
ORCID_BRACKET = late(r"[\[(]\s?(?:https?://)?(?:orcid\.org/)?\d[\d\s−–‐-]{12,24}[\dXx]\s?[\])]")
# "First author", "author A", "institution 2".
_NUMBERED = (
    r"(?!and |or )[a-z]{1,20}\.? author|author [a-z0-9]|author(?:name)?\d"
    r"|(?:institut(?:e|ion)|affiliation)(?: ?[0-9]{1,2}| [a-z])"
)


@cache
def _longest_first(name: str) -> tuple[str, ...]:
    return tuple(sorted(table("templates")[name], key=len, reverse=True))


def _without(text: str, name: str, *others: str) -> tuple[str, int]:
    """A text without a template's phrases, and how many there were.

    The pattern is of those that stand in it: one of all of them takes long to compile.
    """
    listed = [*map(re.escape, spotted(_longest_first(name), text)), *others]
    return re.subn(rf"(?<![\w.-])(?:{'|'.join(listed)})(?![\w])", " ", text) if listed else (text, 0)


def without_template(text: str) -> tuple[str, bool]:
    """What is left without dates, addresses and a template's example names, and whether such names were there.

    The places that templates print beside them ("Heidelberg, Germany") are theirs only where the names are.
    """
    rest, count = _without(_bare(text), "phrases")
    rest, counted = _without(rest, "counted", _NUMBERED)
    if count or counted:
        rest, _ = _without(rest, "companions")
    return ADDRESS.sub(" ", rest), count + counted > 0


def is_left_in(text: str) -> bool:
    """Whether an author section holds names or places that only templates print: "F. Author, Princeton University".

    "Author One, Institution withheld" is anybody's placeholder, as is whoever is only counted; so is "Jane Doe" where a
    word hides who wrote it.
    """
    bare = _bare(text)
    if hides_names(text):
        bare, _ = _without(bare, "anybody")
    return any(_without(bare, name)[1] for name in ("phrases", "companions"))


def _bare(text: str) -> str:
    """A text, folded, without dates and footnote marks, and with one word for whoever is anonymous."""
    bare = DATE.sub(" ", fold(MARKED.sub(" ", without_venue(text))))
    return re.sub(r"\banonym\w*(?: \w*author\S*)?", " anonymous ", bare)


@cache
def bland_words() -> frozenset[str]:
    """Words that name nobody in an institution's name or an author section."""
    placeholders = table("placeholders")
    return filler_words() | hidden_words() | frozenset(placeholders["fields"]) | frozenset(placeholders["numbers"])
