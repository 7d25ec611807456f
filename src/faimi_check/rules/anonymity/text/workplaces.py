"""Sentences that say where the authors work, or where this work was done."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from faimi_check.model.text.passage import Passage
from faimi_check.rules.anonymity.text.workplace_statements import MACHINES, STATEMENTS, Statement
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.identity.matter import places_of, stretches
from faimi_check.rules.naming.mentions.devices import without_devices
from faimi_check.rules.naming.ownership.nobodys import tells_of_papers
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.names import CAPITALISED
from faimi_check.rules.naming.text.prose import CITED, MASKED
from faimi_check.rules.spotting import lowered
from faimi_check.rules.tables import any_of, table

_COMPUTES = late(
    r"\b(?:train\w*|ran|run|runs|experiments?|computations?|computed|simulat\w+|GPUs?|nodes?|jobs?|used)\b",
    re.IGNORECASE,
)
_HOUSES = late(rf"(?<![\w-]){any_of('workplaces', 'houses')}(?![\w-])")
_NAMED = late(rf"{CAPITALISED}(?:(?:,? (?:(?:of|for|de|des|du|the|der|la|in|für) ){{0,2}}|-){CAPITALISED}){{0,6}}")
_BARE = late(r"(?:the |our |an? )?(?:[a-z]+ (?:of|at) (?:the )?)?(?P<house>[A-ZÀ-Þ][\w'’&-]{2,40})")
_OTHERS = late(
    r"\b(?:original|respective|challenge) (?:authors?|organi[sz]ers)|\b(?:their|its) authors\b|\bauthors of\b"
)
_VERB = late(r";|\b(?:is|are|was|were|used?|has|have|had|which|that|we|read|annotated|gave)\b")
_CAPITAL = late(r"[A-ZÀ-Þ]")
# "A cluster of our university, on four NVIDIA A100 cards".
_HARDWARE = late(
    r"\b(?:NVIDIA|Nvidia|AMD|Intel|Google|IBM) (?:[A-Z]\w{0,30}[ -]?)?"
    r"(?:[A-Z]{0,10}\d\w*|GPUs?|TPUs?|CPUs?|Xeon|Tesla|TITAN|Quadro)"
)
_REACH = 350
_BEFORE, _AFTER = 60, 260
_TAIL = 110


class Workplace(msgspec.Struct, frozen=True):
    """A sentence that says where the authors work; not `sure` where the house is only a capitalised word."""

    passage: Passage
    start: int
    end: int
    sure: bool


def workplaces(passage: Passage) -> Iterator[Workplace]:
    """What a text says of the authors' houses, each sentence once."""
    text = lowered(passage.text)
    found: dict[tuple[int, int], bool] = {}
    for statement in STATEMENTS:
        signs = (at for at in places_of(statement.signs, text) if statement.opens.match(text, at))
        for first, last in stretches(signs, _BEFORE, _AFTER, len(text)):
            for match in statement.pattern.finditer(passage.text, first, last):
                start, end = passage.sentence(match.start(), match.end(), _REACH)
                sure = _told(statement, passage.text, match, start, end)
                if sure is not None:
                    found[start, end] = found.get((start, end), False) or sure
    for (start, end), sure in sorted(found.items()):
        yield Workplace(passage, start, end, sure)


def _told(statement: Statement, text: str, match: re.Match[str], start: int, end: int) -> bool | None:
    """Whether the sentence from `start` to `end` names a house for sure, None where it names none."""
    where = text[match.end() : min(end, match.end() + _TAIL)]
    # "In-house (Siemens Skyra, 3 T)".
    if match[0].endswith("("):
        where = without_devices(f"({where}")[1:]
    if statement.before:
        where = _VERB.split(text[max(start, match.start() - _TAIL) : match.start()])[-1]
    if not _CAPITAL.search(where) or _is_others(statement, text[start:end]):
        return None
    if _names_house(where, clouds=statement is MACHINES):
        return True
    bare = _BARE.match(where) if statement.bare else None
    known = table("workplaces")["no_houses"]
    return False if bare and not is_placeholder(bare["house"]) and fold(bare["house"]) not in known else None


def _is_others(statement: Statement, sentence: str) -> bool:
    """Whether the sentence speaks of somebody else's house, of a masked one, or not of computing."""
    if statement is MACHINES and not _COMPUTES.search(sentence):
        return True
    return tells_of_papers(sentence) or any(pattern.search(sentence) for pattern in (CITED, _OTHERS, MASKED))


def _names_house(text: str, *, clouds: bool) -> bool:
    """Whether a house is named before the next verb; `clouds`: those on whose machines everybody computes are none."""
    near = _HARDWARE.sub(" ", _VERB.split(text, maxsplit=1)[0])
    named = [match[0] for match in _NAMED.finditer(near) if is_institution(match[0]) and not is_placeholder(match[0])]
    named += [match[0] for match in _HOUSES.finditer(near)]
    known = tuple(table("workplaces")["clouds"])
    return any(not (clouds and fold(name).startswith(known)) for name in named)
