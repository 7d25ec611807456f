"""Blocks of running text that are set otherwise than the rest: what the commonest value of a paper does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from faimi_check.model.finding import EVIDENCE_LIMIT
from faimi_check.model.page import Line, Page, Region
from faimi_check.model.paper import Paper
from faimi_check.rules.late import late
from faimi_check.rules.lncs.running_text import front_matter
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.text.prose import reference_lines

_PROSE_LENGTH = 40
_PROSE_SHARE = 0.6
# Words against what else stands in a line: formulas, code and the rows of tables are no prose.
_WORD_SHARE = 0.6
_WORD = re.compile(r"[^\W\d_]{2,}[.,;:!?)]?")
# Text as near as this to a caption (points) is what it names.
_CAPTION_REACH = 26.0
_SAME_SIZE = 0.3
# Neighbouring lines: shares of the type size. Two rows of a formula stand closer, paragraphs further apart.
_CLOSEST, _FARTHEST = 0.7, 1.9
_SHOWN = 3
# What llncs.cls sets in 9 pt after the last section, in several languages.
_CREDITS = late(
    r"(?i)^\W{0,3}(?:acknowledge?ment|acknowlegement|disclosure|conflicts? of|competing|funding|declaration|ethic"
    r"|compliance|data avail|code avail|availability|author contribution|credit|danksagung|remerciement|interessen)"
)


class Block(NamedTuple):
    """Lines of prose that follow each other in one size on one page."""

    page: Page
    lines: tuple[Line, ...]

    @property
    def size(self) -> float:
        """The type size in points."""
        return self.lines[0].size


@once_a_paper
def prose_blocks(paper: Paper) -> tuple[Block, ...]:
    """The blocks of the body in whatever size, front matter, references and credits left out."""
    return tuple(_blocks(paper))


def _blocks(paper: Paper) -> Iterator[Block]:
    apart = front_matter(paper) | reference_lines(paper)
    block = paper.layout.text_block
    width = _PROSE_SHARE * (block[2] - block[0]) if block else 0.0
    for page in paper.pages:
        lines: list[Line] = []
        for index, line in enumerate(page.lines):
            if line.region is not Region.BODY or (page.number, index) in apart:
                continue
            if lines and _follows(lines[-1], line):
                lines.append(line)
                continue
            yield from _block(page, lines, width)
            lines = [line]
        yield from _block(page, lines, width)


def _follows(before: Line, line: Line) -> bool:
    step = line.baseline - before.baseline
    size = before.size
    return (
        abs(line.size - size) < _SAME_SIZE
        and line.column == before.column
        and _CLOSEST * size < step < _FARTHEST * size
    )


def _block(page: Page, lines: list[Line], width: float) -> Iterator[Block]:
    """The lines as a block, if most of them are prose and they are neither credits nor the text of a float."""
    if len(lines) < 2:
        return
    prose = sum(line.box.width >= width and is_prose(line) for line in lines)
    if prose >= _PROSE_SHARE * len(lines) and not _are_credits(lines) and not _has_caption(page, lines):
        yield Block(page, tuple(lines))


def is_prose(line: Line) -> bool:
    """Whether a line is made of words, not of formulas, code or cells."""
    return len(line.text) >= _PROSE_LENGTH and is_row_of_words(line)


def is_row_of_words(line: Line) -> bool:
    """The same of a line that may be short."""
    tokens = line.text[:300].split()
    least = _WORD_SHARE * len(tokens)
    # Most tokens are plain words, which need no pattern, and most lines have enough of them.
    other = [token for token in tokens if not token.isalpha() or len(token) == 1]
    words = len(tokens) - len(other)
    return words >= least or words + sum(map(_is_word, other)) >= least


def _is_word(token: str) -> bool:
    return _WORD.fullmatch(token.strip("(“\"‘'")) is not None


def _has_caption(page: Page, lines: list[Line]) -> bool:
    top, bottom = lines[0].box.top - _CAPTION_REACH, lines[-1].box.bottom + _CAPTION_REACH
    size = lines[0].size
    return any(
        line.region is Region.CAPTION and abs(line.size - size) < 2 * _SAME_SIZE and top < line.baseline < bottom
        for line in page.lines
    )


def _are_credits(lines: list[Line]) -> bool:
    return any(_CREDITS.match(line.text[:80]) is not None for line in lines)


def pages_of(blocks: Sequence[Block]) -> list[int]:
    """The pages on which the blocks stand."""
    return sorted({block.page.number for block in blocks})


def first_words(blocks: Sequence[Block]) -> str:
    """How the blocks begin, as evidence."""
    return " / ".join(block.lines[0].text for block in blocks[:_SHOWN])[:EVIDENCE_LIMIT]


def rows(blocks: Sequence[Block]) -> int:
    """Lines of all blocks."""
    return sum(len(block.lines) for block in blocks)
