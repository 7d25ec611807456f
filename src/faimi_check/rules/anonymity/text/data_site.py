"""ANON015: institutions named as the place of an ethics approval, of the data or of the authors' work."""

from __future__ import annotations

from collections.abc import Container, Iterator

from msgspec.structs import replace

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.passage import Passage
from faimi_check.rules.anonymity.fitting import APPROVAL, HOUSE, PLACE, masked
from faimi_check.rules.anonymity.quoted import Quoted
from faimi_check.rules.anonymity.text.drawn_houses import drawn_houses
from faimi_check.rules.anonymity.text.site_sentences import judged, may_come_from, parted, site_sentences
from faimi_check.rules.anonymity.text.workplaces import workplaces
from faimi_check.rules.anonymity.told import telling_hits
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.ownership.score import is_denied
from faimi_check.rules.naming.ownership.telling import Topic
from faimi_check.rules.naming.text.prose import place
from faimi_check.rules.registry import NoParameters, Part, paper_of, rule

_PROSE = frozenset({"body", "abstract", "caption", "footnote"})


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
        without such words are a warning, whatever the house is called, unless a citation or a collection's name stands
        near by and the sentence scores as one on others, by weights learned from labelled sentences; so are an
        approval's number and a trial's registration, and labels with a house or town
        right beside "our centre", "home" or "in-house". So is a house that only a figure names: a scan's banner, a
        group's mark, the head of a screen that the caption places in "our clinic", a place "(ours)" among sites.

    When it can be wrong
        Another group's hospital, named without a citation.

    Fix
        Mask the name until the final version: "approved by the local ethics committee (name withheld for review)", "on
        a university cluster".
    """
    paper = paper_of(submission)
    found = list(_worded(paper))
    yield from found
    # ANON004 tells where an author works.
    positions = (one.text for one in facts_of(paper).positions)
    told = telling_hits(paper, {Topic.SITE: "site"}, "", [*(hit.evidence for hit in found), *positions])
    yield from (replace(hit, fix=masked(hit.evidence, PLACE)) for hit in told)


def _worded(paper: Paper) -> Iterator[Hit]:
    """What is told by its wording."""
    unclear: list[tuple[Passage, int, int]] = []
    quoted = Quoted()
    # What the small print of the first pages tells is told by another rule.
    elsewhere = Quoted(found.text for found in facts_of(paper).positions)
    for passage in facts_of(paper).own_text:
        told: set[tuple[int, int]] = set()
        text = parted(passage)
        for start, end in site_sentences(passage):
            code = judged(text, start, end)
            if code and is_denied(passage.text[start:end]):
                code = "unclear"
            if code:
                quoted.add(passage.text[start:end])
            if code == "unclear":
                unclear.append((passage, start, end))
            elif code:
                told.add((start, end))
                yield _hit(paper, code, Confidence.LIKELY, [(passage, start, end)])
        yield from _workplaces(paper, passage, told, elsewhere)
    unclear += _sources(paper, quoted)
    unclear += drawn_houses(paper)
    if unclear:
        yield _hit(paper, "unclear", Confidence.POSSIBLE, unclear)


def _sources(paper: Paper, told: Quoted) -> Iterator[tuple[Passage, int, int]]:
    """Sentences besides, in which data come from what is a house by any word: "recruited at Nordhospitalet"."""
    for sentence, houses in facts_of(paper).houses:
        if sentence.place not in _PROSE or told.holds(sentence.text):
            continue
        if may_come_from(sentence.passage.text, sentence.start, sentence.end, houses):
            yield sentence.passage, sentence.start, sentence.end


def _workplaces(paper: Paper, passage: Passage, told: Container[tuple[int, int]], elsewhere: Quoted) -> Iterator[Hit]:
    """Where the authors work, unless the sentence was found already, here or elsewhere."""
    for one in workplaces(passage):
        if (one.start, one.end) in told or elsewhere.holds(passage.text[one.start : one.end]):
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
    said = " | ".join(one.text[first:last].strip() for one, first, last in found)[:EVIDENCE_LIMIT]
    return Hit(
        code=code,
        message=messages[code],
        fix=APPROVAL if code == "ethics" else masked(said, HOUSE if code == "workplace" else PLACE),
        confidence=confidence,
        evidence=said,
        where=place(paper, passage, start, end),
    )
