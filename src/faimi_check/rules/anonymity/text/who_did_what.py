"""Where a paper says who did what: roles and deeds beside names or initials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage, join
from faimi_check.model.text.sentence import sentence_around
from faimi_check.rules.anonymity.text.bare_surnames import (
    are_renamed,
    divided,
    readers_by_letters,
    rows_of_initials,
    surnames,
    where_renamed,
)
from faimi_check.rules.late import late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.matter import near, windows
from faimi_check.rules.naming.people.named_people import INITIALS, PEOPLE, initials_in, people_in
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.support.funding import section_end
from faimi_check.rules.naming.text.prose import CITED, below_heading, body, footnotes
from faimi_check.rules.spotting import places
from faimi_check.rules.tables import any_of, table

_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d)?\.?|[A-Z]\.?|[•*∗†‡])\s+")
_MAX_TEXT = 1_800
_REACH = 400
_ROLE = any_of("contributions", "roles")
_OBJECT = any_of("contributions", "objects")
_WHOSE_ROLE = late(rf"\b(?i:{_ROLE})\s?[:,(]\s?(?P<who>{PEOPLE})|(?P<first>{PEOPLE})\s?[:(]\s?(?i:{_ROLE})\b")
# Searched for as they are, which costs next to nothing; most papers have none of them.
_ROLE_SIGNS = (
    *("onceptualization", "onceptualisation", "ata curation", "ata Curation", "riginal draft", "riginal Draft"),
    *("oftware, ", "oftware: ", "ethodology, ", "ethodology: ", "upervision, ", "upervision: ", "riting, ", "riting: "),
    *(": Software", ": Methodology", ": Supervision", ": Writing", ": Data", ": Investigation", "riting – "),
)
_ROLE_WINDOW = 250
_ROLE_REACH = 700
_ENDS_IN_PEOPLE = late(rf"(?:^|[\s(;:,.])(?P<who>{PEOPLE}),?(?: (?:both|also|jointly|then|each|have|had|has))?$")
_WHO_REACH = 160
_SURNAME = 40
_WHAT = late(rf"(?:out )?(?:[\w-]+ ){{0,4}}?(?P<what>{_OBJECT})\b")
_PAPER = late(rf"{any_of('contributions', 'papers')}$")
_TO_OTHERS = late(r"equally to (?!this\b|the (?:work|paper|manuscript|study|article|project)\b)")
_BY = late(
    r"\b(?:[Tt]his|[Tt]he) (?:study|paper|manuscript|work|project|research|article) (?:was|has been) (?:\w+ )?"
    r"(?:designed|conceived|written|performed|conducted|supervised|carried out|led|planned|drafted) by "
    rf"(?P<who>{PEOPLE})"
)
_BY_SIGN = " by "
# "Author statements in other papers": a heading on what others state.
_OF_OTHER_PAPERS = late(
    r"\b(?:in|of|from|across|among|for|on|between)\b(?:(?!\b(?:this|the present|our)\b).){1,60}"
    rf"\b{any_of('contributions', 'other_texts')}\W*$"
)
_READERS = late(
    rf"\b{any_of('contributions', 'readers')}\s?[(,]\s?(?P<who>{INITIALS}(?:(?:,? and |, |/| & ){INITIALS}){{0,6}})"
)
_READERS_SIGN = re.compile(r"[(,] ?[A-Z]\.-?[A-Z]\.")
_SHARED = ("share first", "shared first", "share senior", "share last", "share co-first")
_AMONG_SIGN = " of the authors"
_SOME = late(r"\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Bb]oth|[Ss]ome|[Aa]ll|[Ee]ach)$")
_IN_BRACKETS = late(rf"\((?P<who>{PEOPLE})\)")


class Credit(msgspec.Struct, frozen=True):
    """A piece of text that says who did what, the persons it names, and the initials where it names none."""

    passage: Passage
    start: int
    end: int
    persons: tuple[str, ...]
    initials: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """The text itself."""
        return self.passage.text[self.start : self.end].strip()


def credit_sections(paper: Paper) -> Iterator[Credit]:
    """Sections headed Author Contributions, CRediT and the like."""
    known = tuple(table("contributions")["headings"])
    letters = {heading[0] for heading in known}
    for lines in (body(paper), footnotes(paper)):
        for index, (_, line) in enumerate(lines):
            said = line.text.strip()
            number = _NUMBERED.match(said)
            start = number.end() if number else 0
            # Most lines begin with another letter.
            other = said[start : start + 1].isascii() and said[start : start + 1].lower() not in letters
            head = fold(said[start:])
            if not other and said[:1].isalnum() and head.startswith(known) and not _OF_OTHER_PAPERS.search(head):
                passage = join(lines[index : section_end(lines, index)])
                end = min(len(passage.text), _MAX_TEXT)
                text = passage.text[:end]
                persons = people_in(text, vocabulary(paper)) or surnames(text, vocabulary(paper))
                initials = initials_in(text, _text_without(paper, text)) if not persons else ()
                if persons or initials:
                    yield Credit(passage, 0, end, persons, initials)


def _text_without(paper: Paper, section: str) -> str:
    """The body without a section: an acronym of the paper is nobody's initials."""
    whole = facts_of(paper).own_text
    return (whole[0].text if whole else "").replace(section, " ")


def credit_sentences(paper: Paper) -> Iterator[Credit]:
    """Sentences in the same words, wherever they stand."""
    common = vocabulary(paper)
    for passage in facts_of(paper).own_text[:2]:
        text = passage.text
        for start, end, persons in divided(passage, common):
            yield Credit(passage, start, end, persons)
        for start, end, letters in (*rows_of_initials(text), *readers_by_letters(text)):
            first, last = passage.sentence(start, end, _REACH)
            if not are_renamed(text[first:last]):
                yield Credit(passage, first, last, (), letters)
        spans = [*_by_role(text), *_by_deed(text, common), *_passive(text), *_readers(text), *_among_authors(text)]
        told = {passage.sentence(below_heading(passage, first, last), last, _REACH) for first, last in spans}
        for start, end in sorted(told):
            said = text[start:end]
            if CITED.search(said):
                continue
            persons = people_in(said, common)
            initials = initials_in(said, None) if not (persons or are_renamed(said)) else ()
            if persons or initials:
                yield Credit(passage, start, end, persons, initials)


def renamed(paper: Paper) -> Iterator[str]:
    """Sentences that say of the initials in them that they are nobody's, and name no one in full."""
    for passage in facts_of(paper).own_text[:2]:
        for start, end in where_renamed(passage.text):
            first, last = passage.sentence(start, end, _REACH)
            if not people_in(passage.text[first:last], vocabulary(paper)):
                yield passage.text[first:last]


def _by_role(text: str) -> Iterator[tuple[int, int]]:
    """Two roles at least, each with who had it."""
    windows_of_roles = near(_ROLE_SIGNS, text, _ROLE_WINDOW, _ROLE_WINDOW)
    found = [match for start, end in windows_of_roles for match in _WHOSE_ROLE.finditer(text, start, end)]
    for one, other in pairwise(found):
        if other.start() - one.end() < _ROLE_REACH:
            yield from (one.span(), other.span())


def _by_deed(text: str, common: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Names with what they did: two deeds close by, one where it is the paper that was written, or initials."""
    deeds = sorted(_deeds(text))
    # They stand in order, so the nearest is a neighbour.
    near = [False, *(other[0] - one[0] < _REACH for one, other in pairwise(deeds)), False]
    for at, (start, end, who, what) in enumerate(deeds):
        beside = near[at] or near[at + 1]
        persons = people_in(who, common)
        if (persons and (beside or what == "equally" or _PAPER.search(what))) or (
            not persons and initials_in(who, None)
        ):
            yield start, end


def _deeds(text: str) -> Iterator[tuple[int, int, str, str]]:
    printed = frozenset(text.split(" "))
    for verb in (*table("contributions")["verbs"], *_SHARED):
        for at in places(text, f" {verb} ") if verb.split(" ", 1)[0] in printed else ():
            deed = _deed(text, at, at + 1 + len(verb), verb in _SHARED)
            if deed:
                yield deed


def _deed(text: str, start: int, end: int, shared: bool) -> tuple[int, int, str, str] | None:
    last_words = text[max(0, start - _SURNAME) : start].rsplit(" ", 2)[-2:]
    if not any(word[:1].isupper() for word in last_words):
        return None
    before = text[max(0, start - _WHO_REACH) : start]
    what = None if shared else _WHAT.match(text, end + 1, end + 80)
    if not (shared or what):
        return None
    who = _ENDS_IN_PEOPLE.search(before)
    if who is None or _TO_OTHERS.match(text, end + 1, end + 60):
        return None
    return start - len(before) + who.start("who"), end, who["who"], what["what"] if what else "equally"


def _passive(text: str) -> Iterator[tuple[int, int]]:
    for at in places(text, _BY_SIGN):
        if text[at + len(_BY_SIGN) : at + len(_BY_SIGN) + 1].isupper():
            yield from (match.span() for match in _BY.finditer(text, max(0, at - 60), at + _WHO_REACH))


def _readers(text: str) -> Iterator[tuple[int, int]]:
    for start, end in windows(_READERS_SIGN, text, 30, 80):
        yield from (match.span() for match in _READERS.finditer(text, start, end))


def _among_authors(text: str) -> Iterator[tuple[int, int]]:
    """Those in brackets in a sentence on some of the authors: "two of the authors, a surgeon (R. Okonjo) and ..."."""
    for at in places(text, _AMONG_SIGN):
        some = _SOME.search(text, max(0, at - 20), at)
        if some:
            _, end = sentence_around(text, at, at + 1, _REACH)
            yield from ((some.start(), match.end()) for match in _IN_BRACKETS.finditer(text, at, end))
