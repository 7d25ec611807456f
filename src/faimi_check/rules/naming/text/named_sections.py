"""Sections that calls name, found by their headings: limitations, ethics, an appendix, ..."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Paper
from faimi_check.model.parts import Heading, LineRef
from faimi_check.model.text.spelling import nearest
from faimi_check.rules.late import late
from faimi_check.rules.tables import any_of, table

SAME_SIZE = 0.3
_LONGEST = 120


def section_names() -> tuple[str, ...]:
    """The names by which a profile calls sections."""
    return tuple(table("sections"))


def refuse_unknown_sections(key: str, names: Iterable[str]) -> None:
    """Raises ValueError for a name that no section has."""
    for name in names:
        if name not in section_names():
            hint = nearest(name, section_names())
            raise ValueError(f"{key}: unknown {name!r}{hint} (known: {', '.join(section_names())})")


def words_for(name: str) -> str:
    """The section as a message calls it: "an ethics statement"."""
    return str(table("sections")[name]["words"])


def listed(words: Iterable[str]) -> str:
    """`references, an appendix and acknowledgements`."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


class NamedSection(msgspec.Struct, frozen=True):
    """A section from its heading to the line before `end`; None where it goes on to the paper's end.

    `last_of_text` where nothing but references or the paper's end follows it.
    """

    name: str
    first: LineRef
    end: LineRef | None
    last_of_text: bool


@cache
def _pattern(name: str, *, anywhere: bool) -> re.Pattern[str]:
    start = r"\b" if anywhere else r"^\W{0,3}"
    return late(f"{start}{any_of('sections', name, 'headings')}", re.IGNORECASE)


def names_section(text: str, name: str, *, anywhere: bool = False) -> bool:
    """Whether a heading is that of such a section: it begins so, or holds the words `anywhere`."""
    return _pattern(name, anywhere=anywhere).search(text[:_LONGEST]) is not None


def has_section(paper: Paper, name: str) -> bool:
    """Whether any heading is that of such a section, or holds its words."""
    headings = paper.parts.headings
    if name == "appendix" and (_lettered(paper) or _after_references(paper)):
        return True
    return any(names_section(heading.text, name, anywhere=True) for heading in headings)


def named_sections(paper: Paper, names: Iterable[str]) -> Iterator[NamedSection]:
    """The sections of these names, in reading order of each name."""
    starts = _reference_starts(paper)
    for name in names:
        for heading in paper.parts.headings:
            if names_section(heading.text, name) and (name != "appendix" or _is_whole(paper, heading)):
                yield _section(paper, name, heading, starts)
        if name == "appendix" and (lettered := _lettered(paper)):
            yield _section(paper, name, lettered, starts)
        if name == "appendix" and (first := _after_references(paper)):
            yield NamedSection(name, first.at, None, last_of_text=True)


def _section(paper: Paper, name: str, heading: Heading, references: list[LineRef]) -> NamedSection:
    listed_at = next((at for at in references if at > heading.at), None)
    following = None if name == "appendix" else _next_heading(paper, heading)
    if following is not None and (listed_at is None or following < listed_at):
        return NamedSection(name, heading.at, following, last_of_text=False)
    return NamedSection(name, heading.at, listed_at, last_of_text=True)


def _next_heading(paper: Paper, heading: Heading) -> LineRef | None:
    """The next heading of the same or a higher rank; a run-in one ends at whatever heading comes next."""
    own = _line(paper, heading.at)
    run_in = own.region is not Region.HEADING
    for other in paper.parts.headings:
        if other.at <= heading.at:
            continue
        line = _line(paper, other.at)
        if run_in or (line.region is Region.HEADING and line.size >= own.size - SAME_SIZE):
            return other.at
    return None


def _lettered(paper: Paper) -> Heading | None:
    """The section A of a paper whose sections have figures: an appendix. Elsewhere letters count subsections.

    "A" may be an article too: a section B or A.1 follows, and no section with a figure.
    """
    headings = [heading for heading in paper.parts.headings if _is_whole(paper, heading)]
    last_figure = max((at for at, heading in enumerate(headings) if heading.number.isdecimal()), default=None)
    if last_figure is None:
        return None
    after = headings[last_figure + 1 :]
    numbers = {heading.number for heading in after}
    return next((heading for heading in after if heading.number == "A" and numbers & {"B", "A.1"}), None)


def _is_whole(paper: Paper, heading: Heading) -> bool:
    """Whether the heading stands on a line of its own."""
    return _line(paper, heading.at).region is Region.HEADING


def _after_references(paper: Paper) -> Heading | None:
    """The first heading after the main reference list: what follows there is an appendix by any name.

    Unless it counts on where the sections before the list ended: that is the text itself, put behind the references.
    """
    main = next(iter(paper.parts.references), None)
    first = next((heading for heading in paper.parts.headings if main and heading.at > main.last), None)
    if main is None or first is None:
        return None
    before = [
        int(heading.number)
        for heading in paper.parts.headings
        if heading.at < main.first and heading.number.isdecimal()
    ]
    counts_on = first.number.isdecimal() and int(first.number) == max(before, default=0) + 1
    return None if before and counts_on else first


def _reference_starts(paper: Paper) -> list[LineRef]:
    return sorted(one.heading or one.first for one in paper.parts.references)


def _line(paper: Paper, at: LineRef) -> Line:
    return paper.pages[at.page - 1].lines[at.line]
