"""Lines about the videos that a README does not name: "the other five clips", "le reste", "其余视频"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from faimi_check.rules.late import late
from faimi_check.rules.supplement.readme.claims import claims_in
from faimi_check.rules.supplement.readme.scope.reach import a_number, counted
from faimi_check.rules.tables import any_of

_SENTENCE = late(r"(?<=[.!?;])\s+|(?<=[。；！？])")
_LIKEWISE = late(any_of("readmes", "likewise"), re.I)
_MAX_LINE = 1_000
_WORD, _MOST_WORDS = 3, 100


@lru_cache(maxsize=4096)
def is_of_others(line: str, number: int, words: frozenset[str]) -> bool:
    """Whether the line says something of `number` videos that are named nowhere: their codec, or that it is the same.

    One that speaks of fewer says it of some of them, and it cannot be told of which. `words` are those of the videos'
    names: "the other runs".
    """
    return number > 0 and any(said is None or said >= number for said in _numbers(line, words))


def may_be_of_others(line: str, words: frozenset[str]) -> bool:
    """Whether it says so of any number of them."""
    return next(_numbers(line, words), 0) != 0


def says_likewise(text: str) -> bool:
    """Whether a text says that something is so as elsewhere: "the same codec", "同上"."""
    return _LIKEWISE.search(text[:_MAX_LINE]) is not None


def _numbers(line: str, words: frozenset[str]) -> Iterator[int | None]:
    """How many videos the line says that there are besides those named, None where it says no number."""
    line, pattern = line[:_MAX_LINE], _pattern(words)
    if not pattern.search(line):
        return
    heads = line.rstrip().endswith((":", "："))
    for sentence in _SENTENCE.split(line):
        said = pattern.search(sentence)
        if said and (heads or _LIKEWISE.search(sentence) or any(claim.exact for claim in claims_in(sentence))):
            yield _number(said)


def _number(said: re.Match[str]) -> int | None:
    word = (said["before"] or said["behind"] or "").casefold()
    if not word:
        inner = re.search(r"\d{1,3}|[一二两兩三四五六七八九]", said[0])
        word = inner[0] if inner else ""
    return counted(word)


@lru_cache(maxsize=16)
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    others, things, verbs, wrong, but = (
        any_of("readmes", key) for key in ("others", "things", "verbs", "not_others", "all_but")
    )
    things = "|".join(
        (things, *(rf"{re.escape(word)}(?:e?s|e?n)?" for word in sorted(words)[:_MOST_WORDS] if len(word) >= _WORD))
    )
    count = a_number()
    joined, nouns, numbers = (any_of("readmes", key) for key in ("others_joined", "nouns_joined", "others_counted"))
    of_them = rf"(?:\s(?!{wrong})[\w'’-]{{1,20}}){{0,3}}?\s(?:{things})(?!\w|\s{wrong}\b)"
    does = rf"\s(?:(?:we|i|wir|ich|man|nous|on)\s)?{verbs}\b"
    done = rf"{does}|\s{{0,2}}(?:[:=–—]|\Z)|\sbut\b|,\s|\.\s{{0,2}}\Z"
    glued = rf"{joined}{numbers}(?:{nouns}|[はがも은는이가均都也为為使采]|\s?[:：])"
    return re.compile(
        rf"(?<!\w)(?:(?P<before>{count})\s)?{others}(?:\s(?P<behind>{count}))?(?:{of_them}|{done}|\s(?=h\.?26))"
        rf"|(?<!\w){but}\s|{glued}",
        re.I,
    )
