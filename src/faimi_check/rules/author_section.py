"""What stands between title and abstract: persons, institutions, a placeholder, or a template nobody filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from faimi_check.model.page import Line, Region
from faimi_check.model.paper import LineRef, Paper
from faimi_check.model.passage import join_with_hyphens, lines_at, page_lines
from faimi_check.rules.identity import Identifier, emails, fold, is_placeholder, orcids
from faimi_check.rules.identity.matter import table
from faimi_check.rules.identity.template import ADDRESS, DATE, MARKED, ORCID_BRACKET, bland_words, without_template
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.names import is_institution, is_person, names_in, vocabulary
from faimi_check.rules.side_column import side_columns

_MAX_LINES = 60
_FALLBACK_LINES = 12
_LONGEST_LIST = 2_000
_DATED = re.compile(
    rf"(?:[Uu]pdated|[Dd]ate|[Ss]ubmitted|[Rr]evised|[Vv]ersion of|[Dd]raft of)?:? ?(?:{DATE.pattern})", DATE.flags
)
# Mean width of a character, of the type size, above which a line holds gaps: prose has about half.
_WIDE = 0.6
_AFFILIATION_NUMBER = re.compile(r"(?:\d{1,2}|[a-z]|[*†‡§¶∗⋆]) ?(?=[A-ZÀ-Þ])")


class Naming(StrEnum):
    """What an author section does."""

    ABSENT = "absent"
    PLACEHOLDER = "placeholder"
    TEMPLATE = "template"
    NAMED = "named"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class AuthorSection:
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
        return read_section(list(lines_at(paper, block)), common)
    top = list(lines_at(paper, block)) or _top_of_first_page(paper)
    section = read_section(top, common)
    plain = section.naming is Naming.NAMED and bool(section.contacts or (section.persons and section.institutions))
    return section if plain else AuthorSection(Naming.ABSENT)


def _without_title(paper: Paper, block: list[LineRef], common: frozenset[str]) -> list[LineRef]:
    """Without lines set as large as the title that name nobody: the rest of a title that reading cut short."""
    sizes = [line.size for _, line in lines_at(paper, paper.parts.title[:1])]
    others = [line.size for _, line in lines_at(paper, block)]
    if not sizes or min(others, default=sizes[0]) > 0.9 * sizes[0]:
        return block
    return [
        ref
        for ref, line in lines_at(paper, block)
        if abs(line.size - sizes[0]) > 0.3 or names_in(line.text, common) or is_institution(line.text)
    ]


def _below_title(paper: Paper, common: frozenset[str]) -> list[LineRef]:
    """Lines read as part of the title from which on persons and their institutions stand."""
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


def read_section(lines: list[tuple[LineRef, Line]], common: frozenset[str]) -> AuthorSection:
    """Judges an author section; `common` are words that are no names here."""
    text = join_with_hyphens(lines).text.strip()
    refs = tuple(ref for ref, _ in lines)
    if not re.search(r"[^\W\d_]{2}", text):
        return AuthorSection(Naming.ABSENT, text, refs)
    contacts = (*emails(text), *orcids(text))
    if not contacts and is_placeholder(DATE.sub(" ", ADDRESS.sub(" ", text))):
        return AuthorSection(Naming.PLACEHOLDER, text, refs)
    persons, institutions = _people_and_places(lines, common)
    naming = Naming.NAMED if contacts or persons or institutions else _without_names(text)
    return AuthorSection(naming, text, refs, persons, institutions, contacts)


def _without_names(text: str) -> Naming:
    rest, is_template = without_template(text)
    left = [word for word in re.findall(r"[^\W\d_]{2,}", rest) if word not in bland_words()]
    if left:
        return Naming.UNCLEAR
    return Naming.TEMPLATE if is_template else Naming.PLACEHOLDER


def _people_and_places(
    lines: list[tuple[LineRef, Line]], common: frozenset[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    persons: list[str] = []
    institutions: list[str] = []
    numbered = False
    for text, broken in _entries(lines, common):
        if is_placeholder(text) or is_placeholder(without_template(text)[0]):
            continue
        opens_affiliation = _AFFILIATION_NUMBER.match(text) is not None and bool(persons)
        if is_institution(text) or _is_centre(text):
            institutions.append(text)
            numbered = numbered or opens_affiliation
            persons += _before_institution(text, common) if not persons else []
            continue
        numbered = numbered or opens_affiliation
        marked = MARKED.search(text) is not None
        # Affiliations that are numbered run on over lines: only what is marked as a name is one below them.
        if opens_affiliation or (numbered and not marked):
            continue
        found = [name for name in names_in(text, common) if name not in persons]
        found = [part for name in found for part in (_side_by_side(name) if broken else [name])]
        # Below an institution a line of several parts is rather an address: "Nordhavn, Eastmere, Estmark".
        if not institutions or len(found) == 1 or marked:
            persons += found
    return tuple(persons), tuple(institutions)


def _entries(lines: list[tuple[LineRef, Line]], common: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The lines without addresses and ORCID iDs, a list of names that breaks within a name joined; and whether a line
    is set so wide that names stand side by side in it."""
    held = ""
    for position, (_, line) in enumerate(lines):
        bare = ADDRESS.sub(" ", ORCID_BRACKET.sub("; ", f"{held} {line.text.strip()}"))
        text = _DATED.sub(" ", bare).strip()
        following = lines[position + 1][1].text.strip() if position + 1 < len(lines) else ""
        held = ""
        if _breaks_in_name(text, following, common):
            held = text
            continue
        wide = line.box.width > _WIDE * line.size * max(1, len(line.text.strip()))
        yield text, wide and len(text) <= len(line.text)


def _breaks_in_name(text: str, following: str, common: frozenset[str]) -> bool:
    """Whether a list of names ends in the middle of one: "..., and Mateo" / "Quiroga2"."""
    if is_institution(text) or is_institution(following) or len(text) > _LONGEST_LIST:
        return False
    *listed, last = re.split(r"[,;]|\band\b|&", text)
    last = last.strip()
    if not listed or not last or MARKED.search(last) or not names_in(text, common):
        return False
    goes_on = re.match(r"[A-ZÀ-Þ][\w'’-]{1,30}(?=[\d,;*†‡§∗⋆\[( ]|$)", following)
    if not goes_on:
        return False
    joined = re.split(r"[,;\d\[(]|\band\b|&", following)[0].strip()
    separated = re.search(r"[,;\d\[*†‡§∗⋆]|\band\b", following) is not None
    return bool(names_in(f"{last} {joined}", common)) and (separated or " " not in last) and " " not in joined


def _side_by_side(name: str) -> list[str]:
    """Two names that stand in one line with a gap which the text does not keep: an initial begins no name."""
    words = name.split()
    for at in range(2, len(words) - 1):
        halves = [" ".join(words[:at]), " ".join(words[at:])]
        if all(is_person(half) for half in halves) and not words[at].endswith("."):
            return halves
    return [name]


def _before_institution(text: str, common: frozenset[str]) -> list[str]:
    """The persons of a line that ends in their institution: "I. Lyngby and M. Quiroga, University of Nordhavn"."""
    parts = re.split(r",\s", text)
    place = next((at for at, part in enumerate(parts) if is_institution(part)), 0)
    return names_in(", ".join(parts[:place]), common) if place else []


def _is_centre(text: str) -> bool:
    """A line that begins with the name of a centre, group or firm: "Nordhavn Imaging Centre, Estmark"."""
    first = re.split(r"[,(]", re.sub(r"^\W*\d?\W*", "", text))[0].split()
    return (
        2 <= len(first) <= 6
        and all(word[0].isupper() for word in first)
        and fold(first[-1]) in table("institutions")["nouns"]
        and any(fold(word) not in bland_words() | {fold(first[-1])} for word in first)
    )
