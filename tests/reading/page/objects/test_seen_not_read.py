"""Text that a reader sees and a program does not read: it is read, or said not to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject
from tests.rules.hidden.altered import COMPLIANT, Altered, mute, named, numbers, read, say

from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.reading.paper import read_paper

NAMES = "Tilda Norrgren, University of Vestmark"


def first_page(paper: Paper) -> str:
    return "\n".join(line.text for line in paper.pages[0].lines)


@pytest.mark.parametrize("subtype", ["Stamp", "PrinterMark", "Widget", "Link", "FreeText"])
def test_what_an_annotation_draws_is_text_of_the_page(subtype: str, tmp_path: Path) -> None:
    paper = Altered()
    paper.annotate(1, subtype, (150, 600, 450, 640), say(NAMES, x=5, y=20, size=9))
    assert NAMES in first_page(read(paper, tmp_path))


def test_what_stands_in_forms_within_forms_is_text_of_the_page(tmp_path: Path) -> None:
    paper = Altered()
    inner = paper.form(say(NAMES, x=180, y=608, size=9))
    for _ in range(20):
        outer = paper.form("/In Do")
        outer.get_object()["/Resources"][NameObject("/XObject")] = DictionaryObject({NameObject("/In"): inner})
        inner = outer
    paper.resource(1, "XObject", "Deep", inner)
    paper.draw(1, "/Deep Do")
    assert NAMES in first_page(read(paper, tmp_path))


def test_letters_that_are_drawn_from_right_to_left_are_read_as_seen(tmp_path: Path) -> None:
    paper = Altered()
    backwards = " 1350 ".join(f"({letter})" for letter in reversed("Tilda Norrgren"))
    paper.draw(1, f"BT /Hv 9 Tf 1 0 0 1 400 600 Tm [{backwards}] TJ ET")
    assert "Tilda Norrgren" in "".join(run.text for run in read(paper, tmp_path).pages[0].runs)


def test_links_stay_links_where_an_annotation_draws(tmp_path: Path) -> None:
    paper = Altered()
    action = named(S="URI")
    action[NameObject("/URI")] = TextStringObject("https://example.org/data")
    paper.annotate(1, "Link", (150, 300, 250, 320), None, A=action)
    paper.annotate(1, "Stamp", (150, 600, 450, 640), say(NAMES, x=5, y=20, size=9))
    targets = [link.target for link in read(paper, tmp_path).pages[0].links]
    assert "https://example.org/data" in targets


@pytest.mark.parametrize("said", ["Anonymous Authors", " "])
def test_what_is_drawn_is_read_and_not_what_is_said_instead(said: str, tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(1, f"/Span <</ActualText ({said})>> BDC {say(NAMES, x=180, y=608, size=9)} EMC")
    found = read(paper, tmp_path)
    assert NAMES in first_page(found)
    assert [hidden.text for hidden in found.pages[0].hidden] == ([said] if said.strip() else [])


def test_a_text_that_says_what_is_drawn_hides_nothing(tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(1, f"/Span <</ActualText (Extra\\255ordinary)>> BDC {say('Extraordinary', x=180, y=608)} EMC")
    assert read(paper, tmp_path).pages[0].hidden == ()


def test_letters_that_cannot_be_read_are_not_believed_to_be_what_is_said(tmp_path: Path) -> None:
    paper = Altered()
    paper.mute_font(1)
    paper.draw(1, f"/Span <</ActualText (Anonymous Authors)>> BDC {mute(20)} EMC")
    problems = read(paper, tmp_path).problems
    assert [problem.page for problem in problems if Aspect.VISIBILITY in problem.aspects] == [1]


@pytest.mark.parametrize(("said", "told"), [(["yes", "no"] * 6, []), (["not", "as", "is", "printed"], [1])])
def test_ticks_and_crosses_that_say_yes_and_no_are_no_text(said: list[str], told: list[int], tmp_path: Path) -> None:
    paper = Altered()
    paper.mute_font(1)
    marks = [f"/Span <</ActualText ({one})>> BDC {mute(1, 608 - 12 * at)} EMC" for at, one in enumerate(said)]
    paper.draw(1, " ".join(marks))
    problems = read(paper, tmp_path).problems
    assert [problem.page for problem in problems if Aspect.VISIBILITY in problem.aspects] == told


def lines_of_shapes(count: int, top: float = 300.0) -> str:
    """Lines of small boxes as high, as wide and as close as letters are, in one path."""
    boxes = []
    for row in range(count):
        for column in range(65):
            x, y = 135 + 5.2 * column + (row * 7 + column * 3) % 2, top - 12 * row
            boxes.append(f"{x} {y} {1.2 + column % 3 * 0.5} {4.5 + column % 2 * 2} re")
    return "\n".join(boxes) + " f"


def test_a_page_of_shapes_like_letters_has_no_text_layer(tmp_path: Path) -> None:
    paper = Altered()
    paper.page(4)[NameObject("/Contents")] = paper.stream(lines_of_shapes(40, 700).encode())
    found = read(paper, tmp_path)
    assert [page.number for page in found.pages if page.scanned] == [4]
    assert any(problem.page == 4 and Aspect.TEXT in problem.aspects for problem in found.problems)


def test_a_paragraph_of_shapes_is_said_not_to_be_known(tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(4, "1 g 100 120 420 200 re f 0 g " + lines_of_shapes(14))
    found = read(paper, tmp_path)
    assert not found.pages[3].scanned
    assert any(problem.page == 4 and Aspect.VISIBILITY in problem.aspects for problem in found.problems)


def test_a_drawing_of_a_few_marks_is_no_text(tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(4, "0 g 140 200 m 480 320 l S 140 200 340 130 re S " + lines_of_shapes(4))
    assert read(paper, tmp_path).problems == ()


def test_shapes_or_a_picture_in_the_author_section_are_said_not_to_be_known(tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(1, "0 g 180 606 1 7 re 183 606 4 7 re 190 606 3 8 re 200 606 50 7 re f")
    problems = read(paper, tmp_path).problems
    assert [(problem.page, problem.aspects) for problem in problems] == [(1, (Aspect.VISIBILITY,))]


def test_the_compliant_paper_leaves_nothing_open() -> None:
    assert read_paper(COMPLIANT, "paper.pdf").problems == ()


def test_letters_whose_widths_are_those_of_others_are_told(tmp_path: Path) -> None:
    paper = Altered()
    shown, said = "tildanorrgrenofvestmark", "wehavemeasuredmanymodel"
    pairs = "\n".join(f"<{at:04X}> <{ord(letter):04X}>" for at, letter in enumerate(said, 1))
    spaces = "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    table = f"begincmap {spaces}\n{len(said)} beginbfchar\n{pairs}\nendbfchar endcmap"
    narrow, wide = set("ijlftr"), set("mw")
    widths = [280 if letter in narrow else 780 if letter in wide else 500 for letter in shown]
    font = named(Type="Font", Subtype="Type0", BaseFont="Plain", Encoding="Identity-H")
    inner = named(Type="Font", Subtype="CIDFontType2", BaseFont="Plain")
    inner[NameObject("/W")] = ArrayObject([NumberObject(1), numbers(*widths)])
    font[NameObject("/DescendantFonts")] = ArrayObject([paper.writer._add_object(inner)])
    font[NameObject("/ToUnicode")] = paper.stream(table.encode())
    paper.resource(2, "Font", "Lie", paper.writer._add_object(font))
    (hit,) = [hit for hit in paper.hits("MAN001", tmp_path) if hit.code == "remapped"]
    assert "Plain" in hit.message


def test_another_version_of_a_picture_is_said_not_to_be_read(tmp_path: Path) -> None:
    paper = Altered()
    kinds = {"Type": NameObject("/XObject"), "Subtype": NameObject("/Image"), "ColorSpace": NameObject("/DeviceGray")}
    sizes = {key: NumberObject(value) for key, value in (("Width", 1), ("Height", 1), ("BitsPerComponent", 8))}
    other = named()
    other[NameObject("/Image")] = paper.stream(b"\x00", **kinds, **sizes)
    shown = paper.stream(b"\xff", **kinds, **sizes, Alternates=ArrayObject([other]))
    paper.resource(2, "XObject", "Im", shown)
    paper.draw(2, "q 40 0 0 40 300 300 cm /Im Do Q")
    (problem,) = read(paper, tmp_path).problems
    assert problem.aspects == (Aspect.OBJECTS,)
    assert "Another version of the image on page 2" in problem.detail
