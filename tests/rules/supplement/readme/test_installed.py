"""Paths of installed programs in a README name nobody; those of users, and houses that programs stand in, do."""

from __future__ import annotations

import pytest
from tests.pumping import processor_seconds
from tests.rules.supplement.readme.test_readme_wordings import URL, findings, supplement

from faimi_check.model.finding import Confidence, Hit
from faimi_check.model.submission import Submission
from faimi_check.rules.registry import NoParameters
from faimi_check.rules.supplement.readme.content import readme_identifies
from faimi_check.rules.supplement.readme.installed import without_installed


def hits(line: str) -> list[Hit]:
    given = supplement({"README.txt": f"clip.mp4: H.264{URL}{line}\n"}, {"clip.mp4": "h264"})
    results = readme_identifies(Submission(id="1", supplements=(given,)), NoParameters())
    return [hit for hit in results if isinstance(hit, Hit)]


PROGRAMS = [
    r"Played in C:\Program Files\VideoLAN\VLC\vlc.exe on Windows",
    r"Abspieler: C:\Programme\DaVinci Resolve\Resolve.exe unter Windows",
    r"Reproductor: C:\Archivos de programa\Windows Media Player\wmplayer.exe",
    r"Installed in C:\Program Files (x86)\K-Lite Codec Pack\MPC-HC64\mpc-hc64.exe",
    r"Made in C:\Program Files\MATLAB\R2023b\bin\matlab.exe",
    "Made in /usr/local/MATLAB/R2023b/bin/matlab",
    "Played with /usr/bin/ffmpeg",
    "Lecteur : /Applications/VLC.app/Contents/MacOS/VLC",
    "Viewer: ~/Applications/QuickTime Player.app",
    "Notebook: /opt/jupyterlab/bin/jupyter",
    r"Plugins: %APPDATA%\vlc\plugins",
    r"Decoder: %ProgramFiles%\Haali\Matroska Splitter\splitter.ax",
]


@pytest.mark.parametrize("line", PROGRAMS)
def test_programs_name_nobody(line: str) -> None:
    assert hits(line) == []


@pytest.mark.parametrize(
    ("line", "confidence"),
    [
        ("Made in /opt/lyngby_lab/bin/x", Confidence.LIKELY),
        (r"Viewer: C:\Program Files\Lyngby Lab\viewer.exe", Confidence.LIKELY),
        (r"Player: C:\Users\ilyngby\vlc.exe", Confidence.CERTAIN),
        ("Made by Ingrid Lyngby with /usr/bin/ffmpeg", Confidence.LIKELY),
        (r"C:\Program Files\VideoLAN\VLC\vlc.exe at the University of Nordhavn", Confidence.POSSIBLE),
    ],
)
def test_what_stands_in_and_beside_them_is_told(line: str, confidence: Confidence) -> None:
    (hit,) = hits(line)
    assert hit.confidence is confidence
    assert hit.evidence in line


def test_where_one_works_is_an_error_in_other_languages_too() -> None:
    (hit,) = hits("Grabado en el Hospital Clínico de Quiralba, donde trabaja nuestro equipo.")
    assert hit.confidence is Confidence.LIKELY
    (named,) = hits("Como en el Hospital Clínico de Quiralba.")
    assert named.confidence is Confidence.POSSIBLE


@pytest.mark.parametrize("unit", [r"C:\Program Files\a b", "/usr/bin", "/Applications/a ", r"%APPDATA%\a.b "])
def test_hostile_paths_take_no_longer_than_their_length_accounts_for(unit: str) -> None:
    processor_seconds(lambda: without_installed(unit * (100_000 // len(unit))), 10)


def test_a_text_is_restored_as_it_was() -> None:
    line = r"VLC (C:\Program Files\VideoLAN\VLC\vlc.exe) or /usr/bin/mpv"
    plain = without_installed(line)
    assert "Video" not in plain.text
    assert plain.restored(plain.text) == line
    assert findings(supplement({"README.txt": f"H.264{URL}{line}"}, {"clip.mp4": "h264"})) == []
