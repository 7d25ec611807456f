"""How wide the letters and the blanks between words are set, against the font's own: narrowed type wins lines.

What a line leaves to its blanks shows letters that were moved together or scaled, and blanks that were shrunk.
Measured on 77 genuine papers, in ems: 0.31 to 0.36 a blank in Computer Modern over a whole paper (0.33 is its own),
0.25 and more in Times; in blocks of four lines never under 0.25 and 0.18. pdfTeX's microtype scales by 2 % either way,
and by less than 1 % over a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from string import ascii_lowercase
from typing import NamedTuple

from faimi_check.model.page import Line, Page
from faimi_check.model.paper import Paper
from faimi_check.rules.late import late
from faimi_check.rules.lncs.blocks import Block, prose_blocks
from faimi_check.rules.lncs.running_text import SAME_SIZE, running_text

_COMPUTER_MODERN = re.compile(r"(?i)^(?:cm|sf|lm|ec|latin ?modern|cmu|newcm)")
_TIMES = late(r"(?i)times|^nimbus ?rom|termes|^stix|^ntx|^ptm")
# Least blank in ems over a paper and over a block, by whether the face is Computer Modern.
_LEAST_BLANK = {True: (0.285, 0.23), False: (0.205, 0.15)}
LEAST_STRETCH = 0.975
_BLOCK_LINES = 4
_MIN_BLANKS = 5
_MIN_CHARACTERS = 30
# Mean width of a letter of English prose in ems; over genuine papers it varies by little more than 1 %.
_LETTER = {True: 0.458, False: 0.4255}
_NARROW_FACE = 0.96
_MIN_LETTERS = 2_000
_LOWER_SHARE = 0.85
_LONG_RUN = 20
_SMALL = ascii_lowercase.encode()


class Setting(NamedTuple):
    """How a passage is set: mean blank in ems, mean scale of the letters (1 is the font's own)."""

    blank: float
    stretch: float


class Narrowed(NamedTuple):
    """A passage that is set narrower than it may be: where it begins and its lines (all of the body: none)."""

    how: Setting
    least_blank: float
    blocks: tuple[Block, ...]


class _Measured(NamedTuple):
    """A line's sums: points left to its blanks, blanks times size, letters times their scale, letters."""

    room: float
    blanks: float
    stretched: float
    letters: float


def _setting(measured: Iterable[_Measured | None]) -> Setting | None:
    told = [one for one in measured if one is not None]
    if len(told) < _BLOCK_LINES:
        return None
    room, blanks, stretched, letters = map(sum, zip(*told, strict=True))
    return Setting(room / blanks, stretched / letters)


def _measured(page: Page, line: Line) -> _Measured | None:
    """The sums of a line that is long enough, and whose fonts all tell how wide their letters are."""
    spaces = line.text.count(" ")
    if spaces < _MIN_BLANKS or len(line.text) < _MIN_CHARACTERS:
        return None
    letters = stretched = width = 0.0
    for index in line.runs:
        run = page.runs[index]
        if run.natural <= 0:
            return None
        count = len(run.text)
        letters += count
        stretched += run.stretch * count
        width += run.natural * run.stretch
    return _Measured(line.box.x1 - line.box.x0 - width, spaces * line.size, stretched, letters)


def narrowed(paper: Paper) -> Narrowed | None:
    """The body as a whole if it is set too narrow, else the blocks that are."""
    size = paper.layout.body_size or 0.0
    modern = _COMPUTER_MODERN.match(paper.layout.body_font or "") is not None
    least_all, least_block = _LEAST_BLANK[modern]
    # By identity: lines are compared by all they hold, which costs more than to measure them.
    measured = {id(placed.line): _measured(placed.page, placed.line) for placed in running_text(paper)}
    whole = _setting(measured.values())
    if whole is not None and _is_narrow(whole, least_all):
        return Narrowed(whole, least_all, ())
    found: list[tuple[Setting, Block]] = []
    for block in prose_blocks(paper):
        if abs(block.size - size) < SAME_SIZE:
            for part in _parts(block):
                how = _setting(measured.get(id(line)) for line in part.lines)
                if how is not None and _is_narrow(how, least_block):
                    found.append((how, part))
    if not found:
        return None
    worst = min((how for how, _ in found), key=lambda how: (how.stretch, how.blank))
    return Narrowed(worst, least_block, tuple(block for _, block in found))


def _is_narrow(how: Setting, least_blank: float) -> bool:
    return how.stretch < LEAST_STRETCH or how.blank < least_blank


def _parts(block: Block) -> Iterator[Block]:
    """A block in pieces of a few lines, so that a narrowed paragraph is not evened out by those round it."""
    lines = block.lines
    cuts = [*range(0, max(1, len(lines) - _BLOCK_LINES + 1), _BLOCK_LINES), len(lines)]
    for start, end in pairwise(cuts):
        yield Block(block.page, lines[start:end])


def _small_letters(text: str) -> int:
    if text.isascii():
        return len(text) - len(text.encode().translate(None, _SMALL))
    return sum(map(str.islower, text))


def narrow_face(paper: Paper) -> float | None:
    """How wide the body's letters are as a share of those of its typeface; None where they are as wide or unknown."""
    font = paper.layout.body_font or ""
    modern = _COMPUTER_MODERN.match(font) is not None
    if not modern and _TIMES.search(font) is None:
        return None
    width = 0.0
    letters = 0
    for placed in running_text(paper):
        for index in placed.line.runs:
            run = placed.page.runs[index]
            if len(run.text) <= _LONG_RUN or run.natural <= 0:
                continue
            signs = len("".join(run.text.split()))
            if _small_letters(run.text) >= _LOWER_SHARE * signs:
                width += run.natural / run.size
                letters += signs
    if letters < _MIN_LETTERS:
        return None
    share = width / letters / _LETTER[modern]
    return share if share < _NARROW_FACE else None
