"""Requests that a page prints and that are meant for programs: in a reference, a footnote, small print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, reduce

from faimi_check.model.finding import Location
from faimi_check.model.page import Box, Line, Page
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage, join
from faimi_check.rules.hidden.below import is_on_attacks
from faimi_check.rules.hidden.pieces import is_marked, pieces
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
from faimi_check.rules.naming.text.requests import directs_abroad, reports
from faimi_check.rules.spotting import lowered, lowered_once
from faimi_check.rules.tables import listed, table

_WORDS = table("asking")["visible"]
_REPORTED, _FOUND = (tuple(map(late, _WORDS[name])) for name in ("reported", "found"))
# What is no letter, as blanks.
_APART = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalpha()})
_REACH, _NEAR = 400, 600
_SHORT = 3_000
# Letters by which a sentence is known as one that was told already.
_SAME = 20
_SAME_SIZE = 0.6
# Places of a flow that are looked at: honest ones have a few.
_MOST = 500
# How likely a sentence asks for something that is told as such: of a paper's hundreds one may read like anything.
# Surely asks what names a judge or the paper itself and demands something; in a reference or a margin less is enough.
_ASKS, _ASKS_BESIDE = 0.95, 0.9
# What names those who judge papers asks them for something at less: the many honest papers that speak of a machine,
# an accepted sample or a high score hardly ever speak of them.
# Hardly any English paper says something of them in another language, unless to them.
_ASKS_JUDGES, _ASKS_JUDGES_ABROAD, _ASKS_READER = 0.8, 0.65, 0.8
# Who writes and who reads.
_HERE = frozenset({"you", "us"})
# Who reads is spoken to, of marks and of the paper, or a model of what it was told before and what is good.
_TO_READER, _TO_MODEL = frozenset({"you", "rate", "work"}), frozenset({"you", "prompt", "good"})
# A question that speaks to nobody, and of nobody's own, is a title.
_TO_SOMEBODY, _NEVER = frozenset({"you", "us", "must"}), 1.1
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
    for passage, least in (*((one, _ASKS) for one in text), *((one, _ASKS_BESIDE) for one in beside)):
        plain = lowered(passage.text) if len(passage.text) > _SHORT else lowered_once(passage.text)
        for first, last, sure in _asking(passage, plain, least):
            bare = letters_of(passage.text[first:last])
            if any(one in bare or bare[:_SAME] in one or bare[-_SAME:] in one for one in told):
                continue
            if not _is_told_of(passage.text, plain, first, last):
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
    signed = (at for name in ("signs", "abroad", "marks") for at in places_of(_WORDS[name], plain))
    for at in sorted({*signed, *_demanding(plain)})[:_MOST]:
        if at < told:
            continue
        first, told = passage.sentence(at, at + 1, _REACH)
        for start, end in pieces(passage, plain, first, told):
            sure = _asks(passage.text[start:end], plain[start:end], least)
            if sure is not None:
                yield start, end, sure
                break


def _demanding(plain: str) -> Iterator[int]:
    """Where sentences begin that have a word of a demand."""
    at = 0
    for stretch in plain.split(". "):
        if not _demands().isdisjoint(stretch.translate(_APART).split()):
            yield at + len(stretch) - len(stretch.lstrip())
        at += len(stretch) + 2


def _asks(text: str, plain: str, least: float) -> bool | None:
    """Whether a text surely asks for something, or only may; None where it does not."""
    abroad = any(sign in plain for sign in _WORDS["abroad"])
    if abroad and directs_abroad(text):
        return True
    demands = not _demands().isdisjoint(plain.translate(_APART).split())
    of_paper = any(work in plain for work in _WORDS["works"])
    judged = any(sign in plain for sign in _WORDS["signs"])
    if not (abroad or demands or of_paper or judged) or not (
        (demands and judged) or is_marked(text) or may_score(text)
    ):
        return None
    if sentence_share(text) < _least(text, least, abroad=abroad, demands=demands):
        return None
    return abroad or (demands and (judged or of_paper))


def _least(text: str, least: float, *, abroad: bool, demands: bool) -> float:
    """How likely a text must ask for something: less where it names those who judge papers, or demands something."""
    meant = words_of(text).meant
    if text.rstrip().endswith("?") and _TO_SOMEBODY.isdisjoint(meant):
        return _NEVER
    if "judge" in meant:
        return min(least, _ASKS_JUDGES_ABROAD if abroad else _ASKS_JUDGES)
    if is_marked(text) or _TO_READER.issubset(meant) or _TO_MODEL.issubset(meant):
        return min(least, _ASKS_READER)
    return min(least, _ASKS_BESIDE) if abroad or demands else least


def _reports_of_others(plain: str) -> bool:
    """Whether a sentence tells what was found, or what others were told, and speaks neither of this paper nor to anybody."""
    if not any(pattern.search(plain) for pattern in _FOUND):
        return False
    return _HERE.isdisjoint(words_of(plain).meant) and not any(work in plain for work in _WORDS["works"])


@cache
def _demands() -> frozenset[str]:
    return listed("asking", "visible", "demands")


def _is_told_of(text: str, plain: str, first: int, last: int) -> bool:
    """Whether the paper quotes a sentence, or speaks of prompts and attacks there."""
    begin = max(0, first - _NEAR)
    around = text[begin : last + _NEAR]
    own = without_quotations(around)
    # A request may name in marks what it asks for, and asks for something without that as well.
    itself = own[first - begin : last - begin]
    if _reports_of_others(plain[first:last]):
        return True
    if itself != text[first:last] and sentence_share(itself) < _ASKS_ITSELF:
        return True
    near = plain[begin : last + _NEAR]
    return any(pattern.search(near) for pattern in _REPORTED)
