"""DOC005: what shows that a paper was sent off unfinished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location, Severity
from faimi_check.model.page_list import listed_pages
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.rules.document.left_behind import broken_references, filler, merge_marks, notes, template_text
from faimi_check.rules.document.note_boxes import note_boxes
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

_SHOWN = 12


class _Wording(NamedTuple):
    """How a code is told: of one place and of several, and what to do."""

    one: str
    several: str
    fix: str


_WORDS = {
    "unresolved": _Wording(
        "A reference that LaTeX or Word could not resolve is printed",
        "References that LaTeX or Word could not resolve are printed",
        "Look for undefined references and citations in the log, mend their labels, and run LaTeX and BibTeX again.",
    ),
    "merge-marks": _Wording(
        "A mark of an unfinished merge is printed",
        "Marks of an unfinished merge are printed",
        "Decide which of the two versions stays, and take the marks of the version control out.",
    ),
    "notes": _Wording(
        "A note to yourselves is printed",
        "Notes to yourselves are printed",
        "Do what the notes say or take them out (in LaTeX: \\usepackage[disable]{todonotes}).",
    ),
    "filler": _Wording(
        "Filler text is printed",
        "Filler text is printed",
        "Replace it by your own text, or take it out.",
    ),
    "template": _Wording(
        "A sentence of the template was left in",
        "Sentences of the template were left in",
        "Replace them by your own text, or take them out.",
    ),
}


@rule(
    "DOC005",
    "unfinished",
    part=Part.PAPER,
    codes=dict.fromkeys(_WORDS, Severity.WARNING),
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def unfinished(submission: Submission, _: NoParameters) -> RuleResults:
    """The paper holds signs that it is not finished: "??", merge marks, notes, filler, sentences of the template.

    Why
        They are what authors see a minute after the deadline. Reviewers take them for carelessness, and notes may say
        more than is meant for them. This is a rule of faimi-check: no call states it.

    How it decides
        Looks for "??" after a word such as Figure or Section, in round brackets or alone in bold, "[?]" among
        citations, and what Word prints for a lost reference; for conflict marks of version control; for TODO, FIXME,
        XXX, TBD as notes, notes in square brackets and boxes as todonotes sets them; for lorem ipsum and its like; and
        for sentences of the templates of LNCS, MICCAI and other venues. What is quoted, set in typewriter or part of
        a listing does not count, and in a paper about such notes neither do those without a box or brackets. XXX
        alone stands for what was masked.

    When it can be wrong
        A paper that prints such a text as an example without quotation marks. It is a warning.

    Fix
        Mend what is named, and read the PDF once from its first page to its last.
    """
    paper = paper_of(submission)
    found = {
        "unresolved": broken_references(paper),
        "merge-marks": merge_marks(paper),
        "notes": [*notes(paper), *note_boxes(paper)],
        "filler": filler(paper),
        "template": template_text(paper),
    }
    for code, places in found.items():
        yield from _hit(code, places)


def _hit(code: str, places: Sequence[tuple[str, Location]]) -> Iterator[Hit]:
    if not places:
        return
    words = _WORDS[code]
    pages = listed_pages(sorted({where.page for _, where in places if where.page is not None}))
    count = f" at {len(places)} places" if len(places) > 1 and code != "filler" else ""
    yield Hit(
        code=code,
        message=f"{words.one if len(places) == 1 else words.several}{count} on {pages}.",
        fix=words.fix,
        confidence=Confidence.LIKELY,
        evidence=" / ".join(dict.fromkeys(text for text, _ in places[:_SHOWN]))[:EVIDENCE_LIMIT],
        where=places[0][1],
    )
