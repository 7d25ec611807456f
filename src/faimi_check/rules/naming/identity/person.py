"""Names of persons, and the placeholders that stand where they would."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.model.text.letters import unspaced_letters
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import fold
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import listed, table

_TOKEN = re.compile(r"[^\s,;:/|·•・、。&<>{}\[\]\"“”]+")
_MARKS = "()*†‡§¶∗⋆★#.'’_-—–!?0123456789"
_NAME_WORD = late(r"[^\W\d_](?:[^\W\d_]|['’.-])*\.?")
# Parts of surnames that are written small.
PARTICLES = listed("placeholders", "particles")
_BLANKED = re.compile(r"(?:x{2,}|y{2,}|z{2,}|n\.n)")
_MAX_NAME = 120
# "Anonymous ICDAR 2024 submission", "Submission #12 to ACM MM": a venue's acronym stands where nobody is named.
_ACRONYM = (
    r"(?:(?=[\w-]{0,9}[A-Z\d][\w-]{0,9}[A-Z\d])[A-Z\d][\w-]{1,12}|(?i:interspeech|eurographics|siggraph)|['’]?\d\d)"
)
_KIND = r"(?i:workshop|track|applications|algorithms|datasets|and|main|conference|short|full)"
_VENUE = rf"{_ACRONYM}(?: (?:{_ACRONYM}|{_KIND})){{0,6}}"
_SUBMITTED = late(
    rf"(\b(?i:anonymous|blind|blinded|anonymized|anonymised) ){_VENUE}( (?i:submission|paper|manuscript))\b"
    rf"|(\b(?i:submission|submitted|review)(?: [#\w-]{{1,12}})? (?i:to|at|for|by) (?i:the )?){_VENUE}(?![\w])"
    r"|(\b(?i:manuscript|submission|paper) (?i:id|no|number)\b[.:# ]{1,3})[A-Z]{2,8}[-/][\w-]{2,20}"
)
_SUBMITTED_SIGNS = ("subm", "paper", "manuscript", "review")
# "Author(s)", "Autor(en)", "auteur(e)s".
_OPTIONAL_PLURAL = late(r"(?<=[^\W\d_]{3})\((?:s|es|e|a|as|os|en|er|n|i|y|ies|innen)\)(?=s?(?!\w))", re.IGNORECASE)
_SMALL = r"[^\W\d_A-ZÀ-Þ]"
_SHORT_NAME = re.compile(rf"[A-ZÀ-Þ]{_SMALL}{{1,2}}(?: [A-ZÀ-Þ]{_SMALL}{{1,2}}){{1,2}}[\d,*†‡]{{0,8}}")
# "A. Nonymous", "Ann Onymous", "Anon Ymous".
_PUN = late(r"\b(?:[a-z]\.? ?){0,2}(?:an{1,2}[ae]?|anon?|al)?\b\.? ?(?:n?o?nymous|ymous|nonym\w{0,3})\b", re.IGNORECASE)


@cache
def hidden_words() -> frozenset[str]:
    """Words of placeholders that stand in no name."""
    return listed("placeholders", "core").union(*table("placeholder_languages")["hidden"].values())


@cache
def filler_words() -> frozenset[str]:
    """Words of which placeholders are made besides, and which names may hold as well."""
    return listed("placeholders", "filler").union(*table("placeholder_languages")["other"].values())


@cache
def _anonymous_stems() -> tuple[str, ...]:
    return tuple(map(fold, table("placeholder_languages")["stems"]["anonymous"]))


@cache
def _unspaced(name: str) -> re.Pattern[str]:
    words = sorted(map(fold, table("placeholder_languages")["unspaced"][name]), key=len, reverse=True)
    return late("|".join(map(re.escape, words)))


def says_anonymous(word: str) -> bool:
    """Whether a folded word holds one that means anonymous, in any of the languages listed."""
    return has_any(word, _anonymous_stems())


def hides_names(text: str) -> bool:
    """Whether some word of the text says that it hides who wrote it: anonymous, withheld, for blind review."""
    words = (match[0].strip(_MARKS) for match in _TOKEN.finditer(fold(without_venue(text))))
    return any(
        says_anonymous(word)
        or (word in hidden_words() and word not in listed("placeholders", "subjects"))
        or (unspaced_letters(word) and _unspaced("hidden").search(word))
        for word in words
    )


def without_venue(text: str) -> str:
    """A placeholder in its plain form: without the acronym of the venue that it is submitted to and a lettered paper
    number, without "(s)" for a plural, and with "anonymous" for a play on the word."""
    lower = text.lower()
    plain = _PUN.sub(" anonymous ", _OPTIONAL_PLURAL.sub("", text)) if "nym" in lower or "(" in text else text
    if not has_any(lower, _SUBMITTED_SIGNS):
        return plain
    return _SUBMITTED.sub(lambda found: " ".join(part for part in found.groups() if part), plain)


def may_be_short_name(text: str) -> bool:
    """Whether the text is two or three short words in capitals, which placeholders and names consist of: "Le An"."""
    return _SHORT_NAME.fullmatch(text) is not None


# A country's or a site's letters behind "ANON-".
_CODE = 4


def is_placeholder(text: str) -> bool:
    """Whether the text stands in for a name, address or institution, such as `Anonymous Author(s)` or `Paper ID 12`.

    Every word has to be one of tables/placeholders.toml or placeholder_languages.toml, so text without any letter is
    a placeholder too. A text longer than 600 characters is none, nor is what may be a short name.
    """
    if len(text) > 600 or may_be_short_name(text):
        return False
    for match in _TOKEN.finditer(fold(without_venue(text))):
        raw = match[0]
        word = raw.strip(_MARKS)
        if not word or len(word) == 1:
            continue
        # "ANON-US".
        if word.startswith(("anon-", "anonymous-")) and len(word.partition("-")[2]) <= _CODE:
            continue
        if not (_says_hidden(raw) or _says_hidden(word) or word in filler_words() or _BLANKED.fullmatch(word)):
            return False
    return True


def _says_hidden(word: str) -> bool:
    if unspaced_letters(word):
        rest = _unspaced("other").sub("", _unspaced("hidden").sub("", word))
        return re.search(r"[^\W\d_]", rest) is None
    stems = table("domains")["anonymous_stems"]
    return word in hidden_words() or says_anonymous(word) or ("@" in word and has_any(word, stems))


def looks_like_person(text: str) -> bool:
    """Whether an author field holds a person's name or login rather than a program, a role or a placeholder."""
    text = text.strip()
    if not 3 <= len(text) <= _MAX_NAME or is_placeholder(text) or not re.search(r"[^\W\d_]{2}", text):
        return False
    words = [match[0] for match in _TOKEN.finditer(text)]
    folded = [fold(word).strip(_MARKS) for word in words]
    if any(word in listed("placeholders", "not_persons") for word in folded):
        return False
    if len(words) == 1:
        return (
            folded[0] not in listed("placeholders", "generic_users")
            and _NAME_WORD.fullmatch(text.rstrip("0123456789")) is not None
        )
    named = [word for word in words if word[:1].isupper() or not word.isascii() or fold(word) in PARTICLES]
    return len(named) >= 2 and all(_NAME_WORD.fullmatch(word) for word in named)
