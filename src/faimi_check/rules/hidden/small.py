"""Print too small to be read, which asks for something: a reader passes over it as over what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from faimi_check.model.finding import Location
from faimi_check.model.page import Box, Page, Region, TextRun
from faimi_check.model.paper import Paper
from faimi_check.rules.hidden.request import Request
from faimi_check.rules.naming.asking.score import asking_share
from faimi_check.rules.naming.identity import letters_of
from faimi_check.rules.naming.text.prose import DRAWN
from faimi_check.rules.naming.text.requests import commands, reports

# Points. Marks of footnotes have six, and prose of five is set nowhere; labels in drawings are scaled with them.
_SMALL = 5.2
_BESIDE = DRAWN | {Region.ROTATED}
# Letters of the shortest request, and of what is looked at in all.
_SHORTEST, _LONGEST = 20, 4_000
# How likely it asks for something that is told as such, and surely.
_ASKS, _SURELY = 0.8, 0.9


def requests_in_small_print(paper: Paper) -> Iterator[Request]:
    """What is set so small and asks for something, page by page."""
    for page in paper.pages:
        if any(run.size <= _SMALL for run in page.runs):
            for text, box in _stretches(page):
                share = asking_share(text)
                sure = share >= _SURELY or commands(text)
                if (sure or share >= _ASKS) and not (reports(text) or _is_hidden(page, text)):
                    yield Request(text, Location(file=paper.file, page=page.number, bbox=tuple(box)), sure)


def _is_hidden(page: Page, text: str) -> bool:
    """Whether it is told as hidden: smaller still, or no more to be seen for another reason."""
    bare = letters_of(text)
    return any(bare in told or told in bare for hidden in page.hidden if (told := letters_of(hidden.text)))


def _stretches(page: Page) -> Iterator[tuple[str, Box]]:
    """What stands in small print without other print between, and where."""
    here: list[TextRun] = []
    for line in page.lines:
        for run in (page.runs[at] for at in line.runs if line.region not in _BESIDE):
            if run.size <= _SMALL:
                here.append(run)
            elif letters_of(run.text):
                yield from _told(here)
                here = []
    yield from _told(here)


def _told(runs: list[TextRun]) -> Iterator[tuple[str, Box]]:
    text = " ".join(" ".join(run.text for run in runs).split())[:_LONGEST]
    if len(letters_of(text)) >= _SHORTEST:
        yield text, reduce(Box.union, (run.box for run in runs))
