"""Citations in prose, and the entries of the reference list that they lead to."""

from __future__ import annotations

import re

import msgspec

from faimi_check.model.paper import Paper
from faimi_check.model.parts import ReferenceEntry
from faimi_check.rules.late import late
from faimi_check.rules.naming.text.prose import MASKED, cited_entry
from faimi_check.rules.tables import any_of

_NAME = r"(?-i:[A-Z])[\w'’-]{1,40}"
# [3, 5-7], (see Doe et al., 2020), Doe and Roe (2020
CITE = (
    r"(?:\[[\w+*., –−-]{1,60}\]"
    rf"|\((?:[^()]{{0,60}} )?{_NAME}[^()]{{0,60}}[, ](?:19|20)\d\d[a-z]?[^()]{{0,60}}\)"
    rf"|{_NAME} (?:et al\.?|(?:and|&) {_NAME}) \(?(?:19|20)\d\d)"
)
_CITED = late(CITE)
_BESIDE = late(rf"\s?(?:[,;&]|,? and|,? or)?\s?{CITE}")
# Marks raised above the line come out glued to the word: "our previous study37 showed".
_RAISED = late(r"(?:(?<=[a-z][a-z])|(?<=[a-z][.,]))(\d{1,3}(?:[,–-]\d{1,3}){0,5})(?=[\s.,;:)]|$)")
ANONYMOUS_ENTRY = late(any_of("self_citation", "anonymous_entry"), re.IGNORECASE)
ANONYMOUS_CITE = late(any_of("self_citation", "anonymous_citation"), re.IGNORECASE)
_YEAR = late(r"\b(?:19|20)\d\d")
_LABELS = late(r"[A-Za-z+]{0,60}\d+[a-z]?|[A-Z][A-Za-z+]{1,60}\d*")


# How many entries at most may not have been read at the end of a list.
_UNREAD = 20
# "x ∈ [1, 5]", "on a scale of [1, 5]".
_RANGE_OF = late(
    r"(?:[∈∉⊂⊆=]|\b(?:interval|ranges?|scale|within|indices|integers?|values?|normali[sz]ed|scaled|clipped|index)"
    r"(?: (?:of|in|to|from|between|the|is|are|lies?|lying)){0,3}) ?$"
)
_RANGE_REACH = 40

_BRACKET = re.compile(r"\[[\w+*., –−-]{1,60}\]")
_DATED = late(r"(?:19|20)\d\d")
_NAMED_YEAR = late(r"\bet al\b|(?-i:[A-Z])[\w'’-]{1,60},? \(?(?:19|20)\d\d")
# "(This work is part of the Lysvik Programme, paid by the Fund through 2027.)"
_SENTENCE = late(
    r"\((?:This|These|That|The|It|We|Our|All|Both|Part|Parts|I|My)\b[^()]{0,90}?\b(?:is|are|was|were|has|have|had|will)\b"
)


def citations_in(text: str) -> list[re.Match[str]]:
    """The citations of a text; those by name and year are only looked for where there is a year."""
    if _DATED.search(text):
        return [one for one in _CITED.finditer(text) if not (one[0][0] == "(" and _is_sentence(one[0]))]
    return list(_BRACKET.finditer(text)) if "[" in text else []


def _is_sentence(bracket: str) -> bool:
    """Whether a bracket with a year in it says something and cites nobody."""
    return _SENTENCE.match(bracket) is not None and _NAMED_YEAR.search(bracket) is None


# "Our own studies, which we do not cite here in order to remain anonymous".
_LEFT_OUT = late(
    r"\b(?:(?:do|did|does|can|could|may|will) ?not|cannot|(?:is|are|was|were|been) not|without)"
    r" (?:here |yet |be |being )*(?:cit(?:e|ed|ing)|nam(?:e|ed|ing)|referenc(?:e|ed|ing)|list(?:ed|ing)?"
    r"|link(?:ed|ing)?)\b"
    r"[^.;]{0,70}\b(?:anonym|blind|(?:for|during|in|until|under) (?:the )?review)",
    re.IGNORECASE,
)


def cites_anonymously(sentence: str) -> bool:
    """Whether a sentence says that a work or its authors were made anonymous: "[Anonymous]", "not cited here"."""
    if "[?" in sentence or MASKED.search(sentence) or _LEFT_OUT.search(sentence):
        return True
    return any(ANONYMOUS_CITE.search(match[0]) for match in citations_in(sentence))


class Citation(msgspec.Struct, frozen=True):
    """The entries cited in a sentence, and whether they were made anonymous."""

    entries: tuple[ReferenceEntry, ...]
    anonymous: bool = False


def cited_near(paper: Paper, text: str) -> Citation | None:
    """What the text cites; None where it cites nothing."""
    entries: list[ReferenceEntry] = []
    found = False
    for match in _CITED.finditer(text):
        if ANONYMOUS_CITE.search(match[0]):
            return Citation((), anonymous=True)
        if match[0].startswith("[") and not _YEAR.search(match[0]):
            labels = _labels(match[0])
            cited = [entry for label in labels if (entry := cited_entry(paper, label))]
            if paper.parts.references and (not cited or _is_interval(paper, labels, text[: match.start()])):
                continue
            entries += cited
        found = True
    if not found and not entries and "[" not in text:
        for match in _RAISED.finditer(text):
            entries += [entry for label in _labels(f"[{match[1]}]") if (entry := cited_entry(paper, label))]
        found = bool(entries)
    if any(ANONYMOUS_ENTRY.search(entry.text) for entry in entries):
        return Citation(tuple(entries), anonymous=True)
    return Citation(tuple(entries)) if found else None


def leads_nowhere(paper: Paper, text: str, start: int, end: int) -> bool:
    """Whether what looks like a citation is none: no entry of the list is meant by "[i]" or "[1, 600]"."""
    bracket = text[start:end]
    if not paper.parts.references or bracket[:1] != "[" or _YEAR.search(bracket) or ANONYMOUS_CITE.search(bracket):
        return False
    labels = _labels(bracket)
    return all(cited_entry(paper, label) is None for label in labels) or _is_interval(paper, labels, text[:start])


def _is_interval(paper: Paper, labels: list[str], before: str) -> bool:
    """Whether two numbers in brackets are the ends of a range: none has so many entries, or the words say so."""
    if len(labels) != 2 or not all(label.isdigit() for label in labels):
        return False
    beyond = cited_entry(paper, labels[1]) is None
    if beyond and (labels[0] in ("0", "1") or int(labels[1]) > len(paper.parts.references[0].entries) + _UNREAD):
        return True
    return _RANGE_OF.search(before[-_RANGE_REACH:]) is not None


def cited_by(text: str, start: int, end: int, last: int) -> str:
    """The text from `start` through the citations that belong to what stands up to `end`, none of them after `last`.

    Those within it, or else the next one, with what is cited beside: "[3] and [5]".
    """
    found = list(_CITED.finditer(text, start, last))
    own = [match for match in found if match.start() < end] or found[:1]
    if not own:
        return text[start:last]
    reached = max(end, own[-1].end())
    while beside := _BESIDE.match(text, reached, last):
        reached = beside.end()
    return text[start : max(reached, end)]


def _labels(bracket: str) -> list[str]:
    """`[3, 5-7]` as 3, 5, 6, 7."""
    labels: list[str] = []
    for part in re.split(r"[,;]\s*", bracket.strip("[]")):
        ends = re.split(r"\s?[–−-]\s?", part)
        if len(ends) == 2 and all(end.isdigit() for end in ends) and 0 <= int(ends[1]) - int(ends[0]) < 20:
            labels += [str(number) for number in range(int(ends[0]), int(ends[1]) + 1)]
        elif match := _LABELS.search(part):
            labels.append(match[0])
    return labels
