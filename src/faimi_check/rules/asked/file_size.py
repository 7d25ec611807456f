"""REQ006: how large the paper's file may be."""

from __future__ import annotations

from faimi_check.model.finding import Hit, Location, Severity
from faimi_check.model.submission import Submission
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule
from faimi_check.rules.sizes import SizeLimit, in_megabytes, too_large


class FileSize(SizeLimit, frozen=True):
    """Megabytes of a file at most; None where the call says nothing."""


@rule(
    "REQ006",
    "file-size",
    part=Part.PAPER,
    params=FileSize,
    codes={"over": Severity.ERROR},
)
def file_size(submission: Submission, limit: FileSize) -> RuleResults:
    """The paper's file is larger than the call allows.

    Why
        Conference systems refuse larger files, often in the last minute.

    How it decides
        By the bytes of the file. Some systems count a megabyte as 1,000,000 bytes and some as 1,048,576: what lies
        between is only possible.

    When it can be wrong
        The system may count otherwise than the call says.

    Fix
        Bring photographs down to 300 dots an inch, and save figures as vectors.
    """
    paper = paper_of(submission)
    surely = too_large(paper.size, limit.megabytes)
    if surely is not None:
        yield Hit(
            code="over",
            message=f"The paper has {in_megabytes(paper.size)}; the call allows {limit.megabytes:g} MB.",
            fix="Bring photographs down to 300 dots an inch, and save figures as vectors.",
            confidence=surely,
            where=Location(file=paper.file),
        )
