"""By what words earlier work is called the authors' own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.beginnings import Beginnings, Wording, beginnings, begun_as
from faimi_check.rules.naming.identity.matter import near, windows
from faimi_check.rules.naming.text.citations import CITE
from faimi_check.rules.tables import any_of, table

_BETWEEN = rf"(?:(?!{any_of('self_citation', 'not_between')}\b)\w+[ -])"
_EARLIER = any_of("self_citation", "earlier")
_PAPER = any_of("self_citation", "papers")
_METHOD = any_of("self_citation", "methods")
_VENUE = any_of("self_citation", "venues")
_VERB = any_of("self_citation", "verbs")
_GROUP = any_of("self_citation", "groups")
_VERSION = rf"{any_of('self_citation', 'versions')} versions? of (?:this|the present|our) {_PAPER}"
# A raised citation mark may be glued to the word.
_WORD_END = r"(?![^\W\d_])"
_OUR = r"(?:our|my|the (?:present )?authors['’])"
# "the master's thesis of one of the authors", "the second author's doctoral thesis", "my dissertation". The thesis of
# "the first author of [3]" is somebody else's, and "our thesis is that" no book.
_THESIS = r"(?:thesis|theses|dissertations?|habilitation)"
_WHICH = ("first", "second", "third", "fourth", "last", "senior", "lead", "present", "corresponding")
_AUTHOR = rf"(?:{'|'.join(_WHICH)}) author"
_DEGREE = any_of("self_citation", "degrees")
_OWN_THESIS = late(
    rf"\b{_THESIS} (?:{CITE},? )?(?:of|by|written by) (?:one of )?(?:the |our |an? )?(?:{_AUTHOR}|authors?)s?\b"
    r"(?! (?:of|in|from)\b)"
    rf"|\b(?:{_AUTHOR}|(?:the|one of the) authors?)s?['’]s? (?:own |recent |unpublished )?(?:{_DEGREE} )?{_THESIS}\b"
    r"(?! (?:is|was) that\b)"
    rf"|\b(?:our|my) (?:own )?{_DEGREE} {_THESIS}\b|\bmy {_THESIS}\b(?! (?:is|was)\b)",
    re.IGNORECASE,
)
_THESIS_SIGNS = ("hesis", "heses", "issertation", "abilitation")
_THESIS_REACH = 120
_OURS = beginnings("our ", "my ", "the authors", "the present ")
_WE = beginnings("we ", "I ")
_OUR_GROUP = beginnings(rf"our {_GROUP}", rf"our own {_GROUP}")
# In what a citation ends.
_CITE_ENDS = "])0123456789"


def _signs(key: str) -> tuple[str, ...]:
    """What the fragments under a key of the table begin with."""
    return beginnings(*table("self_citation")[key]).words


def _wording(pattern: str, begins: Beginnings, signs: tuple[str, ...] = ()) -> Wording:
    return Wording(late(pattern, re.IGNORECASE), begins, signs)


# What calls earlier work one's own where a citation stands in the same sentence, and what does so by itself.
_WITH_CITATION = (
    _wording(rf"\b{_OUR} {_BETWEEN}{{0,2}}?{_EARLIER} {_BETWEEN}{{0,3}}?{_PAPER}{_WORD_END}", _OURS, _signs("earlier")),
    _wording(rf"\b{_OUR} (?:\w+ )?{_VENUE} (?:\w+ )?{_PAPER}{_WORD_END}", _OURS, _signs("venues")),
    _wording(
        rf"\b(?:we|I)(?: have| had)? (?:also |first |originally )?(?:previously|earlier|recently)(?: have)? {_VERB}\b",
        _WE,
        ("previously", "earlier", "recently"),
    ),
    _wording(
        rf"\b(?:in|elsewhere) {CITE},? (?:we|I)(?: have)? {_VERB}\b",
        beginnings("in ", "elsewhere "),
        tuple(f"{end}{comma} {who} " for end in _CITE_ENDS for comma in ("", ",") for who in ("we", "i")),
    ),
    _wording(
        rf"\b{_OUR} {_BETWEEN}{{0,1}}?(?!prior){_EARLIER} {_BETWEEN}{{0,3}}?{_METHOD}(?= ?[^.]{{0,50}}{CITE})",
        _OURS,
        _signs("earlier"),
    ),
    _wording(
        rf"\b(?:we|I)(?: have| had)? (?:previously |recently |first )?{_VERB}(?:(?: \w+){{0,6}}? in)? ?(?={CITE})",
        _WE,
        _signs("verbs"),
    ),
    _wording(
        rf"\b(?:we|I) (?:have )?{_VERB} in {_EARLIER} {_PAPER} ?(?={CITE})",
        _WE,
        tuple(f" in {sign}" for sign in _signs("earlier")),
    ),
    _wording(rf"\bour (?:own )?{_GROUP} ?(?={CITE})", _OUR_GROUP),
    _wording(
        rf"\b{_VERB} by (?:us|the (?:present )?authors)(?: in| \w+ in)? ?(?={CITE})",
        beginnings(*table("self_citation")["verbs"]),
        (" by us", " by the "),
    ),
    # "As we show in [7]", "the line that we began in [7]".
    _wording(
        r"\b(?:as|that) (?:we|I) (?:also |already )?"
        rf"(?:show|prove|argue|describe|report|explain|demonstrate|detail|discuss)(?: \w+){{0,3}}? in {CITE}",
        beginnings("as we ", "as I ", "that we ", "that I "),
        (" in ",),
    ),
    _wording(
        rf"\b(?:we|I) (?:began|started|opened|initiated|launched)(?: (?:with|in))? {CITE}",
        _WE,
        ("began", "started", "opened", "initiated", "launched"),
    ),
    _wording(
        rf"\bthe {_AUTHOR} (?:has |had |have )?(?:already |also )?(?:{_VERB}|written|described)\b"
        rf"(?= ?[^.]{{0,60}}{CITE})",
        beginnings(*(f"the {which} author" for which in _WHICH)),
    ),
    _wording(rf"\b{_VERSION}\b", beginnings(*table("self_citation")["versions"]), (" version",)),
    _wording(rf"\bour (?:own )?{_GROUP}(?: \w+){{0,3}}? {_VERB}\b", _OUR_GROUP),
    _wording(
        rf"\bas (?:we|I) (?:have )?{_VERB} (?:previously|earlier|before|elsewhere)\b",
        beginnings("as we ", "as I "),
        ("previously", "earlier", "before", "elsewhere"),
    ),
)
# "Our MICCAI 2023 paper", "our paper at ISBI 2024".
_DATED = (
    rf"{_OUR} (?:own )?(?:(?-i:[A-Z])[\w-]{{1,20}} (?:(?:19|20)\d\d|['’]\d\d) {_PAPER}"
    rf"|{_PAPER} (?:at|in) (?-i:[A-Z])[\w-]{{1,20}} (?:(?:19|20)\d\d|['’]\d\d))\b"
)
_ALONE = (
    _wording(rf"\b{_VERSION}\b", beginnings(*table("self_citation")["versions"]), (" version",)),
    _wording(rf"\b{_DATED}", _OURS, (" 19", " 20", "'", "’")),
    _wording(rf"\b{_OUR} (?:\w+ )?{_EARLIER} {_PAPER}{_WORD_END}", _OURS, _signs("earlier")),
    _wording(
        rf"\b(?:extends?|extended version of|continues|follow-up (?:to|of)) {_OUR} (?:\w+ ){{1,3}}{_PAPER}\b",
        beginnings("extend", "continue", "follow"),
        ("our", "my", "the "),
    ),
)
# "See [7] for our proof."
_REFERS_SIGN = re.compile(r"\] for our ")
_REFERS = late(
    r"\[[\w+*., –−-]{1,60}\] for our (?:own )?"
    r"(?:proof|derivation|analysis|protocol|earlier|previous|description|results)\b"
)
# "Lyngby [3] reported gaps. When writing that paper we", "There was a slip in [3]. Our script back then".
_PAPERS = any_of("self_citation", "papers")
_LOOKED_BACK = late(
    rf"{CITE}[^.]{{0,200}}\. (?:[^.]{{0,60}}\b)?"
    rf"(?i:(?:when|while|in) (?:writing|preparing|designing|planning) that {_PAPERS},? (?:we|our)\b"
    rf"|in that {_PAPERS},? we (?:also )?(?:{_VERB}|used|had|did|were|could|claimed|wrote|found|trained)\b"
    r"|(?:we|our|us)\b[^.]{0,60}\bback then\b|back then,? (?:we|our)\b)"
)
_LOOKED_BACK_SIGNS = (
    "that paper",
    "that work",
    "that study",
    "that article",
    "that publication",
    "back then",
    "Back then",
)
# "Lyngby with Quiroga [3], who have also written the present paper".
_WROTE_THIS = late(
    rf"{CITE},? (?:both of whom|who|whose authors?) (?:have |has |had )?(?:also |themselves |jointly )?"
    rf"(?:wr(?:ote|itten|ite)|author(?:ed)?|sign(?:ed)?|are (?:also )?(?:among )?(?:the |two of the )?authors of) "
    rf"(?:this|the present|the current) {_PAPERS}\b"
)
_WROTE_THIS_SIGNS = tuple(
    f"{end}{comma} {who} " for end in _CITE_ENDS for comma in ("", ",") for who in ("both of whom", "who", "whose")
)
# "The study that inspired our earlier efforts was Smith's [2]" cites Smith.
INSPIRED = late(r"\b(?:inspir|motivat|guid|inform|shap|prompt|influenc)\w* $", re.IGNORECASE)


def with_citation(text: str) -> Iterator[re.Match[str]]:
    """Where work is called the authors' own that a citation has to stand beside."""
    return begun_as(_WITH_CITATION, text)


def alone(text: str) -> Iterator[re.Match[str]]:
    """Where earlier work is called the authors' own without regard to a citation."""
    return begun_as(_ALONE, text)


def referred(text: str) -> Iterator[re.Match[str]]:
    """Where the reader is sent to a cited work for something of the authors'."""
    for start, end in windows(_REFERS_SIGN, text, 70, 30):
        yield from _REFERS.finditer(text, start, end)


def looked_back(text: str) -> Iterator[re.Match[str]]:
    """Where the authors speak of a work that was cited just before as of theirs."""
    for start, end in near(_LOOKED_BACK_SIGNS, text, 320, 60):
        yield from _LOOKED_BACK.finditer(text, start, end)
    for start, end in near(_WROTE_THIS_SIGNS, text, 70, 80):
        yield from _WROTE_THIS.finditer(text, start, end)


def theses(text: str) -> Iterator[re.Match[str]]:
    """Where a thesis is called one of the authors'."""
    for start, end in near(_THESIS_SIGNS, text, _THESIS_REACH, _THESIS_REACH):
        yield from _OWN_THESIS.finditer(text, start, end)
