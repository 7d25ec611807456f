"""The READMEs that are written for an author name every codec that can be decoded in a way that is accepted."""

from __future__ import annotations

from collections.abc import Iterator

import av
import pytest

from faimi_check.mending.right_readme import readme_for
from faimi_check.model.finding import Hit
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Entry, Readme, Supplement
from faimi_check.model.video import Video
from faimi_check.rules.catalogue import rules


def decoders() -> Iterator[str]:
    for name in sorted(av.codecs_available):
        try:
            codec = av.Codec(name, "r")
        except ValueError:
            continue
        if codec.type == "video":
            yield codec.canonical_name


def found(text: str, video: Video) -> list[tuple[str, str]]:
    entries = (
        Entry(name="README.txt", size=1, compressed=1, readme=True, container="text"),
        Entry(name=video.member, size=1, compressed=1, container=video.container),
    )
    readme = Readme(member="README.txt", text=text, encoding="utf-8")
    supplement = Supplement(file="zip", size=1, entries=entries, videos=(video,), readmes=(readme,))
    submission = Submission(id="", supplements=(supplement,))
    return [
        (rule.id, hit.code)
        for rule in rules()
        if rule.id.startswith("RME")
        for hit in rule.run(submission, rule.params())
        if isinstance(hit, Hit)
    ]


def stream(codec: str, fourcc: str = "") -> Video:
    return Video(member="clip-1.avi", container="avi", codec=codec, fourcc=fourcc)


def test_every_codec_that_can_be_decoded_is_named_rightly() -> None:
    names = set(decoders())
    assert len(names) > 200
    for codec in names:
        for fourcc in ("", "QX7A"):
            video = stream(codec, fourcc)
            assert found(readme_for([video]), video) == [], codec


@pytest.mark.parametrize(
    ("said", "codec", "fourcc", "expected"),
    [
        ("Codec: Lagarith", "lagarith", "LAGS", []),
        ("Codec: Lagarith", "cscd", "CSCD", [("RME003", "different")]),
        ("Codec: CamStudio Lossless Codec", "cscd", "CSCD", []),
        ("Codec: TechSmith Screen Capture Codec (TSCC)", "tscc", "tscc", []),
        # In no list: by FFmpeg's name, or by the FourCC.
        ("Codec: LOCO", "loco", "LOCO", []),
        ("Codec: fourcc 8BPS", "8bps", "8BPS", []),
        ("Codec: something good", "loco", "LOCO", [("RME002", "missing")]),
        ("Codec: H.264", "loco", "LOCO", [("RME003", "different")]),
        ("Codec: see https://www.xiph.org/loco", "loco", "LOCO", [("RME002", "missing")]),
    ],
)
def test_rare_codecs_are_told_apart(said: str, codec: str, fourcc: str, expected: list[tuple[str, str]]) -> None:
    text = f"clip-1.avi\n{said}\nhttps://www.ffmpeg.org/download.html\n"
    assert found(text, stream(codec, fourcc)) == expected
