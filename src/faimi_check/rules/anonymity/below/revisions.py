"""Earlier states of the file that its last state no longer shows."""

from __future__ import annotations

from faimi_check.model.finding import Confidence, Hit, Location, Severity
from faimi_check.model.paper import MetadataField, Paper, Revision
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import quote
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.commands import scrubbing
from faimi_check.rules.naming.fields.author_blocks import author_block
from faimi_check.rules.naming.fields.gathering import Gathered, gather
from faimi_check.rules.naming.fields.traces import persons
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

_FIX = (
    "Save the PDF anew instead of updating it (print to PDF, or build it again from its source), or keep its last "
    "state only:\n\n{scrubbing}"
)
_LINES_SHOWN = 12
# What the program that wrote a state stamps it with; the next program to save the file puts its own in their place.
_STAMPS = frozenset({"Creator", "Producer", "PTEX.Fullbanner", "CreatorTool"})
_PLAIN_STAMPS = frozenset({"Trapped", "CreationDate", "CreateDate", "ModDate", "ModifyDate", "MetadataDate"})


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
        metadata, notes and text of each earlier state, and looks at what the last state does not say; so it does with
        pages that are in the file and not among those it shows (templates, pages that an editor took out). Names in
        author fields, people in lines of their own with their house beside or below, e-mail addresses, ORCID iDs,
        personal links and paths with a user's name among it are an error; anything else that was deleted is a warning,
        but for the stamps of the program that wrote the state.
        So is a small picture (thumbnail) of a page that shows ink where the page has none, or the other way round;
        where it is too small or cannot be read, that is said.

    When it can be wrong
        Text that was only moved to another line break counts as deleted.

    Fix
        Save the PDF anew instead of updating it, or run `faimi-check scrub PAPER.pdf -o OUT.pdf`.
    """
    paper = paper_of(submission)
    if other := [page.number for page in paper.pages if page.thumbnail_differs]:
        yield _thumbnails(paper, other)
    seen: set[tuple[str, ...]] = set()
    for revision in paper.revisions:
        lost = (*(f"{field.key}: {field.value}" for field in revision.lost_fields), *revision.lost_text)
        if not lost or lost in seen:
            continue
        seen.add(lost)
        found = [hit for hit in gather(_fields(revision)) if hit.confidence is not Confidence.POSSIBLE]
        block = author_block(revision.lost_text)
        if not found and not revision.lost_text and all(map(_is_stamp, revision.lost_fields)):
            continue
        if found or block:
            confidence = max((hit.confidence for hit in found), key=lambda level: level.rank, default=Confidence.LIKELY)
            said = "; ".join((*(hit.quoted() for hit in found), *([quote("; ".join(block))] if block else ())))
            message = (
                f"{_which(paper, revision)} can be brought back and still says {said}, which the last state does not."
            )
        else:
            confidence = Confidence.CERTAIN
            message = f"{_which(paper, revision)} can be brought back and says more than the last one."
        yield Hit(
            code="identifies" if found or block else "says-more",
            message=message,
            evidence=" / ".join(dict.fromkeys((*block, *_texts(found), *lost[:_LINES_SHOWN]))),
            fix=_FIX.format(scrubbing=scrubbing(paper)),
            confidence=confidence,
            where=Location(file=paper.file),
        )


def _thumbnails(paper: Paper, pages: list[int]) -> Hit:
    return Hit(
        code="says-more",
        message=f"The small picture (thumbnail) that the file holds of {listed_pages(pages)} shows something else than"
        f" {'the page' if len(pages) == 1 else 'the pages'}: it may be as it was before.",
        fix=_FIX.format(scrubbing=scrubbing(paper)),
        confidence=Confidence.LIKELY,
        where=Location(file=paper.file, page=pages[0]),
    )


def _is_stamp(field: MetadataField) -> bool:
    """Whether a field says which program wrote the state, and nothing of anybody."""
    key = field.key.rpartition(":")[2]
    return key in _PLAIN_STAMPS or (key in _STAMPS and not any(True for _ in persons(field.value)))


def _which(paper: Paper, revision: Revision) -> str:
    """What says more, as the beginning of a sentence."""
    if revision.place:
        return revision.place[0].upper() + revision.place[1:]
    states = sum(not one.place for one in paper.revisions)
    return f"State {revision.number} of {states + 1} of this file"


def _fields(revision: Revision) -> list[MetadataField]:
    text = " ".join(revision.lost_text)
    lines = [
        MetadataField("text", "text", text[start : start + 3800]) for start in range(0, min(len(text), 40_000), 3700)
    ]
    return [*revision.lost_fields, *lines]


def _texts(found: list[Gathered]) -> list[str]:
    return [text for hit in found for text in hit.texts.values()]
