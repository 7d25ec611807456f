"""Which of the people, houses and grants that a README names are its authors' for sure, as they would be in a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from faimi_check.rules.late import late
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.ownership.plain_text import PUBLIC, Named
from faimi_check.rules.naming.ownership.telling import SURE
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.people.han_names import is_joined
from faimi_check.rules.naming.support.grants import GRANT, SHAPED, in_brackets, is_number
from faimi_check.rules.naming.whose.public_statements import names_collection
from faimi_check.rules.tables import any_of, listed

_RECORDED = late(any_of("readmes", "recorded"), re.IGNORECASE)
# "Recorded in the skills lab of X", "filmed with a grabber of the training room, X".
_THERE = late(
    rf"{any_of('readmes', 'recorded')}[^.;!?\n]{{0,90}}?"
    rf"(?:(?<!\w){any_of('readmes', 'places')}[^.;:!?\n]{{0,60}}|,\s?)\Z",
    re.IGNORECASE,
)
_CITED = late(r"\[\d{1,3}\]")
_DATE = (
    r"(?:(?:19|20)\d\d[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./](?:19|20)?\d\d|\d\d?\.? [^\W\d]{3,9}\.? (?:19|20)\d\d)"
)
# An entry of a list of changes, which ends in who made it or has that behind the date.
_ENTRY = late(rf"(?<![\w.-]){_DATE}(?P<said>.{{0,400}})")
_SIGNED = late(r"[(\[](?:[^\W\d_a-zß-ÿ]\.\s?){1,3}[^\W\d_a-zß-ÿ][^\W\d_A-Z][\w’'-]{1,24}[)\]]")
# "202506_143312" is when a file was made.
_STAMP = late(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])_(?:[01]\d|2[0-3])(?:[0-5]\d){2}")
_ROLE = late(rf"(?<!\w){any_of('readmes', 'roles')}\s\Z", re.IGNORECASE)
_GIVING = late(any_of("readmes", "giving"), re.IGNORECASE)
_FOUNDED = late(rf"{any_of('readmes', 'funds_in_han')}[^\n。]{{0,40}}?(?P<number>[A-Z]{{0,4}}\d{{6,12}})")
# "Paid for by DFG project LY 4471/2-1": behind a funder a project's number needs no "no.".
_PROJECT = late(
    r"\b(?:[Pp]rojects?|[Aa]wards?|[Cc]ontracts?|[Aa]greements?|Projekte?s?|projets?|proyectos?)"
    r"[ :#(]{1,3}(?P<number>(?:[A-Z]{1,4} )?(?=[\w/.–-]{0,20}\d{3})[A-Z0-9][\w/.–-]{4,20})"
)
_FUNDERS, _WORD = listed("funders", "acronyms"), re.compile(r"\w+")
_MOST, _LONGEST = 2_000, 600


def shows_others_data(text: str) -> bool:
    """Whether a README speaks of public data or cites: a house that it names may then be theirs."""
    return _CITED.search(text) is not None or PUBLIC.search(text) is not None or names_collection(text)


def is_surely_told(one: Named, others: bool) -> bool:
    """Whether a README's sentence leaves no doubt that whom or what it names is the authors' own.

    Their video was recorded where they work, unless it shows the data of `others`.
    """
    if one.share >= SURE:
        return True
    before = one.sentence[: max(one.sentence.find(one.text), 0)]
    if one.kind is Kind.INSTITUTION and others:
        return False
    if one.kind is Kind.INSTITUTION:
        joined = is_joined(one.text) and _RECORDED.search(one.sentence)
        return bool(joined or _THERE.search(before))
    return one.kind is Kind.PERSON and (_signs_a_change(one) or _has_a_role(one.text, before))


def _signs_a_change(one: Named) -> bool:
    """ "2025-06-12 sound removed (Ingrid Lyngby)", "12.6.2025 Ingrid Lyngby: sound removed"."""
    entry = _ENTRY.search(one.sentence)
    if entry is None:
        return False
    before, _, behind = entry["said"].partition(one.text)
    last = not re.search(r"\w", behind)
    return (last and before.rstrip().endswith(("(", "[", "–", "—", "-", "/", "|", ","))) or not re.search(r"\w", before)


def _has_a_role(name: str, before: str) -> bool:
    """ "Filmed by Ingrid Lyngby": a whole name behind what people alone do."""
    first, *others = name.split()
    return bool(others and may_be_given_name(first) and _ROLE.search(before))


def signed_changes(text: str) -> Iterator[str]:
    """The lines with a date that an initial and a surname in brackets sign: "2025-06-12 (K. Lindh): trimmed"."""
    for line in islice(text.split("\n"), _MOST):
        if ". " in line and _SIGNED.search(line[:_LONGEST]) and _ENTRY.search(line[:_LONGEST]):
            yield line.strip()[:_LONGEST]


def grants_in(text: str) -> Iterator[str]:
    """The lines that name a grant by its number, as funders give them."""
    for line in islice(text.split("\n"), _MOST):
        line = line.strip()[:_LONGEST]
        numbers = [number for number in _numbers_in(line) if not _STAMP.fullmatch(number)]
        if any(map(is_number, numbers)) and not names_collection(line):
            yield line


def _numbers_in(line: str) -> Iterator[str]:
    """What may be a grant's number in a line: the more it says of funds, the less that has to be called one."""
    yield from (found["number"] for pattern in (GRANT, _FOUNDED) for found in pattern.finditer(line))
    gives, funder = _GIVING.search(line) is not None, not _FUNDERS.isdisjoint(_WORD.findall(line))
    if gives or funder:
        yield from (found["number"] for found in SHAPED.finditer(line))
    if gives and funder:
        yield from (found["number"] for found in _PROJECT.finditer(line))
        yield from (number for _, number in in_brackets(line))
