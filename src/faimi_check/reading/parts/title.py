"""The title: the largest group of lines above the abstract."""

from __future__ import annotations

from collections.abc import Sequence

from faimi_check.model.text.letters import unspaced_letters
from faimi_check.reading.page.layout.typography import Typography
from faimi_check.reading.parts.flow import FlowLine

_MAX_TITLE_LINES = 6
_TITLE_WORDS = 2
_FULL_TITLE = 4
_WIDE_STEP = 1.9
_SIGNS_A_WORD = 2


def find_title(head: Sequence[FlowLine], style: Typography) -> range:
    """The largest group of lines before the abstract, if larger than the body or bold.

    A logo of one word is none, nor are a few large words of a picture below a longer title.
    """
    groups = [group for group in _groups(head) if head[group.start].ref.page == 1]
    worded = [group for group in groups if _words(head, group) >= _TITLE_WORDS] or groups
    if not worded:
        return range(0)
    best = max(worded, key=lambda group: (round(head[group.start].line.size), -group.start))
    if _words(head, best) < _FULL_TITLE:
        least = max(style.size + 0.8, 0.7 * head[best.start].line.size)
        above = [
            group
            for group in worded
            if group.start < best.start
            and _words(head, group) >= _FULL_TITLE
            and head[group.start].line.bold
            and head[group.start].line.size >= least
        ]
        best = above[0] if above else best
    first = head[best.start].line
    return best if first.size >= style.size + 0.8 or (first.bold and best.start < 3) else range(0)


def _groups(head: Sequence[FlowLine]) -> list[range]:
    """Neighbouring lines of one size and weight without a wide gap between them."""
    groups: list[range] = []
    for index, place in enumerate(head):
        before = head[index - 1].line if index else None
        joined = (
            before is not None
            and abs(before.size - place.line.size) < 0.9
            and before.bold == place.line.bold
            and (place.step is None or place.step < _WIDE_STEP * place.line.size)
            and index - groups[-1].start < _MAX_TITLE_LINES
        )
        if joined:
            groups[-1] = range(groups[-1].start, index + 1)
        elif any(c.isalpha() for c in place.line.text):
            groups.append(range(index, index + 1))
        else:
            groups.append(range(index, index))
    return [group for group in groups if group]


def _words(head: Sequence[FlowLine], group: range) -> int:
    """Words of a group of lines; scripts without blanks between words have one to about two signs."""
    texts = [head[index].line.text for index in group]
    return sum(len(text.split()) + unspaced_letters(text) // _SIGNS_A_WORD for text in texts)
