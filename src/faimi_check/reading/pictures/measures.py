"""Measures on sampled pictures: does the picture stand still, does it look like print?

Both are hints that a video is a slide show. They work on small grey copies, since slides are told from recordings at
any size; a recording differs from sample to sample by its noise alone.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from faimi_check.model.middle import median

if TYPE_CHECKING:
    import av

_THUMB = (64, 36)
_PRINT_WIDTH = 480
_COMPARISONS = 150
_MAX_PRINTS = 6
_STEP = 0.25
_PAUSE = 1.0
# Changes that follow each other within so many seconds are one slow motion; slides and their lines stand for longer.
_SLOW = 1.5
# A pixel moves where its grey differs by more than coding noise; a picture where more than 1 in 200 pixels do.
_NOISE = 6
_MOVED_SHARE = 0.005
# A row of print: at least so many marks, no longer than so many pixels; rows that have them, and lines they make.
_FEWEST_RUNS, _LONGEST_RUN = 8, 9
_LETTERED_SHARE, _FEWEST_BANDS = 0.08, 4
# Between lines of print stands at most so much, in this share of the rows.
_STRAY_RUNS, _WHITE_SHARE = 2, 0.12


class _Anchor(NamedTuple):
    """A sample that later ones are held against until something has moved; `still` is what stood still before it."""

    time: float
    thumb: bytes
    still: float


class PictureMeasures:
    """Gathers samples while a video is decoded; times are seconds."""

    def __init__(self) -> None:
        self._sample: tuple[float, bytes] | None = None
        self._anchor: _Anchor | None = None
        self._last = self._pause = 0.0
        self._still = self._seen = 0.0
        self._compared = 0
        self._step = _STEP
        self._prints: list[bool] = []
        self._print_step = 1.0
        self._next_print = float("-inf")

    def cut(self) -> None:
        """Says that the next frame does not follow the last one."""
        self._sample = self._anchor = None
        self._next_print = float("-inf")

    def add(self, frame: av.VideoFrame, time: float) -> None:
        """Takes the frame as a sample where the last one is long enough ago."""
        if self._sample is None:
            self._sample, self._pause = (time, _grey(frame, *_THUMB)), 0.0
        else:
            self._pause = max(self._pause, time - self._last)
            if time - self._sample[0] >= self._step:
                self._compare(self._sample, time, _grey(frame, *_THUMB))
        self._last = time
        if time >= self._next_print and len(self._prints) < _MAX_PRINTS:
            self._next_print = time + self._print_step
            self._print_step *= 1.6
            width, height = _PRINT_WIDTH, max(2, round(frame.height * _PRINT_WIDTH / max(1, frame.width)))
            grey = _grey(frame, width, min(height, 2 * width))
            self._prints.append(looks_like_print(grey, width))

    def _compare(self, sample: tuple[float, bytes], time: float, thumb: bytes) -> None:
        span = time - sample[0]
        self._seen += span
        # A long pause between two frames is a picture that stands; a short one belongs to a low frame rate.
        pause = self._pause if self._pause > _PAUSE else 0.0
        moved = _moved(sample[1], thumb)
        anchor = self._anchor or _Anchor(sample[0], sample[1], self._still)
        self._still += pause if moved else span
        if moved and time - anchor.time > _SLOW:
            self._anchor = _Anchor(time, thumb, self._still)
        elif moved or _moved(anchor.thumb, thumb):
            # What hardly differs from one sample to the next may move all the same: a hand that sutures.
            self._still = anchor.still + (pause if moved else 0.0)
            self._anchor = _Anchor(time, thumb, self._still)
        else:
            self._anchor = anchor
        self._sample, self._pause = (time, thumb), 0.0
        self._compared += 1
        if self._compared % _COMPARISONS == 0:
            self._step *= 2

    @property
    def still_share(self) -> float | None:
        """The share (0 to 1) of the time in which the picture does not change; None below a second."""
        return round(self._still / self._seen, 3) if self._seen >= 1.0 else None

    @property
    def text_density(self) -> float | None:
        """The share (0 to 1) of samples that look like print; None without samples."""
        return round(sum(self._prints) / len(self._prints), 3) if self._prints else None


def _grey(frame: av.VideoFrame, width: int, height: int) -> bytes:
    plane = frame.reformat(width=width, height=height, format="gray").planes[0]
    data = bytes(plane)
    line = plane.line_size
    return b"".join(data[row * line : row * line + width] for row in range(height))


def _moved(before: bytes, after: bytes) -> bool:
    if before == after:
        return False
    moved = sum(abs(one - other) > _NOISE for one, other in zip(before, after, strict=True))
    return moved > _MOVED_SHARE * len(before)


def looks_like_print(grey: bytes, width: int) -> bool:
    """Whether a grey picture has rows of small dark marks on an even ground (or light ones on dark).

    Print breaks a row into many short runs, in bands with white between them; a recording on an even ground has few
    and long ones.
    """
    counts = Counter(grey)
    ground = counts.most_common(1)[0][0]
    even = sum(number for value, number in counts.items() if abs(value - ground) <= 12)
    if even < 0.55 * len(grey):
        return False
    ink = bytes(int(abs(value - ground) > 50) for value in range(256))
    marks = grey.translate(ink)
    height = len(grey) // width
    rows = [_Row.of(marks[row * width : (row + 1) * width]) for row in range(height)]
    lettered = [index for index, row in enumerate(rows) if row.is_lettered]
    if len(lettered) < _LETTERED_SHARE * height:
        return False
    # White parts the lines of print; noise is dense throughout, only here and there less.
    white = max(_STRAY_RUNS, median(rows[index].runs for index in lettered) / 4)
    printed = rows[lettered[0] : lettered[-1] + 1]
    is_white = [row.runs <= white for row in printed]
    bands = 1 + sum(before and not here for before, here in pairwise(is_white))
    return bands >= _FEWEST_BANDS and sum(is_white) >= _WHITE_SHARE * len(printed)


class _Row(NamedTuple):
    """A row of pixels: how often marks begin in it, and how many pixels they cover."""

    runs: int
    dark: int

    @classmethod
    def of(cls, line: bytes) -> _Row:
        return cls(line.count(b"\0\1") + line[0], line.count(1))

    @property
    def is_lettered(self) -> bool:
        """Whether its marks are many and short."""
        return self.runs >= _FEWEST_RUNS and self.dark <= _LONGEST_RUN * self.runs
