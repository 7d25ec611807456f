"""What stands between title and abstract: persons, institutions, a placeholder, or a template nobody filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from faimi_check.model.page import Line, Region
from faimi_check.model.paper import LineRef, Paper
from faimi_check.model.passage import join_with_hyphens, lines_at, page_lines
from faimi_check.rules.identity import Identifier, emails, fold, is_placeholder, orcids
from faimi_check.rules.identity.matter import table

_MAX_LINES = 60
_FALLBACK_LINES = 12
_SEPARATOR = re.compile(
    r"\s*[,;·•|&/]\s*|\s+(?:and|und|et|y)\s+|\s{3,}|\s+[\d*†‡⋆∗][\d,*†‡⋆∗]*(?:\s+|$)",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"^(?:and|und|et|by)\s+", re.IGNORECASE)
_MARKS = re.compile(r"[\d*†‡§¶∗⋆★☆✉?#^~@\[\](){}<>⟨⟩:−–—-]+$|^[\d*†‡§¶∗⋆★☆✉#^~\[\](){}<>:−–—-]+")
_ENVELOPE = re.compile(r"\((?:B|\s|✉|�|[A-Z]?\))?\)?(?=\s*(?:,|;|$|and\b))")
_SUPERSCRIPT = re.compile(r"(?<=[^\W\d_])[\d*†‡§¶∗⋆★✉](?:[\d,;*†‡§¶∗⋆★✉?\s]{0,12}(?=[^\w]|$))?")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’‘`.·-]){0,30}")
_PARTICLE = frozenset(
    ["de", "del", "della", "di", "da", "dos", "das", "do", "la", "le", "van", "von", "der", "den", "ter", "ten", "zu", "el", "al", "bin", "ben", "ibn", "y", "af", "av", "du", "des", "st", "jr", "sr", "ii", "iii"]
)  # fmt: skip
# Words of titles that no name has: at the beginning, or anywhere.
_TITLE_WORD = re.compile(
    r"^(?:A|The|Our|Towards?|Using|How|What|When|Why|Learning|Deep|On the) "
    r"|\b(?:of|for|with|from|in|via|by|using|through|under) ",
    re.IGNORECASE,
)
_CJK_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}")
_DATE = re.compile(
    r"\b(?:\d{1,2}\.? ?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? ?(?:\d{1,2}(?:st|nd|rd|th)?,? ?)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_LOWER_WORD = re.compile(r"\b[a-z]{2,}\b")
_ADDRESSED = re.compile(r"\S*@\S*|https?:\S+|www\.\S+")


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


def author_section(paper: Paper) -> AuthorSection:
    """Reads the lines between title and abstract.

    Lines set side by side with them count, whatever their place in reading order. Where reading found no author
    block, the top of the first page is searched, and only what plainly names somebody counts.
    """
    if not paper.pages:
        return AuthorSection(Naming.ABSENT)
    common = vocabulary(paper)
    block = sorted({*paper.parts.author_block[:_MAX_LINES], *_beside_abstract(paper), *_below_title(paper, common)})
    if paper.parts.author_block:
        return read_section(list(lines_at(paper, block)), common)
    top = list(lines_at(paper, block)) or _top_of_first_page(paper)
    section = read_section(top, common)
    plain = section.naming is Naming.NAMED and bool(section.contacts or (section.persons and section.institutions))
    return section if plain else AuthorSection(Naming.ABSENT)


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


def vocabulary(paper: Paper) -> frozenset[str]:
    """The words that the paper uses in lower case: `Surgical Action` is no person where it speaks of surgical actions."""
    words: set[str] = set()
    for page in paper.pages[:40]:
        for line in page.lines:
            text = _ADDRESSED.sub(" ", line.text) if "@" in line.text or "/" in line.text else line.text
            words.update(_LOWER_WORD.findall(text))
    return frozenset(words - _PARTICLE)


def read_section(lines: list[tuple[LineRef, Line]], common: frozenset[str]) -> AuthorSection:
    """Judges an author section; `common` are words that are no names here."""
    text = join_with_hyphens(lines).text.strip()
    refs = tuple(ref for ref, _ in lines)
    printed = [line.text.strip() for _, line in lines]
    if not re.search(r"[^\W\d_]{2}", text):
        return AuthorSection(Naming.ABSENT, text, refs)
    contacts = (*emails(text), *orcids(text))
    if not contacts and is_placeholder(_DATE.sub(" ", _ADDRESSED.sub(" ", text))):
        return AuthorSection(Naming.PLACEHOLDER, text, refs)
    persons, institutions = _people_and_places(printed, common)
    naming = Naming.NAMED if contacts or persons or institutions else _without_names(text)
    return AuthorSection(naming, text, refs, persons, institutions, contacts)


def _without_names(text: str) -> Naming:
    rest, is_template = _without_template(text)
    left = [word for word in re.findall(r"[^\W\d_]{2,}", rest) if word not in _bland()]
    if left:
        return Naming.UNCLEAR
    return Naming.TEMPLATE if is_template else Naming.PLACEHOLDER


@cache
def _template_phrases() -> re.Pattern[str]:
    phrases = sorted(table("templates")["phrases"], key=len, reverse=True)
    listed = "|".join(re.escape(phrase) for phrase in phrases)
    return re.compile(
        rf"(?<![\w.-])(?:{listed}|(?!and |or )[a-z]+\.? author|author [a-z0-9]|author(?:name)?\d|(?:institut\w*|affiliation) ?[0-9a-z])(?![\w])"
    )


def _without_template(text: str) -> tuple[str, bool]:
    """What is left without dates, addresses and a template's words, and whether a template's words were there."""
    bare = _DATE.sub(" ", fold(_SUPERSCRIPT.sub(" ", text)))
    anonymous = re.sub(r"\banonym\w*(?: \w*author\S*)?", " anonymous ", bare)
    rest, count = _template_phrases().subn(" ", anonymous)
    return _ADDRESSED.sub(" ", rest), count > 0


def _people_and_places(printed: list[str], common: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    persons: list[str] = []
    institutions: list[str] = []
    for line in printed:
        if is_placeholder(line) or is_placeholder(_without_template(line)[0]):
            continue
        bare = _ADDRESSED.sub(" ", line)
        if is_institution(bare):
            institutions.append(bare.strip())
            continue
        found = [name for name in names_in(bare, common) if name not in persons]
        # Below an institution a line of several parts is rather an address: "Nordhavn, Eastmere, Estmark".
        if not institutions or len(found) == 1 or _SUPERSCRIPT.search(bare):
            persons += found
    return tuple(persons), tuple(institutions)


def names_in(text: str, common: frozenset[str] = frozenset()) -> list[str]:
    """The persons that a line of names lists, marks taken off, in order."""
    cleaned = _SUPERSCRIPT.sub(" , ", _ENVELOPE.sub(" ", text))
    found = []
    for part in _SEPARATOR.split(cleaned):
        name = _MARKS.sub("", _CONJUNCTION.sub("", part.strip())).strip(" .*")
        name = _MARKS.sub("", name).strip()
        if is_person(name, common) and not is_placeholder(name):
            found.append(name)
    return found


def is_person(name: str, common: frozenset[str] = frozenset()) -> bool:
    """Whether the text is shaped like a person's full name and is not made of words common in the paper."""
    if _CJK_NAME.fullmatch(name):
        return True
    words = name.split()
    if not 2 <= len(words) <= 6 or not all(_NAME_WORD.fullmatch(word) for word in words):
        return False
    proper = [word for word in words if fold(word) not in _PARTICLE]
    if not proper or not all(word[0].isupper() for word in proper) or _TITLE_WORD.search(name):
        return False
    long = [fold(word).strip(".") for word in proper if len(word.strip(".")) > 1]
    if not long or fold(name) in table("institutions")["countries"]:
        return False
    if any(word in table("placeholders")["core"] or "anonym" in word for word in long):
        return False
    return any(word not in common for word in long) and not _looks_institutional(name)


def is_institution(text: str) -> bool:
    """Whether the text names an institution: a word such as `University`, with a name beside it."""
    folded = fold(text)
    if not _strong().search(folded) or is_placeholder(text) or is_placeholder(_without_template(text)[0]):
        return False
    rest = [word for word in re.findall(r"[^\W\d_]{2,}", _strong().sub(" ", folded)) if word not in _bland()]
    return bool(rest) or bool(re.search(r"\b(?:ibm|google|microsoft|nvidia|inria|dkfz|epfl|cnrs|kaist)\b", folded))


def _looks_institutional(name: str) -> bool:
    return _strong().search(fold(name)) is not None


@cache
def _strong() -> re.Pattern[str]:
    listed = "|".join(re.escape(stem) for stem in table("institutions")["strong"])
    return re.compile(rf"(?<![\w-])(?:{listed})\w{{0,10}}(?![\w])")


@cache
def _bland() -> frozenset[str]:
    fillers = table("placeholders")["filler"] + table("placeholders")["core"]
    return frozenset(fillers) | {
        "our",
        "local",
        "national",
        "medical",
        "science",
        "computer",
        "engineering",
        "sciences",
    }
