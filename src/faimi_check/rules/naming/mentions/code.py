"""What a line of code, a command, a log or a header of a file names that is somebody's own.

Packages, images, hubs and hosts that everybody uses are called by words that are known, and what stands for a value
says so; what is left is a name that somebody gave.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.code_fields import fields, tagged
from faimi_check.rules.naming.mentions.code_hosts import builds, called, hosts, owners
from faimi_check.rules.naming.mentions.code_words import is_variable, unheard
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import any_of, listed

_COMMENT = late(r"(?:#|//|%%?|--|/\*|<!--|;;)(?![\w/{$])\s?|(?<![\w&])#(?=[^\W\d_])")
# "last edit: ilyngby_old", "Created by Ida Lyngby on kuben-3".
_BY = late(
    rf"(?<![^\W\d_])(?i:{any_of('code', 'written_by')})(?![^\W\d_]) ?[:：=,]? ?\(?"
    r"(?P<name>(?:[^\W\d_][\w.’'-]{1,30})(?: (?:(?:van|von|de|der|den|da|di|al) ){0,2}[A-ZÀ-Þ][\w.’'-]{1,30}){0,3})"
)
# "from the lab machine "kuben-3"", "on MacBook-Pro-von-Ida".
_ON = late(
    r"(?:\b(?:on|machine|host|workstation|server|laptop|box|node|Rechner|serveur|poste)\b:? )[\"'“”‘’`]{0,2}"
    r"(?P<name>[A-Za-z][\w]{1,30}(?:[-.][\w]{1,30}){1,6})"
)
_GROUP = late(
    rf"(?<![\w-])(?:{any_of('code', 'groups')}) (?P<name>(?:(?:de|di|du|da|of|für|för|for|and|la|d[’']) ?){{0,3}}"
    r"[A-ZÀ-ÞА-Я][\w’'-]{1,30}(?: [A-ZÀ-Þ][\w’'-]{1,30}){0,3})"
)
# "Copyright (c) 2025 Lysvik University": persons there are told by what reads lines on rights.
_RIGHTS = late(
    r"(?i:copyright(?:text)?|©|\(c\))[:\s]{0,2}(?:(?i:\(c\)|©|by|the|[\d, –-]{4,20})\s?){0,4}"
    r"(?P<name>[A-ZÀ-Þ][\w’'&-]{1,40}(?:,? (?:(?:of|the|and|for|de|du|di|des|der) ){0,2}[A-ZÀ-Þ][\w’'&-]{1,40}){0,6})"
)
# Whose programs everybody has.
_FIRMS = ("Inc", "LLC", "Corporation", "Corp")
_RIGHTS_SIGNS = ("opyright", "OPYRIGHT", "©", "(c)", "(C)")
_JOINED = late(rf"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{{2,16}}{any_of('code', 'groups_joined')}")
_OWN = late(
    r"\b(?:our|ours|my|in-house|inhouse|private|internal|unser\w*|eigene\w*|notre|nos|nuestr\w+|noss\w+|nostr\w+)\b",
    re.IGNORECASE,
)
# What a line with such a comment uses.
_USED = late(
    r"(?:^|[\s;])(?:from|import)\s(?P<module>[a-z_][\w.]{2,60})|[\"'](?P<quoted>[\w./-]{4,80})[\"']|\blibrary\((?P<library>[\w.]{3,40})\)"
)
_LONGEST, _MOST, _SURE = 600, 12, 4

_CAPITALS = late(r"(?=[A-ZÀ-Þ\d]*[A-ZÀ-Þ][A-ZÀ-Þ\d])[A-ZÀ-Þ\d]{2,10}")

Found = tuple[int, int, str, tuple[str, ...]]


class InCode(NamedTuple):
    """What is named at (start, end) of a line, and the words in it that nothing else has, folded."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]


def named_in_code(line: str) -> Iterator[InCode]:
    """What a line names that is somebody's own, each once."""
    line = line[:_LONGEST]
    taken: list[tuple[int, int]] = []
    for start, end, text, words in (
        *fields(line),
        *tagged(line),
        *hosts(line),
        *builds(line),
        *called(line),
        *owners(line),
        *_remarked(line),
    ):
        if len(taken) < _MOST and not any(first < end and start < last for first, last in taken):
            taken.append((start, end))
            yield InCode(start, end, text, words)


def _remarked(line: str) -> Iterator[Found]:
    """What comments tell: who wrote it, on which machine, for which group, whose it is; what they call one's own."""
    opened = _COMMENT.search(line)
    if opened is None:
        return
    said = opened.end()
    for pattern in (_BY, _ON, _GROUP):
        for match in pattern.finditer(line, said):
            value = match["name"]
            told = () if is_variable(value) else tuple(unheard(value)) or (_letters(value) if pattern is _GROUP else ())
            if told:
                yield *match.span(), match[0], told
    if has_any(line, _RIGHTS_SIGNS):
        yield from _held_by(line, said)
    if not line.isascii():
        yield from ((*match.span(), match[0], (match[0],)) for match in _JOINED.finditer(line, said))
    if opened.start() and _OWN.search(line, said):
        for match in _USED.finditer(line, 0, opened.start()):
            value = match[match.lastgroup or ""]
            if not is_variable(value) and (told := tuple(unheard(value, _SURE))):
                yield *match.span(match.lastgroup or ""), value, told


def _held_by(line: str, said: int) -> Iterator[Found]:
    """Whose house has the rights, if everybody does not know it for its programs."""
    for match in _RIGHTS.finditer(line, said):
        value = match["name"]
        if is_institution(value) and not (value.endswith(_FIRMS) or is_variable(value)):
            told = tuple(unheard(value))
            if told:
                yield *match.span(), match[0], told


def _letters(value: str) -> tuple[str, ...]:
    """A group by the letters it goes by: "labo L3M"."""
    return tuple(
        fold(word)
        for word in value.split()
        if _CAPITALS.fullmatch(word) and fold(word) not in listed("code", "words", "technical")
    )
