"""Lines of letters that plain shapes and dashes show: said not to be known, and hatchings and shadings are none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject
from tests.rules.hidden.altered import Altered, named, numbers, read
from tests.rules.hidden.painted import DOT, HEIGHT, WAYS, WIDTH, WORDS, boxes, by_pattern, mesh

from faimi_check.model.problem import Aspect

PANEL = "1 g 130 280 360 120 re f 0 G 140 290 340 100 re S "


@pytest.mark.parametrize("way", WAYS)
def test_words_that_no_text_object_holds(way: str, tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(4, PANEL + WAYS[way](paper, 4))
    found = read(paper, tmp_path)
    assert [(problem.page, problem.aspects) for problem in found.problems] == [(4, (Aspect.VISIBILITY,))]
    (box,) = found.pages[3].painted
    assert box.x0 == pytest.approx(151, abs=1.5)
    assert 480 < box.top < box.bottom < 493


@pytest.mark.parametrize("within", [True, False])
def test_white_words_on_a_dark_bar(within: bool, tmp_path: Path) -> None:
    paper = Altered()
    bar = f"{DOT * WIDTH} {DOT * HEIGHT} re f"
    cell = f"0.1 g 0 0 {bar} 1 g {boxes(WORDS)} f" if within else f"1 g {boxes(WORDS)} f"
    paper.draw(4, f"{PANEL} 0.1 g 150 300 {bar} {by_pattern(paper, 4, cell)} 150 300 {bar}")
    assert [page.number for page in read(paper, tmp_path).pages if page.painted] == [4]


HATCHES = {
    "slanted lines": "0 0 m 9 9 l S 0 9 m 0 9 l S",
    "a lattice": "0 0 m 9 9 l S 0 9 m 9 0 l S",
    "level lines": "0 4 m 9 4 l S",
    "dots": "2 2 2 2 re 6 6 2 2 re f",
    "rings": "3 3 3 3 re S",
    "stars": "1 1 m 4 8 l 8 1 l 1 6 l 8 6 l h f",
    "two kinds": "0 0 m 9 9 l S 6 1 2 2 re f",
    "bricks": "0 0 m 9 0 l S 0 4 m 9 4 l S 2 0 m 2 4 l S 6 4 m 6 9 l S",
}


@pytest.mark.parametrize("coloured", [True, False])
@pytest.mark.parametrize("hatch", HATCHES)
def test_hatched_bars(hatch: str, coloured: bool, tmp_path: Path) -> None:
    paper = Altered()
    colour = by_pattern(paper, 4, f"0.7 w {HATCHES[hatch]}", coloured=coloured, box=(0, 0, 9, 9))
    level = " ".join(f"150 {300 + 14 * at} {310 - 37 * at} 10 re f" for at in range(5))
    upright = " ".join(f"{150 + 13.3 * at:.1f} 371 11 {3 + 7 * at % 20} re f" for at in range(20))
    paper.draw(4, f"{PANEL}{colour} {level} {upright}")
    assert read(paper, tmp_path).problems == ()


def smooth(paper: Altered, page: int) -> str:
    paper.resource(page, "Shading", "Mesh", mesh(paper, dotted=False))
    return "/Mesh sh"


def colour_bar(paper: Altered, page: int) -> str:
    table = bytes(at * 7 % 256 for at in range(256))
    kinds = {"FunctionType": NumberObject(0), "BitsPerSample": NumberObject(8)}
    function = paper.stream(
        table, **kinds, Domain=numbers(0, 1), Range=numbers(0, 1), Size=ArrayObject([NumberObject(256)])
    )
    shading = named(ColorSpace="DeviceGray")
    shading[NameObject("/ShadingType")] = NumberObject(2)
    shading[NameObject("/Coords")] = numbers(150, 300, 450, 300)
    shading[NameObject("/Function")] = function
    paper.resource(page, "Shading", "Bar", shading)
    return "q 150 300 300 12 re W n /Bar sh Q"


def plotted(_: Altered, __: int) -> str:
    arrays = ("3 3", "1 2", "5 2 1 2", "5 2 1 2 1 2", "3 5 1 5 1 5", "8 2 4 2 4 2 8 2", "1", "2 1 2")
    return " ".join(
        f"[{array}] 0 d {0.5 + at % 3 * 0.5} w 150 {300 + 3 * at} m 450 {303 + 5 * at % 40} l S"
        for at, array in enumerate(arrays * 4)
    )


def cut_to_a_disc(_: Altered, __: int) -> str:
    ring = " ".join(f"{200 + 40 * at / 30:.1f} {310 + (at * at) % 60} l" for at in range(60))
    return f"q 200 310 m {ring} h W n 0.4 g 150 300 300 80 re f Q"


def faded(paper: Altered, page: int) -> str:
    kinds = {"Type": NameObject("/XObject"), "Subtype": NameObject("/Form")}
    group = named(S="Transparency", CS="DeviceGray")
    lit = " ".join(f"{at / 30:.2f} g {150 + 10 * at} 300 10 40 re f" for at in range(30))
    mask = named(Type="Mask", S="Luminosity")
    mask[NameObject("/G")] = paper.stream(lit.encode(), **kinds, BBox=numbers(0, 0, 612, 792), Group=group)
    state = DictionaryObject({NameObject("/SMask"): mask})
    paper.resource(page, "ExtGState", "Masked", paper.writer._add_object(state))
    return "q /Masked gs 0.2 g 150 300 300 40 re f Q"


@pytest.mark.parametrize("draws", [smooth, colour_bar, plotted, cut_to_a_disc, faded])
def test_shadings_and_dashes_of_plots(draws: Callable[[Altered, int], str], tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(4, PANEL + draws(paper, 4))
    assert read(paper, tmp_path).problems == ()


def test_a_line_that_is_one_glyph_of_forms_within_forms(tmp_path: Path) -> None:
    paper = Altered()
    held = paper.form(f"{boxes(WORDS)} f")
    for _ in range(2):
        outer = paper.form("/In Do")
        outer.get_object()["/Resources"][NameObject("/XObject")] = DictionaryObject({NameObject("/In"): held})
        held = outer
    font = named(Type="Font", Subtype="Type3")
    font[NameObject("/FontBBox")] = numbers(0, 0, 200, 12)
    font[NameObject("/FontMatrix")] = numbers(0.1, 0, 0, 0.1, 0, 0)
    font[NameObject("/CharProcs")] = DictionaryObject({NameObject("/x"): paper.stream(b"200 0 0 0 200 12 d1 /In Do")})
    font[NameObject("/Encoding")] = DictionaryObject(
        {NameObject("/Differences"): ArrayObject([NumberObject(65), NameObject("/x")])}
    )
    font[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/In"): held})}
    )
    font[NameObject("/FirstChar")] = font[NameObject("/LastChar")] = NumberObject(65)
    font[NameObject("/Widths")] = numbers(200)
    paper.resource(4, "Font", "T3", paper.writer._add_object(font))
    paper.draw(4, f"{PANEL} 0 g BT /T3 10 Tf 1 0 0 1 150 300 Tm (A) Tj ET")
    found = read(paper, tmp_path)
    assert [page.number for page in found.pages if page.painted] == [4]
    assert found.remapped_fonts == ()


@pytest.mark.parametrize(
    "cells", [" -4000 ".join(f"({at * 7}.{at})" for at in range(7)), "(Data of surveys) -30000 (7)"]
)
def test_text_that_stands_far_apart_is_no_line(cells: str, tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(4, f"{PANEL} 0 g BT /Hv 9 Tf 1 0 0 1 150 300 Tm [{cells}] TJ ET")
    assert read(paper, tmp_path).problems == ()


TURNED = {"words": f"BT /Hv 9 Tf 1 3 Td ({WORDS}) Tj ET", "lines": "0 0 m 190 11 l S 20 0 m 190 9 l S", "none": ""}


@pytest.mark.parametrize("cell", TURNED)
def test_words_that_are_turned(cell: str, tmp_path: Path) -> None:
    paper = Altered()
    colour = by_pattern(paper, 4, TURNED[cell])
    pattern = paper.page(4)["/Resources"]["/Pattern"]["/Cell"].get_object()
    pattern[NameObject("/Matrix")] = numbers(0, 1, -1, 0, 300, 200)
    paper.draw(4, f"1 g 130 180 360 230 re f 0 G 140 190 340 215 re S {colour} 288 200 14 {DOT * WIDTH} re f")
    assert [page.number for page in read(paper, tmp_path).pages if page.painted] == ([4] if cell == "words" else [])
