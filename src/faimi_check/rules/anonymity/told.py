"""Sentences that tie what they name to the authors, by their score, as hits of the rule whose business they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit
from faimi_check.model.paper import Paper
from faimi_check.model.text.counted import first_of
from faimi_check.rules.anonymity.quoted import Quoted
from faimi_check.rules.late import late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.ownership.telling import Telling, Topic
from faimi_check.rules.naming.text.sentences import Sentence
from faimi_check.rules.naming.whose.public_statements import names_collection

_SHOWN = 3
# "The statements are solely those of the authors": what agreements on data ask for.
_DISCLAIMED = late(
    r"\b(?:solely|only|entirely)? ?(?:those|the responsibility|the views?) of (?:the |its )?authors?\b|\bthe"
    r" authors[’'] (?:own|alone)\b"
)
_FIRST_PERSON = late(r"\b(?:[Ww]e|[Oo]ur|us|[Aa]uthors?)\b")


def telling_hits(paper: Paper, codes: Mapping[Topic, str], fix: str, told: Iterable[str] = ()) -> Iterator[Hit]:
    """A hit for each sure sentence on one of these topics, and one for all doubtful ones: each would ask the same.

    `codes` are the topics' codes; that of several is the first one's. Sentences that are `told` already, by their
    wording or as another rule's business, are left out.
    """
    found = [
        one
        for one in untold(facts_of(paper).tellings, told)
        if one.topic in codes and (one.labelled or not _is_providers(one.sentence))
    ]
    yield from (_hit(paper, [one], codes[one.topic], fix) for one in found if one.sure)
    doubtful = [one for one in found if not one.sure]
    if doubtful:
        topics = {one.topic for one in doubtful}
        yield _hit(paper, doubtful, next(code for topic, code in codes.items() if topic in topics), fix)


def _is_providers(sentence: Sentence) -> bool:
    """Whether a sentence, or the one before, speaks of a public collection, and it does not speak of the authors."""
    text = _DISCLAIMED.sub(" ", sentence.text)
    collection = names_collection(sentence.text) or names_collection(sentence.before)
    return collection and _FIRST_PERSON.search(text) is None


def untold(tellings: Iterable[Telling], told: Iterable[str]) -> Iterator[Telling]:
    """The sentences that none of the texts `told` quotes yet."""
    quoted = Quoted(told)
    yield from (one for one in tellings if not quoted.holds(one.sentence.text))


def _hit(paper: Paper, found: list[Telling], code: str, fix: str) -> Hit:
    names = list(dict.fromkeys(name for one in found for name in one.names))
    listed = first_of(names, _SHOWN) or "What is said here"
    sentence = found[0].sentence
    sure = found[0].sure
    return Hit(
        code=code,
        message=f"The sentence ties {listed} to the authors."
        if sure
        else f"{listed}: the words round it may tie it to the authors; please look.",
        fix=fix,
        confidence=Confidence.LIKELY if sure else Confidence.POSSIBLE,
        evidence=" | ".join(one.sentence.text.strip() for one in found)[:EVIDENCE_LIMIT],
        where=sentence.passage.location(paper.file, sentence.start, sentence.end),
    )
