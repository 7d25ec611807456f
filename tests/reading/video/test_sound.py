"""What kind of sound a video has: a voice is listened to by nobody, silence and beeps hold none."""

from __future__ import annotations

import math
import random
from array import array
from collections.abc import Callable
from pathlib import Path

import av
import pytest

from faimi_check.model.finding import Hit, Undecided
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Entry, Supplement
from faimi_check.model.video import Sound, Track, Video
from faimi_check.reading.video.sound import _Listening
from faimi_check.reading.video.video import read_video_file
from faimi_check.rules.registry import NoParameters
from faimi_check.rules.supplement.videos.audio_track import audio_track

VIDEOS = Path(__file__).resolve().parents[3] / "fixtures" / "videos"
RATE = 16_000


def babble(at: int) -> float:
    """Vowels that pass into hissing sounds and back, five times a second."""
    moment = at / RATE
    hissing = math.sin(2 * math.pi * 5 * moment) ** 2
    pitch = 2 * math.pi * 130 * moment
    vowel = 0.2 * math.sin(pitch) + 0.1 * math.sin(5 * pitch)
    return (1 - hissing) * vowel + hissing * random.Random(at).uniform(-0.2, 0.2)


def beeps(at: int) -> float:
    return 0.4 * math.sin(2 * math.pi * 880 * at / RATE) if at // (RATE // 3) % 2 else 0.0


def steps(at: int) -> float:
    return 0.3 * math.sin(2 * math.pi * (440 if at // RATE % 2 else 660) * at / RATE)


def fan(at: int) -> float:
    return random.Random(at).uniform(-0.1, 0.1)


def a_word(at: int) -> float:
    return babble(at) if 2 * RATE <= at < 2.5 * RATE else 0.0


def nothing(_: int) -> float:
    return 0.0


def hiss(at: int) -> float:
    return random.Random(at).uniform(-0.001, 0.001)


def video_with(sound: Callable[[int], float], file: Path, codec: str = "mp2", seconds: float = 4.0) -> Path:
    """The fixture's pictures with this sound."""
    with av.open(str(VIDEOS / "mpeg4.mp4")) as source, av.open(str(file), "w") as made:
        pictures = made.add_stream_from_template(source.streams.video[0])
        heard = made.add_stream(codec, rate=RATE, layout="mono")
        for packet in source.demux(source.streams.video[0]):
            if packet.dts is not None:
                packet.stream = pictures
                made.mux(packet)
        frame = av.AudioFrame(format="s16", layout="mono", samples=int(seconds * RATE))
        frame.planes[0].update(array("h", [round(32_000 * sound(at)) for at in range(frame.samples)]).tobytes())
        frame.sample_rate, frame.pts = RATE, 0
        resampler = av.AudioResampler(heard.format, "mono", RATE, frame_size=heard.codec_context.frame_size or 1152)
        for part in (*resampler.resample(frame), *resampler.resample(None), None):
            made.mux(heard.encode(part))
    return file


@pytest.mark.parametrize(
    ("sound", "heard"),
    [
        (babble, Sound.VARIED),
        (a_word, Sound.VARIED),
        (beeps, Sound.EVEN),
        (steps, Sound.EVEN),
        (fan, Sound.EVEN),
        (nothing, Sound.SILENT),
        (hiss, Sound.SILENT),
    ],
)
def test_what_is_to_be_heard(sound: Callable[[int], float], heard: Sound, tmp_path: Path) -> None:
    video = read_video_file(video_with(sound, tmp_path / "a.mp4"))
    assert [track.sound for track in video.tracks if track.kind == "audio"] == [heard]
    assert video.fault is None


def test_a_tone_of_the_fixtures_is_even_and_their_pictures_have_no_sound() -> None:
    tracks = {name: read_video_file(VIDEOS / name).tracks for name in ("sound.avi", "sound.mp4", "h264.mp4")}
    sounds = {name: [track.sound for track in held if track.kind == "audio"] for name, held in tracks.items()}
    assert sounds == {"sound.avi": [Sound.EVEN], "sound.mp4": [Sound.EVEN], "h264.mp4": []}


def test_a_word_at_the_very_end_is_heard() -> None:
    listening = _Listening()
    samples = [0] * 8_000 + [round(32_000 * babble(2 * at)) for at in range(4_000)]
    listening.add(array("h", samples).tobytes())
    assert listening.ended()


def judged(*sounds: Sound) -> list[str]:
    tracks = tuple(Track(kind="audio", codec="aac", sound=sound) for sound in sounds)
    video = Video(member="a.mp4", container="mp4", codec="h264", tracks=(Track(kind="video", codec="h264"), *tracks))
    entry = Entry(name="a.mp4", size=1, compressed=1, container="mp4", readable=True)
    supplement = Supplement(file="s.zip", size=1, is_zip=True, entries=(entry,), videos=(video,))
    found = audio_track(Submission(id="1", supplements=(supplement,)), NoParameters())
    return [hit.message if isinstance(hit, Hit) else hit.reason for hit in found if isinstance(hit, Hit | Undecided)]


@pytest.mark.parametrize(
    ("sounds", "said"),
    [
        ((), []),
        ((Sound.SILENT,), ["a.mp4 has sound, but nothing is to be heard in it."]),
        ((Sound.SILENT, Sound.EVEN), ["a.mp4 has sound; only even tones or noise are to be heard in it."]),
    ],
)
def test_sound_that_holds_no_voice_is_a_note(sounds: tuple[Sound, ...], said: list[str]) -> None:
    assert judged(*sounds) == said


@pytest.mark.parametrize("sounds", [(Sound.VARIED,), (Sound.EVEN, Sound.VARIED), (Sound.SILENT, Sound.UNKNOWN)])
def test_what_may_be_a_voice_is_undecided(sounds: tuple[Sound, ...]) -> None:
    assert judged(*sounds) == [
        "a.mp4 has sound; a voice can tell who speaks.",
        "Somebody may be speaking in a.mp4, and nobody has listened to what is said.",
    ]
