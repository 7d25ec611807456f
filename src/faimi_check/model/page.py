"""One page of a paper: text runs, lines, images, drawings, links.

A text run is what the PDF draws in one go (one font, one size); a line is what a reader sees as one.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import msgspec


class Box(NamedTuple):
    """A rectangle in points from the top left of the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def union(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        )

    def grown(self, by: float) -> Box:
        """The box with so many points more on each side."""
        return Box(self.x0 - by, self.top - by, self.x1 + by, self.bottom + by)

    def overlap(self, other: Box) -> float:
        """Area shared with the other box, in square points."""
        # Asked some hundred thousand times of a page full of drawings: comparisons cost less than calls.
        left, top, right, bottom = self
        other_left, other_top, other_right, other_bottom = other
        width = (right if right < other_right else other_right) - (left if left > other_left else other_left)
        if width <= 0.0:
            return 0.0
        height = (bottom if bottom < other_bottom else other_bottom) - (top if top > other_top else other_top)
        return width * height if height > 0.0 else 0.0


class TextRun(msgspec.Struct, frozen=True, gc=False):
    """Text drawn in one go.

    `box` is the ink; (`x`, `baseline`) where the first glyph stands; `size` the glyphs' height in points as
    shown; `font` an index into Paper.fonts; `color` 0xRRGGBBAA of the fill; `mode` the PDF text rendering mode
    (3: invisible, 7: clip); `angle` degrees counter-clockwise; `order` the place in drawing order on the page;
    `clipped` where a clip path cuts all of it away; `natural` the width in points that its letters have in the font at
    this size, blanks left out (0 where the font does not tell); `stretch` how much wider than high the letters are
    scaled, 1 as the font has them.
    """

    text: str
    box: Box
    x: float
    baseline: float
    size: float
    font: int
    color: int = 0x000000FF
    mode: int = 0
    angle: float = 0.0
    order: int = 0
    clipped: bool = False
    natural: float = 0.0
    stretch: float = 1.0


class Region(StrEnum):
    """What a line is to the page."""

    BODY = "body"
    HEADING = "heading"
    RUNNING_HEAD = "running-head"
    FOOTER = "footer"
    PAGE_NUMBER = "page-number"
    LINE_NUMBER = "line-number"
    STAMP = "stamp"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    FIGURE_TEXT = "figure-text"
    TABLE_TEXT = "table-text"
    ROTATED = "rotated"
    HIDDEN = "hidden"


# What is printed on a page without being part of the paper's text.
FURNITURE = frozenset(
    {Region.RUNNING_HEAD, Region.FOOTER, Region.PAGE_NUMBER, Region.LINE_NUMBER, Region.STAMP, Region.HIDDEN}
)


class Line(msgspec.Struct, frozen=True, gc=False):
    """Text a reader sees as one line, in reading order on its page.

    `size` and `font` are those of most of its characters; `runs` are indexes into Page.runs; `column` counts
    from 0.
    """

    text: str
    box: Box
    baseline: float
    size: float
    font: int
    bold: bool
    italic: bool
    runs: tuple[int, ...]
    region: Region = Region.BODY
    column: int = 0


class Image(msgspec.Struct, frozen=True, gc=False):
    """A raster image where it is placed; `pixels` is (width, height)."""

    box: Box
    pixels: tuple[int, int]
    order: int = 0


class Drawing(msgspec.Struct, frozen=True, gc=False):
    """A path or shading; colours 0xRRGGBBAA, None where it is not filled or not stroked."""

    box: Box
    fill: int | None
    stroke: int | None
    order: int = 0

    @property
    def shows_nothing(self) -> bool:
        """White shapes and fully transparent ones show nothing."""
        return self.stroke is None and self.fill is not None and (self.fill & 0xFF == 0 or self.fill >> 8 == 0xFFFFFF)


class Link(msgspec.Struct, frozen=True, gc=False):
    """A clickable place. `target` is the URI, or the name of the action where there is none."""

    box: Box
    target: str


# How a text is hidden that is written in tag characters, selectors of variants or zero-width bits.
UNSEEN = "written in characters that nobody sees"


class HiddenText(msgspec.Struct, frozen=True, gc=False):
    """Text in the file that a reader does not see. `how` says why: white, covered, tiny, off the page, ...

    `repeated` where the same words can be seen elsewhere on the page.
    """

    text: str
    box: Box
    how: str
    repeated: bool = False


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A figure or table as a region of the page: images and drawings that stand together."""

    box: Box
    caption: str = ""


class PageKind(StrEnum):
    """What a page holds, for the page limit."""

    CONTENT = "content"
    MIXED = "mixed"
    REFERENCES = "references"
    BLANK = "blank"


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page as shown; `number` counts from 1.

    `scanned` where an image stands in for its text, `read` where that was read off the image, `garbled` where its text
    reads otherwise than it looks (then it has no lines). `mute` counts pieces of text that read as nothing, `unread` is
    where letters stand that read as nothing or as signs for no letter, `painted` where lines of letters are seen that
    are neither text nor shapes of their own. `thumbnail_differs` where the file holds a small picture of the page that
    shows something else. `pictured` are the lines of running text that its pictures show, and the points from one
    to the next where these are known. `turned` are the quarter turns to the right after which the page was read: all
    boxes are those of the page so turned.
    """

    number: int
    width: float
    height: float
    runs: tuple[TextRun, ...] = ()
    lines: tuple[Line, ...] = ()
    images: tuple[Image, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    figures: tuple[Figure, ...] = ()
    links: tuple[Link, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    scanned: bool = False
    read: bool = False
    garbled: bool = False
    mute: int = 0
    unread: tuple[Box, ...] = ()
    painted: tuple[Box, ...] = ()
    thumbnail_differs: bool = False
    pictured: tuple[int, float] = (0, 0.0)
    kind: PageKind = PageKind.CONTENT
    turned: int = 0

    @property
    def illegible(self) -> bool:
        """Whether what the page says is unknown, not absent."""
        return (self.scanned and not self.read) or self.garbled
