"""Registrations and protocols of the study at hand: the authors' own where the cited entry leads to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from faimi_check.model.finding import Confidence
from faimi_check.model.parts import ReferenceEntry
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import HARMLESS, classify_link, urls
from faimi_check.rules.naming.identity.matter import near
from faimi_check.rules.naming.text.citations import CITE

FIX = "Cite the registration as anonymous, by a view-only link for instance, until the final version."
_REACH = 160
_SIGNS = ("egist", "rotocol")
# Images are registered too, and nobody means that.
_DONE = r"pre-?registered(?! by (?!us\b|the authors))"
_PLAN = r"(?:protocols?|plans?|reports?)"
_WHAT = rf"(?:{_PLAN}|hypothes[ie]s|outcomes?|end ?points?|analys[ie]s)"
_HAS = r"(?:was|were|is|are|has been|have been|had been)"
_REST = r"[^.\[()]{0,50}? ?"
# "As preregistered [5]", "our registered report [5]", "the analysis plan was preregistered [5]". Of others' it is said
# whose they are: "the preregistered plan of the trial [5]"; "the study protocol" may be that of the study before.
_OWN = late(
    rf"\bas (?:was |were |we )?(?:had )?{_DONE}\b{_REST}{CITE}"
    rf"|\bwe (?:(?:have|had|also|therefore|first|fully) ){{0,2}}{_DONE}\b{_REST}{CITE}"
    rf"|\bour (?:[\w-]+ ){{0,2}}?(?:pre-?registrations?|(?:registered|study|analysis|trial) {_PLAN})\b{_REST}{CITE}"
    rf"|\b{_WHAT} {_HAS} (?:\w+ ){{0,2}}?{_DONE}\b{_REST}{CITE}"
    rf"|\b(?:deviat|depart|differ)\w{{0,5}} from (?:the|our) (?:(?:pre-?)?registered|published) (?:\w+ ){{0,2}}?{_PLAN}"
    rf" ?{CITE}"
    rf"|(?P<unsure>\bthe (?:study|trial) protocol {_HAS} (?:\w+ ){{0,2}}?(?:registered|published)\b{_REST}{CITE})",
    re.IGNORECASE,
)
# What an entry says that is a registration, and by which numbers registers know who filed it.
_REGISTERED = late(
    r"\bpre-?regist|\bregistered report|\bregistr(?:y|ies)\b|\btrial registration\b"
    r"|\bprotocol\b|\banalysis plan\b|\bOSF\b|\bPROSPERO\b"
    r"|ClinicalTrials",
    re.IGNORECASE,
)
_FILED = late(r"\b(?:NCT|ISRCTN|DRKS|CRD|ACTRN|UMIN|ChiCTR)[\w-]{0,10}\d{4}")
# "Quiroga, M.", "M. Quiroga", where an entry begins.
_AUTHORS = late(
    r"[A-ZÀ-Þ][\w’'-]{1,30},? (?:[A-ZÀ-Þ]\.[ -]?){1,4}(?=[,:;&]|and\b|$|\()|\b(?:[A-ZÀ-Þ]\. ?){1,3}[A-ZÀ-Þ][\w’'-]{2}"
)
_FRONT = 120


def registrations(text: str) -> Iterator[re.Match[str]]:
    """Where the study at hand is said to have been registered, with the citation."""
    if _SIGNS[0] in text or _SIGNS[1] in text:
        for start, end in near(_SIGNS, text, _REACH, _REACH):
            yield from _OWN.finditer(text, start, end)


def said_of_registration(entries: Iterable[ReferenceEntry]) -> Confidence | None:
    """How sure the entries of a registration tell who the authors are; None where they name and lead to nobody."""
    entries = tuple(entries)
    named = [entry for entry in entries if _AUTHORS.search(entry.text, 0, _FRONT)]
    if any(_REGISTERED.search(entry.text) for entry in named):
        return Confidence.LIKELY
    leads = any(_FILED.search(entry.text) or _leads(entry.text) for entry in entries)
    return Confidence.POSSIBLE if named or leads or not entries else None


def _leads(text: str) -> bool:
    return any(classify_link(found.text) not in HARMLESS for found in urls(text))
