"""What the words before and behind a citation say of who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.anonymity.earlier_work.own_work import CITE_ENDS, PAPER, VERB
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import near, windows
from faimi_check.rules.naming.text.citations import CITE
from faimi_check.rules.spotting import lowered
from faimi_check.rules.tables import any_of, table

# "See [7] for our proof."
_KINSHIP, _TEXT = any_of("self_citation", "kin_signs"), any_of("self_citation", "texts")
_THIS = r"(?:this|the present|the current|our)"
_REFERS_SIGN = late(r"\] for our ")
_REFERS = late(
    r"\[[\w+*., –−-]{1,60}\] for our (?:own )?"
    r"(?:proof|derivation|analysis|protocol|earlier|previous|description|results)\b"
)
# "Lyngby [3] reported gaps. When writing that paper we", "There was a slip in [3]. Our script back then".
_LOOKED_BACK = late(
    rf"{CITE}[^.]{{0,200}}\. (?:[^.]{{0,60}}\b)?"
    rf"(?i:(?:when|while|in) (?:writing|preparing|designing|planning) that {PAPER},? (?:we|our)\b"
    rf"|in that {PAPER},? we (?:also )?(?:{VERB}|used|had|did|were|could|claimed|wrote|found|trained)\b"
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
# "In Lyngby et al. (2025) we had left open whether": what one had done before one did it now.
_HAD = late(rf"\b[Ii]n {CITE}\)?,? we had (?!to\b|no\b|an?\b|the\b)[a-z]{{3,}}")
# "Lyngby with Quiroga [3], who have also written the present paper".
_WROTE_THIS = late(
    rf"{CITE},? (?:both of whom|who|whose authors?) (?:have |has |had )?(?:also |themselves |jointly )?"
    rf"(?:wr(?:ote|itten|ite)|author(?:ed)?|sign(?:ed)?|are (?:also )?(?:among )?(?:the |two of the )?authors of) "
    rf"(?:this|the present|the current) {PAPER}\b"
)
_WROTE_THIS_SIGNS = tuple(
    f"{end}{comma} {who} " for end in CITE_ENDS for comma in ("", ",") for who in ("both of whom", "who", "whose")
)
# "The code of [3] (written by us for that paper)".
_BY_US = late(
    rf"{CITE}[^.;]{{0,40}}\b(?:{VERB}|written|built|made|collected|recorded|annotated) by us "
    r"(?:(?:for|in|at|with) that\b|back then|before|earlier|years ago)"
)
# "A twin of the present manuscript [3]", "this article and its sister [4]", "the companion paper [4], in which we".
_KIN = late(
    rf"\b{_KINSHIP}(?: {_TEXT})?,? (?:of|to|for|with) {_THIS} (?:{_TEXT}|one)\b[^.;\[(]{{0,60}}{CITE}"
    rf"|\b{_THIS} {_TEXT} (?:and|with) its {_KINSHIP}(?: {_TEXT})? {CITE}"
    rf"|\b{_KINSHIP} {_TEXT},? {CITE}[^.;\[]{{0,40}}?\b(?:we|us|our|the same (?:team|authors|group|hands))\b",
    re.IGNORECASE,
)
# One of these stands in each citation.
_CITE_SIGNS = ("[", "19", "20")
# "The present text supersedes [2]".
_SUCCEEDS = late(rf"\b{_THIS} {_TEXT},? {any_of('self_citation', 'succeeds')} {CITE}", re.IGNORECASE)
_SUCCEEDS_SIGNS = tuple(
    f"{end} [" for end in ("supersedes", "replaces", "corrects", "completes", "concludes", "of", "to", "from")
)
# "The classes that the present authors laid down in [7]": what they did then and not what they take now.
_PRESENT_AUTHORS = late(
    r"\b[Tt]he present (?:authors?|writers?) (?:have |had |has )?(?:[a-z]+ly |already |first |once |themselves )?"
    rf"(?!(?:{any_of('self_citation', 'taken')})\b)"
    rf"(?:[a-z]+ed|{any_of('self_citation', 'did')})\b[^.;\[(]{{0,90}}{CITE}"
)
# "The study that inspired our earlier efforts was Smith's [2]" cites Smith.
INSPIRED = late(r"\b(?:inspir|motivat|guid|inform|shap|prompt|influenc)\w* $", re.IGNORECASE)


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
    for start, end in near((" by us",), text, 140, 40):
        yield from _BY_US.finditer(text, start, end)


def done_before(text: str) -> Iterator[re.Match[str]]:
    """Where the authors say what they had done in a cited work."""
    for start, end in near((" we had ",), text, 90, 60):
        yield from _HAD.finditer(text, start, end)


def related(text: str) -> Iterator[re.Match[str]]:
    """Where a cited work is called a relative of the paper at hand, or something that the present authors did."""
    small = lowered(text)
    for start, end in near(table("self_citation")["kin_signs"], small, 60, 160):
        if any(sign in text[start:end] for sign in _CITE_SIGNS):
            yield from _KIN.finditer(text, start, end)
    for start, end in near(_SUCCEEDS_SIGNS, text, 60, 60):
        yield from _SUCCEEDS.finditer(text, start, end)
    for start, end in near(("he present author", "he present writer"), text, 2, 220):
        yield from _PRESENT_AUTHORS.finditer(text, start, end)
