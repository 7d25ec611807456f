"""Section headings, on lines of their own or run into the paragraph."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from faimi_check.model.page import Line, Page
from faimi_check.model.paper import Font
from faimi_check.model.parts import Heading, LineRef
from faimi_check.reading.page.layout.typography import Typography
from faimi_check.reading.parts.flow import FlowLine
from faimi_check.reading.parts.paragraphs import Paragraphs

NUMBER = re.compile(
    r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[A-H](?:\.\d{1,2}){0,2}|[IVX]{1,5})(?P<dot>\.?)\s+(?P<text>[^\W\d_].*)$"
)
_MAX_LENGTH = 110
_LARGER = 0.8
# How much smaller than the body a bold line may be that is a heading: one with a number, set small to win room, more.
_SMALLER, _NUMBERED_SMALLER = 0.5, 2.1
_MAX_RUN_IN = 80
# Formulas in bold are none.
_LETTER_SHARE = 0.5
# Small capitals are about a fifth smaller than the capitals before them; above a heading there is more than a line.
_SMALL_CAPITALS = 1.15
_SPACE_ABOVE = 1.5


class Found(NamedTuple):
    """The headings in order, and the lines that are headings as a whole."""

    headings: tuple[Heading, ...]
    whole: frozenset[LineRef]


def find_headings(
    flow: Sequence[FlowLine],
    pages: Sequence[Page],
    fonts: Sequence[Font],
    style: Typography,
    skip: frozenset[LineRef],
) -> Found:
    """All headings in order; lines in `skip` (title, author block, references) are none."""
    paragraphs = Paragraphs(flow, pages, fonts, style)
    headings: list[Heading] = []
    whole: set[LineRef] = set()
    for at, place in enumerate(flow):
        if place.ref in skip or not any(c.isalpha() for c in place.line.text):
            continue
        text, alone = _heading(at, paragraphs, whole)
        if not text:
            continue
        if alone:
            whole.add(place.ref)
        match = NUMBER.match(text)
        if match:
            headings.append(Heading(match["text"], match["number"], place.ref))
        else:
            headings.append(Heading(text, "", place.ref))
    return Found(tuple(headings), frozenset(whole))


def _heading(at: int, text: Paragraphs, before: Collection[LineRef]) -> tuple[str, bool]:
    """The heading on this line, empty where it has none, and whether it is all of the line.

    Bold words in the middle of a paragraph are none, also where they fill a line. `before` are the headings before it.
    """
    place = text.flow[at]
    page = text.pages[place.ref.page - 1]
    stands_out = is_whole(place, page, text.style)
    if stands_out and not _is_bold_only(place.line, text.style):
        return place.line.text, True
    if stands_out and text.is_bold_throughout(at):
        within = text.goes_on(at, before) or text.opens_bracket(at)
        return ("", False) if within else (place.line.text, not text.runs_on(at))
    words = _run_in(place.line, page, text.fonts, apart=text.leads(at))
    if not words and stands_out and text.stands_alone(at):
        return ("", False) if text.goes_on(at, before) else (place.line.text, True)
    return ("" if words and text.goes_on(at, before) else words), False


def _is_bold_only(line: Line, style: Typography) -> bool:
    """Whether nothing but its weight makes a line stand out."""
    return line.bold and line.size <= style.size + _LARGER


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
    match = NUMBER.match(text)
    smaller = _NUMBERED_SMALLER if _is_of_section(match) else _SMALLER
    looks = line.size > style.size + _LARGER or (line.bold and line.size > style.size - smaller)
    if not looks and (match is None or not match["text"].isupper() or len(match["text"]) < 4):
        return False
    letters = sum(c.isalpha() for c in text)
    return len(text) <= _MAX_LENGTH and letters >= 3 and letters >= _LETTER_SHARE * len(text)


def _is_of_section(number: re.Match[str] | None) -> bool:
    """Whether a number is a section's: "3 Datasets Images were taken"; an item of a list has a full stop behind it."""
    return number is not None and not number["dot"]


def _run_in(line: Line, page: Page, fonts: Sequence[Font], *, apart: bool) -> str:
    """Bold words that open a paragraph and end in a full stop, a colon or a question mark.

    Where they are most of a line that is set `apart`, a capital behind several of them is enough.
    """
    first = page.runs[line.runs[0]]
    style = fonts[first.font] if first.font < len(fonts) else None
    if style is None or not style.bold:
        return ""
    words: list[str] = []
    rest = ""
    for index in line.runs:
        run = page.runs[index]
        if not (run.font < len(fonts) and fonts[run.font].bold):
            rest = run.text.lstrip()
            break
        words.append(run.text)
    text = " ".join(" ".join(words).split())
    ends = text.endswith((".", ":", "?")) or rest.startswith((".", ":"))
    titled = apart and line.bold and " " in text and rest[:1].isupper()
    numbered = _is_of_section(NUMBER.match(text)) and rest[:1].isupper()
    opens = text[:1].isalnum() and (ends or titled or numbered)
    return text.rstrip(" .:") if opens and 3 < len(text) <= _MAX_RUN_IN else ""
