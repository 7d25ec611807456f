"""The fixes of the rules on the layout speak the language of the program that made the paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from faimi_check.model.paper import Layout, MetadataField, Paper
from faimi_check.reading.surface import read_pages
from faimi_check.rules.tables import table
from faimi_check.rules.word_processors import word_processor

from .lncs.read_sheets import RULES, hits

PAPERS = Path(__file__).resolve().parents[2] / "fixtures" / "papers"
LAYOUT = [rule for rule in RULES if rule.startswith("LNCS")]


def made_with(paper: Paper, **fields: str) -> Paper:
    metadata = tuple(MetadataField("Info dictionary", key, value) for key, value in fields.items())
    return structs.replace(paper, metadata=metadata)


@pytest.mark.parametrize(
    ("fields", "program"),
    [
        ({"Creator": "Microsoft® Word 2019", "Producer": "Microsoft® Word 2019"}, "Word"),
        ({"Creator": "Word", "Producer": "macOS Version 14.2 (Build 23C64) Quartz PDFContext"}, "Word"),
        ({"Creator": "Acrobat PDFMaker 23 for Word", "Producer": "Adobe PDF Library 23.1.125"}, "Word"),
        ({"Creator": "Writer", "Producer": "LibreOffice 7.4"}, "LibreOffice"),
        ({"Producer": "Skia/PDF m119 Google Docs Renderer"}, "Google Docs"),
        ({"Creator": "Pages", "Producer": "macOS Version 14.2 Quartz PDFContext"}, "Pages"),
        ({"Creator": "WPS Writer"}, "WPS Writer"),
        ({"Creator": "LaTeX with hyperref", "Producer": "pdfTeX-1.40.25"}, None),
        ({"Creator": "WordPress 6", "Producer": "Skia/PDF m119"}, None),
        ({"Title": "Word"}, None),
        ({}, None),
    ],
)
def test_programs(fields: dict[str, str], program: str | None) -> None:
    assert word_processor(made_with(Paper(file="p.pdf", size=1), **fields)) == program


@pytest.mark.parametrize(
    ("font", "fields", "program"),
    [
        ("TimesNewRomanPSMT", {}, "Word"),
        ("Times New Roman", {"Creator": " ", "Title": "Waiting"}, "Word"),
        ("Calibri-Light", {}, "Word"),
        ("LiberationSerif", {}, "LibreOffice"),
        ("CMR10", {}, None),
        ("NimbusRomNo9L-Regu", {}, None),
        ("TeXGyreTermesX-Regular", {}, None),
        (None, {}, None),
        # Where a program is named, its typeface says nothing.
        ("TimesNewRomanPSMT", {"Producer": "xdvipdfmx (20220710)"}, None),
    ],
)
def test_where_no_program_is_named_the_typeface_tells(font: str | None, fields: dict[str, str], program: str) -> None:
    paper = made_with(Paper(file="p.pdf", size=1, layout=Layout(body_font=font)), **fields)
    assert word_processor(paper) == program


def test_each_program_has_all_settings() -> None:
    assert {frozenset(entry) for entry in table("word_processors").values()} == {
        frozenset({"signs", "fonts", "margins", "columns", "spacing", "font", "picture", "properties"})
    }


@pytest.mark.parametrize(
    "name",
    [
        "margins-geometry", "two-column", "one-line-more", "tight-section", "small-section", "tracked-letters",
        "linespread-098", "body-9pt", "typeface-palatino", "vspace-squeeze", "wrapfig", "tiny-table", "into-margin",
    ],
)  # fmt: skip
def test_no_fix_speaks_of_latex_to_who_writes_in_word(name: str) -> None:
    paper = read_pages(PAPERS / f"{name}.pdf", f"{name}.pdf")
    written = made_with(paper, Creator="Microsoft® Word 2019")
    fixes = [hit.fix for rule in LAYOUT for hit in hits(rule, written)]
    assert fixes
    assert all(fix.startswith("In Word (") for fix in fixes)
    assert not any("\\" in fix or "llncs" in fix for fix in fixes)
    assert not any(hit.fix.startswith("In ") for rule in LAYOUT for hit in hits(rule, paper))


@pytest.mark.parametrize(
    ("fields", "said", "unsaid"),
    [
        ({"Creator": "Writer", "Producer": "LibreOffice 7.4"}, "in LibreOffice File > Properties > General", "Word"),
        ({"Creator": "Microsoft® Word 2019"}, "in Word File > Info", "LaTeX"),
        ({"Creator": "Pages"}, "in Pages in the properties of the document", "LaTeX"),
        ({"Producer": "pdfTeX-1.40.25"}, r"in LaTeX `\hypersetup{pdfauthor={}}`, in Word File > Info", "LibreOffice"),
    ],
)
def test_an_author_is_taken_out_where_the_program_has_it(fields: dict[str, str], said: str, unsaid: str) -> None:
    (hit,) = hits("ANON008", made_with(Paper(file="p.pdf", size=1), Author="Ilse Vega", **fields))
    assert hit.fix.startswith(f"Leave it out: {said}")
    assert unsaid not in hit.fix
    assert hit.fix.endswith("; or run this:\n\nfaimi-check scrub p.pdf -o p-clean.pdf")


def test_the_fix_of_the_width() -> None:
    paper = read_pages(PAPERS / "margins-geometry.pdf", "p.pdf")
    (width, _) = hits("LNCS001", made_with(paper, Creator="Writer", Producer="LibreOffice 7.4"))
    assert width.fix == (
        "In LibreOffice (Format > Page Style): set those on the left and right so that the text is 122 mm wide."
    )
