"""People named in the comments of listings and algorithms: "// RQ (Rosalia Quiroga): seed", "% by H. Lyngby"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.people.names import is_person
from faimi_check.rules.naming.text.stems import is_everyday

# Algorithms number their lines.
_COMMENT = late(r"\s{0,8}(?:\d{1,3}[.:)]?\s{0,3})?(?:.{0,80}?[;{}()]\s{1,4})?(?://|#|%|/\*|--|;;|<!--|▷|⊳|\(\*)\s{0,3}")
_CAPITAL = r"[A-ZÀ-Þ][a-zß-ÿā-ž]{1,20}(?:-[A-ZÀ-Þ][a-zß-ÿā-ž]{1,20})?"
_FULL = rf"(?:[A-ZÀ-Þ]\. ?|{_CAPITAL} ){{1,2}}(?:(?:van|von|de|der|den|da|di) ){{0,2}}{_CAPITAL}"
_INITIALS = late(rf"(?<!\w)(?P<letters>[A-Z]{{2,4}}) ?\((?P<name>{_FULL})\)(?=\s?[:,;–-]|\s*$)")
_GIVEN = late(rf"(?<!\w)(?P<name>{_CAPITAL} \({_CAPITAL}\))(?= [a-z])")
_BY = late(
    rf"\b(?:by|from|with|per|ask(?:ed)?|told|tell|see|cc|thanks to|mail of|note (?:of|to|from)|for) (?P<name>{_FULL})"
    r"(?!['’]s|[\w-]| (?:et al|and [A-Z]|correction|test|method|loss|filter|index|divergence|distance|score|criterion"
    r"|kernel|transform|matrix|rule|plot|curve|estimator|process|network|algorithm|procedure|model|norm)\b| ?[\[(])"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 240


def commented_people(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a line's comment may name somebody who worked on it, with the surname; nothing where there is no comment.

    A surname that stands elsewhere in the paper is that of a method or of a cited author.
    """
    opened = _COMMENT.match(text)
    if opened is None:
        return
    said, last = opened.end(), min(len(text), opened.end() + _LONGEST)
    for pattern in (_INITIALS, _GIVEN, _BY):
        for match in pattern.finditer(text, said, last):
            words = _LETTERS.findall(match["name"])
            letters = match["letters"] if pattern is _INITIALS else ""
            if _is_somebody(words) and (not letters or letters == "".join(filter(str.isupper, map(_first, words)))):
                yield *match.span(), words[-1]


def _first(word: str) -> str:
    return word[0]


def _is_somebody(words: list[str]) -> bool:
    """Whether words are shaped like a person's name: "GAP (Global Average Pooling)" is none."""
    if any(len(word) > 1 and is_everyday(word) and not may_be_given_name(word) for word in words):
        return False
    return len(words[0]) == 1 or is_person(" ".join(words))
