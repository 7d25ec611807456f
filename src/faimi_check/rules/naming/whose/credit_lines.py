"""Lines that name the authors for contact, for their rights or for how to cite them, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from faimi_check.model.finding import Location
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage, join
from faimi_check.model.text.sentence import sentence_around
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import is_placeholder
from faimi_check.rules.naming.identity.matter import near
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.mentions.recognise import mentions_in
from faimi_check.rules.naming.ownership.score import own_share
from faimi_check.rules.naming.people.author_section import author_section
from faimi_check.rules.naming.people.names import names_in, vocabulary
from faimi_check.rules.naming.people.side_column import side_columns
from faimi_check.rules.naming.text.prose import MASKED, margins, own_text
from faimi_check.rules.naming.text.quotes import quoted_spans
from faimi_check.rules.tables import any_of

_CONTACT = late(rf"(?<!\w){any_of('credit_lines', 'contact')}", re.IGNORECASE)
_RIGHTS = late(rf"(?:©|\([cC]\)(?=\s?(?:19|20)\d\d)|(?<!\w){any_of('credit_lines', 'rights')})", re.IGNORECASE)
_OTHERS = late(rf"\[\d|\b{any_of('credit_lines', 'others')}", re.IGNORECASE)
_CITED_AS = late(any_of("credit_lines", "cited_as"), re.IGNORECASE)
_INITIALED = late(r"(?:[^\W\d_a-zß-ÿ]\. ?){1,3}(?:(?:van|von|de|der|den|da|di) ){0,2}[^\W\d_a-zß-ÿ][\w’'-]+")
_REACH, _AROUND = 140, 300
# Without one of these no line is one of contact or rights.
_SIGNS = (
    *("©", "(c)", "(C)", "orresp", "orrisp", "ontact", "ontakt", "ontác", "opyright", "ights", "ttribution"),
    *(" Cit", " cit", "(Cit", "(cit", "itation", "itier", "icensed", "icenced", "uestions", "equests", "nquir"),
    *("nsprech", "mail ", "mails "),
)
_SIGN_REACH = 60
# Below this score a person is somebody else.
_THEIRS = 0.12
_LICENCE = late(r"\blicen[cs]e|\bCC[ -]BY|\bMIT\b|\bApache\b|\bGPL", re.IGNORECASE)
# What a licence is called by, so that "License MIT" is nobody's name.
_LICENCE_NAME = late(any_of("credit_lines", "licences"), re.IGNORECASE)
_KEPT_BACK = late(any_of("credit_lines", "kept_back"), re.IGNORECASE)

# "The function is copied from a library, with its notice": what a text says before a listing of what stands in it.
_COPIED = late(
    r"\b(?:cop(?:y|ied)|taken|borrowed|adapted|excerpt(?:ed)?|vendored|verbatim|lifted|quoted|reproduced|unchanged|ported"
    r"|comes?|stems?)\b[^.;]{0,80}?\b(?:from|of|out of)\b[^.;]{0,60}?\b(?:librar(?:y|ies)|packages?"
    r"|tool(?:box|kit)?s?|projects?"
    r"|repositor(?:y|ies)|frameworks?|upstream|others?|third[- ]part(?:y|ies)|code ?base|software|implementation|\[\d)"
    r"|\b(?:its|their|the original|the upstream) (?:own )?(?:notice|licen[cs]e|header|copyright)\b",
    re.IGNORECASE,
)
_OUR = late(r"\b(?:our|ours|my)\b", re.IGNORECASE)
_TEXT_BEFORE = 420

Stretches = list[tuple[int, int]]


class Line(StrEnum):
    """What a line names its people for."""

    CONTACT = "contact"
    RIGHTS = "rights"


class CreditLine(msgspec.Struct, frozen=True):
    """A line with the persons, or for contact the institutions, it names."""

    kind: Line
    names: tuple[str, ...]
    text: str
    where: Location


@once_a_paper
def credit_lines(paper: Paper) -> tuple[CreditLine, ...]:
    """Lines of contact and of rights that name somebody, each once, in reading order."""
    flows = (*own_text(paper), *([join(margins(paper))] if margins(paper) else ()))
    found: dict[str, CreditLine] = {}
    beside = side_columns(paper).lines | frozenset(author_section(paper).refs)
    for passage in flows:
        stretches = list(near(_SIGNS, passage.text, _SIGN_REACH, _SIGN_REACH))
        for start, one in (*_contacts(paper, passage, stretches), *_rights(paper, passage, stretches)):
            # What stands in the author section or a journal's narrow column is judged there.
            if passage.refs[passage.lines_of(start, start + 1).start] not in beside:
                found.setdefault(one.text, one)
    return tuple(found.values())


def _contacts(paper: Paper, passage: Passage, stretches: Stretches) -> Iterator[tuple[int, CreditLine]]:
    quoted = quoted_spans(passage.text)
    for match in _within(stretches, _CONTACT, passage.text):
        if any(first <= match.start() < end for first, end in quoted):
            continue
        _, last = sentence_around(passage.text, match.start(), match.end(), _AROUND)
        said = passage.text[match.end() : max(last, match.end())][:_REACH]
        names = _named(said, vocabulary(paper), (Kind.PERSON, Kind.INSTITUTION))
        if names:
            yield match.start(), _line(paper, passage, Line.CONTACT, names, match.start(), last)


def _rights(paper: Paper, passage: Passage, stretches: Stretches) -> Iterator[tuple[int, CreditLine]]:
    for match in _within(stretches, _RIGHTS, passage.text):
        first, last = sentence_around(passage.text, match.start(), match.end(), _AROUND)
        first = max(first, match.start() - _REACH)
        said = passage.text[first : min(last, match.end() + _AROUND)]
        if _OTHERS.search(said) or _KEPT_BACK.search(said):
            continue
        listed = said.split(":", 2)[1] if _CITED_AS.search(said) and said.count(":") > 1 else said
        listed = _LICENCE_NAME.sub(";", listed)
        names = _named(listed, vocabulary(paper), (Kind.PERSON,))
        if names and not _is_others(said) and not is_copied(passage.text, match.start()):
            yield first, _line(paper, passage, Line.RIGHTS, names, first, last)


def _is_others(said: str) -> bool:
    """Whether the persons of a line on rights are others without doubt: "MIT licence, © 2021 Jane Doe" of a tool."""
    named = [one for one in mentions_in(said) if one.kind is Kind.PERSON]
    return (
        bool(named)
        and _LICENCE.search(said) is not None
        and all(own_share(one.kind, "body", "", said, one.start, one.end) < _THEIRS for one in named)
    )


def is_copied(text: str, at: int) -> bool:
    """Whether what was said shortly before is that what follows, with its notice, was copied from others."""
    before = text[max(0, at - _TEXT_BEFORE) : at]
    copied = _COPIED.search(before)
    return copied is not None and _OUR.search(copied[0]) is None


def _within(stretches: Stretches, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for start, end in stretches:
        yield from pattern.finditer(text, start, end)


def _named(text: str, common: frozenset[str], kinds: tuple[Kind, ...]) -> tuple[str, ...]:
    """Whom a piece of text names, in full, by initials or surname first; nobody where it says that it was masked."""
    if MASKED.search(text):
        return ()
    found = [one.text for one in mentions_in(text, common) if one.kind in kinds and not is_placeholder(one.text)]
    found += [match[0] for match in _INITIALED.finditer(text)]
    found += names_in(text, common)
    return tuple(dict.fromkeys(name for name in found if not is_placeholder(name) and not _RIGHTS.fullmatch(name)))


def _line(paper: Paper, passage: Passage, kind: Line, names: tuple[str, ...], start: int, end: int) -> CreditLine:
    return CreditLine(kind, names, passage.text[start:end].strip(), passage.location(paper.file, start, end))
