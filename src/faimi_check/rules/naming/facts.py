"""What rules ask of one paper: the one door to naming's facts, each worked out when it is first asked for, and once.

Rules select from these facts and word what they found; how a fact is told stands in the rooms behind this door.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from faimi_check.model.paper import Paper
from faimi_check.model.submission import KnownAuthor
from faimi_check.model.text.passage import Passage
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.mentions.devices import is_bought
from faimi_check.rules.naming.mentions.kind import Kind, Mention
from faimi_check.rules.naming.ownership.mentioned import mentioned
from faimi_check.rules.naming.ownership.scored import Scored
from faimi_check.rules.naming.ownership.telling import Telling, Topic, tellings, unaccounted
from faimi_check.rules.naming.people.author_section import AuthorSection, author_section
from faimi_check.rules.naming.people.positions import Position, positions
from faimi_check.rules.naming.support.funders import Statement
from faimi_check.rules.naming.support.funding import statements
from faimi_check.rules.naming.text.prose import own_text
from faimi_check.rules.naming.text.sentences import Sentence, sentences
from faimi_check.rules.naming.text.word_order import stands_in_sentences
from faimi_check.rules.naming.tongues.languages import foreign
from faimi_check.rules.naming.whose.credit_lines import CreditLine, credit_lines
from faimi_check.rules.naming.whose.paper_link import PaperLink
from faimi_check.rules.naming.whose.paper_links import paper_links

if TYPE_CHECKING:
    from faimi_check.rules.naming.tongues.told import Abroad


class PaperFacts:
    """The facts of one paper. Everything in it is frozen."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper

    @cached_property
    def author_section(self) -> AuthorSection:
        """What stands between title and abstract, and whom it names."""
        return author_section(self._paper)

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """Where the small print of the first pages says where an author is or was."""
        return tuple(one for one in positions(self._paper) if not (one.bare and is_bought(one.text)))

    @cached_property
    def own_text(self) -> tuple[Passage, ...]:
        """The paper's prose in flows that read on: body, footnotes, floats; no reference lists."""
        return own_text(self._paper)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, those of notes in the margin and of listings apart from the text beside them."""
        return sentences(self._paper)

    @cached_property
    def houses(self) -> tuple[tuple[Sentence, tuple[str, ...]], ...]:
        """The sentences that name houses, with the names."""
        named = ((one.sentence, _houses(one.mentions)) for one in mentioned(self._paper))
        return tuple((sentence, names) for sentence, names in named if names)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Statements of thanks and funding, with whom they name."""
        return tuple(statements(self._paper))

    @cached_property
    def credit_lines(self) -> tuple[CreditLine, ...]:
        """Lines that name people for contact, for their rights or for how to cite them."""
        return credit_lines(self._paper)

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        """The sentences that tie what they name to the authors, with a score."""
        found = self._abroad
        told = tellings(self._paper)
        if self.is_shuffled:
            told = tuple(one for one in told if not _cites_by_score(one))
        return found.added_to(told) if found else told

    @cached_property
    def unaccounted(self) -> tuple[Scored, ...]:
        """People, institutions and places that nothing in the paper accounts for, surest first."""
        found = self._abroad
        listed = unaccounted(self._paper)
        return tuple(one for one in listed if id(one.sentence) not in found.known) if found else listed

    @cached_property
    def is_shuffled(self) -> bool:
        """Whether scores would tell of citations among words that stand in no sentences, of which they say nothing."""
        return any(map(_cites_by_score, tellings(self._paper))) and not stands_in_sentences(self._paper)

    @cached_property
    def _abroad(self) -> Abroad | None:
        """What is told in other languages than English; of most papers, nothing needs to be loaded to know that."""
        if not foreign(self._paper):
            return None
        from faimi_check.rules.naming.tongues.told import abroad

        return abroad(self._paper)

    def links(self, known: tuple[KnownAuthor, ...] = ()) -> tuple[PaperLink, ...]:
        """The links that are not harmless by their place, with whose they are; `known` are the authors if given."""
        return tuple(paper_links(self._paper, known))


def _houses(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(one.text for one in mentions if one.kind is Kind.INSTITUTION)


def _cites_by_score(one: Telling) -> bool:
    return one.topic is Topic.WORK and not one.worded


@once_a_paper
def facts_of(paper: Paper) -> PaperFacts:
    """The facts of this paper."""
    return PaperFacts(paper)
