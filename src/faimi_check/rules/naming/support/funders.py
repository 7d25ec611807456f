"""Whom a statement of thanks or funding names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

import msgspec

from faimi_check.model.finding import Location
from faimi_check.model.text.counted import and_more
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.kinds import funder_words
from faimi_check.rules.naming.people.names import is_person
from faimi_check.rules.naming.support.grants import NUMBERS, in_brackets, is_number, under
from faimi_check.rules.naming.support.unlisted_support import allocations, bare_numbers, is_machine
from faimi_check.rules.tables import any_of, any_word, listed

_SENTENCE = r"(?:[^.]|(?<=\bDr)\.|(?<=\bProf)\.|(?<=\b[A-Z])\.)"
_THANKS = late(rf"\b{any_of('funders', 'thanks')}(?P<whom>{_SENTENCE}{{3,300}})", re.IGNORECASE)
_CAPITAL = r"[A-ZÀ-Þ][\w'’&/-]{1,30}"
_CAPITALISED = late(
    rf"\b{_CAPITAL}(?: (?:(?:of|for|and|de|des|du|the|der|la|in|on|für|zur|to|&|–|-) ){{0,3}}{_CAPITAL}){{0,9}}"
)
# "The NIH as their funder": of those who made a public set.
_THEIR_FUNDER = late(r",? (?:as|being|was|were|is) (?:their|its) (?:\w+ )?(?:funders?|sponsors?)\b")
_NUMBER_SIGN = late(r" (?:No|Nr|Nos|Number)$")
# An inner capital that is no name's (McDonald, DeLuca, D'Angelo), or an acronym as the last word.
_PRODUCT = late(r"^(?!Mc|Mac|De|Di|La|Le|Van|O['’]|D['’])[A-Z][a-z]*[A-Z]+[a-z]|^[A-Z]{2,}[a-z]|^[a-z]")
# "Pessoal de Nível Superior": what an institution's name goes on with is no person.
_GOES_ON = late(r"\b(?:of|for|de|do|da|dos|das|des|du|del|di|für|para|pour|zur|zum|och|the|por)\s$")
_TITLE_CASE_NAME = late(
    r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.? ){0,2}((?:[A-ZÀ-Þ][\w'’.-]{0,20} ){1,4}[A-ZÀ-Þ][\w'’-]{1,20})"
)
_SHOWN_GRANTS = 12
# A sentence that names more than this names nobody's funders.
_COMPARED = 50


class Statement(msgspec.Struct, frozen=True):
    """A section or sentence of thanks or funding; `is_section` where it has a heading of its own."""

    text: str
    where: Location
    is_section: bool
    is_footnote: bool = False


class Named(msgspec.Struct, frozen=True):
    """Whom a statement names."""

    grants: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.grants or self.funders or self.persons)

    @property
    def summary(self) -> str:
        """In words: `grant 12-34, Heart Foundation`; what the name of another says already is left out."""
        funders = _not_within(_not_within(self.funders, self.grants), self.funders, itself=True)
        grants, persons = _not_within(self.grants, funders), _not_within(self.persons, funders)
        said = [*(f"grant {grant}" for grant in grants[:_SHOWN_GRANTS]), *funders[:2], *persons[:2]]
        return ", ".join(said) + and_more(len(grants) + len(funders) + len(persons) - len(said))


def _not_within(names: Iterable[str], others: Iterable[str], *, itself: bool = False) -> list[str]:
    """The names, each once, that stand as whole words in none of the others; with `itself` but in their equals."""
    longer = [fold(other) for other in islice(others, _COMPARED)]
    once = {fold(name): name for name in reversed(tuple(names))}
    return [
        name
        for said, name in reversed(once.items())
        if not any(_stands_in(said, other) for other in longer if not (itself and said == other))
    ]


def _stands_in(said: str, other: str) -> bool:
    return said in other and re.search(rf"(?<!\w){re.escape(said)}(?!\w)", other) is not None


def named_in(statement: Statement) -> Named:
    """Grants, funders and persons that the statement names."""
    text = statement.text
    found = sorted((match.start("number"), match["number"]) for pattern in NUMBERS for match in pattern.finditer(text))
    funders = tuple(_funders(text)) or tuple(_named_patrons(text))
    if funders:
        found += in_brackets(text)
    found += [(start, number) for start, _, number in allocations(text)]
    found += under(text)
    if statement.is_section or statement.is_footnote:
        found += bare_numbers(text)
    grants = dict.fromkeys(filter(is_number, (number.rstrip("./_–- ") for _, number in sorted(found))))
    whole = tuple(one for one in grants if not any(one != other and one in other for other in grants))
    return Named(whole, funders, tuple(persons_in(text)))


def _funders(text: str) -> Iterator[str]:
    seen = set()
    for match in _CAPITALISED.finditer(text):
        name = _NUMBER_SIGN.sub("", match[0])
        folded = fold(name)
        words = folded.split()
        known = any(word in listed("funders", "acronyms") for word in re.findall(r"[A-Za-z0-9]+", name))
        telling = len(words) >= 2 and funder_words().search(folded) is not None
        if (
            (known or telling)
            and name not in seen
            and "anonym" not in folded
            and not _THEIR_FUNDER.match(text, match.end())
            and not re.match(r"(?:acknowl|disclosure|the authors|this work)", folded)
        ):
            seen.add(name)
            yield name


def persons_in(text: str) -> Iterator[str]:
    for match in _THANKS.finditer(text):
        for found in _TITLE_CASE_NAME.finditer(match["whom"]):
            name = found[1].strip(" .,'’")
            before = match["whom"][: found.start(1)]
            if _is_thanked(name) and not _GOES_ON.search(before):
                yield name


def _named_patrons(text: str) -> Iterator[str]:
    """A fellowship's patron, as printed."""
    match = _patrons().search(fold(text))
    if match:
        printed = text[match.start() : match.end()]
        yield printed if fold(printed) == match[0] else match[0].title()


def _is_thanked(name: str) -> bool:
    """Whether what is shaped like a name is a person's: no patron of a fellowship, no product ("QLever MCP")."""
    folded = fold(name)
    if not is_person(name) or is_machine(name) or funder_words().search(folded) or _patrons().search(folded):
        return False
    words = name.split()
    if fold(words[-1]) in listed("funders", "no_surnames"):
        return False
    return not any(_PRODUCT.search(word) for word in words) and not words[-1].endswith(("No", "Nr", "No."))


@cache
def _patrons() -> re.Pattern[str]:
    return late(rf"(?<![\w-]){any_word('funders', 'patrons')}(?![\w-])")
