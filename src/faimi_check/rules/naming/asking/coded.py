"""Requests to whoever judges a paper that are written so that only a program reads them.

In letters of an encoding, or backwards, letter by letter, with each letter exchanged or with digits for letters. Only
what asks for something when it is put right is told: keys, checksums, data and the tags of weights say nothing, or
nothing to anybody.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.naming.asking.decoding import Decoded, decoded_texts
from faimi_check.rules.naming.asking.lettered import in_latin, set_right
from faimi_check.rules.naming.asking.score import asking_share
from faimi_check.rules.naming.asking.words import spelt_out
from faimi_check.rules.naming.text.requests import is_instruction
from faimi_check.rules.spotting import lowered_once
from faimi_check.rules.tables import table

# Four words of a request have at least as many letters.
_SHORTEST = 20
# How likely a text asks for something; nobody reads it as it stands, so it is as if it were hidden.
_ASKS = 0.7
# Letters of a line between two that have digits for letters, which has none itself.
_SPELT_APART = 120
# Lines round those that hold a word of a request.
_AROUND = 3


def coded_requests(text: str) -> Iterator[Decoded]:
    """The stretches of a text that ask for something when they are put right, each with what it says then."""
    if len(text) < _SHORTEST:
        return
    for found in decoded_texts(text):
        if asks(found.text):
            yield found
    yield from (found for found in set_right(text) if asking_share(found.text) >= _ASKS)
    yield from _spelt(text)
    plain = lowered_once(text)
    if any(sign in plain for sign in _signs()):
        yield from _turned(text, plain)


def _spelt(text: str) -> Iterator[Decoded]:
    """The lines with digits ("acc3pt") or foreign letters that ask for something, neighbours as one text."""
    right = spelt_out(in_latin(text))
    if right == text:
        return
    start, kept = 0, [(0, 0)]
    for line in text.split("\n"):
        end = start + len(line)
        if right[start:end] != line:
            first, last = kept[-1]
            if start - last > _SPELT_APART:
                kept.append((start, end))
            else:
                kept[-1] = (first if last else start, end)
        start = end + 1
    for first, last in kept:
        if asks(right[first:last]):
            yield Decoded(right[first:last], first, last)


def asks(text: str) -> bool:
    """Whether a text that nobody sees as such asks for something."""
    return len(text) >= _SHORTEST and (is_instruction(text) or asking_share(text) >= _ASKS)


def _turned(text: str, plain: str) -> Iterator[Decoded]:
    """What lines say that hold a word of a request written so, with those round them."""
    from faimi_check.rules.naming.asking.disguised import plain_lines

    lines, signed = text.split("\n"), plain.split("\n")
    marked = [at for at, line in enumerate(signed) if any(sign in line for sign in _signs())]
    first, last = max(0, marked[0] - _AROUND), min(len(lines), marked[-1] + 1 + _AROUND)
    right = list(plain_lines("\n".join(lines[first:last])))
    start = len("\n".join(lines[: marked[0]])) + (marked[0] > 0)
    end = len("\n".join(lines[: marked[-1] + 1]))
    # Where a whole text is turned, its last line comes first.
    said = next((one for one in (" ".join(right), " ".join(right[::-1])) if asks(one)), None)
    if said is not None:
        yield Decoded(said, start, end)


@cache
def _signs() -> tuple[str, ...]:
    """Words of requests as they stand in such lines."""
    words = table("asking")["coded"]["words"]
    return tuple(sign for word in words for sign in (word[::-1], codecs.encode(word, "rot13")))
