"""Which frames of a video to read: those that together show every piece of lettering that stands for a while.

Lettering keeps its edges from one sample to the next where noise and motion lose them. The frame is divided into
tiles; frames are chosen so that tiles with such edges are covered, and each cut and the last frame besides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

_WIDTH = 480
_TILE = 12
_STEP = 0.25
_MAX_SAMPLES = 480
_EDGE = 40
_SAME = 26
# Edges in a tile that may be letters; fewer are the outline of something.
_EDGES = 14
# New tiles that are worth a frame: a word of five letters at 14 pixels covers more.
_NEW_TILES = 3
# The distance between frames that are read in any case, as a part of the whole.
_EVENLY = 3
# More of the picture than this changes at a cut.
_CUT_SHARE = 0.35


class Sample(NamedTuple):
    """A moment in seconds, and which tiles hold edges that stand; `cut` where the picture is another than before."""

    seconds: float
    tiles: Any
    cut: bool


class Choosing:
    """Takes the frames of a video in order and says which are worth reading."""

    def __init__(self, duration: float | None) -> None:
        self._step = max(_STEP, (duration or 0.0) / _MAX_SAMPLES)
        self._samples: list[Sample] = []
        self._before: tuple[Any, Any] | None = None
        self._next = float("-inf")

    def add(self, frame: VideoFrame, seconds: float) -> None:
        """Takes the frame as a sample where the last one is long enough ago."""
        if seconds < self._next:
            return
        if len(self._samples) >= 2 * _MAX_SAMPLES:
            self._step *= 2
            self._samples = self._samples[::2]
        self._next = seconds + self._step
        self._take(_grey(frame), seconds)

    def _take(self, grey: Any, seconds: float) -> None:
        import numpy as np

        edges = np.abs(np.diff(grey, axis=1, prepend=grey[:, :1])) > _EDGE
        if self._before is None or self._before[0].shape != grey.shape:
            self._samples.append(Sample(seconds, _tiles(edges), True))
        else:
            differs = np.abs(grey - self._before[0])
            standing = edges & self._before[1] & (differs < _SAME)
            cut = float(np.mean(differs > _SAME)) > _CUT_SHARE
            self._samples.append(Sample(seconds, _tiles(standing), cut))
        self._before = (grey, edges)

    def chosen(self, count: int) -> tuple[float, ...]:
        """Up to `count` moments in seconds, in order: the first, the last and some between are always among them."""
        if not self._samples:
            return ()
        last = len(self._samples) - 1
        picked = sorted({round(last * number / _EVENLY) for number in range(_EVENLY + 1)})
        covered = self._samples[0].tiles.copy()
        for index in picked:
            covered |= self._samples[index].tiles
        for index in self._after_cuts(count // 2):
            if index not in picked and len(picked) < count:
                picked.append(index)
                covered = covered | self._samples[index].tiles
        while len(picked) < count:
            gains = [int((sample.tiles & ~covered).sum()) for sample in self._samples]
            best = max(range(len(gains)), key=gains.__getitem__)
            if gains[best] < _NEW_TILES:
                break
            picked.append(best)
            covered = covered | self._samples[best].tiles
        return tuple(sorted({self._samples[index].seconds for index in picked}))

    def _after_cuts(self, count: int) -> list[int]:
        """The samples that follow cuts, those with the most lettering first."""
        settled = [min(at + 1, len(self._samples) - 1) for at, sample in enumerate(self._samples) if sample.cut and at]
        lettered = sorted(set(settled), key=lambda at: -int(self._samples[at].tiles.sum()))
        return lettered[:count]


def _grey(frame: VideoFrame) -> Any:
    """A grey copy, 480 pixels wide at most, as (height, width) signed numbers."""
    width = min(_WIDTH, frame.width)
    height = max(2, min(2 * width, round(frame.height * width / frame.width)))
    return frame.reformat(width=width, height=height, format="gray").to_ndarray().astype("int16")


def _tiles(edges: Any) -> Any:
    """Which tiles hold enough edges, as (rows, columns) of booleans."""
    rows, columns = edges.shape[0] // _TILE, edges.shape[1] // _TILE
    cut = edges[: rows * _TILE, : columns * _TILE].reshape(rows, _TILE, columns, _TILE)
    return cut.sum(axis=(1, 3)) >= _EDGES
