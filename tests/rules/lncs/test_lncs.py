"""LNCS001 to LNCS007 on real LaTeX output: genuine papers pass, each way of tampering has its finding and no other."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from msgspec import structs

from faimi_check.model.finding import Confidence, Hit, Skipped, Undecided
from faimi_check.model.page import Box, Region
from faimi_check.model.paper import Layout, MetadataField, Paper
from faimi_check.model.parts import Parts
from faimi_check.model.submission import Submission
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.surface import read_pages
from faimi_check.rules.catalogue import rules
from faimi_check.rules.lncs.gaps import Spacing
from faimi_check.rules.lncs.leading import Leading
from faimi_check.rules.lncs.running_text import POINTS_A_MILLIMETRE
from faimi_check.rules.lncs.text_block import TextBlock
from faimi_check.rules.lncs.typeface import Typefaces

PAPERS = Path(__file__).resolve().parents[3] / "fixtures" / "papers"
RULES = {rule.id: rule for rule in rules() if rule.id.startswith("LNCS")}


@cache
def read(name: str) -> Paper:
    return read_pages(PAPERS / f"{name}.pdf", f"{name}.pdf")


def results(rule: str, paper: Paper, params: object | None = None) -> list:
    return list(RULES[rule].run(Submission(id="x", paper=paper), params or RULES[rule].params()))


def hits(rule: str, paper: Paper, params: object | None = None) -> list[Hit]:
    return [hit for hit in results(rule, paper, params) if isinstance(hit, Hit)]


def found(paper: Paper) -> list[str]:
    return [f"{rule}/{hit.code}" for rule in RULES for hit in hits(rule, paper)]


@pytest.mark.parametrize(
    "name",
    ["compliant-midpage", "compliant-a4", "compliant-times", "compliant-newtx", "compliant-lineno", "compliant-traps"],
)
def test_genuine_papers(name: str) -> None:
    assert found(read(name)) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("margins-geometry", {"LNCS001/width", "LNCS001/height"}),
        ("fullpage", {"LNCS001/width", "LNCS001/height"}),
        ("savetrees", {"LNCS001/width", "LNCS001/height", "LNCS003/tight"}),
        ("article-class", {"LNCS001/width", "LNCS007/float"}),
        ("taller-textheight-some-pages", {"LNCS001/height"}),
        ("two-column", {"LNCS001/columns"}),
        ("one-line-more", {"LNCS001/one-line"}),
        ("tight-section", {"LNCS003/tight-blocks"}),
        ("small-section", {"LNCS002/blocks"}),
        ("turned-in-margin", {"LNCS007/text"}),
        ("headings-pulled-up", {"LNCS006/squeezed"}),
        ("columns-in-section", {"LNCS001/columns"}),
        ("tiny-headed-table", {"LNCS002/tables"}),
        ("tracked-letters", {"LNCS002/narrow"}),
        ("tracked-paragraphs", {"LNCS002/narrow"}),
        ("figure-in-foot", {"LNCS007/float"}),
        ("compliant-trimmed", set()),
        ("compliant-framed", set()),
        ("compliant-microtype", set()),
        ("linespread-098", {"LNCS003/tight"}),
        ("linespread-095", {"LNCS003/tight"}),
        ("body-9pt", {"LNCS002/body", "LNCS003/tight"}),
        ("typeface-palatino", {"LNCS004/typeface"}),
        ("no-abstract", {"LNCS005/abstract", "LNCS005/keywords"}),
        ("no-keywords", {"LNCS005/keywords"}),
        ("no-author-section", {"LNCS005/author-section"}),
        ("no-references", {"LNCS005/references"}),
        ("vspace-squeeze", {"LNCS006/squeezed"}),
        ("wrapfig", {"LNCS006/wrapped-figure"}),
        ("tiny-table", {"LNCS002/tables"}),
        ("into-margin", {"LNCS007/float"}),
    ],
)
def test_tampering(name: str, expected: set[str]) -> None:
    assert set(found(read(name))) == expected


def test_messages_give_measured_and_allowed() -> None:
    (width, _) = hits("LNCS001", read("margins-geometry"))
    assert "165.6 mm wide, 43.6 mm wider than the 122 mm" in width.message
    (tall,) = hits("LNCS001", read("taller-textheight-some-pages"))
    assert "3 lines more than a full page" in tall.message
    (tight,) = hits("LNCS003", read("linespread-098"))
    assert "11.70 pt apart" in tight.message
    assert "12 pt of LNCS" in tight.message


def layout(**changes: object) -> Paper:
    """The compliant paper with other measures."""
    paper = read("compliant-midpage")
    return structs.replace(paper, layout=structs.replace(paper.layout, **changes))


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        ({"leading": 11.5, "body_font": "TimesNewRomanPSMT"}, []),
        ({"leading": 11.55, "body_font": "Tinos"}, []),
        ({"leading": 11.5, "body_font": "CMR10"}, ["LNCS003/tight"]),
        ({"leading": 13.5}, ["LNCS003/wide"]),
        ({"body_size": 10.08}, []),
        ({"body_font": "TimesNewRomanPS-BoldMT"}, []),
        ({"body_font": "SFRM1000"}, []),
        ({"body_font": "LinLibertineT"}, ["LNCS004/typeface"]),
        ({"text_block": (124.8, 115.8, 470.7, 662.9)}, []),
        ({"text_block": (133.8, 115.8, 477.0, 662.9)}, ["LNCS001/width"]),
    ],
)
def test_tolerances(measures: dict[str, object], expected: list[str]) -> None:
    paper = layout(**measures)
    assert [code for code in found(paper) if not code.startswith("LNCS007")] == expected


@pytest.mark.parametrize(
    ("producer", "leading", "confidence"),
    [
        ("LibreOffice 24.2", 13.35, Confidence.POSSIBLE),
        ("LibreOffice 24.2", 11.0, Confidence.POSSIBLE),
        ("LibreOffice 24.2", 10.2, Confidence.CERTAIN),
        ("LibreOffice 24.2", 24.0, Confidence.CERTAIN),
        ("pdfTeX-1.40.26", 11.0, Confidence.CERTAIN),
    ],
)
def test_what_may_be_single_spacing_of_a_word_processor_is_doubted(
    producer: str, leading: float, confidence: Confidence
) -> None:
    paper = structs.replace(layout(leading=leading), metadata=(MetadataField("Info", "Producer", producer),))
    (hit,) = hits("LNCS003", paper)
    assert hit.confidence is confidence


def test_a_venue_sets_its_own_measures() -> None:
    paper = layout(body_font="LinLibertineT", leading=11.0)
    assert hits("LNCS004", paper, Typefaces(also=("linlibertine",))) == []
    assert hits("LNCS003", paper, Leading(leading_pt=11.0)) == []
    assert [hit.code for hit in hits("LNCS001", paper, TextBlock(width_mm=130.0))] == ["width"]


def test_a_paper_with_hardly_any_text_is_left_open() -> None:
    empty = Paper(file="p.pdf", size=1, page_count=1, parts=Parts(), layout=Layout())
    outcomes = {rule: results(rule, empty) for rule in RULES}
    assert all(isinstance(outcomes[rule][0], Undecided) for rule in RULES if rule != "LNCS006")


@pytest.mark.parametrize("name", ["", "F17", "Fa", "T3Font_2", "TT5"])
def test_a_font_without_a_telling_name_is_left_open(name: str) -> None:
    (open_question,) = results("LNCS004", layout(body_font=name))
    assert isinstance(open_question, Undecided)


def test_the_typeface_of_a_few_lines_is_left_open_and_that_of_a_short_paper_is_judged() -> None:
    paper = layout(body_font="LinLibertineT")
    page = paper.pages[1]
    for lines, judged in ((8, False), (30, True)):
        short = structs.replace(paper, pages=(structs.replace(page, lines=page.lines[:lines]),))
        (told,) = results("LNCS004", short)
        assert isinstance(told, Undecided) is not judged


def test_slides() -> None:
    slides = Paper(file="p.pdf", size=1, page_count=1, layout=Layout(page_size=(790.0, 602.0)))
    (hit,) = hits("LNCS001", slides)
    assert (hit.code, "279 mm wide and 212 mm tall" in hit.message) == ("landscape", True)


@pytest.mark.parametrize(
    ("size", "codes"), [((612.5, 612.0), ["landscape"]), ((612.0, 612.0), []), ((612.0, 792.0), [])]
)
def test_pages_are_upright_unless_they_are_wider_than_tall(size: tuple[float, float], codes: list[str]) -> None:
    paper = Paper(file="p.pdf", size=1, page_count=1, layout=Layout(page_size=size))
    assert [hit.code for hit in hits("LNCS001", paper)] == codes


@pytest.mark.parametrize(
    ("lines", "said", "confidence"),
    [(1.4, "1 line more", Confidence.LIKELY), (1.6, "2 lines more", Confidence.CERTAIN)],
)
def test_a_line_too_many_may_be_the_classs_own_stretch(lines: float, said: str, confidence: Confidence) -> None:
    paper = read("taller-textheight-some-pages")
    usual = TextBlock()
    (tall,) = hits("LNCS001", paper)
    surplus = float(re.search(r"([\d.]+) mm on page", tall.message)[1])  # type: ignore[index]
    leading = (paper.layout.leading or 12.0) / POINTS_A_MILLIMETRE
    limit = structs.replace(usual, height_mm=surplus - lines * leading, height_tolerance_mm=lines * leading / 2)
    (hit,) = [hit for hit in hits("LNCS001", paper, limit) if hit.code == "height"]
    assert said in hit.message
    assert hit.confidence is confidence


@pytest.mark.parametrize(("millimetres", "codes"), [(8.45, []), (8.55, ["text"])])
def test_what_reaches_into_the_margin_is_rounded_to_half_a_millimetre(millimetres: float, codes: list[str]) -> None:
    paper = read("compliant-midpage")
    page = paper.pages[2]
    right = paper.layout.text_block[2]  # type: ignore[index]
    at = next(index for index, line in enumerate(page.lines) if line.region is Region.BODY)
    box = page.lines[at].box
    wide = structs.replace(
        page.lines[at], box=Box(box.x0, box.top, right + millimetres * POINTS_A_MILLIMETRE, box.bottom)
    )
    moved = structs.replace(page, lines=(*page.lines[:at], wide, *page.lines[at + 1 :]))
    pages = (*paper.pages[:2], moved, *paper.pages[3:])
    assert [hit.code for hit in hits("LNCS007", structs.replace(paper, pages=pages))] == codes


@pytest.mark.parametrize(("share", "codes"), [(0.49, []), (0.52, ["squeezed"])])
def test_what_stands_nearer_than_half_a_line_is_of_the_same_line(share: float, codes: list[str]) -> None:
    paper = read("compliant-midpage")
    moved = with_text_below_a_heading(paper, share * (paper.layout.leading or 12.0))
    assert [hit.code for hit in hits("LNCS006", moved)] == codes


@pytest.mark.parametrize(("missing", "codes"), [(0.25, []), (0.35, ["squeezed"])])
def test_a_third_of_a_point_is_rounding_and_not_squeezed(missing: float, codes: list[str]) -> None:
    paper = read("compliant-midpage")
    paper = structs.replace(paper, layout=structs.replace(paper.layout, leading=12.0))
    moved = with_text_below_a_heading(paper, Spacing().below_section_pt - missing)
    assert [hit.code for hit in hits("LNCS006", moved)] == codes


def with_text_below_a_heading(paper: Paper, points: float) -> Paper:
    """The text below the first section's heading, so many points from it."""
    body = paper.layout.body_size or 10.0
    number, at = next(
        (number, index)
        for number, page in enumerate(paper.pages)
        for index, line in enumerate(page.lines[:-1])
        if line.region is Region.HEADING
        and line.bold
        and line.size > body + 1
        and page.lines[index + 1].region is Region.BODY
    )
    page = paper.pages[number]
    under = structs.replace(page.lines[at + 1], baseline=page.lines[at].baseline + points)
    moved = structs.replace(page, lines=(*page.lines[: at + 1], under, *page.lines[at + 2 :]))
    return structs.replace(paper, pages=(*paper.pages[:number], moved, *paper.pages[number + 1 :]))


def test_what_cannot_be_told_for_certain_is_no_certainty() -> None:
    assert all(hit.confidence is Confidence.LIKELY for hit in hits("LNCS006", read("vspace-squeeze")))
    assert all(hit.confidence is Confidence.LIKELY for hit in hits("LNCS007", read("into-margin")))


def test_short_lines_do_not_move_the_margin_of_their_page() -> None:
    paper = read("compliant-midpage")
    page = paper.pages[0]
    indented = [
        structs.replace(line, box=Box(250.0, line.box.top, 330.0, line.box.bottom))
        if line.region is Region.BODY and line.size > 9.5
        else line
        for line in page.lines
    ]
    runs = tuple(structs.replace(run, x=250.0) if run.size > 9.5 else run for run in page.runs)
    moved = structs.replace(page, lines=tuple(indented), runs=runs)
    assert hits("LNCS007", structs.replace(paper, pages=(moved, *paper.pages[1:]))) == []


def test_finer_rules_are_quiet_about_another_layout() -> None:
    for changes in ({"columns": 2}, {"text_block": (70.0, 115.8, 540.0, 662.9)}):
        paper = structs.replace(
            read("vspace-squeeze"), layout=structs.replace(read("vspace-squeeze").layout, **changes)
        )
        for rule in ("LNCS006", "LNCS007"):
            (told,) = results(rule, paper)
            assert isinstance(told, Skipped)
            assert "LNCS001" in told.reason
    small = read("tiny-table")
    assert hits("LNCS002", structs.replace(small, layout=structs.replace(small.layout, columns=2))) == []


def without(name: str, *parts: str) -> Paper:
    paper = read(name)
    return structs.replace(paper, parts=structs.replace(paper.parts, **dict.fromkeys(parts, ())))


def above_abstract(text: str, region: Region) -> Paper:
    """The paper without an author section, with a line put above its abstract that reading has for something else."""
    paper = read("no-author-section")
    first = paper.pages[0]
    at = paper.parts.abstract[0].line
    extra = structs.replace(first.lines[at], text=text, region=region, baseline=first.lines[at].baseline - 20.0)
    page = structs.replace(first, lines=(*first.lines, extra))
    return structs.replace(paper, pages=(page, *paper.pages[1:]))


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("mail: brink@kalvik.example", Region.FIGURE_TEXT),
        ("0000-0002-1825-0097", Region.TABLE_TEXT),
        ("Department of Radiology, University of Kalvik", Region.CAPTION),
        ("Anonymous Submission 42", Region.FOOTNOTE),
    ],
)
def test_what_may_be_authors_is_not_taken_out(text: str, region: Region) -> None:
    assert found(above_abstract(text, region)) == []


def test_an_author_section_without_bounds_is_undecided() -> None:
    paper = without("no-author-section", "title")
    told = results("LNCS005", paper)
    assert [hit.code for hit in told if isinstance(hit, Hit)] == ["title"]
    assert any(isinstance(one, Undecided) for one in told)


def test_sizes_that_were_not_judged_are_not_passed() -> None:
    (skipped,) = results("LNCS002", read("margins-geometry"))
    assert isinstance(skipped, Skipped)
    assert skipped.reason.endswith("so only the size of the body was judged.")


def test_what_stands_on_pages_that_cannot_be_read_is_not_missing() -> None:
    paper = without("compliant-midpage", "title", "author_block", "abstract", "keywords", "references")
    unread = tuple(structs.replace(page, scanned=page.number == 1) for page in paper.pages)
    assert hits("LNCS005", structs.replace(paper, pages=unread)) == []
    last = tuple(structs.replace(page, garbled=page.number == len(paper.pages)) for page in paper.pages)
    codes = {hit.code for hit in hits("LNCS005", structs.replace(paper, pages=last))}
    assert codes == {"title", "abstract", "keywords"}


def test_parts_that_are_set_otherwise_are_named_with_their_pages() -> None:
    (tight,) = hits("LNCS003", read("tight-section"))
    assert "20 lines on page 2 stand closer than the rest: 10.5" in tight.message
    (small,) = hits("LNCS002", read("small-section"))
    assert "15 lines of text on page 4" in small.message
    assert small.evidence.startswith("An audit should measure the harm")
    (whole,) = hits("LNCS002", read("tracked-letters"))
    assert whole.message.startswith("The text is set narrower than its font is")
    (part,) = hits("LNCS002", read("tracked-paragraphs"))
    assert "15 lines on page 4" in part.message


def scaled(paper: Paper, share: float) -> Paper:
    """The paper with letters scaled to a share of their width, which a line then holds more of."""
    pages = tuple(
        structs.replace(page, runs=tuple(structs.replace(run, stretch=share) for run in page.runs))
        for page in paper.pages
    )
    return structs.replace(paper, pages=pages)


def test_letters_scaled_in_width() -> None:
    (hit,) = hits("LNCS002", scaled(read("compliant-midpage"), 0.94))
    assert hit.code == "narrow"
    assert "scaled to 94 % of their width" in hit.message
    assert hits("LNCS002", scaled(read("compliant-midpage"), 0.985)) == []


def test_a_narrow_cut_of_a_face() -> None:
    genuine = read("compliant-midpage")
    pages = tuple(
        structs.replace(
            page,
            runs=tuple(structs.replace(run, natural=0.92 * run.natural, stretch=1 / 0.92) for run in page.runs),
        )
        for page in genuine.pages
    )
    (hit,) = hits("LNCS002", structs.replace(genuine, pages=pages))
    assert "narrower than those of that face" in hit.message


def test_a_line_more_on_two_pages_is_an_error() -> None:
    paper = read("one-line-more")
    (hit,) = hits("LNCS001", paper)
    assert hit.code == "one-line"
    page = paper.pages[2]
    lowest = max(
        (line for line in page.lines if line.region is Region.BODY and len(line.text) > 40),
        key=lambda line: line.baseline,
    )
    moved = structs.replace(lowest, baseline=paper.pages[1].lines[-1].baseline, box=lowest.box)
    lines = tuple(moved if line is lowest else line for line in page.lines)
    both = structs.replace(paper, pages=(*paper.pages[:2], structs.replace(page, lines=lines), *paper.pages[3:]))
    assert [found.code for found in hits("LNCS001", both)] == ["height"]


def test_the_side_is_named_and_a_float_once() -> None:
    (hit,) = hits("LNCS007", read("into-margin"))
    assert "into the left and the right margin on page 2" in hit.message
    assert "/" not in hit.evidence
    (foot,) = hits("LNCS007", read("figure-in-foot"))
    assert "mm into the bottom margin on page 3" in foot.message
    assert "lower" in foot.fix


def test_the_caption_of_a_listing_may_stand_close() -> None:
    whole = read("compliant-midpage")
    genuine = structs.replace(whole, parts=structs.replace(whole.parts, headings=()))
    page = genuine.pages[1]
    at, above = next(
        (index, line)
        for index, line in enumerate(page.lines)
        if line.region is Region.BODY and len(line.text) > 60 and page.lines[index + 1].region is Region.BODY
    )
    found = {}
    for text in ("Fig. 9. The order of the list.", "Listing 1.1. The order of the list."):
        box = Box(above.box.x0, above.box.top + 1, above.box.x1, above.box.bottom + 1)
        caption = structs.replace(
            above, text=text, region=Region.CAPTION, size=9.0, box=box, baseline=above.baseline + 8
        )
        lines = (*page.lines[: at + 1], caption, *page.lines[at + 1 :])
        changed = structs.replace(genuine, pages=(genuine.pages[0], structs.replace(page, lines=lines)))
        found[text[:3]] = [hit.code for hit in hits("LNCS006", changed)]
    assert found == {"Fig": ["squeezed"], "Lis": []}


def test_pages_that_were_not_read_may_hold_the_references() -> None:
    cut = read_pages(PAPERS / "compliant.pdf", "compliant.pdf", PdfLimits(max_pages=2))
    assert (cut.page_count, len(cut.pages)) == (10, 2)
    assert hits("LNCS005", cut) == []
