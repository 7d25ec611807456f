"""REQ007: links, where a call allows none."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from faimi_check.model.bands import Bands
from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location, Severity
from faimi_check.model.page import Box, Page
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import and_more, plural
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.late import late
from faimi_check.rules.naming.text.prose import reference_lines
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule

# A host without a scheme is an address where a path follows and its end is one of these.
_ENDS = (
    "com|org|net|io|edu|gov|ai|eu|dev|app|page|science|uk|de|fr|ch|at|it|es|nl|be|dk|se|no|fi|pl|pt|cn|jp|kr|in|ca|au"
)
_PRINTED = late(
    rf"(?<![\w@./-])(?:(?:https?|ftp)://|www\.|(?:[a-z0-9-]{{1,40}}\.){{1,4}}(?:{_ENDS})/)[^\s<>]{{1,300}}",
    re.IGNORECASE,
)
_OUTSIDE = ("http://", "https://", "ftp://", "www.")
_MOST = 2000
# With so many that are clicked on a page printed ones are compared.
_COMPARED = 500
_SHOWN = 3


class Links(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`in_references`: whether links may stand in the reference list."""

    in_references: bool = True


@rule(
    "REQ007",
    "no-links",
    part=Part.PAPER,
    params=Links,
    codes={"link": Severity.WARNING},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def no_links(submission: Submission, allowed: Links) -> RuleResults:
    """The paper holds links, which the call does not allow.

    Why
        Some calls allow no links, since they make a paper longer than it is and can tell who looked at them.

    How it decides
        Addresses that are printed or can be clicked, outside the reference list unless the profile wants them out of
        there too. Links within the paper and to e-mail addresses are none.

    When it can be wrong
        A call may mean links to material of the authors only; ANON006 judges those.

    Fix
        Take the links out, or cite what they lead to.
    """
    paper = paper_of(submission)
    cited = reference_lines(paper) if allowed.in_references else frozenset()
    found: dict[str, int] = {}
    for page in paper.pages:
        for target in _links(page, cited):
            if len(found) < _MOST:
                found.setdefault(target, page.number)
    if found:
        yield _hit(paper, found)


def _hit(paper: Paper, found: dict[str, int]) -> Hit:
    count, more = plural(len(found), "link"), and_more(len(found) - _SHOWN)
    pages = tuple(sorted(set(found.values())))
    shown = ", ".join(list(found)[:_SHOWN])
    return Hit(
        code="link",
        message=f"The paper holds {count} on {listed_pages(pages)}: {shown[:300]}{more}.",
        fix="Take them out, or cite what they lead to.",
        confidence=Confidence.LIKELY,
        evidence="\n".join(found)[:EVIDENCE_LIMIT],
        where=Location(file=paper.file, page=pages[0], pages=pages),
    )


def _links(page: Page, cited: frozenset[LineRef]) -> Iterator[str]:
    """Addresses on the page, each as often as it stands there."""
    listed: list[Box] = []
    printed: list[str] = []
    for index, line in enumerate(page.lines):
        if LineRef(page.number, index) in cited:
            listed.append(line.box)
        else:
            printed += [match[0].rstrip(".,;:)]}") for match in _PRINTED.finditer(line.text[:_MOST])]
    cited_lines = Bands(listed)
    clicked = [
        link.target
        for link in page.links
        if link.target.lower().startswith(_OUTSIDE) and not cited_lines.touch(link.box)
    ]
    yield from clicked
    # A printed address that is clicked too, or begins one that is broken over lines, is the same link.
    opened = "\n".join(target.lower() for target in clicked[:_COMPARED])
    for address in printed:
        bare = address.lower().removeprefix("https://").removeprefix("http://")
        if bare not in opened:
            yield address
