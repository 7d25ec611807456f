"""DOC005 through real papers, and on single lines: what was left behind, and what only speaks of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec import structs
from tests.rules.hidden.altered import Altered

from faimi_check.model.finding import Hit, Severity
from faimi_check.model.page import Box, Drawing, Line, Region
from faimi_check.model.paper import Layout, Paper
from faimi_check.reading.surface import read_pages
from faimi_check.rules.catalogue import rules

from ....reading.typeset import Sheet
from ...lncs.read_sheets import read as read_sheets
from ...pages import codes, hits, paper

PAPERS = Path(__file__).resolve().parents[4] / "fixtures" / "papers"


@cache
def read(name: str) -> Paper:
    return read_pages(PAPERS / f"{name}.pdf", f"{name}.pdf")


def by_code(found: Paper) -> dict[str, Hit]:
    return {hit.code: hit for hit in hits("DOC005", found)}


def test_an_unfinished_paper() -> None:
    found = by_code(read("unfinished"))
    assert list(found) == ["unresolved", "merge-marks", "notes", "filler", "template"]
    assert "at 2 places on page 2" in found["unresolved"].message
    assert "Fig. ??" in found["unresolved"].evidence
    assert "[?,?]" in found["unresolved"].evidence
    assert "HEAD" in found["merge-marks"].evidence
    for note in ("TODO: add the numbers", "XX.X%", "[cite here]", "say whether this holds for the second collection"):
        assert note in found["notes"].evidence
    assert "Nam dui ligula" in found["filler"].evidence
    assert found["template"].where.page == 2
    (rule,) = (one for one in rules() if one.id == "DOC005")
    assert {code for code, severity in rule.codes.items() if severity is Severity.NOTE} == {"field"}


def test_a_paper_without_any_resolved_citation_is_a_draft_as_a_whole() -> None:
    (hit,) = by_code(read("unresolved-throughout")).values()
    assert hit.code == "draft"
    assert "3 of 3 citations" in hit.message
    assert "BibTeX" in hit.fix
    assert hit.where.page == 1


@pytest.mark.parametrize("name", ["compliant-about-notes", "compliant", "compliant-traps", "references-author-year"])
def test_finished_papers(name: str) -> None:
    assert by_code(read(name)) == {}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("The gap is drawn in Figure ?? and in the appendix.", "unresolved"),
        ("as Sections ?? and 4 show, the wait of a group grows", "unresolved"),
        ("Error! Reference source not found. shows the wait of each group", "unresolved"),
        ("¡¡¡¡¡¡¡ HEAD We measure the wait in minutes.", "merge-marks"),
        ("<<<<<<< HEAD We measure the wait in minutes.", "merge-marks"),
        ("FIXME: the order of the groups is wrong here", "notes"),
        ("XXX check the order of the groups", "notes"),
        ("The sensitivity is XX% on the second collection.", "notes"),
        ("[TODO] the second collection", "notes"),
        ("Answer: [TODO] Justification: [TODO]", "notes"),
        ("The order matters [add reference] for a triage.", "notes"),
        ("Dies ist ein Blindtext, an dem man etwas sehen kann.", "filler"),
        ("Type your text here and press a key.", "template"),
        ("Keywords: First keyword · Second keyword · Another keyword.", "field"),
    ],
)
def test_left_behind(line: str, code: str) -> None:
    assert codes("DOC005", paper(line)) == [code]


@pytest.mark.parametrize(
    "line",
    [
        "Is it fair?? We ask whom a delay strikes, and how.",
        "The move Qh5?? is a blunder, and e4?! is dubious.",
        "A reference that is lost prints “Fig. ??” or “[?]” in its place.",
        "The study was approved by XXX under number XXX; code is at XXX.",
        "A karyotype of 47,XXX was left out, and so was vol. XXX.",
        "Notes such as TODO: fix this are common in such code.",
        "We count TODO comments and FIXME tags in the code of others. TODO: add",
        "Its [citation needed] tags are studied by others.",
        "We read to-do lists of a ward. TODO: call the reader.",
        "Git writes <<<<<<< HEAD where two versions differ.",
        "The tick-borne disease (TBD) waits longest, and TBD is rare.",
        "The vestibulum and the ligula were segmented by hand.",
        "a == b ======= c",
    ],
)
def test_only_spoken_of(line: str) -> None:
    assert codes("DOC005", paper(line)) == []


TEMPLATE = (
    "The first paragraph of a section or subsection is not indented.",
    "Only two levels of headings should be numbered.",
    "Table captions should be placed above the tables.",
    "Displayed equations are centered and set on a separate line.",
)


@pytest.mark.parametrize("count", [1, 3])
def test_what_was_left_of_a_template_in_a_paper(count: int) -> None:
    assert codes("DOC005", paper(*TEMPLATE[:count])) == ["template"]


def test_a_template_is_told_once() -> None:
    (hit,) = hits("DOC005", paper(*TEMPLATE, "A model is drawn in Figure ?? on the left.", "TODO: add a table"))
    assert hit.code == "no-paper"
    assert "template" in hit.message


@pytest.mark.parametrize(
    "title", ["Author Guidelines for the Workshop", "Instructions for Preparing Papers", "A LaTeX Template"]
)
def test_instructions_speak_of_what_they_are_about(title: str) -> None:
    (hit,) = hits("DOC005", paper(title, TEMPLATE[2]))
    assert hit.code == "no-paper"


def test_the_last_pages_of_a_template_behind_a_paper_were_overlooked() -> None:
    whole, rest = paper("We ask whom a delay strikes."), paper(*TEMPLATE)
    pages = [structs.replace(whole.pages[0], number=number) for number in range(1, 9)]
    last = structs.replace(rest.pages[0], number=9)
    assert codes("DOC005", structs.replace(whole, pages=(*pages, last), page_count=9)) == ["template"]


def test_marks_of_version_control_are_told_also_in_a_draft() -> None:
    assert codes("DOC005", paper(*TEMPLATE, "<<<<<<< anna We measure the wait.")) == ["no-paper", "merge-marks"]


def test_a_label_in_a_figure_asks_nothing() -> None:
    asked = paper(captions=("Fig. 1. What a reader knows.",))
    page = asked.pages[0]
    label = Line("Fig. ??", Box(200, 500, 230, 510), 508, 8.0, 0, False, False, (), Region.FIGURE_TEXT)
    assert codes("DOC005", structs.replace(asked, pages=(structs.replace(page, lines=(*page.lines, label)),))) == []


@pytest.mark.parametrize(
    ("box", "fill", "noted"),
    [
        (Box(490, 300, 590, 330), 0xFF8000FF, True),
        (Box(490, 300, 590, 330), 0xAAFFAAFF, True),
        (Box(135, 300, 480, 330), 0xFF8000FF, True),
        (Box(135, 300, 480, 330), 0xAAFFAAFF, False),
        (Box(490, 300, 590, 330), 0xEEEEEEFF, False),
        (Box(490, 300, 590, 330), None, False),
    ],
)
def test_boxes_of_notes(box: Box, fill: int | None, noted: bool) -> None:
    noted_paper = structs.replace(paper(), layout=Layout(text_block=(134.8, 115.8, 480.6, 662.9)))
    page = noted_paper.pages[0]
    inside = Box(box.x0 + 3, 305, box.x0 + 60, 315)
    words = Line("ask the second hospital", inside, 313, 10.0, 0, False, False, (), Region.FIGURE_TEXT)
    drawn = structs.replace(page, lines=(*page.lines, words), drawings=(Drawing(box, fill, 0x000000FF),))
    found = hits("DOC005", structs.replace(noted_paper, pages=(drawn,)))
    assert [(hit.code, hit.evidence) for hit in found] == ([("notes", "ask the second hospital")] if noted else [])


@pytest.mark.parametrize(
    ("balloon", "left", "told"),
    [
        ("Deleted: in all wards", 490, ["tracked"]),
        ("Formatted: Font: Italic", 490, ["tracked"]),
        ("Moved down [1]: Gaps are", 490, ["tracked"]),
        ("Inserted by Tilda Norrgren", 490, ["tracked"]),
        ("Gel\\366scht: der Warteliste", 490, ["tracked"]),
        ("Deleted wards are left out", 490, []),
        ("Deleted: in all wards", 300, []),
    ],
)
def test_balloons_of_tracked_changes_beside_the_text(balloon: str, left: int, told: list[str], tmp_path: Path) -> None:
    altered = Altered()
    altered.draw(2, f"BT /Hv 7 Tf {left} 400 Td ({balloon}) Tj ET")
    assert [hit.code for hit in altered.hits("DOC005", tmp_path)] == told


def of_pages(*starts: int) -> Paper:
    """Pages of numbered lines below a table whose lines stand on each of them."""
    table = [f"Group {group} waited longer in the first round than in the other" for group in "ABC"]
    sheets = []
    for number, start in enumerate(starts, 1):
        sheet = Sheet(number)
        for text in [
            *table,
            *(f"In reading {line} nobody looked at the order of the list again" for line in range(start, start + 20)),
        ]:
            sheet.line(text, width=345)
        sheets.append(sheet)
    return read_sheets(*sheets)


def test_a_page_that_stands_there_twice() -> None:
    assert by_code(of_pages(100, 200, 300)) == {}
    # A listing may go on with some of the lines before.
    assert by_code(of_pages(100, 200, 210)) == {}
    (hit,) = by_code(of_pages(100, 200, 202, 300)).values()
    assert (hit.code, hit.where.page) == ("repeated", 3)
    assert hit.message == "The text of an earlier page is printed once more on page 3."
