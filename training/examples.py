"""The labelled sentences, as the program would see what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.ownership.signs import mention_signs, sentence_signs
from faimi_check.rules.naming.ownership.words import words_of

SENTENCES = Path(__file__).parent / "sentences"
# Neighbouring lines are near-minimal pairs: they are held out together.
BLOCK = 25
_MARKED = re.compile(r"\[\[(?:CITE:)?(.+?)\]\](?!\])")
_ADDRESSES = {"link": Kind.LINK, "handle": Kind.HANDLE, "path": Kind.HANDLE}
# Sentences that name nobody have no mark; all that is found in them is somebody else's.
_UNMARKED = "none"


class Line(NamedTuple):
    """A labelled sentence with what is marked at (start, end); lines of a `block` are held out together."""

    own: bool
    kind: str
    place: str
    before: str
    sentence: str
    start: int
    end: int
    block: str


class Example(NamedTuple):
    """The signs of a mention or of a sentence, with the label; `line` is the index of its line."""

    own: bool
    kind: str
    signs: frozenset[str]
    block: str
    line: int


def lines(folder: Path = SENTENCES) -> Iterator[Line]:
    """Every labelled sentence. Columns: label, kind, place, before, text."""
    for path in sorted(folder.glob("*.tsv")):
        for number, row in enumerate(path.read_text(encoding="utf-8").splitlines()):
            label, kind, place, before, text = row.split("\t")
            sentence, start, end = (text, 0, 0) if kind == _UNMARKED else _unmarked(text)
            yield Line(label == "own", kind, place, before, sentence, start, end, f"{path.name}:{number // BLOCK}")


def mention_examples(found: list[Line]) -> Iterator[Example]:
    """What is marked, where the program finds it as a mention."""
    for index, line in enumerate(found):
        words = words_of(line.sentence)
        for kind, start, end in _mentions(line):
            name = line.sentence[start:end]
            signs = mention_signs(words, kind, line.place, line.before, name, start, end)
            yield Example(line.own, kind, signs, line.block, index)


def sentence_examples(found: list[Line]) -> Iterator[Example]:
    """Every sentence as a whole."""
    for index, line in enumerate(found):
        signs = sentence_signs(words_of(line.sentence), line.place, line.before)
        yield Example(line.own, line.kind, signs, line.block, index)


def _unmarked(text: str) -> tuple[str, int, int]:
    """The sentence as it is printed, and the span of what was marked."""
    match = _MARKED.search(text)
    if match is None:
        raise ValueError(f"nothing is marked in {text!r}")
    name = match[1]
    if match[0].startswith("[[CITE:") and not re.match(r"[(A-Z]", name):
        name = f"[{name}]"
    return text[: match.start()] + name + text[match.end() :], match.start(), match.start() + len(name)


def _mentions(line: Line) -> list[tuple[Kind, int, int]]:
    """What the program finds at the span: its kind and its own span."""
    if line.kind in _ADDRESSES:
        return [(_ADDRESSES[line.kind], line.start, line.end)]
    named = mentions_in(line.sentence)
    if line.kind == _UNMARKED:
        return [(one.kind, one.start, one.end) for one in named]
    touching = [one for one in named if one.start < line.end and line.start < one.end]
    if not touching:
        return []
    best = max(touching, key=lambda one: min(line.end, one.end) - max(line.start, one.start))
    return [(best.kind, best.start, best.end)]
