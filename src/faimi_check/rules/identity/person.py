"""Names of persons, and the placeholders that stand where they would."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.rules.identity.matter import fold, table

_TOKEN = re.compile(r"[^\s,;:/|·•&<>{}\[\]\"“”]+")
_MARKS = "()*†‡§¶∗⋆★#.'’_-—–!?0123456789"
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*\.?")
_NUMBERED = re.compile(r"[\W\d_]*")
# Parts of surnames that are written small.
PARTICLES = frozenset(table("placeholders")["particles"])
_BLANKED = re.compile(r"(?:x{2,}|y{2,}|z{2,}|n\.n)")
_MAX_NAME = 120
# "Anonymous ICDAR 2024 submission", "Submission #12 to ACM MM": a venue's acronym stands where nobody is named.
_ACRONYM = (
    r"(?:(?=[\w-]{0,9}[A-Z\d][\w-]{0,9}[A-Z\d])[A-Z\d][\w-]{1,12}|(?i:interspeech|eurographics|siggraph)|['’]?\d\d)"
)
_KIND = r"(?i:workshop|track|applications|algorithms|datasets|and|main|conference|short|full)"
_VENUE = rf"{_ACRONYM}(?: (?:{_ACRONYM}|{_KIND})){{0,6}}"
_SUBMITTED = re.compile(
    rf"(\b(?i:anonymous|blind|blinded|anonymized|anonymised) ){_VENUE}( (?i:submission|paper|manuscript))\b"
    rf"|(\b(?i:submission|submitted|review)(?: [#\w-]{{1,12}})? (?i:to|at|for|by) (?i:the )?){_VENUE}(?![\w])"
    r"|(\b(?i:manuscript|submission|paper) (?i:id|no|number)\b[.:# ]{1,3})[A-Z]{2,8}[-/][\w-]{2,20}"
)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("placeholders")[name])


def without_venue(text: str) -> str:
    """A placeholder without the acronym of the venue that it is submitted to, and without a lettered paper number."""
    return _SUBMITTED.sub(lambda found: " ".join(part for part in found.groups() if part), text)


def is_placeholder(text: str) -> bool:
    """Whether the text stands in for a name, address or institution, such as `Anonymous Author(s)` or `Paper ID 12`.

    Every word has to be one of tables/placeholders.toml, so text without any letter is a
    placeholder too. A text longer than 600 characters is none.
    """
    if len(text) > 600:
        return False
    for match in _TOKEN.finditer(fold(without_venue(text))):
        raw = match[0]
        word = raw.strip(_MARKS)
        if not word or len(word) == 1:
            continue
        if not (_says_hidden(raw) or _says_hidden(word) or word in _words("filler") or _BLANKED.fullmatch(word)):
            return False
    return True


def _says_hidden(word: str) -> bool:
    stems = table("domains")["anonymous_stems"]
    return word in _words("core") or "anonym" in word or ("@" in word and any(stem in word for stem in stems))


def looks_like_person(text: str) -> bool:
    """Whether an author field holds a person's name or login rather than a program, a role or a placeholder."""
    text = text.strip()
    if not 3 <= len(text) <= _MAX_NAME or is_placeholder(text) or not re.search(r"[^\W\d_]{2}", text):
        return False
    words = [match[0] for match in _TOKEN.finditer(text)]
    folded = [fold(word).strip(_MARKS) for word in words]
    if any(word in _words("not_persons") for word in folded):
        return False
    if len(words) == 1:
        return folded[0] not in _words("generic_users") and _NAME_WORD.fullmatch(text.rstrip("0123456789")) is not None
    named = [word for word in words if word[:1].isupper() or not word.isascii() or fold(word) in PARTICLES]
    return len(named) >= 2 and all(_NAME_WORD.fullmatch(word) for word in named)
