"""What is told of earlier work that a paper calls its authors' own, with a citation or without."""

from __future__ import annotations

import re

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit
from faimi_check.model.paper import Paper
from faimi_check.model.parts import ReferenceEntry
from faimi_check.model.submission import KnownAuthor
from faimi_check.model.text.passage import Passage
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.text.prose import place

_ENTRY_SHOWN = 300
_FIX = 'Write in the third person ("Smith et al. [3] showed ...") or cite it as anonymous.'


def cited_hit(
    authors: tuple[KnownAuthor, ...],
    paper: Paper,
    passage: Passage,
    span: tuple[int, int],
    cited: tuple[ReferenceEntry, ...],
) -> Hit:
    """A span that cites work as the authors' own: whose the cited entries are decides how sure it is."""
    said = passage.text[span[0] : span[1]].strip()
    shown = "; ".join(_shown(entry) for entry in cited[:4])
    return Hit(
        code="cited",
        message="Earlier work is cited as the authors' own.",
        fix=_FIX,
        confidence=_confidence(authors, cited),
        evidence=(f"{said} (cited: {shown})" if shown else said)[:EVIDENCE_LIMIT],
        where=place(paper, passage, *span),
    )


def _shown(entry: ReferenceEntry) -> str:
    """An entry with its label once, whether or not its text begins with it."""
    label = entry.label.strip("[]().")
    text = re.sub(rf"^\s*[\[(]?{re.escape(label)}[\])]?\.?\s+", "", entry.text) if label else entry.text
    return (f"[{label}] {text}" if label else text)[:_ENTRY_SHOWN]


def _confidence(authors: tuple[KnownAuthor, ...], cited: tuple[ReferenceEntry, ...]) -> Confidence:
    if not authors or not cited:
        return Confidence.LIKELY
    surnames = [fold(author.name).split()[-1] for author in authors if author.name.strip()]
    own = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", fold(entry.text)) for name in surnames for entry in cited)
    return Confidence.CERTAIN if own else Confidence.POSSIBLE


def uncited_hit(paper: Paper, passage: Passage, spans: list[tuple[int, int]]) -> Hit:
    """One finding for all sentences of a flow: each would ask the same question."""
    said = " | ".join(passage.text[start:end].strip() for start, end in spans)
    return Hit(
        code="uncited",
        message="The authors' own earlier work is mentioned, without a citation: please look whether that tells.",
        fix="Write in the third person, or leave the remark out until the final version.",
        confidence=Confidence.POSSIBLE,
        evidence=said[:EVIDENCE_LIMIT],
        where=place(paper, passage, *spans[0]),
    )
