"""Which pictures of a page are read: those that show something on it."""

from __future__ import annotations

import io
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject, StreamObject

pytest.importorskip("cv2", reason="needs the extra `pictures`")

from tests.rules.hidden.altered import Altered, say
from tests.rules.hidden.painted import DOT, HEIGHT, WAYS, WIDTH, WORDS, rows
from tests.rules.hidden.painted import boxes as boxes_of

from faimi_check.model.page import Box
from faimi_check.model.paper import Paper
from faimi_check.reading.burned_in.chosen_pictures import NOT_DECODED, Picture, chosen_pictures
from faimi_check.reading.limits import BurnedInLimits
from faimi_check.reading.paper import read_paper

OUTLINED = Path(__file__).resolve().parents[3] / "fixtures" / "pictures" / "outlined.pdf"


def boxes(paper: Paper) -> list[Box]:
    with closing(pypdfium2.PdfDocument(OUTLINED)) as document:
        return [picture.box for picture in chosen_pictures(document, paper, BurnedInLimits())]


def moved(paper: Paper, across: float) -> Paper:
    """The paper with its figures, and what they hold, so far to the right."""

    def shifted(box: Box) -> Box:
        return Box(box.x0 + across, box.top, box.x1 + across, box.bottom)

    pages = tuple(
        replace(
            page,
            figures=tuple(replace(figure, box=shifted(figure.box)) for figure in page.figures),
            drawings=tuple(replace(drawing, box=shifted(drawing.box)) for drawing in page.drawings),
            runs=(),
        )
        for page in paper.pages
    )
    return replace(paper, pages=pages)


def test_a_figure_of_outlines_is_read_where_it_stands_and_not_beside_the_page() -> None:
    paper = read_paper(OUTLINED, "outlined.pdf")
    assert len(boxes(paper)) == 1
    assert boxes(moved(paper, 2_000)) == []
    assert boxes(moved(paper, -2_000)) == []


PLACED = b"q 300 0 0 60 %d %d cm /%s Do Q\n"


def image(pixels: tuple[int, int], grey: int = 90, data: bytes | None = None) -> StreamObject:
    encoded = io.BytesIO()
    Image.new("L", pixels if data is None else (1, 1), grey).save(encoded, "JPEG")
    made = StreamObject()
    made._data = encoded.getvalue() if data is None else data
    width, height = map(NumberObject, pixels)
    made.update(
        {
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): width,
            NameObject("/Height"): height,
            NameObject("/ColorSpace"): NameObject("/DeviceGray"),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/Filter"): NameObject("/DCTDecode"),
        }
    )
    return made


def pictures_of(
    content: bytes, images: dict[str, StreamObject], tmp_path: Path, *, depth: int = 0, max_pixels: int = 1_000_000
) -> list[Picture]:
    """What is read of a page that draws `content`, in so many forms inside one another."""
    writer = PdfWriter()
    page = writer.add_blank_page(612, 792)
    named = DictionaryObject({NameObject(f"/{name}"): writer._add_object(made) for name, made in images.items()})
    resources = DictionaryObject({NameObject("/XObject"): named})
    for _ in range(depth):
        form = DecodedStreamObject()
        form.set_data(content)
        form.update(
            {
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): ArrayObject([NumberObject(side) for side in (0, 0, 612, 792)]),
                NameObject("/Resources"): resources,
            }
        )
        named = DictionaryObject({NameObject("/Inner"): writer._add_object(form)})
        resources, content = DictionaryObject({NameObject("/XObject"): named}), b"/Inner Do"
    stream = DecodedStreamObject()
    stream.set_data(content)
    page[NameObject("/Contents")] = writer._add_object(stream)
    page[NameObject("/Resources")] = resources
    path = tmp_path / "made.pdf"
    writer.write(path)
    paper = read_paper(path, "made.pdf")
    # What is no scan is read picture by picture.
    paper = replace(paper, pages=tuple(replace(page, scanned=False) for page in paper.pages))
    with closing(pypdfium2.PdfDocument(path)) as document:
        return list(chosen_pictures(document, paper, BurnedInLimits(max_pixels=max_pixels)))


def test_an_image_in_as_many_forms_as_are_drawn_is_read(tmp_path: Path) -> None:
    (picture,) = pictures_of(PLACED % (100, 600, b"A"), {"A": image((400, 80))}, tmp_path, depth=20)
    assert picture.pixels.shape[:2] == (80, 400)


def test_an_image_that_is_clipped_away_moves_no_other_one(tmp_path: Path) -> None:
    away = b"q 0 0 10 10 re W n " + PLACED % (100, 700, b"B") + b"Q\n"
    content = away + PLACED % (100, 600, b"A")
    images = {"A": image((400, 80), 90), "B": image((500, 200), 200)}
    (picture,) = pictures_of(content, images, tmp_path)
    assert picture.pixels.shape[:2] == (80, 400)
    assert picture.box.top == pytest.approx(132, abs=1)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (image((2_000, 600)), "an image of 2000 x 600 pixels is too large"),
        (image((400, 80), data=b"no picture at all"), NOT_DECODED),
    ],
)
def test_an_image_that_is_not_read_counts_as_left(made: StreamObject, why: str, tmp_path: Path) -> None:
    (picture,) = pictures_of(PLACED % (100, 600, b"A"), {"A": made}, tmp_path)
    assert picture.pixels is None
    assert picture.why == why


SPREAD = f"{DOT * WIDTH} {DOT * HEIGHT}"
PANEL = "1 g 130 280 360 120 re f 0 G 140 290 340 100 re S "


def chosen(paper: Altered, folder: Path) -> list[bool]:
    """Of each picture of page 4 that is read, whether it holds the words of the tests."""
    path = paper.saved(folder)
    read = read_paper(path, path.name)
    with closing(pypdfium2.PdfDocument(path)) as document:
        found = [picture for picture in chosen_pictures(document, read, BurnedInLimits()) if not picture.only_codes]
    place = Box(155, 482, 295, 490)
    return [picture.box.overlap(place) > 0.9 * place.width * place.height for picture in found if picture.page == 4]


@pytest.mark.parametrize(
    "commands",
    [
        f"0.1 g 1 0 0 1 150 300 cm {boxes_of(WORDS)} f",
        f"0.1 g 1 0 0 1 150 300 cm 0 0 {SPREAD} re {boxes_of(WORDS)} f*",
    ],
    ids=["one path", "holes in a bar"],
)
def test_words_in_one_path_of_a_figure(commands: str, tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(4, PANEL + commands)
    assert chosen(paper, tmp_path) == [True]


@pytest.mark.parametrize("way", ["text in a pattern", "a clip path"])
def test_words_that_are_painted_are_read(way: str, tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(4, PANEL + WAYS[way](paper, 4))
    assert chosen(paper, tmp_path) == [True]


@pytest.mark.parametrize("side", [1, 240])
def test_an_image_of_one_colour_whose_mask_is_words(side: int, tmp_path: Path) -> None:
    paper = Altered()
    kinds = {"Type": "XObject", "Subtype": "Image", "ColorSpace": "DeviceGray"}
    light = bytearray(WIDTH * HEIGHT)
    for y, row in enumerate(rows(WORDS)):
        for x0, x1 in row:
            light[y * WIDTH + x0 : y * WIDTH + x1] = b"\xff" * (x1 - x0)

    def picture(data: bytes, width: int, height: int, **entries: object) -> object:
        sizes = {"Width": NumberObject(width), "Height": NumberObject(height), "BitsPerComponent": NumberObject(8)}
        return paper.stream(data, **{key: NameObject(f"/{kind}") for key, kind in kinds.items()}, **sizes, **entries)

    mask = picture(bytes(light), WIDTH, HEIGHT)
    paper.resource(4, "XObject", "Bl", picture(bytes(side * side), side, side, SMask=mask))
    paper.draw(4, f"{PANEL} q {DOT * WIDTH} 0 0 {DOT * HEIGHT} 150 300 cm /Bl Do Q")
    assert chosen(paper, tmp_path) == [True]


def test_a_plot_with_text_and_bars_is_not_read(tmp_path: Path) -> None:
    paper = Altered()
    bars = " ".join(f"0.{at % 9} g {150 + 18 * at} 300 12 {10 + 9 * at % 70} re f" for at in range(16))
    ticks = " ".join(say(f"{at}.5", x=150 + 18 * at, y=292, size=5) for at in range(16))
    paper.draw(4, PANEL + bars + " 0 g " + ticks)
    assert chosen(paper, tmp_path) == []


def letters(count: int = 24, height: float = 5) -> str:
    return " ".join(f"0 g {150 + 6 * at} 96 3 {height + at % 2} re f" for at in range(count))


@pytest.mark.parametrize(
    ("commands", "read"),
    [
        (letters(), 1),
        # Text stands there, as beside the bars of a plot without a frame.
        (letters() + say("Readers and their marks", x=160, y=97), 0),
        (letters(6), 0),
        (letters(height=0.5), 0),
    ],
    ids=["a line", "with text", "few", "dots"],
)
def test_a_line_of_shapes_that_no_figure_holds_is_read(commands: str, read: int, tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(4, commands)
    path = paper.saved(tmp_path)
    found = read_paper(path, path.name)
    pages = tuple(replace(page, figures=()) for page in found.pages)
    with closing(pypdfium2.PdfDocument(path)) as document:
        pictures = list(chosen_pictures(document, replace(found, pages=pages), BurnedInLimits()))
    place = Box(150, 690, 290, 696)
    assert [one.page for one in pictures if not one.only_codes and one.box.overlap(place) > 0] == [4] * read
