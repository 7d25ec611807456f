"""ANON015: institutions named as the place of an ethics approval, of the data or of the authors' work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.passage import Passage
from faimi_check.rules.anonymity.text.approvals import approval_code, approval_numbers, is_others_trial
from faimi_check.rules.anonymity.text.drawn_houses import drawn_houses
from faimi_check.rules.anonymity.text.sites import is_lent, is_public, sites_in
from faimi_check.rules.anonymity.text.workplaces import workplaces
from faimi_check.rules.anonymity.told import telling_hits
from faimi_check.rules.late import late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity.beginnings import beginnings, begun
from faimi_check.rules.naming.identity.matter import near
from faimi_check.rules.naming.ownership.score import is_denied, said_share
from faimi_check.rules.naming.ownership.telling import Topic
from faimi_check.rules.naming.text.prose import MASKED, place
from faimi_check.rules.naming.whose.public_statements import Whose, whose
from faimi_check.rules.registry import NoParameters, Part, paper_of, rule
from faimi_check.rules.tables import any_of, table

_ETHICS = late(rf"\b{any_of('sites', 'ethics')}\b", re.IGNORECASE)
_APPROVAL = late(rf"\b{any_of('sites', 'approval')}\b", re.IGNORECASE)
_COLLECTED = late(
    rf"\b{any_of('sites', 'collected')}\b[^.;]{{0,100}}?\b(?:at|from|in|by|of)\b (?P<site>[^;]{{3,140}})", re.IGNORECASE
)
_OUR_SITE = late(
    rf"\b[Oo]ur (?:own |local |home )?{any_of('sites', 'own_places')}s?\b"
    r"[\s,(–—:-]{1,4}(?:at |of |from |namely |i\.e\.,? )?(?:the )?(?P<site>(?:St\. )?[A-ZÀ-Þ][^.;]{2,120})"
)
# "In-house (UZ Nordhavn)", "ours (Klinikum Nordhavn)", as cells of tables and captions name a set of one's own.
_IN_HOUSE = late(
    r"\b(?:[Ii]n-?house|[Oo]urs|[Oo]ur own|[Hh]ome site) (?:[a-z]+ ){0,2}[(\[](?P<site>[A-ZÀ-Þ][^()\[\]]{2,60})[)\]]"
)
_OWN = late(rf"\b{any_of('sites', 'own')}\b", re.IGNORECASE)
_TRIAL = late(rf"\b{any_of('sites', 'trials')}\b")
_AT_INSTITUTIONS = late(rf"\b{any_of('sites', 'institution_words')}\b")
# Data banks register who applied under which number.
_APPLICATION = late(r"\b[Aa]pplication (?:[Nn]umbers?|[Nn]o\.?|ID|[Nn]os\.?|#)?\s?:?\s?#?\d{4,6}\b")
_CONTEXT = 450
# "Our hospital, which houses the only centre for congenital heart disease in Iceland".
_TOLD_BY = late(
    rf"\b[Oo]ur (?:own |local |home )?{any_of('sites', 'own_places')}\b[^.;]{{0,80}}?"
    r"\b(?:only|sole|largest|biggest|oldest|first|leading|northernmost|southernmost|national)\b[^.;]{0,80}? "
    r"(?:in|of|for) (?:the )?(?:[a-z]+ ){0,3}(?=[A-ZÀ-Þ][a-zà-þ])"
)
# What goes before the costly patterns, and how far these reach.
_OUR, _APPLIED = ("our ", "Our "), ("application ", "Application ")
_HOUSE = ("n-house ", "nhouse ", "urs (", "urs [", "ur own ", "ome site ")
_BEGINNINGS = {
    _ETHICS: beginnings(*table("sites")["ethics"]),
    _TRIAL: beginnings(*table("sites")["trials"]),
    _AT_INSTITUTIONS: beginnings(*table("sites")["institution_words"]),
}
_AROUND = 400
# Below this score data were collected by others, where no word says by whom.
_OTHERS = 0.12
_FIX = "Mask it until the final version, for instance: approved by the local ethics committee (name withheld)."


@rule(
    "ANON015",
    "data-site",
    part=Part.PAPER,
    codes={
        "ethics": Severity.ERROR,
        "site": Severity.ERROR,
        "workplace": Severity.ERROR,
        "unclear": Severity.WARNING,
    },
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def data_site(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """An ethics approval, a private data set or a remark on where the authors work names the institution.

    Why
        Authors mostly use data of their own hospital and the approval of their own ethics committee.

    How it decides
        Sentences on an ethics approval that name an institution or the board are an error, as are data that are
        called one's own ("our institution, ...", "in-house", "we recruited") with the institution's name. Where
        the sentence cites another paper or names a public collection (MIMIC, ADNI, UK Biobank, ...), the
        institution is that collection's; so it is where the text before speaks of one and the sentence of its
        contributing sites. Sentences that say where the authors work are an error with the house's name ("all
        authors are with", "this work was carried out at", "our colleagues from", "where the authors work", "on
        the cluster of"), a warning where the name could be anything. Data "collected at" a named hospital
        without such words are a warning, unless the sentence scores as one on others, by weights learned from
        labelled sentences; so are an approval's number and a trial's registration.

    When it can be wrong
        Another group's hospital, named without a citation.

    Fix
        Mask the name until the final version: "approved by the local ethics committee (name withheld for review)".
    """
    paper = paper_of(submission)
    found = list(_worded(paper))
    yield from found
    # ANON004 tells where an author works.
    positions = (one.text for one in facts_of(paper).positions)
    yield from telling_hits(paper, {Topic.SITE: "site"}, _FIX, [*(hit.evidence for hit in found), *positions])


def _worded(paper: Paper) -> Iterator[Hit]:
    """What is told by its wording."""
    unclear: list[tuple[Passage, int, int]] = []
    for passage in facts_of(paper).own_text:
        told: list[tuple[int, int]] = []
        for start, end in _sentences(passage):
            code = _judge(passage.text, start, end)
            if code and is_denied(passage.text[start:end]):
                code = "unclear"
            if code == "unclear":
                unclear.append((passage, start, end))
            elif code:
                told.append((start, end))
                yield _hit(paper, code, Confidence.LIKELY, [(passage, start, end)])
        yield from _workplaces(paper, passage, told)
    unclear += drawn_houses(paper)
    if unclear:
        yield _hit(paper, "unclear", Confidence.POSSIBLE, unclear)


def _workplaces(paper: Paper, passage: Passage, told: list[tuple[int, int]]) -> Iterator[Hit]:
    """Where the authors work, unless the sentence was found already, here or in the small print of the first pages."""
    elsewhere = [found.text for found in facts_of(paper).positions]
    for one in workplaces(passage):
        said = passage.text[one.start : one.end].strip()
        if (one.start, one.end) in told or any(said[:60] in other or other[:60] in said for other in elsewhere):
            continue
        sure = Confidence.LIKELY if one.sure else Confidence.POSSIBLE
        yield _hit(paper, "workplace", sure, [(passage, one.start, one.end)])


def _hit(paper: Paper, code: str, confidence: Confidence, found: list[tuple[Passage, int, int]]) -> Hit:
    messages = {
        "ethics": "The ethics approval of this study names the institution.",
        "site": "The place where the authors' own data come from is named.",
        "workplace": "The paper says where the authors work or where the work was done.",
        "unclear": "An institution, approval or trial is named: please look whether it is the authors' own.",
    }
    passage, start, end = found[0]
    return Hit(
        code=code,
        message=messages[code],
        fix=_FIX,
        confidence=confidence,
        evidence=" | ".join(one.text[first:last].strip() for one, first, last in found)[:EVIDENCE_LIMIT],
        where=place(paper, passage, start, end),
    )


def _sentences(passage: Passage) -> list[tuple[int, int]]:
    """The sentences that speak of approvals, sites or registrations."""
    text = passage.text
    found = [match for pattern, begins in _BEGINNINGS.items() for match in begun(pattern, begins, text)]
    for signs, patterns in ((_OUR, (_OUR_SITE, _TOLD_BY)), (_APPLIED, (_APPLICATION,)), (_HOUSE, (_IN_HOUSE,))):
        for start, end in near(signs, text, _AROUND, _AROUND + len(signs[0])):
            found += (match for pattern in patterns for match in pattern.finditer(text, start, end))
    return sorted({passage.sentence(match.start(), match.end(), 350) for match in found})


def _judge(text: str, start: int, end: int) -> str:
    """The code for a sentence, empty for nothing."""
    sentence = text[start:end]
    if MASKED.search(sentence):
        return ""
    sites = sites_in(sentence)
    public = is_public(sentence)
    if _ETHICS.search(sentence):
        numbered = any(approval_numbers(sentence))
        if numbered or _APPROVAL.search(sentence):
            numbered = numbered or _TRIAL.search(sentence) is not None
            return approval_code(sentence, text[max(0, start - _CONTEXT) : start], numbered=numbered)
    if _APPLICATION.search(sentence) or _TOLD_BY.search(sentence):
        return "unclear"
    if _is_own_site(sentence, is_told=bool(sites) and not public):
        return "site"
    if _TRIAL.search(sentence) and not public:
        return "" if _OWN.search(sentence) is None and (is_lent(sentence) or is_others_trial(sentence)) else "unclear"
    collected = _COLLECTED.search(sentence)
    if not sites or not collected or public:
        return ""
    if _OWN.search(sentence):
        return "site"
    if not sites_in(collected["site"]) or whose(sentence) is Whose.PROVIDER:
        return ""
    return "unclear" if said_share(sentence) >= _OTHERS else ""


def _is_own_site(sentence: str, *, is_told: bool) -> bool:
    """Whether a place of the authors' own is named where that is told of one, or right behind "in-house"."""
    if is_told and _OUR_SITE.search(sentence):
        return True
    return any(sites_in(match["site"]) for match in _IN_HOUSE.finditer(sentence))
