"""Pages that stand in a paper twice: two versions of one that were put together, or a page that was exported again."""

from __future__ import annotations

from collections import Counter

from faimi_check.model.page import FURNITURE
from faimi_check.model.paper import Paper
from faimi_check.rules.document.unfinished.places import MOST, Place, line_place

# Letters of a line that says something, lines of a page that has text, and how many of them are those of another page.
# Of 77 papers no two pages share more than 0.3, in tables and listings that go on.
_LONG, _FEWEST, _SHARE = 40, 10, 0.75
# Pages on which one line is remembered: what stands on more is no page's own.
_REMEMBERED = 4


def repeated_pages(paper: Paper) -> list[Place]:
    """The pages whose text is that of an earlier one, each by its first line of text."""
    seen: dict[str, list[int]] = {}
    found: list[Place] = []
    for page in paper.pages:
        lines = {
            line.text: at
            for at, line in enumerate(page.lines)
            if len(line.text) >= _LONG and line.region not in FURNITURE
        }
        shared = Counter(number for text in lines for number in seen.get(text, ()))
        for text in lines:
            pages = seen.setdefault(text, [])
            if len(pages) < _REMEMBERED:
                pages.append(page.number)
        if len(lines) >= _FEWEST and any(count >= _SHARE * len(lines) for count in shared.values()):
            text, at = next(iter(lines.items()))
            found.append((text, line_place(paper, page.number, at)))
    return found[:MOST]
