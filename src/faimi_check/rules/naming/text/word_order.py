"""Whether a paper's text stands in sentences: words in no order say nothing of whose anything is.

Filler made of a paper's words, columns that were read across, and text that was shuffled have "we" and "our" as prose
does; what was learned from sentences holds for none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from faimi_check.model.paper import Paper
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.text.sentences import sentences
from faimi_check.rules.tables import table

# One in twenty sentences at most has such a pair in papers, where letters are variables ("a and b"); of shuffled
# words, four in ten have.
_SHARE = 0.2
_SHORTEST, _FEWEST = 6, 12
_MOST_SENTENCES, _LONGEST = 400, 600
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\s\w]|\d+")


@once_a_paper
def stands_in_sentences(paper: Paper) -> bool:
    """Whether what the paper says is in the order of sentences, or too little to tell."""
    asked = disordered = 0
    for text in _long_enough(paper):
        asked += 1
        disordered += has_disorder(text)
    return asked < _FEWEST or disordered < _SHARE * asked


def _long_enough(paper: Paper) -> Iterator[str]:
    for sentence in sentences(paper)[:_MOST_SENTENCES]:
        text = sentence.text[:_LONGEST]
        if text.count(" ") >= _SHORTEST:
            yield text


def has_disorder(text: str) -> bool:
    """Whether two small words stand side by side as they do in no English sentence: "the of", "we is", "our and"."""
    return any(second in _never_behind(first) for first, second in pairwise(_WORD.findall(text.lower())))


def _never_behind(word: str) -> frozenset[str]:
    return _pairs().get(word, frozenset())


@cache
def _pairs() -> dict[str, frozenset[str]]:
    """What never stands right behind a word, by that word."""
    found: dict[str, frozenset[str]] = {}
    for row in table("word_order")["never"]:
        for first in row["behind"]:
            found[first] = found.get(first, frozenset()).union(row["words"])
    return found
