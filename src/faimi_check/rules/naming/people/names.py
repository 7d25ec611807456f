"""Persons' names as authors print them, told by their shape."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from faimi_check.model.paper import Paper
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.identity.person import PARTICLES, hidden_words, hides_names, says_anonymous
from faimi_check.rules.naming.identity.template import ADDRESS, MARKED, ORCID_BRACKET, bland_words
from faimi_check.rules.naming.people.han_names import JOINED, han_names
from faimi_check.rules.naming.people.institution_names import looks_institutional
from faimi_check.rules.tables import listed

# So many letters begin a house: "NYU Langone"; two are initials.
_ACRONYM = 3
_SEPARATOR = late(
    r"\s*[,;·•|/]\s*|\s*(?<!(?-i:[A-Z]))&\s*|\s+&\s+|\s+(?:and|und|et|by)\s+|\s{3,}|\s+[\d*†‡⋆∗][\d,*†‡⋆∗]*(?:\s+|$)",
    re.IGNORECASE,
)
# "And" in other languages, which stands within surnames as well: "Ortega y Gasset", "Costa e Silva".
_JOINED = late(r" (?:y|e|i|en|och|og|ja|ve|a) ")
_CONJUNCTION = late(r"^(?:and|und|et|by)\s+", re.IGNORECASE)
_MARK = r"[\d*†‡§¶∗⋆★☆✉?#$+^~@\[\](){}<>⟨⟩:−–—-]"
_MARKS = late(rf"(?<!{_MARK}){_MARK}+$|^[\d*†‡§¶∗⋆★☆✉#$+^~\[\](){{}}<>:−–—-]+")
# Elsevier marks authors with letters set apart: "Ingrid Lyngby a,b,*, Mateo Quiroga c".
_LETTERED = late(r"(?<=[^\W\d_]{2}) [a-z](?:,\s?[a-z\d*∗⁎†]){0,5}(?=\s*(?:,|;|$|and\b|&))")
_DEGREE = late(
    r"(?:,|(?<![\s,]))\s*\b(?:Ph\. ?D|M\. ?D|M\.? ?Sc|B\.? ?Sc|Dr\. ?rer\. ?nat|MD|PhD|MSc|BSc|MBBS|FRCR)\b\.?"
)
_HONORIFIC = late(r"^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|PD|Ing)\.?(?:-| |$)){1,4}")
# A word of a name, of an institution or a place.
CAPITALISED = r"[A-ZÀ-Þ][\w'’&-]{0,30}"
# A list with surnames first: "Lyngby, I., Quiroga, M.".
_INVERTED = late(r"(?<![\w-])([^\W\d_][\w'’-]{1,30}), ((?:[^\W\d_]\.[ -]?){1,3})(?=\s*(?:[,;&]|and\b|$))")
# "1st Ingrid Lyngby", as IEEE's template counts authors.
_ORDINAL = late(r"^\d{1,2} ?(?:st|nd|rd|th)\s+(?=[^\W\d_])")
# What stands in brackets within a name: "Wei (Bob) Lin", or after it in another script.
_ASIDE = late(r"\s?\((?:" + JOINED + r"[^()\d]{0,11}\)|[A-ZÀ-Þ][\w'’-]{1,15}\)(?= [A-ZÀ-Þ]))")
_BRACKETED = late(r"\([^()]{4,80}\)")
# The sign of ORCID where it is set in letters.
_SIGN = late(r"(?<![^\W\d_])iD(?![^\W\d_])")
# "Author: Ingrid Lyngby", "Supervisor: Mateo Quiroga"; those who edit or judge are no authors.
_LABEL = late(r"([^:]{1,40}):\s+(?=[^\W\d_])")
_OTHERS_LABEL = late(r"editor|review|referee|publish|cit(?:e|ation)\b|keyword", re.IGNORECASE)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ENVELOPE = late(r"\((?:B|\s|✉|�|[A-Z]?\))?\)?(?=\s*(?:,|;|$|and\b))")
_NAME_WORD = late(r"['’]?[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’‘ʼʻ`.·‐‑–-]){0,30}")
# Parts that are written small and glued to what follows: d'Annunzio, al-Farouq, deLange.
_SMALL_FIRST = late(r"(?:[a-z]{1,3}['’‘ʼ-]|de|di|da|van|von|mc|le|la|el|al|du)(?=[A-ZÀ-Þ])")
# Words of titles that no name has: at the beginning, or anywhere.
_TITLE_WORD = late(
    r"^(?:A|The|Our|Towards?|Using|How|What|When|Why|Learning|Deep|On the) "
    r"|\b(?:of|for|with|from|in|via|by|using|through|under) ",
    re.IGNORECASE,
)
_CJK_NAME = late(r"[\u4e00-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}")
_LOWER_WORD = re.compile(r"[a-z](?<!\w[a-z])[a-z]+\b")
# What stands in no word, as blanks.
_APART = str.maketrans({sign: " " for sign in map(chr, range(128)) if not (sign.isalnum() or sign == "_")})
# "An", "Do" and "Le" are words of placeholders and names.
_SHORTEST_BLAND = 3
_MAX_PAGES = 40
_FIRM_FORMS = frozenset(
    {"AG", "SE", "KG", "SA", "AB", "BV", "NV", "SpA", "AS", "KK", "Oy", "OY"}
    | {"ApS", "Srl", "SRL", "SAS", "LLP", "PLC", "Plc"}
)


@once_a_paper
def vocabulary(paper: Paper) -> frozenset[str]:
    """The words that the paper uses in lower case: `Surgical Action` is no person where actions are surgical."""
    texts: list[str] = []
    # Logins in braces are names in lower case.
    block = {ref.line for ref in paper.parts.author_block if ref.page == 1}
    for page in paper.pages[:_MAX_PAGES]:
        texts += [
            ADDRESS.sub(" ", line.text) if "@" in line.text or "/" in line.text else line.text
            for at, line in enumerate(page.lines)
            if not (page.number == 1 and at in block and ("@" in line.text or "{" in line.text))
        ]
    # Most lines are ASCII, whose words are told far quicker without a pattern.
    plain = set("\n".join(text for text in texts if text.isascii()).translate(_APART).split())
    words = {word for word in plain if word.islower() and word.isalpha() and len(word) > 1}
    words.update(_LOWER_WORD.findall("\n".join(text for text in texts if not text.isascii())))
    return frozenset(words - PARTICLES)


def names_in(text: str, common: frozenset[str] = frozenset()) -> list[str]:
    """The persons that a line of names lists, marks taken off, in order."""
    in_chinese = han_names(text)
    if in_chinese:
        return in_chinese
    text = _BRACKETED.sub(lambda found: " " if hides_names(found[0]) else found[0], text)
    printed = unicodedata.normalize("NFC", text).translate(_RAISED)
    if "(" in printed:
        printed = _ASIDE.sub("", printed)
    printed = _SIGN.sub(" , ", printed)
    bare = _INVERTED.sub(r"\2 \1", ORCID_BRACKET.sub(" , ", printed))
    cleaned = MARKED.sub(" , ", _ENVELOPE.sub(" ", _LETTERED.sub(" , ", _DEGREE.sub(" ", bare))))
    found = []
    for part in _SEPARATOR.split(cleaned):
        name = _bare(part)
        label = _LABEL.match(name)
        if label and not _OTHERS_LABEL.search(label[1]):
            name = _bare(name[label.end() :])
        found += [one for one in _apart(name, common) if is_person(one, common) and not is_placeholder(one)]
    return found


def _bare(part: str) -> str:
    """A name without marks, ordinals and titles."""
    name = _ORDINAL.sub("", _CONJUNCTION.sub("", part.strip()))
    name = _MARKS.sub("", name).strip(" .*")
    return _HONORIFIC.sub("", " ".join(_MARKS.sub("", name).split()))


def _apart(name: str, common: frozenset[str]) -> list[str]:
    """Names joined by a word that may belong to a surname: two where both sides are whole names or placeholders."""
    for match in _JOINED.finditer(name):
        halves = [name[: match.start()], name[match.end() :]]
        if all(is_person(half, common) or is_placeholder(half) for half in halves):
            return halves
    return [name]


def is_person(name: str, common: frozenset[str] = frozenset()) -> bool:
    """Whether the text is shaped like a person's full name and is not made of words common in the paper."""
    if not name.isascii() and _CJK_NAME.fullmatch(name):
        return True
    words = name.split()
    if not 2 <= len(words) <= 6 or not all(_NAME_WORD.fullmatch(word) for word in words):
        return False
    proper = [word for word in words if fold(word) not in PARTICLES]
    if not proper or not all(map(_is_proper, proper)) or _TITLE_WORD.search(name):
        return False
    long = [fold(word).strip(".") for word in proper if len(word.strip(".")) > 1]
    if not long or fold(name) in listed("institutions", "countries"):
        return False
    if any(word in hidden_words() or says_anonymous(word) for word in long):
        return False
    last = fold(words[-1]).strip(".")
    if (
        words[-1].replace(".", "") in _FIRM_FORMS
        or last in listed("institutions", "nouns")
        or last in listed("institutions", "bodies")
        or _is_called_by_letters(words)
        or last in listed("institutions", "streets")
    ):
        return False
    if all(word in bland_words() and len(word) >= _SHORTEST_BLAND for word in long):
        return False
    return any(word not in common for word in long) and not looks_institutional(name)


def _is_called_by_letters(words: Sequence[str]) -> bool:
    """Whether a name begins as a house's does: "NYU Langone", but not "INGRID LYNGBY"."""
    return len(words[0]) >= _ACRONYM and words[0].isalpha() and words[0].isupper() and not words[-1].isupper()


def _is_proper(word: str) -> bool:
    return word.lstrip("'’")[0].isupper() or _SMALL_FIRST.match(word) is not None
