"""Accents: put together with the letter that they are drawn over, and signs of their own where they stand alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.hidden.altered import Altered

from faimi_check.reading.page.objects.glyphs import compose_accents
from faimi_check.reading.paper import read_paper


@pytest.mark.parametrize(
    ("split", "whole"),
    [
        ("K¨uper", "Küper"),
        ("Fran¸cois", "François"),
        ("Franc¸ois", "François"),
        ("Can ¸Sahin", "Can Şahin"),
        ("Tas¸cı", "Taşcı"),
        ("S˜ao", "São"),
        ("3 ˆx", "3 ˆx"),
    ],
)
def test_an_accent_drawn_apart_is_put_on_its_letter(split: str, whole: str) -> None:
    assert compose_accents(split) == whole


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        # As a typewriter goes on: the next letter stands behind the accent.
        (r"[(PATIENT: ROE\303ADA)]", "PATIENT: ROE^ADA"),
        (r"[(\304kolmbeck/data)]", "~kolmbeck/data"),
        (r"[(Yrsa O\302Norrgren)]", "Yrsa O'Norrgren"),
        (r"[(Yrsa O\301Norrgren)]", "Yrsa O'Norrgren"),
        (r"[(a \310loud\310 list)]", 'a "loud" list'),
        # As TeX does: the letter is drawn over the accent, a third of an em back.
        (r"[(Carl K\310)333(uper)]", "Carl Küper"),
        (r"[(Ren\302)333(e and \303)333(e\303x)]", "René and ê^x"),
    ],
)
def test_an_accent_with_no_letter_below_is_a_sign(drawn: str, read: str, tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(1, f"BT /Hv 9 Tf 1 0 0 1 200 560 Tm {drawn} TJ ET")
    path = tmp_path / "paper.pdf"
    with path.open("wb") as out:
        paper.writer.write(out)
    assert read in [run.text for run in read_paper(path, path.name).pages[0].runs]
