"""Single lines of letters that no program can read, where they may be names: said not to be known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from pypdf.generic import NameObject, NumberObject
from tests.rules.hidden.altered import COMPLIANT, Altered, mute, read, say

from faimi_check.model.page import Box
from faimi_check.model.problem import Aspect
from faimi_check.reading.page.objects.glyphs import readable, unreadable_letters
from faimi_check.reading.page.sight.pieces import put_together
from faimi_check.reading.paper import read_paper
from faimi_check.reading.plain_text import as_seen

ROW = 20


def shapes(count: int, x: float, y: float) -> str:
    """A row of small marks as high, as wide and as close as letters are."""
    boxes = (
        f"{x + 5.2 * at} {y + (at * 3) % 2} {1.2 + at % 3 * 0.5} {4.5 + at % 2 * 2} re {x + 5.2 * at + 2.6} {y} .8 5 re"
        for at in range(count)
    )
    return "0 g " + " ".join(boxes) + " f"


def dots(words: str, x: float, y: float) -> str:
    """Words painted pixel by pixel."""
    picture = Image.new("1", (400, 20))
    ImageDraw.Draw(picture).text((0, 0), words, fill=1)
    held = [(column, row) for row in range(20) for column in range(400) if picture.getpixel((column, row))]
    return "0 g " + " ".join(f"{x + 0.8 * column:.1f} {y - 0.8 * row:.1f} .8 .8 re f" for column, row in held)


def unknown(paper: Altered, folder: Path) -> list[int | None]:
    """The pages of which it is said that something seen is not known."""
    return [one.page for one in read(paper, folder).problems if one.aspects == (Aspect.VISIBILITY,)]


@pytest.mark.parametrize("said", ["", "\ue123"])
@pytest.mark.parametrize(("page", "y"), [(1, 608), (1, 90), (3, 90), (3, 700)])
def test_a_line_of_letters_that_cannot_be_read(page: int, y: float, said: str, tmp_path: Path) -> None:
    paper = Altered()
    paper.mute_font(page, said)
    paper.draw(page, mute(ROW, y))
    assert unknown(paper, tmp_path) == [page]


def test_a_few_of_them_are_a_sign_or_a_bullet(tmp_path: Path) -> None:
    paper = Altered()
    paper.mute_font(3)
    paper.draw(3, mute(4, 90))
    assert unknown(paper, tmp_path) == []


def test_text_that_is_drawn_twice_is_read_once(tmp_path: Path) -> None:
    paper = Altered()
    words = say("Printed twice to look bold on paper", y=95, size=9)
    paper.draw(3, words + words.replace("140 95", "140.2 95"))
    assert unknown(paper, tmp_path) == []


@pytest.mark.parametrize(("page", "y", "found"), [(1, 90, [1]), (4, 90, [4]), (4, 300, [])])
def test_a_row_of_shapes_below_the_text(page: int, y: float, found: list[int], tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(page, "1 g 130 80 360 22 re f " + shapes(30, 150, y))
    assert unknown(paper, tmp_path) == found


@pytest.mark.parametrize(("page", "y"), [(1, 618), (1, 95), (4, 95)])
def test_letters_that_are_painted_in_dots(page: int, y: float, tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(page, dots("Tilda Norrgren, University of Vestmark", 190, y))
    assert unknown(paper, tmp_path) == [page]


def test_pieces_that_touch_are_put_together_and_few_are_nothing() -> None:
    letter = [Box(10.0, 20.0 + step, 11.0, 21.0 + step) for step in range(40)]
    other = [Box(30.0 + step, 20.0, 31.0 + step, 21.0) for step in range(40)]
    assert set(put_together([*letter, *other])) == {Box(10.0, 20.0, 11.0, 60.0), Box(30.0, 20.0, 70.0, 21.0)}
    assert put_together(letter) == []


def test_rules_and_frames_are_no_letters(tmp_path: Path) -> None:
    paper = Altered()
    paper.draw(4, "0 G 140 88 300 9 re S 140 92 m 440 92 l S")
    assert unknown(paper, tmp_path) == []


def test_the_pieces_of_large_brackets_are_no_line(tmp_path: Path) -> None:
    paper = Altered()
    paper.mute_font(3, "\ue123")
    pieces = [(150, 90), (230, 90), (310, 90), (390, 90), (145, 88)]
    paper.draw(3, " ".join(f"BT /Mute 9 Tf 1 0 0 1 {x} {y} Tm <01> Tj ET" for x, y in pieces))
    assert unknown(paper, tmp_path) == []


def test_what_is_no_letter_is_counted_where_it_is_most_of_a_piece() -> None:
    assert unreadable_letters("\uf8f1 \uf8f4") == 2
    assert unreadable_letters("wide\uf8f1") == 0
    assert unreadable_letters("\x0c") == 0
    assert unreadable_letters("plain") == 0
    assert read_paper(COMPLIANT, "paper.pdf").problems == ()


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("tild\u0430.n\u043erdgr\u0435n", "tilda.nordgren"),
        ("til\u200bda\u2060@nord\u200d.se", "tilda@nord.se"),
        ("\U0001d41a\U0001d427\U0001d427\U0001d41a\uff20x\u2024se", "anna@x.se"),
        ("5 \u03bcm and \u03b1-helix", "5 \u03bcm and \u03b1-helix"),
        ("\u041f\u0440\u0438\u0432\u0435\u0442", "\u041f\u0440\u0438\u0432\u0435\u0442"),
    ],
)
def test_letters_that_look_like_others_are_read_as_seen(written: str, seen: str) -> None:
    assert as_seen(written) == seen
    assert readable(written) == seen


SENTENCE = "the reading that waits longest is the one that nobody had thought of as urgent until it came back and was"


def of_prose() -> Image.Image:
    """Lines of running text over the whole width."""
    picture = Image.new("L", (640, 260), 255)
    pen = ImageDraw.Draw(picture)
    for row in range(16):
        pen.text((4, 4 + 16 * row), (SENTENCE[5 * row % 40 :] + " " + SENTENCE)[:104], fill=0)
    return picture


def of_a_table() -> Image.Image:
    picture = Image.new("L", (640, 260), 255)
    pen = ImageDraw.Draw(picture)
    for row in range(16):
        for column in range(5):
            pen.text((10 + 125 * column, 4 + 16 * row), f"{row * 7 + column}.{column}{row}", fill=0)
    return picture


def of_an_interface() -> Image.Image:
    picture = Image.new("L", (640, 260), 225)
    pen = ImageDraw.Draw(picture)
    for at, name in enumerate(("File", "Edit", "View", "Tools", "Help")):
        pen.text((10 + 60 * at, 4), name, fill=0)
    for row in range(5):
        pen.rectangle((20, 40 + 40 * row, 400, 66 + 40 * row), outline=90, fill=255)
        pen.text((30, 46 + 40 * row), "Series and window of the study", fill=0)
    return picture


def of_a_scan() -> Image.Image:
    return Image.effect_noise((640, 260), 60)


def show(paper: Altered, page: int, picture: Image.Image, y: float = 330, width: float = 345) -> None:
    kinds = {"Type": NameObject("/XObject"), "Subtype": NameObject("/Image"), "ColorSpace": NameObject("/DeviceGray")}
    sizes = {"Width": picture.width, "Height": picture.height, "BitsPerComponent": 8}
    held = paper.stream(picture.tobytes(), **kinds, **{key: NumberObject(value) for key, value in sizes.items()})
    paper.resource(page, "XObject", "Shown", held)
    height = width * picture.height / picture.width
    paper.draw(
        page, f"1 g 100 100 420 600 re f q {width} 0 0 {height} {134 if width > 300 else 200} {y} cm /Shown Do Q"
    )


def test_a_paragraph_that_is_a_picture(tmp_path: Path) -> None:
    paper = Altered()
    show(paper, 4, of_prose())
    (problem,) = [one for one in read(paper, tmp_path).problems if one.aspects == (Aspect.VISIBILITY,)]
    assert problem.page == 4
    assert "lines of running text as a picture" in problem.detail


@pytest.mark.parametrize("picture", [of_a_table, of_an_interface, of_a_scan])
def test_pictures_of_other_things(picture: Callable[[], Image.Image], tmp_path: Path) -> None:
    paper = Altered()
    show(paper, 4, picture())
    assert unknown(paper, tmp_path) == []


def test_a_figure_with_a_caption_may_show_text(tmp_path: Path) -> None:
    paper = Altered()
    show(paper, 4, of_prose())
    paper.draw(4, say("Fig. 9. The instruction that the model was given, as it was typed", y=312, size=9))
    assert unknown(paper, tmp_path) == []


def test_a_paragraph_below_a_figure_and_its_caption_is_no_part_of_that(tmp_path: Path) -> None:
    paper = Altered()
    show(paper, 4, of_prose())
    paper.draw(4, "q 345 0 0 140 134 520 cm /Shown Do Q" + say("Fig. 9. An instruction as typed", y=500, size=9))
    (problem,) = [one for one in read(paper, tmp_path).problems if one.aspects == (Aspect.VISIBILITY,)]
    assert problem.detail == "Page 4 shows 16 lines of running text as a picture, so what they say is not known."


def set_lines(lines: int = 24, *, flush: bool = True, frame: bool = False) -> Image.Image:
    """Prose of 9 points where the picture is as wide as the text, with both edges straight or as words end."""
    picture = Image.new("L", (1380, 36 * lines + 20), 255)
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(size=34)
    words, at = SENTENCE.split(), 0
    for row in range(lines):
        line = [words[at % len(words)]]
        while pen.textlength(" ".join([*line, words[(at + len(line)) % len(words)]]), font=font) < 1320:
            line.append(words[(at + len(line)) % len(words)])
        at += len(line)
        widths = [pen.textlength(word, font=font) for word in line]
        space = (1330 - sum(widths)) / (len(line) - 1) if flush else pen.textlength(" ", font=font)
        x = 25.0
        for word, width in zip(line, widths, strict=True):
            pen.text((x, 10 + 36 * row), word, font=font, fill=0)
            x += width + space
    if frame:
        pen.rectangle((3, 3, 1376, picture.height - 4), outline=0, width=4)
    return picture


def of_numbers() -> Image.Image:
    """A dense table, whose columns begin and end on straight edges."""
    picture = Image.new("L", (1380, 900), 255)
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(size=30)
    for row in range(24):
        for column in range(15):
            pen.text((20 + 91 * column, 10 + 36 * row), f"{(row * 37 + column * 91) % 900 + 100}", font=font, fill=0)
    return picture


CAPTION = say("Fig. 9. How the readings were put into words, of which more was said above", y=312, size=9)


@pytest.mark.parametrize("frame", [False, True])
def test_text_of_the_paper_is_not_known_where_a_figure_shows_it_as_a_picture(frame: bool, tmp_path: Path) -> None:
    paper = Altered()
    show(paper, 4, set_lines(frame=frame))
    paper.draw(4, CAPTION)
    (problem,) = [one for one in read(paper, tmp_path).problems if one.aspects == (Aspect.VISIBILITY,)]
    assert problem.page == 4
    assert problem.detail == "Page 4 shows 24 lines of running text as a picture, so what they say is not known."
    assert read(paper, tmp_path).pages[3].pictured == (24, pytest.approx(9.0, abs=0.2))


def side_by_side(picture: Image.Image, other: Image.Image, heading: str = "") -> Image.Image:
    """Two pictures beside each other, in half the size."""
    both = Image.new("L", (2 * picture.width + 80, max(picture.height, other.height) + 60), 255)
    both.paste(picture, (0, 60))
    # The lines of two pages are not at one height.
    both.paste(other, (picture.width + 80, 43))
    ImageDraw.Draw(both).text((25, 4), heading, font=ImageFont.load_default(size=34), fill=0)
    return both


@pytest.mark.parametrize("heading", ["", "The protocol in full, as it was used in all of the rounds of reading. " * 2])
def test_pages_side_by_side_in_a_figure(heading: str, tmp_path: Path) -> None:
    paper = Altered()
    show(paper, 4, side_by_side(set_lines(34), set_lines(34), heading))
    paper.draw(4, CAPTION)
    (problem,) = [one for one in read(paper, tmp_path).problems if one.aspects == (Aspect.VISIBILITY,)]
    assert (problem.page, "lines of running text as a picture" in problem.detail) == (4, True)


@pytest.mark.parametrize(
    "picture",
    [
        lambda: side_by_side(set_lines(34, flush=False), set_lines(34, flush=False)),
        lambda: side_by_side(of_numbers(), of_numbers()),
        lambda: set_lines(flush=False),
        lambda: set_lines(flush=False, frame=True),
        lambda: set_lines(14),
        of_numbers,
        lambda: of_an_interface().resize((1380, 800)),
        lambda: of_a_scan().resize((1380, 800)),
    ],
)
def test_figures_of_prompts_forms_tables_and_windows_are_figures(
    picture: Callable[[], Image.Image], tmp_path: Path
) -> None:
    paper = Altered()
    show(paper, 4, picture())
    paper.draw(4, CAPTION)
    assert unknown(paper, tmp_path) == []


def test_a_small_picture_of_text(tmp_path: Path) -> None:
    paper = Altered()
    show(paper, 4, of_prose(), width=200)
    assert unknown(paper, tmp_path) == []
