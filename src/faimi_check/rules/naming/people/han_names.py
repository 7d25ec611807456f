"""Names and institutions written in Chinese characters, which no blank and no capital gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.tables import any_of, table

# Letters of Chinese, Japanese and Korean, as a class of a pattern: no capital tells a name, and hardly a blank a word.
JOINED = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_HAN, _JOINED = late(r"[\u3400-\u9fff]"), late(JOINED)
# The first of these letters. No text of a smaller one has any, and a class of so many takes long to compile.
_FIRST = "\u3040"
# Between names: blanks, commas of either script, marks and superscripts that lead to affiliations.
_BETWEEN = late(r"[\s\d,，、;；·*†‡§¹²³#()（）\[\]]+")
_LONGEST = 200


@cache
def han_name() -> re.Pattern[str]:
    """A surname and a given name in Chinese signs."""
    data = table("person_names")
    return late(f"(?:{any_of('person_names', 'han_double_surnames')}|[{data['han_surnames']}])[\u3400-\u9fff]{{1,2}}")


@cache
def _institution() -> re.Pattern[str]:
    return late(f"{JOINED}{{2,40}}{any_of('institutions', 'han')}")


def is_joined(text: str) -> bool:
    """Whether any of the text is written in Chinese, Japanese or Korean."""
    return max(text, default="") >= _FIRST and _JOINED.search(text) is not None


def han_names(text: str) -> list[str]:
    """The persons on a line that holds nothing but Chinese names; none where it says anything else."""
    if len(text) > _LONGEST or max(text, default="") < _FIRST or _HAN.search(text) is None:
        return []
    # A given name of one sign is spaced out to the width of three.
    parts = [part for part in _BETWEEN.split(re.sub(r"(?<=^[\u3400-\u9fff])\s+(?=[\u3400-\u9fff]$)", "", text)) if part]
    return parts if parts and all(han_name().fullmatch(part) for part in parts) else []


@cache
def _labelled() -> re.Pattern[str]:
    data = table("person_names")
    last = f"(?!{JOINED})"
    names = "|".join(
        (
            rf"{han_name().pattern}{last}",
            rf"{any_of('person_names', 'japanese_surnames')}[ \u3000]?[\u3040-\u30ff\u3400-\u9fff]{{1,3}}{last}",
            rf"[{data['korean_surnames']}][\uac00-\ud7af]{{2}}(?:{last}|(?= ?(?:교수|박사|연구원|드림|올림|입니다)))",
        )
    )
    return late(rf"{any_of('person_names', 'labels_in_han')}[ \u3000]?[:：/|은는はが ][ \u3000]?(?P<name>{names})")


def labelled_in_han(text: str) -> Iterator[tuple[int, int]]:
    """Where Chinese, Japanese and Korean names stand behind a label ("作者：王小明"), with it."""
    if is_joined(text):
        for found in _labelled().finditer(text[: _LONGEST * 5]):
            if not re.search("匿名|某|익명", found["name"]):
                yield found.span()


def han_institution(text: str) -> str:
    """The university, hospital or the like that a text names in Chinese, Japanese or Korean.

    "匿名", "익명" (anonymous) and "某" (a certain) name none.
    """
    found = _institution().search(text[:_LONGEST]) if is_joined(text) else None
    return found[0] if found and not re.search("匿名|某|익명", found[0]) else ""


def is_han_institution(text: str) -> bool:
    """Whether the text names an institution in Chinese."""
    return bool(han_institution(text))
