"""Names as authors print them: persons and institutions, told by their shape."""

from __future__ import annotations

import re
from functools import cache

from faimi_check.model.paper import Paper
from faimi_check.rules.identity import fold, is_placeholder
from faimi_check.rules.identity.matter import table
from faimi_check.rules.identity.person import PARTICLES
from faimi_check.rules.identity.template import ADDRESS, MARKED, ORCID_BRACKET, bland_words, without_template
from faimi_check.rules.memory import once_a_paper

_SEPARATOR = re.compile(
    r"\s*[,;·•|&/]\s*|\s+(?:and|und|et|y|by)\s+|\s{3,}|\s+[\d*†‡⋆∗][\d,*†‡⋆∗]*(?:\s+|$)",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"^(?:and|und|et|by)\s+", re.IGNORECASE)
_MARKS = re.compile(r"[\d*†‡§¶∗⋆★☆✉?#$+^~@\[\](){}<>⟨⟩:−–—-]+$|^[\d*†‡§¶∗⋆★☆✉#$+^~\[\](){}<>:−–—-]+")
# Elsevier marks authors with letters set apart: "Ingrid Lyngby a,b,*, Mateo Quiroga c".
_LETTERED = re.compile(r"(?<=[^\W\d_]{2}) [a-z](?:,\s?[a-z\d*∗⁎†]){0,5}(?=\s*(?:,|;|$|and\b|&))")
_DEGREE = re.compile(r",?\s*\b(?:Ph\. ?D|M\. ?D|M\.? ?Sc|B\.? ?Sc|Dr\. ?rer\. ?nat|MD|PhD|MSc|BSc|MBBS|FRCR)\b\.?")
_HONORIFIC = re.compile(r"^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|PD|Ing)\.?(?:-| |$)){1,4}")
# A list with surnames first: "Lyngby, I., Quiroga, M.".
_INVERTED = re.compile(r"(?<![\w-])([^\W\d_][\w'’-]{1,30}), ((?:[^\W\d_]\.[ -]?){1,3})(?=\s*(?:[,;&]|and\b|$))")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
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
_FIRM_FORMS = frozenset({"AG", "SE", "KG", "SA", "AB", "BV", "NV", "SpA"})
# Firms and institutes whose name alone is an affiliation.
_BY_NAME = re.compile(r"\b(?:charite|ibm|google|microsoft|nvidia|inria|dkfz|epfl|cnrs|kaist)\b")


@once_a_paper
def vocabulary(paper: Paper) -> frozenset[str]:
    """The words that the paper uses in lower case: `Surgical Action` is no person where actions are surgical."""
    words: set[str] = set()
    # Logins in braces are names in lower case.
    block = {ref.line for ref in paper.parts.author_block if ref.page == 1}
    for page in paper.pages[:_MAX_PAGES]:
        for at, line in enumerate(page.lines):
            if at in block and page.number == 1 and ("@" in line.text or "{" in line.text):
                continue
            text = ADDRESS.sub(" ", line.text) if "@" in line.text or "/" in line.text else line.text
            words.update(_LOWER_WORD.findall(text))
    return frozenset(words - PARTICLES)


def names_in(text: str, common: frozenset[str] = frozenset()) -> list[str]:
    """The persons that a line of names lists, marks taken off, in order."""
    bare = _INVERTED.sub(r"\2 \1", ORCID_BRACKET.sub(" , ", text.translate(_RAISED)))
    cleaned = MARKED.sub(" , ", _ENVELOPE.sub(" ", _LETTERED.sub(" , ", _DEGREE.sub(" ", bare))))
    found = []
    for part in _SEPARATOR.split(cleaned):
        name = _MARKS.sub("", _CONJUNCTION.sub("", part.strip())).strip(" .*")
        name = _HONORIFIC.sub("", " ".join(_MARKS.sub("", name).split()))
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
    last = fold(words[-1]).strip(".")
    if words[-1] in _FIRM_FORMS or last in table("institutions")["nouns"] or last in table("institutions")["streets"]:
        return False
    return any(word not in common for word in long) and not _looks_institutional(name)


def is_institution(text: str) -> bool:
    """Whether the text names an institution: a word such as `University`, with a name beside it."""
    folded = fold(text)
    if not institution_words().search(folded) or is_placeholder(text) or is_placeholder(without_template(text)[0]):
        return False
    rest = [
        word for word in re.findall(r"[^\W\d_]{2,}", institution_words().sub(" ", folded)) if word not in bland_words()
    ]
    return bool(rest) or _BY_NAME.search(folded) is not None


def _looks_institutional(name: str) -> bool:
    return institution_words().search(fold(name)) is not None


@cache
def institution_words() -> re.Pattern[str]:
    """A word by which an institution's name is told, in folded text."""
    data = table("institutions")
    stems, whole, ordinary = ("|".join(map(re.escape, data[key])) for key in ("strong", "whole", "ordinary"))
    return re.compile(rf"(?<![^\W\d_])(?<!-)(?!(?:{ordinary})\b)(?:(?:{stems})\w{{0,24}}|(?:{whole}))(?![\w])")
