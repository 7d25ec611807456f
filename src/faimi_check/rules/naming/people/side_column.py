"""The narrow column that journals set beside the abstract: affiliations, correspondence, citation, dates, licence."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from faimi_check.model.middle import median
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.text.passage import join_with_hyphens, lines_at, page_lines
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import emails, is_placeholder
from faimi_check.rules.naming.identity.template import without_template
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.names import names_in, vocabulary
from faimi_check.rules.naming.text.prose import PageLines

_GUTTER = 4.0
_NARROW = 0.5
_FULL_SHARE = 0.7
_FEWEST_LINES = 4
_SAME_SIZE = 0.5
# What stands below these words is where the authors are ...
_OF_AUTHORS = late(
    r"\W{0,3}(?:authors?[’']? (?:affiliations?|details|information|addresses)|affiliations?|corresponding authors?"
    r"|(?:for )?correspondence|address(?:es)?(?: for)? correspondence|present address|addresses)\b",
    re.IGNORECASE,
)
# ... and below these what the journal, its editors and its licence say.
_OF_OTHERS = late(
    r"\W{0,3}(?:citation|cite|how to cite|(?:(?:academic|handling|senior|guest|section|associate) )?editors?\b"
    r"|edited by|reviewed by|reviewers?|received|revised|accepted|published|publisher|copyright|©|funding"
    r"|data availability|conflicts?|competing|open access|licen[cs]e|specialty|section|keywords?|article|doi|https?:"
    r"|this article)",
    re.IGNORECASE,
)
_NUMBERED = late(r"(?:\d{1,2}|[*†‡§¶]) ?(?=[A-ZÀ-Þ][a-zà-þ])")


class SideColumns(msgspec.Struct, frozen=True):
    """All lines of the narrow columns beside the abstract on page 1, and those that name the authors or their place."""

    lines: frozenset[LineRef]
    naming: frozenset[LineRef]


def side_columns(paper: Paper) -> SideColumns:
    """Reads the narrow columns of page 1; placeholders in them name nobody."""
    columns = list(_columns(paper))
    stretches = (stretch for column in columns for stretch in _of_authors(column))
    return SideColumns(
        frozenset(ref for column in columns for ref, _ in column),
        frozenset(ref for stretch in stretches if _names(stretch, vocabulary(paper)) for ref, _ in stretch),
    )


def _names(stretch: PageLines, common: frozenset[str]) -> bool:
    text = _OF_AUTHORS.sub("", join_with_hyphens(stretch).text.strip(), count=1).strip(" :")
    if is_placeholder(text) or is_placeholder(without_template(text)[0]):
        return False
    return is_institution(text) or bool(names_in(text, common)) or any(emails(text))


def _columns(paper: Paper) -> Iterator[PageLines]:
    """The lines to the left and to the right of the abstract that make a narrow column in small type, from the top."""
    abstract = [line for ref, line in lines_at(paper, paper.parts.abstract) if ref.page == 1]
    # Reading takes lines of the column for the abstract's where they stand on the same rows.
    widest = max((line.box.width for line in abstract), default=0.0)
    abstract = [line for line in abstract if line.box.width > _FULL_SHARE * widest]
    if not abstract:
        return
    left, right = median(line.box.x0 for line in abstract), median(line.box.x1 for line in abstract)
    size = median(line.size for line in abstract)
    lines = sorted(page_lines(paper.pages[0]), key=lambda found: found[1].baseline)
    for side in (
        [found for found in lines if found[1].box.x1 < left - _GUTTER],
        [found for found in lines if found[1].box.x0 > right + _GUTTER],
    ):
        small = tuple((ref, line) for ref, line in side if line.size <= size + _SAME_SIZE)
        if len(small) >= _FEWEST_LINES and _width(small) < _NARROW * (right - left):
            yield small


def _width(lines: PageLines) -> float:
    return max(line.box.x1 for _, line in lines) - min(line.box.x0 for _, line in lines)


def _of_authors(column: PageLines) -> Iterator[PageLines]:
    """The stretches of the column that say where the authors are: labelled so, or numbered as affiliations are."""
    stretch: PageLines = ()
    inside = False
    for ref, line in column:
        text = line.text.strip()
        opens = _OF_AUTHORS.match(text) or (_NUMBERED.match(text) and is_institution(text))
        if opens or _OF_OTHERS.match(text):
            if stretch:
                yield stretch
            stretch, inside = (), bool(opens)
        if inside:
            stretch = (*stretch, (ref, line))
    if stretch:
        yield stretch
