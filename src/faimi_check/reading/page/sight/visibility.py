"""Text that is in the file and that a reader does not see.

Signs that cost nothing (colour, size, mode, place, what is drawn later) and one quick rendering without pictures
find the suspects; each suspect is then judged by what its page looks like with and without it.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from faimi_check.model.page import Box, Line, Page, Region, TextRun
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.reading.intake import cause
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.page.objects.open_pages import OpenPages
from faimi_check.reading.page.sight.blocks import join_hidden
from faimi_check.reading.page.sight.looking import Looking
from faimi_check.reading.page.sight.obscurity import Reason, Suspect
from faimi_check.reading.page.sight.outlines import may_be_letters, with_outlines
from faimi_check.reading.page.sight.painted import ANY_MEANS, Means, painted_lines
from faimi_check.reading.page.sight.thumbnails import shows_another
from faimi_check.reading.page.sight.unread import unread_problems

_SCAN_SHARE = 0.6
_LAYER_SHARE = 0.8


def with_hidden_text(opened: OpenPages, paper: Paper, limits: PdfLimits, means: Means = ANY_MEANS) -> Paper:
    """The paper with the hidden text of each page filled in. Never raises for a bad page.

    `means` are those by which its file may paint letters.
    """
    pages: list[Page] = []
    problems: list[Problem] = []
    for page in paper.pages[: limits.max_pages]:
        try:
            looked_at, found = _look_at(opened, page, means)
            pages.append(looked_at)
            problems.extend(found)
        except Exception as error:
            pages.append(page)
            problems.append(_problem(f"Page {page.number} could not be rendered ({cause(error)}).", page.number))
    pages.extend(paper.pages[len(pages) :])
    paper = msgspec.structs.replace(paper, pages=tuple(pages))
    told = {problem.page for problem in (*paper.problems, *problems) if Aspect.VISIBILITY in problem.aspects}
    unread, prose = unread_problems(opened, paper)
    problems.extend(problem for problem in unread if problem.page not in told)
    pages = [
        msgspec.structs.replace(page, pictured=tuple(prose[page.number])) if page.number in prose else page
        for page in paper.pages
    ]
    return msgspec.structs.replace(paper, pages=tuple(pages), problems=(*paper.problems, *problems))


def _problem(detail: str, page: int | None = None) -> Problem:
    return Problem(kind=ProblemKind.DAMAGED, aspects=(Aspect.VISIBILITY,), detail=detail, page=page)


def _left_out(count: int, page: int) -> Problem:
    detail = f"Page {page} has more texts that may be hidden than are looked at: {count:,} pieces were left out."
    return Problem(kind=ProblemKind.LIMIT, aspects=(Aspect.VISIBILITY,), detail=detail, page=page)


def _painted(page: int) -> Problem:
    detail = (
        f"Page {page} shows a line of letters that is no text but painted (by a pattern, a shading, a mask, dashes or "
        "one glyph), so what it says is not known."
    )
    return Problem(kind=ProblemKind.NO_TEXT, aspects=(Aspect.VISIBILITY,), detail=detail, page=page)


def _look_at(opened: OpenPages, page: Page, means: Means) -> tuple[Page, tuple[Problem, ...]]:
    shapes = not page.scanned and may_be_letters(page)
    with opened.at(page.number - 1) as loaded:
        differs, problems = shows_another(loaded.raw, page)
        if differs:
            page = msgspec.structs.replace(page, thumbnail_differs=True)
        if not page.runs and not page.drawings:
            return page, problems
        looking = Looking(loaded.raw, page)
        found, left = looking.hidden() if page.runs else ([], 0)
        lines = looking.outlined_lines() if shapes else 0
        painted = () if page.scanned else tuple(painted_lines(loaded.raw, page, means))
    if lines:
        page, found_lines = with_outlines(page, lines)
        problems = (*problems, *found_lines)
    if painted:
        page, problems = msgspec.structs.replace(page, painted=painted), (*problems, _painted(page.number))
    if left:
        problems = (*problems, _left_out(left, page.number))
    layer = _text_layer(page, found)
    if layer:
        found = [suspect for suspect in found if suspect not in layer]
    unseen = {suspect.run.order for suspect in found}
    hidden = (*page.hidden, *join_hidden(found, [run for run in page.runs if run.order not in unseen]))
    if hidden:
        page = msgspec.structs.replace(page, hidden=hidden, lines=_unseen_lines(page, found))
    if layer and not page.scanned:
        detail = f"Page {page.number} shows a picture, its text lies below that, so what is seen could not be checked."
        aspects = (Aspect.TEXT, Aspect.LAYOUT)
        problem = Problem(kind=ProblemKind.NO_TEXT, aspects=aspects, detail=detail, page=page.number)
        return msgspec.structs.replace(page, scanned=True), (*problems, problem)
    return page, problems


def _text_layer(page: Page, found: list[Suspect]) -> list[Suspect]:
    """The text that a scanner put behind or over the picture of a page: nearly all the page has; else nothing."""
    layer = [suspect for suspect in found if suspect.reason in (Reason.INVISIBLE_MODE, Reason.COVERED)]
    if not layer or not any(_covers(image.box, page) for image in page.images):
        return []
    return layer if _letters(run for run, _ in layer) >= _LAYER_SHARE * _letters(page.runs) else []


def _covers(box: Box, page: Page) -> bool:
    return box.overlap(Box(0, 0, page.width, page.height)) > _SCAN_SHARE * page.width * page.height


def _letters(runs: Iterable[TextRun]) -> int:
    return sum(len(run.text) for run in runs)


def _unseen_lines(page: Page, found: list[Suspect]) -> tuple[Line, ...]:
    """The page's lines, those of which nothing is seen marked as hidden, so that they are not read as printed."""
    places = {run.order: index for index, run in enumerate(page.runs)}
    # A suspect that is part of a run only is a run of its own, and the line it stands in is still read.
    unseen = {place for run, _ in found if page.runs[place := places[run.order]] is run}
    return tuple(
        msgspec.structs.replace(line, region=Region.HIDDEN) if line.runs and unseen.issuperset(line.runs) else line
        for line in page.lines
    )
