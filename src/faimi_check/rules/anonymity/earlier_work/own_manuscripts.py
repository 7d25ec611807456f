"""Theses and manuscripts that are told of as the authors', though no one may have published them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.anonymity.earlier_work.own_work import AUTHOR
from faimi_check.rules.late import Signed, late
from faimi_check.rules.naming.identity.matter import near
from faimi_check.rules.naming.text.citations import CITE
from faimi_check.rules.tables import any_of

# "the master's thesis of one of the authors", "the second author's doctoral thesis", "my dissertation". The thesis of
# "the first author of [3]" is somebody else's, and "our thesis is that" no book.
_THESIS = r"(?:thesis|theses|dissertations?|habilitation)"
_DEGREE = any_of("self_citation", "degrees")
_OWN_THESIS = late(
    rf"\b{_THESIS}(?: {CITE})?,? (?:with (?:the|this) (?:same )?title,? )?"
    r"(?:of|by|(?:which was )?(?:written|defended|submitted|handed in|completed) by) (?:one of )?(?:the |our |an? )?"
    rf"(?:{AUTHOR}|authors?)s?\b(?! (?:of|in|from)\b)"
    rf"|\b(?:{AUTHOR}|(?:the|one of the) authors?)s?['’]s? (?:own |recent |unpublished )?(?:{_DEGREE} )?{_THESIS}\b"
    r"(?! (?:is|was) that\b)"
    rf"|\b(?:our|my) (?:own )?{_DEGREE} {_THESIS}\b|\bmy {_THESIS}\b(?! (?:is|was)\b)",
    re.IGNORECASE,
)
_THESIS_SIGNS = ("hesis", "heses", "issertation", "abilitation")
_REACH = 120
# "(Quiroga, Lyngby and Tamm, in revision)": hardly anybody knows of others' manuscripts.
_NAME = r"(?-i:[A-ZÀ-Þ])[\w’'-]+"
_UNPUBLISHED = Signed(
    rf"\((?:{_NAME}(?:,? (?:and|&) |, )){{0,6}}{_NAME}(?: et al\.?)?,? (?:(?:manuscript )?(?:currently )?"
    r"(?:in|under) (?:revision|review|preparation)|in prep\b|submitted\b)",
    ("in revision", "in review", "in prep", "under re", "submitted"),
)

# "Chapter 3 (published as [7])", "Paper II [4] described": the parts of a thesis that this text is another one of.
_PART = (
    r"(?:[Cc]hapters? (?:\d{1,2}|[IVX]{1,4}|[a-z]{3,6})|[Tt]h(?:is|e (?:present|first|second|third|fourth|previous"
    r"|preceding|last|next)) chapter|(?:Paper|Article|Study) (?:[IVX]{1,3}|[A-D])\b)"
)
_PRINTED = (
    r"(?:(?:was|is|has|have|had|been|were|which|are|it|since|already|first|previously|partly|in (?:part|shorter form"
    r"|an earlier form)|to be|an|earlier|form|based|also|,|\() ?){0,6}"
    r"(?:published|printed|accepted|appeared|based|reported|submitted|presented|in (?:print|press))"
    r"(?: (?:as|in|on|before|separately)){1,2}"
)
_CHAPTER = late(
    rf"(?-i:\b{_PART})(?! (?:of|in|by) (?!this\b|the present\b)),? ?\(?{_PRINTED} (?:\w+ ){{0,2}}?{CITE}"
    r"|\b(?:parts?|half|portions?|sections?|results|versions?|forms?) of (?:this|the present) chapter\b"
    rf"[^.;\[]{{0,60}}{CITE}"
    rf"|\b(?:this|the present) chapter (?:continues|extends|builds on|is based on|grew out of)\b[^.;\[]{{0,40}}{CITE}",
    re.IGNORECASE,
)
# As they are written: "this paper is" is no "Paper I".
_CHAPTER_SIGNS = (
    "hapter",
    *(f"{part} {number}" for part in ("Paper", "Article", "Study") for number in "IVXABCD"),
)


def theses(text: str) -> Iterator[re.Match[str]]:
    """Where a thesis is called one of the authors'."""
    for start, end in near(_THESIS_SIGNS, text, _REACH, _REACH):
        yield from _OWN_THESIS.finditer(text, start, end)


def chapters(text: str) -> Iterator[re.Match[str]]:
    """Where a part of the thesis that this text is part of is said to have been published."""
    for start, end in near(_CHAPTER_SIGNS, text, _REACH, 2 * _REACH):
        yield from _CHAPTER.finditer(text, start, end)


def unpublished(text: str) -> Iterator[re.Match[str]]:
    """Where a manuscript is told by the names of who wrote it and by its state, in brackets."""
    at = 0
    while (match := _UNPUBLISHED.search(text, at)) is not None:
        yield match
        at = match.end()
