"""ANON005: acknowledgements, funding and thanks."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.anonymity.fitting import fitting
from faimi_check.rules.anonymity.quoted import Quoted
from faimi_check.rules.anonymity.told import telling_hits
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.ownership.score import is_denied
from faimi_check.rules.naming.ownership.telling import Topic
from faimi_check.rules.naming.support.declarations import Declaration, declarations
from faimi_check.rules.naming.support.funders import Named, Statement, named_in
from faimi_check.rules.naming.support.others_support import speaks_of_others
from faimi_check.rules.naming.support.weight import Weight, weigh
from faimi_check.rules.naming.text.prose import place
from faimi_check.rules.naming.whose.public_statements import (
    Whose,
    is_public_grant,
    names_collection,
    pays_for_public_data,
    thanks_for_data,
    thanks_makers,
    told_apart,
    without_makers,
)
from faimi_check.rules.registry import NoParameters, Part, paper_of, rule

_FIX = "Leave acknowledgements and funding out of the submission; they return in the final version."
_DECLARED_FIX = "Leave names, initials, companies and patents out of the submission; they return in the final version."
_SHOWN = 4


@rule(
    "ANON005",
    "acknowledgements",
    part=Part.PAPER,
    codes={"named": Severity.ERROR, "unclear": Severity.WARNING, "template": Severity.NOTE},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def acknowledgements(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """Acknowledgements, a funding note or a grant number tell who the authors are.

    Why
        A grant number leads to a named project in one search; thanks to a colleague or clinic place the authors, and
        so do a patent, shares in a firm and a dedication.

    How it decides
        Sections headed Acknowledgements, Funding and the like (also misspelt, run into the text, without number or in
        a footnote), sentences such as "this work was supported by ...", and grant numbers. They are an error where
        they name a funder, a grant or a person, or say from whom an author has a stipend. Thanks to reviewers only, a
        note that the section was removed, and prose such as "supported by the results" are no finding, nor are the
        words that a provider of public data asks everybody to print ("Data were provided by OASIS-3: ...", ADNI, LIDC,
        HCP): sentences whose subject is the collection or its data. Thanks to such a provider in other words, the name
        of a machine or computing centre and what names nobody for sure are a warning; the template's "Supported by
        organization x" is a note, as it names nobody. Declared interests and patents ("S. Doe received fees from",
        "inventors") and dedications ("in memory of") are an error where they name a person, a warning with initials, a
        company or a patent's number; so are whose pay the authors draw and whose views theirs are said not to be. Notes
        in some twenty other languages are told by their words for support and thanks, with a number or a name.

    When it can be wrong
        A company or project thanked for a public tool reads like a funder.

    Fix
        Leave the section and the title's footnote out until the final version.
    """
    paper = paper_of(submission)
    found = list(_worded(paper))
    told = telling_hits(paper, {Topic.SUPPORT: "named"}, _FIX, [hit.evidence for hit in found])
    yield from fitting((*found, *told), _FIX)


def _worded(paper: Paper) -> Iterator[Hit]:
    """What is told by its wording."""
    told = Quoted()
    for statement in _most_telling(facts_of(paper).statements):
        own, named, weight = _judge(statement)
        if weight is not Weight.NOTHING:
            if weight is Weight.NAMED:
                told.add(own.text)
            yield _hit(own, named, weight)
    for one in declarations(paper):
        said = one.passage.text[one.start : one.end].strip()
        if not told.begin(said) and (one.outright or not is_denied(said)):
            yield _declared(paper, one, said)


def _declared(paper: Paper, one: Declaration, said: str) -> Hit:
    """A finding on an interest, a patent or a dedication."""
    gives = ", ".join((one.persons or one.traces)[:_SHOWN])
    return Hit(
        code="named" if one.persons else "unclear",
        message=f"The sentence names {gives}."
        if one.persons
        else f"An interest, a patent or a disclaimer that may tell who the authors are ({gives}): please look.",
        fix=_DECLARED_FIX,
        confidence=Confidence.LIKELY if one.persons else Confidence.POSSIBLE,
        evidence=said[:EVIDENCE_LIMIT],
        where=place(paper, one.passage, one.start, one.end),
    )


def _judge(statement: Statement) -> tuple[Statement, Named, Weight]:
    """What of a statement the authors say of themselves, whom it names, and how much it gives away."""
    if not names_collection(statement.text):
        named = named_in(statement)
        others = speaks_of_others(statement.text) or pays_for_public_data(statement.text, named.grants)
        if others and not named.persons:
            return statement, named, Weight.NOTHING
        weight = weigh(statement, named)
        doubted = weight is Weight.NAMED and not statement.is_section and is_denied(statement.text)
        return statement, named, Weight.UNCLEAR if doubted else weight
    own, doubtful = [], []
    for sentence, speaker in told_apart(without_makers(statement.text)):
        alone = structs.replace(statement, text=sentence)
        named = named_in(alone)
        private = speaker is Whose.DOUBT and not all(map(is_public_grant, named.grants))
        if thanks_makers(sentence):
            continue
        if named.persons and thanks_for_data(sentence):
            # Those who made public data are hardly the authors.
            doubtful.append(sentence)
        elif speaker is Whose.OWN or named.persons or private:
            own.append(sentence)
        elif speaker is not Whose.PROVIDER and weigh(alone, named) is not Weight.NOTHING:
            doubtful.append(sentence)
    said = structs.replace(statement, text=" ".join(own))
    named = named_in(said)
    weight = weigh(said, named)
    if weight is Weight.NOTHING and doubtful:
        return structs.replace(statement, text=" ".join(doubtful)), named, Weight.UNCLEAR
    return said, named, weight


def _most_telling(found: tuple[Statement, ...]) -> list[Statement]:
    """Sections first, and no sentence twice that a section already holds."""
    kept: list[Statement] = []
    quoted = Quoted()
    for statement in sorted(found, key=lambda one: not one.is_section):
        if not quoted.begin(statement.text):
            kept.append(statement)
            quoted.add(statement.text)
    return kept


def _hit(statement: Statement, named: Named, weight: Weight) -> Hit:
    messages = {
        Weight.NAMED: f"The {'section' if statement.is_section else 'sentence'} names {named.summary or 'a funder'}.",
        Weight.TEMPLATE: "The title's footnote still holds the template's funding note.",
        Weight.UNCLEAR: "Acknowledgements or funding that may tell who the authors are: please look.",
    }
    confidences = {
        Weight.NAMED: Confidence.CERTAIN if statement.is_section else Confidence.LIKELY,
        Weight.UNCLEAR: Confidence.POSSIBLE,
        Weight.TEMPLATE: Confidence.LIKELY,
    }
    return Hit(
        code=weight.value,
        message=messages[weight],
        fix=_FIX,
        confidence=confidences[weight],
        evidence=statement.text[:EVIDENCE_LIMIT],
        where=statement.where,
    )
