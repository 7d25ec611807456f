"""Where reference lists start and end, to the line, in the shapes and traps of real papers."""

from __future__ import annotations

import time

import msgspec
import pytest

from faimi_check.model.page import Box, Drawing, Page, PageKind, Region, TextRun
from faimi_check.model.parts import Parts
from faimi_check.reading.page.layout.layout import arrange
from faimi_check.reading.parts.entries import Labels, label_of, looks_like_entry, opens_like_entry, style_of
from faimi_check.reading.parts.sections import divide

from ..typeset import BOLD, FONTS, WORDS, Sheet

ENTRIES = (
    (
        "Osgarde, A., Vintersol, B.: Order and urgency in radiological worklists.",
        "J. Imaging Logist. 11(2), 87–103 (2019)",
    ),
    (
        "Brennholt, K.: What accuracy leaves out. Med. Decis. Algorithms 4(1), 1–19 (2020).",
        "https://doi.org/10.5555/fx.002",
    ),
    (
        "Castellmar, R., Duvigne, P.: Error rates of classifiers by age and sex. In:",
        "Workshop on Equity, pp. 12–23 (2021)",
    ),
    ("Eskerod, N.: Protected attributes in clinical software: a legal survey.", "Health Law 15(4), 301–329 (2022)"),
)


def heading(sheet: Sheet, text: str = "References", size: float = 12.0) -> None:
    sheet.y += 12
    sheet.line(text, size, step=22, font=BOLD)


def numbered(
    sheet: Sheet,
    label: str = "{}.",
    *,
    first: int = 1,
    entries: tuple[tuple[str, str], ...] = ENTRIES,
    size: float = 9.0,
) -> None:
    for number, (start, end) in enumerate(entries, first):
        sheet.put(label.format(number), sheet.left + 4, sheet.y, size, width=11)
        sheet.put(start, sheet.left + 17, sheet.y, size, width=325)
        sheet.y += 11
        sheet.line(end, size, step=11, indent=17)


def hanging(sheet: Sheet) -> None:
    for start, end in ENTRIES:
        sheet.line(start, 9.0, step=11)
        sheet.line(end, 9.0, step=11, indent=15)


def parts(*sheets: Sheet) -> Parts:
    return divided(*sheets)[1]


def divided(*sheets: Sheet) -> tuple[tuple[Page, ...], Parts]:
    return divide(arrange(tuple(sheet.page() for sheet in sheets), FONTS), FONTS)


def content(number: int = 1, lines: int = 30) -> Sheet:
    sheet = Sheet(number)
    sheet.prose(lines)
    return sheet


def pages_of(found: Parts) -> tuple[int | None, int | None, int | None]:
    return found.last_content, found.references_start, found.references_end


@pytest.mark.parametrize(
    "title",
    [
        "References",
        "REFERENCES",
        "7 References",
        "7. REFERENCES",
        "Bibliography",
        "Literatur",
        "Références",
        "References:",
        "Irodalomjegyzék",
        "Literatura",
        "Referências Bibliográficas",
        "Список литературы",
        "参考文献",
    ],
)
def test_headings(title: str) -> None:
    sheet = content()
    heading(sheet, title)
    numbered(sheet)
    (listed,) = parts(sheet).references
    assert len(listed.entries) == 4
    assert listed.heading is not None


@pytest.mark.parametrize("label", ["{}.", "[{}]", "({})", "{}"])
def test_labels(label: str) -> None:
    sheet = content()
    heading(sheet)
    numbered(sheet, label)
    sheet.y += 12
    sheet.prose(6)
    (listed,) = parts(sheet).references
    assert [entry.label for entry in listed.entries] == ["1", "2", "3", "4"]
    assert listed.entries[-1].text.endswith("301–329 (2022)")


def test_author_and_year_in_hanging_paragraphs() -> None:
    sheet = content()
    heading(sheet)
    hanging(sheet)
    (listed,) = parts(sheet).references
    assert [entry.text.split(",")[0] for entry in listed.entries] == ["Osgarde", "Brennholt", "Castellmar", "Eskerod"]


def test_the_list_ends_before_an_appendix_in_its_own_size() -> None:
    sheet = content()
    heading(sheet, size=10.0)
    numbered(sheet, size=10.0)
    sheet.y += 10
    sheet.line("A Further Results", 10.0, step=18, font=BOLD)
    sheet.prose(5)
    found = parts(sheet)
    assert found.references[0].entries[-1].text.endswith("(2022)")


def test_a_single_spilled_line_belongs_to_the_list() -> None:
    last = content()
    heading(last)
    numbered(
        last,
        entries=(*ENTRIES[:3], ("Eskerod, N.: Protected attributes in clinical software: a legal sur-", "vey. Health")),
    )
    spill = Sheet(2)
    spill.line("Law 15(4), 301–329 (2022)", 9.0, indent=17)
    pages, found = divided(last, spill)
    assert pages_of(found) == (1, 1, 2)
    assert [page.kind.value for page in pages] == ["mixed", "references"]


def test_a_caption_and_its_figure_on_a_page_after_the_list_are_content() -> None:
    first = content()
    heading(first)
    numbered(first)
    late = Sheet(2)
    late.put("curves.png", 250, 300, 9.0)
    late.line("Fig. 4. What was left over from the page before, on a page of its own", 9.0)
    assert pages_of(parts(first, late)) == (2, 1, 1)


def test_text_of_an_unframed_float_amid_the_list_is_content_and_the_list_goes_on() -> None:
    first = content()
    heading(first)
    numbered(first)
    second = Sheet(2)
    for at in range(5):
        second.put(f"{60 - 10 * at}", 140, 130 + 20 * at, 4.5)
    second.y = 260
    numbered(second, first=5)
    pages, found = divided(first, second)
    assert len(found.references[0].entries) == 8
    assert pages[1].kind.value == "mixed"


def test_a_head_that_nothing_gives_away_does_not_end_the_list_in_the_next_column() -> None:
    sheet = Sheet(2, left=50.0)
    sheet.prose(24, width=240)
    heading(sheet)
    for number in range(1, 12):
        sheet.line(
            f"[{number}] Osgarde, A., Vintersol, B.: Order in lists. Imaging 2({number}), 8–13 (2019)", 8, width=240
        )
        if number == 5:
            sheet.put("Anna Osgarde", 500, 99, 9.0)
            sheet.left, sheet.y = 320.0, 125.8
    sheet.y += 30
    sheet.line("A Appendix", 12.0, step=22, font=BOLD)
    sheet.prose(20, width=240)
    (listed,) = parts(content(), sheet).references
    assert len(listed.entries) == 11


def test_a_first_row_that_loose_setting_cuts_in_two_leaves_the_list_whole() -> None:
    sheet = content()
    heading(sheet)
    numbered(sheet, "[{}]", entries=ENTRIES[:2])
    spill = Sheet(2)
    numbered(spill, "[{}]", first=3, entries=ENTRIES[2:])
    spill.put("[5] Radiolog contributors,", spill.left + 4, spill.y, 9.0, width=110)
    spill.put("“Radiolog source", spill.left + 134, spill.y, 9.0, width=80)
    spill.put("repository,”", spill.left + 238, spill.y, 9.0, width=60)
    spill.y += 11
    spill.line("https://example.org/radiolog. A tool to log who was seen", 9.0, step=11, indent=17)
    spill.line("when, and by whom, 2023.", 9.0, step=11, indent=17)
    numbered(spill, "[{}]", first=6)
    pages, found = divided(sheet, spill)
    assert any(line.text == "repository,”" for line in pages[1].lines), "the row was not cut"
    assert pages_of(found) == (1, 1, 2)
    entries = found.references[0].entries
    assert [entry.label for entry in entries] == [str(number) for number in range(1, 10)]
    assert "repository,” https://example.org/radiolog. A tool" in entries[4].text
    assert entries[4].text.endswith("by whom, 2023.")
    assert {line.region for line in pages[1].lines} == {Region.BODY}


def test_text_after_a_cut_row_that_stands_outside_the_list_ends_it() -> None:
    sheet = content()
    heading(sheet)
    numbered(sheet, "[{}]", entries=ENTRIES[:3])
    sheet.put("[4] Radiolog contributors,", sheet.left + 4, sheet.y, 9.0, width=110)
    sheet.put("2023.", sheet.left + 134, sheet.y, 9.0, width=30)
    spill = Sheet(2)
    spill.prose(8)
    assert pages_of(parts(sheet, spill)) == (2, 1, 1)


def test_two_lists_the_paper_first() -> None:
    sheet = content(lines=12)
    heading(sheet)
    numbered(sheet)
    heading(sheet, "A Further Material")
    sheet.prose(4)
    appendix = Sheet(2)
    heading(appendix, "Additional References")
    numbered(appendix, entries=ENTRIES[:2])
    found = parts(sheet, appendix)
    assert [len(listed.entries) for listed in found.references] == [4, 2]
    assert (found.references_start, found.references_end) == (1, 1)


def test_a_prose_section_called_references_is_no_list() -> None:
    sheet = Sheet()
    sheet.line("3 References", 12.0, step=22, font=BOLD)
    sheet.prose(20)
    assert parts(sheet).references == ()


def test_a_list_without_heading() -> None:
    body, listed = content(), Sheet(2)
    numbered(listed, "[{}]")
    found = parts(body, listed)
    assert found.references[0].heading is None
    assert pages_of(found) == (1, 2, 2)


def test_a_list_whose_heading_no_table_knows() -> None:
    second = Sheet(2)
    second.prose(6)
    second.y += 12
    heading(second, "Zerrenda")
    numbered(second)
    (listed,) = parts(content(), second).references
    assert listed.heading is not None


def test_full_names_without_labels() -> None:
    sheet = content()
    heading(sheet)
    for year in range(2014, 2022):
        sheet.line(f"Anna Osgarde, Bo Vintersol, and Eva Maria Brennholt. A long wait for a {year} list.", 9.0, step=11)
        sheet.line(f"Journal of Waiting, 4(2):31–47, {year}.", 9.0, step=11, indent=12)
    (listed,) = parts(sheet).references
    assert len(listed.entries) == 8


def test_numbered_steps_are_no_list_of_references() -> None:
    body, steps = content(), Sheet(2)
    for number in range(1, 7):
        steps.line(f"{number}. Sort the list again by the corrected rank and note who waits", width=345)
    assert parts(body, steps).references == ()


def test_a_footnote_below_the_list_ends_it_and_does_not_make_the_page_content() -> None:
    first, last = content(lines=44), Sheet(2)
    heading(last)
    numbered(last)
    last.drawings.append(Drawing(Box(134.8, 640, 191.5, 640.4), None, 0x000000FF))
    last.put("1", 134.8, 648, 6.0)
    last.put("To appear in the proceedings.", 140, 651, 9.0)
    found = parts(first, last)
    assert pages_of(found) == (1, 2, 2)
    assert found.references[0].entries[-1].text.endswith("(2022)")


def test_no_text_at_all() -> None:
    assert pages_of(parts(Sheet())) == (None, None, None)


def test_hostile_lists_take_no_quadratic_time() -> None:
    sheet = Sheet(2)
    for _ in range(3000):
        sheet.line("[1] Osgarde, A.: References (2019)", step=0.2)
    start = time.process_time()
    parts(content(), sheet)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "is_entry"),
    [
        ("Osgarde, A., Vintersol, B.: Order and urgency. J. Imaging 11(2), 87–103 (2019)", True),
        ("A. Osgarde and B. Vintersol, “Order and urgency,” IEEE Trans. Med. Imaging, vol. 3, 2019.", True),
        ("Osgarde, A. (2019). Order and urgency. Journal of Waiting.", True),
        ("Training took 12 hours on one card with batches of 16.", False),
        ("We compare the order of the list with the order of arrival.", False),
    ],
)
def test_what_reads_like_an_entry(text: str, is_entry: bool) -> None:
    assert looks_like_entry(text) is is_entry


def test_names_at_the_start() -> None:
    assert opens_like_entry("Osgarde, A., Vintersol, B.")
    assert opens_like_entry("B. Vintersol and A. Osgarde")
    assert not opens_like_entry("order of the list")


def test_labels_of_each_style() -> None:
    assert label_of("[12] Osgarde", Labels.BRACKETS) == "12"
    assert label_of("12. Osgarde", Labels.DOTS) == "12"
    assert label_of("[Osg19] Osgarde", Labels.ALPHABETIC) == "Osg19"
    assert label_of("OV19. Osgarde", Labels.LETTERED) == "OV19"
    assert label_of("OVB+ 20a.", Labels.LETTERED) == "OVB+20a"
    assert label_of("vdO19. Osgarde", Labels.LETTERED) == "vdO19"
    assert label_of("Osg.", Labels.LETTERED) == "Osg"
    assert label_of("Osgarde. Order", Labels.LETTERED) is None
    assert label_of("Osgarde", Labels.NONE) is None
    assert style_of([]) is Labels.NONE


def lettered(sheet: Sheet, labels: tuple[str, ...], *, upto: int | None = None, first: int = 0) -> None:
    """Entries whose labels stand in a cell of their own, as alpha.bst makes them with llncs.cls."""
    for label, (start, end) in list(zip(labels, ENTRIES, strict=True))[first:upto]:
        sheet.put(label, sheet.left, sheet.y, 9.0, width=30)
        sheet.put(start, sheet.left + 48, sheet.y, 9.0, width=297)
        sheet.y += 11
        sheet.line(end, 9.0, step=11, indent=48, width=200)


def test_labels_of_letters_go_on_over_a_page_and_leave_nothing_there_but_references() -> None:
    labels = ("OV19.", "BRE+ 20.", "CD21.", "Esk.")
    first, second = Sheet(), Sheet(2)
    first.prose(20)
    heading(first)
    lettered(first, labels, upto=2)
    lettered(second, labels, first=2)
    pages, parts = divided(first, second)
    (found,) = parts.references
    assert [entry.label for entry in found.entries] == ["OV19", "BRE+20", "CD21", "Esk"]
    assert pages[1].kind is PageKind.REFERENCES


def addressed(sheet: Sheet, address: str, *, size: float, indent: float = 17.0, first: int = 1) -> None:
    """Numbered entries, each with an address in another size on a line of its own."""
    for number, (start, end) in enumerate(ENTRIES, first):
        sheet.put(f"{number}.", sheet.left + 4, sheet.y, 9.0, width=11)
        sheet.put(start, sheet.left + 17, sheet.y, 9.0, width=325)
        sheet.y += 11
        sheet.line(end, 9.0, step=11, indent=17)
        sheet.line(address.format(number), size, step=11, indent=indent)


@pytest.mark.parametrize(
    ("address", "size", "indent"),
    [
        ("https://archive.example.org/worklists/{}", 7.0, 17.0),
        ("doi:10.5555/fx.{}", 5.0, 17.0),
        ("URL: https://archive.example.org/{}, last read in May", 7.0, 17.0),
        ("//archive.example.org/equity/{}", 10.0, 20.0),
    ],
)
def test_an_address_in_another_size_is_part_of_its_entry(address: str, size: float, indent: float) -> None:
    first, last = content(1), Sheet(2)
    heading(last)
    addressed(last, address, size=size, indent=indent)
    pages, found = divided(first, last)
    assert pages_of(found) == (1, 2, 2)
    (listed,) = found.references
    assert [address.format(number) in entry.text for number, entry in enumerate(listed.entries, 1)] == [True] * 4
    assert all(line.region is not Region.FIGURE_TEXT for line in pages[1].lines)


def test_an_entry_that_is_small_to_its_end() -> None:
    first, last = content(1), Sheet(2)
    heading(last)
    numbered(last)
    last.line("Technical notes of the registry office, kept in its cellar", 7.0, step=11, indent=17)
    assert pages_of(parts(first, last)) == (1, 2, 2)


def test_small_text_below_a_list_that_stands_elsewhere_is_content() -> None:
    first, last = content(1), Sheet(2)
    heading(last)
    numbered(last)
    last.line("Labels of an axis that nobody has drawn so far", 7.0, step=11, indent=120)
    assert pages_of(parts(first, last)) == (2, 2, 2)


def test_author_and_year_with_small_addresses() -> None:
    first, last = content(1), Sheet(2)
    heading(last)
    for start, end in ENTRIES:
        last.line(start, 9.0, step=11)
        last.line(end, 9.0, step=11, indent=15)
        last.line("https://archive.example.org/worklists/order", 7.0, step=11, indent=15)
    assert pages_of(parts(first, last)) == (1, 2, 2)


def test_underlined_addresses_make_neither_table_nor_footnotes() -> None:
    first, last = content(1), Sheet(2)
    heading(last)
    addressed(last, "archive.example.org/worklists/{}", size=9.0)
    for line in (2, 5, 8, 11):
        y = 159.8 + 11 * line + 2.0
        last.drawings.append(Drawing(Box(151.8, y, 290.0, y + 0.4), 0x000000FF, None))
    pages, found = divided(first, last)
    assert (pages_of(found), pages[1].figures) == ((1, 2, 2), ())


def test_a_highlighted_address_is_no_figure() -> None:
    first, last = content(1), Sheet(2)
    heading(last)
    addressed(last, "archive.example.org/worklists/{}", size=9.0)
    last.drawings.append(Drawing(Box(149.0, 172.0, 295.0, 186.0), 0xFFFF00FF, None))
    pages, found = divided(first, last)
    assert (pages_of(found), pages[1].figures) == ((1, 2, 2), ())


def test_a_list_in_two_columns_without_heading_below_the_text() -> None:
    first, last = Sheet(1), Sheet(2)
    for sheet, lines in ((first, 40), (last, 14)):
        for x in (54.0, 317.0):
            for number in range(lines):
                sheet.put((WORDS * 2)[3 * number : 3 * number + 52], x, 80 + 12.0 * number, width=245)
    last.left = 54.0
    for at in range(12):
        x, y = (54.0, 290.0 + 24 * at) if at < 6 else (317.0, 290.0 + 24 * (at - 6))
        last.put(f"[{at + 1}]", x, y, 9.0, width=15)
        last.put("A. Osgarde, B. Vintersol, and K. Brennholt, Logistics of", x + 18, y, 9.0, width=226)
        last.put(f"Imaging 5, {180 + at} (20{10 + at}).", x + 18, y + 11, 9.0, width=90)
    found = parts(first, last)
    assert pages_of(found) == (2, 2, 2)
    assert [entry.label for entry in found.references[0].entries] == [str(number) for number in range(1, 13)]


@pytest.mark.parametrize("title", ["Data References", "References for the Appendix", "B Annotated Bibliography"])
def test_a_second_list_with_a_title_of_its_own(title: str) -> None:
    first, last = content(1), Sheet(2)
    heading(last)
    numbered(last)
    heading(last, title)
    numbered(last)
    found = parts(first, last)
    assert (pages_of(found), len(found.references)) == ((1, 2, 2), 2)


def test_a_section_about_references_is_none() -> None:
    first, last = content(1), Sheet(2)
    heading(last)
    numbered(last)
    heading(last, "Choice of References")
    last.prose(8)
    assert pages_of(parts(first, last)) == (2, 2, 2)


def test_a_list_in_parts_under_headings_of_their_own() -> None:
    first, last = content(1), Sheet(2)
    heading(last)
    heading(last, "Books", 10.0)
    numbered(last)
    heading(last, "Articles", 10.0)
    numbered(last, first=5)
    found = parts(first, last)
    assert (pages_of(found), len(found.references)) == ((1, 2, 2), 1)
    assert [entry.label for entry in found.references[0].entries] == [str(number) for number in range(1, 9)]


def test_a_numbered_list_of_other_things_after_the_references_is_content() -> None:
    first, last = content(1), Sheet(2)
    heading(last)
    numbered(last)
    heading(last, "Rules for Readers", 10.0)
    numbered(last, first=5, entries=(("Look at the order of the list", "before the first scan"),) * 3)
    assert pages_of(parts(first, last)) == (2, 2, 2)


def test_an_entry_may_have_an_appendix() -> None:
    first, last = content(1), Sheet(2)
    heading(last)
    for number, (start, end) in enumerate(ENTRIES, 1):
        last.put(f"{number}.", last.left + 4, last.y, 9.0, width=11)
        last.put(start, last.left + 17, last.y, 9.0, width=325)
        last.y += 11
        last.line(end, 9.0, step=11, indent=17)
        last.line(f"Appendix {number} of the report", 9.0, step=11, indent=17)
    assert (pages_of(parts(first, last)), len(parts(first, last).references[0].entries)) == ((1, 2, 2), 4)


def test_sideways_text_in_the_margin_of_a_reference_page_is_no_table() -> None:
    first, last = content(1), Sheet(2)
    heading(last)
    numbered(last)
    stamp = "Review copy for the programme committee, please do not circulate any further"
    pages = [sheet.page() for sheet in (first, last)]
    sideways = TextRun(stamp, Box(40, 200, 52, 520), 40, 520, 9.0, 0, angle=90.0, order=99)
    stamped = msgspec.structs.replace(pages[1], runs=(*pages[1].runs, sideways))
    assert pages_of(divide(arrange((pages[0], stamped), FONTS), FONTS)[1]) == (1, 2, 2)
    table = msgspec.structs.replace(sideways, box=Box(200, 400, 212, 720))
    inside = msgspec.structs.replace(pages[1], runs=(*pages[1].runs, table))
    assert pages_of(divide(arrange((pages[0], inside), FONTS), FONTS)[1]) == (2, 2, 2)


def test_the_first_entry_may_have_a_supplement() -> None:
    first, last = content(1), Sheet(2)
    heading(last)
    last.line("1. Anonymous: Title withheld for review. Under review; attached as", 9.0, step=11)
    last.line("supplementary material (2026)", 9.0, step=11, indent=13)
    numbered(last, first=2)
    found = parts(first, last)
    assert (pages_of(found), [entry.label for entry in found.references[0].entries]) == ((1, 2, 2), list("12345"))
