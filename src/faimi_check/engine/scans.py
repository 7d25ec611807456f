"""Which state of a paper a rule sees where pages are scans: as in the file, or with the words read off them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from faimi_check.model.finding import Confidence, Hit
from faimi_check.model.submission import Submission
from faimi_check.rules.registry import Rule

# These judge the file, or measure what a reading of letters does not tell.
_OF_THE_FILE = ("DOC", "LNCS", "MAN")


def as_seen_by(rule: Rule, submission: Submission) -> Submission:
    """The submission as the rule is to see it: with the words of scanned pages, where they were read."""
    if submission.read_paper is None or rule.id.startswith(_OF_THE_FILE):
        return submission
    return replace(submission, paper=submission.read_paper)


def no_surer_than_read(hits: Iterable[Hit], submission: Submission) -> list[Hit]:
    """What was found on pages that were read off their pictures is likely at most."""
    if submission.read_paper is None:
        return list(hits)
    read = {page.number for page in submission.read_paper.pages if page.read}
    return [
        replace(hit, confidence=Confidence.LIKELY)
        if hit.confidence is Confidence.CERTAIN and hit.where.page in read
        else hit
        for hit in hits
    ]
