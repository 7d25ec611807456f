"""Statements of thanks and funding, and whom they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage, join
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.beginnings import beginnings, begun
from faimi_check.rules.naming.identity.matter import near, windows
from faimi_check.rules.naming.mentions.everyones import is_collection
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.ownership.score import own_share
from faimi_check.rules.naming.support.funders import Statement, persons_in
from faimi_check.rules.naming.support.grants import GRANT, SHAPED, is_number, under
from faimi_check.rules.naming.support.unlisted_support import (
    allocations,
    has_other_subject,
    machines,
    said_of_no_subject,
    studies_paid,
)
from faimi_check.rules.naming.text.prose import CITED, FLOATS, PageLines, body, flows, footnotes
from faimi_check.rules.spotting import has_any, lowered
from faimi_check.rules.tables import any_of, listed, table

_MAX_LINES = 25
_MAX_TEXT = 1800
_OTHER_SIZE = 0.7
_HEADED = re.compile(
    r"(?:\d{1,2}\.?\d?\.?\s|[A-Z]\.?\s|[•*∗†‡⋆]\s?)?(?P<word>[A-Z][A-Za-z]{6,20})"
    r"(?: and [A-Z]?[a-z]+| [Ss]tatements?| [Ii]nformation| [Ss]ources?)?(?P<mark>\s?[.:—–-]|\s*$|\s(?=[A-Z]))"
)
_SHORT_HEAD = re.compile(r"(?:\d{1,2}\.?\d?\.?\s|[A-Z]\.\s|[•*∗†‡⋆]\s)?(?P<word>[^.:：—–]{2,40}?)\s{0,4}(?:[.:：—–]|$)")
# A heading with its number, and what stands behind one that is run into the text.
_LONGEST_HEAD, _HEAD_MARK = 60, late(r"[.:：—–]")
_SHORT_WORD = 5
_OPEN = 0.08
_NEXT_PART = late(any_of("funders", "next_parts"), re.IGNORECASE)
_SUPPORTED = late(
    rf"\b{any_of('funders', 'subjects')}\s*(?:\b{any_of('funders', 'adverbs')}\b\s?){{0,7}}"
    rf"\b{any_of('funders', 'support')}\b",
    re.IGNORECASE,
)
_SIGNS = table("funders")["support_signs"]
_BEFORE, _AFTER = 400, 300
_PASSIVE = beginnings("Supported", "Funded", "Sponsored", "Financed")
_NOTE = late(r"\b(?:Supported|Funded|Sponsored|Financed) by ")
_WE_THANK = late(
    r"\b(?:[Ww]e|[Tt]he authors|I)(?: \w+){0,4} "
    r"(?:thank|acknowledge|are grateful to|am grateful to|are indebted to|appreciate) (?=[A-Z]|our)"
)

_GRANT, _WE = beginnings("grant", "Fkz", "Förder"), beginnings("we ", "the authors ", "I ")
# A cell that heads a row has so many words, and a grant's number so many figures.
_LONGEST_CELL, _LONG_NUMBER = 4, re.compile(r"\d{4}|\d[/-]\d")
_NAMED = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]{2,}")
_OF_CLASSES = "support"
# Rows to either side that show what a table is on.
_ROWS = 12
# "... from reports. Acknowledgements. To Ingrid Lyngby": run into a line of the text, with no word of thanks.
_RUN_IN = late(r"(?<=[.!?)\]”’] )(?:Acknowledge?ments?(?: and [Ff]unding)?|Funding)[.:] ?(?=[A-ZÀ-Þ])")
_RUN_IN_SIGNS, _LONGEST_RUN_IN = ("cknowledg", "Funding"), 500
# What any number by its shape has, and how far that may be from its ends.
_FIGURES = re.compile(r"[\dFf](?:\d\d|[Kk][Zz]|örderk)")
_BEFORE_FIGURES, _AFTER_FIGURES = 40, 40


def statements(paper: Paper) -> Iterator[Statement]:
    """Acknowledgement sections, and sentences of funding anywhere in body and footnotes."""
    for lines in (body(paper), footnotes(paper)):
        yield from _sections(paper, lines)
    for passage in flows(paper):
        region = passage.lines[0].region
        if region not in FLOATS:
            yield from _run_in(paper, passage)
            yield from _sentences(paper, passage, region is Region.FOOTNOTE)
        else:
            rows = frozenset(_rows(passage))
            for at in sorted(rows):
                where = passage.location(paper.file, passage.starts[at], passage.starts[at] + 1)
                yield Statement(passage.lines[at].text, where, False, False)
            for start, end in _numbered(passage):
                if rows.isdisjoint(passage.lines_of(start, end)):
                    where = passage.location(paper.file, start, end)
                    yield Statement(passage.text[start:end].strip(), where, False, False)


def _rows(passage: Passage) -> Iterator[int]:
    """Rows of a table of statements, by their lines, whose first cell asks who paid and whose other one has a grant's
    number; in a table of public data it is theirs."""
    for at, line in enumerate(passage.lines):
        if line.region is not Region.TABLE_TEXT or not (_LONG_NUMBER.search(line.text) and _NAMED.search(line.text, 3)):
            continue
        beside = " ".join(other.text for other in passage.lines[max(0, at - _ROWS) : at + _ROWS])
        if _asks_who_paid(line.text.split()) and not (CITED.search(beside) or any(map(is_collection, beside.split()))):
            yield at


def _asks_who_paid(words: list[str]) -> bool:
    """Whether a row begins with a cell that asks so; what tables of scores call the number of cases is none."""
    heads = {fold(" ".join(words[:count])).strip(" .:|;") for count in range(1, min(_LONGEST_CELL, len(words) - 1) + 1)}
    return not (heads - {_OF_CLASSES}).isdisjoint(
        listed("funders", "funding_headings") | listed("funders", "other_headings")
    )


def _numbered(passage: Passage) -> set[tuple[int, int]]:
    """Sentences with a number that only a funder gives."""
    return {
        span
        for start, end in windows(_FIGURES, passage.text, _BEFORE_FIGURES, _AFTER_FIGURES)
        for match in SHAPED.finditer(passage.text, start, end)
        if _may_be_own(passage.text, span := passage.sentence(*match.span(), 400), *match.span())
    } | {
        span
        for at, number in under(passage.text)
        if is_number(number)
        and _may_be_own(passage.text, span := passage.sentence(at, at + len(number), 400), at, at + len(number))
    }


def _may_be_own(text: str, span: tuple[int, int], first: int, last: int) -> bool:
    """Whether the words round a grant's number leave open whose it is: "the public set was paid by" does not."""
    start, end = span
    return own_share(Kind.NUMBER, "body", "", text[start:end], first - start, last - start) >= _OPEN


def _sections(paper: Paper, lines: PageLines) -> Iterator[Statement]:
    for index, (_, line) in enumerate(lines):
        if _heads_acknowledgements(line):
            passage = join(lines[index : section_end(lines, index)])
            end = min(len(passage.text), _MAX_TEXT)
            where = passage.location(paper.file, 0, end)
            yield Statement(passage.text[:end], where, True, line.region is Region.FOOTNOTE)


def _heads_acknowledgements(line: Line) -> bool:
    if _heads_in_other_words(line):
        return True
    match = _HEADED.match(line.text.strip())
    if not match:
        return False
    word = fold(match["word"])
    if word in listed("funders", "funding_headings"):
        return (
            match["mark"].strip() in (".", ":") or line.region is Region.HEADING or line.text.strip() == match["word"]
        )
    if word[:2] not in ("ac", "ak", "da", "re"):
        return False
    return max(SequenceMatcher(None, word, known).ratio() for known in table("funders")["headings"]) >= 0.86


def _heads_in_other_words(line: Line) -> bool:
    """A heading such as `Danksagung` or `Who paid`: alone on its line, a heading, or run in before a stop or colon."""
    text = line.text.strip()
    # "... in their support." ends a sentence.
    if text[:1].islower():
        return False
    # Most lines begin with another letter; one with a full stop behind it counts.
    if text[:1].isascii() and text[:1].isalpha() and text[:1].lower() not in _initials() and text[1:2] != ".":
        return False
    if len(text) > _LONGEST_HEAD and not _HEAD_MARK.search(text, 0, _LONGEST_HEAD):
        return False
    match = _SHORT_HEAD.match(text)
    if match is None or fold(" ".join(match["word"].split())) not in listed("funders", "other_headings"):
        return False
    # A short word in capitals that begins a line of prose is a name or an acronym: TACK.
    return len(match["word"]) > _SHORT_WORD or not match["word"].isupper() or match.end() == len(text)


@cache
def _initials() -> frozenset[str]:
    return frozenset(heading[:1] for heading in listed("funders", "other_headings"))


def section_end(lines: PageLines, start: int) -> int:
    """To the next heading, run-in heading or wide gap."""
    first = lines[start][1]
    alone = len(first.text.split()) <= 3
    for index in range(start + 1, min(len(lines), start + _MAX_LINES)):
        line = lines[index][1]
        if line.region is Region.HEADING and not (index == start + 1 and _is_same_heading(first, line)):
            return index
        starts_part = _NEXT_PART.match(line.text.strip()) and (line.text[:1].isupper())
        if starts_part:
            return index
        before = lines[index - 1][1]
        # Credits are set in one size: text in another one is no part of them.
        if index > start + 1 and abs(line.size - before.size) > _OTHER_SIZE:
            return index
        if lines[index][0].page > lines[index - 1][0].page + 1:
            return index
        gap = line.baseline - before.baseline
        if gap > 2.2 * line.size and not (alone and index == start + 1):
            return index
    return min(len(lines), start + _MAX_LINES)


def _is_same_heading(first: Line, line: Line) -> bool:
    """Whether a heading goes on in the next line: "Acknowledgements and" / "Funding"."""
    return first.region is Region.HEADING and abs(first.size - line.size) < 0.3 and len(first.text.split()) > 1


def _run_in(paper: Paper, passage: Passage) -> Iterator[Statement]:
    """Sections whose heading stands within a line: to the next heading, or so many letters."""
    text = passage.text
    for match in _RUN_IN.finditer(text) if has_any(text, _RUN_IN_SIGNS) else ():
        line = passage.lines_of(match.start(), match.end()).stop
        last = match.start() + _LONGEST_RUN_IN
        within = range(line, passage.lines_of(last, last).stop)
        heads = (passage.starts[at] for at in within if passage.lines[at].region is Region.HEADING)
        end = min(last, next(heads, len(text)))
        where = passage.location(paper.file, match.start(), end)
        yield Statement(text[match.start() : end].strip(), where, True, False)


def _sentences(paper: Paper, passage: Passage, in_footnotes: bool) -> Iterator[Statement]:
    text = passage.text
    spans = {
        passage.sentence(match.start(), match.end(), 400)
        for start, end in near(_SIGNS, lowered(text), _BEFORE, _AFTER)
        for match in _SUPPORTED.finditer(text, start, end)
    }
    spans |= {
        passage.sentence(match.start(), match.end(), 400)
        for match in begun(GRANT, _GRANT, text)
        if is_number(match["number"])
    }
    spans |= {
        (start, end)
        for first, last in said_of_no_subject(text)
        for start, end in [passage.sentence(first, last, 400)]
        if not has_other_subject(text, last, end)
    }
    spans |= {
        passage.sentence(match.start(), match.end(), 400)
        for match in begun(_WE_THANK, _WE, text)
        if any(persons_in(text[match.start() : match.end() + 250]))
    }
    spans |= {passage.sentence(start, end, 400) for start, end in (*machines(text), *studies_paid(text))}
    spans |= _numbered(passage)
    spans |= {passage.sentence(start, end, 400) for start, end, _ in allocations(text)}
    if in_footnotes:
        spans |= {passage.sentence(match.start(), match.end(), 400) for match in begun(_NOTE, _PASSIVE, text)}
    for start, end in sorted(spans):
        yield Statement(text[start:end].strip(), passage.location(paper.file, start, end), False, in_footnotes)
