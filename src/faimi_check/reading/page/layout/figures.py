"""Figures and tables as regions: images and drawings that stand together, rules that frame a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from faimi_check.model.page import Box, Page
from faimi_check.reading.page.layout.clusters import MAX_SIDE, clusters

_RULE = 1.6
_MIN_SIDE = 14.0
_BACKGROUND_SHARE = 0.85
_TABLE_RULE = 40.0
# Points by which the rules of a table differ in width, and by which what a grid joins goes beyond it.
_SAME_EDGE, _EDGE = 4.0, 8.0
_MAX_RULES = 1_500
# Times the page's width; signs a line, and lines, of running text, of which no figure has so many that wide.
_EDGE_TO_EDGE, _PROSE, _FEWEST_PROSE = 0.9, 60, 6
_MIN_REPEATS = 3
_MOST_PAGES = 0.6
_MAX_FIGURES = 60
_TABLE_HEIGHT = 220.0


class Drawn(NamedTuple):
    """Places of figures and, apart from them, of tables framed by rules."""

    figures: list[Box]
    tables: list[Box]


Stationery = frozenset[tuple[int, int, int, int]]


def find_stationery(pages: Sequence[Page]) -> Stationery:
    """Places (in whole points) where most pages have the same picture or shape: a logo, a watermark, a bar."""
    counts: Counter[tuple[int, int, int, int]] = Counter()
    for page in pages:
        boxes = {image.box for image in page.images}.union([drawing.box for drawing in page.drawings])
        counts.update({place for box in boxes if (place := _place(box)) is not None})
    least = max(_MIN_REPEATS, _MOST_PAGES * len(pages))
    return frozenset(place for place, count in counts.items() if count >= least)


def _place(box: Box) -> tuple[int, int, int, int] | None:
    x0, top, x1, bottom = box
    if abs(x0) < MAX_SIDE and abs(top) < MAX_SIDE and abs(x1) < MAX_SIDE and abs(bottom) < MAX_SIDE:
        return round(x0), round(top), round(x1), round(bottom)
    return None


def find_drawn(page: Page, stationery: Stationery = frozenset()) -> Drawn:
    """Where images and drawings stand together, and where rules frame a table; stationery left out."""
    large = _BACKGROUND_SHARE * page.width * page.height
    solid = [
        box
        for image in page.images
        if not (_is_left_out(box := image.box, large, stationery) or _is_overlay(box, page))
    ]
    rules: list[Box] = []
    for drawing in page.drawings:
        box = drawing.box
        if not (_is_left_out(box, large, stationery) or drawing.shows_nothing):
            (rules if _is_rule(box) else solid).append(box)
    if len(rules) > _MAX_RULES:
        solid, rules = solid + rules, []
    figures = _clustered(solid, rules, page)
    if closing := _closing(rules, figures):
        figures = _clustered(solid, [rule for rule in rules if rule not in closing], page)
    return Drawn(figures, _largest(_tables(rules, figures, page)))


def _clustered(solid: list[Box], rules: list[Box], page: Page) -> list[Box]:
    return _largest([box for box in clusters(solid, page, joining=rules) if _is_figure(box)])


def _closing(rules: Sequence[Box], figures: Sequence[Box]) -> set[Box]:
    """The rules at a figure's edge that belong to a table right above or below: others as wide stand there, too."""
    level = [rule for rule in rules if _is_level(rule)] if figures else []
    free = [rule for rule in level if not any(rule.overlap(figure) > 0 for figure in figures)]
    return {
        rule
        for figure in figures
        for rule in level
        if rule.overlap(figure) > 0
        and any(_are_as_wide(rule, other) and _is_beyond(other, rule, figure) for other in free)
    }


def _is_beyond(other: Box, rule: Box, figure: Box) -> bool:
    """Whether another rule stands outside a figure, at the side of that edge at which this one is."""
    above = rule.top - figure.top < _EDGE and 0 < rule.top - other.bottom < _TABLE_HEIGHT
    return above or (figure.bottom - rule.bottom < _EDGE and 0 < other.top - rule.bottom < _TABLE_HEIGHT)


def _is_level(rule: Box) -> bool:
    return rule.height <= _RULE and rule.width >= _TABLE_RULE


def _are_as_wide(rule: Box, other: Box) -> bool:
    return abs(rule.x0 - other.x0) < _SAME_EDGE and abs(rule.x1 - other.x1) < _SAME_EDGE


def _largest(boxes: list[Box]) -> list[Box]:
    """From top to bottom, the largest where there are too many to be figures."""
    kept = sorted(boxes, key=lambda box: -box.width * box.height)[:_MAX_FIGURES]
    return sorted(kept, key=lambda box: (box.top, box.x0))


def _is_left_out(box: Box, large: float, stationery: Stationery) -> bool:
    """Whether it is a page's background, of an area over `large`, or its stationery."""
    x0, top, x1, bottom = box
    return (x1 - x0) * (bottom - top) > large or (bool(stationery) and _place(box) in stationery)


def _is_overlay(box: Box, page: Page) -> bool:
    """Whether a picture lies over the page's running text from edge to edge, as a stamp's transparent one does."""
    if box.width < _EDGE_TO_EDGE * page.width:
        return False
    prose = [line for line in page.lines if len(line.text) >= _PROSE and line.box.overlap(box) > 0]
    return len(prose) >= _FEWEST_PROSE


def _is_rule(box: Box) -> bool:
    x0, top, x1, bottom = box
    return bottom - top <= _RULE or x1 - x0 <= _RULE


def _is_figure(box: Box) -> bool:
    return box.width >= _MIN_SIDE and box.height >= _MIN_SIDE and max(box.width, box.height) >= 2 * _MIN_SIDE


def _tables(rules: list[Box], figures: Sequence[Box], page: Page) -> list[Box]:
    """Rules that frame something: boxes closed by rules, and level rules of one width below each other."""
    free = [rule for rule in rules if not any(rule.overlap(figure) > 0 for figure in figures)]
    frames = (
        [box for box in clusters(free, page) if _is_figure(box)] if any(rule.width <= _RULE for rule in free) else []
    )
    tables = frames[:]
    for rule in sorted(filter(_is_level, free), key=lambda box: box.top):
        if any(rule.overlap(frame) > 0 for frame in frames):
            continue
        for place in range(len(frames), len(tables)):
            table = tables[place]
            if _are_as_wide(table, rule) and rule.top - table.bottom < _TABLE_HEIGHT:
                tables[place] = table.union(rule)
                break
        else:
            tables.append(rule)
    return [table for table in tables if table.height >= _MIN_SIDE]
