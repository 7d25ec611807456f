"""The text of a finished line: spaces where the ink leaves a gap, the style of most of its characters."""

from __future__ import annotations

from collections.abc import Sequence

from faimi_check.model.page import Box, Line, Region, TextRun
from faimi_check.model.paper import Font
from faimi_check.reading.page.layout.fragments import Fragment
from faimi_check.reading.page.objects.glyphs import ACCENT_SIGNS, compose_accents

# Shares of the font size. Measured from the end of the ink to the next glyph's origin: digits leave up to 0.15 em there
# ("11(2)"), TeX's shrunken word space in Times 0.2 em.
_SPACE = 0.19
# Where the text itself has a space; before an accent that is drawn apart PDFium sees one that is not there.
_MARKED_SPACE = 0.12
# In a typewriter's font, where the last letter has room on its sides: LaTeX's listings leave up to a quarter of an em.
_CODE_SPACE = 0.28


def join_text(texts: Sequence[tuple[int, TextRun]], fonts: Sequence[Font]) -> str:
    """The text of a line: a space where the ink leaves a gap of a word space, and none where it does not.

    Accents drawn apart from their letter are put together.
    """
    before = texts[0][1]
    pieces = [before.text.rstrip()]
    accents = False
    for _, run in texts[1:]:
        gap = max(run.x, run.box.x0 - 0.12 * run.size) - before.box.x1
        if run.box.x0 >= before.box.x1 and not before.text.isascii() and run.text[0].isalpha():
            # An accent that ends the run stands over no letter of this one.
            pieces[-1] = pieces[-1][:-1] + ACCENT_SIGNS.get(pieces[-1][-1:], pieces[-1][-1:])
        spaced = before.text[-1] == " " or run.text[0] == " "
        size = max(run.size, before.size)
        if gap > (_MARKED_SPACE if spaced else _SPACE) * size and not _are_tokens_of_code(before, run, fonts):
            pieces.append(" ")
        pieces.append(run.text.strip())
        accents = accents or not run.text.isascii() or not before.text.isascii() or run.text == "`"
        before = run
    text = " ".join("".join(pieces).split())
    return compose_accents(text) if accents else text


def _are_tokens_of_code(before: TextRun, run: TextRun, fonts: Sequence[Font]) -> bool:
    """Whether two runs in a typewriter's font leave less room between them than a blank takes."""
    end = max(before.box.x1, before.x + before.natural)
    return run.x - end < _CODE_SPACE * run.size and all(
        one.font < len(fonts) and fonts[one.font].typewriter for one in (before, run)
    )


def to_line(fragment: Fragment, fonts: Sequence[Font], region: Region = Region.BODY, column: int = 0) -> Line:
    """The finished line; size, font and style are those of most of its characters."""
    texts = fragment.texts
    first = texts[0][1]
    if len(texts) == 1:
        font, size, baseline = first.font, first.size, first.baseline
        text = " ".join(first.text.split())
    else:
        font, size, baseline = _majority(texts)
        text = join_text(texts, fonts)
    style = fonts[font] if font < len(fonts) else Font("", embedded=False)
    return Line(
        text=text,
        box=Box(fragment.x0, fragment.top, fragment.x1, fragment.bottom),
        baseline=baseline,
        size=size,
        font=font,
        bold=style.bold,
        italic=style.italic,
        runs=tuple([index for index, _ in texts]),
        region=region,
        column=column,
    )


def _majority(texts: Sequence[tuple[int, TextRun]]) -> tuple[int, float, float]:
    weights: dict[tuple[int, float], int] = {}
    baselines: dict[tuple[int, float], float] = {}
    for _, run in texts:
        key = (run.font, run.size)
        weights[key] = weights.get(key, 0) + len(run.text)
        baselines.setdefault(key, run.baseline)
    best = max(weights, key=weights.__getitem__)
    return best[0], best[1], baselines[best]
