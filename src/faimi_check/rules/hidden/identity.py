"""Text that is hidden and tells who the authors are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from faimi_check.model.finding import Confidence, Hit, Location, Severity
from faimi_check.model.page import Box, HiddenText, Page, Region, TextRun
from faimi_check.model.paper import MetadataField, Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import quote
from faimi_check.model.text.page_list import listed_pages
from faimi_check.model.text.passage import paper_lines
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.fields.gathering import gather
from faimi_check.rules.naming.fields.traces import is_institution, persons
from faimi_check.rules.naming.identity import letters_of, looks_like_person
from faimi_check.rules.naming.people.institution_names import is_institution as is_named_institution
from faimi_check.rules.naming.text.requests import is_instruction
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

_SURE = ("email", "orcid", "link", "path")
_LONGEST_LIST = 600
# A mark of property or a running head; longer texts speak of others' institutions, too.
_LONGEST_MARK = 120
# How a figure's own text gets lost when the figure is cropped.
_OF_FIGURES = ("clipped away", "outside the visible page", "covered by")
_MARKED = "marked for redaction, but the redaction was never applied"
# What somebody blacked out is worth a look wherever it stands; other hidden text came with a figure, as a rule.
_BLACKED_OUT = ("blacked out", "background", "redaction")
# So is a name that is said in place of other words.
_DELIBERATE = (*_BLACKED_OUT, "in place of what is printed")
_CAPITALISED = late(r"[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){1,3}")
_PIECE = late(r"\S+")


@rule(
    "ANON013",
    "hidden-identity",
    part=Part.PAPER,
    codes={"identifies": Severity.ERROR, "name": Severity.ERROR, "possible-name": Severity.WARNING},
    needs={Aspect.TEXT, Aspect.VISIBILITY},
    requires={"DOC001"},
)
def hidden_identity(submission: Submission, _: NoParameters) -> RuleResults:
    """Text that is covered or made invisible still identifies the authors.

    Why
        A black bar, white type or a picture laid over a name hides it from the eye only: select, copy and paste,
        or any text search, brings it back. So does the program that matches papers with reviewers.

    How it decides
        Takes the text that a reader does not see (see MAN001), also what stands below a bar that an annotation
        draws or below a redaction that was marked and never applied, and looks in it for e-mail addresses, ORCID
        iDs, personal links and paths: errors. Names are an error where an institution stands beside them or where
        they stand above the abstract, and a warning elsewhere on the first page, below a bar and where they are said
        in place of what is printed. An institution alone, which no figure brought along and which no page shows, is a
        warning too, and an error where several pages hide it in the same words.

    When it can be wrong
        A capitalised pair of words above the abstract, or below a bar, that only looks like a name.

    Fix
        Delete the text in the source instead of covering it, and build the PDF again.
    """
    paper = paper_of(submission)
    found: dict[str, tuple[HiddenText, list[Hit]]] = {}
    for page in paper.pages:
        for hidden in (*page.hidden, *_marked_for_redaction(paper, page)):
            hit = identity_in(paper, page, hidden)
            if hit is not None:
                found.setdefault(hidden.text, (hidden, []))[1].append(hit)
    for hidden, hits in found.values():
        told = on_pages(hits)
        yield replace(told, code="name") if told.where.pages and _is_mark(paper, hidden) else told


def on_pages(hits: Sequence[Hit]) -> Hit:
    """What several pages hide in the same words (a watermark, a running head), as one finding on all of them."""
    pages = sorted({hit.where.page for hit in hits if hit.where.page})
    if len(pages) < 2:
        return hits[0]
    first = replace(hits[0].where, pages=tuple(pages))
    return replace(hits[0], message=f"{hits[0].message} The same is hidden on {listed_pages(pages)}.", where=first)


def _marked_for_redaction(paper: Paper, page: Page) -> Iterator[HiddenText]:
    """What stands below the redactions of a page that a program marked and never carried out."""
    for note in paper.annotations:
        if note.page != page.number or note.kind != "Redact":
            continue
        words = (_words_in(page.runs[at], note.box) for line in page.lines for at in line.runs)
        text = " ".join(filter(None, words))
        if text:
            yield HiddenText(text, note.box, _MARKED)


def _words_in(run: TextRun, box: Box) -> str:
    """The words of a run that stand in a box, told by their share of the run's width."""
    height = min(run.box.bottom, box.bottom) - max(run.box.top, box.top)
    if height < 0.5 * run.box.height or run.box.width <= 0:
        return ""
    letter = run.box.width / len(run.text)
    spans = ((match[0], run.box.x0 + letter * (match.start() + match.end()) / 2) for match in _PIECE.finditer(run.text))
    return " ".join(word for word, middle in spans if box.x0 <= middle <= box.x1)


def identity_in(paper: Paper, page: Page, hidden: HiddenText) -> Hit | None:
    """What a hidden text of a page tells of the authors, if anything."""
    found = [hit for hit in gather([MetadataField("text", "text", hidden.text)]) if hit.code in _SURE]
    sure = [hit for hit in found if hit.confidence is not Confidence.POSSIBLE]
    if sure:
        code, confidence = "identifies", max((hit.confidence for hit in sure), key=lambda level: level.rank)
        told = "; ".join(text for hit in sure for text in hit.texts.values())
    else:
        names = _names(paper, hidden)
        told, confidence = "; ".join(names), Confidence.LIKELY
        code = _name_code(paper, page, hidden) if names else ""
    if not code:
        return None
    return Hit(
        code=code,
        message=f"Hidden text on page {page.number} holds {quote(told)}: it is {hidden.how}.",
        evidence=hidden.text,
        fix="Delete it in the source and build the PDF again: text under a bar can be copied out of the file.",
        confidence=confidence,
        where=Location(file=paper.file, page=page.number, bbox=tuple(hidden.box)),
    )


def _names(paper: Paper, hidden: HiddenText) -> list[str]:
    """The names of persons in a hidden text; an institution counts as one where somebody blacked it out."""
    text = hidden.text[:_LONGEST_LIST]
    names = [trace.text for trace in persons(text) if " " in trace.text]
    if names or not any(word in hidden.how for word in _BLACKED_OUT):
        return names or _houses(paper, hidden)
    if is_institution(text):
        return [text]
    return [match[0] for match in _CAPITALISED.finditer(text) if looks_like_person(match[0])]


def is_of_figure(hidden: HiddenText) -> bool:
    """Whether a text may be what was lost when a figure was cropped."""
    return any(word in hidden.how for word in _OF_FIGURES)


def _houses(paper: Paper, hidden: HiddenText) -> list[str]:
    """The institution that is all a short text names, and that no cropped figure brought along and no page shows."""
    if (
        any(" " in trace.text for trace in persons(hidden.text))
        or is_of_figure(hidden)
        or len(hidden.text) > _LONGEST_MARK
        or not is_named_institution(hidden.text)
    ):
        return []
    return [] if letters_of(hidden.text) in _shown(paper) else [hidden.text]


def _is_mark(paper: Paper, hidden: HiddenText) -> bool:
    """Whether a text is no more than a house's mark, which nobody blacked out."""
    return not any(word in hidden.how for word in _DELIBERATE) and bool(_houses(paper, hidden))


@once_a_paper
def _shown(paper: Paper) -> str:
    """The letters and digits that pages show."""
    return letters_of(
        " ".join(line.text for _, line in paper_lines(paper, outside=True) if line.region is not Region.HIDDEN)
    )


def _name_code(paper: Paper, page: Page, hidden: HiddenText) -> str:
    """How much a hidden name weighs where it stands; "" where a pair of capitalised words is most likely no name."""
    if is_instruction(hidden.text) or len(hidden.text) > _LONGEST_LIST:
        return ""
    if _is_mark(paper, hidden):
        return "possible-name"
    if is_institution(hidden.text):
        return "name"
    barred = "possible-name" if any(word in hidden.how for word in _DELIBERATE) else ""
    if page.number != 1:
        return barred
    first = next((ref for ref in paper.parts.abstract if ref.page == 1), None)
    above = first is not None and hidden.box.bottom <= page.lines[first.line].box.top
    return "name" if above else "possible-name"
