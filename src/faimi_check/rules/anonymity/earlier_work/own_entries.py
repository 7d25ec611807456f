"""Reference entries that say themselves that they are the authors': "our companion paper", "under review"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import Signed, late
from faimi_check.rules.naming.identity import classify_link, is_placeholder
from faimi_check.rules.naming.identity.link import urls
from faimi_check.rules.naming.identity.link_class import LinkClass
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.text.citations import ANONYMOUS_ENTRY
from faimi_check.rules.naming.text.prose import MASKED, entry_passages, place
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import any_of

# Where an entry's title begins: behind the authors' colon or the first full stop after a word.
_TITLE = re.compile(r":\s|(?<=[^\W\d_]{3})\.\s")
_WORK = rf"(?:{any_of('self_citation', 'papers')}|manuscripts?|submissions?|versions?|pre-?prints?|thesis|data ?sets?)"
# Titles speak of "our hospital" too, so that what tells stands in brackets or names a work of the authors'.
_OWN = Signed(
    rf"\b(?:our|my|the authors['’]|the (?:present|same) authors['’]) (?:own )?(?:[\w-]+ ){{0,3}}{_WORK}\b"
    rf"|\b(?:{_WORK}|extension) of (?:this|the present|the current|the submitted) {_WORK}\b|\bpre-?print of this\b"
    # "Sister paper of this one", "part two of the present text".
    rf"|\b(?:{any_of('self_citation', 'kin')})(?: (?:{_WORK}|texts?|reports?))?,? (?:of|to|for|with) "
    rf"(?:this|the present|the current|the submitted|our)(?: (?:one|{_WORK}|texts?|reports?))\b"
    rf"|\((?:[^()]{{0,40}} )?(?:{_WORK}|extension|form|half|part) of (?:Sects?\.|Sections?|Chap\.|Chapters?"
    rf"|Appendix) ?[\dA-Z]"
    r"|\bauthors? of (?:this|the (?:present|submitted|current))\b"
    r"|\b(?:thesis|dissertation|habilitation|report|poster|lecture|talk) (?:of|by) (?:the|our) "
    r"(?:present )?(?:first|second|third|fourth|last|senior|corresponding|present) authors?\b(?! of\b)"
    r"|\((?:[^()]{0,40} )?(?:first|second|third|last|senior|corresponding) author(?: of (?:this|the present) [\w-]+)?\)"
    r"|\b(?:supervised|advised|mentored|examined|tutored) by (?:(?:one|two) of )?(?:us|(?:the )?present authors?)\b"
    r"|\b(?:some|two|one|most|all) of the present authors\b"
    r"|\((?:[^()]{0,60} )?(?:our|ours|by us|same authors?|present authors?)\b[^()]{0,60}\)"
    r"|\[(?:[^\[\]]{0,60} )?(?:ours|by us|(?:is|our) own|our (?:own )?(?:paper|work|preprint|entry))\b[^\[\]]{0,60}\]"
    r"|[,(;] ?(?:also |both |written )?by ourselves\b"
    # "The shorter account of this work", "home page of the authors' laboratory".
    rf"|\b(?:accounts?|summary|digest|forms?|editions?|translations?) of "
    rf"(?:this|the present|the current|the submitted) {_WORK}\b"
    r"|\b(?:home ?page|web ?site|web ?page|pages?|server|channel|archive) of (?:the|our) (?:present )?authors?['’]s? "
    rf"(?:own )?{any_of('self_citation', 'groups')}\b"
    r"|\bby the (?:same|present) (?:authors?|group|team)\b",
    (
        *(
            "to this",
            "for this",
            "with this",
            "to the present",
            "for the present",
            "to the submitted",
            "present authors",
        ),
        *(
            "our",
            "my ",
            "authors",
            "by us",
            "by ourselves",
            "same author",
            "present author",
            "by the same",
            "by the present",
        ),
        *("first author", "second author", "third author", "fourth author", "last author", "senior author"),
        "corresponding author",
        *("of Sect", "of Chap", "of Appendix", "by us", "of us"),
        *("of this", "of the present", "of the current", "of the submitted"),
    ),
)
# "Weights and fold files for the present submission".
_DEPOSITED = Signed(
    rf"\b{any_of('self_citation', 'materials')}\b(?: [\w,-]+){{0,4}}? (?:for|of|to|behind|with|in|from|accompanying)"
    rf" (?:this|the present|the current|the submitted) (?:(?:un)?published |anonymous )?{_WORK}\b",
    (" this ", " the present ", " the current ", " the submitted "),
)
# "Our implementation, release 0.3, https://...", "Lyngby, I., and the present authors: Report 14".
_BEGINS = late(
    r"\W*(?:\d{1,3}\W{1,2})?(?:Our (?:own )?(?:[\w-]+ ){0,2}(?:implementation|code|software|repository|tool|library"
    r"|package|report|release|videos?|website|scripts?|models?)\b|[^:]{0,160}(?:,|\band|&) the present authors\b)"
)
_LED_IN = late(
    r"\W*(?:\d{1,3}\W{1,2})?(?:(?:[Tt]he|[Aa]ll|[Ss]ource|[Pp]ublic|[Oo]pen|[Ff]ull|[Aa]nalysis|[Tt]raining) ){0,2}"
)
# "Lyngby, I., Anonymous: [Title withheld]": made anonymous but for one author.
_HALF_MASKED = late(
    r"\W*(?:\d{1,3}\W{1,2})?(?P<who>(?!Anon|Author|Blind|Withheld|Redacted|Hidden|Omitted|Removed|Masked)"
    r"[A-ZÀ-Þ][\w’'-]{1,30}, (?:[A-ZÀ-Þ]\.[ -]?){1,3})[^:\[]{0,160}?"
    r"(?:, (?:and |& )?(?:Anonymous|Anon\.|N\. ?N\.|X{3,}|\[?(?:names?|authors?) (?:withheld|removed|hidden|omitted))"
    r"|: ?\[?(?:[Tt]itle|[Vv]enue|[Dd]etails?) (?:is |was )?"
    r"(?:withheld|removed|hidden|omitted|anonymi[sz]ed|blinded|redacted))"
)
# Words of a title before it, and no end of a sentence between.
_TITLE_WORDS = late(r"[A-Z][\w’'-]*(?: [\w’'-]+){0,12} ")
# A remark behind the year: "... (2023). Our earlier attempt."
_REMARK = Signed(r"(?-i:(?:19|20)\d\d\)?\.? (?:It is |This is |This was |Also )?(?:[Oo]urs?|[Ww]e)\b)", (" our", " we"))
# What comes out at a house and nowhere else.
_GREY = late(
    r"\b(?:(?:technical|tech\.|internal|research|working|progress|project|lab(?:oratory)?) (?:report|paper|note|memo)s?"
    r"|report (?:no|nr|series)\b|thes[ei]s|dissertation|habilitation(?:sschrift)?|white ?paper|deliverable)\b",
    re.IGNORECASE,
)
_KEPT = frozenset((LinkClass.OWNER, LinkClass.LAB, LinkClass.PERSONAL))
_WORDS = re.compile(r"[^\W\d_]{3,}")
_OPEN = Signed(
    r"\b(?:currently )?under (?:re)?review\b(?! of)|\bin (?:preparation|revision)\b|\bsubmitted to\b"
    r"|\b(?:manuscript|paper) (?:submitted|in prep\w*)"
    r"|\bunpublished (?:manuscript|results|data|work)\b|\bto be submitted\b",
    ("under re", "in prep", "in revision", "submitted", "unpublished"),
)


def own_entries(paper: Paper) -> Iterator[Hit]:
    """A finding for each entry that says whose it is, and a doubtful one for all that are not published yet."""
    unpublished = []
    for entry in entry_passages(paper):
        if half := _HALF_MASKED.match(entry.text):
            yield _still_named(paper, entry, half["who"])
            continue
        if MASKED.search(entry.text) or ANONYMOUS_ENTRY.search(entry.text):
            if house := _house_in(entry.text, vocabulary(paper)):
                yield _still_named(paper, entry, house, is_house=True)
            elif _DEPOSITED.search(entry.text) and (address := _owned_address(entry.text)):
                yield _still_named(paper, entry, address)
            continue
        title = _TITLE.search(entry.text)
        start = title.end() if title else 0
        if _is_own(entry.text, start):
            yield Hit(
                code="cited",
                message="The reference entry says that it is the authors' own.",
                fix="Leave the remark out, or cite the work as anonymous until the final version.",
                confidence=Confidence.LIKELY,
                evidence=entry.text[:EVIDENCE_LIMIT],
                where=place(paper, entry, 0, len(entry.text)),
            )
        elif _OPEN.search(entry.text, _behind_title(entry.text, start)):
            unpublished.append(entry)
    if unpublished:
        yield Hit(
            code="unpublished",
            message="Work that is not published yet is cited with its authors' names: mostly only they know of it.",
            fix="Cite it as anonymous until the final version, or say whose it is.",
            confidence=Confidence.POSSIBLE,
            evidence=" | ".join(entry.text for entry in unpublished)[:EVIDENCE_LIMIT],
            where=place(paper, unpublished[0], 0, len(unpublished[0].text)),
        )


def _still_named(paper: Paper, entry: Passage, name: str, *, is_house: bool = False) -> Hit:
    """An entry that was made anonymous and yet names one of its authors, or the house at which it came out."""
    apart = ", without its house and number," if is_house else ","
    return Hit(
        code="unpublished" if is_house else "cited",
        message=f"A reference entry that was made anonymous still names “{name}”.",
        fix=f"Cite the work as anonymous{apart} or in full in the third person.",
        confidence=Confidence.POSSIBLE if is_house else Confidence.LIKELY,
        evidence=entry.text[:EVIDENCE_LIMIT],
        where=place(paper, entry, 0, len(entry.text)),
    )


def _owned_address(entry: str) -> str:
    """An address at which whoever looks finds who keeps it: an owner's repository, a lab's or a person's pages."""
    return next((found.text for found in urls(entry) if classify_link(found.text) in _KEPT), "")


def _house_in(entry: str, common: frozenset[str]) -> str:
    """The house at which a report or thesis came out whose authors are left out: whoever has its number finds it.

    "Anonymous" stands for the authors of guidelines as well, which come from bodies without a name of their own.
    """
    kind = _GREY.search(entry)
    for one in mentions_in(entry[kind.end() :], common) if kind else ():
        words = _WORDS.findall(one.text)
        if one.kind is Kind.INSTITUTION and not is_placeholder(one.text) and not all(map(is_everyday, words)):
            return one.text
    return ""


def _is_own(entry: str, start: int) -> bool:
    """Whether an entry whose title begins at `start` says whose it is; "Extending our earlier work" is a title."""
    if _BEGINS.match(entry) or _REMARK.search(entry) is not None or _DEPOSITED.search(entry, start) is not None:
        return True
    # "3. Source code of the present paper. https://...": what has no author begins with what it is.
    titled = _DEPOSITED.search(entry[:start])
    if titled is not None and _LED_IN.fullmatch(entry, 0, titled.start()):
        return True
    # "Lyngby, I. (first author of this paper): ..." stands before the title.
    before = _OWN.search(entry[:start])
    if before is not None and before[0][0] in "([":
        return True
    said = _OWN.search(entry, start)
    return said is not None and (said[0][0] in "([" or _TITLE_WORDS.fullmatch(entry, start, said.start()) is None)


def _behind_title(entry: str, start: int) -> int:
    """Where the title that begins at `start` ends: at its full stop, or at the bracket of a remark."""
    ends = (at for end in (". ", "? ", "! ", " (") if (at := entry.find(end, start)) >= 0)
    return min(ends, default=start)
