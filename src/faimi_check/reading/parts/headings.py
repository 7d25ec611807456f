"""Section headings, on lines of their own or run into the paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faimi_check.model.page import Line, Page
from faimi_check.model.paper import Font
from faimi_check.model.parts import Heading, LineRef
from faimi_check.reading.page.layout.typography import Typography
from faimi_check.reading.parts.flow import FlowLine

NUMBER = re.compile(
    r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[A-H](?:\.\d{1,2}){0,2}|[IVX]{1,5})(?P<dot>\.?)\s+(?P<text>[^\W\d_].*)$"
)
_MAX_LENGTH = 110
_MAX_RUN_IN = 80
# Formulas in bold are none.
_LETTER_SHARE = 0.5
# Small capitals are about a fifth smaller than the capitals before them; above a heading there is more than a line.
_SMALL_CAPITALS = 1.15
_SPACE_ABOVE = 1.5


def find_headings(
    flow: Sequence[FlowLine],
    pages: Sequence[Page],
    fonts: Sequence[Font],
    style: Typography,
    skip: frozenset[LineRef],
) -> tuple[Heading, ...]:
    """All headings in order; lines in `skip` (title, author block, references) are none."""
    headings: list[Heading] = []
    for place in flow:
        if place.ref in skip:
            continue
        text = heading_text(place, pages[place.ref.page - 1], fonts, style)
        if not text:
            continue
        match = NUMBER.match(text)
        if match:
            headings.append(Heading(match["text"], match["number"], place.ref))
        else:
            headings.append(Heading(text, "", place.ref))
    return tuple(headings)


def heading_text(place: FlowLine, page: Page, fonts: Sequence[Font], style: Typography) -> str:
    """The heading on this line, whole or run-in; empty where it has none."""
    text = place.line.text
    if not any(c.isalpha() for c in text):
        return ""
    if is_whole(place, page, style):
        return text
    return _run_in(place.line, page, fonts)


def is_whole(place: FlowLine, page: Page, style: Typography) -> bool:
    """Whether the whole line is a heading: it stands out, or is in small capitals with space above it."""
    return stands_out(place.line, style) or (_is_apart(place, style) and _in_small_capitals(place.line, page))


def _is_apart(place: FlowLine, style: Typography) -> bool:
    return place.step is None or place.step > _SPACE_ABOVE * style.leading


def _in_small_capitals(line: Line, page: Page) -> bool:
    sizes = [page.runs[index].size for index in line.runs if any(c.isalpha() for c in page.runs[index].text)]
    short = sum(c.isalpha() for c in line.text) >= 4 and len(line.text) <= _MAX_RUN_IN
    return short and line.text.isupper() and max(sizes) > _SMALL_CAPITALS * min(sizes)


def stands_out(line: Line, style: Typography) -> bool:
    """Whether the whole line is set as a heading: larger, bold, or numbered capitals."""
    text = line.text
    if line.size <= style.size + 0.8 and not (line.bold and line.size > style.size - 0.5):
        match = NUMBER.match(text)
        if match is None or not match["text"].isupper() or len(match["text"]) < 4:
            return False
    letters = sum(c.isalpha() for c in text)
    return len(text) <= _MAX_LENGTH and letters >= 3 and letters >= _LETTER_SHARE * len(text)


def _run_in(line: Line, page: Page, fonts: Sequence[Font]) -> str:
    """Bold or italic words that open a paragraph and end in a full stop or colon."""
    first = page.runs[line.runs[0]]
    style = fonts[first.font] if first.font < len(fonts) else None
    if style is None or not style.bold or line.bold:
        return ""
    words: list[str] = []
    for index in line.runs:
        run = page.runs[index]
        if run.font != first.font:
            break
        words.append(run.text)
    text = " ".join(" ".join(words).split())
    opens = text[:1].isalnum() and text.endswith((".", ":"))
    return text.rstrip(" .:") if opens and 3 < len(text) <= _MAX_RUN_IN else ""
