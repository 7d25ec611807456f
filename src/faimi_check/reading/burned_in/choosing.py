"""Which frames of a video to read: those that together show every piece of lettering that stands for a while.

Lettering keeps its edges from one sample to the next where noise and motion lose them. The frame is divided into
tiles; frames are chosen so that tiles with such edges are covered, and each cut and the last frame besides. What
is shown for a frame or two between samples is told by the jumps of a tiny picture of every frame.
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
# The tiny picture, in pixels, and how many of them by how much are a jump; motion and noise change few so much.
_TINY = (32, 18)
_JUMP_SHARE, _JUMP = 0.15, 16
_MAX_JUMPS = 120


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
        self._tiny: Any = None
        self._jumps = 0
        from av.video.reformatter import VideoReformatter

        # One for all frames: each would set up the scaling anew.
        self._reformatter = VideoReformatter()

    def add(self, frame: VideoFrame, seconds: float) -> None:
        """Takes the frame as a sample where the last one is long enough ago, or the picture is another."""
        jumps = self._jumps_to(frame)
        if seconds < self._next and not jumps:
            return
        if len(self._samples) >= 2 * _MAX_SAMPLES:
            self._step *= 2
            self._samples = self._samples[::2]
        self._next = seconds + self._step
        self._take(_grey(frame), seconds, jumps=jumps)

    @property
    def restless(self) -> bool:
        """Whether the picture jumps so often that what is shown for a frame may have been missed."""
        return self._jumps >= _MAX_JUMPS

    def _jumps_to(self, frame: VideoFrame) -> bool:
        """Whether the picture is another than that of the frame before."""
        import numpy as np

        before, self._tiny = self._tiny, self._shrink(frame)
        if before is None or self._jumps >= _MAX_JUMPS:
            return False
        jumps = float(np.mean(np.abs(self._tiny - before) > _JUMP)) > _JUMP_SHARE
        self._jumps += jumps
        return jumps

    def _shrink(self, frame: VideoFrame) -> Any:
        width, height = _TINY
        tiny = self._reformatter.reformat(frame, width=width, height=height, format="gray", interpolation="AREA")
        return tiny.to_ndarray().astype("int16")

    def _take(self, grey: Any, seconds: float, *, jumps: bool) -> None:
        import numpy as np

        edges = np.abs(np.diff(grey, axis=1, prepend=grey[:, :1])) > _EDGE
        if self._before is None or self._before[0].shape != grey.shape:
            self._samples.append(Sample(seconds, _tiles(edges), True))
        else:
            differs = np.abs(grey - self._before[0])
            standing = edges & self._before[1] & (differs < _SAME)
            cut = jumps or float(np.mean(differs > _SAME)) > _CUT_SHARE
            self._samples.append(Sample(seconds, _tiles(edges if jumps else standing), cut))
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
        """The samples that follow cuts, those with the most lettering first; of what is cut off at once, it itself."""
        last = len(self._samples) - 1
        settled = [
            at if at == last or self._samples[at + 1].cut else at + 1
            for at, sample in enumerate(self._samples)
            if sample.cut and at
        ]
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
