"""What each sentence of a paper names, found once for all who ask."""

from __future__ import annotations

import re
from typing import NamedTuple

from faimi_check.model.paper import Paper
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.mentions.kind import Mention
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.people.institution_names import looks_institutional
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.text.sentences import Sentence, sentences
from faimi_check.rules.naming.text.stems import is_everyday

# Not the first word, which has one in prose as well.
_CAPITALISED = re.compile(r"(?<=[a-z] )[A-Z][a-z]{2,}(?![\w-])")


class Mentioned(NamedTuple):
    """A sentence with what it names, in no order."""

    sentence: Sentence
    mentions: tuple[Mention, ...]


@once_a_paper
def mentioned(paper: Paper) -> tuple[Mentioned, ...]:
    """All sentences of a paper, in reading order."""
    common = vocabulary(paper)
    return tuple(Mentioned(one, mentions_in(_as_prose(one, common), common)) for one in sentences(paper))


def _as_prose(sentence: Sentence, common: frozenset[str]) -> str:
    """The text of a sentence; in a heading, without the capitals that any word has there: "on Our Maastricht knees"."""
    if sentence.place != "heading":
        return sentence.text

    def as_prose(found: re.Match[str]) -> str:
        word = found[0]
        small = (word.lower() in common or is_everyday(word)) and not looks_institutional(word)
        return word.lower() if small else word

    return _CAPITALISED.sub(as_prose, sentence.text)
