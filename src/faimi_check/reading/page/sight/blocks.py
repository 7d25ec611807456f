"""Hidden pieces of text as the texts they make up: what a program reads in one go, however each piece is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faimi_check.model.page import Box, HiddenText, TextRun
from faimi_check.reading.page.sight.obscurity import Suspect

_BLOCK_LIMIT = 4_000
# What stands where a longer text is cut is in both parts.
_OVERLAP = 300
_FEWEST_LETTERS = 3
# Pieces that hold fewer letters on average are no words: a program that reads by place puts them together.
_SCATTERED = 3.0
# Ems between the boxes of two pieces of one block.
_NEAR = 2.5
_LEAST_REACH = 6.0
_SAME_LINE = 0.6
_SPACE = 0.2


def join_hidden(found: Sequence[Suspect], visible: Sequence[TextRun]) -> Iterator[HiddenText]:
    """Blocks of hidden text; copies that lie under their visible twin (shadows, fake bold) are left out."""
    if not found:
        return
    twins: dict[str, list[Box]] = {}
    for run in visible:
        twins.setdefault(_bare(run.text), []).append(run.box)
    lone = [suspect for suspect in found if not _has_twin(suspect.run, twins)]
    seen = "".join(_bare(run.text) for run in visible)
    blocks = [text for block in _blocks(_in_reading_order(lone)) for text in _as_texts(block, seen)]
    letters = sum(_letters(block.text) for block in blocks)
    # Specks are noise, unless there are so many that they may be one text in pieces.
    least = _FEWEST_LETTERS if letters < _BLOCK_LIMIT // 200 else 1
    yield from (block for block in blocks if _letters(block.text) >= least)


def _has_twin(run: TextRun, twins: dict[str, list[Box]]) -> bool:
    area = max(run.box.width * run.box.height, 0.01)
    return any(run.box.overlap(box) > 0.3 * area for box in twins.get(_bare(run.text), ()))


def _in_reading_order(found: Sequence[Suspect]) -> list[Suspect]:
    """Drawing order, or by lines where the pieces are too small to be words."""
    if not found or sum(len(run.text.strip()) for run, _ in found) >= _SCATTERED * len(found):
        return list(found)
    return sorted(found, key=lambda one: (round(one.run.baseline / max(one.run.size, 2.0)), one.run.box.x0))


def _blocks(found: list[Suspect]) -> Iterator[list[Suspect]]:
    block: list[Suspect] = []
    for suspect in found:
        if block and not _near(block[-1].run, suspect.run):
            yield block
            block = []
        block.append(suspect)
    if block:
        yield block


def _near(last: TextRun, run: TextRun) -> bool:
    """Whether two pieces stand on one line, or on lines that follow one another."""
    reach = max(_NEAR * max(last.size, run.size), _LEAST_REACH)
    across = max(run.box.x0 - last.box.x1, last.box.x0 - run.box.x1)
    down = max(run.box.top - last.box.bottom, last.box.top - run.box.bottom)
    return across <= reach and down <= reach


def _as_texts(block: list[Suspect], seen: str) -> Iterator[HiddenText]:
    """A block's text, in parts where it is longer than one is to be: no end of it is lost."""
    pieces, last = [block[0].run.text], block[0].run
    box = last.box
    for run, _ in block[1:]:
        pieces.append(run.text if _continues(last, run) else " " + run.text)
        box = box.union(run.box)
        last = run
    text = " ".join("".join(pieces).split())
    how = "; ".join(dict.fromkeys(reason.value for _, reason in block))
    rounded = Box(*(round(side, 1) for side in box))
    for start in range(0, max(1, len(text) - _OVERLAP), _BLOCK_LIMIT - _OVERLAP):
        part = text[start : start + _BLOCK_LIMIT]
        yield HiddenText(part, rounded, how, repeated=_bare(part) in seen)


def _continues(last: TextRun, run: TextRun) -> bool:
    """Whether a run goes on where the last one ended, without a space between."""
    size = max(run.size, 1.0)
    return abs(run.baseline - last.baseline) < _SAME_LINE * size and abs(run.box.x0 - last.box.x1) < _SPACE * size


def _bare(text: str) -> str:
    return "".join(text.split())


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)
