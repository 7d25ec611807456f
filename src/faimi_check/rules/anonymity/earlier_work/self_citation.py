"""ANON007: one's own earlier work, cited as one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from faimi_check.model.finding import Confidence, Hit, Severity, Undecided
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.model.text.passage import Passage
from faimi_check.rules.anonymity.earlier_work.around_citations import (
    INSPIRED,
    done_before,
    looked_back,
    referred,
    related,
)
from faimi_check.rules.anonymity.earlier_work.challenge_team import own_teams
from faimi_check.rules.anonymity.earlier_work.cited_hits import cited_hit, uncited_hit
from faimi_check.rules.anonymity.earlier_work.own_entries import own_entries
from faimi_check.rules.anonymity.earlier_work.own_manuscripts import chapters, theses, unpublished
from faimi_check.rules.anonymity.earlier_work.own_preprint import own_preprints
from faimi_check.rules.anonymity.earlier_work.own_sayings import said_by_us, told_by_us
from faimi_check.rules.anonymity.earlier_work.own_work import alone, with_citation
from faimi_check.rules.anonymity.earlier_work.registrations import FIX, registrations, said_of_registration
from faimi_check.rules.anonymity.earlier_work.said_as_own import said_as_own
from faimi_check.rules.anonymity.earlier_work.spoken_of import spoken_of
from faimi_check.rules.anonymity.quoted import Quoted
from faimi_check.rules.anonymity.told import untold
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.ownership.telling import Topic
from faimi_check.rules.naming.text.citations import cited_by, cited_near, cites_anonymously
from faimi_check.rules.naming.text.quotes import own_voice
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule
from faimi_check.rules.tables import table

_SHUFFLED = (
    "The paper's text does not read as sentences, as if its words or columns were shuffled. Whether these cite earlier "
    "work as the authors' own could not be told: please read a page."
)
# Within so many letters a sentence that cites has those whom it cites for its subject.
_CITED_FIRST = 30


class _Sentences:
    """Sentences already reported, so that two patterns in one sentence are one finding."""

    def __init__(self) -> None:
        self._seen: set[int] = set()

    def add(self, start: int, end: int) -> bool:
        """Whether no letter of it was reported yet; from now on all are."""
        letters = range(start, end)
        new = self._seen.isdisjoint(letters)
        self._seen.update(letters)
        return new


@rule(
    "ANON007",
    "self-citation",
    part=Part.PAPER,
    codes={
        "cited": Severity.ERROR,
        "uncited": Severity.WARNING,
        "preprint": Severity.ERROR,
        "team": Severity.WARNING,
        "unpublished": Severity.WARNING,
    },
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def self_citation(submission: Submission, _: NoParameters) -> RuleResults:
    """The paper cites earlier work as the authors' own.

    Why
        "In our previous work [3]" tells that the authors of entry 3 wrote this paper.

    How it decides
        Wordings such as "our previous work", "we have previously shown", "in [4], we proposed", "extends our
        workshop paper" or "the thesis of the first author" with a citation in the same sentence, also broken
        over lines; as a question also "Chapter 3 (published as [4])". The finding shows the cited entry.
        A work of which the text speaks as its authors do ("we had to assume in that paper", "at that time we did not
        yet know") is a warning, and so is one that a label calls so ("Ours, 2021 version [3]").
        Without a citation, "our earlier paper" is a warning. Where the authors are known, they decide: an entry
        by one of them makes it certain, an entry by others makes it a warning. "Previous work [3] has shown" is
        no finding, nor is a citation that was made anonymous. What other words tell is scored, and asked about where
        a word close to the citation is one that authors say of their own earlier work ("ago", "of ours", "where we").
        A number or address of a preprint is an error where the words say that it is this paper's: "the extended
        version of this paper (arXiv:2604.01877)", "our preprint", "full version: https://arxiv.org/abs/...".
        The name of one's own team in a challenge ("our team LumenX ranked second") is a warning.
        An entry that says itself whose it is ("our companion paper", "preprint of the present paper") is an error;
        one that is not published yet ("under review at", "in preparation") and names its authors is a warning, as is
        "(Doe and Roe, in revision)" in the text. Some twenty other languages are told by the same wordings ("en nuestro
        trabajo previo [3]", "我们在前期工作[3]中"). "As preregistered [5]" is the authors' own where the entry is a
        registration that names them, and a warning where it only leads to one. Where a text's words stand in no order
        of sentences (filler, columns read across), scores of citations say nothing, and the rule is undecided.

    When it can be wrong
        "Our" may mean the community's. Author guidelines that discuss the matter are recognised and skipped.

    Fix
        Write in the third person ("Smith et al. [3] showed ...") or cite it as anonymous.
    """
    paper = paper_of(submission)
    found = list(_worded(submission, paper))
    yield from found
    scored = list(_by_score(submission, paper, found))
    yield from scored
    yield from _by_speaking(submission, paper, [*found, *scored])
    if facts_of(paper).is_shuffled:
        yield Undecided(_SHUFFLED)


def _worded(submission: Submission, paper: Paper) -> Iterator[Hit]:
    """What is told by its wording."""
    yield from own_preprints(paper)
    yield from own_teams(paper)
    yield from own_entries(paper)
    for passage in facts_of(paper).own_text:
        seen = _Sentences()
        said = own_voice(passage.text)
        own_theses = list(theses(said))
        doubtful = [*said_as_own(said), *chapters(said), *related(said), *done_before(said)]
        yield from _registered(submission, paper, passage, said, seen)
        for match in (
            *with_citation(said),
            *said_by_us(said),
            *referred(said),
            *looked_back(said),
            *own_theses,
            *doubtful,
        ):
            start, end = passage.sentence(match.start(), match.end(), 400)
            said_there = cited_by(passage.text, match.start(), match.end(), min(end, match.end() + 160))
            cited = cited_near(paper, said_there)
            if cited is None or INSPIRED.search(passage.text[max(start, match.start() - 40) : match.start()]):
                continue
            if not seen.add(start, end):
                continue
            if not cited.anonymous and not _is_guideline(passage.text, start, end):
                hit = cited_hit(_authors_of(submission, paper), paper, passage, (start, end), cited.entries)
                yield replace(hit, confidence=Confidence.POSSIBLE) if match in doubtful else hit
        uncited = []
        for match in (*alone(said), *told_by_us(said), *own_theses, *unpublished(said)):
            start, end = passage.sentence(match.start(), match.end(), 400)
            anonymous = cites_anonymously(passage.text[start:end])
            if not anonymous and seen.add(start, end) and not _is_guideline(passage.text, start, end):
                uncited.append((start, end))
        if uncited:
            yield uncited_hit(paper, passage, uncited)


def _by_speaking(submission: Submission, paper: Paper, told: list[Hit]) -> Iterator[Hit]:
    """Works of which the text speaks as their authors do: others may, too, so each is a question."""
    said = Quoted(hit.evidence for hit in told)
    for sentence, start in spoken_of(paper):
        passage, end = sentence.passage, sentence.end
        if said.holds(sentence.text) or (start < sentence.start and said.holds(sentence.before)):
            continue
        cited = cited_near(paper, f"{passage.text[start:end]} ")
        if cited is not None and not cited.anonymous and not _is_guideline(passage.text, start, end):
            hit = cited_hit(_authors_of(submission, paper), paper, passage, (start, end), cited.entries)
            yield replace(hit, confidence=Confidence.POSSIBLE)


def _registered(submission: Submission, paper: Paper, passage: Passage, said: str, seen: _Sentences) -> Iterator[Hit]:
    """What the study at hand is registered as: its authors' own where the registration names them."""
    for match in registrations(said):
        span = passage.sentence(match.start(), match.end(), 400)
        cited = cited_near(paper, match[0])
        if cited is None or cited.anonymous or not seen.add(*span):
            continue
        sure = said_of_registration(cited.entries)
        if sure is not None and not _is_guideline(passage.text, *span):
            hit = replace(cited_hit(_authors_of(submission, paper), paper, passage, span, cited.entries), fix=FIX)
            yield (
                hit
                if sure is Confidence.LIKELY and not match["unsure"]
                else replace(hit, confidence=Confidence.POSSIBLE)
            )


def _by_score(submission: Submission, paper: Paper, told: list[Hit]) -> Iterator[Hit]:
    """Citations that the words round them tie to the authors, whatever words these are."""
    for one in untold(facts_of(paper).tellings, [hit.evidence for hit in told]):
        sentence = one.sentence
        if one.topic is not Topic.WORK or _is_guideline(sentence.passage.text, sentence.start, sentence.end):
            continue
        # "Lyngby et al. [1] disagree. The authors have said so before [2]".
        if sentence.text.lstrip().startswith("The authors ") and "[" in sentence.before[:_CITED_FIRST]:
            continue
        cited = cited_near(paper, f"{sentence.text} ")
        if cited is None and one.worded:
            yield uncited_hit(paper, sentence.passage, [(sentence.start, sentence.end)])
        if cited is None or cited.anonymous:
            continue
        if any(registrations(sentence.text)) and said_of_registration(cited.entries) is None:
            continue
        span = (sentence.start, sentence.end)
        hit = cited_hit(_authors_of(submission, paper), paper, sentence.passage, span, cited.entries)
        yield hit if one.sure else replace(hit, confidence=Confidence.POSSIBLE)


def _authors_of(submission: Submission, paper: Paper) -> tuple[KnownAuthor, ...]:
    """The known authors, else those that the author section names."""
    return submission.authors or tuple(KnownAuthor(name=person) for person in facts_of(paper).author_section.persons)


def _is_guideline(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 1500) : end + 1500]
    return sum(bool(re.search(cue, around, re.IGNORECASE)) for cue in table("self_citation")["guideline"]) >= 4
