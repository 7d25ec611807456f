"""One page looked at: which of its runs of text leave no trace on it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pypdfium2.raw as pdfium

from faimi_check.model.page import Box, Page, TextRun
from faimi_check.reading.page.objects.fonts import is_in_the_file
from faimi_check.reading.page.objects.leaves import leaves
from faimi_check.reading.page.sight.lids import Lids, touches
from faimi_check.reading.page.sight.obscurity import (
    SQUASHED,
    Reason,
    Suspect,
    is_pale,
    is_transparent,
    reason_for,
    suspects,
)
from faimi_check.reading.page.sight.outlines import lines_of_letters
from faimi_check.reading.page.sight.rendering import (
    LARGE,
    Raster,
    changed_extent,
    changes,
    differs,
    has_contrast,
    render,
    without,
)

_QUICK_SCALE = 1.0
_CLOSE_SCALE = 2.0
_LETTER_SCALE = 1.5
_CLOSEST_SCALE = 4.0
_MAX_CLOSER_LOOKS = 30
# Points: letters of this height can be read.
_READABLE = 2.5
_NO_BOX = 0.1
# PDFium draws letters that a matrix flattens to nothing as if it did not; other programs draw nothing.
_FLATTENED = 20.0
# Of a line of letters a tenth to a third of the box is ink; what changes less than this is not read by anybody.
_SEEN_SHARE = 0.04
_MAX_OBJECTS = 200_000
# Signs that text shows as well for whose letters there is no shape.
_BY_SHAPE = frozenset({Reason.SQUASHED, Reason.NOT_PAINTED})
_MAX_SUSPECTS = 5_000
_GROUPS = 4
_LATEST = 100


def _seen_share(run: TextRun) -> float:
    """The share of a run's box that changes at least where it is seen; text set aslant fills but a strip of its box."""
    strip = run.size * math.hypot(run.box.width, run.box.height)
    return _SEEN_SHARE * min(1.0, strip / max(1.0, run.box.width * run.box.height))


def _most_telling(found: list[Suspect]) -> tuple[list[Suspect], int]:
    """As many suspects as are looked at, in drawing order, those with most letters before others; and what is left.

    A page may be strewn with dots before it says something: specks without a letter are not counted as left.
    """
    left: list[Suspect] = []
    if len(found) > _MAX_SUSPECTS:
        found = sorted(found, key=lambda one: -_letters(one.run))
        found, left = found[:_MAX_SUSPECTS], found[_MAX_SUSPECTS:]
    in_order = sorted(found, key=lambda one: (one.run.order, one.run.box.x0))
    return in_order, sum(_letters(suspect.run) > 0 for suspect in left)


def _letters(run: TextRun) -> int:
    return sum(character.isalnum() for character in run.text)


def _has_latin(run: TextRun) -> bool:
    return any(letter.isascii() and letter.isalpha() for letter in run.text)


def _apart(found: list[Suspect]) -> list[list[Suspect]]:
    """The suspects in groups that are looked at each by itself, since text may stand where other text stands."""
    groups: list[list[Suspect]] = [[] for _ in range(_GROUPS)]
    for suspect in found:
        if suspect.reason is not Reason.OVERPRINTED:
            groups[0].append(suspect)
            continue
        box = suspect.run.box
        free = (group for group in groups[1:] if all(box.overlap(other.run.box) <= 0 for other in group[-_LATEST:]))
        next(free, groups[-1]).append(suspect)
    return [group for group in groups if group]


class Looking:
    """One page under the lamp."""

    def __init__(self, raw: Any, page: Page) -> None:
        self._raw = raw
        self._page = page
        self._size = (page.width, page.height)

    def hidden(self) -> tuple[list[Suspect], int]:
        """What is not seen, in drawing order, and why; and how many suspects that hold letters were not looked at."""
        found = suspects(self._page)
        known = {suspect.run.order for suspect in found}
        found.extend(Suspect(run, Reason.NOT_PAINTED) for run in self._unpainted() if run.order not in known)
        elsewhere = self._shown_elsewhere(found)
        found, left = _most_telling([suspect for suspect in found if suspect.run.order not in elsewhere])
        seen = self._seen([suspect for suspect in found if not suspect.reason.certain])
        hidden = [
            Suspect(suspect.run, reason_for(suspect.run, self._page, suspect.reason))
            for suspect in found
            if suspect not in seen
        ]
        return hidden, left

    def _shown_elsewhere(self, found: list[Suspect]) -> set[int]:
        """The runs, by their order, that have no shape here alone: in a font that is not in the file, and for whose
        letters the fonts of this machine have none.

        Latin letters have one on every machine.
        """
        flat = {run.order for run, reason in found if reason in _BY_SHAPE and self._lacks_shapes(run)}
        if not flat:
            return set()
        return {order for order, handle in self._handles(flat).items() if not is_in_the_file(handle)}

    def _lacks_shapes(self, run: TextRun) -> bool:
        """Whether nothing but a lack of shapes keeps a run from being seen."""
        if min(run.box.width, run.box.height) > 0 or _has_latin(run) or is_pale(run.color) or is_transparent(run):
            return False
        return not any(lid.box.top <= run.baseline <= lid.box.bottom for lid in self._shapes.at(run))

    def _unpainted(self) -> Iterator[TextRun]:
        """The runs that leave no trace at a quick look at the page without its pictures.

        Their decoding costs more than all the rest. Text that stands in a drawing shows by what is there without it.
        """
        drawn = self._on_drawings()
        pictures, texts = self._pictures_and_texts if self._page.images or drawn else ([], [])
        whole = Box(0.0, 0.0, *self._size)
        with without(pictures):
            quick = render(self._raw, self._size, whole, _QUICK_SCALE, colour=False)
            bare = None
            if drawn:
                with without(texts):
                    bare = render(self._raw, self._size, whole, _QUICK_SCALE, colour=False)
        if quick is None:
            return
        for run in self._page.runs:
            if not has_contrast(quick, run.box) or (bare and run.order in drawn and not differs(quick, bare, run.box)):
                yield run

    def outlined_lines(self) -> int:
        """How many lines of letters are seen on the page without its text and its pictures."""
        pictures, texts = self._pictures_and_texts
        with without(pictures + texts):
            raster = render(self._raw, self._size, Box(0.0, 0.0, *self._size), _LETTER_SCALE, colour=False)
        return lines_of_letters(raster) if raster is not None else 0

    def shows_letters(self, box: Box) -> bool:
        """Whether what the page draws there, without its text and its pictures, looks like a line of letters."""
        pictures, texts = self._pictures_and_texts
        with without(pictures + texts):
            raster = render(self._raw, self._size, box.grown(1), _CLOSE_SCALE, colour=False)
        return raster is not None and lines_of_letters(raster) > 0

    def pictured(self, box: Box, closer: float = 1.0) -> Raster | None:
        """What the page shows there besides its text, looked at so many times closer."""
        with without(self._pictures_and_texts[1]):
            return render(self._raw, self._size, box, closer * _CLOSE_SCALE, colour=False)

    @cached_property
    def _pictures_and_texts(self) -> tuple[list[Any], list[Any]]:
        pictures: list[Any] = []
        texts: list[Any] = []
        for handle, kind, _ in leaves(self._raw):
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                pictures.append(handle)
            elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
                texts.append(handle)
        return pictures, texts

    def _on_drawings(self) -> set[int]:
        """The runs, by their order, that a drawing touches."""
        if not self._page.drawings:
            return set()
        shapes = self._shapes
        return {run.order for run in self._page.runs if len(run.text) > 2 and touches(run, shapes.at(run))}

    @cached_property
    def _shapes(self) -> Lids:
        """All that the page draws besides text, whether it lets through what lies below it or not."""
        return Lids(self._page, opaque=0)

    def _seen(self, doubtful: list[Suspect]) -> set[Suspect]:
        """Those of the suspects without which the page looks different where they stand."""
        plain = [suspect for suspect in doubtful if not suspect.reason.of_size]
        seen: set[Suspect] = set()
        for group in _apart(plain):
            area = group[0].run.box
            for run, _ in group:
                area = area.union(run.box)
            with_them, without_them = self._twice(area, {run.order for run, _ in group}, _CLOSE_SCALE)
            if with_them is not None and without_them is not None:
                for suspect in group:
                    box, large = suspect.run.box, suspect.run.size >= LARGE
                    if changes(with_them, without_them, box, _seen_share(suspect.run), large=large):
                        seen.add(suspect)
        small = [suspect for suspect in doubtful if suspect.reason.of_size][:_MAX_CLOSER_LOOKS]
        return seen.union(suspect for suspect in small if self._is_larger_than_it_says(suspect.run))

    def _is_larger_than_it_says(self, run: TextRun) -> bool:
        """Whether letters that are said to be tiny, in a font without a box, are drawn in a size that can be read."""
        if min(run.box.width, run.box.height) > _NO_BOX or not 1 / _FLATTENED < run.stretch < _FLATTENED:
            return False
        reach = max(run.size, _READABLE)
        area = Box(run.box.x0 - reach, run.box.top - reach, run.box.x1 + reach, run.box.bottom + reach)
        with_it, without_it = self._twice(area, {run.order}, _CLOSEST_SCALE)
        if with_it is None or without_it is None:
            return False
        width, height = changed_extent(with_it, without_it, area)
        along, across = (height, width) if 45 < run.angle % 180 < 135 else (width, height)
        return across >= _READABLE and along >= SQUASHED * len(run.text.strip())

    def _twice(self, area: Box, orders: set[int], scale: float) -> tuple[Raster | None, Raster | None]:
        """The area with and without the runs of these places in drawing order."""
        with_them = render(self._raw, self._size, area, scale, colour=True)
        with without(list(self._handles(orders).values())):
            return with_them, render(self._raw, self._size, area, scale, colour=True)

    def _handles(self, orders: set[int]) -> dict[int, Any]:
        """The page's leaf objects with these places in drawing order, by them."""
        found = {}
        for order, (handle, _, _) in enumerate(leaves(self._raw)):
            if order in orders:
                found[order] = handle
            if order >= _MAX_OBJECTS:
                break
        return found
