"""What each sentence of a paper names, found once for all who ask."""

from __future__ import annotations

from typing import NamedTuple

from faimi_check.model.paper import Paper
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.mentions.kind import Mention
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.text.sentences import Sentence, sentences


class Mentioned(NamedTuple):
    """A sentence with what it names, in no order."""

    sentence: Sentence
    mentions: tuple[Mention, ...]


@once_a_paper
def mentioned(paper: Paper) -> tuple[Mentioned, ...]:
    """All sentences of a paper, in reading order."""
    common = vocabulary(paper)
    return tuple(Mentioned(one, mentions_in(one.text, common)) for one in sentences(paper))
