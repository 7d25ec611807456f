"""DOC005: what shows that a paper was sent off unfinished."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location, Severity
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.document.unfinished.draft import why_a_draft, why_no_paper
from faimi_check.rules.document.unfinished.left_behind import broken_references, merge_marks, notes
from faimi_check.rules.document.unfinished.places import Place
from faimi_check.rules.document.unfinished.repeated import repeated_pages
from faimi_check.rules.document.unfinished.template_text import fields, filler, sentences
from faimi_check.rules.document.unfinished.tracked import tracked_changes
from faimi_check.rules.naming.text.note_boxes import note_boxes
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

_SHOWN = 12


class _Wording(NamedTuple):
    """How a code is told: of one place and of several, and what to do."""

    one: str
    several: str
    fix: str


_OF_WHOLE = {
    "draft": "Run LaTeX, then BibTeX (or Biber), then LaTeX twice; the log names each citation that is still "
    "undefined. Then look at every page.",
    "no-paper": "If this is not what you meant to hand in, build the finished paper and look at its pages.",
}
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
    "tracked": _Wording(
        "A tracked change is printed beside the text",
        "Tracked changes are printed beside the text",
        "Accept or reject all changes and take out the comments (in Word: Review > Accept > All), then export again.",
    ),
    "repeated": _Wording(
        "The text of an earlier page is printed once more",
        "The text of earlier pages is printed once more",
        "Take one of the two pages out, and see which of them says what holds where they differ.",
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
    "field": _Wording(
        "A field of the template was not filled in",
        "Fields of the template were not filled in",
        "Put your own keywords, thanks and references there, or take them out.",
    ),
}


@rule(
    "DOC005",
    "unfinished",
    part=Part.PAPER,
    codes={
        **dict.fromkeys(_WORDS, Severity.WARNING),
        "field": Severity.NOTE,
        "draft": Severity.WARNING,
        "no-paper": Severity.WARNING,
    },
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
        XXX, TBD as notes, also with a name behind them, notes in square brackets, boxes as todonotes sets them, and
        balloons of tracked changes ("Deleted: ...") beside the text; for a page most of whose lines stand on an
        earlier one, word for word; for lorem ipsum and its like; and for sentences
        of the templates of LNCS, MICCAI and other venues. What is quoted, set in typewriter or part of a listing does
        not count, and in a paper about such notes neither do those without a box or brackets. XXX alone stands for
        what was masked, and a question mark in a cell of a table for what is not known.

        Each kind of sign is a warning. Where the paper is unfinished as a whole, every page says so, and one warning
        tells it all: most citations are printed as "[?]", most of the text is filler, or it is the template itself,
        which is soon uploaded for the paper. Keywords, thanks and sample references that a template came with are a
        note.

    When it can be wrong
        A paper that prints such a text as an example without quotation marks. It is a warning at most.

    Fix
        Mend what is named, and read the PDF once from its first page to its last.
    """
    paper = paper_of(submission)
    found = {
        "unresolved": broken_references(paper),
        "merge-marks": merge_marks(paper),
        "notes": [*notes(paper), *note_boxes(paper)],
        "tracked": tracked_changes(paper),
        "repeated": repeated_pages(paper),
        "filler": filler(paper),
        "template": sentences(paper),
        "field": fields(paper),
    }
    no_paper = why_no_paper(paper, found["filler"], found["template"])
    why = no_paper or (why_a_draft(paper) if found["unresolved"] else "")
    if why:
        # Marks of version control name branches and whoever made them: they are told in any case.
        places = [place for code, each in found.items() for place in each if code != "merge-marks"]
        yield _draft("no-paper" if no_paper else "draft", why, places)
    for code, places in found.items():
        if places and (not why or code == "merge-marks"):
            yield _hit(code, places)


def _draft(code: str, why: str, places: Sequence[Place]) -> Hit:
    """One finding for a paper that is unfinished as a whole."""
    return Hit(
        code=code,
        message=f"{why}. It shows on {listed_pages(_pages(places))}.",
        fix=_OF_WHOLE[code],
        confidence=Confidence.LIKELY,
        evidence=_evidence(places),
        where=_first(places),
    )


def _hit(code: str, places: Sequence[Place]) -> Hit:
    words = _WORDS[code]
    count = f" at {len(places)} places" if len(places) > 1 and code != "filler" else ""
    return Hit(
        code=code,
        message=f"{words.one if len(places) == 1 else words.several}{count} on {listed_pages(_pages(places))}.",
        fix=words.fix,
        confidence=Confidence.LIKELY,
        evidence=_evidence(places),
        where=_first(places),
    )


def _pages(places: Sequence[Place]) -> tuple[int, ...]:
    return tuple(sorted({where.page for _, where in places if where.page is not None}))


def _first(places: Sequence[Place]) -> Location:
    return replace(places[0][1], pages=_pages(places))


def _evidence(places: Sequence[Place]) -> str:
    return " / ".join(dict.fromkeys(text for text, _ in places[:_SHOWN]))[:EVIDENCE_LIMIT]
