"""What kind of sound a video has: silence, even tones and noise, or what changes as speech does.

In speech vowels and hissing sounds follow one another several times a second. A beep, a hum or a fan sounds the same
from one fiftieth of a second to the next, and many tracks of honest videos hold nothing at all.
"""

from __future__ import annotations

from itertools import pairwise
from operator import sub
from typing import TYPE_CHECKING, Any

from faimi_check.model.video import Sound

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer

_RATE, _FRAME = 8_000, 160
# Of 32,768: what is quieter is the hiss of an empty track.
_AUDIBLE = 60
# A frame's brightness is how much its samples differ from one another, by how loud it is; speech changes it so much,
# so often in a second.
_CHANGE = 0.15
_FRAMES_A_SECOND = _RATE // _FRAME
_FEWEST_PAIRS, _FEWEST_CHANGES, _CHANGING_SHARE = 8, 5, 0.2
_FEWEST_AUDIBLE = 5
# Ten minutes: what comes later nobody has listened to.
_LONGEST = 600 * _RATE


def listened(container: InputContainer, stream: Any) -> Sound:
    """What is to be heard on a track, UNKNOWN where it cannot be decoded. Leaves the container somewhere."""
    try:
        return _sound_of(container, stream) if stream.type == "audio" else Sound.UNKNOWN
    except Exception:  # the player library raises more than its own errors on hostile bytes
        return Sound.UNKNOWN


def _sound_of(container: InputContainer, stream: AudioStream) -> Sound:
    from av.audio.resampler import AudioResampler

    resampler = AudioResampler(format="s16", layout="mono", rate=_RATE)
    listening = _Listening()
    container.seek(0)
    for frame in container.decode(stream):
        for part in resampler.resample(frame):
            listening.add(bytes(part.planes[0])[: 2 * part.samples])
        if listening.varied:
            return Sound.VARIED
        if listening.samples > _LONGEST:
            return Sound.UNKNOWN
    if listening.ended():
        return Sound.VARIED
    return Sound.EVEN if listening.audible >= _FEWEST_AUDIBLE else Sound.SILENT


class _Listening:
    """Takes samples in order and tells whether what they hold changes as speech does."""

    def __init__(self) -> None:
        self.samples = self.audible = 0
        self.varied = False
        self._rest = b""
        # Of the frames of the last second how bright each is, None for quiet ones.
        self._second: list[float | None] = []

    def add(self, data: bytes) -> None:
        """Takes samples of 16 bits."""
        self.samples += len(data) // 2
        data = self._rest + data
        whole = len(data) - len(data) % (2 * _FRAME)
        self._rest = data[whole:]
        samples: Any = memoryview(data[:whole]).cast("h")
        for start in range(0, len(samples), _FRAME):
            self._take(samples[start : start + _FRAME].tolist())

    def ended(self) -> bool:
        """Whether it was varied, with what is left of the last second."""
        return self.varied or _changes(self._second)

    def _take(self, frame: list[int]) -> None:
        loudness = sum(map(abs, frame))
        loud = loudness >= _AUDIBLE * _FRAME
        self.audible += loud
        self._second.append(sum(map(abs, map(sub, frame[1:], frame))) / loudness if loud else None)
        if len(self._second) >= _FRAMES_A_SECOND:
            self.varied = self.varied or _changes(self._second)
            self._second = self._second[_FRAMES_A_SECOND // 2 :]


def _changes(second: list[float | None]) -> bool:
    pairs = [(one, other) for one, other in pairwise(second) if one is not None and other is not None]
    changes = sum(abs(one - other) > _CHANGE * max(one, other) for one, other in pairs)
    return len(pairs) >= _FEWEST_PAIRS and changes >= max(_FEWEST_CHANGES, _CHANGING_SHARE * len(pairs))
