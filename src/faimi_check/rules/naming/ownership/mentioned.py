"""What each sentence of a paper names, found once for all who ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from faimi_check.model.page import TextRun
from faimi_check.model.paper import Paper
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.mentions.kind import Kind, Mention
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.people.institution_names import looks_institutional
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.text.citations import leads_nowhere
from faimi_check.rules.naming.text.sentences import Sentence, sentences
from faimi_check.rules.naming.text.stems import is_everyday

# Not the first word, which has one in prose as well.
_CAPITALISED = re.compile(r"(?<=[a-z] )[A-Z][a-z]{2,}(?![\w-])")


# Times the size of a variable and points below it: an index is lower and smaller.
_INDEX, _LOWER, _LONGEST_LETTER, _MOST_INDEXES = 0.85, 0.4, 2, 5
_WORDS = frozenset({Kind.PERSON, Kind.NAME, Kind.PROJECT, Kind.TEAM, Kind.FUNDER, Kind.EVENT})


class Mentioned(NamedTuple):
    """A sentence with what it names, in no order."""

    sentence: Sentence
    mentions: tuple[Mention, ...]


@once_a_paper
def mentioned(paper: Paper) -> tuple[Mentioned, ...]:
    """All sentences of a paper, in reading order."""
    common = vocabulary(paper)
    return tuple(Mentioned(one, tuple(_named(paper, one, common))) for one in sentences(paper))


def _named(paper: Paper, sentence: Sentence, common: frozenset[str]) -> Iterator[Mention]:
    """What a sentence names, without brackets that cite nothing."""
    text = _as_prose(sentence, common)
    for one in mentions_in(text, common):
        if one.kind is Kind.CITATION:
            if not leads_nowhere(paper, text, one.start, one.end):
                yield one
        elif one.kind not in _WORDS or _indexed(paper).isdisjoint(one.text.split()):
            yield one


@once_a_paper
def _indexed(paper: Paper) -> frozenset[str]:
    """The variables that are set with letters for an index, small and below the line, and read as words: "Tmax"."""
    found = set()
    for page in paper.pages:
        runs = page.runs
        for line in page.lines:
            for at, (first, second) in enumerate(pairwise(line.runs)):
                letter, index = runs[first], runs[second]
                # Most runs are no smaller than those before them.
                if index.size < _INDEX * letter.size and index.baseline > letter.baseline + _LOWER:
                    name = letter.text.split(" ")[-1]
                    if name.isalpha() and len(name) <= _LONGEST_LETTER:
                        below = [runs[behind] for behind in line.runs[at + 1 : at + _MOST_INDEXES]]
                        found.add(name + "".join(_below(letter, below)))
    return frozenset(found)


def _as_prose(sentence: Sentence, common: frozenset[str]) -> str:
    """The text of a sentence; in a heading, without the capitals that any word has there: "on Our Maastricht knees"."""
    if sentence.place != "heading":
        return sentence.text

    def as_prose(found: re.Match[str]) -> str:
        word = found[0]
        small = (word.lower() in common or is_everyday(word)) and not looks_institutional(word)
        return word.lower() if small else word

    return _CAPITALISED.sub(as_prose, sentence.text)


def _below(letter: TextRun, behind: Sequence[TextRun]) -> Iterator[str]:
    """The index of a variable and that index's own, to where a word ends."""
    for run in behind:
        if run.size >= _INDEX * letter.size or run.baseline <= letter.baseline:
            return
        yield run.text.strip()
        if run.text.endswith(" "):
            return
