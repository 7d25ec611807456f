"""Addresses given for a codec: pages of projects and mirrors are places to get it, those of houses and people not."""

from __future__ import annotations

import pytest
from tests.rules.supplement.readme.test_readme_wordings import findings, supplement

from faimi_check.rules.supplement.readme.identifying import identifying
from faimi_check.rules.supplement.readme.sources import Soundness, addresses_in


@pytest.mark.parametrize(
    "address",
    [
        "https://libmpeg2.sourceforge.io/downloads.html",
        "https://theora.sourceforge.io",
        "https://somebody.github.io/dav1d/",
        "https://gitlab.com/AOMediaCodec/SVT-AV1",
        "http://www.fourcc.org/codecs.php",
        "https://mirrors.uni-nordhavn.edu/videolan-ftp/vlc/",
        "https://ftp.uni-nordhavn.de/videolan/",
        "https://av1.nordhavn.io/",
        "http://math.berkeley.edu/~benrg/huffyuv.html",
    ],
)
def test_places_to_get_a_codec(address: str) -> None:
    (found,) = addresses_in(address)
    assert found.soundness is Soundness.SOUND


@pytest.mark.parametrize(
    "address",
    [
        "https://vision.uni-nordhavn.edu/tools/mjpg_codec.zip",
        "https://www.nordhavn-klinik.no/xvid.zip",
        "https://people.nordhavn.edu/~ilyngby/h264",
        "https://lyngbylab.org/player.exe",
        "https://lame.sourceforge.io/",
        "https://somebody.github.io/project",
    ],
)
def test_pages_of_a_house_or_a_person_and_of_other_projects(address: str) -> None:
    (found,) = addresses_in(address)
    assert found.soundness is Soundness.IMPLAUSIBLE


def test_a_laboratorys_page_is_no_place_and_names_a_house() -> None:
    text = "clip.mp4\nCodec: H.264, https://vision.uni-nordhavn.edu/tools/h264_codec.zip\n"
    given = supplement({"README.txt": text}, {"clip.mp4": "h264"})
    assert findings(given) == ["RME004 implausible", "RME005 identifies"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("https://github.com/seewil-imaging/probe-player", ["RME005 identifies possible"]),
        ("our own player, https://github.com/seewil-imaging/probe-player", ["RME005 identifies likely"]),
        ("https://lyngby-group.github.io/player/", ["RME005 identifies possible"]),
        ("https://github.com/seewil-lab/ffmpeg-static", ["RME005 identifies possible"]),
        ("https://github.com/mirror/x264", []),
        ("https://github.com/strukturag/libde265", []),
        ("https://github.com/HandBrake/HandBrake/releases", []),
        ("https://github.com/mpv-player/mpv", []),
        ("https://bitbucket.org/multicoreware/x265_git", []),
        ("https://sourceforge.net/projects/ffdshow-tryout/", []),
        ("We made our clips with the builds of https://github.com/BtbN/FFmpeg-Builds", []),
    ],
)
def test_whose_repository_holds_the_codec(said: str, expected: list[str]) -> None:
    given = supplement({"README.txt": f"clip.mp4\nCodec: H.264\nDownload: {said}\n"}, {"clip.mp4": "h264"})
    assert findings(given) == [code.rpartition(" ")[0] for code in expected]
    told = [confidence for _, confidence in identifying(given.readmes[0].text)]
    assert told == [code.rpartition(" ")[2] for code in expected]
