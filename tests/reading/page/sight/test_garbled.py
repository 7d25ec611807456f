"""Text layers that are no text, and honest ones in many languages that are."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from faimi_check.model.page import Page
from faimi_check.model.problem import Aspect, ProblemKind
from faimi_check.reading.page.layout.layout import arrange
from faimi_check.reading.page.sight.garbled import garbled_pages
from faimi_check.reading.surface import read_pages

from ...typeset import FONTS, Sheet

PAPERS = Path(__file__).resolve().parents[4] / "fixtures" / "papers"
ENGLISH = "a reader waits for the finding of a group that is ranked too low in the list and nobody looks at the order"
HONEST = {
    "English": ENGLISH,
    "Chinese": "读片列表的顺序决定了谁等得更久，而没有人检查各组之间的差距是否在增长。我们测量了十二家医院的等待时间",
    "Russian": "порядок списка решает, кто ждёт дольше, и никто не проверяет, растёт ли разрыв между группами",
    "Greek": "η σειρά του καταλόγου αποφασίζει ποιος περιμένει περισσότερο και κανείς δεν ελέγχει το χάσμα των ομάδων",
    "Korean": "판독 목록의 순서가 누가 더 오래 기다리는지를 결정하지만 아무도 집단 사이의 차이를 확인하지 않는다",
    "Arabic": "ترتيب القائمة يحدد من ينتظر وقتا أطول ولا أحد يتحقق مما إذا كانت الفجوة بين المجموعات تتسع مع الوقت",
    "Finnish": "luettelon järjestys ratkaisee kuka odottaa pisimpään ja kukaan ei tarkista kasvaako ero ryhmien",
    "Hungarian": "a lista sorrendje dönti el hogy ki vár tovább és senki nem nézi hogy nő-e a csoportok közötti rés",
    "Vietnamese": "thứ tự của danh sách quyết định ai phải chờ lâu hơn và không ai kiểm tra khoảng cách giữa các nhóm",
    "a table of labels": "● ResNet-50 ● DenseNet-121 ★ ViT-B/16 ▲ 0.812 ▲ 0.794 ★ 0.771 ● AUC ± 0.011 ★ FNR ↓ ▲ TPR ↑",
}


def pages_of(text: str, lines: int = 40) -> tuple[Page, ...]:
    sheets = [Sheet(1), Sheet(2)]
    for sheet in sheets:
        for at in range(lines):
            start = 3 * at % max(1, len(text) - 60)
            sheet.line(text[start:] + " " + text[:start], width=345.0)
    return arrange(tuple(sheet.page() for sheet in sheets), FONTS)


@pytest.mark.parametrize("name", HONEST)
def test_text_in_any_script_is_text(name: str) -> None:
    assert not garbled_pages(pages_of(HONEST[name]))


def shifted(text: str, by: int) -> str:
    return "".join(chr(ord(letter) + by) if letter.isalpha() else letter for letter in text)


def substituted(text: str) -> str:
    return text.translate(str.maketrans("abcdefghijklmnopqrstuvwxyz", "vplsngkufywxoqmeqatczjrbih"))


@pytest.mark.parametrize(
    "garble",
    [
        lambda text: shifted(text, 0x275F - 0x20),
        lambda text: shifted(text, 0xE000),
        lambda text: "".join("\ufffd" if letter.isalpha() else letter for letter in text),
        lambda text: shifted(text, -29),
        substituted,
    ],
    ids=["dingbats", "private use", "replacement", "shifted codes", "other letters"],
)
def test_letters_that_read_as_something_else(garble: object) -> None:
    assert callable(garble)
    assert garbled_pages(pages_of(garble(ENGLISH))) == {1, 2}


def test_text_that_reads_as_nothing() -> None:
    mute = msgspec.structs.replace(Sheet().page(), mute=45)
    assert garbled_pages((mute,)) == {1}
    sheet = Sheet()
    for _ in range(30):
        sheet.line("ffi", width=345.0)
    assert garbled_pages(arrange((sheet.page(),), FONTS)) == {1}


def test_a_garbled_page_is_a_problem_and_holds_no_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "faimi_check.reading.page.sight.garbled._is_soup", lambda lines: any("Discussion" in x.text for x in lines)
    )
    paper = read_pages(PAPERS / "compliant.pdf", "p.pdf")
    garbled = [page for page in paper.pages if page.garbled]
    assert garbled
    assert not any(page.lines for page in garbled)
    (problem,) = paper.problems
    assert (problem.kind, problem.page) == (ProblemKind.GARBLED, garbled[0].number)
    assert Aspect.TEXT in problem.aspects


def test_a_file_whose_fonts_say_that_their_letters_are_others() -> None:
    paper = read_pages(PAPERS / "garbled.pdf", "p.pdf")
    assert [(page.garbled, page.lines, page.scanned) for page in paper.pages] == [(True, (), False)] * 2
    assert "Nabalzvmrq Nhgubef" in " ".join(run.text for run in paper.pages[0].runs)
    (problem,) = paper.problems
    assert (problem.kind, problem.page) == (ProblemKind.GARBLED, 1)
    assert problem.detail.startswith("Pages 1 and 2 have a garbled text layer")
