"""By what words earlier work is called the authors' own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.beginnings import Beginnings, Wording, beginnings, begun_as
from faimi_check.rules.naming.text.citations import CITE
from faimi_check.rules.tables import any_of, table

_BETWEEN = rf"(?:(?!{any_of('self_citation', 'not_between')}\b)\w+[ -])"
EARLIER = any_of("self_citation", "earlier")
PAPER = any_of("self_citation", "papers")
_METHOD = any_of("self_citation", "methods")
_VENUE = any_of("self_citation", "venues")
VERB = any_of("self_citation", "verbs")
_GROUP = any_of("self_citation", "groups")
_VERSION = rf"{any_of('self_citation', 'versions')} versions? of (?:this|the present|our) {PAPER}"
# A raised citation mark may be glued to the word.
_WORD_END = r"(?![^\W\d_])"
_OUR = r"(?:our|my|the (?:present )?authors['’])"
_WHICH = ("first", "second", "third", "fourth", "last", "senior", "lead", "present", "corresponding")
AUTHOR = rf"(?:{'|'.join(_WHICH)}) author"
_OURS = beginnings("our ", "my ", "the authors", "the present ")
_WE = beginnings("we ", "I ")
_OUR_GROUP = beginnings(rf"our {_GROUP}", rf"our own {_GROUP}")
_WHENS = ("before", "earlier", "elsewhere", "already", "previously")
_SOME_OF_US = r"(?:one|two|three|some|several) of (?:us|the present authors|the authors of this paper)\b"
# In what a citation ends.
CITE_ENDS = "])0123456789"


def _signs(key: str) -> tuple[str, ...]:
    """What the fragments under a key of the table begin with."""
    return beginnings(*table("self_citation")[key]).words


def _wording(pattern: str, begins: Beginnings, signs: tuple[str, ...] = ()) -> Wording:
    return Wording(late(pattern, re.IGNORECASE), begins, signs)


# What calls earlier work one's own where a citation stands in the same sentence, and what does so by itself.
_WITH_CITATION = (
    _wording(rf"\b{_OUR} {_BETWEEN}{{0,2}}?{EARLIER} {_BETWEEN}{{0,3}}?{PAPER}{_WORD_END}", _OURS, _signs("earlier")),
    _wording(rf"\b{_OUR} (?:\w+ )?{_VENUE} (?:\w+ )?{PAPER}{_WORD_END}", _OURS, _signs("venues")),
    _wording(
        rf"\b(?:we|I)(?: have| had)? (?:also |first |originally )?(?:previously|earlier|recently)(?: have)? {VERB}\b",
        _WE,
        ("previously", "earlier", "recently"),
    ),
    _wording(
        rf"\b(?:in|elsewhere) {CITE},? (?:we|I)(?: have)? {VERB}\b",
        beginnings("in ", "elsewhere "),
        tuple(f"{end}{comma} {who} " for end in CITE_ENDS for comma in ("", ",") for who in ("we", "i")),
    ),
    _wording(
        rf"\b{_OUR} {_BETWEEN}{{0,1}}?(?!prior){EARLIER} {_BETWEEN}{{0,3}}?{_METHOD}(?= ?[^.]{{0,50}}{CITE})",
        _OURS,
        _signs("earlier"),
    ),
    # "Our own finding (Lyngby and Tamm, 2024)": what is cited is not made here.
    _wording(
        rf"\b{_OUR} own (?:{_METHOD}|{PAPER})(?=,? ?{CITE})",
        beginnings("our own ", "my own ", "the authors' own ", "the authors’ own "),
    ),
    # "We have argued before [7]", whatever the verb.
    _wording(
        rf"\b(?:we|I)(?: have| had|['’]ve)?(?: already)? \w+(?: \w+)?,? (?:before|earlier|elsewhere|already|previously)"
        rf"(?: in)? ?(?={CITE})",
        _WE,
        tuple(f"{when}{link} {sign}" for when in _WHENS for link in ("", " in") for sign in ("[", "(")),
    ),
    # "Already seen in this laboratory [3]".
    _wording(
        rf"\b(?:in|at|by|from) this (?:laboratory|lab|department|institute|hospital|clinic|unit)(?=,? {CITE})",
        beginnings("in this ", "at this ", "by this ", "from this "),
        ("lab", "department", "institute", "hospital", "clinic", "unit"),
    ),
    # "A network that some of us trained in 2021 [3]": of all of us it is no more than a manner of speaking.
    _wording(
        rf"\b{_SOME_OF_US} (?:have |had |has |also |already |once )*\w+(?=[^.;]{{0,90}}{CITE})",
        beginnings(_SOME_OF_US),
    ),
    _wording(
        rf"\b(?:we|I)(?: have| had)? (?:previously |recently |first )?{VERB}(?:(?: \w+){{0,6}}? in)? ?(?={CITE})",
        _WE,
        _signs("verbs"),
    ),
    _wording(
        rf"\b(?:we|I) (?:have )?{VERB} in {EARLIER} {PAPER} ?(?={CITE})",
        _WE,
        tuple(f" in {sign}" for sign in _signs("earlier")),
    ),
    _wording(rf"\bour (?:own )?{_GROUP} ?(?={CITE})", _OUR_GROUP),
    _wording(
        rf"\b{VERB} by (?:us|the (?:present )?authors)(?: in| \w+ in)? ?(?={CITE})",
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
        rf"\bthe {AUTHOR} (?:has |had |have )?(?:already |also )?(?:{VERB}|written|described)\b"
        rf"(?= ?[^.]{{0,60}}{CITE})",
        beginnings(*(f"the {which} author" for which in _WHICH)),
    ),
    # "Extends the MICCAI 2023 paper of the first author [3]"; the first author of [3] is somebody else.
    _wording(
        rf"\b{PAPER} (?:of|by) (?:the|this paper['’]s) (?:present )?{AUTHOR}\b(?! (?:of|in|from)\b)"
        rf"(?=[^.;\[]{{0,40}}{CITE})",
        beginnings(*table("self_citation")["papers"]),
        (" author",),
    ),
    _wording(
        rf"\b(?:the|this paper['’]s) {AUTHOR}['’]s (?:[\w'’-]+ ){{0,4}}?{PAPER}{_WORD_END}(?=[^.;\[]{{0,40}}{CITE})",
        beginnings("the ", "this paper"),
        (" author's", " author’s"),
    ),
    _wording(rf"\b{_VERSION}\b", beginnings(*table("self_citation")["versions"]), (" version",)),
    _wording(rf"\bour (?:own )?{_GROUP}(?: \w+){{0,3}}? {VERB}\b", _OUR_GROUP),
    _wording(
        rf"\bas (?:we|I) (?:have )?{VERB} (?:previously|earlier|before|elsewhere)\b",
        beginnings("as we ", "as I "),
        ("previously", "earlier", "before", "elsewhere"),
    ),
)
# "A shorter form of this manuscript was printed last autumn": reviewers see earlier versions, too.
_PRINTED = (
    rf"{any_of('self_citation', 'versions')} (?:form|version|account|edition|text)s? of "
    rf"(?:this|the present|our) (?:{PAPER}|manuscript|submission|text) "
    r"(?:(?:was|were|is|has|have|had|been|already|first|also|once) ){0,4}"
    r"(?:printed|published|presented|appeared|came out|went to print)"
)
# "Our MICCAI 2023 paper", "our paper at ISBI 2024".
_DATED = (
    rf"{_OUR} (?:own )?(?:(?-i:[A-Z])[\w-]{{1,20}} (?:(?:19|20)\d\d|['’]\d\d) {PAPER}"
    rf"|{PAPER} (?:at|in) (?-i:[A-Z])[\w-]{{1,20}} (?:(?:19|20)\d\d|['’]\d\d))\b"
)
_ALONE = (
    _wording(
        rf"\b{_PRINTED}\b", beginnings(*table("self_citation")["versions"]), (" of this ", " of the ", " of our ")
    ),
    _wording(rf"\b{_VERSION}\b", beginnings(*table("self_citation")["versions"]), (" version",)),
    _wording(rf"\b{_DATED}", _OURS, (" 19", " 20", "'", "’")),
    _wording(rf"\b{_OUR} (?:\w+ )?{EARLIER} {PAPER}{_WORD_END}", _OURS, _signs("earlier")),
    _wording(
        rf"\b(?:extends?|extended version of|continues|follow-up (?:to|of)) {_OUR} (?:\w+ ){{1,3}}{PAPER}\b",
        beginnings("extend", "continue", "follow"),
        ("our", "my", "the "),
    ),
    # "A workshop paper of ours": with a citation, the words round it tell.
    _wording(
        rf"\b(?:an?|one|another|the|this|that|two) (?:[\w-]+ ){{0,3}}(?:{PAPER}|abstract|poster|talk"
        rf"|report)s? of ours\b"
        rf"(?![^.;]{{0,90}}{CITE})",
        beginnings("a ", "an ", "one ", "another ", "the ", "this ", "that ", "two "),
        (" of ours",),
    ),
)


_OF_AUTHOR = late(rf"\b(?:of|by) (?:the|this paper['’]s) (?:present )?{AUTHOR}\Z|{AUTHOR}['’]s\b", re.IGNORECASE)
_CITED_BEFORE = late(rf"(?:{CITE}|\bet al\b)[^.;]{{0,120}}\Z")
_BEFORE = 160


def with_citation(text: str) -> Iterator[re.Match[str]]:
    """Where work is called the authors' own that a citation has to stand beside."""
    # "In Lyngby et al. [4] and the first author's later work [5]": the author of what is cited before.
    return (
        found
        for found in begun_as(_WITH_CITATION, text)
        if not (
            _OF_AUTHOR.search(found[0]) and _CITED_BEFORE.search(text, max(0, found.start() - _BEFORE), found.start())
        )
    )


def alone(text: str) -> Iterator[re.Match[str]]:
    """Where earlier work is called the authors' own without regard to a citation."""
    return begun_as(_ALONE, text)
