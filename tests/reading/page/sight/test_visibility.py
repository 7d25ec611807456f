"""Hidden text: every recipe is found with its reason, and what a reader can see is not."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from faimi_check.model.page import HiddenText
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect, ProblemKind
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.page.objects.open_pages import OpenPages
from faimi_check.reading.page.objects.page_objects import FontTable, PageReader
from faimi_check.reading.page.sight import looking
from faimi_check.reading.page.sight.rendering import Raster, render
from faimi_check.reading.page.sight.visibility import with_hidden_text

PAPERS = Path(__file__).resolve().parents[4] / "fixtures" / "papers"
SECRET = "Ilse Vega of Nordhavn wrote this sentence"
OPEN = b"BT /F1 12 Tf 20 150 Td (A line that everybody sees) Tj ET\n"


def looked_at(path: Path) -> Paper:
    """The paper's pages, without the layout, and what is hidden on them."""
    import pypdfium2

    with pypdfium2.PdfDocument(path.read_bytes()) as document:
        opened = OpenPages(document)
        reader = PageReader(opened, FontTable(), PdfLimits())
        pages = tuple(reader.read(index)[0] for index in range(len(document)))
        paper = Paper(file=path.name, size=path.stat().st_size, page_count=len(pages), pages=pages)
        return with_hidden_text(opened, paper, PdfLimits())


def hidden_in(path: Path) -> list[HiddenText]:
    paper = looked_at(path)
    assert not paper.problems
    return [hidden for page in paper.pages for hidden in page.hidden]


def page_with(content: bytes, tmp_path: Path, *, extra: bytes = b"", resources: bytes = b"", rotate: int = 0) -> Path:
    """A one-page PDF of 300 x 200 pt that draws `content` in Helvetica."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % extra,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Rotate %d/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>>>"
        % (rotate, resources),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        _jpeg(),
    ]
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    path = tmp_path / "made.pdf"
    path.write_bytes(out.getvalue())
    return path


def _jpeg() -> bytes:
    """Dark, with a light square in the middle."""
    image = Image.new("RGB", (60, 40), (20, 20, 40))
    ImageDraw.Draw(image).rectangle((20, 10, 40, 30), fill=(240, 240, 240))
    data = io.BytesIO()
    image.save(data, "JPEG", quality=90)
    head = b"<</Type/XObject/Subtype/Image/Width 60/Height 40/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode"
    return head + b"/Length %d>>stream\n%s\nendstream" % (len(data.getvalue()), data.getvalue())


def say(text: str, *, x: int = 20, y: int = 100, before: bytes = b"", size: float = 12) -> bytes:
    return b"BT %s /F1 %f Tf %d %d Td (%s) Tj ET\n" % (before, size, x, y, text.encode())


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("hidden-white", "white on white"),
        ("hidden-near-white", "white on white"),
        ("hidden-tiny", "too small to read"),
        ("hidden-offpage", "outside the visible page"),
        ("hidden-mode3", "drawn in the invisible text mode"),
        ("hidden-alpha", "fully transparent"),
        ("hidden-covered-rect", "blacked out by a bar drawn over it"),
        ("hidden-covered-path", "blacked out by a bar drawn over it"),
        ("hidden-covered-white", "covered by a shape or image drawn over it"),
        ("hidden-covered-image", "covered by a shape or image drawn over it"),
    ],
)
def test_each_fixture_recipe_is_found_whole(name: str, how: str) -> None:
    (hidden,) = hidden_in(PAPERS / f"{name}.pdf")
    assert hidden.how == how
    assert "Ingrid Lyngby, University of Nordhavn" in hidden.text


@pytest.mark.parametrize("name", ["compliant", "compliant-traps", "compliant-lineno", "rotated-page", "scanned"])
def test_honest_papers_hide_nothing(name: str) -> None:
    assert hidden_in(PAPERS / f"{name}.pdf") == []


CLIPPED = b"q 0 0 1 1 re W n " + say(SECRET) + b"Q\n"
DARK_BOX = b"q 0.1 0.1 0.3 rg 10 90 280 30 re f Q\n"
SECRETS = {
    "white": b"1 g " + say(SECRET),
    "white over seen text": b"1 g " + say(SECRET, y=148) + b"0 g " + OPEN,
    "colour of its box": DARK_BOX + b"0.1 0.1 0.3 rg " + say(SECRET),
    "clipped": CLIPPED,
    "mode 7": say(SECRET, before=b"7 Tr"),
    "squeezed": say(SECRET, before=b"1 Tz"),
    "thick line over it": say(SECRET) + b"20 w 0 G 10 104 m 290 104 l S\n",
    "stack of thin boxes over it": say(SECRET) + b"".join(b"0 g 10 %d 280 2.1 re f\n" % y for y in range(94, 116, 2)),
    "picture over it": say(SECRET) + b"q 280 0 0 40 10 88 cm /Im1 Do Q\n",
    "empty pattern": b"/Pattern cs /P0 scn " + say(SECRET),
}


@pytest.mark.parametrize("recipe", SECRETS)
@pytest.mark.parametrize("rotate", [0, 90])
def test_recipes_beyond_the_fixtures(recipe: str, rotate: int, tmp_path: Path) -> None:
    resources = b"/XObject<</Im1 6 0 R>>"
    content = OPEN + SECRETS[recipe]
    found = hidden_in(page_with(content, tmp_path, resources=resources, rotate=rotate))
    assert SECRET in " ".join(hidden.text for hidden in found)
    assert "everybody" not in " ".join(hidden.text for hidden in found)


def strewn(piece: bytes) -> bytes:
    """More white pieces than are looked at, and the secret behind them in drawing order."""
    places = (b"1 0 0 1 %d %d Tm (%s) Tj" % (10 + 3 * (at % 90), 195 - at // 90, piece) for at in range(5_200))
    return OPEN + b"BT 1 g /F1 2 Tf " + b"\n".join(places) + b" ET\n" + say(SECRET, y=60)


def test_specks_drawn_before_a_hidden_sentence_do_not_use_up_the_look_at_it(tmp_path: Path) -> None:
    found = hidden_in(page_with(strewn(b"."), tmp_path))
    assert SECRET in " ".join(hidden.text for hidden in found)


def test_hidden_pieces_that_are_too_many_to_look_at_are_said_to_be(tmp_path: Path) -> None:
    paper = looked_at(page_with(strewn(b"xy"), tmp_path))
    assert SECRET in " ".join(hidden.text for page in paper.pages for hidden in page.hidden)
    (problem,) = paper.problems
    assert (problem.kind, problem.aspects, problem.page) == (ProblemKind.LIMIT, (Aspect.VISIBILITY,), 1)
    assert "201 pieces" in problem.detail


def test_the_end_of_a_long_hidden_text_is_not_lost(tmp_path: Path) -> None:
    lines = b"".join(
        say("Nothing of it matters to anybody who reads on. " * 2, y=140 - 2 * at, size=2) for at in range(60)
    )
    found = hidden_in(page_with(OPEN + b"1 g " + lines + say(SECRET, y=20, size=2), tmp_path))
    assert max(len(hidden.text) for hidden in found) == 4_000
    assert any(SECRET in hidden.text for hidden in found)


def test_a_bar_over_some_words_of_a_line_hides_those(tmp_path: Path) -> None:
    content = say("Ilse Vega and others have shown the same before") + b"0 g 18 96 55 16 re f\n"
    (hidden,) = hidden_in(page_with(content, tmp_path))
    assert "Ilse Vega" in hidden.text
    assert "shown" not in hidden.text


def test_text_on_a_layer_that_is_off_is_hidden(tmp_path: Path) -> None:
    paper = looked_at(PAPERS / "hidden-layer.pdf")
    assert [hidden.text[:13] for page in paper.pages for hidden in page.hidden] == ["Ingrid Lyngby"]


SEEN = {
    "white on a dark box": DARK_BOX + b"1 g " + say(SECRET),
    "white on a dark picture": b"q 280 0 0 60 10 80 cm /Im1 Do Q 1 g " + say("Left atrium", x=20, y=125),
    "grey": b"0.6 g " + say(SECRET),
    "small tick labels": say("0.25", size=3.0),
    "below a transparent overlay": say(SECRET) + b"/G0 gs 0 0 1 rg 10 90 280 30 re f\n",
    "beside a box drawn later": say("left") + b"0 g 120 90 100 30 re f\n",
    "underlined and struck through": say(SECRET) + b"0 g 20 103 200 1 re f 20 98 200 1 re f\n",
    "shadow under itself": b"1 g " + say("Shadow") + b"0 g " + say("Shadow", x=21),
    "outlined letters": b"1 g 0 G " + say("OUTLINE", before=b"2 Tr", size=20),
}


@pytest.mark.parametrize("case", SEEN)
def test_what_a_reader_sees_is_not_hidden(case: str, tmp_path: Path) -> None:
    resources = b"/XObject<</Im1 6 0 R>>/ExtGState<</G0<</ca 0.3>>>>"
    found = hidden_in(page_with(OPEN + SEEN[case], tmp_path, resources=resources))
    assert [hidden for hidden in found if hidden.text != "Shadow"] == []


@pytest.mark.parametrize("side", [14_400, 200_000, 900_000_000])
def test_of_a_page_of_absurd_size_little_is_drawn(side: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []

    def counted(*given: Any, **named: Any) -> Raster | None:
        raster = render(*given, **named)
        drawn.append(raster.width * raster.height if raster else 0)
        return raster

    monkeypatch.setattr(looking, "render", counted)
    path = page_with(OPEN, tmp_path)
    path.write_bytes(path.read_bytes().replace(b"[0 0 300 200]", b"[0 0 %d %d]" % (side, side)))
    (page,) = looked_at(path).pages
    assert (page.width, page.hidden) == (side, ())
    assert 0 < len(drawn) < 5
    assert max(drawn) < 6_010_000


@pytest.mark.parametrize(("lightness", "hidden"), [("0.9", False), ("1", True)])
def test_a_pale_mark_across_the_page_is_seen(lightness: str, hidden: bool, tmp_path: Path) -> None:
    across = f"q {lightness} g BT /F1 24 Tf 0.7071 0.7071 -0.7071 0.7071 60 10 Tm (Under review) Tj ET Q\n".encode()
    assert bool(hidden_in(page_with(OPEN + across, tmp_path))) is hidden
