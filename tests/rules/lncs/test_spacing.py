"""LNCS006 on figures that a word processor sets in frames, which keep no space below their last line."""

from __future__ import annotations

import pytest

from faimi_check.model.page import Box, Drawing, Image
from faimi_check.model.paper import Paper

from ...reading.typeset import BOLD, Sheet
from .read_sheets import hits, read

_CAPTION = "Fig. 1. Waiting time of both groups in each of the four wards."


def with_figure(*, above: float, below: float, framed: bool, at_top: bool = False, background: bool = False) -> Paper:
    """A paper whose second page has a figure: points of white between the text and the picture, and from the caption's
    baseline to that of the text; LibreOffice draws frames when the text of their page is there."""
    first = front()
    first.line("1 Introduction", 12.0, font=BOLD, step=24.0)
    first.prose(34)
    sheet = Sheet(2)
    if not at_top:
        sheet.prose(12)
    ends = sheet.y - 12.0 + 2.0
    picture = Box(180.0, ends + above, 420.0, ends + above + 120.0)
    if background:
        sheet.drawings.append(Drawing(Box(0.0, 0.0, 612.0, 792.0), 0xFFFFFFFF, None))
    sheet.images.append(Image(picture, (800, 400)))
    baseline = picture.bottom + 12.0
    if not framed:
        sheet.put(_CAPTION, 170.0, baseline, 9.0)
    sheet.y = baseline + below
    sheet.prose(18)
    if framed:
        sheet.put(_CAPTION, 170.0, baseline, 9.0)
    third = Sheet(3)
    third.prose(40)
    return read(first, sheet, third)


@pytest.mark.parametrize(
    ("above", "below", "framed", "codes"),
    [
        # Styles as the templates have them: the frame loses what its caption has below.
        (10.0, 11.3, True, []),
        (13.0, 11.8, True, []),
        # The figure in line, with all its space and with that below the caption taken out.
        (10.0, 23.8, False, []),
        (10.0, 11.8, False, ["squeezed"]),
        (10.0, 15.8, False, ["squeezed"]),
        # A frame with nothing above the picture either.
        (0.0, 11.3, True, ["squeezed"]),
        (3.0, 11.3, True, ["squeezed"]),
        # The frame's own distance, as the other wraps of a word processor have it.
        (0.0, 18.4, True, []),
    ],
)
def test_a_frame_is_judged_by_the_room_on_both_its_sides(
    above: float, below: float, framed: bool, codes: list[str]
) -> None:
    found = hits("LNCS006", with_figure(above=above, below=below, framed=framed))
    assert [hit.code for hit in found] == codes
    assert all(f"{below:.1f} pt between caption and text on page 2" in hit.message for hit in found)


def test_the_room_above_a_frame_at_the_top_of_a_page_is_not_seen() -> None:
    assert hits("LNCS006", with_figure(above=0.0, below=11.3, framed=True, at_top=True)) == []
    found = hits("LNCS006", with_figure(above=0.0, below=11.3, framed=False, at_top=True))
    assert [hit.code for hit in found] == ["squeezed"]


def test_a_shape_behind_the_page_is_no_part_of_the_figure() -> None:
    assert hits("LNCS006", with_figure(above=10.0, below=11.3, framed=True, background=True)) == []


def front() -> Sheet:
    """The first page down to where its text begins."""
    first = Sheet(1)
    first.line("Waiting Times in Four Wards", 14.0, font=BOLD, step=30.0)
    first.line("Anonymous Authors", step=30.0)
    first.line("Abstract. Whose findings wait is asked of four wards.", 9.0, step=11.0)
    first.line("Keywords: Fairness, Wards", 9.0, step=30.0)
    return first


def paragraph(sheet: Sheet, lines: int) -> None:
    """Lines of text of which the last ends a sentence."""
    sheet.prose(lines - 1)
    sheet.line("and nobody looks at the order again.")


def run_in(*headings: str) -> Paper:
    """A paper with these words in bold where paragraphs begin, in type a little smaller than the text."""
    first, second = front(), Sheet(2)
    for heading in headings:
        first.put(heading, first.left, first.y, 9.5, font=BOLD)
        first.put("Whose findings wait is asked of four wards here", first.left + 5 * len(heading) + 8, first.y)
        first.y += 12.0
        paragraph(first, 8)
    second.prose(40)
    return read(first, second)


def test_sections_that_begin_on_the_line_of_their_heading_are_told_once() -> None:
    (hit,) = hits("LNCS006", run_in("1 Introduction", "2 Four Wards", "3 Results"))
    assert (hit.code, hit.evidence) == ("squeezed", "1 Introduction / 2 Four Wards / 3 Results")


@pytest.mark.parametrize("headings", [("1 Introduction", "2 Four Wards"), ("1. Ask", "2. Wait", "3. Look", "4. Tell")])
def test_a_list_in_bold_is_no_row_of_sections(headings: tuple[str, ...]) -> None:
    assert hits("LNCS006", run_in(*headings)) == []


def test_small_headings_are_seen_and_measured() -> None:
    first, sheet = front(), Sheet(2)
    first.prose(34)
    paragraph(sheet, 12)
    sheet.line("4 Who Waits", 9.0, font=BOLD, step=12.0)
    sheet.prose(20)
    (hit,) = hits("LNCS006", read(first, sheet))
    assert hit.code == "squeezed"
    assert "4 Who Waits" in hit.message
