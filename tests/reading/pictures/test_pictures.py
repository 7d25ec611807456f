from __future__ import annotations

import time
from pathlib import Path

import pytest

from faimi_check.reading.limits import PictureLimits
from faimi_check.reading.pictures.page_pictures import picture_pages, scale_within

PAPERS = Path(__file__).parents[3] / "fixtures" / "papers"


def size_of(jpeg: bytes) -> tuple[int, int]:
    """Width and height from the start-of-frame segment."""
    at = 2
    while jpeg[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return int.from_bytes(jpeg[at + 7 : at + 9], "big"), int.from_bytes(jpeg[at + 5 : at + 7], "big")


def pdf_of(tmp_path: Path, media_box: str, content: str = "1 0 0 rg 0 0 9 9 re f") -> Path:
    """A PDF of one page with this MediaBox; PDFium rebuilds the table of cross-references."""
    path = tmp_path / "page.pdf"
    path.write_text(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[{media_box}]/Contents 4 0 R>>endobj\n"
        f"4 0 obj<</Length {len(content)}>>stream\n{content}\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )
    return path


def test_pages_are_drawn_with_their_size_in_points() -> None:
    pictures = list(picture_pages(PAPERS / "compliant-midpage.pdf", (1, 3)))
    assert [(picture.number, picture.width, picture.height) for picture in pictures] == [
        (1, 612.0, 792.0),
        (3, 612.0, 792.0),
    ]
    for picture in pictures:
        assert picture.missing == ""
        assert size_of(picture.jpeg) == (720, 932)
        assert 10_000 < len(picture.jpeg) < 150_000


@pytest.mark.parametrize(
    "media_box",
    [
        "0 0 1000000000 1000000000",
        "0 0 1000000000 1",
        "0 0 1 1000000000",
        "0 0 14400 14400",
        "0 0 3 3",
        "0 0 0.01 0.01",
    ],
)
def test_no_page_makes_a_large_picture(media_box: str, tmp_path: Path) -> None:
    start = time.process_time()
    (picture,) = picture_pages(pdf_of(tmp_path, media_box), (1,))
    assert time.process_time() - start < 5
    assert bool(picture.jpeg) != bool(picture.missing)
    if picture.jpeg:
        width, height = size_of(picture.jpeg)
        assert 1 <= width <= 721
        assert 1 <= height <= 1081


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(612, 792, 720 / 612), (100, 2000, 1080 / 2000), (10, 10, 4.0), (1e9, 1e9, 7.2e-7)]
)
def test_the_scale_keeps_within_the_bounds(width: float, height: float, scale: float) -> None:
    assert scale_within(width, height, PictureLimits()) == pytest.approx(scale)


@pytest.mark.parametrize(("width", "height"), [(0, 792), (612, -1), (float("nan"), 1), (float("inf"), 1)])
def test_a_page_without_an_area_has_no_scale(width: float, height: float) -> None:
    with pytest.raises(ValueError, match="a page of"):
        scale_within(width, height, PictureLimits())


def test_what_cannot_be_drawn_says_so(tmp_path: Path) -> None:
    (beyond,) = picture_pages(PAPERS / "compliant-midpage.pdf", (99,))
    assert beyond.missing.startswith("This page could not be drawn")
    nothing = tmp_path / "nothing.pdf"
    nothing.write_bytes(b"%PDF-1.4\n")
    pictures = list(picture_pages(nothing, (1, 2)))
    assert [picture.number for picture in pictures] == [1, 2]
    assert all(picture.missing.startswith("The PDF could not be opened") for picture in pictures)
