"""The papers that a paper cites as not published yet, against the PDFs in its supplement."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from faimi_check.model.paper import Paper
from faimi_check.model.supplement import EmbeddedPdf, Supplement
from faimi_check.model.text.passage import join, lines_at
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold

_UNPUBLISHED = late(
    r"\b(?:under (?:\w+[ -]){0,3}re-? ?view|un-? ?pub-? ?lished|un-? ?der re-? ?view|sub-? ?mitted|in sub-? ?mission"
    r"|in prep-? ?aration|in press|to appear|forth-? ?coming|manu-? ?script)\b",
    re.IGNORECASE,
)
_ENCLOSED = late(r"\b(?:sup-? ?ple-? ?men-? ?t|en-? ?closed|at-? ?tached|ap-? ?pended)", re.IGNORECASE)
_SHORTEST_TITLE, _ENTRY = 8, 3_000


def unpublished(paper: Paper) -> tuple[str, ...]:
    """The entries of the reference list that say that what they cite is not published yet."""
    entries = (entry.text for listed in paper.parts.references for entry in listed.entries)
    return tuple(entry for entry in entries if _UNPUBLISHED.search(entry))


def enclosed(paper: Paper) -> tuple[str, ...]:
    """Those of them that say that a copy is in the supplement."""
    return tuple(entry for entry in unpublished(paper) if _ENCLOSED.search(entry))


def with_cited(supplements: tuple[Supplement, ...], paper: Paper | None) -> tuple[Supplement, ...]:
    """The supplements, with those PDFs declared that nobody declared and the paper cites as not published yet."""
    entries = unpublished(paper) if paper is not None else ()
    if not entries:
        return supplements
    return tuple(
        msgspec.structs.replace(supplement, pdfs=tuple(_with_declared(supplement, entries)))
        for supplement in supplements
    )


def _with_declared(supplement: Supplement, entries: tuple[str, ...]) -> Iterator[EmbeddedPdf]:
    for pdf in supplement.pdfs:
        cited = not pdf.declared and pdf.paper is not None and pdf.paper.readable and _is_one_of(pdf.paper, entries)
        yield msgspec.structs.replace(pdf, declared=True, by_paper=True) if cited else pdf


def _is_one_of(paper: Paper, entries: tuple[str, ...]) -> bool:
    title = title_of(paper)
    return len(title) >= _SHORTEST_TITLE and any(is_cited(title, entry) for entry in entries)


def title_of(paper: Paper) -> str:
    """The title on a paper's first page, as printed."""
    return join(lines_at(paper, paper.parts.title)).text.strip()[:400]


def is_cited(title: str, entry: str) -> bool:
    """Whether a reference entry cites a title: accents, case, punctuation and hyphenation do not count, and small
    differences neither."""
    wanted, text = _letters(title), _letters(entry[:_ENTRY])
    if not wanted or wanted in text:
        return bool(wanted)
    from difflib import SequenceMatcher

    window = SequenceMatcher(None, wanted, text, autojunk=False)
    same = sum(block.size for block in window.get_matching_blocks() if block.size >= 5)
    return same >= 0.85 * len(wanted)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", fold(text))
