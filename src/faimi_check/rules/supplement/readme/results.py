"""Results and proofs that a README tells of: numbers of a measure or a comparison, of a study and not of a file."""

from __future__ import annotations

import re
from itertools import islice

from faimi_check.rules.late import late
from faimi_check.rules.tables import any_of

_RESULTS = late(any_of("readmes", "results"), re.IGNORECASE)
# "The videos show no further results": right before what is denied.
_DENIED = late(
    any_of("readmes", "denied") + r"(?:[^\w.;:]{1,3}(?!(?:but|aber|sondern|mais|sino|ma)\b)\w+){0,4}[^\w.;:]{1,3}$",
    re.IGNORECASE,
)
_DENIAL_REACH = 60
_LONGEST, _MOST = 2_000, 200
_WRAPPED = late(r"(?<=[^\n]{40})(?<![.:;!?。])\n(?=[a-zà-ÿ(\d])|\n(?=[a-zà-ÿ])")
_SENTENCE_END = late(r"(?<=[.!?;])\s+|(?<=[。！？；])")
# A share or a part of one, with a comma or a point; no version, and nothing that has a unit of what is set by hand.
_ALONE = rf"(?![A-Za-z0-9_]|[.,:]\d|\s?×|\s?{any_of('readmes', 'units')})"
_BEGINS = r"(?<![A-Za-z0-9_.,/:×-])[-−+]?"
_PERCENT = rf"\s?{any_of('readmes', 'percent')}"
_WHOLE, _BROKEN = rf"{_BEGINS}\d{{1,3}}(?:[.,·]\d{{1,4}})?", rf"{_BEGINS}\d{{1,3}}[.,·]\d{{1,4}}"
# "p = 0,004", "95 % CI", "IC95 %", "F(2, 57) = 4.1", "0.87 ± 0.03".
_STATISTICS = late(
    r"(?<![\w.,:=-])p(?:[\s-]?\w{4,6})?\s?[<>=≤≥＝＜]\s?0?[.,]\d{1,6}(?!\w)"
    r"|(?<!\w)9[059](?:[.,]\d)?\s?[%％][\s-]{0,2}(?:CI|KI|IC|ДИ|HDI)(?!\w)"
    r"|(?<!\w)(?:CI|KI|IC|ДИ)\s?(?:\w{2,4}\s)?9[059]\s?[%％]"
    r"|(?<!\w)[Ft]\s?\(\d{1,4}(?:\s?[,;]\s?\d{1,5})?\)\s?=\s?-?\d|χ[²2]\s?[(=]"
    rf"|(?<![\w.,])\d{{0,2}}[.,]\d{{1,4}}\s?(?:±|\+/-)\s?\d{{0,2}}[.,]\d{{1,4}}{_ALONE}",
    re.IGNORECASE,
)
# A measure with its number near: "Dice 0,91", "AUC von 0.87", "感度は 91.2%".
_MEASURE = late(any_of("readmes", "measures"), re.IGNORECASE)
_MEASURED = late(rf"{_BEGINS}[01]?[.,]\d{{1,5}}{_ALONE}|{_WHOLE}(?:{_PERCENT}|\s?dB)", re.IGNORECASE)
# Two shares set against one another, "18.4 % to 7 %", "62% → 78%", "62%から78%", and a number of points.
_COMPARED = late(
    rf"(?P<first>{_WHOLE}(?={_PERCENT})|{_BROKEN})(?:{_PERCENT})?\s?(?:[^\W\d_]{{1,12}}\.?|→|->|⟶|>|[–—-])\s?"
    rf"(?P<second>{_WHOLE}){_PERCENT}",
    re.IGNORECASE,
)
_POINTS = late(rf"\d\s{{0,2}}{any_of('readmes', 'points')}", re.IGNORECASE)
# What is told of the file: how it was coded, how large it is shown, how fast.
_OF_THE_FILE = late(any_of("readmes", "of_the_file"), re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_NEAR = 60
# A row of a table: what it is called, then two numbers below one.
_ROW = late(
    r"(?![^\n]{0,80}\.(?:mp4|avi|wmv)\b)[\s|]{0,8}[^\W\d_][^|\t\n=:]{0,60}?"
    r"(?:[\s|&;]{1,12}0?[.,]\d{2,4}(?:\s?[±(][^|&;\n]{1,20})?(?=[\s|&;*]|$)){2}"
)
_ROWS = 2


def line_of_results(text: str) -> str:
    """The first sentence that tells of results or proofs, "" where none does or all say that there are none."""
    plain = _WRAPPED.sub(" ", text)
    lines = [line[:_LONGEST] for line in plain.split("\n")]
    told = next((line for line in lines if _tells(line)), "")
    if told:
        return told.strip()
    rows = [line for line in lines if _ROW.match(line)]
    return rows[0].strip() if len(rows) >= _ROWS else ""


def _tells(line: str) -> bool:
    if any(not _is_denied(line, match.start()) for match in islice(_RESULTS.finditer(line), _MOST)):
        return True
    if not _FIGURE.search(line):
        return False
    return any(map(_counts, _SENTENCE_END.split(line)))


def _counts(sentence: str) -> bool:
    """Whether a sentence gives a number of a study."""
    if _STATISTICS.search(sentence):
        return True
    return not _OF_THE_FILE.search(sentence) and (_measures(sentence) or _compares(sentence))


def _is_denied(line: str, at: int) -> bool:
    return _DENIED.search(line, max(0, at - _DENIAL_REACH), at) is not None


def _measures(sentence: str) -> bool:
    """Whether a measure stands near a share: no other number does so."""
    return any(
        _MEASURED.search(sentence, max(0, found.start() - _NEAR), found.end() + _NEAR) is not None
        for found in islice(_MEASURE.finditer(sentence), _MOST)
    )


def _compares(sentence: str) -> bool:
    """Whether two shares are compared that nobody sets by hand: what is scaled or slowed is so by round ones."""
    if _POINTS.search(sentence):
        return True
    return any(not (_is_round(found["first"]) and _is_round(found["second"])) for found in _COMPARED.finditer(sentence))


def _is_round(number: str) -> bool:
    return number.lstrip("-−+").isdigit() and int(number.lstrip("-−+")) % 5 == 0
