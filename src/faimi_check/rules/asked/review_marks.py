"""REQ002 and REQ003: line numbers and the paper's number, as review versions have them and final ones do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from faimi_check.model.finding import Confidence, Hit, Location, Severity
from faimi_check.model.page import Page, Region
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.late import late
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule

Wish = Literal["required", "forbidden"]

# A page has at least so many numbers where its lines are numbered, also every fifth only.
_FEWEST_NUMBERS = 5
_FEWEST_LINES = 10
_MARK = late(
    r"(?:paper|submission|manuscript)s?\s{0,3}(?:id|no\b\.?|number)?\s{0,3}[:#]{0,2}\s{0,3}(\d{1,6}\b|\*{2,8}|[x?]{2,8}\b)",
    re.IGNORECASE,
)
_LOOKED_AT = 400
_NUMBER = "Use the template's option for review, or load the package lineno and write \\linenumbers."
_UNNUMBER = "Take the line numbers out: leave out the package lineno, or the template's option that prints them."
_GIVE = "Give the template the number that the conference system gave the paper, and use its option for review."
_TAKE_OUT = "Take the number out of the heads and of the author section."


class LineNumbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whether the lines of a paper must be numbered or must not."""

    line_numbers: Wish = "required"


class PaperNumber(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whether a paper must show the number it has in the conference system or must not."""

    paper_id: Wish = "required"


@rule(
    "REQ002",
    "line-numbers",
    part=Part.PAPER,
    params=LineNumbers,
    codes={"missing": Severity.WARNING, "present": Severity.WARNING},
    needs={Aspect.TEXT, Aspect.LAYOUT},
    requires={"DOC001"},
)
def line_numbers(submission: Submission, wanted: LineNumbers) -> RuleResults:
    """The lines are not numbered although the call wants it, or are although it does not.

    Why
        Reviewers refer to lines by their numbers; in final versions they have no place.

    How it decides
        Numbers in the margins beside the lines, on most pages that hold text.

    When it can be wrong
        Numbers that are part of a picture are not seen.

    Fix
        Use the template's option for review, which numbers the lines, or the package lineno; or leave both out.
    """
    paper = paper_of(submission)
    pages = [page for page in paper.pages if len(page.lines) >= _FEWEST_LINES]
    numbered = [page for page in pages if _is_numbered(page)]
    most = bool(pages) and 2 * len(numbered) > len(pages)
    if wanted.line_numbers == "required" and not most:
        yield _hit(paper, "missing", "The lines are not numbered; the call wants numbered lines for review.", _NUMBER)
    elif wanted.line_numbers == "forbidden" and numbered:
        yield _hit(paper, "present", "The lines are numbered; the call wants no line numbers here.", _UNNUMBER)


def _is_numbered(page: Page) -> bool:
    return sum(line.region is Region.LINE_NUMBER for line in page.lines) >= _FEWEST_NUMBERS


def _hit(paper: Paper, code: str, message: str, fix: str) -> Hit:
    return Hit(
        code=code,
        message=message,
        fix=fix,
        confidence=Confidence.LIKELY,
        where=Location(file=paper.file, page=1),
    )


@rule(
    "REQ003",
    "paper-id",
    part=Part.PAPER,
    params=PaperNumber,
    codes={"missing": Severity.WARNING, "left-open": Severity.WARNING, "present": Severity.WARNING},
    needs={Aspect.TEXT, Aspect.LAYOUT},
    requires={"DOC001"},
)
def paper_id(submission: Submission, wanted: PaperNumber) -> RuleResults:
    """The paper does not show its number although the call wants it, or shows it although it is not wanted.

    Why
        Review versions carry the number that the conference system gave the paper, in its head or in place of the
        authors; final versions do not.

    How it decides
        Page 1 and the running heads are searched for "Paper 123", "Submission #123", "Paper ID 123" and the like. The
        template's asterisks in its place were left open.

    When it can be wrong
        A number without such a word before it is not recognized. Whether it is the right one is not known.

    Fix
        Give the template the paper's number (in the CVPR kit: \\paperID).
    """
    paper = paper_of(submission)
    found = next(_marks(paper), None)
    if wanted.paper_id == "forbidden":
        if found is not None:
            yield _hit(paper, "present", f"The paper shows its number for review: “{found[0]}”.", _TAKE_OUT)
    elif found is None:
        yield _hit(paper, "missing", "The paper does not show its number; the call wants it shown for review.", _GIVE)
    elif not found[1].isdigit():
        yield _hit(paper, "left-open", f"The paper's number was left open: “{found[0]}”.", _GIVE)


def _marks(paper: Paper) -> Iterator[tuple[str, str]]:
    """What the paper says of its number, and the number, where authors and running heads stand."""
    for page in paper.pages:
        for line in page.lines:
            outside = line.region in (Region.RUNNING_HEAD, Region.FOOTER, Region.STAMP)
            if outside or (page.number == 1 and line.baseline < page.height / 2):
                match = _MARK.search(line.text[:_LOOKED_AT])
                if match:
                    yield match[0], match[1]
