"""What each page holds: content, references, both or nothing. Whoever asks for the last page of content asks here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from faimi_check.model.page import FURNITURE, Line, Page, PageKind, Region
from faimi_check.model.parts import LineRef
from faimi_check.reading.parts.flow import FLOWING

# Turned text of this many characters is a table, a figure or prose set sideways, less is a label or watermark.
_TURNED = 60
# What stands on so many pages, and on this share of them, is a stamp or watermark.
_STAMPED_PAGES = 3
_STAMPED_SHARE = 0.5
_SAME_PLACE = 4
# A footnote to a reference is a line or two, and the end of a note may run over from the page before.
_NOTE_LINES = 4

_KINDS = {
    (True, True): PageKind.MIXED,
    (True, False): PageKind.CONTENT,
    (False, True): PageKind.REFERENCES,
    (False, False): PageKind.BLANK,
}


def with_kinds(pages: Sequence[Page], listed: frozenset[LineRef]) -> tuple[Page, ...]:
    """The pages with their kinds; `listed` are the lines of reference lists."""
    stamps = _stamps(pages)
    with_references = {at.page for at in listed}
    return tuple(
        msgspec.structs.replace(page, kind=_KINDS[_has_content(page, listed, stamps), page.number in with_references])
        for page in pages
    )


def _has_content(page: Page, listed: frozenset[LineRef], stamps: frozenset[tuple[str, int, int]]) -> bool:
    if page.illegible or page.figures:
        return True
    if _turned(page, stamps) >= _TURNED:
        return True
    own = [
        line
        for index, line in enumerate(page.lines)
        if line.region not in FURNITURE
        and line.region is not Region.ROTATED
        and LineRef(page.number, index) not in listed
        and any(c.isalnum() for c in line.text)
    ]
    if any(line.region is not Region.FOOTNOTE for line in own):
        return True
    # A footnote belongs to the text above it; where that is nothing but references, so does the note.
    beside_references = any(at.page == page.number for at in listed)
    return len(own) > (_NOTE_LINES if beside_references else 0)


def _turned(page: Page, stamps: frozenset[tuple[str, int, int]]) -> int:
    """Characters of turned text, without stamps: what stands on most pages, or in the margins beside upright lines."""
    upright = [line.box for line in page.lines if line.region in FLOWING]
    left = min((box.x0 for box in upright), default=0.0)
    right = max((box.x1 for box in upright), default=page.width)
    return sum(
        len(line.text)
        for line in page.lines
        if line.region is Region.ROTATED and line.box.x1 > left and line.box.x0 < right and _spot(line) not in stamps
    )


def _stamps(pages: Sequence[Page]) -> frozenset[tuple[str, int, int]]:
    """Turned text that most pages have in the same place."""
    counts: Counter[tuple[str, int, int]] = Counter()
    for page in pages:
        counts.update({_spot(line) for line in page.lines if line.region is Region.ROTATED})
    least = max(_STAMPED_PAGES, _STAMPED_SHARE * len(pages))
    return frozenset(spot for spot, count in counts.items() if count >= least)


def _spot(line: Line) -> tuple[str, int, int]:
    return line.text, round(line.box.x0 / _SAME_PLACE), round(line.box.top / _SAME_PLACE)
