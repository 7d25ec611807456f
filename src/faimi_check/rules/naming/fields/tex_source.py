"""Sources of TeX as the text that they set, so far as names are looked for in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from faimi_check.rules.late import late

_AUTHORS = late(r"\\(?:author|authorrunning|name|corrauthor|fullname)\*?\s{0,5}(?:\[[^\]]{0,200}\]\s{0,5})?\{")
_BRACE = re.compile(r"(?<!\\)[{}]")
_LONGEST, _MOST_BLOCKS = 3_000, 100
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "r": "\u030a",
    "k": "\u0328",
}  # fmt: skip
# Accents that are letters need a blank or a brace behind them: \c{c}, \v s.
_ACCENT = late(
    r"\{\\(?:(['`^\"~=.])\s?|([uvHcdbrk])(?=[\s{])\s?)(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))\}"
    r"|\\(?:(['`^\"~=.])\s?|([uvHcdbrk])(?=[\s{])\s?)(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))"
)
_LETTERS = {"o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ss": "ß", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ"}
_LETTER = late(r"\{?\\(ss|aa|AA|ae|AE|oe|[oOlL])(?![A-Za-z])(?:\{\}|\s)?\}?")
_MARKS = late(
    r"\\(?:inst|orcidID|orcidlink|textsuperscript|IEEEauthorrefmark|footnotemark|label|cite[a-z]{0,8}|ref|url|vspace|hspace)"
    r"\*?\s?(?:\[[^\]]{0,80}\])?\{[^{}]{0,200}\}|\$[^$\n]{0,80}\$"
)
_STYLE = late(r"\\(?:text[a-z]{2,8}|emph|mbox|bfseries|itshape|bf|it|rm|small|large|normalsize|footnotesize)\s?")
_COMMAND = late(r"\\(?:[A-Za-z]{1,30}\*?\s?(?:\[[^\]]{0,80}\])?|\\)")
_REST = str.maketrans({"{": None, "}": None, "~": " ", "%": " ", "\\": None})


def as_set(source: str) -> str:
    """The text that a source sets, a new line where a command begins; comments are text as well."""
    text = _LETTER.sub(lambda match: _LETTERS[match[1]], _ACCENT.sub(_accented, source))
    return _COMMAND.sub("\n", _STYLE.sub("", _MARKS.sub("", text))).translate(_REST)


def authors_of(source: str) -> Iterator[str]:
    """What stands as authors in a source, as it is set."""
    for match in islice(_AUTHORS.finditer(source), _MOST_BLOCKS):
        depth, end = 1, min(len(source), match.end() + _LONGEST)
        for brace in _BRACE.finditer(source, match.end(), end):
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                end = brace.start()
                break
        yield as_set(source[match.end() : end])


def _accented(match: re.Match[str]) -> str:
    accent, letter = (group for group in match.groups() if group)
    return unicodedata.normalize("NFC", letter + _ACCENTS[accent])
