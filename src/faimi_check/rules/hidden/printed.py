"""Requests that a page prints and that are meant for programs: in a reference, a footnote, small print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from faimi_check.model.finding import Location
from faimi_check.model.page import Box, Line, Page
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage, join
from faimi_check.rules.hidden.asked import ASKS, ASKS_BESIDE, asks, demands
from faimi_check.rules.hidden.below import is_on_attacks
from faimi_check.rules.hidden.pieces import pieces
from faimi_check.rules.hidden.request import Coded, Request
from faimi_check.rules.hidden.small import requests_in_small_print
from faimi_check.rules.late import late
from faimi_check.rules.naming.asking.coded import coded_requests
from faimi_check.rules.naming.asking.score import may_score, sentence_share
from faimi_check.rules.naming.asking.words import words_of
from faimi_check.rules.naming.identity import letters_of
from faimi_check.rules.naming.identity.matter import places_of
from faimi_check.rules.naming.text.prose import PageLines, entry_passages, margins, own_text
from faimi_check.rules.naming.text.quotes import without_quotations
from faimi_check.rules.naming.text.requests import orders, reports
from faimi_check.rules.spotting import lowered, lowered_once
from faimi_check.rules.tables import table

_WORDS = table("asking")["visible"]
_REPORTED, _FOUND = (tuple(map(late, _WORDS[name])) for name in ("reported", "found"))
# Who writes and who reads.
_HERE = frozenset({"you", "us"})
_REACH, _NEAR = 400, 600
_SHORT = 3_000
# Letters by which a sentence is known as one that was told already.
_SAME = 20
_SAME_SIZE = 0.6
# Blanks between sentences.
_BETWEEN = 2
# Places of a flow that are looked at: honest ones have a few.
_MOST = 500
# How likely it does so without what it quotes.
_ASKS_ITSELF = 0.5


def coded_on_pages(paper: Paper, heard: Sequence[str]) -> Iterator[Coded]:
    """The requests in encodings, or in letters turned or exchanged, that no work on attacks shows as such.

    What pages hide is read with what they print; of that some was `heard` already.
    """
    told = [letters_of(text) for text in heard]
    for page in paper.pages:
        text = "\n".join(line.text for line in page.lines)
        for found in coded_requests(text):
            near = text[max(0, found.start - _NEAR) : found.end + _NEAR]
            bare = letters_of(text[found.start : found.end])
            if not ((reports(near) and is_on_attacks(paper)) or any(bare in one or one in bare for one in told)):
                where = Location(file=paper.file, page=page.number, bbox=_box_of(page, text, found.start, found.end))
                yield Coded(found.text, text[found.start : found.end], where)


def _box_of(page: Page, text: str, start: int, end: int) -> Box:
    """Round the lines that hold a stretch of a page's text."""
    first = text.count("\n", 0, start)
    lines = page.lines[first : first + text.count("\n", start, end) + 1]
    return reduce(Box.union, (line.box for line in lines))


def printed_requests(paper: Paper) -> Iterator[Request]:
    """The sentences that ask a machine how to treat this paper, or whoever judges it for praise."""
    small = tuple(requests_in_small_print(paper))
    yield from small
    told = [letters_of(request.text) for request in small]
    text = own_text(paper)
    beside = (*entry_passages(paper), *map(join, _blocks(margins(paper))))
    for passage, least in (*((one, ASKS) for one in text), *((one, ASKS_BESIDE) for one in beside)):
        plain = lowered(passage.text) if len(passage.text) > _SHORT else lowered_once(passage.text)
        for first, last, sure in _joined(_asking(passage, plain, least)):
            bare = letters_of(passage.text[first:last])
            again = any(one in bare or bare[:_SAME] in one or bare[-_SAME:] in one for one in told)
            if not (again or _is_told_of(passage.text, plain, first, last)):
                yield Request(passage.text[first:last].strip(), passage.location(paper.file, first, last), sure)


def _blocks(lines: PageLines) -> Iterator[PageLines]:
    """The lines that stand on one page and are set alike: no sentence goes on from one running head to the next."""
    at = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or lines[end][0].page != lines[at][0].page or not _alike(lines[end][1], lines[at][1]):
            yield lines[at:end]
            at = end


def _alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE


def _asking(passage: Passage, plain: str, least: float) -> Iterator[tuple[int, int, bool]]:
    """The sentences, comments and rows that in all likelihood ask for something, and whether they surely do."""
    told = 0
    signed = (at for name in ("signs", "ways", "abroad", "marks") for at in places_of(_WORDS[name], plain))
    for at in sorted({*signed, *_demanding(plain)})[:_MOST]:
        if at < told:
            continue
        first, told = passage.sentence(at, at + 1, _REACH)
        for start, end in pieces(passage, plain, first, told):
            sure = asks(passage, plain, start, end, least)
            # "Ignore all previous instructions": its wording makes it one, whatever its score is.
            if sure is None and orders(passage.text[start:end]):
                sure = False
            if sure is not None:
                yield start, end, sure
                break


def _joined(found: Iterator[tuple[int, int, bool]]) -> Iterator[tuple[int, int, bool]]:
    """What is asked in one sentence after the other, as one."""
    kept: tuple[int, int, bool] | None = None
    for start, end, sure in found:
        if kept and 0 <= start - kept[1] <= _BETWEEN:
            kept = (kept[0], end, kept[2] or sure)
            continue
        if kept:
            yield kept
        kept = (start, end, sure)
    if kept:
        yield kept


def _demanding(plain: str) -> Iterator[int]:
    """Where sentences begin that have a word of a demand, or whose words speak for one."""
    at = 0
    for stretch in plain.split(". "):
        if demands(stretch) or may_score(stretch):
            yield at + len(stretch) - len(stretch.lstrip())
        at += len(stretch) + 2


def _reports_of_others(text: str, plain: str) -> bool:
    """Whether a sentence tells what was found, or what others were told, and neither of this paper nor to anybody."""
    if not any(pattern.search(plain) for pattern in _FOUND):
        return False
    return _HERE.isdisjoint(words_of(text).meant) and not any(work in plain for work in _WORDS["works"])


def _is_told_of(text: str, plain: str, first: int, last: int) -> bool:
    """Whether the paper quotes a sentence, or speaks of prompts and attacks there."""
    begin = max(0, first - _NEAR)
    around = text[begin : last + _NEAR]
    own = without_quotations(around)
    # A request may name in marks what it asks for, and asks for something without that as well.
    itself = own[first - begin : last - begin]
    if _reports_of_others(text[first:last], plain[first:last]):
        return True
    if itself != text[first:last] and sentence_share(itself) < _ASKS_ITSELF:
        return True
    near = plain[begin : last + _NEAR]
    return any(pattern.search(near) for pattern in _REPORTED)
