"""Author sections as templates print them: names that name nobody, but were forgotten."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.rules.naming.identity.matter import fold
from faimi_check.rules.naming.identity.person import filler_words, hidden_words, without_venue
from faimi_check.rules.tables import table

DATE = re.compile(
    r"\b(?:\d{1,2}\.? ?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,8}\.?,? ?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?,? ?)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?<!\S)[^\s@]*@\S*|https?:\S+|www\.\S+")
# Footnote marks and affiliation numbers that text extraction leaves on a name.
MARKED = re.compile(r"(?<=[^\W\d_]|[\u0300-\u036f])[\d*†‡§¶∗⋆★✉#$+](?:[\d,;*†‡§¶∗⋆★✉?#$+\s]{0,12}(?=[^\w]|$))?")
ORCID_BRACKET = re.compile(r"[\[(]\s?(?:https?://)?(?:orcid\.org/)?\d[\d\s−–‐-]{12,24}[\dXx]\s?[\])]")


@cache
def _template_phrases() -> re.Pattern[str]:
    phrases = sorted(table("templates")["phrases"], key=len, reverse=True)
    listed = "|".join(re.escape(phrase) for phrase in phrases)
    numbered = (
        r"(?!and |or )[a-z]{1,20}\.? author|author [a-z0-9]|author(?:name)?\d"
        r"|(?:institut(?:e|ion)|affiliation)(?: ?[0-9]{1,2}| [a-z])"
    )
    return re.compile(rf"(?<![\w.-])(?:{listed}|{numbered})(?![\w])")


@cache
def _companions() -> re.Pattern[str]:
    phrases = sorted(table("templates")["companions"], key=len, reverse=True)
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(re.escape(phrase) for phrase in phrases)})(?![\w])")


def without_template(text: str) -> tuple[str, bool]:
    """What is left without dates, addresses and a template's example names, and whether such names were there.

    The places that templates print beside them ("Heidelberg, Germany") are theirs only where the names are.
    """
    bare = DATE.sub(" ", fold(MARKED.sub(" ", without_venue(text))))
    anonymous = re.sub(r"\banonym\w*(?: \w*author\S*)?", " anonymous ", bare)
    rest, count = _template_phrases().subn(" ", anonymous)
    return ADDRESS.sub(" ", _companions().sub(" ", rest) if count else rest), count > 0


@cache
def bland_words() -> frozenset[str]:
    """Words that name nobody in an institution's name or an author section."""
    placeholders = table("placeholders")
    return filler_words() | hidden_words() | frozenset(placeholders["fields"]) | frozenset(placeholders["numbers"])
