"""The thumbnail of a page: whether it shows the page, and what is told where it does not."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pypdf.generic import NameObject, NumberObject, StreamObject
from tests.rules.hidden.altered import Altered, hits, read, say
from tests.rules.lettering import needs_extra

from faimi_check.reading.burned_in.figures import read_figures
from faimi_check.reading.paper import read_paper

NAMED = say("Tilda Norrgren, Vestmark Heart Centre", x=220, y=590, size=11)


def picture(path: Path, page: int, width: int) -> Image.Image:
    document = pypdfium2.PdfDocument(path)
    shown = document[page - 1]
    picture = shown.render(scale=width / shown.get_width()).to_pil().convert("RGB")
    document.close()
    return picture


def with_thumbnail(paper: Altered, page: int, small: Image.Image) -> None:
    photo = io.BytesIO()
    small.save(photo, "JPEG", quality=70)
    stream = StreamObject()
    stream._data = photo.getvalue()
    stream.update({NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in KINDS.items()})
    for key, value in (("Width", small.width), ("Height", small.height), ("BitsPerComponent", 8)):
        stream[NameObject(f"/{key}")] = NumberObject(value)
    paper.page(page)[NameObject("/Thumb")] = paper.writer._add_object(stream)


KINDS = {"Subtype": "Image", "ColorSpace": "DeviceRGB", "Filter": "DCTDecode"}


def version(folder: Path, width: int, commands: str = "") -> Image.Image:
    """Page 1 of the paper with these commands, as a picture."""
    folder.mkdir()
    paper = Altered()
    if commands:
        paper.draw(1, commands)
    return picture(paper.saved(folder), 1, width)


@pytest.mark.parametrize("width", [160, 240, 620])
def test_a_thumbnail_of_the_named_version_is_told(width: int, tmp_path: Path) -> None:
    paper = Altered()
    with_thumbnail(paper, 1, version(tmp_path / "before", width, NAMED))
    (hit,) = paper.hits("ANON012", tmp_path)
    assert (hit.code, hit.where.page) == ("says-more", 1)
    assert [page.number for page in read(paper, tmp_path).pages if page.thumbnail_differs] == [1]


@pytest.mark.parametrize("width", [160, 240, 620])
def test_a_thumbnail_of_the_page_itself_is_nothing(width: int, tmp_path: Path) -> None:
    paper = Altered()
    for page in range(1, len(paper.writer.pages) + 1):
        with_thumbnail(paper, page, picture(paper.saved(tmp_path), page, width))
    assert paper.hits("ANON012", tmp_path) == []
    assert read(paper, tmp_path).problems == ()


def test_a_thumbnail_of_another_form_is_of_another_page(tmp_path: Path) -> None:
    paper = Altered()
    with_thumbnail(paper, 2, Image.new("RGB", (300, 200), "white"))
    assert [hit.where.page for hit in paper.hits("ANON012", tmp_path)] == [2]


def test_one_that_is_too_small_is_said_not_to_be_known(tmp_path: Path) -> None:
    paper = Altered()
    with_thumbnail(paper, 1, version(tmp_path / "before", 90, NAMED))
    (problem,) = read(paper, tmp_path).problems
    assert "is too small to be compared with it" in problem.detail


def test_one_that_cannot_be_decoded_is_said_too(tmp_path: Path) -> None:
    paper = Altered()
    paper.page(1)[NameObject("/Thumb")] = paper.stream(bytes(16), Width=NumberObject(4), Height=NumberObject(4))
    (problem,) = read(paper, tmp_path).problems
    assert "thumbnail) of page 1 could not be read" in problem.detail


@needs_extra
def test_what_it_says_is_read_with_the_extra(tmp_path: Path) -> None:
    paper = Altered()
    with_thumbnail(paper, 1, version(tmp_path / "before", 900, NAMED))
    path = paper.saved(tmp_path)
    said = " ".join(line.text for one in read_figures(path, read_paper(path, path.name)).pictures for line in one.lines)
    assert "Norrgren" in said
    assert [hit.code for hit in hits("ANON012", path)] == ["says-more"]
