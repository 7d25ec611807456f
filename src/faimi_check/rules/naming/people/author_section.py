"""What stands between title and abstract: persons, institutions, a placeholder, or a template nobody filled in."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise

import msgspec

from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.text.passage import join_with_hyphens, lines_at, page_lines
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import Identifier, emails, fold, is_placeholder, orcids
from faimi_check.rules.naming.identity.person import hides_names, may_be_short_name
from faimi_check.rules.naming.identity.template import ADDRESS, DATE, bland_words, is_left_in, without_template
from faimi_check.rules.naming.people.author_lines import people_and_places, with_marks_apart
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.names import names_in, vocabulary
from faimi_check.rules.naming.people.side_column import side_columns
from faimi_check.rules.naming.text.stems import is_everyday

_MAX_LINES = 60
_FALLBACK_LINES = 12
# A subtitle: points by which it is larger than the text, its fewest words, and how many of them any text has.
_LARGER, _SUBTITLE_WORDS, _USUAL = 1.0, 4, 0.7


_WORD = late(r"[^\W\d_]{2,}")


class Naming(StrEnum):
    """What an author section does."""

    ABSENT = "absent"
    PLACEHOLDER = "placeholder"
    TEMPLATE = "template"
    NAMED = "named"
    UNCLEAR = "unclear"


class AuthorSection(msgspec.Struct, frozen=True):
    """The author section as printed and what was read in it; `refs` are its lines."""

    naming: Naming
    text: str = ""
    refs: tuple[LineRef, ...] = ()
    persons: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    contacts: tuple[Identifier, ...] = ()


@once_a_paper
def author_section(paper: Paper) -> AuthorSection:
    """Reads the lines between title and abstract.

    Lines set side by side with them count, whatever their place in reading order; of a journal's narrow column beside
    the abstract, what it says of the authors. Where reading found no author block, the top of the first page is
    searched, and only what plainly names somebody counts.
    """
    if not paper.pages:
        return AuthorSection(Naming.ABSENT)
    common = vocabulary(paper)
    lines = {*paper.parts.author_block[:_MAX_LINES], *_beside_abstract(paper), *_below_title(paper, common)}
    side = side_columns(paper)
    block = _without_title(paper, sorted(lines - side.lines | side.naming), common)
    if paper.parts.author_block:
        return _read(paper, list(lines_at(paper, block)), common)
    top = list(lines_at(paper, block)) or _top_of_first_page(paper)
    section = _read(paper, top, common)
    plain = section.naming is Naming.NAMED and bool(section.contacts or (section.persons and section.institutions))
    return section if plain else AuthorSection(Naming.ABSENT)


def _without_title(paper: Paper, block: list[LineRef], common: frozenset[str]) -> list[LineRef]:
    """Without lines set as large as the title that name nobody: the rest of a title that reading cut short; and without
    a subtitle before them."""
    while block and _is_subtitle(paper, block[0], common):
        block = block[1:]
    sizes = [line.size for _, line in lines_at(paper, paper.parts.title[:1])]
    others = [line.size for _, line in lines_at(paper, block)]
    if not sizes or min(others, default=sizes[0]) > 0.9 * sizes[0]:
        return block
    return [
        ref
        for ref, line in lines_at(paper, block)
        if abs(line.size - sizes[0]) > 0.3 or names_in(line.text, common) or is_institution(line.text)
    ]


def _is_subtitle(paper: Paper, ref: LineRef, common: frozenset[str]) -> bool:
    """Whether a line is bold, larger than the text, and of words that any text has; names are of others."""
    line = paper.pages[ref.page - 1].lines[ref.line]
    if not line.bold or line.size <= (paper.layout.body_size or 0.0) + _LARGER:
        return False
    words = _WORD.findall(line.text)
    usual = sum(map(is_everyday, words))
    everyday = len(words) >= _SUBTITLE_WORDS and usual >= _USUAL * len(words)
    return everyday and not names_in(line.text, common) and not is_institution(line.text)


def _below_title(paper: Paper, common: frozenset[str]) -> list[LineRef]:
    """Lines read as part of the title from which on persons and their institutions stand.

    None where a placeholder stands below: "Twelve Clinics and Very Few Labels" is then the rest of the title.
    """
    block = " ".join(line.text for _, line in lines_at(paper, paper.parts.author_block))
    if hides_names(block) or is_placeholder(block):
        return []
    titled = list(lines_at(paper, paper.parts.title))
    for place, (_, line) in enumerate(titled[1:], start=1):
        people = names_in(line.text, common)
        rest = " ".join(other.text for _, other in titled[place:])
        if people and (is_institution(rest) or re.match(r"by\s", line.text.strip(), re.IGNORECASE)):
            return [ref for ref, _ in titled[place:]]
    return []


def _beside_abstract(paper: Paper) -> list[LineRef]:
    """The lines of the first page below its title and above its abstract, in whichever column."""
    if not paper.parts.abstract or paper.parts.abstract[0].page != 1:
        return []
    page = paper.pages[0]
    titled = {ref.line for ref in paper.parts.title if ref.page == 1}
    abstract = page.lines[paper.parts.abstract[0].line].box.top
    title = max((page.lines[line].box.top for line in list(titled)[:1]), default=0.0)
    found = [
        ref
        for ref, line in page_lines(page)
        if ref.line not in titled
        and title < line.box.top
        and line.box.bottom <= abstract + 1
        and line.region in (Region.BODY, Region.HEADING)
    ]
    return found if len(found) <= _MAX_LINES // 2 else []


def _top_of_first_page(paper: Paper) -> list[tuple[LineRef, Line]]:
    """Where reading found no abstract: the lines before the first heading, the first line left out as the title."""
    end = min([heading.at for heading in paper.parts.headings] + list(paper.parts.abstract[:1]), default=None)
    lines = [(ref, line) for ref, line in page_lines(paper.pages[0]) if end is None or ref < end]
    return lines[1 : _FALLBACK_LINES + 1]


def _read(paper: Paper, lines: list[tuple[LineRef, Line]], common: frozenset[str]) -> AuthorSection:
    marked = [(ref, with_marks_apart(paper.pages[ref.page - 1], line)) for ref, line in lines]
    return read_section(lines, common, marked)


def read_section(
    lines: list[tuple[LineRef, Line]], common: frozenset[str], marked: list[tuple[LineRef, Line]] | None = None
) -> AuthorSection:
    """Judges an author section; `common` are words that are no names here, `marked` the same lines as names are read
    in them."""
    text = join_with_hyphens(lines).text.strip()
    refs = tuple(ref for ref, _ in lines)
    if not re.search(r"[^\W\d_]{2}", text):
        return AuthorSection(Naming.ABSENT, text, refs)
    contacts = (*emails(text), *orcids(text))
    pieces = (text, *(line.text.strip() for _, line in lines))
    if not contacts and all(is_placeholder(DATE.sub(" ", ADDRESS.sub(" ", piece))) for piece in pieces):
        return AuthorSection(Naming.PLACEHOLDER, text, refs)
    persons, institutions = people_and_places(marked or lines, common)
    naming = Naming.NAMED if contacts or persons or institutions else _without_names(text, common, pieces)
    return AuthorSection(naming, text, refs, persons, institutions, contacts)


def _without_names(text: str, common: frozenset[str], pieces: tuple[str, ...]) -> Naming:
    rest, _ = without_template(text)
    left = {word for word in _WORD.findall(rest) if word not in bland_words()}
    if any(map(may_be_short_name, pieces)) or (left and not (hides_names(rest) and _is_prose(text, left, common))):
        return Naming.UNCLEAR
    return Naming.TEMPLATE if is_left_in(text) else Naming.PLACEHOLDER


def _is_prose(text: str, left: set[str], common: frozenset[str]) -> bool:
    """Whether all of the words left are written as a sentence has them: small, or in capitals where it begins."""
    words = [(word, fold(word) in left and not word[0].islower()) for word in _WORD.findall(text)]
    side_by_side = any(one and two for (_, one), (_, two) in pairwise(words))
    return not side_by_side and all(fold(word) in common for word, named in words if named)
