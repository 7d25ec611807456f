"""LEN001 and LEN002 on real papers: the figure, the place, and what would mend it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import pytest

from faimi_check.model.finding import Confidence, Hit, Undecided
from faimi_check.model.page import Box, Line, Page, PageKind, Region
from faimi_check.model.paper import Layout, Paper
from faimi_check.model.parts import Heading, LineRef, Parts, ReferenceEntry, ReferenceList
from faimi_check.model.submission import Submission
from faimi_check.reading.surface import read_pages
from faimi_check.rules.document.length.listed_prose import prose_in_references
from faimi_check.rules.document.length.page_content import content_after, reference_pages_worth
from faimi_check.rules.document.length.page_limit import PageLimit, page_limit
from faimi_check.rules.document.length.reference_pages import ReferencePages, reference_pages

from ... import pages

PAPERS = Path(__file__).resolve().parents[4] / "fixtures" / "papers"


@cache
def paper(name: str) -> Paper:
    return read_pages(PAPERS / f"{name}.pdf", f"{name}.pdf")


def length(found: Paper, limit: PageLimit | None = None) -> list:
    return list(page_limit(Submission(id="x", paper=found), limit or PageLimit(content_pages=8, total_pages=10)))


def extra(found: Paper) -> list[Hit]:
    return list(reference_pages(Submission(id="x", paper=found), ReferencePages(reference_pages=2, total_pages=10)))


@pytest.mark.parametrize(
    "name", ["compliant", "compliant-midpage", "compliant-lineno", "compliant-a4", "references-spill"]
)
def test_within_the_limit(name: str) -> None:
    assert length(paper(name)) == []
    assert extra(paper(name)) == []


def test_text_that_spills_over() -> None:
    (hit,) = length(paper("content-on-9"))
    assert (hit.code, hit.confidence, hit.where.page) == ("content-over", Confidence.CERTAIN, 9)
    assert "page 9: 7 lines of text" in hit.message
    assert "7 lines too long" in hit.fix
    assert hit.evidence.startswith("reveals gaps which error rates hide")


@pytest.mark.parametrize(
    ("limit", "said"),
    [(8, "7 lines"), (7, "about 1 page"), (6, "about 2 pages"), (5, "about 3 pages"), (3, "about 5 pages")],
)
def test_what_is_more_than_a_page_too_long_is_told_in_pages(limit: int, said: str) -> None:
    hits = length(paper("content-on-9"), PageLimit(content_pages=limit))
    (hit,) = (hit for hit in hits if hit.code == "content-over")
    assert f"The content is {said} too long" in hit.fix


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("acknowledgements-on-9", "Leaving out the acknowledgements, as anonymous papers do, is enough."),
        ("content-on-9", "so that only references stand after it."),
    ],
)
def test_acknowledgements_alone_beyond_the_limit_need_no_shortening(name: str, told: str) -> None:
    (hit,) = length(paper(name))
    assert hit.fix.endswith(told)


def test_acknowledgements_that_count_nowhere_are_no_help() -> None:
    assert length(paper("acknowledgements-on-9"), PageLimit(content_pages=8, uncounted=("acknowledgements",))) == []


def test_acknowledgements_before_the_limit_may_be_what_is_too_long() -> None:
    whole = bare(9, "A last line of what we found.")
    thanks = ("Acknowledgements", "We thank the readers.", "And those who waited.")
    eighth = msgspec.structs.replace(bare(8, *thanks).pages[7])
    headings = (Heading("Acknowledgements", "", LineRef(8, 0)), Heading("Outlook", "", LineRef(9, 0)))
    pages = (*whole.pages[:7], eighth, whole.pages[8])
    (hit,) = length(msgspec.structs.replace(whole, pages=pages, parts=Parts(headings=headings)))
    assert hit.fix.endswith("Leaving out the acknowledgements, as anonymous papers do, may be enough.")


def test_an_appendix_below_the_references() -> None:
    (hit,) = length(paper("appendix-on-reference-page"))
    assert (hit.code, hit.where.page) == ("content-over", 9)
    assert "what follows the references" in hit.fix
    assert "Additional Derivations" in hit.evidence


def test_a_late_figure_alone_on_its_page() -> None:
    (hit,) = length(paper("late-float"))
    assert "page 10: a figure (" in hit.message
    assert "cm" in hit.fix
    assert hit.evidence.startswith("Fig. 4.")


def test_a_footnote_of_paragraphs_below_the_references_is_content() -> None:
    noted = paper("footnote-on-references")
    assert noted.parts.last_content == 5
    (hit,) = length(noted, PageLimit(content_pages=4))
    assert (hit.code, hit.where.page) == ("content-over", 5)
    assert "lines of text" in hit.message
    assert hit.evidence == "and unfair in another, without any change in its weights. We regard this not as a"


def test_turned_text_is_content() -> None:
    turned = paper("turned-text")
    assert turned.parts.last_content == 5
    (hit,) = length(turned, PageLimit(content_pages=4))
    assert "page 5: text set at an angle (" in hit.message
    assert "what follows the references" in hit.fix


@pytest.mark.parametrize("name", ["content-on-9", "late-float", "footnote-on-references", "turned-text", "compliant"])
def test_the_rule_and_the_last_page_of_content_agree(name: str) -> None:
    found = paper(name)
    last = found.parts.last_content
    assert last is not None
    assert length(found, PageLimit(content_pages=last, total_pages=20)) == []
    assert [hit.code for hit in length(found, PageLimit(content_pages=last - 1, total_pages=20))] == ["content-over"]


def test_too_many_pages_of_references() -> None:
    (over,) = length(paper("eleven-pages"))
    assert (over.code, over.where.page) == ("total-over", 11)
    (hit,) = extra(paper("eleven-pages"))
    assert (hit.code, hit.where.page) == ("more-than-allowed", 9)
    assert "3 pages of their own (pages 9 to 11)" in hit.message
    assert (over.where.pages, hit.where.pages) == ((11,), (9, 10, 11))


def test_a_list_that_spills_over_within_ten_pages_is_only_noted() -> None:
    (hit,) = extra(paper("three-reference-pages"))
    assert (hit.code, hit.where.page) == ("spills-over", 8)
    assert length(paper("three-reference-pages")) == []


def listed(*heights: int, columns: int = 1) -> Paper:
    """Ten pages, of which the last ones hold so many lines of references in each column, the first beside content."""
    first = 11 - len(heights)
    sheets = []
    for number in range(1, 11):
        rows = heights[number - first] if number >= first else 0
        lines = [
            Line(
                "[1] A. Osgarde: Order, 2019",
                at(row, column),
                100.0 + 12 * row,
                9.0,
                0,
                False,
                False,
                (),
                column=column,
            )
            for column in range(columns)
            for row in range(rows)
        ]
        kind = PageKind.CONTENT if not rows else PageKind.MIXED if number == first else PageKind.REFERENCES
        sheets.append(Page(number=number, width=612, height=792, lines=tuple(lines), kind=kind))
    start, end = LineRef(first, 0), LineRef(10, len(sheets[-1].lines) - 1)
    found = ReferenceList(None, start, end, (ReferenceEntry("1", "A. Osgarde: Order, 2019", start, end),))
    return Paper(
        file="p.pdf",
        size=1,
        page_count=10,
        pages=tuple(sheets),
        layout=Layout(text_block=(135.0, 90.0, 480.0, 690.0), columns=1),
        parts=Parts(references=(found,), references_start=first, references_end=10, last_content=first),
    )


def at(row: int, column: int) -> Box:
    return Box(135.0 + 180 * column, 91.0 + 12 * row, 310.0 + 180 * column, 102.0 + 12 * row)


def test_references_beside_content_take_no_extra_page() -> None:
    assert extra(listed(45, 50, 50)) == []
    assert [hit.code for hit in extra(listed(10, 50, 50, 4))] == ["spills-over"]
    assert [hit.code for hit in extra(listed(10, 50, 50, 40))] == ["more-than-allowed"]


def test_columns_of_a_list_are_not_added_up() -> None:
    assert reference_pages_worth(listed(0, 50, 50, columns=2)) == pytest.approx(2.0, abs=0.05)
    assert reference_pages_worth(listed(0, 50, 25)) == pytest.approx(1.5, abs=0.05)


def test_the_limits_are_the_venues() -> None:
    assert length(paper("content-on-9"), PageLimit(content_pages=9)) == []
    assert [hit.code for hit in length(paper("compliant"), PageLimit(content_pages=6, total_pages=9))] == [
        "total-over",
        "content-over",
    ]


def bare(pages: int, *last: str, heading: str = "") -> Paper:
    """A paper without a reference list; `last` stands on its last page."""
    sheets = []
    for number in range(1, pages + 1):
        texts = last if number == pages and last else ("We study how long readings wait.",)
        lines = tuple(
            Line(
                text,
                Box(135, 100 + 12 * at, 480, 110 + 12 * at),
                108 + 12.0 * at,
                10.0,
                0,
                False,
                False,
                (),
                Region.BODY,
            )
            for at, text in enumerate(texts)
        )
        sheets.append(Page(number=number, width=612, height=792, lines=lines))
    headings = (Heading(heading, "", LineRef(pages, 0)),) if heading else ()
    return Paper(file="p.pdf", size=1, page_count=pages, pages=tuple(sheets), parts=Parts(headings=headings))


def test_what_may_be_a_list_leaves_the_limit_open() -> None:
    listed = tuple(f"[{number}] Osgarde, A.: Order and urgency, 201{number}" for number in range(1, 6))
    assert isinstance(length(bare(9, *listed))[0], Undecided)
    assert isinstance(length(bare(9, heading="Selected Bibliography"))[0], Undecided)
    assert [hit.code for hit in length(bare(9))] == ["content-over"]
    assert length(bare(8, *listed)) == []
    prose = ("and a reader who waits in a queue that nobody has ordered will wait for longer than the others",) * 40
    assert [hit.code for hit in length(bare(9, *listed, *prose))] == ["content-over"]


def test_many_pages_over_are_summed_up() -> None:
    (total, content) = length(bare(14))
    assert "14 pages, 4 more than the 10" in total.message
    assert "pages 9 to 14" in content.message
    assert (total.where.page, total.where.pages) == (11, (11, 12, 13, 14))
    assert (content.where.page, content.where.pages) == (9, (9, 10, 11, 12, 13, 14))
    assert "and 3 more pages" in content.message


@pytest.mark.parametrize("how", ["scanned", "garbled"])
def test_what_a_page_that_cannot_be_read_holds_is_undecided(how: str) -> None:
    found = bare(9)
    unread = msgspec.structs.replace(found.pages[8], lines=(), **{how: True})
    (told,) = length(msgspec.structs.replace(found, pages=(*found.pages[:8], unread)))
    assert isinstance(told, Undecided)
    assert "page 9" in told.reason


@pytest.mark.parametrize(
    ("rows", "confidence"), [(2, Confidence.LIKELY), (3, Confidence.CERTAIN), (7, Confidence.CERTAIN)]
)
def test_a_line_or_two_over_may_have_been_misread(rows: int, confidence: Confidence) -> None:
    whole = paper("content-on-9")
    page = whole.pages[8]
    over = [line for line in page.lines if line.region is Region.BODY and line.text in _shown_over(whole)]
    taken = set(over[rows:])
    lines = tuple(
        msgspec.structs.replace(line, region=Region.LINE_NUMBER) if line in taken else line for line in page.lines
    )
    pages = (*whole.pages[:8], msgspec.structs.replace(page, lines=lines), *whole.pages[9:])
    (hit,) = length(msgspec.structs.replace(whole, pages=pages))
    assert (hit.code, hit.confidence) == ("content-over", confidence)


def _shown_over(whole: Paper) -> set[str]:
    """What stands on page 9 beside references."""
    (content,) = content_after(whole, 8)
    return {line.text for line in content.text}


def test_a_paragraph_set_as_an_entry_of_the_references() -> None:
    (hit,) = length(paper("prose-in-references"))
    assert (hit.code, hit.where.page) == ("prose-in-references", 9)
    assert "An entry of the references is running text" in hit.message
    assert hit.evidence.startswith("20. Beside the results above")


REMARKS = (
    "Shifts and waits are often told apart by name only. Where a ward has one scanner, they are one. We report both.",
    "Patients took part in the design. Two of them have read the text, and it was made shorter for them.",
    "Noise differs between wards. Where few films are read twice, the agreement is not known. We left these out.",
    "The study was not funded. No change was made after the first look at the data, and none is planned.",
)


@pytest.mark.parametrize(
    ("remarks", "code"),
    [(REMARKS[:1], "prose-in-references"), (REMARKS[:2], "prose-in-references"), (REMARKS, "content-over")],
)
def test_short_paragraphs_set_as_entries(remarks: tuple[str, ...], code: str) -> None:
    (hit,) = prose_in_references(pages.paper(references=(*pages.REFERENCES, *remarks)), 0)
    assert (hit.code, hit.evidence) == (code, " / ".join(remarks))


@pytest.mark.parametrize(
    "entry",
    [
        "Waldorf, I., Ruvo, T.: Attention is what we have not paid. It was there before. In: STIA, pp. 1-9 (2021)",
        "Waldorf, I.: What is fair? And who is it fair for? What we can and cannot say. J. Waits 3, 45-56 (2022)",
        "Halden Institute: The films that were read first. https://halden.example/films. Accessed 3 May 2024",
        "Ruvo, T., et al.: Is the list of the ward what it should be? The case of the films. In: Proceedings of the "
        "Conference on Lists that are Read. LNCS, vol. 1234, pp. 12-20. Springer, Cham (2020)",
        "Waldorf, I.: The wait. PhD thesis, University of Estmark (2019). The thesis is in German",
    ],
)
def test_titles_and_notes_of_works_are_no_paragraphs(entry: str) -> None:
    assert list(prose_in_references(pages.paper(references=(*pages.REFERENCES, entry)), 0)) == []


def test_long_entries_are_entries() -> None:
    assert length(paper("references-prose")) == []
    assert length(paper("compliant"), PageLimit(content_pages=1, total_pages=10))[0].code == "content-over"
