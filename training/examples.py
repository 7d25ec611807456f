"""The labelled sentences, as the program would see what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.ownership.signs import signs

SENTENCES = Path(__file__).parent / "sentences"
# Neighbouring lines are near-minimal pairs: they are held out together.
BLOCK = 25
_MARKED = re.compile(r"\[\[(?:CITE:)?(.+?)\]\](?!\])")
_ADDRESSES = {"link": Kind.LINK, "handle": Kind.HANDLE, "path": Kind.HANDLE}


class Example(NamedTuple):
    """A mention with its label; `block` names the lines it is held out with."""

    own: bool
    kind: Kind
    signs: frozenset[str]
    block: str
    text: str


def examples(folder: Path = SENTENCES) -> Iterator[Example]:
    """Every line whose marked words the program finds as a mention. Columns: label, kind, place, before, text."""
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            label, kind, place, before, text = line.split("\t")
            sentence, start, end = _unmarked(text)
            found = _found(kind, sentence, start, end)
            if found is not None:
                how = signs(found[0], place, before, sentence, found[1], found[2])
                yield Example(label == "own", found[0], how, f"{path.name}:{number // BLOCK}", sentence)


def _unmarked(text: str) -> tuple[str, int, int]:
    """The sentence as it is printed, and the span of what was marked."""
    match = _MARKED.search(text)
    if match is None:
        raise ValueError(f"nothing is marked in {text!r}")
    name = match[1]
    if match[0].startswith("[[CITE:") and not re.match(r"[(A-Z]", name):
        name = f"[{name}]"
    return text[: match.start()] + name + text[match.end() :], match.start(), match.start() + len(name)


def _found(kind: str, sentence: str, start: int, end: int) -> tuple[Kind, int, int] | None:
    """What the program finds at the span: its kind and its own span."""
    if kind in _ADDRESSES:
        return _ADDRESSES[kind], start, end
    touching = [one for one in mentions_in(sentence) if one.start < end and start < one.end]
    if not touching:
        return None
    best = max(touching, key=lambda one: min(end, one.end) - max(start, one.start))
    return best.kind, best.start, best.end
