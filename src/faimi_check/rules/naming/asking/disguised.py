"""Lines that nobody reads as they stand: backwards, letter by letter, or with each letter exchanged (ROT13).

They are told where putting them right gives words or an address, and as they stand there is none.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.matter import top_levels
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.text.stems import stem
from faimi_check.rules.tables import listed, words

# "adliT nergrroN": capitals that end words, where no language has them.
_ENDED = late(r"(?<![^\W\d_])[^\W\d_A-ZÀ-Þ]{3,30}[A-ZÀ-Þ](?![^\W\d_])")
_ADDRESS = late(r"//:s?ptth|\.www(?![^\W\d_])", re.IGNORECASE)
_LAST_LABEL = late(r"\w@[\w-]{2,60}(?:\.[\w-]{2,60}){0,4}\.([A-Za-z]{2,12})(?!\w)")
_EXCHANGED = late(r"\buggcf?://|\bjjj\.", re.IGNORECASE)
# "I n g r i d   L y n g b y", and the same with a letter a line.
_SPACED = late(r"(?:[^\W\d_][,.;:@-]?[ \t]{1,8}){7,400}[^\W\d_]")
_COLUMN = late(r"(?m)(?:^[ \t]*[^\W\d_][,.;:]?[ \t]*(?:\r?\n[ \t]*){1,2}){7,400}[^\W\d_]?")
_WORDS = late(r"[^\W\d_]{2,30}")
_LONGEST = 2_000
_MOST_LINES = 2_000
_CAPITALS = 2
_FEW = 5
# Shares of a line's words that are everyday English ones, as it is to be read and as it stands.
_READS, _STANDS = 0.5, 0.2


def plain_lines(text: str) -> Iterator[str]:
    """The lines that nobody reads as they stand, each put right."""
    yield from _letter_by_letter(text)
    for line in text.split("\n")[:_MOST_LINES]:
        stripped = line.strip()[:_LONGEST]
        turned, exchanged = stripped[::-1], codecs.decode(stripped, "rot13")
        if _ADDRESS.search(stripped) or _is_address_turned(stripped, turned):
            yield turned
        elif len(_ENDED.findall(stripped)) >= _CAPITALS or _reads_better(stripped, turned):
            # The whole line may be turned or each of its words, which cannot be told from one that names somebody.
            yield from (turned, " ".join(word[::-1] for word in stripped.split()))
        elif _EXCHANGED.search(stripped) or _reads_better(stripped, exchanged):
            yield exchanged


def _letter_by_letter(text: str) -> Iterator[str]:
    for match in _SPACED.finditer(text):
        # A wider gap stands between words, where there is any.
        put_right = " ".join(re.sub(r"\s", "", word) for word in re.split(r"\s{2,}", match[0]))
        if not _is_heading(put_right):
            yield put_right
    for match in _COLUMN.finditer(text):
        yield re.sub(r"\s", "", re.sub(r"\r?\n[ \t]*\r?\n", " ", match[0]))


def _is_heading(text: str) -> bool:
    """Whether letters are only set apart to be seen: "S U P P L E M E N T A R Y   V I D E O S"."""
    told = [fold(word) for word in _WORDS.findall(text)]
    return len(text.split()) < _FEW and all(map(_is_known, told)) and not any(map(may_be_given_name, told))


def _is_address_turned(stripped: str, turned: str) -> bool:
    """Whether the line holds an address with the last label of a host as it is to be read, and none as it stands."""
    return _has_address(turned) and not _has_address(stripped)


def _has_address(text: str) -> bool:
    return any(label.lower() in top_levels() for label in _LAST_LABEL.findall(text))


def _reads_better(stripped: str, turned: str) -> bool:
    standing, reading = _known_share(stripped), _known_share(turned)
    return standing is not None and reading is not None and standing <= _STANDS and reading >= _READS


def _known_share(text: str) -> float | None:
    """The share of everyday words, None where there are too few to tell."""
    long = {fold(word) for word in _WORDS.findall(text)}
    if len(long) < _FEW:
        return None
    return sum(map(_is_known, long)) / len(long)


def _is_known(folded: str) -> bool:
    """Whether it is an everyday English word."""
    return stem(folded) in words("common_words") or folded in listed("readmes", "small")
