"""Numbers of grants, projects and awards, told by the words before them or by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import near, places_of
from faimi_check.rules.naming.mentions.numbers import stands_for_any
from faimi_check.rules.spotting import has_any, lowered
from faimi_check.rules.tables import any_of, table

# Dots and small letters belong to it: "016.Vidi.193.042".
_NUMBER = r"(?P<number>(?:[A-Z]{1,8}[ -])?(?=[\w/.–-]{0,30}\d)[A-Z0-9][\w/.–-]{3,30})"
_NUMBERED = r"(?:no\.?|No\.?|numbers?|Numbers?|nos\.?|Nos\.?|nr\.?|Nr\.?|n°|ID|code|ref\.?|reference|identifier|#)"
# "Grant" may stand right before its number, as "GA" before one of the European Union's; a project is only told from
# prose by "no.", "#" or a bracket.
_GRANTS = r"(?:[Gg]rants?|GA(?= (?:[Nn]o\.? ?)?\d{6}(?:\d{3})?\b)|Fkz|FKZ|Förderkennzeichen)"
GRANT = late(
    rf"\b{_GRANTS}(?: (?:agreements?|under|awards?|{_NUMBERED})){{0,3}}"
    rf"[\s:#.(]{{1,4}}{_NUMBER}"
)
_PROJECT = late(
    r"\b(?:[Aa]wards?|[Cc]ontracts?|[Aa]greement|[Ff]ellowships?|[Ss]cholarship|[Pp]rojects?|[Ff]unding|[Ff]unds)"
    rf"(?: (?:{_NUMBERED} ?){{1,2}}[\s:#.(]{{0,3}}|\s?[#(:]\s?|(?<=\(project) |(?<=\([Aa]greement) ){_NUMBER}"
)
# "grants CNS-0615443 and CNS-0627747": what follows the first of a list.
_LISTED = late(
    r"\b(?:[Gg]rants?|[Aa]wards?|[Pp]rojects?|[Cc]ontracts?)\b[^.;]{0,60}?(?:,| and| &) (?:and )?"
    r"(?P<number>(?=[A-Z0-9/.-]{0,12}\d{3})[A-Z0-9][A-Z0-9/._–-]{4,30})"
)
# "Paid out of an innovation decision (1187/44/2022)", "scholar's number 0420998".
_UNDER = late(
    rf"(?i:{any_of('funders', 'paying')})(?: for| up)? (?:out of|under|within|from|through|by|against|with|to|in)\b"
    rf"[^.;()\[]{{0,80}}?\b{any_of('funders', 'deeds')}\b[^.;()\[]{{0,24}}?[\s(#:]{{1,2}}{_NUMBER}"
)
_HELD = late(
    rf"\b(?i:{any_of('funders', 'holders')})(?:['’]s)? (?:{_NUMBERED} ?){{1,2}}[\s:#.(]{{0,3}}"
    r"(?P<number>(?=[\w/.–-]{0,30}\d{3})[A-Z0-9][\w/.–-]{3,30})"
)
# "With the remainder of contract 4600012873 we bought".
_SPENT = late(
    rf"\b{any_of('funders', 'deeds')} (?:{_NUMBERED} ?){{0,2}}{_NUMBER}[^.;\[]{{0,30}}?\b(?:we|i|have) (?:\w+ ){{0,2}}?"
    rf"{any_of('funders', 'paying')}",
    re.IGNORECASE,
)
_HOLDERS = ("warde", "cholar", "ursar", "tipend", "ellowship", "rantee", "rant holder")
_PAID_REACH, _NUMBER_REACH = 180, 70
# Numbers that only a funder gives, told by their shape alone.
SHAPED = re.compile(rf"(?<![\w-])(?P<number>{any_of('funders', 'shapes')})(?![\w])")
NUMBERS = (GRANT, _PROJECT, _LISTED, SHAPED)
# In a funder's sentence a number in brackets is a grant's: "the Ministry of Health (2011K120290)".
_BRACKETED = late(r"[(\[]([^()\[\]]{5,160})[)\]]")
_BARE_NUMBER = late(
    r"(?:(?:grant|project|contract|award|no\.?|number|nr\.?|agreement|ref\.?|code|id)[ :#]{1,2}){0,3}"
    r"(?P<number>(?:(?-i:[A-Z]{1,4}) )?(?=[\w/.-]{0,16}\d{3})[A-Z0-9][\w/.–-]{4,40})",
    re.IGNORECASE,
)


def under(text: str) -> Iterator[tuple[int, str]]:
    """Where the number stands under which somebody paid or was paid, and the number."""
    small = lowered(text)
    for at in places_of(table("funders")["paying"], small):
        behind = small[at : at + _PAID_REACH]
        if has_any(behind, table("funders")["deed_signs"]) and (match := _UNDER.match(text, at)):
            yield match.start("number"), match["number"]
        around = small[max(0, at - _PAID_REACH) : at]
        if has_any(around, table("funders")["deed_signs"]):
            spent = _SPENT.finditer(text, max(0, at - _PAID_REACH), at + 12)
            yield from ((match.start("number"), match["number"]) for match in spent)
    for start, end in near(_HOLDERS, text, 1, _NUMBER_REACH):
        yield from ((match.start("number"), match["number"]) for match in _HELD.finditer(text, start, end))


def is_number(text: str) -> bool:
    """Whether a grant's number is one: three digits or more, and none of a template: 00000000."""
    enough = sum(char.isdigit() for char in text) >= 3
    return enough and not stands_for_any(text) and not re.fullmatch(r"(?:19|20)\d\d[.,]?", text)


def in_brackets(text: str) -> Iterator[tuple[int, str]]:
    """Numbers that stand bare in brackets, each with where its brackets open."""
    for group in _BRACKETED.finditer(text):
        for part in re.split(r"[,;]\s*|(?<!\s)\s+and\s+", group[1]):
            match = _BARE_NUMBER.fullmatch(part.strip())
            if match:
                yield group.start(), match["number"]
