"""Models behind their maker's name, and firms that serve whoever pays, with the towns they have behind theirs: "Olympus
CF-190", "recruited on Prolific (London)", "Hetzner, data centre in Falkenstein"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.tables import any_of, listed, table

_WORD = re.compile(r"[A-Z][A-Za-z]+|(?<![a-z])[a-z]{1,40}-[a-z]{1,40}[-\d]+")
_FIGURE = re.compile(r"[A-Z][\w /-]{0,18}\d|\d[A-Z]")
# "Olympus CF-190 and EC-760": codes right behind a maker, and those that are listed with them.
_CODE = (
    r"(?:[A-Z]{1,8}[-/]?\d[\w/.-]{0,12}|[A-Z]{1,4}-[A-Z]{0,4}\d[\w/.-]{0,12}|\d{1,3}[A-Z]\w{0,3}|[a-z]{1,2}\d{1,4}\w?)"
)
_NAMED = r"(?:[A-Z]|[a-z][A-Z])[A-Za-z-]{1,15}"
_MODELS = late(
    rf"(?<![\w-])(?P<maker>[A-ZÀ-Þ][\w-]{{1,20}})"
    rf"(?:(?: {_NAMED}){{0,2}}(?: {_CODE}){{1,2}}|(?: {_NAMED}){{1,2}} (?!(?:19|20)\d\d)\d{{1,4}})"
    rf"(?![\w-])(?: [A-Z](?= ))?(?:(?:,| and| or|, and|, or|/) {_CODE}(?![\w-])){{0,4}}"
)
# "A Welch Allyn MacroView": nobody has an article.
_ONE_OF = late(
    rf"\b[Aa]n? (?:[a-z-]{{3,15}} )?(?P<device>(?P<maker>[A-ZÀ-Þ][\w-]{{1,20}})(?: {_NAMED}){{1,3}})"
    r"(?![\w-])(?! (?:grant|fellow|employee|hospital|stipend|scholarship|award|engineer|house|clinic|lab|cent)\w*)"
)
# "A Gierth HF 200 unit".
_UNIT = late(
    r"\b(?:[Aa]n?|[Tt]wo|[Tt]hree|[Oo]ne) (?:[a-z-]{3,15} )?"
    r"(?P<device>(?:[A-Z][A-Za-z-]{1,15} ){1,3}(?:[A-Z]{0,4}-?\d{1,4}[A-Za-z]{0,2} ){1,2}"
    rf"{any_of('devices', 'nouns')}s?)\b"
)
_TOWN = r"[A-ZÀ-Þ][\w.’-]{1,20}(?:,? [A-ZÀ-Þ][\w.’-]{1,20}){0,2}"
_FORMS = ("Inc", "Ltd", "LLC", "GmbH", "AG", "Corp", "BV", "Oy", "ApS", "Pty", "SAS", "SARL", "SpA", "PLC", "plc", "KK")
_FORM = rf"(?:{'|'.join(_FORMS)})\b\.?"
_FORM_SIGNS = frozenset(map(str.lower, _FORMS))
# "On Prolific (London)", "Scale AI, San Francisco, lent us"; "from Agfa (Mortsel) to Visage (Berlin)".
_HIRED = late(
    rf"(?<![\w-]){any_of('devices', 'services')}(?![\w-])(?:,? {_FORM})?(?: \({_TOWN}\)|, {_TOWN}(?=,))?"
    rf"|(?<![\w-])(?P<maker>[A-ZÀ-Þ][\w-]{{1,20}})(?:,? {_FORM})? \({_TOWN}\)"
    rf"(?: (?:to|and|or|by) [A-ZÀ-Þ][\w-]{{1,20}} \({_TOWN}\))?"
)
# "Encord Ltd., London, lent us a licence": what it gives is for whoever pays.
_SUPPLIES = late(
    rf"(?<![\w-])(?:[A-ZÀ-Þ][\w.-]{{1,20}} ){{1,3}}{_FORM},? (?:\({_TOWN}\)|{_TOWN},)"
    r"(?= (?:has |had )?(?:lent|sold|leased|rented|provided|supplied|licensed|licenced) (?:[a-z]+ ){0,4}?"
    rf"{any_of('devices', 'supplies')}s?\b)"
)
# "The language 13 (Champaign, Illinois)": where the maker of what has a version sits.
_SEAT = late(
    rf"(?<![\w-])(?!Our )(?:[A-ZÀ-Þ][\w-]{{1,20}} ){{1,4}}(?:(?<=[Gg]uide )|(?<=Chart )|(?<=Language )|(?<=Software )"
    rf"|(?<=Suite )"
    rf"|(?<=Kit )|(?<=System )|(?<=Card )|v?\d[\w.]{{0,6}} )\([A-ZÀ-Þ][\w .’-]{{1,25}}, {any_of('devices', 'states')}\)"
)
# "Our own company, Halden Ltd.".
_OF_OURS = late(r"\b(?:[Oo]ur|[Mm]y|authors?[’']?s?|of us)\b[^.;]{0,40}$")
# "Region eu-west-1, which lies in Ireland", "Hetzner, data centre in Falkenstein".
_CLOUD = late(
    rf"(?<![\w-])(?:[a-z]{{2,9}}(?:-[a-z]{{2,12}}){{1,2}}-?\d(?:-?[a-z])?|{any_of('devices', 'clouds')})(?![\w-])"
    r"(?:(?!\b(?:our|ours|us|where|hospital|clinic|university|and)\b)[^.;()]){0,50}?"
    rf" (?:in|at|of) (?:the )?{_TOWN}"
)


def supplied(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names models, devices with figures in their names, or firms for hire with where they sit."""
    figures = _FIGURE.search(text) is not None
    words = {word.lower() for word in _WORD.findall(text)}
    if not words.isdisjoint(_makers()):
        # "Karl Storz TC300".
        if figures:
            yield from _made(_MODELS, 0, text)
        yield from _made(_ONE_OF, "device", text)
    if figures:
        yield from (found.span("device") for found in _UNIT.finditer(text))
    if not words.isdisjoint(_hired()):
        for found in _HIRED.finditer(text):
            if found["maker"] is None or found["maker"].lower() in _makers():
                yield found.span()
    if not words.isdisjoint(_FORM_SIGNS):
        yield from (found.span() for found in _SUPPLIES.finditer(text) if not _OF_OURS.search(text, 0, found.start()))
    if not words.isdisjoint(_clouds()) or any(word[-1].isdigit() for word in words):
        yield from (found.span() for found in _CLOUD.finditer(text))


def seated(text: str) -> Iterator[tuple[int, int]]:
    """Products with the town and state of their maker in brackets."""
    if _state_words().intersection(map(str.lower, _WORD.findall(text))):
        yield from (found.span() for found in _SEAT.finditer(text) if not _OF_OURS.search(text, 0, found.start()))


def _made(pattern: re.Pattern[str], group: int | str, text: str) -> Iterator[tuple[int, int]]:
    """Devices from the word on that is their maker's: the first or the second one, behind "With" or a given name."""
    for found in pattern.finditer(text):
        first, second = f"{found[group].lower()} ".split(" ")[:2]
        if first in _makers() or second in _makers():
            given = first in _makers() or first in listed("devices", "also_makers")
            yield found.start(group) + (0 if given else len(first) + 1), found.end(group)


@cache
def _makers() -> frozenset[str]:
    """Those whose name is theirs alone, in small letters."""
    words = table("devices")
    return frozenset((*table("mentions")["makers"], *words["smaller_makers"])) - frozenset(words["also_makers"])


@cache
def _hired() -> frozenset[str]:
    """What one of the firms for hire begins with, and makers, in small letters."""
    return _makers() | _first_words("services")


@cache
def _state_words() -> frozenset[str]:
    """Words that stand in the names of states, in small letters."""
    return frozenset(name.split()[-1].lower() for name in table("devices")["states"])


@cache
def _clouds() -> frozenset[str]:
    return _first_words("clouds")


def _first_words(key: str) -> frozenset[str]:
    return frozenset(name.split()[0].partition("(")[0].lower() for name in table("devices")[key])
