"""Numbers of grants, projects and awards, told by the words before them or by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.mentions.numbers import stands_for_any
from faimi_check.rules.tables import any_of

# Dots and small letters belong to it: "016.Vidi.193.042".
_NUMBER = r"(?P<number>(?:[A-Z]{1,8}[ -])?(?=[\w/.–-]{0,30}\d)[A-Z0-9][\w/.–-]{3,30})"
_NUMBERED = r"(?:no\.?|No\.?|numbers?|Numbers?|nos\.?|Nos\.?|nr\.?|Nr\.?|n°|ID|code|ref\.?|reference|identifier|#)"
# "Grant" may stand right before its number; a project is only told from prose by "no.", "#" or a bracket.
GRANT = late(
    rf"\b(?:[Gg]rants?|Fkz|FKZ|Förderkennzeichen)(?: (?:agreements?|under|awards?|{_NUMBERED})){{0,3}}"
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
# Numbers that only a funder gives, told by their shape alone.
SHAPED = re.compile(rf"(?<![\w-])(?P<number>{any_of('funders', 'shapes')})(?![\w])")
NUMBERS = (GRANT, _PROJECT, _LISTED, SHAPED)
# In a funder's sentence a number in brackets is a grant's: "the Ministry of Health (2011K120290)".
_BRACKETED = late(r"[(\[]([^()\[\]]{5,160})[)\]]")
_BARE_NUMBER = late(
    r"(?:(?:grant|project|contract|award|no\.?|number|nr\.?|agreement|ref\.?|code|id)[ :#]{1,2}){0,3}"
    r"(?P<number>(?=[\w/.-]{0,16}\d{3})[A-Z0-9][\w/.–-]{4,40})",
    re.IGNORECASE,
)


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
