"""ANON019: who of the authors did what."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import first_of
from faimi_check.rules.anonymity.text.remarks import remarked
from faimi_check.rules.anonymity.text.who_did_what import Credit, credit_sections, credit_sentences, renamed
from faimi_check.rules.anonymity.told import telling_hits
from faimi_check.rules.naming.ownership.telling import Topic
from faimi_check.rules.naming.text.prose import place
from faimi_check.rules.registry import NoParameters, Part, paper_of, rule

_SHOWN = 4
_FIX = "Leave it out of the submission, or write XX and YY; it returns in the final version."


@rule(
    "ANON019",
    "contributions",
    part=Part.PAPER,
    codes={"named": Severity.ERROR, "initials": Severity.WARNING},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def contributions(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """The paper says by name who of the authors did what.

    Why
        "A. Doe wrote the code" names the authors as surely as the lines under the title; initials narrow them down.

    How it decides
        Sections headed Author Contributions, CRediT and the like, and sentences in the same words anywhere: roles of
        the CRediT taxonomy beside names, "contributed equally", "designed the study and wrote the paper", "the study
        was conceived by", and initials of those who read the images. Names are an error, initials alone a warning.
        "All authors contributed equally", XX and YY, initials that are said to be changed, Author 1, a note that the
        section was removed, and sentences that cite somebody are no finding.

    When it can be wrong
        Persons who are no authors and did part of the work; two capitalised words that are no name.

    Fix
        Leave the section out until the final version, or write XX and YY.
    """
    paper = paper_of(submission)
    found = list(_worded(paper))
    yield from found
    told = [*(hit.evidence for hit in found), *remarked(paper), *renamed(paper)]
    yield from telling_hits(paper, {Topic.PEOPLE: "named"}, _FIX, told)


def _worded(paper: Paper) -> Iterator[Hit]:
    """What is told by its wording."""
    sections = list(credit_sections(paper))
    yield from (_hit(paper, [section], "section", Confidence.CERTAIN) for section in sections)
    held = " ".join(section.said for section in sections)
    others = [credit for credit in credit_sentences(paper) if credit.said not in held]
    # One finding for all sentences: a list of roles is one sentence an author.
    for group in ([one for one in others if one.persons], [one for one in others if not one.persons]):
        if group:
            yield _hit(paper, group, "text", Confidence.LIKELY)


def _hit(paper: Paper, told: list[Credit], kind: str, sure: Confidence) -> Hit:
    named = bool(told[0].persons)
    who = list(dict.fromkeys(name for credit in told for name in (credit.persons or credit.initials)))
    first = told[0]
    return Hit(
        code="named" if named else "initials",
        message=f"The {kind} says who did what, and {'names' if named else 'gives the initials'} "
        f"{first_of(who, _SHOWN)}.",
        fix=_FIX,
        confidence=sure if named else Confidence.POSSIBLE,
        evidence=" | ".join(credit.said for credit in told)[:EVIDENCE_LIMIT],
        where=place(paper, first.passage, first.start, first.end),
    )
