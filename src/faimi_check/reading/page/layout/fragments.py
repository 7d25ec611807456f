"""Runs joined to fragments of lines: by drawing order first, then by their baseline.

Runs come in drawing order, which TeX and Word keep close to reading order. Neighbours in that order are joined
first, then fragments on one baseline that drawing order kept apart (superscripts, numbers of headings).
"""

from __future__ import annotations

from collections.abc import Iterable

from faimi_check.model.page import TextRun

# Shares of the font size.
_JOIN = 0.6
_MERGE = 1.3
_SAME_BASELINE = 0.3
_SHIFTED_BASELINE = 0.5
_OVERLAP = 1.2
# What follows on without a gap may be raised further, and in full size (ORCID iDs of older classes).
_TOUCHING = 0.35
_RAISED = 0.46
# Smaller type at this distance is a note in the margin that happens to stand on the text's baseline.
_NOTE_GAP, _NOTE_SIZE = 0.9, 0.92
# A label ("[12]", "3.1", a bullet) may stand further from its text than words do.
_LABEL_GAP = 3.5
_LABEL_CHARACTERS = 8
# A joined fragment reaches further and may meet its next neighbour only then.
_PASSES = 3
_RECENT = 60


class Fragment:
    """Runs drawn one after the other on one baseline; grows run by run. `characters` counts those of all runs."""

    __slots__ = ("anchor", "baseline", "bottom", "characters", "order", "size", "texts", "top", "x0", "x1")

    def __init__(self, index: int, run: TextRun) -> None:
        self.texts: list[tuple[int, TextRun]] = [(index, run)]
        self.x0, self.top, self.x1, self.bottom = run.box
        self.baseline = run.baseline
        self.size = run.size
        self.anchor = self.characters = len(run.text)
        self.order = run.order

    def takes(self, run: TextRun) -> bool:
        """Whether the run goes on where this fragment ends."""
        own = run.size
        size = own if own > self.size else self.size
        gap = run.box.x0 - self.x1
        if not -_OVERLAP * size <= gap <= _JOIN * size:
            return False
        return on_one_baseline(self.baseline, self.size, run.baseline, own) or (
            -_TOUCHING * size <= gap <= _TOUCHING * size and abs(self.baseline - run.baseline) <= _RAISED * own
        )

    def add(self, index: int, run: TextRun) -> None:
        """Appends the run."""
        self.texts.append((index, run))
        count = len(run.text)
        self.characters += count
        self._grow(run.box, run.baseline, run.size, count)

    def absorb(self, other: Fragment) -> None:
        """Takes in another fragment, before or after its own text as it stands on the page."""
        self.texts = self.texts + other.texts if self.x0 <= other.x0 else other.texts + self.texts
        self.characters += other.characters
        self._grow((other.x0, other.top, other.x1, other.bottom), other.baseline, other.size, other.anchor)
        self.order = min(self.order, other.order)

    def _grow(self, box: tuple[float, float, float, float], baseline: float, size: float, characters: int) -> None:
        """Takes in a box; the baseline is that of the longest piece in the largest size."""
        # Comparisons cost less than calls, and most runs only reach further to the right.
        x0, top, x1, bottom = box
        if x0 < self.x0:
            self.x0 = x0
        if x1 > self.x1:
            self.x1 = x1
        if top < self.top:
            self.top = top
        if bottom > self.bottom:
            self.bottom = bottom
        if size > self.size * 1.05 or (size > self.size * 0.95 and characters > self.anchor):
            self.size, self.baseline, self.anchor = size, baseline, characters


def on_one_baseline(first: float, first_size: float, second: float, second_size: float) -> bool:
    """Whether two pieces read as one line; a small one may be a superscript, a very large one is a drop cap."""
    small, large = (second_size, first_size) if second_size < first_size else (first_size, second_size)
    if small <= 0 or large > 1.8 * small:
        return abs(first - second) <= 0.15 * large
    share = _SAME_BASELINE if large < 1.15 * small else _SHIFTED_BASELINE
    return abs(first - second) <= share * large


def fragments_of(runs: Iterable[tuple[int, TextRun]]) -> list[Fragment]:
    """Joins runs that were drawn one after the other and stand one after the other."""
    fragments: list[Fragment] = []
    for index, run in runs:
        if fragments and fragments[-1].takes(run):
            fragments[-1].add(index, run)
        else:
            fragments.append(Fragment(index, run))
    return fragments


def merge_rows(fragments: list[Fragment], gutter: tuple[float, float] | None) -> list[Fragment]:
    """Joins fragments that share a baseline and stand close together, never across the gutter between columns."""
    for _ in range(_PASSES):
        merged = _merge_once(fragments, gutter)
        if len(merged) == len(fragments):
            break
        fragments = merged
    return fragments


def _merge_once(fragments: list[Fragment], gutter: tuple[float, float] | None) -> list[Fragment]:
    merged: list[Fragment] = []
    recent: list[Fragment] = []
    for fragment in sorted(fragments, key=lambda one: (one.baseline, one.x0)):
        reach = fragment.baseline - 1.0
        recent = [one for one in recent[-_RECENT:] if one.baseline + _SHIFTED_BASELINE * one.size >= reach]
        partner = next((one for one in recent if _continues(one, fragment, gutter)), None)
        if partner is not None:
            partner.absorb(fragment)
        else:
            merged.append(fragment)
            recent.append(fragment)
    return merged


def _continues(one: Fragment, other: Fragment, gutter: tuple[float, float] | None) -> bool:
    left, right = (one, other) if one.x0 <= other.x0 else (other, one)
    size = max(left.size, right.size)
    gap = right.x0 - left.x1
    if gutter and left.x1 <= sum(gutter) / 2 <= right.x0:
        return False
    if not on_one_baseline(left.baseline, left.size, right.baseline, right.size):
        return False
    if -_OVERLAP * size <= gap <= _MERGE * size:
        return gap <= _NOTE_GAP * size or min(left.size, right.size) > _NOTE_SIZE * size or _is_label(left)
    return 0 < gap <= _LABEL_GAP * size and _is_label(left) and abs(left.baseline - right.baseline) < 0.5


def _is_label(fragment: Fragment) -> bool:
    if fragment.characters > _LABEL_CHARACTERS:
        return False
    text = "".join(run.text for _, run in fragment.texts).strip()
    return text in "•–∗*◦▪-" or text.strip("[]().").replace(".", "").isdigit() or (text[:1] == "[" and text[-1:] == "]")
