"""LNCS005: the parts a paper must have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from faimi_check.model.finding import Confidence, Hit, Severity, Undecided
from faimi_check.model.page import FURNITURE, Line, Region
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.lncs.running_text import location
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity import is_placeholder, orcids
from faimi_check.rules.naming.people.author_section import Naming
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.names import names_in, vocabulary
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule
from faimi_check.rules.word_processors import fix

_LITTLE_TEXT = 400
_AUTHOR_SECTION = {
    "placeholder": "Keep the template's anonymous section: Anonymized Authors, Anonymized Affiliations.",
    "named": "Name the authors and their affiliations under the title, as the template has them.",
    "any": "Keep the template's author section, with the authors' names or without.",
}


class RequiredParts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the author section is to hold: a placeholder (which ANON001 judges), people's names, or either.

    The loader sets it by what the venue says of blind review and of the paper's stage, unless the profile does.
    """

    authors: Literal["placeholder", "named", "any"] = "placeholder"


@rule(
    "LNCS005",
    "required-parts",
    part=Part.PAPER,
    codes={
        "title": Severity.WARNING,
        "author-section": Severity.ERROR,
        "authors-not-named": Severity.ERROR,
        "abstract": Severity.WARNING,
        "keywords": Severity.WARNING,
        "references": Severity.WARNING,
    },
    params=RequiredParts,
    needs={Aspect.TEXT, Aspect.LAYOUT},
    requires={"DOC001"},
)
def required_parts(submission: Submission, wanted: RequiredParts) -> RuleResults:
    """A part is missing: title, author section, abstract, keywords or references.

    Why
        The template has them all. Leaving out the author section (an anonymous placeholder), the abstract or the
        keywords wins room that others do not have.

    How it decides
        The title is the largest text at the top of page 1; the author section all that stands between it and the
        abstract; abstract and keywords are found by their labels in English, German, French and some other
        languages, an abstract without a label by its smaller type or indentation; references by their heading and
        the shape of their entries. Where review is not anonymous, and in camera-ready versions, the author section
        must name people instead of holding a placeholder. The author section counts as taken out only where title and
        abstract (or the first heading) were found and no line above the abstract holds an address, an institution or
        names.

    When it can be wrong
        Keywords without their label are not recognized, nor is an abstract without one that is set as the body is.
        Where pages are pictures, garbled or were not read, what may stand there is not reported as missing.

    Fix
        Put the part back as the template has it: \\author, \\institute, abstract with \\keywords inside,
        thebibliography.
    """
    paper = paper_of(submission)
    if _characters(paper) < _LITTLE_TEXT:
        yield Undecided("The paper has too little text to tell its parts.")
        return
    yield from _missing(paper, wanted)
    if wanted.authors == "named" and facts_of(paper).author_section.naming in (Naming.PLACEHOLDER, Naming.TEMPLATE):
        yield _hit(
            paper,
            "authors-not-named",
            "The author section names nobody, but the authors are to be named here.",
            "Put your names and affiliations under the title, as the template has them.",
        )


def _characters(paper: Paper) -> int:
    return sum(len(line.text) for page in paper.pages for line in page.lines if line.region is not Region.HIDDEN)


def _missing(paper: Paper, wanted: RequiredParts) -> RuleResults:
    parts = paper.parts
    first_page_read = not paper.pages[0].illegible
    if first_page_read:
        if not parts.title:
            yield _hit(
                paper,
                "title",
                "No title was found on page 1.",
                fix(
                    paper,
                    "Give the paper a title with \\title and \\maketitle.",
                    "font",
                    "set the title in the template's style for it.",
                ),
            )
        yield from _missing_author_section(paper, wanted)
    if not parts.abstract and first_page_read:
        yield _hit(paper, "abstract", "No abstract was found.", "Give the paper an abstract as the template has it.")
    if not parts.keywords and first_page_read:
        yield _hit(
            paper,
            "keywords",
            "No keywords were found; at least one is needed.",
            "Add keywords after the abstract, as the template has them.",
        )
    if not parts.references and _read_to_its_end(paper):
        yield _hit(
            paper,
            "references",
            "No list of references was found.",
            "List the works cited under the heading References.",
        )


def _read_to_its_end(paper: Paper) -> bool:
    return not any(page.illegible for page in paper.pages) and not any(
        Aspect.TEXT in problem.aspects for problem in paper.problems
    )


def _missing_author_section(paper: Paper, wanted: RequiredParts) -> RuleResults:
    """It was taken out only where title and abstract stand in sight and nothing that may be authors is near them."""
    parts = paper.parts
    if parts.author_block or _speaks_of_authors(paper):
        return
    if not parts.title or not (parts.abstract or parts.headings):
        yield Undecided("Title and abstract could not be placed, so an author section could not be looked for.")
        return
    yield _hit(
        paper,
        "author-section",
        "Nothing stands between the title and the abstract: the author section was taken out.",
        _AUTHOR_SECTION[wanted.authors],
    )


def _speaks_of_authors(paper: Paper) -> bool:
    """Whether a line above the abstract on page 1, in whatever column or frame, may belong to an author section."""
    if facts_of(paper).author_section.naming is not Naming.ABSENT:
        return True
    common = vocabulary(paper)
    titled = frozenset(paper.parts.title)
    named = 0
    for ref, line in _above_abstract(paper):
        if "@" in line.text or any(orcids(line.text)) or is_institution(line.text) or is_placeholder(line.text):
            return True
        named += ref not in titled and bool(names_in(line.text, common))
    return named > 1


def _above_abstract(paper: Paper) -> Iterator[tuple[LineRef, Line]]:
    page = paper.pages[0]
    starts = [*paper.parts.abstract[:1], *(heading.at for heading in paper.parts.headings[:1])]
    ends = [page.lines[at.line].baseline for at in starts if at.page == 1]
    end = min(ends, default=page.height / 2)
    for index, line in enumerate(page.lines):
        if line.region not in FURNITURE and line.baseline < end - 1:
            yield LineRef(1, index), line


def _hit(paper: Paper, code: str, message: str, fix: str) -> Hit:
    page = len(paper.pages) if code == "references" else 1
    return Hit(code=code, message=message, fix=fix, confidence=Confidence.LIKELY, where=location(paper, page))
