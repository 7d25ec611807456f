"""SUB001 and SUB003: one paper in two submissions, two papers in one submission."""

from __future__ import annotations

from faimi_check.model.finding import Confidence, Hit, Location, Severity, Skipped
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission, Twin
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

# What two submissions can have in common, the weightiest first: how it is said, and how sure it is.
_ALIKE = {
    "file": ("same-file", "is the same file as", Confidence.CERTAIN),
    "text": ("same-text", "shares text with", Confidence.LIKELY),
    "title": ("same-title", "has the same title as", Confidence.LIKELY),
    "authors": ("same-authors", "has the same authors as", Confidence.POSSIBLE),
}
# A word in fifty that was changed is in a tenth of all runs of five words.
_NEARLY_ALL = 0.9


@rule(
    "SUB001",
    "duplicate",
    part=Part.SUBMISSION,
    codes={
        "same-file": Severity.WARNING,
        "same-text": Severity.WARNING,
        "same-title": Severity.WARNING,
        "same-authors": Severity.NOTE,
    },
    needs={Aspect.TEXT},
)
def duplicate(submission: Submission, _: NoParameters) -> RuleResults:
    """Another submission of the batch seems to be of the same paper.

    Why
        An upload that was repeated under a second number would be reviewed twice; a paper that was handed in twice on
        purpose is for the chairs to judge.

    How it decides
        All papers of a batch are compared: their bytes, their text (runs of five words, wherever they stand), and in
        the conference system's list their titles and authors. Of a text that is shared in part, the share is said: what
        part of this paper's runs of words the other one has too, estimated from a few hundred of them. From nine tenths
        on the text is called nearly the same. Without a batch the rule is skipped.

    When it can be wrong
        Two papers of one group may share a method's description, and one group may well hand in two papers: the same
        authors alone are only a note. The share may be off by some per cent. Whoever has rewritten every sentence is
        not found.

    Fix
        Withdraw the submission that should not be there; tell the chairs which one counts.
    """
    if submission.twins is None:
        yield Skipped("There is no other submission to compare it with.")
        return
    for twin in submission.twins:
        yield _hit(submission, twin)


def _hit(submission: Submission, twin: Twin) -> Hit:
    code, said, confidence = next(words for kind, words in _ALIKE.items() if kind in twin.alike)
    return Hit(
        code=code,
        message=f"The paper {_shared(twin) if code == 'same-text' else f'{said} submission {twin.id}'}.",
        evidence=twin.id,
        fix="Find out which of the two counts; the other should be withdrawn.",
        confidence=confidence,
        where=Location(file=submission.paper.file if submission.paper else None),
    )


def _own_name(file: str) -> str:
    """Without the folders that the chairs' download has put it into."""
    return file.rpartition("/")[2] or file


def _shared(twin: Twin) -> str:
    share = f"{100 * twin.share:.0f} % of its text"
    if twin.share >= _NEARLY_ALL:
        return f"has nearly the same text as submission {twin.id} ({share})"
    return f"shares {share} with submission {twin.id}"


@rule(
    "SUB003",
    "several-papers",
    part=Part.PAPER,
    codes={"several": Severity.WARNING},
)
def several_papers(submission: Submission, _: NoParameters) -> RuleResults:
    """More than one PDF was uploaded as the paper.

    Why
        Reviewers must know which one to read, and a second PDF may hold what the first one is not allowed to.

    How it decides
        By the layout in which the conference system hands out the files: PDFs in one submission's folder that nothing
        sets apart. A camera-ready version beside the submitted one does not count.

    When it can be wrong
        A form, a rebuttal or a PDF supplement whose name does not say so.

    Fix
        Upload one PDF, and tell the chairs which one it is.
    """
    if submission.other_papers:
        count = len(submission.other_papers)
        judged = _own_name(paper_of(submission).file)
        others = "1 more PDF was" if count == 1 else f"{count} more PDFs were"
        yield Hit(
            code="several",
            message=f"Beside {judged}, {others} uploaded as the paper; only one can be it.",
            evidence="; ".join(map(_own_name, submission.other_papers)),
            fix="Tell us which one is the paper, and take out the other.",
            where=Location(file=paper_of(submission).file),
        )
