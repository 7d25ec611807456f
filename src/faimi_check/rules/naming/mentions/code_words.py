"""Whether a value in code is nobody's: made of words that programs, machines and examples are called by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.identity.path import is_generic_user
from faimi_check.rules.naming.identity.template import without_template
from faimi_check.rules.naming.people.file_words import is_listed
from faimi_check.rules.naming.text.stems import is_everyday, stem
from faimi_check.rules.tables import listed, table, words

_WORD = re.compile(r"[^\W\d_]+")
_HUMP = late(r"(?<=[a-zà-þ]{2})(?=[A-ZÀ-Þ][a-zà-þ])")
_SHORTEST, _PIECE, _MOST = 3, 3, 12
# What stands for a value: "$USER", "<entity>", "{name}", "%u", "***".
_VARIABLE = late(r"[$<{%*…]|\.\.\.|\Aself\.|\Aargs\b|\Acfg\b|\Aos\.|\Aopts?\b")


def is_variable(value: str) -> bool:
    """Whether something else stands there when the program runs, or an example: "DOE^JANE", as DICOM has names."""
    rest, of_template = without_template(" ".join(reversed(value.split("^"))))
    example = of_template and _WORD.search(rest) is None
    return example or _VARIABLE.search(value) is not None or is_placeholder(value) or is_generic_user(value)


def unheard(value: str, shortest: int = _SHORTEST) -> Iterator[str]:
    """The words of a value that are no words of programs, of machines, of medicine or of every day, folded."""
    for word in _WORD.findall(_HUMP.sub(" ", value))[:_MOST]:
        if len(word) >= shortest and not _is_known(fold(word)):
            yield fold(word)


@lru_cache(maxsize=4_096)
def _is_known(word: str) -> bool:
    if word in _technical() or word.rstrip("s") in _technical() or is_listed(word) or is_everyday(word):
        return True
    return is_generic_user(word) or _is_composed(word)


def _is_composed(word: str, depth: int = 2) -> bool:
    """Whether a word is two or three in one, as tools are called: "medsegnet", "skinfair"."""
    for cut in range(_PIECE, len(word) - 1):
        first, rest = word[:cut], word[cut:]
        if _is_piece(first) and (_is_piece(rest) or (depth > 1 and _is_composed(rest, depth - 1))):
            return True
    return False


def _is_piece(word: str) -> bool:
    long = len(word) > _PIECE and (word in words("common_words") or stem(word) in words("common_words"))
    return long or word in listed("code", "words", "pieces") or (len(word) >= _PIECE and word in _technical())


@cache
def _technical() -> frozenset[str]:
    owners = table("hosts")["owner"]
    known = (part for owner in (*owners["known"], *owners["lent"]) for part in _WORD.findall(owner))
    return listed("code", "words", "technical") | listed("paths", "generic") | frozenset(known)
