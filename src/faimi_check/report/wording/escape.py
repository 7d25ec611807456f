"""Untrusted text made safe to print: what a file says must not act on the reader's terminal, browser or runner."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

from faimi_check.model.text.formulas import FORMULA_STARTS, kept_as_text

# C0, DEL, C1, soft hyphen, zero-width and bidirectional controls, line separators, lone surrogates, specials, tags.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff"
    "\U000e0000-\U000e007f]"
)
_BREAKS = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]+")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&$#!])")
_BACKTICKS = re.compile(r"`+")
# What a code page of eight bits may lack of the signs that reports draw with.
_PLAIN = {
    "■": "#",
    "◧": "+",
    "□": "=",
    "·": ".",
    "✓": "x",
    "×": "x",
    "─": "-",
    "━": "-",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "…": "...",
    "–": "-",
    "—": "-",
    "−": "-",
}
_PLAIN_SIGNS = str.maketrans(_PLAIN)


def plain_signs(text: str) -> str:
    """The text with ASCII in place of the signs that reports draw with."""
    return text.translate(_PLAIN_SIGNS)


def printable(text: str) -> str:
    """One line without control characters; U+FFFD shows where one was taken out."""
    return _UNSAFE.sub("\ufffd", _BREAKS.sub(" ", text))


def printable_lines(text: str) -> list[str]:
    """The text's own lines, each printable, empty ones left out: for what is meant to be copied line by line."""
    return [line for each in text.splitlines() if (line := printable(each).rstrip())]


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a space where there is one, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit * 2 // 3 else cut).rstrip() + "…"


def spreadsheet_cell(text: str) -> str:
    """One line that a spreadsheet takes for text: an apostrophe stands before what it would take for a formula."""
    line = printable(text)
    return f"'{line}" if text.startswith(FORMULA_STARTS) else kept_as_text(line)


def spreadsheet_row(cells: Iterable[str]) -> str:
    """One row of CSV (RFC 4180) with its end of line."""
    import csv

    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow(map(spreadsheet_cell, cells))
    return stream.getvalue()


def markdown_text(text: str) -> str:
    """One line of Markdown that shows the text as it is, and calls nobody by `@name`."""
    return _MARKDOWN.sub(r"\\\1", printable(text)).replace("@", "@<!-- -->")


def markdown_code(text: str) -> str:
    """A code span round the text, with more backticks than it has in a row."""
    line = printable(text) or " "
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(line)), default=0))
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def markdown_block(lines: Iterable[str]) -> list[str]:
    """A fenced block of these lines as they stand, its fence longer than any within."""
    shown = [printable(line) for line in lines]
    longest = max((len(ticks) for line in shown for ticks in _BACKTICKS.findall(line)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence, *shown, fence]


def command_data(*lines: str) -> str:
    """The message of a GitHub workflow command, of one line or several."""
    return "%0A".join(printable(line).replace("%", "%25") for line in lines)


def command_property(text: str) -> str:
    """The value of a property of a GitHub workflow command."""
    return command_data(text).replace(":", "%3A").replace(",", "%2C")
