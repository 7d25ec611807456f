"""Who wrote a comment or changed the text, as word processors print it in balloons beside the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from faimi_check.model.finding import Location
from faimi_check.model.page import FURNITURE, Line
from faimi_check.model.paper import Paper
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.people.names import is_person, vocabulary
from faimi_check.rules.tables import any_of

# "Deleted: in all wards", "Commented [KL3]: ...", "Deleted by Tilda Norrgren: in all wards".
_HEAD = late(
    rf"\s*(?:{any_of('unfinished', 'tracked')}|{any_of('remarks', 'balloons')})(?: ?\[[^\]]{{1,8}}\])?"
    r" ?(?::|[^\W\d_A-ZÀ-Þ]{2,4} (?P<by>[A-ZÀ-Þ]))"
)
_BESIDE = 2.0
# Lines of one balloon: points between their left ends, and from line to line as a share of the type size.
_LEFT, _PITCH = 3.0, 1.5
_MOST_LINES, _MOST = 2, 50


class Writer(NamedTuple):
    """The name of who wrote what stands in a balloon, the balloon's first words, and where the name stands."""

    name: str
    said: str
    where: Location


@once_a_paper
def balloon_writers(paper: Paper) -> tuple[Writer, ...]:
    """The writers that balloons name: in lines of their own over what was done, or behind it and "by"."""
    return tuple(writer for writer, _ in zip(_writers(paper), range(_MOST), strict=False))


def _writers(paper: Paper) -> Iterator[Writer]:
    block = paper.layout.text_block
    if block is None:
        return
    for page in paper.pages:
        beside = [line for line in page.lines if line.box.x0 > block[2] - _BESIDE and line.region not in FURNITURE]
        for at, line in enumerate(beside):
            head = _HEAD.match(line.text)
            if head is None:
                continue
            above = [beside[before : at + 1] for before in range(max(0, at - _MOST_LINES), at)]
            below = [beside[at:end] for end in range(at + 1, min(len(beside), at + _MOST_LINES + 1) + 1)]
            named = _behind(below, head.start("by")) if head["by"] else _over(above)
            found = next(((name, lines) for name, lines in named if is_person(name, vocabulary(paper))), None)
            if found is not None:
                name, lines = found
                box = lines[0].box.union(lines[-1].box)
                where = Location(file=paper.file, page=page.number, bbox=tuple(round(side, 1) for side in box))
                yield Writer(name, line.text.strip(), where)


def _over(above: list[list[Line]]) -> Iterator[tuple[str, list[Line]]]:
    """What the lines over a balloon's words say, from the most of them to the nearest."""
    for lines in above:
        if _are_together(lines):
            yield _joined([line.text for line in lines[:-1]]), lines[:-1]


def _behind(below: list[list[Line]], start: int) -> Iterator[tuple[str, list[Line]]]:
    """What stands behind "by" up to a colon, on so many lines."""
    for lines in below:
        if _are_together(lines):
            said = _joined([lines[0].text[start:], *(line.text for line in lines[1:])])
            name, colon, _ = said.partition(":")
            if colon or not said.endswith("-"):
                yield name.strip(), lines
            if colon:
                return


def _are_together(lines: Sequence[Line]) -> bool:
    return all(
        abs(line.box.x0 - before.box.x0) < _LEFT and 0.0 < line.baseline - before.baseline < _PITCH * line.size
        for before, line in pairwise(lines)
    )


def _joined(texts: Sequence[str]) -> str:
    """The lines as one; a hyphen at an end is the name's own where a capital follows."""
    said = ""
    for text in (text.strip() for text in texts):
        said += text if said.endswith("-") and text[:1].isupper() else f" {text}"
    return said.strip()
