"""What a page draws, taken in within bounds."""

from __future__ import annotations

from faimi_check.model.page import UNSEEN, Box, Drawing, HiddenText, Image, TextRun
from faimi_check.model.problem import Aspect, Problem, ProblemKind
from faimi_check.reading.page.objects.seen_sizes import SMALLEST, is_nominal_only, with_seen_sizes

_SCAN_SHARE = 0.6
_SCAN_CHARACTERS = 60
# A page with no letters but its number shows all that it says in a picture, which a margin may surround.
_BARE_CHARACTERS, _BARE_SHARE = 8, 0.3
_OUTLINED_PATHS = 800
# Heights of its box.
_WIDEST_LETTER = 1.5


class Found:
    """What one page has drawn so far, within bounds."""

    def __init__(self, max_texts: int, max_drawings: int) -> None:
        self.texts = self.mute = 0
        self.cut_short = self._nominal = False
        self.runs: list[TextRun] = []
        self.images: list[Image] = []
        self.drawings: list[Drawing] = []
        self.unread: list[Box] = []
        self._unseen: list[str] = []
        self._unseen_at: Box | None = None
        self._max_texts = max_texts
        self._max_drawings = max_drawings
        self._overflow: Box | None = None

    @property
    def full(self) -> bool:
        """Whether no more text is taken in."""
        return self.texts >= self._max_texts

    def add_run(self, run: TextRun) -> None:
        self.texts += 1
        self.runs.append(run)
        if run.size < SMALLEST and is_nominal_only(run.size, run.box.height):
            self._nominal = True

    def sized_runs(self) -> list[TextRun]:
        """The runs, each with the size that is seen."""
        return with_seen_sizes(self.runs) if self._nominal else self.runs

    def add_blank(self, *, mute: bool) -> None:
        """A piece of white space, or one that reads as nothing."""
        self.texts += 1
        self.mute += mute

    def add_unread(self, box: Box, letters: int) -> None:
        """Where a piece of text stands that reads as nothing (0 letters), or as signs for no letter.

        A few signs far apart are the pieces of large brackets in formulas.
        """
        if letters and box.width > _WIDEST_LETTER * letters * box.height:
            return
        if box.width > 0 and len(self.unread) < self._max_drawings:
            self.unread.append(box)

    def add_unseen(self, raw: str, box: Box) -> None:
        """A piece of text with characters that nobody sees."""
        self._unseen.append(raw)
        self._unseen_at = self._unseen_at or box

    def told_unseen(self) -> tuple[HiddenText, ...]:
        """What such characters say, all of the page together: one piece of text may hold but one."""
        if self._unseen_at is None:
            return ()
        from faimi_check.reading.unseen_letters import unseen_text

        text = unseen_text(" ".join(self._unseen))
        return (HiddenText(text, self._unseen_at, UNSEEN),) if text else ()

    def add_image(self, image: Image | None) -> None:
        if image is not None:
            self.images.append(image)

    def add_drawing(self, drawing: Drawing | None) -> None:
        if drawing is None:
            return
        if len(self.drawings) < self._max_drawings:
            self.drawings.append(drawing)
        else:
            self._overflow = drawing.box if self._overflow is None else self._overflow.union(drawing.box)

    def all_drawings(self) -> list[Drawing]:
        """The drawings, with all beyond the bound as a single one."""
        if self._overflow is None:
            return self.drawings
        return [*self.drawings, Drawing(self._overflow, fill=None, stroke=None, order=self.drawings[-1].order + 1)]

    def is_scan(self, area: float) -> bool:
        """A picture of a page, or letters drawn as paths: hardly any text, and something that fills the page."""
        letters = sum(len(run.text) for run in self.runs if run.mode != 3)
        if letters >= _SCAN_CHARACTERS or area <= 0:
            return False
        share = _BARE_SHARE if letters < _BARE_CHARACTERS else _SCAN_SHARE
        covered = sum(image.box.width * image.box.height for image in self.images)
        return covered > share * area or len(self.drawings) >= _OUTLINED_PATHS

    def problems(self, number: int) -> tuple[Problem, ...]:
        """What was not read of the page with this number."""
        if not self.cut_short:
            return ()
        detail = f"Page {number} draws text in too many pieces, over the limit: {self.texts:,} were read, the rest not."
        aspects = (Aspect.TEXT, Aspect.LAYOUT, Aspect.VISIBILITY)
        return (Problem(kind=ProblemKind.LIMIT, aspects=aspects, detail=detail, page=number),)
