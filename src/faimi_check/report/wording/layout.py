"""Text laid out for a reader: paragraphs and lists as wide as there is room, words and commands whole."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from unicodedata import east_asian_width

from faimi_check.report.wording.escape import printable

_LEAST_TEXT = 20
# What is not printed; no text that comes here holds it.
_SECOND_CELL = "\1"
# What our own sentences say that is typed as it stands: options with their values, commands, TeX, what stands in `...`.
_TYPED = (
    r"`(?P<ticked>[^`\n]{1,300})`"
    r"|(?<![\w-])--[a-z]{2,20}(?:-[a-z]{2,20}){0,3}"
    r"(?:[ ](?:[A-Z]{3,20}\b|(?:auto|always|never|note|warning|error|certain|likely|possible)\b"
    r"|[a-z]{2,20}(?:-[a-z]{2,20}){0,3}-\d{4}\b))?"
    r'|\bpip install "[^"\n]{1,80}"'
    r"|\bfaimi-check explain [A-Z]{2,6}\d{3}\b"
    r"|(?<![\w\\:])\\[A-Za-z]{2,30}(?:\[[^\]\s]{0,40}\])?(?:\{(?:[^{}\n]|\{[^{}\n]{0,40}\}){0,80}\}){0,2}"
)


def hanging(text: str, width: int | None, head: str = "", indent: int | None = None) -> Iterator[str]:
    """The text behind its head, further lines under its first or `indent` columns in.

    Where `width` is None it is one line. No word is broken: what is longer than a line is for copying.
    """
    columns = len(head) if indent is None else indent
    if width is None:
        yield f"{head}{text}".rstrip()
        return
    room = max(width, columns + _LEAST_TEXT)
    # The blanks of the head are kept: only what stands behind it is text.
    lines = textwrap.wrap(
        _spread(text),
        room,
        initial_indent="\0" * len(head),
        subsequent_indent=" " * columns,
        break_long_words=False,
        break_on_hyphens=False,
    )
    for number, line in enumerate(lines or [""]):
        yield (head + line.lstrip("\0") if number == 0 else line).replace(_SECOND_CELL, "").rstrip()


def _spread(text: str) -> str:
    """The text with as many letters as cells that a terminal shows it in: Chinese and Japanese ones take two."""
    if text.isascii():
        return text
    return "".join(char + _SECOND_CELL if east_asian_width(char) in "WF" else char for char in text)


def prose(text: str, width: int) -> Iterator[str]:
    """Paragraphs, which blank lines or another indentation part; each keeps its indentation."""
    for indent, lines in groupby(text.splitlines(), key=_indentation):
        if indent is None:
            yield from ("" for _ in lines)
        else:
            paragraph = " ".join(line.strip() for line in lines)
            yield from hanging(paragraph, width, " " * indent)


def sentence_and_block(text: str) -> tuple[str, list[str]]:
    """What to do, in one line, and the lines that are there to be copied, those between them that are empty, too."""
    said, *lines = [printable(line).rstrip() for line in text.strip("\n").splitlines()] or [""]
    copied = "\n".join(lines).strip("\n")
    return said, copied.split("\n") if copied else []


@cache
def _typed() -> re.Pattern[str]:
    return re.compile(_TYPED)


def typed_pieces(text: str) -> Iterator[tuple[str, bool]]:
    """A sentence in pieces: each with whether it is typed as it stands (an option, a command, TeX)."""
    at = 0
    for found in _typed().finditer(text):
        yield text[at : found.start()], False
        yield found["ticked"] or found[0], True
        at = found.end()
    yield text[at:], False


def _indentation(line: str) -> int | None:
    found = re.search(r"\S", line)
    return found.start() if found else None


def table(rows: Iterable[tuple[str, ...]], width: int | None) -> Iterator[str]:
    """Rows whose last cell is text: the cells before it in columns, the text beside them, or below where it is narrow.

    Where `width` is None each row is one line.
    """
    rows = list(rows)
    columns = [max(map(len, cells)) for cells in list(zip(*rows, strict=True))[:-1]]
    for *cells, text in rows:
        head = "".join(f"{cell:<{column}}  " for cell, column in zip(cells, columns, strict=True))
        if width is None or len(head) <= width // 2:
            yield from hanging(text, width, head)
        else:
            yield from hanging(" ".join(head.split()), width, indent=4)
            yield from hanging(text, width, " " * 4)
