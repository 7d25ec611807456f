"""Headings stand on lines of their own or lead a paragraph; bold words in the middle of one are none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

from faimi_check.engine import check
from faimi_check.model.page import Region
from faimi_check.model.paper import Paper
from faimi_check.model.submission import Submission
from faimi_check.reading.paper import read_paper
from faimi_check.venues.loader import load

LEFT, TOP, LEADING, SIZE = 135.0, 660.0, 12.0, 10.0
# At half an em a letter the text block of LNCS has this many.
COLUMN = 69
PROSE = (
    "The waiting list of a group of patients grows where its findings are",
    "ranked low and where nobody looks at their order for a second time in",
    "a week, as we have seen for three years in a row in four departments",
)
# A line: bold and plain words by turns, plain ones first; and the space above it.
Row = tuple[Sequence[str], float]


def font(name: str) -> DictionaryObject:
    """A font of the reader's own whose letters are all half an em wide."""
    widths = ArrayObject([NumberObject(500)] * 95)
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": f"/{name}", "/Encoding": "/WinAnsiEncoding"}
    entries = {NameObject(key): NameObject(value) for key, value in names.items()}
    numbers = {NameObject("/FirstChar"): NumberObject(32), NameObject("/LastChar"): NumberObject(126)}
    return DictionaryObject(entries | numbers | {NameObject("/Widths"): widths})


def typeset(tmp_path: Path, *rows: Row) -> Paper:
    """A page with these lines and prose round them, as it is read."""
    writer = PdfWriter()
    page = writer.add_blank_page(612, 792)
    fonts = DictionaryObject({NameObject("/F0"): font("Helvetica"), NameObject("/F1"): font("Helvetica-Bold")})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    drawn, y = [], TOP
    for words, space in (*((((text,), 0.0)) for text in 3 * PROSE), *rows, *((((text,), 0.0)) for text in 3 * PROSE)):
        y -= LEADING + space
        x = LEFT
        for at, text in enumerate(words):
            shown = text.lstrip()
            x += 0.5 * SIZE * (len(text) - len(shown))
            said = shown.replace("(", r"\(").replace(")", r"\)")
            drawn.append(f"BT /F{at % 2} {SIZE} Tf {x} {y} Td ({said}) Tj ET" if text else "")
            x += 0.5 * SIZE * len(shown)
    stream = DecodedStreamObject()
    stream.set_data("\n".join(drawn).encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    path = tmp_path / "paper.pdf"
    writer.write(path)
    return read_paper(path, path.name)


def headings(paper: Paper) -> list[tuple[str, bool]]:
    """The headings, and whether each is all of its line."""
    lines = {one.at: paper.pages[one.at.page - 1].lines[one.at.line] for one in paper.parts.headings}
    return [(one.text, lines[one.at].region is Region.HEADING) for one in paper.parts.headings]


def full(text: str) -> str:
    """Words that fill a line."""
    return (text + " of the list that nobody had looked at before the end of the year")[:COLUMN]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([(("", "3 Results of the Reading"), 18.0)], [("Results of the Reading", True)]),
        ([(("", "Results of the Reading"), 12.0)], [("Results of the Reading", True)]),
        # Run into the paragraph, with most of the line in bold, and with the colon not in bold.
        ([(("", "Setting.", full(" We read")[:61]), 12.0)], [("Setting", False)]),
        ([(("", "How long do the patients of a group wait?", " We read all of them."), 12.0)], None),
        ([(("", "The patients whom we have followed for a year", ": we read all of them"), 12.0)], None),
        ([(("", "The patients whom we have followed", " We read all of them here"), 12.0)], None),
        ([(("", full("The patients whom we follow")), 12.0), (("", "for a year.", full(" We read")[:58]), 0.0)], None),
        # Formulas in a heading are not bold.
        ([(("", "3 Ranks of", " rank", " and of What Follows"), 18.0)], [("Ranks of rank and of What Follows", True)]),
    ],
)
def test_headings_are_found(tmp_path: Path, rows: list[Row], found: list[tuple[str, bool]] | None) -> None:
    words = rows[0][0][1].rstrip(".:?")
    assert headings(typeset(tmp_path, *rows)) == (found or [(words + "?" * (rows[0][0][1][-1] == "?"), False)])


@pytest.mark.parametrize(
    "rows",
    [
        # Words in the middle of a sentence that fill a line, or begin one.
        [((full("and it is"),), 0.0), (("", full("only the shortest of all lists")), 0.0), ((full("that we"),), 0.0)],
        [((full("and it is"),), 0.0), (("", "ours.", full(" It is the shortest")[:64]), 0.0)],
        [((full("and it is"),), 0.0), (("", "Lists. We keep", full(" most of them")[:55]), 0.0)],
        # Bold sentences that begin in the middle of a line and end in that of another.
        [
            (("We say it once more: ", full("No list is read twice. This holds for all")[:47] + "."), 0.0),
            (("", full("Nobody has asked for that. It was never looked at")), 0.0),
            (("", "in any year.", full(" We do")[:57]), 0.0),
        ],
        # A remark in brackets, bold from its first word on, and one with bold words in it.
        [
            (("", full("[Please look again at the numbers of this table before")), 6.0),
            (("", full("we hand in. They are those of the old run and I")), 0.0),
            (("", "do not think that they hold.]"), 0.0),
        ],
    ],
)
def test_bold_words_within_a_paragraph_are_no_headings(tmp_path: Path, rows: list[Row]) -> None:
    assert headings(typeset(tmp_path, *rows)) == []


def test_a_remark_with_bold_words_is_told_once(tmp_path: Path) -> None:
    paper = typeset(
        tmp_path,
        (("which is less. [Mairead: please put in the numbers of the last run, as",), 0.0),
        (("", "those that stand here are the old ones and the reviewers will ask me"), 0.0),
        (("about them, and send me the sheet before we hand it in on Friday.]",), 0.0),
    )
    assert headings(paper) == []
    found = check(Submission(id="1", paper=paper), load("faimi-2025")).findings
    (remark,) = [one for one in found if one.rule.startswith("ANON")]
    assert (remark.rule, remark.code) == ("ANON020", "remark")
    assert "as those that stand here" in remark.evidence
