"""Names as authors print them: persons and institutions, told by their shape."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.model.paper import Paper
from faimi_check.rules.identity import fold, is_placeholder
from faimi_check.rules.identity.matter import table
from faimi_check.rules.identity.person import PARTICLES
from faimi_check.rules.identity.template import ADDRESS, MARKED, bland_words, without_template
from faimi_check.rules.memory import once_a_paper

_SEPARATOR = re.compile(
    r"\s*[,;·•|&/]\s*|\s+(?:and|und|et|y)\s+|\s{3,}|\s+[\d*†‡⋆∗][\d,*†‡⋆∗]*(?:\s+|$)",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"^(?:and|und|et|by)\s+", re.IGNORECASE)
_MARKS = re.compile(r"[\d*†‡§¶∗⋆★☆✉?#^~@\[\](){}<>⟨⟩:−–—-]+$|^[\d*†‡§¶∗⋆★☆✉#^~\[\](){}<>:−–—-]+")
_ENVELOPE = re.compile(r"\((?:B|\s|✉|�|[A-Z]?\))?\)?(?=\s*(?:,|;|$|and\b))")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’‘`.·-]){0,30}")
# Words of titles that no name has: at the beginning, or anywhere.
_TITLE_WORD = re.compile(
    r"^(?:A|The|Our|Towards?|Using|How|What|When|Why|Learning|Deep|On the) "
    r"|\b(?:of|for|with|from|in|via|by|using|through|under) ",
    re.IGNORECASE,
)
_CJK_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}")
_LOWER_WORD = re.compile(r"\b[a-z]{2,}\b")
_MAX_PAGES = 40
# Firms and institutes whose name alone is an affiliation.
_BY_NAME = re.compile(r"\b(?:ibm|google|microsoft|nvidia|inria|dkfz|epfl|cnrs|kaist)\b")


@once_a_paper
def vocabulary(paper: Paper) -> frozenset[str]:
    """The words that the paper uses in lower case: `Surgical Action` is no person where actions are surgical."""
    words: set[str] = set()
    for page in paper.pages[:_MAX_PAGES]:
        for line in page.lines:
            text = ADDRESS.sub(" ", line.text) if "@" in line.text or "/" in line.text else line.text
            words.update(_LOWER_WORD.findall(text))
    return frozenset(words - PARTICLES)


def names_in(text: str, common: frozenset[str] = frozenset()) -> list[str]:
    """The persons that a line of names lists, marks taken off, in order."""
    cleaned = MARKED.sub(" , ", _ENVELOPE.sub(" ", text))
    found = []
    for part in _SEPARATOR.split(cleaned):
        name = _MARKS.sub("", _CONJUNCTION.sub("", part.strip())).strip(" .*")
        name = _MARKS.sub("", name).strip()
        if is_person(name, common) and not is_placeholder(name):
            found.append(name)
    return found


def is_person(name: str, common: frozenset[str] = frozenset()) -> bool:
    """Whether the text is shaped like a person's full name and is not made of words common in the paper."""
    if _CJK_NAME.fullmatch(name):
        return True
    words = name.split()
    if not 2 <= len(words) <= 6 or not all(_NAME_WORD.fullmatch(word) for word in words):
        return False
    proper = [word for word in words if fold(word) not in PARTICLES]
    if not proper or not all(word[0].isupper() for word in proper) or _TITLE_WORD.search(name):
        return False
    long = [fold(word).strip(".") for word in proper if len(word.strip(".")) > 1]
    if not long or fold(name) in table("institutions")["countries"]:
        return False
    if any(word in table("placeholders")["core"] or "anonym" in word for word in long):
        return False
    return any(word not in common for word in long) and not _looks_institutional(name)


def is_institution(text: str) -> bool:
    """Whether the text names an institution: a word such as `University`, with a name beside it."""
    folded = fold(text)
    if not _strong().search(folded) or is_placeholder(text) or is_placeholder(without_template(text)[0]):
        return False
    rest = [word for word in re.findall(r"[^\W\d_]{2,}", _strong().sub(" ", folded)) if word not in bland_words()]
    return bool(rest) or _BY_NAME.search(folded) is not None


def _looks_institutional(name: str) -> bool:
    return _strong().search(fold(name)) is not None


@cache
def _strong() -> re.Pattern[str]:
    listed = "|".join(re.escape(stem) for stem in table("institutions")["strong"])
    return re.compile(rf"(?<![^\W\d_])(?<!-)(?:{listed})\w{{0,10}}(?![\w])")
