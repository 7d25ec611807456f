"""What a hidden text weighs: whether it instructs, came with a figure, is a scanner's or a formula's source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from faimi_check.model.bands import Bands
from faimi_check.model.page import HiddenText, Page
from faimi_check.model.paper import Paper
from faimi_check.rules.hidden.identity import identity_in, is_of_figure
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.asking.coded import coded_requests
from faimi_check.rules.naming.asking.score import asking_share
from faimi_check.rules.naming.people.han_names import JOINED
from faimi_check.rules.naming.text.requests import is_instruction

_WORD = late(r"[^\W\d_]{2,}")
# A letter of these scripts is a syllable or a word.
_IDEOGRAPH = late(JOINED)
_COMMAND = late(r"\\[A-Za-z]{2,}|[_^]\{")
_ARGUMENT = late(r"\\[A-Za-z]{1,40} ?(?:\{[^{}]{0,80}\})?")
_PLAIN_WORD = late(r"(?<![\w\\])[A-Za-z]{3,}(?!\w)")
_FEWEST_PROSE = 4
_LONGEST_LABEL = 8
_CODE_SHARE = 0.08
# How likely a hidden text asks for something that is told as such; what a figure lost may speak of anything.
_ASKS, _ASKS_IN_FIGURE = 0.7, 0.95
_MODE = "drawn in the invisible text mode"


def instructs(page: Page, hidden: HiddenText) -> bool:
    """Whether a text instructs; what a scanner read off a form may ask something of whoever fills it in."""
    of_figure = is_of_figure(hidden) or _is_ocr(page, hidden)
    if is_instruction(hidden.text, of_figure=of_figure):
        return True
    if asking_share(hidden.text) >= (_ASKS_IN_FIGURE if of_figure else _ASKS):
        return True
    return any(True for _ in coded_requests(hidden.text))


def is_label(hidden: HiddenText) -> bool:
    """Whether a text is what `trim` and `clip` cut off a figure every day: a few words of an axis or a legend."""
    return is_of_figure(hidden) and len(hidden.text.split()) <= _LONGEST_LABEL


def counts(paper: Paper, page: Page, hidden: HiddenText) -> bool:
    """Whether a text is worth a finding of its own: what identifies somebody is told as that."""
    if hidden.repeated or _is_ocr(page, hidden) or _is_source(hidden.text):
        return False
    return identity_in(paper, page, hidden) is None


def letters(blocks: Sequence[HiddenText]) -> int:
    """How many letters the words of some texts have."""
    return letters_in(hidden.text for hidden in blocks)


def letters_in(texts: Iterable[str]) -> int:
    """The same of plain texts."""
    words = (word for text in texts for word in _WORD.findall(text))
    return sum(len(word) + 2 * len(_IDEOGRAPH.findall(word)) for word in words)


def _is_ocr(page: Page, hidden: HiddenText) -> bool:
    """Invisible text over a picture: what a scanner read off it."""
    area = hidden.box.width * hidden.box.height
    return hidden.how == _MODE and area > 0 and any(True for _ in _images(page).over(hidden.box, 0.9 * area))


@once_a_paper
def _images(page: Page) -> Bands:
    return Bands(image.box for image in page.images)


def _is_source(text: str) -> bool:
    """LaTeX source of a formula, which packages for accessibility put behind it."""
    found = len(_COMMAND.findall(text))
    prose = _PLAIN_WORD.findall(_ARGUMENT.sub(" ", text)) if found else ()
    return found > 0 and (len(prose) < _FEWEST_PROSE or found > max(2, _CODE_SHARE * len(text.split())))
