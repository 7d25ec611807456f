"""How hidden text and requests are told: one finding for each."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location
from faimi_check.model.page import HiddenText, Page
from faimi_check.model.paper import LETTERS_AS_NOTHING, MetadataField, Paper
from faimi_check.model.text.counted import quote
from faimi_check.rules.commands import scrubbing
from faimi_check.rules.hidden.below import Said, things_saying
from faimi_check.rules.hidden.request import Coded, Request
from faimi_check.rules.hidden.weighing import letters

_MISCONDUCT = "Text that is meant for reviewers or their tools and hidden from readers is misconduct."
_PUT_THERE = "A text has such characters only where somebody put them there."


def instruction_hit(
    paper: Paper, page: int | None, text: str, how: str, box: tuple[float, ...] | None = None, sure: bool = True
) -> Hit:
    """An instruction that no page shows; `how` is it hidden, as a sentence."""
    where = f" on page {page}" if page else ""
    addresses = "addresses" if sure else "may address"
    return Hit(
        code="instruction",
        message=f"Hidden text{where} {addresses} whoever judges the paper: {quote(text, 160)}. {how}",
        evidence=text,
        fix=f"Delete it. {_MISCONDUCT}",
        confidence=Confidence.LIKELY if sure else Confidence.POSSIBLE,
        where=Location(file=paper.file, page=page, bbox=box),
    )


def said_below_hit(paper: Paper, said: Said) -> Hit:
    """What a place that only programs read says."""
    box = tuple(said.box) if said.box else None
    tell, reason = (instruction_hit, _MISCONDUCT) if said.asks else (_unseen, _PUT_THERE)
    hit = tell(paper, said.page, said.text, said.where, box, said.sure)
    fix = f"{reason} Delete it, or run this:\n\n{scrubbing(paper)}" if said.scrubbed else hit.fix
    return replace(hit, fix=fix, things=things_saying(paper, said.unseen or said.coded or said.text))


def _unseen(paper: Paper, page: int | None, text: str, how: str, box: tuple[float, ...] | None, _: bool) -> Hit:
    return Hit(
        code="hidden-text",
        message=f"The file holds text that a reader does not see: {quote(text, 160)}. {how}",
        evidence=text,
        fix=f"Delete it. {_PUT_THERE}",
        confidence=Confidence.LIKELY,
        where=Location(file=paper.file, page=page, bbox=box),
    )


def shown_hit(paper: Paper, page: Page, blocks: Sequence[HiddenText]) -> Hit:
    """One warning a page, with all that is hidden there."""
    how = "; ".join(dict.fromkeys(reason for hidden in blocks for reason in hidden.how.split("; ")))
    return Hit(
        code="hidden-text",
        message=f"Page {page.number} holds text that a reader does not see ({letters(blocks)} letters): it is {how}.",
        evidence=" / ".join(hidden.text for hidden in blocks),
        fix="Delete it, or crop the figure it came with in the program that drew it.",
        confidence=Confidence.LIKELY,
        where=Location(file=paper.file, page=page.number, bbox=tuple(blocks[0].box)),
    )


def coded_hit(paper: Paper, coded: Coded) -> Hit:
    """A request that a page prints in letters that say nothing to a reader."""
    how = "The page prints it in an encoding, or turned, so that only programs read it."
    hit = instruction_hit(paper, coded.where.page, coded.text, how, coded.where.bbox)
    return replace(hit, evidence=f"{coded.text} / {coded.printed}"[:EVIDENCE_LIMIT])


def fields_hit(paper: Paper, texts: Sequence[str]) -> Hit:
    """What fields of a form hold, which is no part of what a page prints."""
    text = " / ".join(texts)
    words = len(text.split())
    return Hit(
        code="hidden-text",
        message=f"Fields of a form hold {words:,} words that no page prints: {quote(text, 160)}. A reader sees as much "
        "of them as the fields have room for.",
        evidence=text[:EVIDENCE_LIMIT],
        fix="Take the fields out; what the paper is to say belongs into its text.",
        confidence=Confidence.LIKELY,
        where=Location(file=paper.file),
    )


def asked_hit(paper: Paper, request: Request, font: MetadataField | None) -> Hit:
    """A request in print; where its font reads otherwise than it shows, the page shows another text."""
    page, name = request.where.page, font.key if font and font.key else "without a name"
    if font and font.place != LETTERS_AS_NOTHING:
        how = f"It is what programs read there; the page shows other letters (font {name})."
        hit = instruction_hit(paper, page, request.text, how, request.where.bbox, request.sure)
        return replace(hit, evidence=f"{request.text} / {font.value}"[:EVIDENCE_LIMIT])
    also = f" Its font, {name}, reads otherwise than it shows: {font.value}." if font else ""
    whom = f"Page {page} {'asks' if request.sure else 'may ask'} a machine or a reviewer"
    return Hit(
        code="printed-request",
        message=f"{whom} for a judgement: {quote(request.text, 160)}.{also}",
        evidence=request.text[:EVIDENCE_LIMIT],
        fix="Take it out: it is for those who judge the paper to say how it is summarised and scored.",
        confidence=Confidence.LIKELY if request.sure else Confidence.POSSIBLE,
        where=request.where,
    )
