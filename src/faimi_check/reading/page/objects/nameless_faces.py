"""The typeface of bitmap fonts, whose file does not name it: the widths of their letters tell.

TeX's printers' fonts come so from old installations. PDFium has no widths of such fonts, but a page knows from where to
where each of its letters reaches.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from string import ascii_lowercase
from typing import Final

import pypdfium2.raw as pdfium

from faimi_check.model.middle import median
from faimi_check.reading.page.objects.direct import Numbers, address_of, direct
from faimi_check.reading.page.objects.open_pages import OpenPages

# Thousandths of an em, a to z: as TeX's metrics of Computer Modern at ten points and Adobe's of Times Roman have them.
_FACES: Final[Mapping[str, tuple[int, ...]]] = {
    "Computer Modern": (
        *(500, 556, 444, 556, 444, 306, 500, 556, 278, 306, 528, 278, 833),
        *(556, 500, 556, 528, 392, 394, 389, 556, 528, 722, 528, 528, 444),
    ),
    "Times": (
        *(444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778),
        *(500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444),
    ),
}
# Of 300 dots to an inch a letter is as many as twenty wide, so that its width is off by 2 %; between faces it is 6.
_NEAR: Final = 0.035
_FEWEST: Final = 15
_MOST: Final = 6_000
_PAGES: Final = 4

_count = direct(pdfium.FPDFText_CountChars)
_get_letter = direct(pdfium.FPDFText_GetUnicode)
_get_box = direct(pdfium.FPDFText_GetLooseCharBox)


def face_of(widths: Mapping[str, float]) -> str:
    """The typeface whose small letters have these widths, in any unit; "" where it is none that is known."""
    letters = [letter for letter in ascii_lowercase if widths.get(letter, 0.0) > 0]
    if len(letters) < _FEWEST:
        return ""
    own = [widths[letter] for letter in letters]
    places = [ascii_lowercase.index(letter) for letter in letters]
    errors = {name: _error(own, [known[place] for place in places]) for name, known in _FACES.items()}
    best = min(errors, key=errors.__getitem__)
    return best if errors[best] <= _NEAR else ""


def _error(own: list[float], known: list[int]) -> float:
    """How far the widths are from those known, scaled to fit best, as a share of them."""
    scale = sum(map(math.prod, zip(own, known, strict=True))) / sum(width * width for width in known)
    off = sum((width - scale * other) ** 2 for width, other in zip(own, known, strict=True))
    return math.sqrt(off / sum(width * width for width in own))


def face_in(opened: OpenPages) -> str:
    """The typeface of most of the text in a document that is set in bitmap fonts; "" where it cannot be told."""
    # A first page has its title, and any page may be one of tables.
    pages = (*range(1, min(_PAGES, len(opened.document))), 0)
    return next(filter(None, (_face_on(opened, index) for index in pages)), "")


def _face_on(opened: OpenPages, index: int) -> str:
    try:
        with opened.at(index) as page, closing(page.get_textpage()) as text:
            return face_of(_widths(address_of(text.raw)))
    except Exception:  # a page that cannot be loaded: reading it says so
        return ""


def _widths(text: int | None) -> dict[str, float]:
    """How wide each small letter of a page mostly is: few are of another size."""
    edges = Numbers("4f")
    met: dict[str, list[float]] = {}
    for index in range(min(_MOST, max(0, _count(text)))):
        letter = chr(_get_letter(text, index) & 0xFFFF)
        if "a" <= letter <= "z" and _get_box(text, index, edges.at[0]):
            left, _, right, _ = edges.read()
            met.setdefault(letter, []).append(right - left)
    return {letter: _usual(widths) for letter, widths in met.items()}


def _usual(widths: list[float]) -> float:
    usual = Counter(round(width, 1) for width in widths).most_common(1)[0][0]
    return median([width for width in widths if abs(width - usual) <= 0.1])
