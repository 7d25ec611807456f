"""What stands on a page beside references: lines of text, figures, and how much room they take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from faimi_check.model.bands import Bands
from faimi_check.model.finding import Location
from faimi_check.model.page import FURNITURE, Box, Figure, Line, Page, PageKind, Region
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.text.counted import plural
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.text.prose import DRAWN, reference_lines

_OUT_OF_FLOW = frozenset({Region.ROTATED, Region.CAPTION})
_LONGEST_LABEL = 60
_WITH_CONTENT = frozenset({PageKind.CONTENT, PageKind.MIXED})
POINTS_A_CENTIMETRE = 72 / 2.54
# Two lines: a heading or a float at the top may stand a little lower than text.
_NEAR_TOP = 24.0


class PageContent(msgspec.Struct, frozen=True):
    """What one page holds beside references. `text` are lines outside floats, `captions` those of floats, `turned` is
    text set at an angle.

    `follows_references` where none of it stands above the end of the main reference list.
    """

    page: Page
    text: tuple[Line, ...]
    captions: tuple[Line, ...]
    figures: tuple[Figure, ...]
    turned: tuple[Line, ...] = ()
    follows_references: bool = False

    @property
    def rows(self) -> int:
        """Lines of text as a reader counts them: what shares a baseline is one."""
        return len({(line.column, round(line.baseline / 3)) for line in self.text})

    @property
    def box(self) -> Box | None:
        """All of it."""
        lines = self.text + self.captions + self.turned
        return union([line.box for line in lines] + [figure.box for figure in self.figures])

    @property
    def centimetres(self) -> float:
        """The height it takes up; side by side counts once."""
        box = self.box
        return box.height / POINTS_A_CENTIMETRE if box else 0.0

    def first_words(self) -> str:
        """The first line of the text, or the caption of the first float, or "a figure"."""
        if self.text:
            return self.text[0].text
        if self.captions:
            return self.captions[0].text
        if self.figures:
            return "a figure"
        return self.turned[0].text if self.turned else ""

    def described(self) -> str:
        """What it is, in a few words: "11 lines of text", "a figure (9.3 cm)"."""
        parts: list[str] = []
        if self.text:
            parts.append(f"{plural(self.rows, 'line')} of text")
        if self.figures or self.captions:
            kind = "a table" if self.captions and self.captions[0].text[:3].lower() == "tab" else "a figure"
            parts.append(kind if self.text else f"{kind} ({self.centimetres:.1f} cm high)")
        if self.turned and not (self.figures or self.captions):
            parts.append(f"text set at an angle ({self.centimetres:.1f} cm high)")
        return " and ".join(parts) or "a picture of a page"


def union(boxes: Iterable[Box]) -> Box | None:
    """The smallest box that holds all, None for none."""
    whole: Box | None = None
    for box in boxes:
        whole = box if whole is None else whole.union(box)
    return whole


def content_after(paper: Paper, limit: int) -> list[PageContent]:
    """What stands beside references on each page after page `limit` that holds content, as its kind says."""
    return [content for index, content in _contents(paper) if index >= limit]


@once_a_paper
def _contents(paper: Paper) -> tuple[tuple[int, PageContent], ...]:
    """The content of each page that holds some, with the page's place among all."""
    cited = reference_lines(paper)
    pages = enumerate(paper.pages)
    return tuple((index, _content_of(page, cited, paper)) for index, page in pages if page.kind in _WITH_CONTENT)


def _content_of(page: Page, cited: frozenset[LineRef], paper: Paper) -> PageContent:
    own = [
        (LineRef(page.number, index), line)
        for index, line in enumerate(page.lines)
        if line.region not in FURNITURE and (page.number, index) not in cited and any(map(str.isalnum, line.text))
    ]
    figures = Bands(figure.box for figure in page.figures)
    text = [(at, line) for at, line in own if not _is_in_float(line, figures)]
    main = next(iter(paper.parts.references), None)
    return PageContent(
        page=page,
        text=tuple(line for _, line in text),
        captions=tuple(line for _, line in own if line.region is Region.CAPTION),
        figures=page.figures,
        turned=_turned([line for _, line in own if line.region is Region.ROTATED]),
        follows_references=main is not None and (main.last < text[0][0] if text else main.last.page <= page.number),
    )


def _turned(lines: list[Line]) -> tuple[Line, ...]:
    """The text set at an angle, where it is more than a label."""
    return tuple(lines) if sum(len(line.text) for line in lines) >= _LONGEST_LABEL else ()


def _is_in_float(line: Line, figures: Bands) -> bool:
    """Whether a line is a float's, not prose that merely stands between the entries of a list."""
    if line.region in DRAWN:
        return figures.touch(line.box)
    return line.region in _OUT_OF_FLOW


def reference_pages_worth(paper: Paper) -> float:
    """How many pages the reference lists fill, by their height in the text block; in columns each fills its share."""
    block = paper.layout.text_block
    if block is None or block[3] <= block[1]:
        return 0.0
    height = block[3] - block[1]
    spans: dict[tuple[int, int], tuple[float, float]] = {}
    for ref in reference_lines(paper):
        line = paper.pages[ref.page - 1].lines[ref.line]
        key = (ref.page, line.column)
        top, bottom = spans.get(key, (line.box.top, line.box.bottom))
        spans[key] = (min(top, line.box.top), max(bottom, line.box.bottom))
    columns = {page: 1 + max(line.column for line in paper.pages[page - 1].lines) for page, _ in spans}
    return sum(min(1.0, (bottom - top) / height) / columns[page] for (page, _), (top, bottom) in spans.items())


def page_location(paper: Paper, contents: Sequence[PageContent]) -> Location:
    """The pages of the contents, with the box of the first."""
    box = contents[0].box
    bbox = tuple(round(side, 1) for side in box) if box else None
    pages = tuple(one.page.number for one in contents)
    return Location(file=paper.file, page=pages[0], pages=pages, bbox=bbox)


def share_filled(paper: Paper, content: PageContent) -> float:
    """How much of its page the content takes up, 0 to 1: from its first to its last line, in columns the mean of them.

    Text at the top counts from the top of the text block.
    """
    block = paper.layout.text_block
    if block is None or block[3] <= block[1]:
        return 1.0
    columns = paper.layout.columns or 1
    width = (block[2] - block[0]) / columns
    boxes = [line.box for line in content.text + content.captions] + [figure.box for figure in content.figures]
    shares = []
    for column in range(columns):
        left, right = block[0] + column * width, block[0] + (column + 1) * width
        own = [box for box in boxes if box.x0 < right - width / 4 and box.x1 > left + width / 4]
        top = min((box.top for box in own), default=block[1])
        top = block[1] if top < block[1] + _NEAR_TOP else top
        shares.append(min(1.0, (max((box.bottom for box in own), default=top) - top) / (block[3] - block[1])))
    return sum(shares) / columns


def granted_share(paper: Paper, first: PageContent, allowed: float) -> float:
    """The share of what stands on that page that the limit still allows, where it falls within the page."""
    part = allowed % 1
    if not part or first.page.number != int(allowed) + 1:
        return 0.0
    return part / max(part, share_filled(paper, first))
