"""Title, author block, abstract, keywords, headings, on real files and on pages made for a trap."""

from __future__ import annotations

from pathlib import Path

import pytest

from faimi_check.model.paper import LineRef, Paper
from faimi_check.reading.layout import arrange
from faimi_check.reading.pdf import read_pages
from faimi_check.reading.sections import divide
from faimi_check.reading.titles import (
    caption_mark,
    is_first_section,
    is_references_title,
    opens_abstract,
    opens_after_references,
    opens_keywords,
)

from .typeset import BOLD, FONTS, Sheet

PAPERS = Path(__file__).resolve().parents[2] / "fixtures" / "papers"


def text(paper: Paper, refs: tuple[LineRef, ...]) -> str:
    return " ".join(paper.pages[ref.page - 1].lines[ref.line].text for ref in refs)


def test_an_anonymous_paper() -> None:
    paper = read_pages(PAPERS / "compliant-midpage.pdf", "p.pdf")
    parts = paper.parts
    assert text(paper, parts.title).startswith("Who Waits Longer?")
    assert text(paper, parts.author_block) == "Anonymized Authors Anonymized Affiliations email@anonymized.com"
    assert text(paper, parts.abstract).startswith("Abstract.")
    assert text(paper, parts.keywords).startswith("Keywords: Fairness · Triage")
    assert [(one.number, one.text) for one in parts.headings if one.number == "1"] == [("1", "Introduction")]


@pytest.mark.parametrize(
    ("name", "missing"),
    [("no-abstract", "abstract"), ("no-keywords", "keywords"), ("no-author-section", "author_block")],
)
def test_parts_that_were_taken_out(name: str, missing: str) -> None:
    parts = read_pages(PAPERS / f"{name}.pdf", "p.pdf").parts
    assert getattr(parts, missing) == ()
    assert parts.title


def test_a_second_author_block_in_the_other_column() -> None:
    sheet = Sheet(left=54.0)
    sheet.put("Waiting Lists with Social Influence", 150, 90, 14.0, font=BOLD, width=300)
    for at, (left, right) in enumerate((("Anna Osgarde", "Bo Vintersol"), ("Vale University", "Hill College"))):
        sheet.put(left, 100, 120 + 12 * at)
        sheet.put(right, 380, 120 + 12 * at)
    sheet.put("ABSTRACT", 140, 160, 10.0, font=BOLD)
    for column in (54.0, 320.0):
        for at in range(40):
            sheet.put(f"a line of the running text, number {at}", column, 175 + 12 * at, width=240)
    pages, parts = divide(arrange((sheet.page(),), FONTS), FONTS)
    block = {pages[0].lines[ref.line].text for ref in parts.author_block}
    assert block == {"Anna Osgarde", "Bo Vintersol", "Vale University", "Hill College"}


def test_a_few_large_words_of_a_picture_are_no_title() -> None:
    sheet = Sheet()
    sheet.line("Who Waits Longer in a Ranked List", 14.0, font=BOLD, step=22)
    sheet.line("Anna Osgarde, Bo Vintersol", 12.0, step=40)
    sheet.line("Wait List", 20.0, font=BOLD, step=40)
    sheet.line("Abstract", 12.0, font=BOLD)
    sheet.prose(20)
    pages, parts = divide(arrange((sheet.page(),), FONTS), FONTS)
    assert [pages[0].lines[ref.line].text for ref in parts.title] == ["Who Waits Longer in a Ranked List"]
    assert "Anna Osgarde, Bo Vintersol" in [pages[0].lines[ref.line].text for ref in parts.author_block]


def test_sentences_without_a_label_are_no_authors() -> None:
    sheet = Sheet()
    sheet.line("Who Waits Longer in a Ranked List", 14.0, font=BOLD, step=30)
    sheet.line("Anna Osgarde and Bo Vintersol", step=14)
    sheet.line("Vale University, 4 Hill Road, Osgard, Vale County", step=30, width=345.0)
    sheet.prose(8)
    sheet.line("1 Introduction", 12.0, font=BOLD, step=24)
    sheet.prose(20)
    pages, parts = divide(arrange((sheet.page(),), FONTS), FONTS)
    block = [pages[0].lines[ref.line].text for ref in parts.author_block]
    assert block == ["Anna Osgarde and Bo Vintersol", "Vale University, 4 Hill Road, Osgard, Vale County"]


def test_a_title_that_begins_with_keyword_is_no_keywords() -> None:
    assert not opens_keywords("Keyword Selection for the Analysis of Lists")
    assert opens_keywords("Keywords: lists · waiting")
    assert opens_keywords("KEYWORDS")
    assert opens_keywords("Index Terms— lists, waiting")
    assert opens_keywords("Schlüsselwörter: Listen")


def test_labels_of_parts() -> None:
    assert opens_abstract("Abstract. We study")
    assert opens_abstract("A B S T R A C T")
    assert opens_abstract("Zusammenfassung")
    assert not opens_abstract("Abstraction helps")
    assert is_first_section("1 Introduction")
    assert is_first_section("Introduction and Related Work")
    assert is_first_section("Einleitung")
    assert not is_first_section("Introduction to Waiting Lists")
    assert not is_first_section("Results")
    assert is_references_title("R E F E R E N C E S")
    assert not is_references_title("References to earlier work are given below in Section 3")
    assert opens_after_references("A Appendix")
    assert opens_after_references("Supplementary Material")
    assert not opens_after_references("Osgarde, A.: Appendicitis")


def test_captions() -> None:
    assert caption_mark("Fig. 3. Four groups") == "."
    assert caption_mark("Table 2: Gaps") == ":"
    assert caption_mark("Tabelle 1 Lücken") == ""
    assert caption_mark("Figures are useful") is None
    assert caption_mark("In Fig. 3 we") is None
