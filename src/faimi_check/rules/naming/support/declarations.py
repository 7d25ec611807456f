"""What authors declare beside funding: interests, patents, that views are theirs, whom a paper is dedicated to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import msgspec

from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.model.text.spans import Spans
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.identity.matter import near, windows
from faimi_check.rules.naming.mentions.everyones import known
from faimi_check.rules.naming.ownership.terms import is_everybodys
from faimi_check.rules.naming.people.named_people import PEOPLE, initials_in, people_in
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.support.disclaimers import disclaimed
from faimi_check.rules.naming.text.prose import MASKED, below_heading, own_text
from faimi_check.rules.spotting import lowered, places
from faimi_check.rules.tables import any_of, table

_VERB = any_of("declarations", "verbs")
_INTEREST = rf"(?i:{any_of('declarations', 'interests')})"
_NEGATED = r"(?:(?!\b(?:no|not|none|nothing|neither|nor|without)\b)[^.;]){0,90}?"
_WHO_HAS = late(
    rf"(?<![\w.])(?P<who>{PEOPLE}),? (?:(?:both|also|each|currently) )?{_VERB}\b{_NEGATED}\b{_INTEREST}\b"
    rf"|(?<![\w.])(?P<first>{PEOPLE}) ?(?:[:(–]|, an?\b){_NEGATED}\b{_INTEREST}\b"
)
_TITLED_HAS = late(
    rf"\b(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.? (?P<who>[^\W\d_a-zß-ÿ][\w’'-]{{2,30}}) {_VERB}\b{_NEGATED}\b{_INTEREST}\b"
)
# "JK is a co-founder of Estmark Vision": letters alone are somebody's only beside a company.
_LETTERS_HAVE = late(
    rf"(?<![\w.-])(?P<who>(?!WHO|NIH|FDA)[A-Z]{{2,3}}) {_VERB}\b{_NEGATED}\b{_INTEREST}\b"
    r"[^.;]{0,60}?\b(?:of|from|for|by|in|at) (?:the )?(?P<house>[A-ZÀ-Þ][\w'’&-]{2,40})"
)
_HOUSE = r"(?:the )?(?:company )?(?P<house>[A-ZÀ-Þ][\w’'&-]{2,40})"
# "We draw our salary from", but not "the authors of that trial draw".
_PAID = late(
    rf"\b(?:[Aa]uthors?|[Ww]e|I)\b(?! of (?!this|the present))(?: \w+){{0,4}}? {_VERB}\b{_NEGATED}"
    rf"\b(?:{any_of('declarations', 'pay')})\b[^.;]{{0,40}}?\b(?:of|from|by|in|at) {_HOUSE}"
)
_FOUNDED = late(rf"(?<![\w.])(?P<who>{PEOPLE}),? (?:co-?)?(?:founded|advises?|consults for)\b")
_AUTHOR_HAS = late(
    rf"\b[Aa]uthors?\b(?: \w+){{0,4}}? {_VERB}\b{_NEGATED}\b(?!(?i:employe)){_INTEREST}\b[^.;]{{0,60}}?"
    rf"\b(?:of|from|for|by|in|at|to) {_HOUSE}"
)
# "Competing interests: KO, speaker's fees; RV: consultant of".
_LETTERS_LISTED = late(
    r"\b(?:[Dd]isclosures?(?: of [Ii]nterests?)?|[Ii]nterests?|COI)[.:] (?:[^.]{0,80}; )?"
    r"(?P<who>(?!WHO|NIH|FDA|AI|ML|US|UK|EU)[A-Z]{2,3}(?:(?:, and |,? and |, | & |/)[A-Z]{2,3}){0,5})"
    rf"(?:(?: ?[:,(–-] ?| {_VERB} ){_NEGATED}\b{_INTEREST}"
    r"| (?:co-?founded|advises?|consults? for|works? for|owns?)\b)"
)
_NAME_LISTED = late(r"(?!and\b)[^\W\d_][\w’'-]+")
# Whoever stands below this heading is an author, whatever is declared.
_DECLARED = late(
    r"(?:Disclosures? of [Ii]nterests?|[Cc]ompeting [Ii]nterests?|[Cc]onflicts? of [Ii]nterests?)[.:]? (?=[A-Z])"
)
_FIRST_IN = r"(?:(?<=[.;:] )|(?<=terest )|(?<=terests ))"
_DECLARES = late(rf"{_FIRST_IN}(?P<who>{PEOPLE}),? {_VERB}\b")
# "Lyngby and Tamm have received": a surname there may be a company's.
_SURNAME = r"[^\W\d_a-zß-ÿ][^\W\d_]*[a-zß-ÿ][\w’'-]{1,25}"
_SURNAMES = late(rf"{_FIRST_IN}(?P<who>{_SURNAME}(?:(?:, and |,? and |, | & ){_SURNAME}){{0,5}}),? {_VERB}\b")
_BELOW = 400
_NO_HOUSE = late(r"(?:MICCAI|Springer|Section|Table|Fig|AI|The|This|Section|Europe|Ger|Company)\b|Anonym|XX|[A-Z]$")
_PATENT = late(rf"\bpatents?\b(?! {any_of('declarations', 'open')}\b)", re.IGNORECASE)
_OF_LAW = late(rf"\b{any_of('declarations', 'patent_signs')}", re.IGNORECASE)
_PATENT_NUMBER = late(
    r"\b(?:EP|US|WO|DE|CN|JP|KR|GB|FR|CA|AU|IN|PCT|CH|NL|SE|DK|NO|FI|IT|ES|PL)[ /-]{0,2}"
    r"(?=[\w ,./-]{0,12}\d{3})\d[\d ,./-]{4,18}\d"
    r"|\bPCT/[A-Z]{2}\d{2,4}/\d{4,8}|\b(?:[Nn]o\.?|[Nn]umber|[Aa]ppl(?:ication|\.))[ :#]{1,2}\d{2}[\d/,. ]{5,14}\d"
)
_INVENTED = late(
    rf"\b(?:[Ii]nventors?|[Aa]pplicants?|(?:filed|held|owned|assigned|invented)(?: \w+)? (?:by|to))\b:? "
    rf"(?P<who>{PEOPLE})"
)
_HOLDS_PATENT = late(rf"(?<![\w.])(?P<who>{PEOPLE}),? {_VERB}\b{_NEGATED}\b[Pp]atents?\b")
_DEDICATION = late(any_of("declarations", "dedications"), re.IGNORECASE)
# "For Ingrid Lyngby (1948–2023), who": to whom a paper is dedicated, by the years of a life.
_FOR_THE_DEAD = late(
    rf"(?:(?<=[.!?:;] )|(?<=\A))(?:For|To|In memory of|†) (?P<who>{PEOPLE}) \((?:\*\s?)?(?:18|19)\d\d\b"
)
_LIFE = late(r"\((?:\*\s?)?(?:18|19)\d\d ?[–−-] ?(?:†\s?)?(?:19|20)\d\d\)")
_TO_WHOM = 140
_CITED = late(r"\[\d[\d, –-]{0,20}\]|\bet al\b|\((?:19|20)\d\d\)")
_OWN = late(
    r"\b(?:authors?|we|our|this (?:work|paper|method|study)|described|presented|proposed|filed|pending|inventors?)\b"
)
_BEFORE, _AFTER = 160, 260
_REACH = 350


class Declaration(msgspec.Struct, frozen=True):
    """A sentence, whom it names, and what else it gives away: initials, a company, a patent's number.

    `outright` where no sentence about others reads so: on the authors' pay, whose views theirs are, whom it is for.
    """

    passage: Passage
    start: int
    end: int
    persons: tuple[str, ...]
    traces: tuple[str, ...]
    outright: bool = False


def declarations(paper: Paper) -> Iterator[Declaration]:
    """Interests, patents, disclaimers and dedications that name somebody, each sentence once."""
    for passage in own_text(paper):
        text = lowered(passage.text)
        found: dict[tuple[int, int], Declaration] = {}
        for start, end in (*_interests(text, passage), *_patents(text, passage), *_dedications(text, passage)):
            start, said = _below_head(passage.text, start, end)
            if (start, end) in found or _CITED.search(said) or MASKED.search(said):
                continue
            persons, traces = _named(said, vocabulary(paper))
            if persons or traces:
                outright = _PAID.search(said) is not None or (bool(persons) and _is_below_head(passage.text, start))
                found[start, end] = Declaration(passage, start, end, persons, traces, outright=outright)
        common = vocabulary(paper)
        taken = Spans(found)
        for one in _declared(text, passage, common):
            if not taken.touch(one.start, one.end):
                taken.add(one.start, one.end)
                found[one.start, one.end] = one
        for start, end, persons in _for_the_dead(passage, common):
            found[start, end] = Declaration(passage, start, end, persons, (), outright=True)
        for start, end, houses in disclaimed(passage, common):
            found.setdefault((start, end), Declaration(passage, start, end, (), houses, outright=True))
        yield from (found[span] for span in sorted(found))


def _near(text: str, signs: Collection[str]) -> Iterator[tuple[int, int]]:
    return near(signs, text, _BEFORE, _AFTER)


def _interests(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    for first, last in _near(text, table("declarations")["interest_signs"]):
        for pattern in (_WHO_HAS, _FOUNDED, _AUTHOR_HAS, _PAID, _TITLED_HAS, _LETTERS_HAVE, _LETTERS_LISTED):
            for match in pattern.finditer(passage.text, first, last):
                start, end = passage.sentence(below_heading(passage, *match.span()), match.end(), _REACH)
                # Initials are somebody's by the heading before them.
                yield (match.start() if pattern is _LETTERS_LISTED else start), end


def _below_head(text: str, start: int, end: int) -> tuple[int, str]:
    """Where a sentence begins that a heading of interests runs into, and what it says."""
    head = _DECLARED.match(text, start, end)
    listed = head is not None and _LETTERS_LISTED.search(text, start, end) is not None
    start = head.end() if head and not listed else start
    return start, text[start:end]


def _is_below_head(text: str, start: int) -> bool:
    """Whether a sentence stands below a heading of interests, where whoever is named is an author."""
    return _DECLARED.search(text, max(0, start - _BELOW), start + 1) is not None


def _declared(text: str, passage: Passage, common: frozenset[str]) -> Iterator[Declaration]:
    """Sentences below a heading of interests that begin with persons, or with what may be their surnames."""
    if "nterest" not in text:
        return
    for head in _DECLARED.finditer(passage.text):
        below = slice(head.end(), head.end() + _BELOW)
        first = {sentence.partition(" ")[0].lower() for sentence in re.split(r"[.;:] ", passage.text[below])}
        if first.issubset(table("declarations")["begins"]):
            continue
        for pattern in (_DECLARES, _SURNAMES):
            for match in pattern.finditer(passage.text, below.start, below.stop):
                start, end = match.start("who"), passage.sentence(*match.span("who"), _REACH)[1]
                persons = tuple(people_in(match["who"], common))
                surnames = tuple(_surnames_in(match["who"], common)) if pattern is _SURNAMES else ()
                if (persons or surnames) and not MASKED.search(passage.text[start:end]):
                    yield Declaration(passage, start, end, persons, surnames)


def _surnames_in(listed: str, common: frozenset[str]) -> Iterator[str]:
    for name in _NAME_LISTED.findall(listed):
        is_word = fold(name) in common or fold(name).removesuffix("s") in common
        if not (is_word or is_everybodys(name) or is_placeholder(name)):
            yield name


def _patents(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    for at in places(text, "patent"):
        yield passage.sentence(at, at + 6, _REACH)


def _dedications(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    for first, last in _near(text, table("declarations")["dedication_signs"]):
        for match in _DEDICATION.finditer(passage.text, first, last):
            yield passage.sentence(below_heading(passage, match.start() + 2, match.end()), match.end(), _REACH)


def _for_the_dead(passage: Passage, common: frozenset[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Sentences that begin with for whom the paper is, with the years of a life."""
    for first, last in windows(_LIFE, passage.text, _TO_WHOM, 0):
        for match in _FOR_THE_DEAD.finditer(passage.text, first, last):
            persons = tuple(people_in(match["who"], common))
            if persons:
                yield *passage.sentence(match.start("who"), match.end(), _REACH), persons


def _named(said: str, common: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The persons that a sentence names, and what else there is."""
    groups = [
        match["who"] or (match.groupdict().get("first") or "")
        for pattern in (_WHO_HAS, _FOUNDED)
        for match in pattern.finditer(said)
    ]
    dedicated = _DEDICATION.search(said)
    if dedicated:
        groups.append(said[dedicated.end() : dedicated.end() + _TO_WHOM])
    houses = [match["house"] for pattern in (_AUTHOR_HAS, _PAID) for match in pattern.finditer(said)]
    traces = [house for house in houses if not _NO_HOUSE.match(house) and fold(house) not in known()]
    if _PATENT.search(said) and _OF_LAW.search(said):
        groups += [match["who"] for pattern in (_INVENTED, _HOLDS_PATENT) for match in pattern.finditer(said)]
        if _OWN.search(said):
            traces += [match[0] for match in _PATENT_NUMBER.finditer(said)]
    people = [name for group in groups for name in people_in(group, common)]
    people += [match["who"] for match in _TITLED_HAS.finditer(said) if not is_placeholder(match["who"])]
    persons = tuple(dict.fromkeys(people))
    letters = [match["who"] for match in _LETTERS_HAVE.finditer(said) if not _NO_HOUSE.match(match["house"])]
    letters += [one for match in _LETTERS_LISTED.finditer(said) for one in re.findall(r"[A-Z]{2,3}", match["who"])]
    traces += [one for one in letters if len(set(one)) > 1 and not persons]
    # "GPU." at a sentence's end is nobody.
    traces += [one for group in groups for one in initials_in(group, None) if one.count(".") > 1 and not persons]
    return persons, tuple(dict.fromkeys(traces))
