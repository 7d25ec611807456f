"""Groups and departments that are called after somebody or some place: "Team Lyngby", "Gastro Nordhavn, room 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.finding import Confidence
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.file_words import is_called_so
from faimi_check.rules.naming.pictured.matter import Tells, Told, is_taken_out, labelled
from faimi_check.rules.naming.pictured.shapes import WORD, is_single_name
from faimi_check.rules.naming.text.stems import is_everyday

# Lines of a title card; a window or a slide has more.
_MOST_ON_CARD = 6
_SHORTEST_IN_CAPITALS = 5
_NAME = rf"(?P<name>{WORD}(?: {WORD})?)"
_REST = r"(?:\W.{0,40})?"
# What people do or have: "Gastro Resektion", "Neuro Navigation".
_TERM = late(
    r"(?:graph|graf|scop|skop|tom|log|therap|ect|ekt|metr)(?:y|ie|ia|i|en|s)?\Z"
    r"|(?:ion|ionen|ung|itis|ik|ics?|ous|ismus|itat|ity|ment|ing|ers?|mus|als?)\Z"
)


@cache
def _team() -> re.Pattern[str]:
    return late(rf"(?i:{labelled('teams')}) {_NAME}{_REST}")


@cache
def _called_team() -> re.Pattern[str]:
    return late(rf"{_NAME}(?:'s|s’|’s)? (?i:team|gruppe|equipe|lab)")


@cache
def _department() -> re.Pattern[str]:
    departments = f"{labelled('departments')}|{labelled('specialties')}"
    return late(rf"(?i:{departments}) {_NAME}{_REST}")


def named_units(lines: Sequence[BurnedInLine], common: frozenset[str], *, is_frame: bool) -> Iterator[Told]:
    """The lines that name one; departments only on a card that a video shows, where nothing else would say so."""
    patterns = [_team, _called_team]
    if is_frame and len(lines) <= _MOST_ON_CARD:
        patterns.append(_department)
    for line in lines:
        for pattern in patterns:
            found = pattern().fullmatch(_cased(line.text))
            least = _SHORTEST_IN_CAPITALS if line.text.isupper() else 0
            if found is None or is_taken_out(line.text) or len(found["name"]) < least:
                continue
            if _is_called(found["name"], common):
                yield Told(Tells.INSTITUTION, line.text, line, Confidence.POSSIBLE)
                break


def _cased(text: str) -> str:
    """The text with its first word in plain letters; what is all in capitals as names are written."""
    first, _, rest = (text.title() if text.isupper() else text).partition(" ")
    return f"{fold(first)} {rest}" if not first.isascii() else f"{first} {rest}"


def _is_called(name: str, common: frozenset[str]) -> bool:
    """Whether no word of a name is an ordinary one, a term, a label or an acronym."""
    words = re.findall(r"[^\W\d_]{2,}", name)
    return bool(words) and all(
        is_single_name(word)
        and not word.isupper()
        and fold(word) not in common
        and not is_everyday(word)
        and not is_called_so(word.lower())
        and not _TERM.search(fold(word))
        for word in words
    )
