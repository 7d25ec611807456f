"""Texts that make patterns slow: something short, many times over, and an end at which nothing fits."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

# What stands in hostile texts whatever pattern they are made for: words, numbers, lists, brackets, marks, addresses.
UNITS = (
    *("a", "A", "1", " ", "\n", "é", "я", "яa", "Aa ", "a ", "A ", "1 ", "1.", "a.", "A. ", "a-", "a,", "a, ", "1,"),
    *("Ab, ", "0000-", "(", "[", "{", "<", "((a)", "@", "a@", "“", '"', "'", ".", "-", "_", "/", "\\", "/a", "~", "%"),
    *("http://", "www.", "a:", "©", "$", "=", "#", "*", "&", "and ", ", and ", "of the ", "a1", "A1"),
)
_SIGNS = "aA1 .-_,@/:([{<“яé\n\t;'\"=~*%+&)]}>"
_MOST_REPEATS = 40
_LONG = 20
# Nothing that is printed goes on with this.
END = "\0"

Nodes = Sequence[tuple[Any, Any]]


class EndlessError(BaseException):
    """Not an Exception, so that no reader that survives whatever happens takes it for its own."""


def processor_seconds(act: Callable[[], object], limit: float) -> float:
    """What it takes of the processor, which does not depend on who else is at work.

    Raises EndlessError if that is more than the limit: what is linear takes a small part of it.
    """

    def end(*_: object) -> None:
        raise EndlessError(f"more than {limit} s of the processor")

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, limit)
    began = time.process_time()
    try:
        act()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return time.process_time() - began


def hostile(pattern: str | bytes, flags: int) -> Iterator[tuple[str, str]]:
    """Beginnings, and what to repeat after them: those for all patterns, and those made of the pattern itself."""
    nodes = list(_parser.parse(pattern if isinstance(pattern, str) else pattern.decode("latin-1"), flags & ~re.UNICODE))
    yield from dict.fromkeys([*(("", unit) for unit in UNITS), *_of_whole(nodes), *_of_repeats(nodes)])


def _of_whole(nodes: Nodes) -> Iterator[tuple[str, str]]:
    """What the pattern matches, and beginnings of that."""
    for whole in dict.fromkeys(_sample(nodes, pick) for pick in range(4)):
        yield from (("", whole[:cut]) for cut in (1, 2, 4, 8, len(whole) - 1, len(whole)) if 0 < cut <= len(whole))
        yield from ((whole, unit) for unit in ("a", "A. ", " ", "1") if whole)


def _of_repeats(nodes: Nodes) -> Iterator[tuple[str, str]]:
    """For each long repetition: what leads to it, what it repeats, and what comes next."""
    for number, (before, body, after) in enumerate(_repeats(nodes)):
        if number == _MOST_REPEATS:
            return
        for pick in range(3):
            lead, unit = _sample(before, pick), _sample(body, pick)
            following = unit + (_sample(after[:1], pick) if after else "")
            heads = [(lead, unit), (lead, following), ("", lead + unit), ("", lead + unit + " ")]
            yield from ((head, pumped) for head, pumped in heads if pumped)


def _repeats(nodes: Nodes, before: tuple[Any, ...] = ()) -> Iterator[tuple[Nodes, Nodes, Nodes]]:
    for place, (kind, held) in enumerate(nodes):
        lead = (*before, *nodes[:place])
        inner: list[Nodes] = []
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            inner = [list(held[2])]
            if held[1] >= _LONG:
                yield lead, inner[0], list(nodes[place + 1 :])
        elif kind is sre.SUBPATTERN:
            inner = [list(held[3])]
        elif kind is sre.ATOMIC_GROUP:
            inner = [list(held)]
        elif kind in (sre.BRANCH, sre.ASSERT, sre.ASSERT_NOT):
            inner = [list(branch) for branch in held[1]] if kind is sre.BRANCH else [list(held[1])]
        for body in inner:
            yield from _repeats(body, lead)


def _sample(nodes: Nodes, pick: int) -> str:
    """A short text that the nodes match, looks at what stands beside it left out; `pick` chooses among several."""
    text = ""
    for kind, held in nodes:
        if kind is sre.LITERAL:
            text += chr(held)
        elif kind is sre.NOT_LITERAL:
            text += "a" if chr(held) != "a" else "b"
        elif kind is sre.ANY:
            text += "a"
        elif kind is sre.IN:
            signs = [sign for sign in _SIGNS if _is_in(held, sign)] or [_first(held)]
            text += signs[pick % len(signs)]
        elif kind is sre.BRANCH:
            text += _sample(held[1][pick % len(held[1])], pick)
        elif kind is sre.SUBPATTERN:
            text += _sample(held[3], pick)
        elif kind is sre.ATOMIC_GROUP:
            text += _sample(held, pick)
        elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            text += _sample(held[2], pick) * max(held[0], pick % 2 if held[1] else 0)
    return text


def _is_in(members: Nodes, sign: str) -> bool:
    found = False
    for kind, held in members:
        if kind is sre.LITERAL:
            found |= chr(held) == sign
        elif kind is sre.RANGE:
            found |= held[0] <= ord(sign) <= held[1]
        elif kind is sre.CATEGORY:
            name = str(held).removeprefix("CATEGORY_")
            tests = {"DIGIT": sign.isdigit(), "SPACE": sign.isspace(), "WORD": sign.isalnum() or sign == "_"}
            found |= tests[name.removeprefix("NOT_")] != name.startswith("NOT_")
    return found != (members[0][0] is sre.NEGATE)


def _first(members: Nodes) -> str:
    for kind, held in members:
        if kind in (sre.LITERAL, sre.RANGE):
            return chr(held if kind is sre.LITERAL else held[0])
    return "a"
