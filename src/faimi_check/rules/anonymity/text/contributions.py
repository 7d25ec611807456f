"""ANON019: who of the authors did what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity
from faimi_check.model.paper import Paper
from faimi_check.model.passage import Passage, join, sentence_around
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.anonymity.told import telling_hits
from faimi_check.rules.late import late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.matter import places, stretches, windows
from faimi_check.rules.naming.ownership.telling import Topic
from faimi_check.rules.naming.people.named_people import INITIALS, PEOPLE, initials_in, people_in
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.support.funding import section_end
from faimi_check.rules.naming.text.prose import CITED, below_heading, body, footnotes, place
from faimi_check.rules.registry import NoParameters, Part, paper_of, rule
from faimi_check.rules.tables import any_of, table

_NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d)?\.?|[A-Z]\.?|[•*∗†‡])\s+")
_MAX_TEXT = 1_800
_REACH = 400
_SHOWN = 4
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
_WHAT = re.compile(rf"(?:out )?(?:[\w-]+ ){{0,4}}?(?P<what>{_OBJECT})\b")
_PAPER = late(rf"{any_of('contributions', 'papers')}$")
_TO_OTHERS = late(r"equally to (?!this\b|the (?:work|paper|manuscript|study|article|project)\b)")
_BY = re.compile(
    r"\b(?:[Tt]his|[Tt]he) (?:study|paper|manuscript|work|project|research|article) (?:was|has been) (?:\w+ )?"
    r"(?:designed|conceived|written|performed|conducted|supervised|carried out|led|planned|drafted) by "
    rf"(?P<who>{PEOPLE})"
)
_BY_SIGN = " by "
_READERS = late(
    rf"\b{any_of('contributions', 'readers')}\s?[(,]\s?(?P<who>{INITIALS}(?:(?:,? and |, |/| & ){INITIALS}){{0,6}})"
)
_READERS_SIGN = re.compile(r"[(,] ?[A-Z]\.-?[A-Z]\.")
_SHARED = ("share first", "shared first", "share senior", "share last", "share co-first")
_AMONG_SIGN = " of the authors"
_SOME = late(r"\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Bb]oth|[Ss]ome|[Aa]ll|[Ee]ach)$")
_IN_BRACKETS = late(rf"\((?P<who>{PEOPLE})\)")
_FIX = "Leave it out of the submission, or write XX and YY; it returns in the final version."


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


@rule(
    "ANON019",
    "contributions",
    part=Part.PAPER,
    codes={"named": Severity.ERROR, "initials": Severity.WARNING},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def contributions(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """The paper says by name who of the authors did what.

    Why
        "A. Doe wrote the code" names the authors as surely as the lines under the title; initials narrow them down.

    How it decides
        Sections headed Author Contributions, CRediT and the like, and sentences in the same words anywhere: roles of
        the CRediT taxonomy beside names, "contributed equally", "designed the study and wrote the paper", "the study
        was conceived by", and initials of those who read the images. Names are an error, initials alone a warning.
        "All authors contributed equally", XX and YY, Author 1, a note that the section was removed, and sentences that
        cite somebody are no finding.

    When it can be wrong
        Persons who are no authors and did part of the work; two capitalised words that are no name.

    Fix
        Leave the section out until the final version, or write XX and YY.
    """
    paper = paper_of(submission)
    found = list(_worded(paper))
    yield from found
    yield from telling_hits(paper, Topic.PEOPLE, "named", _FIX, found)


def _worded(paper: Paper) -> Iterator[Hit]:
    """What is told by its wording."""
    sections = list(_sections(paper))
    yield from (_hit(paper, [section], "section", Confidence.CERTAIN) for section in sections)
    held = " ".join(section.said for section in sections)
    others = [credit for credit in _sentences(paper) if credit.said not in held]
    # One finding for all sentences: a list of roles is one sentence an author.
    for group in ([one for one in others if one.persons], [one for one in others if not one.persons]):
        if group:
            yield _hit(paper, group, "text", Confidence.LIKELY)


def _hit(paper: Paper, told: list[Credit], kind: str, sure: Confidence) -> Hit:
    named = bool(told[0].persons)
    who = list(dict.fromkeys(name for credit in told for name in (credit.persons or credit.initials)))
    more = f" and {len(who) - _SHOWN} more" if len(who) > _SHOWN else ""
    first = told[0]
    return Hit(
        code="named" if named else "initials",
        message=f"The {kind} says who did what, and {'names' if named else 'gives the initials'} "
        f"{', '.join(who[:_SHOWN])}{more}.",
        fix=_FIX,
        confidence=sure if named else Confidence.POSSIBLE,
        evidence=" | ".join(credit.said for credit in told)[:EVIDENCE_LIMIT],
        where=place(paper, first.passage, first.start, first.end),
    )


def _sections(paper: Paper) -> Iterator[Credit]:
    known = tuple(table("contributions")["headings"])
    for lines in (body(paper), footnotes(paper)):
        for index, (_, line) in enumerate(lines):
            heading = fold(_NUMBERED.sub("", line.text.strip())[:40])
            if heading.startswith(known) and line.text.strip()[:1].isalnum():
                passage = join(lines[index : section_end(lines, index)])
                end = min(len(passage.text), _MAX_TEXT)
                text = passage.text[:end]
                persons = people_in(text, vocabulary(paper))
                initials = initials_in(text, _text_without(paper, text)) if not persons else ()
                if persons or initials:
                    yield Credit(passage, 0, end, persons, initials)


def _text_without(paper: Paper, section: str) -> str:
    """The body without a section: an acronym of the paper is nobody's initials."""
    whole = facts_of(paper).own_text
    return (whole[0].text if whole else "").replace(section, " ")


def _sentences(paper: Paper) -> Iterator[Credit]:
    common = vocabulary(paper)
    for passage in facts_of(paper).own_text[:2]:
        text = passage.text
        spans = [*_by_role(text), *_by_deed(text, common), *_passive(text), *_readers(text), *_among_authors(text)]
        told = {passage.sentence(below_heading(passage, first, last), last, _REACH) for first, last in spans}
        for start, end in sorted(told):
            said = text[start:end]
            if CITED.search(said):
                continue
            persons = people_in(said, common)
            initials = initials_in(said, None) if not persons else ()
            if persons or initials:
                yield Credit(passage, start, end, persons, initials)


def _by_role(text: str) -> Iterator[tuple[int, int]]:
    """Two roles at least, each with who had it."""
    signs = (at for sign in _ROLE_SIGNS for at in places(text, sign))
    near = stretches(signs, _ROLE_WINDOW, _ROLE_WINDOW, len(text))
    found = [match for start, end in near for match in _WHOSE_ROLE.finditer(text, start, end)]
    for one, other in pairwise(found):
        if other.start() - one.end() < _ROLE_REACH:
            yield from (one.span(), other.span())


def _by_deed(text: str, common: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Names with what they did: two deeds close by, one where it is the paper that was written, or initials."""
    deeds = sorted(_deeds(text))
    for at, (start, end, who, what) in enumerate(deeds):
        beside = any(abs(other[0] - start) < _REACH for other in deeds[:at] + deeds[at + 1 :])
        persons = people_in(who, common)
        if (persons and (beside or what == "equally" or _PAPER.search(what))) or (
            not persons and initials_in(who, None)
        ):
            yield start, end


def _deeds(text: str) -> Iterator[tuple[int, int, str, str]]:
    for verb in (*table("contributions")["verbs"], *_SHARED):
        for at in places(text, f" {verb} "):
            deed = _deed(text, at, at + 1 + len(verb), verb in _SHARED)
            if deed:
                yield deed


def _deed(text: str, start: int, end: int, shared: bool) -> tuple[int, int, str, str] | None:
    near = text[max(0, start - _SURNAME) : start].rsplit(" ", 2)[-2:]
    if not any(word[:1].isupper() for word in near):
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
