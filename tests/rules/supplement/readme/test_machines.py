"""What pasted commands and closing lines tell of a machine and a person."""

from __future__ import annotations

import pytest
from tests.pumping import processor_seconds

from faimi_check.rules.supplement.readme.machines import machine_traces

TELLING = [
    "ilyngby@gpu-node3:~/faimi2025/supp$ ffprobe v.mp4",
    "(base) ilyngby@gpu-node3:/data$ ffprobe v.mp4",
    "[ingrid@wks-147 supp]$ ffmpeg -i in.mkv v.mp4",
    "Ingrids-MacBook-Pro:supp ingrid$ ffmpeg -i in.mkv v.mp4",
    "ffmpeg -i /mnt/nas/lyngby_lab/raw/in.mkv v.mp4",
    "/mnt/raw data/lyngby group/v.mp4",
    "D:\\Projekte\\ag_lyngby\\v.mp4",
    "/data/marta_weber/v.mp4",
    "Phone +47 73 59 41 20 if it does not play",
    "Tel.: (0931) 201-0",
    "twitter: @dr_ingrid_lyngby",
    "GitHub @ilyngby",
    "    rsync -av ilyngby@render04:frames/ frames/",
    "> scp clip.mp4 ilyngby@10.0.0.7",
    "ssh -l ilyngby node ffmpeg -i in.mkv v.mp4",
    "sudo -u ilyngby ffmpeg -i in.mkv v.mp4",
    "psql --username=ilyngby frames",
    "cp ~ilyngby/frames/v.mp4 .",
    "mount //nas/x -o username=ilyngby",
    "          ilyngby@gpu-node3 ~/supp ❯ ffprobe v.mp4",
]
SILENT = [
    "Clip  method / AUC group 1 / AUC group 2",
    "scp you@server:v.mp4 .",
    "git clone git@github.com:FFmpeg/FFmpeg.git",
    "python -u encode.py; sort -u files",
    "docker run -u root --user $(id -u) ffmpeg",
    "curl -u anonymous: -A Mozilla/5.0 ftp.videolan.org",
    "Profile High@L4.1: yes, 1080p@30:2",
    "about ~half/full of the frames, see ~/Movies/v.mp4",
    "user@ubuntu:~$ ffprobe v.mp4",
    "(base) root@a1b2c3d4e5f6:/workspace# ffmpeg -i in.mkv v.mp4",
    "$ ffprobe v.mp4",
    "ffmpeg -i /data/raw/in.mkv /tmp/v.mp4",
    "https://www.videolan.org/vlc/releases/3.0.20.html",
    "Format profile : High@L1.1",
    "320 x 240 @ 25 fps, 12 s, 2025-06-20 14:03:12",
    "github.com/cisco/openh264",
    "configuration: --prefix=/usr --libdir=/usr/lib/x86_64-linux-gnu --incdir=/usr/include",
]


@pytest.mark.parametrize("text", TELLING)
def test_telling(text: str) -> None:
    assert len(list(machine_traces(text))) == 1


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert list(machine_traces(text)) == []


@pytest.mark.parametrize("unit", ["/a", "a@b:", "+12 3", "\\ a", "x: "])
def test_hostile_text_takes_no_longer_than_its_length_accounts_for(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    processor_seconds(lambda: list(machine_traces(text)), 20)
