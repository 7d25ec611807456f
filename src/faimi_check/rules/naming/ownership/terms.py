"""What of a sentence's mentions is left out of account: the paper's own terms, variables, what others are named for."""

from __future__ import annotations

import re

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.kind import Kind, Mention
from faimi_check.rules.naming.mentions.kinds import known, ordinary, technical
from faimi_check.rules.naming.text.citations import ANONYMOUS_CITE
from faimi_check.rules.naming.text.prose import MASKED
from faimi_check.rules.naming.text.sentences import Sentence
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import any_of

# Every sentence of related work cites: three at once are nobody's own.
_MANY = 3
# What a paper names so often is a term of its own; acronyms are no longer.
OFTEN, _ACRONYM = 3, 6
# "EfficientNet-B3" and "LoViT" are products, not people.
_CODED = re.compile(r"\d|[a-z][A-Z]")
# Mathematics and listings name variables; "R1 = first author" explains a letter.
_FORMULA, _SIGNS_OF_FORMULA = re.compile(r"=(?! (?:an? |the )?[a-z]{4})|[∼∈∑∅≤≥→←∀∃∇∂√∞×·⊲𝑎-𝔃𝐀-𝑍]"), 2
# Without a word of this kind no citation is one's own.
_OWN_SIGN = late(any_of("mentions", "own_signs"), re.IGNORECASE)
_NUMBERED = late(any_of("mentions", "numbered"), re.IGNORECASE)
_KEYWORDS = re.compile(r"(?:Keywords|Key words|Index Terms)\b", re.IGNORECASE)
# Places whose words are capitalised without naming anybody.
TERSE = frozenset({"heading", "table", "figure", "margin"})
# A citation, a year or "et al." behind a name accounts for it.
_ACCOUNTED = late(r"\s?(?:et al|and (?:co-?workers|colleagues)|\[|\((?:19|20)\d\d|\(?https?:|\([A-Z][\w-]*[A-Z]|\):)")
# "The famous book by", "‘A title‘ by".
_POSSESSIVE = re.compile(r"['’]s(?:\s|$)")
_WROTE = late(r"(?:\b(?:book|novel|poem|essay|film|painting|quote|quotation|words)|[’‘”\"'])\s(?:by|of)\s$")


def names_nobody(sentence: Sentence) -> bool:
    """Whether a sentence is mathematics, a listing, a line of keywords, or says that its names were taken out."""
    text = sentence.text
    if len(_FORMULA.findall(text)) >= _SIGNS_OF_FORMULA:
        return True
    return _KEYWORDS.match(text) is not None or MASKED.search(text) is not None


def has_formula(text: str) -> bool:
    """Whether any sign of mathematics stands in a sentence."""
    return _FORMULA.search(text) is not None


def is_everybodys(name: str) -> bool:
    """Whether a capitalised word is one of every text, or belongs to everybody: "American", "Section"."""
    return (
        fold(name) in known()
        or fold(name) in ordinary()
        or name in technical()
        or (not name.isupper() and is_everyday(name))
    )


def is_term(mention: Mention, sentence: Sentence, *, frequent: bool) -> bool:
    """Whether a name of no known kind is one of the paper's own words: it comes again and again, or is an acronym."""
    if mention.kind in (Kind.NAME, Kind.INITIALS, Kind.PERSON) and frequent:
        return True
    if mention.kind is Kind.NUMBER and not _NUMBERED.search(sentence.text):
        return True
    if mention.kind is Kind.CITATION:
        anonymous = re.match(r"\[0\b", mention.text) or ANONYMOUS_CITE.search(mention.text)
        if anonymous or not _OWN_SIGN.search(sentence.text):
            return True
        return len(re.findall(r"\d+|\+", mention.text)) >= _MANY and not re.search(r"(?:19|20)\d\d", mention.text)
    if sentence.place in TERSE and mention.kind in (Kind.NAME, Kind.PERSON) and sentence.place == "heading":
        return True
    if mention.kind is Kind.NAME and (sentence.place in TERSE or _opens(mention) or _CODED.search(mention.text)):
        return True
    return mention.kind is Kind.NAME and mention.text.isupper() and len(mention.text) <= _ACRONYM


def _opens(mention: Mention) -> bool:
    """Whether a single word begins its sentence, where any word has a capital."""
    return mention.start == 0 and " " not in mention.text


def is_accounted(text: str, one: Mention) -> bool:
    """Whether what stands right beside a name says that it is somebody's or something's else."""
    if _POSSESSIVE.search(one.text) or _ACCOUNTED.match(text, one.end):
        return True
    return _WROTE.search(text, max(0, one.start - 20), one.start) is not None
