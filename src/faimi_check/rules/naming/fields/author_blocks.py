"""People and their house in lines of text that no layout goes with, as an author section has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from faimi_check.rules.late import late
from faimi_check.rules.naming.fields.traces import is_institution, persons
from faimi_check.rules.naming.identity import is_placeholder

_MOST_LINES, _LONGEST, _FURTHEST = 2_000, 200, 3
# "collected by Jane Doe, Nordhavn Clinic"
_BEFORE = late(r"\W{0,4}(?:[\w-]{1,20} ){0,4}(?:by|from|of|authors?:?|contact:?) (?=[^\W\d_a-z])")
_MARKS = late(r"[\d,;*∗†‡§¶]+(?=\s|$)|(?<=[^\W\d_])\d+")
_PARTS = re.compile(r"[,;]\s+")
_LETTERS = re.compile(r"[^\W\d_]")
_JOINED = frozenset({"and", "und", "et", "y", "e", "with", "&"})
_NAMES_SHARE = 0.8


def author_block(lines: Sequence[str]) -> tuple[str, ...]:
    """The people that lines name beside a house of theirs, and the house; nothing where none do.

    A house stands behind the names in their line, or by itself in one of the next.
    """
    told = (found for at in range(min(len(lines), _MOST_LINES)) for found in _block_at(lines, at))
    return tuple(dict.fromkeys(told))


def _block_at(lines: Sequence[str], at: int) -> Iterator[str]:
    line = lines[at].strip()
    if not 0 < len(line) <= _LONGEST:
        return
    named, house = _apart(line)
    names = _only_names(named)
    house = house or (next(filter(_is_house, lines[at + 1 : at + 1 + _FURTHEST]), "") if names else "")
    if names and house:
        yield from (*names, house.strip())


def _apart(line: str) -> tuple[str, str]:
    """What of a line stands before the house that it names, and the house, "" where it names none."""
    parts = _PARTS.split(line)
    place = next((at for at, part in enumerate(parts) if is_institution(part)), 0)
    return (", ".join(parts[:place]), ", ".join(parts[place:])) if place else (line, "")


def _only_names(line: str) -> list[str]:
    """The names of a line that consists of them."""
    if is_institution(line):
        return []
    opened = _BEFORE.match(line)
    bare = _MARKS.sub(", ", line[opened.end() :] if opened else line).strip(" ,;")
    names = [trace.text for trace in persons(bare) if trace.code == "person" and " " in trace.text]
    names = [name for name in names if not is_placeholder(name)]
    letters = len(_LETTERS.findall(" ".join(word for word in bare.split() if word not in _JOINED)))
    return names if names and sum(len(_LETTERS.findall(name)) for name in names) >= _NAMES_SHARE * letters else []


def _is_house(line: str) -> bool:
    """Whether a line is a house's name and address, and no sentence that speaks of one."""
    words = [word for word in line.split() if word[0].isalpha()]
    small = sum(word[0].islower() for word in words)
    return len(line) <= _LONGEST and is_institution(line) and 2 * small <= len(words)
