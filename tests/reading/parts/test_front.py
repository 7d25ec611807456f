"""Title, author block, abstract, keywords, headings, on real files and on pages made for a trap."""

from __future__ import annotations

from pathlib import Path

import pytest

from faimi_check.model.page import Box, Drawing
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.reading.page.layout.layout import arrange
from faimi_check.reading.page.layout.titles import (
    caption_mark,
    is_first_section,
    is_references_title,
    opens_abstract,
    opens_after_references,
    opens_keywords,
)
from faimi_check.reading.parts.sections import divide
from faimi_check.reading.surface import read_pages

from ..typeset import BOLD, FONTS, Sheet

PAPERS = Path(__file__).resolve().parents[3] / "fixtures" / "papers"


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
    assert opens_abstract("摘 要 我们问谁等得更久")
    assert opens_abstract("【摘要】我们问谁等得更久")
    assert not opens_abstract("摘要法的比较")
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


ABSTRACT = (
    "We ask how long a reading waits in a queue that nobody has ordered, and whom a delay of a",
    "day strikes in the gaps between the groups of a triage. It is longer than most would think.",
)


def apart(size: float, indent: float, *, step: float = 11.0) -> tuple[Paper, tuple[str, ...]]:
    """A paper whose abstract has no label but stands apart from the body in this size and indentation."""
    first, last = Sheet(1), Sheet(2)
    first.line("Who Waits Longer in the Reading Room", 14.0, step=24, font=BOLD, indent=40)
    first.line("Anonymous Author", 10.0, step=14, indent=120)
    first.line("Institution removed for review", 9.0, step=24, indent=100)
    for text_ in ABSTRACT:
        first.line(text_, size, step=step, indent=indent, width=345 - 2 * indent)
    first.y += 14
    first.line("1 Introduction", 12.0, step=20, font=BOLD)
    first.prose(20)
    last.prose(40)
    pages, parts = divide(arrange((first.page(), last.page()), FONTS), FONTS)
    paper = Paper(file="p.pdf", size=1, pages=pages, parts=parts)
    return paper, (text(paper, parts.author_block), text(paper, parts.abstract))


@pytest.mark.parametrize(("size", "indent", "step"), [(9.0, 20.0, 11.0), (9.0, 0.0, 11.0), (10.0, 25.0, 18.0)])
def test_an_abstract_without_a_label_is_told_by_how_it_is_set(size: float, indent: float, step: float) -> None:
    _, (block, abstract) = apart(size, indent, step=step)
    assert block == "Anonymous Author Institution removed for review"
    assert abstract == " ".join(ABSTRACT)


def test_a_first_paragraph_set_as_the_body_is_no_abstract() -> None:
    _, (_, abstract) = apart(10.0, 0.0)
    assert abstract == ""


def test_a_short_abstract_between_rules_is_no_table() -> None:
    first, last = Sheet(1), Sheet(2)
    first.line("Who Waits Longer in the Reading Room", 14.0, step=24, font=BOLD, indent=40)
    first.line("Anonymous Author", 10.0, step=30, indent=120)
    first.drawings += [Drawing(Box(134.8, y, 480, y + 0.4), None, 0x000000FF) for y in (170.0, 222.0)]
    first.line("A B S T R A C T", 10.0, step=14)
    first.line("We ask whose reading waits.", 9.0, step=12)
    first.line("Keywords: triage, fairness", 9.0, step=40)
    first.line("1 Introduction", 12.0, step=20, font=BOLD)
    first.prose(20)
    last.prose(40)
    pages, parts = divide(arrange((first.page(), last.page()), FONTS), FONTS)
    paper = Paper(file="p.pdf", size=1, pages=pages, parts=parts)
    assert text(paper, parts.abstract) == "A B S T R A C T We ask whose reading waits."
    assert text(paper, parts.keywords) == "Keywords: triage, fairness"
    assert all(page.figures == () for page in pages)


@pytest.mark.parametrize("label", ["Kivonat.", "Streszczenie", "摘要", "Özet."])
def test_what_an_abstract_is_called_elsewhere(label: str) -> None:
    assert opens_abstract(f"{label} A")


def test_a_title_without_blanks_between_its_words() -> None:
    sheet = Sheet()
    sheet.line("基于深度学习的胸片分诊等待时间差异研究", 17.0, step=30.0, indent=40)
    sheet.line("林明华、郭勇、赵娜", 12.0, step=20.0, indent=90)
    sheet.line("（北港大学 计算机学院，北港 310027）", 12.0, step=30.0, indent=60)
    sheet.line("Abstract. We study how long readings wait, and whom a delay of a", 9.0, indent=28, width=290)
    sheet.prose(6, size=9.0, step=11.0, width=290.0)
    sheet.line("1 Introduction", 12.0, step=20.0, font=BOLD)
    sheet.prose(30)
    (page,), parts = divide(arrange((sheet.page(),), FONTS), FONTS)
    assert [page.lines[ref.line].text for ref in parts.title] == ["基于深度学习的胸片分诊等待时间差异研究"]
    assert [page.lines[ref.line].text for ref in parts.author_block] == [
        "林明华、郭勇、赵娜",
        "（北港大学 计算机学院，北港 310027）",
    ]
