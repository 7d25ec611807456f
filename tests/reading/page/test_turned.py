"""First pages shown sideways or upside down are read as whoever turns them; what is told is where it is shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import RectangleObject

from faimi_check.engine import check
from faimi_check.model.finding import Finding
from faimi_check.model.page import Box, Region
from faimi_check.model.paper import Paper
from faimi_check.model.submission import Submission
from faimi_check.model.text.passage import join, lines_at
from faimi_check.model.turned import turned_box
from faimi_check.reading.burned_in.chosen_pictures import chosen_pictures
from faimi_check.reading.limits import BurnedInLimits
from faimi_check.reading.paper import read_paper
from faimi_check.reading.pdfium import open_document
from faimi_check.venues.loader import load

PAPERS = Path(__file__).resolve().parents[3] / "fixtures" / "papers"


def quarter_left(page: PageObject) -> None:
    """The content stands sideways on a page that is as wide as it was high, without a word of the page on that."""
    width, height = page.mediabox.width, page.mediabox.height
    page.add_transformation(Transformation((0, 1, -1, 0, height, 0)))
    page.mediabox = page.cropbox = RectangleObject((0, 0, height, width))


def quarter_left_and_back(page: PageObject) -> None:
    """As TeX turns a page for landscape: shown upright."""
    quarter_left(page)
    page.rotate(90)


def rotated(degrees: int) -> Callable[[PageObject], None]:
    return lambda page: page.rotate(degrees) and None


def turned(tmp_path: Path, name: str, turn: Callable[[PageObject], None], pages: slice = slice(1)) -> Paper:
    """The fixture with some of its pages turned, the first unless told otherwise, as it is read."""
    writer = PdfWriter(clone_from=PdfReader(PAPERS / name))
    for page in list(writer.pages)[pages]:
        turn(page)
    writer.write(tmp_path / name)
    return read_paper(tmp_path / name, name)


def found(paper: Paper) -> list[Finding]:
    return list(check(Submission(id="1", paper=paper), load("faimi-2025")).findings)


def front(paper: Paper) -> list[str]:
    parts = (paper.parts.title, paper.parts.author_block, paper.parts.abstract, paper.parts.keywords)
    return [join(lines_at(paper, part)).text for part in parts]


WAYS = {
    "90": rotated(90),
    "180": rotated(180),
    "270": rotated(270),
    "content": quarter_left,
    "both": quarter_left_and_back,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("pages", [slice(1), slice(None)])
def test_a_turned_paper_is_read_as_an_upright_one(tmp_path: Path, way: str, pages: slice) -> None:
    upright = read_paper(PAPERS / "author-block.pdf", "author-block.pdf")
    paper = turned(tmp_path, "author-block.pdf", WAYS[way], pages)
    assert front(paper) == front(upright)
    assert all(front(paper))
    assert [(one.rule, one.code, one.evidence) for one in found(paper)] == [
        (one.rule, one.code, one.evidence) for one in found(upright)
    ]


def test_nothing_is_found_in_an_honest_paper_whose_first_page_is_turned(tmp_path: Path) -> None:
    assert found(turned(tmp_path, "compliant.pdf", rotated(90))) == []


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_findings_tell_where_it_is_on_the_page_as_shown(tmp_path: Path, quarters: int) -> None:
    upright = found(read_paper(PAPERS / "author-block.pdf", "author-block.pdf"))
    moved = found(turned(tmp_path, "author-block.pdf", rotated(90 * quarters)))
    pairs = [(one.where, other.where) for one, other in zip(upright, moved, strict=True)]
    places = [(one.bbox, other.bbox) for one, other in pairs if one.page == 1]
    assert places
    for box, other in places:
        assert box is not None
        assert other == pytest.approx(turned_box(Box(*box), quarters, 612.0, 792.0), abs=0.2)


def test_links_and_notes_are_where_their_words_are(tmp_path: Path) -> None:
    for name in ("links-own.pdf", "annotation-author.pdf"):
        upright = read_paper(PAPERS / name, name)
        paper = turned(tmp_path, name, rotated(270), slice(None))
        for page, other in zip(upright.pages, paper.pages, strict=True):
            assert [link.target for link in page.links] == [link.target for link in other.links]
            for link, moved in zip(page.links, other.links, strict=True):
                assert moved.box == pytest.approx(link.box, abs=0.2)
        for note, moved_note in zip(upright.annotations, paper.annotations, strict=True):
            assert moved_note.box == pytest.approx(note.box, abs=0.3)


def test_a_page_set_sideways_further_on_stays_as_it_is(tmp_path: Path) -> None:
    paper = turned(tmp_path, "compliant.pdf", rotated(90), slice(3, 4))
    assert [page.turned for page in paper.pages] == [0] * len(paper.pages)
    assert {line.region for line in paper.pages[3].lines} == {Region.ROTATED, Region.RUNNING_HEAD}
    assert [line.text for line in paper.pages[3].lines if line.region is Region.RUNNING_HEAD] == [
        "4 Anonymized Author et al."
    ]


def test_hidden_text_of_a_turned_page_is_hidden_still(tmp_path: Path) -> None:
    name = "hidden-covered-rect.pdf"
    upright, paper = read_paper(PAPERS / name, name), turned(tmp_path, name, rotated(90), slice(None))
    assert [[hidden.text for hidden in page.hidden] for page in paper.pages] == [
        [hidden.text for hidden in page.hidden] for page in upright.pages
    ]
    assert any(page.hidden for page in paper.pages)


def test_pictures_of_a_turned_page_are_taken_as_it_is_read(tmp_path: Path) -> None:
    name = "compliant.pdf"
    papers = {tmp_path / name: turned(tmp_path, name, rotated(90), slice(None))}
    papers[PAPERS / name] = read_paper(PAPERS / name, name)
    kept = []
    for path, paper in papers.items():
        with closing(open_document(path)) as document:
            pictures = chosen_pictures(document, paper, BurnedInLimits())
            kept.append([(one.page, one.pixels.shape, one.box) for one in pictures])
    assert kept[0]
    for moved, upright in zip(*kept, strict=True):
        assert moved[:2] == upright[:2]
        assert moved[2] == pytest.approx(upright[2], abs=0.2)
