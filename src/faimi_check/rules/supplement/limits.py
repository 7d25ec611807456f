"""SUP009 and SUP010: how large a supplement may be, and whether there may be one."""

from __future__ import annotations

from faimi_check.model.finding import Hit, Severity
from faimi_check.model.submission import Submission
from faimi_check.rules.registry import NoParameters, Part, RuleResults, rule
from faimi_check.rules.sizes import SizeLimit, in_megabytes, too_large
from faimi_check.rules.supplement.entry_words import at


class SupplementSize(SizeLimit, frozen=True):
    """Megabytes of the supplement at most, of all its files together; None where the call says nothing."""


@rule(
    "SUP009",
    "supplement-size",
    part=Part.SUPPLEMENTS,
    params=SupplementSize,
    codes={"over": Severity.ERROR},
)
def supplement_size(submission: Submission, limit: SupplementSize) -> RuleResults:
    """The supplement is larger than the call allows.

    Why
        Conference systems refuse larger files, often in the last minute.

    How it decides
        By the bytes of the file, or of all files together. Some systems count a megabyte as 1,000,000 bytes and some as
        1,048,576: what lies between is only possible.

    When it can be wrong
        The system may count otherwise than the call says.

    Fix
        Shorten the videos or save them in a smaller size; leave out what reviewers need not see.
    """
    size = sum(supplement.size for supplement in submission.supplements)
    surely = too_large(size, limit.megabytes)
    if surely is not None:
        yield Hit(
            code="over",
            message=f"The supplement has {in_megabytes(size)}; the call allows {limit.megabytes:g} MB.",
            fix="Shorten the videos or save them in a smaller size; leave out what reviewers need not see.",
            confidence=surely,
            where=at(submission.supplements[0]),
        )


@rule(
    "SUP010",
    "no-supplement",
    part=Part.SUPPLEMENTS,
    codes={"supplement": Severity.ERROR},
)
def no_supplement(submission: Submission, _: NoParameters) -> RuleResults:
    """There is a supplement, but the call takes none.

    Why
        Some calls take the paper only; what is handed in beside it is rejected or not looked at.

    How it decides
        A supplement was handed in, whatever it holds.

    When it can be wrong
        The conference system may hand out other files beside the paper, which are no supplement.

    Fix
        Submit the paper alone.
    """
    yield Hit(
        code="supplement",
        message="There is a supplement, but the call takes none.",
        fix="Submit the paper alone; what reviewers must know belongs into it.",
        where=at(submission.supplements[0]),
    )
