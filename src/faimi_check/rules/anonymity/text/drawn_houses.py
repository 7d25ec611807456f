"""Houses whose name is lettered in a drawn figure, such as a scan's banner, and stands nowhere else in the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.page import Region
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.anonymity.text.drawn_lines import drawn_lines
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.institution_names import institution_words
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.pictured.houses import institutions
from faimi_check.rules.naming.pictured.matter import label_words
from faimi_check.rules.naming.text.stems import is_everyday

_WORD = re.compile(r"[^\W\d_]{3,}")


def drawn_houses(paper: Paper) -> Iterator[tuple[Passage, int, int]]:
    """Where lines of figures name a house; what the text names too is judged there."""
    drawn = list(drawn_lines(paper, {Region.FIGURE_TEXT}))
    if not drawn:
        return
    printed = " ".join(
        fold(line.text) for page in paper.pages for line in page.lines if line.region is not Region.FIGURE_TEXT
    )
    for passage, start, line in drawn:
        proper = [word for word in _WORD.findall(fold(line.text)) if _is_proper(word, vocabulary(paper))]
        named = proper and any(institutions(BurnedInLine(line.text, line.box, 1.0)))
        if named and not all(word in printed for word in proper):
            yield passage, start, start + len(line.text)


def _is_proper(word: str, common: frozenset[str]) -> bool:
    """Whether a word may be a house's own name: none of every day, of labels, of the paper or of houses in general."""
    general = is_everyday(word) or word in common or word in label_words()
    return not general and institution_words().fullmatch(word) is None
