"""LEN002: how many pages the references fill."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from faimi_check.model.finding import Confidence, Hit, Location, Severity
from faimi_check.model.page import PageKind
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.document.length.limits import pages_in_words, refuse_impossible
from faimi_check.rules.document.length.page_content import reference_pages_worth
from faimi_check.rules.registry import Part, paper_of, rule
from faimi_check.rules.unlimited import UNLIMITED, Unlimited, limit_of

# So much of a page more, in a paper that is not too long in all, is a list that spills over.
_SPILL = 0.5


class ReferencePages(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Pages that references may fill, and pages in all within which a few lines more are no breach for most chairs.

    Without `total_pages` of its own the rule takes those of LEN001.
    """

    reference_pages: int | Unlimited = UNLIMITED
    total_pages: int | Unlimited = UNLIMITED

    def __post_init__(self) -> None:
        refuse_impossible("reference_pages", self.reference_pages)
        refuse_impossible("total_pages", self.total_pages)


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
    granted, total = limit_of(limit.reference_pages), limit_of(limit.total_pages)
    if granted is None:
        return
    alone = [page.number for page in paper.pages if page.kind is PageKind.REFERENCES]
    if len(alone) <= granted:
        return
    worth = reference_pages_worth(paper)
    spills = worth <= granted + _SPILL and (total is None or paper.page_count <= total)
    yield Hit(
        code="spills-over" if spills else "more-than-allowed",
        message=(
            f"The references stand on {len(alone)} pages of their own ({listed_pages(alone)}), where the call grants"
            f" {granted}{', though the paper is not too long in all' if spills else ''}."
        ),
        fix=f"Shorten the list to {pages_in_words(granted)}, to be safe under either reading of the call.",
        confidence=Confidence.LIKELY,
        where=Location(file=paper.file, page=alone[0], pages=tuple(alone)),
    )
