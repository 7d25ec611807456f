"""Lettering that hardly stands out: watermarks in figures, and what stands over all frames of a video."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.page import Box
from faimi_check.reading.burned_in.letters import read_lines

# How far contrast is stretched within a tile, and how many tiles a side has.
_STRETCH, _TILES = 4.0, 8
# Noise is stretched as well: what does not read as well as this is noise.
_SURE = 0.85
_WELL_READ = 0.92
# A picture without words is looked at again at this part of its size, which evens noise out and costs a third.
_PART = 0.6
_LONGEST = 1280
# So many frames lose their noise and motion in their mean; more make it no clearer.
_FRAMES = 24
_SAME_MOMENT = 0.001


def read_faint(pixels: Any) -> tuple[BurnedInLine, ...]:
    """The lines of a picture with its contrast stretched, for one in which none were found as it is.

    Boxes are in its pixels. Raises what the engine raises.
    """
    import cv2

    small = cv2.resize(pixels, None, fx=_PART, fy=_PART, interpolation=cv2.INTER_AREA)
    grey = small if small.ndim == 2 else cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    return tuple(_scaled(line, _PART) for line in _read(grey))


class Standing:
    """Takes frames of a video as they are read, from all of its length, and reads what stands still in their mean."""

    def __init__(self, duration: float | None) -> None:
        self._step = (duration or 0.0) / _FRAMES
        self._next = float("-inf")
        self._sum: Any = None
        self._count = 0
        self._scale = 1.0

    def wants(self, seconds: float) -> bool:
        """Whether the frame at this moment is one of those that are taken."""
        return seconds >= self._next - _SAME_MOMENT and self._count < _FRAMES

    def add(self, pixels: Any, seconds: float) -> None:
        """Takes a (height, width, 3) array of bytes; one of another size than the first is left out."""
        import cv2

        scale = min(1.0, _LONGEST / max(pixels.shape[:2]))
        grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype("float32")
        if self._sum is None:
            self._sum, self._scale = grey, scale
        elif self._sum.shape == grey.shape:
            self._sum += grey
        self._count += 1
        self._next = seconds + self._step

    def read(self, known: Iterable[BurnedInLine]) -> tuple[BurnedInLine, ...]:
        """The lines of the mean but for those at places where a line was well read; boxes in pixels of the frames.

        Raises what the engine raises.
        """
        if self._sum is None:
            return ()
        taken = [line.box for line in known if line.score >= _WELL_READ]
        lines = (_scaled(line, self._scale) for line in _read((self._sum / self._count).astype("uint8")))
        return tuple(line for line in lines if not any(line.box.overlap(box) > 0 for box in taken))


def _read(grey: Any) -> list[BurnedInLine]:
    import cv2

    stretched = cv2.createCLAHE(_STRETCH, (_TILES, _TILES)).apply(grey)
    return [line for line in read_lines(cv2.cvtColor(stretched, cv2.COLOR_GRAY2BGR)) if line.score >= _SURE]


def _scaled(line: BurnedInLine, scale: float) -> BurnedInLine:
    return BurnedInLine(line.text, Box(*(side / scale for side in line.box)), line.score, round(line.pixels / scale, 1))
