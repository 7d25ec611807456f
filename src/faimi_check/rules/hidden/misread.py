"""Requests that programs read where a page shows another text, as a font's table lies."""

from __future__ import annotations

from faimi_check.model.page import Box, Page
from faimi_check.model.paper import GLYPHS_AS_WORDS, MetadataField, Paper
from faimi_check.rules.hidden.request import Request
from faimi_check.rules.naming.identity import letters_of

# Of a request's letters; what stands round it on its lines may be in another font.
_MOST = 0.5
# Letters that a request has in common with what glyphs read as.
_SPELT = 12


def font_of(paper: Paper, request: Request) -> MetadataField | None:
    """The font in which a request stands, or that spells it, among those that read otherwise than they show."""
    page = paper.pages[request.where.page - 1] if request.where.page else None
    if page is None:
        return None
    for font in paper.remapped_fonts:
        if font.place == GLYPHS_AS_WORDS:
            if _spells(letters_of(font.value), letters_of(request.text)):
                return font
        elif _stands_in(paper, page, request, font.key.rpartition("+")[2]):
            return font
    return None


def _spells(said: str, asked: str) -> bool:
    return any(asked[at : at + _SPELT] in said for at in range(max(1, len(asked) - _SPELT)))


def _stands_in(paper: Paper, page: Page, request: Request, name: str) -> bool:
    """Whether most letters of the request's lines are in the font of this name."""
    if request.where.bbox is None or not name:
        return False
    box = Box(*request.where.bbox)
    asked = letters_of(request.text)
    here = [(run, said) for run in page.runs if run.box.overlap(box) > 0 and (said := letters_of(run.text))]
    there = [(run, len(said)) for run, said in here if said in asked or asked in said]
    letters = sum(count for _, count in there)
    of_font = sum(count for run, count in there if paper.fonts[run.font].name == name)
    return letters > 0 and of_font > _MOST * letters
