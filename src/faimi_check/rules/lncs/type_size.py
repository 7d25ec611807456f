"""LNCS002: the sizes of body, abstract, captions, references and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from faimi_check.model.finding import Confidence, Hit, Severity, Undecided
from faimi_check.model.page import Line, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.page_list import listed_pages
from faimi_check.rules.lncs.narrow_type import narrow_type
from faimi_check.rules.lncs.running_text import location, other_layout, running_text
from faimi_check.rules.lncs.small_blocks import pictured_text, small_blocks
from faimi_check.rules.lncs.small_notes import text_in_captions, text_in_footnotes
from faimi_check.rules.lncs.table_sizes import table_lines
from faimi_check.rules.lncs.template import Template, refuse_impossible_sizes
from faimi_check.rules.naming.text.prose import reference_lines
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule
from faimi_check.rules.word_processors import fix

_MIN_LINES = 12
_MIN_CHARACTERS = 40


class TypeSizes(Template, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Sizes in points as authors count them (TeX's 10 pt are 9.96 of the PDF, Word's are 10.08); 0: not judged.

    Measured on 38 genuine papers: bodies of 9.96 to 10.08, abstracts, captions and references of 8.97 to 9.12.
    """

    body_pt: float = 10.0
    small_pt: float = 9.0
    table_pt: float = 8.0
    tolerance_pt: float = 0.3

    def __post_init__(self) -> None:
        super().__post_init__()
        refuse_impossible_sizes(body_pt=self.body_pt, small_pt=self.small_pt, table_pt=self.table_pt)


@rule(
    "LNCS002",
    "font-size",
    part=Part.PAPER,
    params=TypeSizes,
    codes={
        "body": Severity.ERROR,
        "abstract": Severity.WARNING,
        "captions": Severity.WARNING,
        "references": Severity.WARNING,
        "tables": Severity.WARNING,
        "blocks": Severity.WARNING,
        "narrow": Severity.WARNING,
        "footnotes": Severity.WARNING,
        "long-captions": Severity.WARNING,
    },
    needs={Aspect.TEXT, Aspect.LAYOUT},
    requires={"DOC001"},
)
def font_size(submission: Submission, limit: TypeSizes) -> RuleResults:
    """The type is not in the template's sizes (LNCS: body 10 pt, abstract, captions and references 9, tables 8).

    Why
        Smaller type puts more on a page than the limit means to allow, and tires reviewers.

    How it decides
        The size is that of most characters: of the running text, the abstract, the captions, the reference lists,
        and of each table (its rows between rules or below its caption; indexes and exponents do not count). Larger
        abstracts, captions and references win no space and pass. Where the body's size is right, blocks of several
        lines of prose in smaller type are named with their pages, also those that a picture shows; acknowledgements
        and disclosures may be small.
        Letters that are scaled narrower, moved together or have too little blank between words are told by comparing
        each line with the widths in its font, over the paper and over a few lines at a time. Where much of the text is
        footnotes, or a caption goes on for 15 lines and more, that is told. In a paper of another layout altogether
        (LNCS001) only the body's size is judged, and the rule is skipped where that is right.

    When it can be wrong
        Text inside a picture is measured only where it is prose with straight edges, and may be a document that is
        shown for its own sake. A table without rules above its caption is not seen as one. A long quotation or prompt
        in smaller type, not framed, reads like a paragraph.

    Fix
        Take out \\small, \\footnotesize, \\scalebox, \\resizebox and changes of the class's sizes; let a wide table
        drop columns or decimals instead of type size.
    """
    paper = paper_of(submission)
    size = paper.layout.body_size
    if size is None or sum(1 for _ in running_text(paper)) < _MIN_LINES:
        yield Undecided("The paper has too little running text to measure its size.")
        return
    if limit.body_pt and abs(size - limit.body_pt) > limit.tolerance_pt:
        yield Hit(
            code="body",
            message=f"The body is set in {size:.1f} pt; {limit.name} has {limit.body_pt:g} pt.",
            fix=fix(
                paper,
                f"Take out changes of the type size, and use {limit.class_file} unchanged.",
                "font",
                f"set the text in {limit.body_pt:g} pt.",
            ),
            where=location(paper, 1),
        )
    other = other_layout(paper, limit, so="only the size of the body was judged")
    if other is not None:
        yield other
        return
    yield from _small_print(paper, limit)
    yield from _tables(paper, limit)
    yield from narrow_type(paper)
    yield from text_in_footnotes(paper)
    yield from text_in_captions(paper)
    if abs(size - limit.body_pt) <= limit.tolerance_pt:
        least = limit.body_pt - limit.tolerance_pt
        yield from pictured_text(paper, limit.name, limit.body_pt, limit.tolerance_pt)
        yield from small_blocks(paper, limit.name, limit.body_pt, least, limit.small_pt - limit.tolerance_pt)


def _small_print(paper: Paper, limit: TypeSizes) -> Iterator[Hit]:
    abstract = [paper.pages[ref.page - 1].lines[ref.line] for ref in paper.parts.abstract]
    captions = [line for page in paper.pages for line in _captions(page)]
    listed = [paper.pages[ref.page - 1].lines[ref.line] for ref in sorted(reference_lines(paper))]
    pages = {
        "abstract": paper.parts.abstract[0].page if paper.parts.abstract else 1,
        "captions": next((page.number for page in paper.pages if _captions(page)), 1),
        "references": paper.parts.references_start or 1,
    }
    for code, lines in (("abstract", abstract), ("captions", captions), ("references", listed)):
        size = _common_size(lines)
        if size is not None and size < limit.small_pt - limit.tolerance_pt:
            verb = "is" if code == "abstract" else "are"
            yield Hit(
                code=code,
                message=f"The {code} {verb} set in {size:.1f} pt; {limit.name} has {limit.small_pt:g} pt.",
                fix=fix(
                    paper,
                    f"Take out what makes the {code} smaller, and use {limit.class_file} unchanged.",
                    "font",
                    f"set the {code} in {limit.small_pt:g} pt.",
                ),
                where=location(paper, pages[code]),
            )


def _captions(page: Page) -> list[Line]:
    return [line for line in page.lines if line.region is Region.CAPTION]


def _common_size(lines: Iterable[Line]) -> float | None:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.size, 1)] += len(line.text)
    return weights.most_common(1)[0][0] if sum(weights.values()) >= _MIN_CHARACTERS else None


def _tables(paper: Paper, limit: TypeSizes) -> Iterator[Hit]:
    small: dict[int, float] = {}
    for page in paper.pages:
        sizes = [size for lines in table_lines(page) if (size := _common_size(lines)) is not None]
        if sizes and min(sizes) < limit.table_pt - limit.tolerance_pt:
            small[page.number] = min(sizes)
    if small:
        worst = min(small, key=small.__getitem__)
        yield Hit(
            code="tables",
            message=(
                f"Table text on {listed_pages(small)} is {small[worst]:.1f} pt;"
                f" the least allowed is {limit.table_pt:g} pt."
            ),
            fix=fix(
                paper,
                "Take out \\resizebox, \\scalebox, \\tiny and \\scriptsize; drop columns or decimals instead.",
                "font",
                f"set the table in {limit.table_pt:g} pt or more; drop columns or decimals instead.",
            ),
            confidence=Confidence.LIKELY,
            where=location(paper, worst, pages=small),
        )
