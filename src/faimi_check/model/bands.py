"""Boxes of a page by how far down they lie: what overlaps a place is looked for beside it, not among all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from faimi_check.model.page import Box

# Points; and so many bands, from the page's top on, of which the first and last have what lies beyond.
_HEIGHT, _LAST = 24.0, 120
# An honest page has a tenth of it at one height. What a hostile one has more is not seen.
_MOST = 1000


class Bands:
    """Boxes, by their place among those given."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._boxes = tuple(boxes)
        self._bands: dict[int, list[int]] = {}
        for at, box in enumerate(self._boxes):
            for band in _bands(box):
                beside = self._bands.setdefault(band, [])
                if len(beside) < _MOST:
                    beside.append(at)

    def over(self, box: Box, least: float = 0.0) -> Iterator[int]:
        """The places of those that share more than so much area with a box, in their order."""
        bands = [self._bands[band] for band in _bands(box) if band in self._bands]
        near = bands[0] if len(bands) == 1 else sorted(set().union(*bands))
        return (at for at in near if self._boxes[at].overlap(box) > least)

    def touch(self, box: Box) -> bool:
        """Whether any of them shares area with a box."""
        return next(self.over(box), None) is not None


def _bands(box: Box) -> range:
    return range(_band(box.top), _band(box.bottom) + 1)


def _band(down: float) -> int:
    return int(min(max(down / _HEIGHT, 0.0), _LAST))
