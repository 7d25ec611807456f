"""Houses whose name is lettered in a drawn figure, such as a scan's banner, and stands nowhere else in the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.bands import Bands
from faimi_check.model.page import Region
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.anonymity.text.drawn_lines import figures
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.institution_names import institution_words
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.pictured.houses import broken_institutions, institutions
from faimi_check.rules.naming.pictured.matter import label_words, vendors
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import listed

_WORD = re.compile(r"[^\W\d_]{3,}")
# "As it looks on the screen in our clinic".
_OUR_ROOM = late(
    r"\b(?:our (?:own )?|in-house )(?:[a-z-]+ )?(?:clinics?|hospital|wards?|departments?|units?|institution|institute"
    r"|cent(?:re|er)|practice|labs?|laborator(?:y|ies)|reading room|workstations?|consoles?|PACS|registry|biobank)\b"
)
# So many letters are too few for a name there, and so many words a screen's head has at most.
_LETTERS, _BANNER = 4, 8


def drawn_houses(paper: Paper) -> Iterator[tuple[Passage, int, int]]:
    """Where lines of figures name a house; what the text names too is judged there."""
    drawn = figures(paper)
    if not drawn:
        return
    lettering = {id(one.line) for figure in drawn for one in figure}
    printed = " ".join(fold(line.text) for page in paper.pages for line in page.lines if id(line) not in lettering)
    for figure in drawn:
        kept = [one for one in figure if _WORD.search(one.line.text)]
        at_home = _is_of_ours(figure[0].page, paper)
        # A name on two lines is told where the first one is.
        broken = Bands(told.line.box for told in broken_institutions([one.burned_in for one in kept]))
        for one in kept:
            proper = [word for word in _WORD.findall(fold(one.line.text)) if _is_proper(word, vocabulary(paper))]
            if not proper or all(word in printed for word in proper) or _is_of_viewer(fold(one.line.text)):
                continue
            if (
                any(institutions(one.burned_in))
                or (at_home and _is_banner(one.line.text, proper))
                or broken.touch(one.line.box)
            ):
                yield one.span


def _is_of_viewer(head: str) -> bool:
    """Whether it is the head of a program that everybody has: "OHIF Viewer (Massachusetts General Hospital)"."""
    return any(all(part in head for part in viewer.split("|")) for viewer in listed("pictured", "viewers"))


def _is_of_ours(page: int, paper: Paper) -> bool:
    """Whether a caption of the page says that its figure shows a screen or room of the authors' own."""
    captions = " ".join(line.text for line in paper.pages[page - 1].lines if line.region is Region.CAPTION)
    return ("our " in captions or "in-house " in captions) and _OUR_ROOM.search(captions) is not None


def _is_banner(text: str, proper: list[str]) -> bool:
    """Whether a line may be the head of a screen: a long proper name in capitals among few words, and no product's."""
    capitals = {fold(word) for word in _WORD.findall(text) if word.isupper() and len(word) > _LETTERS}
    named = any(word in capitals and word not in listed("mentions", "makers") for word in proper)
    return named and len(text.split()) <= _BANNER and not vendors().search(fold(text))


def _is_proper(word: str, common: frozenset[str]) -> bool:
    """Whether a word may be a house's own name: none of every day, of labels, of the paper or of houses in general."""
    general = is_everyday(word) or word in common or word in label_words()
    return not general and institution_words().fullmatch(word) is None
