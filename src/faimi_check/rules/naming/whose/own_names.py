"""What authors call their own: the names of what they made, and their own names in an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.submission import KnownAuthor
from faimi_check.model.text.passage import join, lines_at
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import HARMLESS, LinkClass, fold, letters_of
from faimi_check.rules.naming.identity.beginnings import beginnings, begun
from faimi_check.rules.naming.identity.link_class import parse
from faimi_check.rules.naming.mentions.everyones import institution_acronyms
from faimi_check.rules.naming.people.author_forms import forms_of
from faimi_check.rules.naming.people.author_section import author_section
from faimi_check.rules.naming.people.file_names import names_in_slug
from faimi_check.rules.naming.people.name_forms import NameForms
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.text.prose import own_text
from faimi_check.rules.naming.whose.others_work import TOOL
from faimi_check.rules.tables import table

_BEFORE_COLON = late(rf"^\W*{TOOL}\s?[:–—]")
_PRESENTED = late(
    r"\b(?:[Ww]e|[Tt]his (?:paper|work|article)) (?:\w+ ){0,2}"
    r"(?:present|introduc|propos|develop|releas|built|build|call|dubb|nam|term)(?:e?d|e?s|e)? (?:the |our |it )?"
    rf"{TOOL}(?=\s?[,.(:]| (?:a|an|which|that|to|for|framework|tool\w*|library|package|benchmark|data ?set)\b)"
)
_DATA = r"(?i:data ?(?:sets?|base|bank)?|cohort|benchmark|corpus|collection|registry|atlas|biobank)"
_PROPER = r"([A-Z][\w-]{3,30}(?: [A-Z][\w-]{2,20})?)"
_BEGINS = beginnings("we ", "this ")
_DATA_BEFORE_COLON = late(rf"\W*{_PROPER}\s?[:–—] ?(?:[\w-]+ ){{0,8}}{_DATA}\b")
_BRINGS = r"(?:present|introduc|propos|releas|built|build|publish|collect|curat|compil|contribut)(?:ed|e)?"
_DATA_BROUGHT = late(
    rf"\b[Ww]e (?:\w+ ){{0,2}}{_BRINGS} (?:the |our )?{_PROPER}(?: {_DATA}|, an? (?:[\w-]+ ){{0,4}}{_DATA})\b"
)
# What a paper brings, it says at its beginning.
_BEGINNING = 12_000
_WORDS = re.compile(r"[^\W\d_]+")
_IS_AVAILABLE = late(
    r" (?:is|are|can be) (?:[\w-]+ ){0,3}"
    r"(?:available|downloaded|found|accessible|accessed|hosted|released)(?: [\w-]+){0,4}\W{0,3}$"
)
_POSSESSIVE = late(r"[’']s$")
_NAME_REACH = 5
_MIN_NAME = 4
# Every link is looked through for each.
_MAX_PEOPLE, _MOST_NAMES = 100, 50
_OF_COPY = 2
# What the host puts behind the name of each copy.
_CODE = re.compile(r"-[0-9A-Fa-f]{4}\Z")


class Signs(msgspec.Struct, frozen=True):
    """By what a link is known as the authors' own, whatever is said of it: the lines of the author section, their
    names, and the names of what they made."""

    section: frozenset[LineRef]
    people: tuple[NameForms, ...]
    names: tuple[str, ...]

    def own(self, said: bool | None, kind: LinkClass, before: str, address: str) -> bool | None:
        """Whose the link is, given what the words round it said."""
        if kind in HARMLESS or said:
            return said
        return True if authors_in(address, self.people) or named_own(self.names, before, address) else said


def signs_of(paper: Paper, known: tuple[KnownAuthor, ...]) -> Signs:
    """The signs of a paper and of those who are `known` to have written it."""
    section = author_section(paper)
    people = (*known, *(KnownAuthor(name=person) for person in section.persons))
    return Signs(frozenset(section.refs), tuple(forms_of(author) for author in people[:_MAX_PEOPLE]), own_names(paper))


@once_a_paper
def own_names(paper: Paper) -> tuple[str, ...]:
    """What the paper calls its own tool or data set: before the title's colon, or after "we present"; folded."""
    title = join(lines_at(paper, paper.parts.title)).text
    found = [match[1] for match in _BEFORE_COLON.finditer(title)]
    for passage in own_text(paper)[:1]:
        found += [match[1] for match in begun(_PRESENTED, _BEGINS, passage.text)]
    found += _own_data(paper, title)
    names = dict.fromkeys(letters_of(name) for name in found if len(letters_of(name)) >= _MIN_NAME)
    return tuple(islice(names, _MOST_NAMES))


def _own_data(paper: Paper, title: str) -> Iterator[str]:
    """What title or introduction call data that the paper brings, where that is no word of the paper."""
    said = own_text(paper)[0].text[:_BEGINNING] if own_text(paper) else ""
    named = [match[1] for match in (_DATA_BEFORE_COLON.match(title),) if match]
    named += [match[1] for match in begun(_DATA_BROUGHT, _BEGINS, said)]
    yield from (name for name in named if not any(fold(word) in vocabulary(paper) for word in _WORDS.findall(name)))


def named_own(names: tuple[str, ...], before: str, address: str) -> bool:
    """Whether a link is to what the paper calls its own: "NAME is available from", or the name in the address."""
    letters = letters_of(address)
    if any(name in letters for name in names if len(name) > _MIN_NAME):
        return True
    match = _IS_AVAILABLE.search(before)
    words = before[: match.start()].split()[-_NAME_REACH:] if match else ()
    return any(letters_of(_POSSESSIVE.sub("", word)) in names for word in words)


def authors_in(address: str, authors: tuple[NameForms, ...]) -> bool:
    """Whether an address holds an author's name or a login made of it."""
    return any(form.in_name(fold(address)) is not None for form in authors)


def somebodys(paper: Paper, address: str) -> str:
    """What in an anonymous address may be somebody's name, without what the paper's title and its own tools say."""
    title = fold(join(lines_at(paper, paper.parts.title)).text)
    ordinary = frozenset((*_WORDS.findall(title), *own_names(paper)))
    parts = [_CODE.sub("", part) for part in parse(address).parts]
    # Behind the name of the copy stand those of its files.
    found = (names_in_slug(part, ordinary, led=at < _OF_COPY) or _house_in(part) for at, part in enumerate(parts))
    return next(filter(None, found), "")


def _house_in(slug: str) -> str:
    """An institution by its letters in the name of a copy, or by how its hosts are called."""
    known = {fold(name) for name in institution_acronyms() if len(name) >= _MIN_NAME}
    known.update(table("hosts")["lab"]["names"])
    return next((word for word in _WORDS.findall(slug) if fold(word) in known), "")
