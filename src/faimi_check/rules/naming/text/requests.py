"""Whether hidden text speaks to whoever judges a paper."""

from __future__ import annotations

import re

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.tables import table

_SPACES = re.compile(r"\s+")
# Characters that nobody sees, put between letters so that no search finds the word.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_SENTENCE_END = late(r"[.!?](?=\s)|[。！？\u2029]")
_JUDGED = 4_000
_WORD = re.compile(r"[^\W\d_]+")
_PATTERNS = {
    name: tuple(map(late, table("instructions")[name]))
    for name in ("strong", "addressed", "told", "asked", "spoken_to", "judged")
}
_FEWEST_WORDS = 5
_FUNCTION_SHARE = 0.2
_FEWEST_PIECES = 10
_SHORTEST_MEAN = 3.0
_FEWEST_TOLD = 2


def is_instruction(text: str, *, of_figure: bool = False) -> bool:
    """Whether hidden text tells a reviewer or a language model what to do.

    `of_figure`: as much of a text may be lost with the rest of a cropped figure, so it must speak to somebody.
    """
    if commands(text):
        return True
    bare = _bare(text)
    if _is_broken(bare):
        whole = bare.replace(" ", "")
        return sum(word in whole for word in table("instructions")["tell_tale"]) >= _FEWEST_TOLD
    pairs = (("addressed", "told"), ("spoken_to" if of_figure else "asked", "judged"))
    sentences = [sentence for sentence in _SENTENCE_END.split(bare) if not of_figure or is_sentence(sentence)]
    return any(all(_found(name, sentence) for name in pair) for sentence in sentences for pair in pairs)


def _is_broken(bare: str) -> bool:
    """Whether a text comes in pieces of one or two letters, so that its words are not known."""
    pieces = bare.split()
    return len(pieces) >= _FEWEST_PIECES and sum(map(len, pieces)) < _SHORTEST_MEAN * len(pieces)


def commands(text: str) -> bool:
    """Whether the wording alone makes an instruction, wherever it stands."""
    return _found("strong", _bare(text))


def is_sentence(text: str) -> bool:
    """Whether the words hang together, as the labels of a figure do not."""
    words = [fold(word) for word in _WORD.findall(text[:_JUDGED])]
    small = table("instructions")["small_words"]
    return len(words) >= _FEWEST_WORDS and sum(word in small for word in words) >= _FUNCTION_SHARE * len(words)


def _found(name: str, bare: str) -> bool:
    return any(pattern.search(bare) for pattern in _PATTERNS[name])


def _bare(text: str) -> str:
    """As written and without accents: some scripts are no longer themselves without their marks."""
    plain = _SPACES.sub(" ", _INVISIBLE.sub("", text[:_JUDGED])).casefold()
    return plain if plain.isascii() else f"{plain} \u2029 {fold(plain)}"
