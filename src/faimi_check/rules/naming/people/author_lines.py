"""The lines of an author section one by one: the persons and the institutions that they print."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from faimi_check.model.page import Line, Page
from faimi_check.model.parts import LineRef
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, is_placeholder
from faimi_check.rules.naming.identity.template import (
    ADDRESS,
    DATE,
    MARKED,
    ORCID_BRACKET,
    bland_words,
    without_template,
)
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.names import is_person, names_in
from faimi_check.rules.tables import listed

_LONGEST_LIST = 2_000
_DATED = late(
    rf"(?:[Uu]pdated|[Dd]ate|[Ss]ubmitted|[Rr]evised|[Vv]ersion of|[Dd]raft of)?:? ?(?:{DATE.pattern})",
    re.RegexFlag(DATE.flags),
)
# Mean width of a character, of the type size, above which a line holds gaps: prose has about half.
_WIDE = 0.6
_AFFILIATION_NUMBER = late(r"(?:\d{1,2}|[a-z]|[*†‡§¶∗⋆]) ?(?=[A-ZÀ-Þ])")
_POSTCODE = late(r"(?<![\d-])\d{4,6}(?![\d-])")
_LISTED = late(r"\s(?:and|&|und|et)\s")
# Letters that refer to affiliations, and ORCID's sign, where they are set smaller than the name.
_LETTER_MARK = late(r"(?:[a-z]|iD)(?:[,;]? ?(?:[a-z]|\d{1,2}|[*∗⁎†‡])){0,8}[,;]?")
# "Nordhavn Centre for Imaging".
_CENTRE_FOR = late(
    r"\W*(?:\d\W*)?(?:[A-ZÀ-Þ][\w'’-]* ){0,4}"
    r"(?:Cent(?:er|re|ro|rum)|Zentrum) (?:for|of|de|für|voor|for|per)\b[^,;(]{2,60}"
)
_INITIALS = late(r"(?:[A-ZÀ-Þ]\. ?){1,3}")
_RAISED_SIZE = 0.85


def with_marks_apart(page: Page, line: Line) -> Line:
    """The line with an asterisk for each raised letter: without its size, "Quirogab" is read as a name."""
    text, at = "", 0
    for run in (page.runs[index] for index in line.runs if index < len(page.runs)):
        mark = run.text.strip()
        found = line.text.find(mark, at) if mark else -1
        if found < 0:
            continue
        raised = found > 0 and run.size < _RAISED_SIZE * line.size and _LETTER_MARK.fullmatch(mark)
        text += line.text[at:found] + ("∗" if raised else mark)
        at = found + len(mark)
    text += line.text[at:]
    return line if text == line.text else msgspec.structs.replace(line, text=text)


class _Entry(msgspec.Struct, frozen=True):
    """A line as names are looked for in it: `wide` where they may stand side by side, `above_place` where the next
    line is an institution."""

    text: str
    wide: bool
    above_place: bool


def people_and_places(
    lines: list[tuple[LineRef, Line]], common: frozenset[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The persons and the institutions of an author section; `common` are words that are no names here."""
    persons: dict[str, str] = {}
    institutions: list[str] = []
    numbered = inline = False
    for entry in _entries(lines, common):
        text = entry.text
        if is_placeholder(text) or is_placeholder(without_template(text)[0]):
            continue
        opens_affiliation = _AFFILIATION_NUMBER.match(text) is not None and bool(persons)
        numbered = numbered or opens_affiliation
        if is_institution(text) or _is_centre(text, common):
            institutions.append(text)
            inline = inline or not persons
            _keep(persons, _before_institution(text, common) if inline else [])
            continue
        # Affiliations that are numbered run on over lines: only what is marked as a name is one below them.
        if opens_affiliation or (numbered and not MARKED.search(text)):
            continue
        found = names_in(text, common)
        found = [part for name in found for part in (_side_by_side(name) if entry.wide else [name])]
        if not institutions or _are_people(entry, found):
            _keep(persons, found)
    return tuple(persons.values()), tuple(institutions)


def _keep(persons: dict[str, str], found: list[str]) -> None:
    for name in found:
        persons.setdefault(fold(name), name)


def _are_people(entry: _Entry, found: list[str]) -> bool:
    """Whether what is shaped like names below an institution are names, not an address: "Nordhavn, Eastmere"."""
    if _POSTCODE.search(entry.text):
        return False
    return len(found) == 1 or bool(MARKED.search(entry.text) or (entry.above_place and _LISTED.search(entry.text)))


def _entries(lines: list[tuple[LineRef, Line]], common: frozenset[str]) -> Iterator[_Entry]:
    """The lines without addresses and ORCID iDs, a list of names that breaks within a name joined."""
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
        yield _Entry(text, wide and len(text) <= len(line.text), is_institution(following))


def _breaks_in_name(text: str, following: str, common: frozenset[str]) -> bool:
    """Whether a list of names ends in the middle of one: "..., and Mateo" / "Quiroga2"."""
    if is_institution(text) or is_institution(following) or len(text) > _LONGEST_LIST:
        return False
    *listed, last = re.split(r"[,;]|\band\b|&", text)
    last = last.strip()
    if not last and re.search(r"\b(?:and|&)$", text):
        return re.fullmatch(r"[A-ZÀ-Þ][\w'’-]{1,30}", following) is not None
    if not listed or not last or MARKED.search(last) or not (names_in(text, common) or listed == [""]):
        return False
    goes_on = re.match(r"(?:[A-ZÀ-Þ]\. ?){0,3}[A-ZÀ-Þ][\w'’-]{1,30}(?=[\d,;*†‡§∗⋆\[( ]|$)", following)
    if not goes_on:
        return False
    joined = re.split(r"[,;\d\[(]|\band\b|&", following)[0].strip()
    separated = re.search(r"[,;\d\[*†‡§∗⋆]|\band\b", following) is not None
    return (
        bool(names_in(f"{last} {joined}", common))
        and (separated or " " not in last)
        and " " not in _INITIALS.sub("", joined)
    )


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


def _is_centre(text: str, common: frozenset[str]) -> bool:
    """A line that begins with the name of a centre, group or firm: "Nordhavn Imaging Centre, Estmark"."""
    named = _CENTRE_FOR.match(text)
    if named and any(fold(word) not in bland_words() | common for word in re.findall(r"[A-ZÀ-Þ][\w'’-]+", named[0])):
        return True
    mark = _AFFILIATION_NUMBER.match(text)
    first = re.split(r"[,(]", re.sub(r"^\W*\d?\W*", "", text[mark.end() :] if mark else text))[0].split()
    return (
        2 <= len(first) <= 6
        and all(word[0].isupper() for word in first)
        and fold(first[-1]) in listed("institutions", "nouns")
        and any(fold(word) not in bland_words() | {fold(first[-1])} for word in first)
    )
