"""LEN003: fewer pages than the call asks for, or nothing but an abstract."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from faimi_check.model.finding import Confidence, Hit, Location, Severity, Undecided
from faimi_check.model.page import FURNITURE
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.document.length.apart import last_counted_page
from faimi_check.rules.document.length.limits import pages_in_words, refuse_impossible
from faimi_check.rules.document.length.page_content import content_after, share_filled
from faimi_check.rules.naming.text.named_sections import listed, refuse_unknown_sections, words_for
from faimi_check.rules.naming.text.prose import reference_lines
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule

# A paper that says less than this beside its front matter and its references has not begun; an abstract has more.
_BEGUN_CHARACTERS = 600
_ABSTRACT_CHARACTERS = 300
_ABSTRACT_PAGES = 2
# What must be read before a long paper can be called long enough; one of many pages is not an abstract in any case.
_OPEN = frozenset({Aspect.STRUCTURE, Aspect.TEXT, Aspect.LAYOUT})
# A line and the space above it, as a share of a page.
_ROUNDING = 0.025


class LeastPages(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The least pages of content (anything but references; half pages count), and the least pages in all.

    Without `uncounted` of its own the rule leaves out the sections that LEN001 does.
    """

    content_pages: int | float | None = None
    total_pages: int | None = None
    uncounted: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.content_pages is not None:
            refuse_impossible("content_pages", self.content_pages)
        if self.total_pages is not None:
            refuse_impossible("total_pages", self.total_pages)
        refuse_unknown_sections("uncounted", self.uncounted)


@rule(
    "LEN003",
    "too-short",
    part=Part.PAPER,
    params=LeastPages,
    codes={"content-under": Severity.ERROR, "total-under": Severity.ERROR, "abstract-only": Severity.WARNING},
    requires={"DOC001"},
)
def too_short(submission: Submission, least: LeastPages) -> RuleResults:
    """The paper is shorter than the call asks for, or holds an abstract and nothing else.

    Why
        Some calls want papers of a certain length, and proceedings count them by it. An abstract alone is often a
        placeholder that was to be replaced before the deadline.

    How it decides
        The pages, and the last page with anything but references, are held against the least that the call sets. A
        page that is begun counts; where the least falls within a page, so far as it is filled. An abstract alone is a
        paper of at most two pages with an abstract and hardly a word beside it, its front matter and its references.

    When it can be wrong
        A paper whose content could not be told from its references. An abstract that is set without its label.

    Fix
        Upload the whole paper, or submit it to the track that it is long enough for.
    """
    paper = paper_of(submission)
    yield from _few_pages(paper, least)
    unread = next((one.detail for one in paper.problems if _OPEN.intersection(one.aspects)), None)
    if unread and (paper.page_count <= _ABSTRACT_PAGES or least.content_pages is not None):
        yield Undecided(unread)
    elif _is_abstract_only(paper):
        yield Hit(
            code="abstract-only",
            message="The paper holds an abstract and nothing else.",
            fix="Upload the whole paper in its place.",
            confidence=Confidence.LIKELY,
            where=Location(file=paper.file, page=1),
        )


def _few_pages(paper: Paper, least: LeastPages) -> Iterator[Hit]:
    if least.total_pages is not None and paper.page_count < least.total_pages:
        yield _under(
            paper,
            "total-under",
            f"The paper has {pages_in_words(paper.page_count)}; the call asks for at least {least.total_pages:g}.",
            Confidence.CERTAIN,
        )
    last = last_counted_page(paper, least.uncounted)
    if least.content_pages is None or last is None:
        return
    filled = float(last)
    if last == int(least.content_pages) + 1:
        filled = last - 1 + share_filled(paper, content_after(paper, last - 1)[0])
    if filled < least.content_pages - _ROUNDING:
        left_out = listed(("references", *map(words_for, least.uncounted)))
        yield _under(
            paper,
            "content-under",
            f"The content ends on page {last}, {left_out} left out; the call asks for at least"
            f" {pages_in_words(least.content_pages)} of it.",
            Confidence.LIKELY,
        )


def _under(paper: Paper, code: str, message: str, confidence: Confidence) -> Hit:
    return Hit(
        code=code,
        message=message,
        fix="Submit it as a shorter kind of paper if the call has one, or write it out.",
        confidence=confidence,
        where=Location(file=paper.file, page=paper.parts.last_content if code == "content-under" else None),
    )


def _is_abstract_only(paper: Paper) -> bool:
    if paper.page_count > _ABSTRACT_PAGES:
        return False
    parts = paper.parts
    said = sum(len(paper.pages[ref.page - 1].lines[ref.line].text) for ref in parts.abstract)
    if said < _ABSTRACT_CHARACTERS:
        return False
    apart = {*parts.title, *parts.author_block, *parts.abstract, *parts.keywords} | reference_lines(paper)
    beside = sum(
        len(line.text)
        for page in paper.pages
        for index, line in enumerate(page.lines)
        if line.region not in FURNITURE and LineRef(page.number, index) not in apart
    )
    return beside < _BEGUN_CHARACTERS and not any(page.figures for page in paper.pages)
