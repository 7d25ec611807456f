"""Who makes a codec is no author: notices of codecs and programs, and addresses of their lists."""

from __future__ import annotations

import pytest
from tests.pumping import processor_seconds
from tests.rules.supplement.readme.test_readme_wordings import URL, findings, supplement

from faimi_check.rules.supplement.readme.notices import without_notices

OF_MAKERS = [
    "x264 is (c) 2004-2021 the x264 project,\nwritten by Lars Lyngby, Marta Quiroga and others, GPL v2 or later.",
    "FFmpeg is Copyright (c) 2000-2023 the FFmpeg developers, among them Ingrid Lyngby.",
    "Xvid, Copyright (C) 2001-2011 Ingrid Lyngby <ilyngby@xvid.org>, is under the GNU General Public License.",
    "Bugs of the codec go to x264-devel@videolan.org.",
    "Help: support@divx.com",
    "The AAC patents of Fraunhofer IIS and Lyngby Laboratories have expired.",
    "Patents on H.264 were held by the University of Nordhavn, among others.",
    "The patents on H.264 are held by many, the University of Nordhavn among them.",
    "The conference's organizers, Ingrid Lyngby and Marta Quiroga, ask for this text.",
]
OF_AUTHORS = [
    "© 2025 Ingrid Lyngby",
    "Encoded by Ingrid Lyngby with x264 (GPL).",
    "x264 (GPL) was used by Ingrid Lyngby.",
    "Video made by Ingrid Lyngby with x264, GPL.",
    "Questions to ingrid.lyngby@nvidia.com",
    "DivX, licensed to Klinikum Nordhavn.",
    "H.264 under a campus licence of the University of Nordhavn.",
    "Videos (H.264), licence CC BY 4.0, Klinikum Nordhavn",
    "Our patent with Klinikum Nordhavn covers the probe, not H.264.",
    "The organizers at Klinikum Nordhavn recorded it.",
    "x264 is (c) 2004-2021 the x264 project, GPL.\nFilmed by Ingrid Lyngby.",
]


@pytest.mark.parametrize("line", OF_MAKERS)
def test_makers_are_no_authors(line: str) -> None:
    given = supplement({"README.txt": f"clip.mp4: H.264{URL}\n{line}\n"}, {"clip.mp4": "h264"})
    assert findings(given) == []


@pytest.mark.parametrize("line", OF_AUTHORS)
def test_authors_who_speak_of_codecs_are(line: str) -> None:
    given = supplement({"README.txt": f"clip.mp4: H.264{URL}\n{line}\n"}, {"clip.mp4": "h264"})
    assert findings(given) == ["RME005 identifies"]


@pytest.mark.parametrize("unit", ["x264 (c) ", "GPL, by\n", "a. ", ",\n"])
def test_hostile_notices_take_no_longer_than_their_length_accounts_for(unit: str) -> None:
    processor_seconds(lambda: without_notices("(c) x264" + unit * (100_000 // len(unit))), 20)
