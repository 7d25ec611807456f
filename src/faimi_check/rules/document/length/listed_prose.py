"""Paragraphs that stand in a reference list as if they were its entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location
from faimi_check.model.paper import Paper
from faimi_check.model.parts import ReferenceEntry
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.late import late
from faimi_check.rules.tables import listed

_WORD = late(r"(?<![\w-])[a-z]{1,7}(?![\w-])")
_YEAR = late(r"\b(?:19|20)\d\d\b")
# The longest entry of a work that was seen has 20 small words and no verb: a title, a venue, a note.
_SMALL_WORDS = 26
_VERBS = 3
# Of over 9,000 entries of works not one has so much of these; what has no sign of a work at all needs less of them.
_SENTENCES, _TELLING = (2, 3), (3, 5)
_SHORTEST_SENTENCE = 4
_WORK = late(
    r"\b(?:19|20)\d\d\b|https?:|\bdoi\b|\bpp?\.|\bvol\.|\bIn:|\barXiv|\bet al\b|\b[A-Z]\.[,:;]|\b[A-Z]\. (?:and|&)",
    re.IGNORECASE,
)
_END = re.compile(r"(?<=[a-z)\]%0-9])\. (?=[A-Z“\"])")
_NUMBER = re.compile(r"^\W{0,2}\d{1,3}[.\])]?\s{0,3}")
_LONGEST, _SEVERAL = 4_000, 3
# Entries that were not told apart have a year each.
_YEARS = 2


def prose_in_references(paper: Paper, after: int) -> Iterator[Hit]:
    """One hit for all entries that end after that page and read as running text; it is LEN001's."""
    found = list(_entries_of_prose(paper, after))
    if not found:
        return
    pages = tuple(sorted({entry.last.page for entry in found}))
    what = "An entry of the references is" if len(found) == 1 else f"{len(found)} entries of the references are"
    first = found[0]
    line = paper.pages[first.first.page - 1].lines[first.first.line]
    bbox = tuple(round(side, 1) for side in line.box)
    yield Hit(
        # One may be a remark; nobody cites by paragraphs.
        code="content-over" if len(found) >= _SEVERAL else "prose-in-references",
        message=f"{what} running text ({listed_pages(pages)}), where only references may stand.",
        fix="Move the text onto the content pages, or take it out.",
        confidence=Confidence.LIKELY,
        evidence=" / ".join(entry.text for entry in found)[:EVIDENCE_LIMIT],
        where=Location(file=paper.file, page=first.first.page, pages=pages, bbox=bbox),
    )


def _entries_of_prose(paper: Paper, after: int) -> Iterator[ReferenceEntry]:
    return (
        entry
        for found in paper.parts.references
        for entry in found.entries
        if entry.last.page > after and _is_prose(entry.text)
    )


def _is_prose(text: str) -> bool:
    words = _WORD.findall(text)
    work = _WORK.search(text) is not None
    all_told, with_verb = _sentences(text)
    enough = with_verb >= _SENTENCES[1] if work else with_verb and all_told >= _SENTENCES[0]
    if enough and _count("telling", words) >= _TELLING[work]:
        return True
    return (
        _count("small", words) >= _SMALL_WORDS
        and _count("verbs", words) >= _VERBS
        and len(_YEAR.findall(text)) <= _YEARS
    )


def _count(key: str, words: list[str]) -> int:
    known = listed("listed_prose", key)
    return sum(word in known for word in words)


def _sentences(text: str) -> tuple[int, int]:
    """How many sentences an entry has, and how many with a verb: a title may be one."""
    bare = _NUMBER.sub("", text[:_LONGEST])
    parts = [part for part in _END.split(bare) if len(part.split()) >= _SHORTEST_SENTENCE]
    finite = listed("listed_prose", "finite")
    return len(parts), sum(not finite.isdisjoint(_WORD.findall(part.lower())) for part in parts)
