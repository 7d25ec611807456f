"""DOC001, DOC002, DOC004: whether the paper can be read at all."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Location, Severity, Undecided
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import first_of
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.registry import NoParameters, Part, RuleResults, paper_of, rule

_FIXES = {
    ProblemKind.WRONG_TYPE: "Upload the PDF itself, as the typesetter wrote it.",
    ProblemKind.EMPTY: "Make the PDF again and upload that file.",
    ProblemKind.DAMAGED: "Make the PDF again, open it once, and upload that file.",
    ProblemKind.ENCRYPTED: "Save the PDF without a password and without restrictions.",
    ProblemKind.LIMIT: "Make the PDF again with plainer figures, for instance large drawings as pictures.",
    ProblemKind.DISAGREEMENT: "Make the PDF again with the typesetter; do not mend it by hand.",
}
_CODES = {
    ProblemKind.WRONG_TYPE: "not-a-pdf",
    ProblemKind.EMPTY: "empty",
    ProblemKind.DAMAGED: "damaged",
    ProblemKind.ENCRYPTED: "encrypted",
    ProblemKind.LIMIT: "over-limit",
    ProblemKind.DISAGREEMENT: "disagreement",
}
_LISTED_FONTS = 8
_UNCHECKED = "could not be checked"


@rule(
    "DOC001",
    "paper-unreadable",
    part=Part.PAPER,
    codes=dict.fromkeys(_CODES.values(), Severity.ERROR),
)
def paper_unreadable(submission: Submission, _: NoParameters) -> RuleResults:
    """The paper cannot be read, or not all of it.

    Why
        What this program cannot open, a reviewer may not be able to open either; and what could not be read was
        not checked, which must never look like a pass.

    How it decides
        The file must be a PDF that opens without a password, has pages, and is read within the limits on processor
        time, memory and size. Two independent readers must agree on the number of pages. What the machine had no time
        or room for is tried again, and then undecided: that is not the paper's fault.

    When it can be wrong
        A very large honest file can outrun the limits.

    Fix
        Make the PDF again, without password, and open it once before uploading it.
    """
    paper = paper_of(submission)
    for problem in paper.problems:
        if problem.kind in _CODES and _weighs(problem):
            yield _unreadable(paper, problem)
    held_up = next((problem for problem in paper.problems if problem.kind is ProblemKind.MACHINE), None)
    if held_up:
        yield Undecided(held_up.detail)


def _weighs(problem: Problem) -> bool:
    """Damaged metadata leaves other rules undecided, but the paper itself can still be read."""
    return problem.fatal or problem.kind is not ProblemKind.DAMAGED or Aspect.TEXT in problem.aspects


def _unreadable(paper: Paper, problem: Problem) -> Hit:
    return Hit(
        code=_CODES[problem.kind],
        message=problem.detail,
        fix=_FIXES[problem.kind],
        where=Location(file=paper.file, page=problem.page),
        blocking=problem.fatal,
    )


@rule(
    "DOC002",
    "no-text-layer",
    part=Part.PAPER,
    codes={"pages-without-text": Severity.ERROR, "garbled-text": Severity.ERROR},
    requires={"DOC001"},
)
def no_text_layer(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """Pages are pictures of text, or their text is garbled, so nothing in them can be searched, copied or checked.

    Why
        What a page says cannot be checked for anonymity or layout where a program cannot read it, and reviewers
        cannot search it.

    How it decides
        Without text is a page on which a picture, or letters drawn as outlines, cover most of the paper. Garbled is a
        page on which many words hold signs instead of letters, or most text reads as nothing, as fonts without an
        encoding do; and a paper in Latin letters with next to none of the short words of any European language.

    When it can be wrong
        A page that holds nothing but one large figure without a caption. A paper in a language written in Latin
        letters whose short words are unknown here, if it has few vowels as well.

    Fix
        Upload the PDF that LaTeX or Word wrote, not a scan, a print-out or a flattened copy. For garbled text: load
        the packages cmap and fontenc (T1) in LaTeX, or embed the fonts with their encoding.
    """
    paper = paper_of(submission)
    scanned = [page.number for page in paper.pages if page.scanned]
    garbled = [page.number for page in paper.pages if page.garbled]
    if scanned:
        yield _illegible(
            paper,
            "pages-without-text",
            scanned,
            "no text layer",
            "Upload the PDF that LaTeX or Word wrote, not a scan or a flattened copy.",
            "was read off the pictures, which is less sure" if submission.read_paper else _UNCHECKED,
        )
    if garbled:
        yield _illegible(
            paper,
            "garbled-text",
            garbled,
            "a garbled text layer (copied text is not what is printed)",
            "Make the PDF again with fonts that keep their encoding: in LaTeX, load cmap and fontenc (T1).",
        )


def _illegible(paper: Paper, code: str, numbers: list[int], what: str, fix: str, then: str = _UNCHECKED) -> Hit:
    verb, says = ("has", "it says") if len(numbers) == 1 else ("have", "they say")
    which = f"Of {paper.page_count} pages, {listed_pages(numbers)} {verb}"
    if len(numbers) == paper.page_count:
        which = "The only page has" if len(numbers) == 1 else f"All {paper.page_count} pages have"
    return Hit(
        code=code,
        message=f"{which} {what}: what {says} {then}.",
        fix=fix,
        confidence=Confidence.LIKELY,
        where=Location(file=paper.file, page=numbers[0], pages=tuple(numbers)),
    )


@rule(
    "DOC004",
    "fonts-not-embedded",
    part=Part.PAPER,
    codes={"fonts-not-embedded": Severity.WARNING},
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def fonts_not_embedded(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """Fonts are not in the file, so it looks different elsewhere.

    Why
        Without the font, a reader's machine puts another in its place: formulas and accents break, and publishers
        refuse such files.

    How it decides
        Each font that shows text must come with its glyphs in the file.

    When it can be wrong
        The 14 fonts that every PDF reader once had to bring (Helvetica, Times, Courier, Symbol) mostly look right
        without being embedded; they are reported all the same.

    Fix
        Embed all fonts: figures are the usual cause (export them with fonts embedded, for matplotlib pdf.fonttype 42).
    """
    paper = paper_of(submission)
    missing = {index: font.name for index, font in enumerate(paper.fonts) if not font.embedded and font.name}
    names: dict[str, int] = {}
    for page in paper.pages:
        for run in page.runs:
            if run.font in missing and run.mode != 3:
                names.setdefault(missing[run.font], page.number)
    if not names:
        return
    what = "1 font is" if len(names) == 1 else f"{len(names)} fonts are"
    first = min(names.values())
    yield Hit(
        code="fonts-not-embedded",
        message=f"{what} not embedded in the file: {first_of(names, _LISTED_FONTS)} (first used on page {first}).",
        fix="Embed all fonts; figures are the usual cause.",
        evidence=", ".join(names)[:EVIDENCE_LIMIT],
        where=Location(file=paper.file, page=first),
    )
