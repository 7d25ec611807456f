"""Pages as a typesetter leaves them: text runs, from which a test makes the page it needs."""

from __future__ import annotations

from faimi_check.model.page import Box, Drawing, Image, Page, Region, TextRun
from faimi_check.model.paper import Font

ROMAN, BOLD, SANS, TYPEWRITER = 0, 1, 2, 3
FONTS = (
    Font("CMR10", embedded=True),
    Font("CMBX10", embedded=True, bold=True),
    Font("Helvetica", embedded=True),
    Font("CMTT10", embedded=True),
)
WORDS = "the waiting time of a group grows where its findings are ranked too low and nobody looks at the order again "


def run(text: str, x: float, baseline: float, size: float = 10.0, *, font: int = ROMAN, width: float = 0.0) -> TextRun:
    """A run of about half an em a character, or as wide as given."""
    wide = width or 0.5 * size * len(text)
    return TextRun(text, Box(x, baseline - 0.7 * size, x + wide, baseline + 0.2 * size), x, baseline, size, font)


def lines_in(page: Page, region: Region) -> list[str]:
    """The texts of a page's lines of this region."""
    return [line.text for line in page.lines if line.region is region]


class Sheet:
    """One page under the typesetter's hands; text goes down from `y` in lines of the given width."""

    def __init__(self, number: int = 1, width: float = 612.0, height: float = 792.0, left: float = 134.8) -> None:
        self.number, self.width, self.height, self.left = number, width, height, left
        self.y = 125.8
        self.runs: list[TextRun] = []
        self.drawings: list[Drawing] = []
        self.images: list[Image] = []

    def put(self, text: str, x: float, y: float, size: float = 10.0, *, font: int = ROMAN, width: float = 0.0) -> None:
        """Text anywhere."""
        self.runs.append(run(text, x, y, size, font=font, width=width))

    def line(
        self,
        text: str,
        size: float = 10.0,
        *,
        step: float = 12.0,
        indent: float = 0.0,
        font: int = ROMAN,
        width: float = 0.0,
    ) -> None:
        """The next line."""
        self.put(text, self.left + indent, self.y, size, font=font, width=width)
        self.y += step

    def prose(self, lines: int, *, size: float = 10.0, step: float = 12.0, width: float = 345.0) -> None:
        """So many full lines of running text."""
        for number in range(lines):
            start = (7 * number + 11 * self.number) % 60
            self.line((WORDS * 2)[start : start + 75], size, step=step, width=width)

    def head(self, text: str) -> None:
        """A running head where LNCS has it."""
        self.put(text, self.left, 99.9, 9.0)

    def page(self) -> Page:
        """The page as reading gets it from PDFium."""
        runs = tuple(
            TextRun(one.text, one.box, one.x, one.baseline, one.size, one.font, order=order)
            for order, one in enumerate(self.runs)
        )
        return Page(
            number=self.number,
            width=self.width,
            height=self.height,
            runs=runs,
            images=tuple(self.images),
            drawings=tuple(self.drawings),
        )
