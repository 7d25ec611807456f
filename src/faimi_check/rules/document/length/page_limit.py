"""LEN001: how many pages the paper has, and what stands on them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location, Severity, Undecided
from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import plural
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.document.length.apart import Apart, apart_sections
from faimi_check.rules.document.length.limits import about_pages, end_in_words, pages_in_words, refuse_impossible
from faimi_check.rules.document.length.listed_prose import prose_in_references
from faimi_check.rules.document.length.page_content import (
    PageContent,
    content_after,
    granted_share,
    page_location,
    share_filled,
)
from faimi_check.rules.late import late
from faimi_check.rules.naming.text.named_sections import listed, refuse_unknown_sections, words_for
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule
from faimi_check.rules.unlimited import UNLIMITED, Unlimited, limit_of

# Entries are rarely longer; prose with a few numbered lines has far more lines to each.
_LINES_AN_ENTRY = 6
_SHOWN_PAGES = 3
_LISTED_LINE = late(r"^\s?(?:\[\w{1,12}\]|\d{1,3}[.)])\s.{0,400}\b(?:19|20)\d\d\b")
_TITLE = late(r"(?i)\b(?:refer|bibliogra|literatur|works cited)")
_NO_LIST = "No reference list could be found for certain, so content and references could not be told apart."
_MANY = 4
_THANKS = "acknowledgements"
# A line and the space above it, as a share of a page: what a half page may be over.
_ROUNDING = 0.025


class PageLimit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Pages of content (anything but references; 8.5 is eight and a half) and pages in all, each with or without limit.

    `uncounted` names sections that are no content: they may stand wherever they are.
    """

    content_pages: int | float | Unlimited = UNLIMITED
    total_pages: int | Unlimited = UNLIMITED
    uncounted: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        refuse_impossible("content_pages", self.content_pages)
        refuse_impossible("total_pages", self.total_pages)
        content, total = limit_of(self.content_pages), limit_of(self.total_pages)
        if content is not None and total is not None and content > total:
            raise ValueError(f"content_pages: {content:g} is more than the {total} of total_pages")
        refuse_unknown_sections("uncounted", self.uncounted)


@rule(
    "LEN001",
    "page-limit",
    part=Part.PAPER,
    params=PageLimit,
    codes={"content-over": Severity.ERROR, "total-over": Severity.ERROR, "prose-in-references": Severity.WARNING},
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
        content must not be over the content limit, the number of pages not over the limit for the whole file. Running
        heads, page numbers and line numbers do not count, and the references may start in the middle of a page.
        Sections that the call does not count (an appendix, acknowledgements, limitations, ...) are found by their
        headings and end at the next one of their kind; half a page is measured by the height of the text block.
        Paragraphs among the references after the limit, set as if they were entries, are content; one or two are a
        warning.

    When it can be wrong
        A reference list in an unusual shape, or one without a heading, may be taken for content, and a note set
        like a reference for a reference. Where a paper has no list that could be found but text that may be one, or
        pages over the limit that cannot be read, the rule says that it could not tell.

    Fix
        Shorten the text by the lines, centimetres or pages given, or move the figure or appendix named onto the
        content pages.
    """
    paper = paper_of(submission)
    total, content = limit_of(limit.total_pages), limit_of(limit.content_pages)
    if total is not None and paper.page_count > total:
        yield _total_over(paper, total, content)
    if content is None:
        return
    yield from prose_in_references(paper, int(content))
    apart = apart_sections(paper, limit.uncounted)
    allowed = content + apart.pages_before_end(paper)
    over = _beyond(paper, allowed, apart)
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
    yield _content_over(paper, over, limit, allowed)


def _beyond(paper: Paper, allowed: float, apart: Apart) -> list[PageContent]:
    """What stands after the limit, and where it falls within a page, on that page if it reaches too far down."""
    found = (apart.taken_from(one) for one in content_after(paper, int(allowed)))
    over = [one for one in found if one is not None]
    part = allowed % 1
    if part and over and over[0].page.number == int(allowed) + 1 and share_filled(paper, over[0]) <= part + _ROUNDING:
        return over[1:]
    return over


def _total_over(paper: Paper, total: int, content: float | None) -> Hit:
    surplus = paper.page_count - total
    if content is None or content == total:
        fix = f"Shorten it to {pages_in_words(total)} in all, references included."
    elif content % 1:
        fix = f"Bring it down to {pages_in_words(total)} in all, content only on the first {pages_in_words(content)}."
    else:
        fix = f"Bring it down to {pages_in_words(content)} of content and {total - content:g} of references."
    return Hit(
        code="total-over",
        message=f"The paper has {paper.page_count} pages, {surplus} more than the {total} allowed in all.",
        fix=fix,
        where=Location(file=paper.file, page=total + 1, pages=tuple(range(total + 1, paper.page_count + 1))),
    )


def _content_over(paper: Paper, over: list[PageContent], limit: PageLimit, allowed: float) -> Hit:
    first, content = over[0], limit_of(limit.content_pages) or 0
    pages = listed_pages(one.page.number for one in over)
    what = "; ".join(f"page {one.page.number}: {one.described()}" for one in over[:_SHOWN_PAGES])
    if len(over) > _SHOWN_PAGES:
        left = len(over) - _SHOWN_PAGES
        what += f"; and {plural(left, 'more page')}"
    late = first.follows_references
    return Hit(
        code="content-over",
        message=f"Content stands on {pages}, but {_allowed(content, limit.uncounted)} ({what}).",
        fix=_late_fix(paper, over, content) if late else _fix(paper, over, limit, allowed),
        confidence=Confidence.CERTAIN if not late and not limit.uncounted and first.rows > 2 else Confidence.LIKELY,
        evidence=" / ".join(one.first_words() for one in over[:_SHOWN_PAGES])[:EVIDENCE_LIMIT],
        where=page_location(paper, over),
    )


def _allowed(content: float, uncounted: Iterable[str]) -> str:
    pages = f"only pages 1 to {content:g}" if content % 1 == 0 else f"only the first {pages_in_words(content)}"
    return f"{pages} may hold anything but {listed(('references', *map(words_for, uncounted)))}"


def _late_fix(paper: Paper, over: list[PageContent], content: float) -> str:
    height = sum(one.centimetres for one in over)
    pages = sum(share_filled(paper, one) for one in over)
    size = about_pages(pages) if pages > 1 else f"{height:.1f} cm"
    what = "what follows the references" if any(one.text or one.turned for one in over) else "the figures or tables"
    return f"Move {what} ({size}) before the references, to end {end_in_words(content)}, or take it out."


def _fix(paper: Paper, over: list[PageContent], limit: PageLimit, allowed: float) -> str:
    granted = granted_share(paper, over[0], allowed)
    rows = max(1, sum(one.rows for one in over) - round(granted * over[0].rows))
    height = sum(one.centimetres for one in over) - granted * over[0].centimetres
    floats = any(one.figures or one.captions or one.turned for one in over)
    pages = sum(share_filled(paper, one) for one in over) - granted * share_filled(paper, over[0])
    size = f"{height:.1f} cm" if floats else plural(rows, "line")
    size = about_pages(pages) if pages > 1 else size
    after = "nothing that counts stands" if limit.uncounted else "only references stand"
    then = f", so that {after} after it" if paper.parts.references else ""
    told = (
        f"The content is {size} too long: shorten it to end {end_in_words(limit_of(limit.content_pages) or 0)}{then}."
    )
    return told if floats or _THANKS in limit.uncounted else told + _without_thanks(paper, over, rows)


def _without_thanks(paper: Paper, over: list[PageContent], rows: int) -> str:
    """Whether it is enough to leave out the acknowledgements, as an anonymous submission does."""
    thanks = apart_sections(paper, (_THANKS,))
    if thanks.rows(paper) < rows:
        return ""
    alone = all(thanks.taken_from(one) is None for one in over)
    return f" Leaving out the acknowledgements, as anonymous papers do, {'is' if alone else 'may be'} enough."


def _may_hold_references(paper: Paper, over: list[PageContent]) -> bool:
    """Whether what stands beyond the limit, in a paper without a recognized list, may be one after all."""
    if any(_TITLE.search(heading.text) for heading in paper.parts.headings):
        return True
    body = [line for page in paper.pages for line in page.lines if line.region is Region.BODY]
    beyond = [line for one in over for line in one.text]
    return _listed_lines(body) >= _MANY and _LINES_AN_ENTRY * _listed_lines(beyond) >= len(beyond)


def _listed_lines(lines: list[Line]) -> int:
    return sum(_LISTED_LINE.match(line.text[:500]) is not None for line in lines)
