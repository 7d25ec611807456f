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
        text = heading_text(place.line, pages[place.ref.page - 1], fonts, style)
        if not text:
            continue
        match = NUMBER.match(text)
        if match:
            headings.append(Heading(match["text"], match["number"], place.ref))
        else:
            headings.append(Heading(text, "", place.ref))
    return tuple(headings)


def heading_text(line: Line, page: Page, fonts: Sequence[Font], style: Typography) -> str:
    """The heading on this line, whole or run-in; empty where it has none."""
    text = line.text
    if not any(c.isalpha() for c in text):
        return ""
    if stands_out(line, style):
        return text
    return _run_in(line, page, fonts)


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
