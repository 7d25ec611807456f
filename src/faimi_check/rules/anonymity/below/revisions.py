"""Earlier states of the file that its last state no longer shows."""

from __future__ import annotations

from faimi_check.model.finding import Confidence, Hit, Location, Severity
from faimi_check.model.paper import MetadataField, Revision
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.commands import scrubbing
from faimi_check.rules.naming.fields.gathering import Gathered, gather
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

_FIX = (
    "Save the PDF anew instead of updating it (print to PDF, or build it again from its source), or keep its last "
    "state only:\n\n{scrubbing}"
)
_LINES_SHOWN = 12


@rule(
    "ANON012",
    "earlier-revision",
    part=Part.PAPER,
    codes={"identifies": Severity.ERROR, "says-more": Severity.WARNING},
    needs={Aspect.STRUCTURE},
    requires={"DOC001"},
)
def earlier_revision(submission: Submission, _: NoParameters) -> RuleResults:
    """An earlier state of the paper is still inside the file and says more than the last one.

    Why
        Many editors save a change by appending it: the names that were deleted stay in the file, and cutting off
        its end brings them back.

    How it decides
        Walks the chain of saved states (not the count of `%%EOF`, which is two in any file made for the web), reads
        metadata, notes and text of each earlier state, and looks at what the last state does not say. Names in
        author fields, e-mail addresses, ORCID iDs, personal links and paths with a user's name among it are an
        error; anything else that was deleted is a warning.

    When it can be wrong
        Text that was only moved to another line break counts as deleted.

    Fix
        Save the PDF anew instead of updating it, or run `faimi-check scrub PAPER.pdf -o OUT.pdf`.
    """
    paper = paper_of(submission)
    seen: set[tuple[str, ...]] = set()
    for revision in paper.revisions:
        lost = (*(f"{field.key}: {field.value}" for field in revision.lost_fields), *revision.lost_text)
        if not lost or lost in seen:
            continue
        seen.add(lost)
        found = [hit for hit in gather(_fields(revision)) if hit.confidence is not Confidence.POSSIBLE]
        which = f"State {revision.number} of {len(paper.revisions) + 1} of this file"
        if found:
            confidence = max((hit.confidence for hit in found), key=lambda level: level.rank)
            said = "; ".join(hit.quoted() for hit in found)
            message = f"{which} can be brought back and still says {said}, which the last state does not."
        else:
            confidence, message = Confidence.CERTAIN, f"{which} can be brought back and says more than the last one."
        yield Hit(
            code="identifies" if found else "says-more",
            message=message,
            evidence=_evidence(found, lost),
            fix=_FIX.format(scrubbing=scrubbing(paper)),
            confidence=confidence,
            where=Location(file=paper.file),
        )


def _fields(revision: Revision) -> list[MetadataField]:
    text = " ".join(revision.lost_text)
    lines = [
        MetadataField("text", "text", text[start : start + 3800]) for start in range(0, min(len(text), 40_000), 3700)
    ]
    return [*revision.lost_fields, *lines]


def _evidence(found: list[Gathered], lost: tuple[str, ...]) -> str:
    told = [text for hit in found for text in hit.texts.values()]
    return " / ".join(dict.fromkeys((*told, *lost[:_LINES_SHOWN])))
