"""Links that stand beside the name of what they lead to, a data set or tool of somebody else."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import join, lines_at
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_for_each
from faimi_check.rules.naming.identity import LinkClass, classify_link, fold, letters_of
from faimi_check.rules.naming.identity.link_class import owner_of, parse
from faimi_check.rules.naming.identity.template import ADDRESS
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.text.prose import own_text
from faimi_check.rules.naming.whose.own_names import own_names
from faimi_check.rules.spotting import places
from faimi_check.rules.tables import listed, table

# By these words what is linked may be the authors' own, or something of their own made for what is named.
_PERHAPS_OWN = late(
    r"\b(?:we|us|ours?|ourselves|this (?:work|paper|study|article)|the authors|proposed|novel|new|presented|introduced"
    r"|codes?|implement\w*|re-?implement\w*|scripts?|labels|annotations|splits?|masks|scores|weights|checkpoints?|forks?"
    r"|extensions?|supplement\w*|appendix|demo|videos?|additional|further|derived|curated|relabell?ed|cleaned|authors?)\b",
    re.IGNORECASE,
)
# "Our network is drawn by NetPainter (https://...)": what something is made with is another's.
_MADE_WITH = late(
    r"\b(?:drawn|drawing|made|generated|plotted|created|produced|visuali[sz]ed|rendered|typeset|computed|extracted|parsed"
    r"|simulated|solved|converted|labell?ed|annotated|measured) (?:by|with|using|via|through)(?: [\w-]+){1,3}\W{0,3}$"
)
_OURS = late(r"\b(?:our|ours|we)\b", re.IGNORECASE)
_WORD = late(r"[^\W_][\w+-]*")
# A link before this one, in brackets or not.
_LINKED = late(r"(?:https?:|www\.)\S*(?: ?\S*/\S*)?[)\]]?")
_AND_ALSO = late(r"((?:https?://|www\.)\S{1,400}?)[)\],;]{0,2}\s*(?:,|;|and|or|&)\s*(?:and\s+)?(?:[(\[]\s*)?$")
_PART_OF_WORD = re.compile(r"[\w-]")
# What calls a name that follows the authors' own, and what does so behind it.
_CALLED_OWN = late(
    r"\b(?:[Oo]ur|[Ww]e (?:\w+ ){0,2}(?:call|name|dub|term|present|propose|introduce|develop|release|build|built"
    r"|contribute|create|publish|developed|created|designed|design)|called|named|dubbed|termed|coined"
    r"|(?:present|propos|introduc|contribut)(?:s|ed|es|ing))\b[^.;]{0,60}\Z"
)
_IS_OWN = late(r"(?: is|,)? (?:our|a new|a novel|the proposed|the present|proposed here|presented here)\b")
_CALLED_REACH = 200
_ENDINGS = (
    "dataset",
    "data",
    "pytorch",
    "main",
    "master",
    "code",
    "python",
    "torch",
    "py",
    "git",
    "database",
    "weights",
)
_NEAR = 5
_MIN_NAME = 4


def others_by_name(paper: Paper, before: str, address: str, kind: LinkClass) -> bool:
    """Whether the words before a link name what it leads to, and the paper nowhere calls that its own.

    "Fitzpatrick17k (https://github.com/mattgroh/fitzpatrick17k)": the name stands in the text and in the address. For
    an archive, whose addresses hold numbers, the name is one of a public data set, or the link goes on from one
    to somebody else's place.
    """
    also = _AND_ALSO.search(before)
    if also and kind is LinkClass.ARCHIVE:
        return not _PERHAPS_OWN.search(_last_piece(before[: also.start()])) and _is_public(paper, before, also)
    piece = _last_piece(before)
    if _PERHAPS_OWN.search(piece) or _OURS.search(before):
        name = _name_of(piece, address) if kind is not LinkClass.ARCHIVE and _MADE_WITH.search(piece) else ""
        return bool(name) and piece.rstrip(" .,:;([").endswith(name) and not _may_be_own(paper, name)
    if kind is LinkClass.ARCHIVE:
        return _public_name().search(fold(piece)) is not None
    name = _name_of(piece, address)
    return bool(name) and not _may_be_own(paper, name)


def _is_public(paper: Paper, before: str, also: re.Match[str]) -> bool:
    kind = classify_link(also[1])
    return kind is LinkClass.THIRD_PARTY or (
        kind is not LinkClass.ARCHIVE and others_by_name(paper, before[: also.start()], also[1], kind)
    )


def _last_piece(before: str) -> str:
    """What stands before a link since the link or semicolon before it."""
    return re.split(r";\s", _LINKED.split(before)[-1])[-1]


@cache
def _public_name() -> re.Pattern[str]:
    names = sorted((name for name in table("collections")["names"] if len(name) >= _MIN_NAME), key=len, reverse=True)
    listed = "|".join(map(re.escape, names))
    return late(
        rf"(?<![\w-])(?:{listed})(?:[ -](?:v?[\d.]{{1,5}}|data(?:set|base)?|images|archive|collection|challenge"
        r"|corpus)){0,3}\W{0,3}(?:\[[\d, ]{1,9}\]\W{0,3})?(?:(?:available )?(?:at|from|on|via|under|in) ?)?\W{0,2}$"
    )


def _name_of(piece: str, address: str) -> str:
    """The name right before a link which stands in its address as well, as printed; empty where there is none."""
    url = parse(address)
    owner = owner_of(url) if classify_link(address) is LinkClass.OWNER else ""
    parts = {letters_of(part) for part in url.parts if part != owner or url.parts.count(part) > 1}
    if not parts or url.host.count(".") >= 2:
        parts.add(letters_of(url.host.split(".")[0]))
    parts |= {part.removesuffix(ending) for part in parts for ending in _ENDINGS}
    words: list[str] = _WORD.findall(ADDRESS.sub(" ", piece))[-_NEAR:]
    for name in (*words, *(f"{one} {two}" for one, two in pairwise(words))):
        bare = letters_of(name)
        if (
            len(bare) >= _MIN_NAME
            and bare in parts
            and bare not in listed("hosts", "paths", "generic")
            and re.search(r"[A-Z0-9]", name)
        ):
            return name
    return ""


@once_for_each
def _may_be_own(paper: Paper, name: str) -> bool:
    """Whether the paper calls a thing its own somewhere, bears its name in its title, or uses it as a word."""
    title = letters_of(join(lines_at(paper, paper.parts.title)).text)
    if letters_of(name) in title or letters_of(name) in own_names(paper) or fold(name) in vocabulary(paper):
        return True
    return any(_is_called_own(passage.text, name) for passage in own_text(paper)[:1])


def _is_called_own(text: str, name: str) -> bool:
    """Whether words before or behind a name call it the authors' own, one of the places where it stands."""
    for start in places(text, name):
        end = start + len(name)
        if _PART_OF_WORD.match(text, start - 1, start) or _PART_OF_WORD.match(text, end):
            continue
        if _CALLED_OWN.search(text, max(0, start - _CALLED_REACH), start) or _IS_OWN.match(text, end):
            return True
    return False
