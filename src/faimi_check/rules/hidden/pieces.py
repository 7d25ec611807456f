"""What in a sentence may ask for something by itself: what no full stop parts from the rest, as prose would."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import late
from faimi_check.rules.naming.text.prose import DRAWN

# A comment of a listing, which no full stop parts from the code before it.
_COMMENT = late(r"(?:#|//|/\*|%|--) ?(?=[^\W\d_])")
_LONGEST_COMMENT = 160
# Where something else begins: an opening tag ("<note>", "<|user|>", "[agent]"), an address, what goes on in a small
# letter or a bracket behind a full stop, and a title behind the names of an entry. "vs. the" and "e.g. (a)" go on.
_CUT = late(
    r"(?<=\s)(?=<\|?(?![a-z_]{0,9}end)[^\W\d_][\w-]{1,40}[|\s>]|\[[^\W\d_]{3,20}\]|https?:)"
    r"|(?<=[^\W\d_]{4}[.!?] )(?=[a-zß-öø-ÿ\[({])|(?<=[A-Z]\.: )"
)
# What records and the turns of a talk with a model are marked by.
_MARKED = late(r"<\||\|>|</|\[/?[A-Za-z]{3,12}\] |\{ ?[\"'“”][\w ]{2,40}[\"'“”] ?:")
# Comments, rows and others of one sentence that are looked at, and the fewest letters of one.
_MOST, _SHORTEST = 12, 20


def is_marked(text: str) -> bool:
    """Whether it is a record of data, or a turn of a talk with a model."""
    return _MARKED.search(text) is not None


def pieces(passage: Passage, plain: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A sentence, and what stands in it without full stops: comments, rows of tables, labels, what has tags."""
    yield first, last
    if plain.startswith((")", "]"), last):
        yield first, last + 1
    marks = [mark.start() for mark in _COMMENT.finditer(plain, first, last)][:_MOST]
    yield from ((mark, min(after, mark + _LONGEST_COMMENT)) for mark, after in pairwise((*marks, last)))
    # A comment goes on in the next line.
    if len(marks) > 1:
        yield marks[0], last
    cuts = [mark.start() for mark in _CUT.finditer(passage.text, first, last) if first < mark.start()][:_MOST]
    if cuts:
        yield from ((one, other) for one, other in pairwise((first, *cuts, last)) if other - one >= _SHORTEST)
    lines = passage.lines_of(first, last)[:_MOST]
    if len(lines) > 1:
        for at in lines:
            if passage.lines[at].region in DRAWN:
                yield max(first, passage.starts[at]), min(last, passage.starts[at] + len(passage.lines[at].text))
