"""What stands on a page to be read and is no text that can be read: single lines of it, where they may be names.

Letters in a font without an encoding, letters that are drawn as shapes, and pictures of letters or of whole paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from faimi_check.model.page import Box, Figure, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.reading.page.objects.open_pages import OpenPages
from faimi_check.reading.page.sight.justified import Prose, justified_prose, together
from faimi_check.reading.page.sight.looking import Looking
from faimi_check.reading.page.sight.outlines import spaced_lines
from faimi_check.reading.page.sight.pieces import in_rows, put_together

# Points: what is drawn in an author section and is lower or narrower is a rule, a mark or an ornament.
_MARK_HEIGHT, _MARK_WIDTH = 4.0, 30.0
_NARROWEST_LINE = 60.0
_LETTER_HEIGHTS = (4.0, 16.0)
_MOST_ROWS = 6
# Of the text's width, and of its own area that pictures take.
_WIDTH_SHARE, _COVERED_SHARE = 0.8, 0.7
_LOWEST_PARAGRAPH, _FEWEST_LINES = 40.0, 6
_LOWEST_CAPTIONED, _MOST_PIXELS = 150.0, 4_000_000
# Letters of half the size need as many pixels a point to be read, and a look that is so many times closer.
_FINE, _CLOSER = 2.5, 2.0


def unread_problems(opened: OpenPages, paper: Paper) -> tuple[tuple[Problem, ...], dict[int, Prose]]:
    """What is not known of each page, and of the author section; and the prose that pages show as pictures."""
    prose: dict[int, Prose] = {}
    found = list(_author_section(paper))
    known = {problem.page for problem in found}
    for page in paper.pages:
        if page.number in known or page.illegible:
            continue
        if any(box.width >= _NARROWEST_LINE for box in in_rows(_unread(page))):
            detail = f"Page {page.number} shows a line of letters that cannot be read, so what it says is not known."
            found.append(_problem(ProblemKind.GARBLED, detail, page.number))
        elif (pictured := _pictured_prose(opened, paper, page)).lines:
            prose[page.number] = pictured
            detail = (
                f"Page {page.number} shows {pictured.lines} lines of running text as a picture, "
                "so what they say is not known."
            )
            found.append(_problem(ProblemKind.NO_TEXT, detail, page.number))
        elif _shows_shapes(opened, paper, page):
            detail = f"Page {page.number} draws a line of letters as shapes, so what it says is not known."
            found.append(_problem(ProblemKind.NO_TEXT, detail, page.number))
    return tuple(found), prose


def _problem(kind: ProblemKind, detail: str, page: int) -> Problem:
    return Problem(kind=kind, aspects=(Aspect.VISIBILITY,), detail=detail, page=page)


def _unread(page: Page) -> Iterator[Box]:
    """Where letters stand that cannot be read, outside of figures, whose labels often are so.

    Where text is drawn twice for bold, one of the two reads as nothing.
    """
    return (box for box in page.unread if not _inside(box, page.figures) and not _is_behind_text(box, page))


def _inside(box: Box, figures: Iterable[Figure]) -> bool:
    return any(box.overlap(figure.box) > 0 for figure in figures)


def _shows_shapes(opened: OpenPages, paper: Paper, page: Page) -> bool:
    """Whether shapes look like a line of letters, on page 1 wherever they stand, on others round the paper's text.

    Inside the text of other pages a shape is part of a figure or a formula.
    """
    low, high = _LETTER_HEIGHTS
    block = Box(*paper.layout.text_block) if paper.layout.text_block and page.number > 1 else None
    small = [box for drawing in page.drawings if (box := drawing.box).height <= high and not _inside(box, page.figures)]
    rows = [
        row
        for row in (*in_rows(small), *in_rows(put_together(small)))
        if row.width >= _NARROWEST_LINE
        and low <= row.height <= high
        and (block is None or row.overlap(block) <= 0)
        and not _is_behind_text(row, page)
    ]
    if not rows:
        return False
    with opened.at(page.number - 1) as loaded:
        looking = Looking(loaded.raw, page)
        return any(looking.shows_letters(row) for row in rows[:_MOST_ROWS])


def _pictured_prose(opened: OpenPages, paper: Paper, page: Page) -> Prose:
    """The lines of running text that pictures over the whole width show.

    A picture without a caption is no figure; one with a caption may show a prompt or a form, but no lines that are set
    as those of a paper.
    """
    if not page.images or not paper.layout.text_block:
        return Prose()
    least = _WIDTH_SHARE * Box(*paper.layout.text_block).width
    pictures = [figure for figure in page.figures if _is_paragraph(figure.box, page, least)]
    others = [figure.box for figure in pictures if not figure.caption or _is_below_anothers(figure, page)]
    captioned = [figure.box for figure in pictures if figure.box not in others and _may_hold_a_page(figure.box, page)]
    if not captioned and not others:
        return Prose()
    with opened.at(page.number - 1) as loaded:
        looking = Looking(loaded.raw, page)
        lines = sum(spaced_lines(shown) for box in others if (shown := looking.pictured(box)))
        justified = together(_prose_in(looking, box, page) for box in captioned)
    return Prose(justified.lines + (lines if lines >= _FEWEST_LINES else 0), justified.step)


def _is_below_anothers(figure: Figure, page: Page) -> bool:
    """Whether a caption stands above a picture and below another figure, whose it is then."""
    begins = [
        line.box for line in page.lines if line.region is Region.CAPTION and figure.caption.startswith(line.text[:60])
    ]
    return any(
        other.caption == figure.caption and other.box.bottom <= line.bottom and line.top <= figure.box.top
        for line in begins
        for other in page.figures
        if other is not figure
    )


def _prose_in(looking: Looking, box: Box, page: Page) -> Prose:
    """The lines of prose that a picture shows, in the size of a paper's text or in half of it."""
    shown = looking.pictured(box)
    prose = justified_prose(shown) if shown else Prose()
    pixels = max(image.pixels[0] for image in page.images if box.overlap(image.box) > 0)
    if prose.lines or pixels < _FINE * box.width:
        return prose
    shown = looking.pictured(box, _CLOSER)
    found = justified_prose(shown._replace(scale=shown.scale / _CLOSER)) if shown else Prose()
    return Prose(found.lines, found.step / _CLOSER)


def _may_hold_a_page(box: Box, page: Page) -> bool:
    """Whether one picture fills a place that is high enough to save room with; what is larger takes long to decode."""
    if box.height < _LOWEST_CAPTIONED:
        return False
    pixels = [image.pixels for image in page.images if box.overlap(image.box) > 0]
    return len(pixels) == 1 and box.width <= pixels[0][0] and pixels[0][0] * pixels[0][1] <= _MOST_PIXELS


def _is_paragraph(box: Box, page: Page, least: float) -> bool:
    """Whether a place is as wide as text, as high as some lines of it, and filled by pictures."""
    if box.width < least or box.height < _LOWEST_PARAGRAPH:
        return False
    covered = sum(box.overlap(image.box) for image in page.images)
    return covered >= _COVERED_SHARE * box.width * box.height


def _author_section(paper: Paper) -> Iterator[Problem]:
    """Shapes, pictures or letters that cannot be read between title and abstract: they may be names."""
    title = [ref for ref in paper.parts.title if ref.page == 1]
    abstract = [ref for ref in paper.parts.abstract if ref.page == 1]
    if not title or not abstract or not paper.pages or not paper.pages[0].lines:
        return
    page = paper.pages[0]
    top = page.lines[title[-1].line].box.bottom
    bottom = page.lines[abstract[0].line].box.top
    drawn = [drawing.box for drawing in page.drawings] + [image.box for image in page.images]
    low = [box for box in drawn if box.height < _MARK_HEIGHT and top - 1.0 <= box.top and box.bottom <= bottom + 1.0]
    drawn.extend(put_together(low))
    captioned = [figure for figure in page.figures if figure.caption]
    marks = [
        box
        for box in drawn
        if _is_mark(box, top, bottom) and not _is_behind_text(box, page) and not _inside(box, captioned)
    ]
    if sum(box.width for box in marks) >= _MARK_WIDTH:
        detail = "Something that is no text is drawn between the title and the abstract, so what it says is not known."
        yield _problem(ProblemKind.NO_TEXT, detail, 1)
    elif _is_said(paper.problems):
        return
    elif sum(box.width for box in page.unread if _is_mark(box, top, bottom)) >= _MARK_WIDTH:
        detail = "Letters between the title and the abstract cannot be read, so what they say is not known."
        yield _problem(ProblemKind.GARBLED, detail, 1)


def _is_said(problems: tuple[Problem, ...]) -> bool:
    """Whether page 1 is said to hold letters that cannot be read."""
    return any(problem.kind is ProblemKind.GARBLED and problem.page == 1 for problem in problems)


def _is_behind_text(box: Box, page: Page) -> bool:
    """Whether text that can be read stands there."""
    there = ((run, shared) for run in page.runs if (shared := box.overlap(run.box)) > 0)
    read = (shared for run, shared in there if any(character.isalnum() for character in run.text))
    return sum(read) > 0.5 * box.width * box.height


def _is_mark(box: Box, top: float, bottom: float) -> bool:
    return box.height >= _MARK_HEIGHT and box.width > 1.0 and top - 1.0 <= box.top and box.bottom <= bottom + 1.0
