"""LEN001 and LEN002: how many pages the paper has, and what stands on them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location, Severity, Undecided
from faimi_check.model.page import Line, PageKind, Region
from faimi_check.model.page_list import listed_pages
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.document.page_content import PageContent, content_after, page_location, reference_pages_worth
from faimi_check.rules.late import late
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule

# Entries are rarely longer; prose with a few numbered lines has far more lines to each.
_LINES_AN_ENTRY = 6
_SHOWN_PAGES = 3
_LISTED_LINE = late(r"^\s?(?:\[\w{1,12}\]|\d{1,3}[.)])\s.{0,400}\b(?:19|20)\d\d\b")
_TITLE = late(r"(?i)\b(?:refer|bibliogra|literatur|works cited)")
_NO_LIST = "No reference list could be found for certain, so content and references could not be told apart."
_MANY = 4
# So much of a page more, in a paper that is not too long in all, is a list that spills over.
_SPILL = 0.5


class PageLimit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Pages of content (anything but references), and pages in all."""

    content_pages: int = 8
    total_pages: int = 10


class ReferencePages(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Pages that references may fill, and pages in all within which a few lines more are no breach for most chairs."""

    reference_pages: int = 2
    total_pages: int = 10


@rule(
    "LEN001",
    "page-limit",
    part=Part.PAPER,
    params=PageLimit,
    codes={"content-over": Severity.ERROR, "total-over": Severity.ERROR},
    needs={Aspect.STRUCTURE, Aspect.TEXT, Aspect.LAYOUT},
    requires={"DOC001"},
)
def page_limit(submission: Submission, limit: PageLimit) -> RuleResults:
    """The paper is longer than the call allows.

    Why
        Papers over the limit are rejected without review. The extra pages are for references only.

    How it decides
        The reference list is followed from its heading to the last line of its last entry. Everything else is
        content where it stands: text, figures and tables, acknowledgements, an appendix or late figures after the
        references, text set at an angle; a footnote of a few lines goes with the text above it. The last page with
        content must not be over the content limit, the number of pages not over the limit for the whole file.
        Running heads, page numbers and line numbers do not count, and the references may start in the middle of a
        page.

    When it can be wrong
        A reference list in an unusual shape, or one without a heading, may be taken for content, and a note set
        like a reference for a reference. Where a paper has no list that could be found but text that may be one, or
        pages over the limit that cannot be read, the rule says that it could not tell.

    Fix
        Shorten the text by the number of lines given, or move the figure or appendix named onto the content pages.
    """
    paper = paper_of(submission)
    if paper.page_count > limit.total_pages:
        yield _total_over(paper, limit)
    over = content_after(paper, limit.content_pages)
    if not over:
        return
    unread = [page.number for page in paper.pages if page.illegible]
    over = [one for one in over if not one.page.illegible]
    if unread and not (over and paper.parts.references):
        yield Undecided(f"What stands on {listed_pages(unread)} could not be read: content or references.")
        return
    if not paper.parts.references and _may_hold_references(paper, over):
        yield Undecided(_NO_LIST)
        return
    yield _content_over(paper, over, limit)


def _total_over(paper: Paper, limit: PageLimit) -> Hit:
    surplus = paper.page_count - limit.total_pages
    extra = limit.total_pages - limit.content_pages
    return Hit(
        code="total-over",
        message=f"The paper has {paper.page_count} pages, {surplus} more than the {limit.total_pages} allowed in all.",
        fix=f"Bring it down to {limit.content_pages} pages of content and {extra} of references.",
        where=Location(file=paper.file, page=limit.total_pages + 1),
    )


def _content_over(paper: Paper, over: list[PageContent], limit: PageLimit) -> Hit:
    first = over[0]
    pages = listed_pages(one.page.number for one in over)
    what = "; ".join(f"page {one.page.number}: {one.described()}" for one in over[:_SHOWN_PAGES])
    if len(over) > _SHOWN_PAGES:
        left = len(over) - _SHOWN_PAGES
        what += f"; and {left} more {'page' if left == 1 else 'pages'}"
    allowed = f"only pages 1 to {limit.content_pages} may hold anything but references"
    late = first.follows_references
    return Hit(
        code="content-over",
        message=f"Content stands on {pages}, but {allowed} ({what}).",
        fix=_late_fix(over, limit) if late else _fix(over, limit, references=bool(paper.parts.references)),
        confidence=Confidence.CERTAIN if not late and first.rows > 2 else Confidence.LIKELY,
        evidence=" / ".join(one.first_words() for one in over[:_SHOWN_PAGES])[:EVIDENCE_LIMIT],
        where=page_location(paper, first),
    )


def _late_fix(over: list[PageContent], limit: PageLimit) -> str:
    height = sum(one.centimetres for one in over)
    what = "what follows the references" if any(one.text or one.turned for one in over) else "the figures or tables"
    return f"Move {what} ({height:.1f} cm) before the references, to end on page {limit.content_pages}, or take it out."


def _fix(over: list[PageContent], limit: PageLimit, *, references: bool) -> str:
    rows = sum(one.rows for one in over)
    height = sum(one.centimetres for one in over)
    floats = any(one.figures or one.captions or one.turned for one in over)
    size = f"{height:.1f} cm" if floats else ("1 line" if rows == 1 else f"{rows} lines")
    then = ", so that only references stand after it" if references else ""
    return f"The content is {size} too long: shorten it to end on page {limit.content_pages}{then}."


def _may_hold_references(paper: Paper, over: list[PageContent]) -> bool:
    """Whether what stands beyond the limit, in a paper without a recognized list, may be one after all."""
    if any(_TITLE.search(heading.text) for heading in paper.parts.headings):
        return True
    body = [line for page in paper.pages for line in page.lines if line.region is Region.BODY]
    beyond = [line for one in over for line in one.text]
    return _listed_lines(body) >= _MANY and _LINES_AN_ENTRY * _listed_lines(beyond) >= len(beyond)


def _listed_lines(lines: list[Line]) -> int:
    return sum(_LISTED_LINE.match(line.text[:500]) is not None for line in lines)


@rule(
    "LEN002",
    "reference-pages",
    part=Part.PAPER,
    params=ReferencePages,
    codes={"more-than-allowed": Severity.WARNING, "spills-over": Severity.NOTE},
    needs={Aspect.STRUCTURE, Aspect.TEXT, Aspect.LAYOUT},
    requires={"DOC001"},
)
def reference_pages(submission: Submission, limit: ReferencePages) -> Iterator[Hit]:
    """The references fill more pages than the call grants them.

    Why
        "At most 2 extra pages of references" is read in two ways: some chairs count only the pages beyond the
        content limit, others all pages of references. A short paper with a long list satisfies the first only.

    How it decides
        Pages that hold nothing but references are counted: references may begin on a page with content, and what
        stands there takes no extra page under either reading. Where they are too many, the height of the lists (in
        columns, by the share of the page) tells by how much: up to half a page more is only noted in a paper that
        is not too long in all.

    When it can be wrong
        Widely spaced references count for the room they take. It is a warning, never an error.

    Fix
        Shorten the list, for example by leaving out long lists of authors ("et al.") or addresses beside DOIs.
    """
    paper = paper_of(submission)
    alone = [page.number for page in paper.pages if page.kind is PageKind.REFERENCES]
    if len(alone) <= limit.reference_pages:
        return
    worth = reference_pages_worth(paper)
    spills = worth <= limit.reference_pages + _SPILL and paper.page_count <= limit.total_pages
    yield Hit(
        code="spills-over" if spills else "more-than-allowed",
        message=(
            f"The references stand on {len(alone)} pages of their own ({listed_pages(alone)}), where the call grants"
            f" {limit.reference_pages}{', though the paper is not too long in all' if spills else ''}."
        ),
        fix=f"Shorten the list to {limit.reference_pages} pages, to be safe under either reading of the call.",
        confidence=Confidence.LIKELY,
        where=Location(file=paper.file, page=alone[0]),
    )
