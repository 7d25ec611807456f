"""Whether a running head, a foot or a watermark holds a person's name that is not the paper's matter."""

from __future__ import annotations

import re

from faimi_check.model.finding import Confidence
from faimi_check.model.paper import Paper
from faimi_check.model.parts import LineRef
from faimi_check.model.text.passage import join, lines_at
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity import fold, is_placeholder, paths
from faimi_check.rules.naming.mentions.everyones import ordinary
from faimi_check.rules.naming.people.file_names import persons_in_path
from faimi_check.rules.naming.people.file_words import is_called_so
from faimi_check.rules.naming.people.names import is_person, names_in, vocabulary
from faimi_check.rules.naming.text.prose import is_watermark
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import table

_INITIALED = r"(?:[A-ZÀ-Þ]\.[ -]?){1,4}(?:(?:de|van|von|der|den|la|le|di|da|el|al|ter) ){0,3}[A-ZÀ-Þ][\w'’-]+"
_AUTHORS = late(
    rf"{_INITIALED}(?:(?:,? and |, | & ){_INITIALED}){{0,20}},?(?: et al\.?)?"
    r"|(?:[A-ZÀ-Þ][\w'’.-]{1,30} ){0,3}[A-ZÀ-Þ][\w'’-]{1,30},? et al\.?"
)
# "Lyngby-Holm and Quiroga", "de Wit, Lyngby & Tamm": which of these are surnames, the paper's other words tell.
_SURNAME = r"(?:(?:de|van|von|der|den|la|le|di|da|el|al|ter) ){0,3}[A-ZÀ-Þ](?:[^\W\d_]|['’-](?=[^\W\d_]))+"
_SURNAMES = late(rf"{_SURNAME}(?:, {_SURNAME}){{0,6}},? (?:and|&|und|et|y) {_SURNAME}")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][^\W\d_]+")
# What a word processor's field prints of the file it is in.
_FILE = late(r"(?:\b[A-Za-z]:\\|\\\\)|\.(?:docx?|dotx?|odt|rtf|tex|wpd|pages|pdf)\b", re.IGNORECASE)
_TEMPLATE_HEAD = late(
    r"\bauthors?\b|\bsuppressed\b|\bsurname\b|\blast ?name\b|hamiltonian mechanics|\bivar ekeland\b"
    r"|\bN\. ?Other\b|\bDoe\b",
    re.IGNORECASE,
)
_MANUSCRIPT = late(r"[A-ZÀ-Þ][\w'’-]+ (?:19|20)\d\d\W{1,3}(?:author|accepted|preprint|manuscript|draft)", re.IGNORECASE)


def known_words(paper: Paper) -> frozenset[str]:
    """The words of the names that the author section prints, without those common in the paper."""
    words = {fold(word).strip(".") for person in facts_of(paper).author_section.persons for word in person.split()}
    common = vocabulary(paper)
    return frozenset(word for word in words if len(word) >= 3 and word not in common)


def names_somebody(paper: Paper, text: str, known: frozenset[str], may_be_people: bool) -> Confidence | None:
    """How surely a head names people: of the author section (`known`), by its shape, or in a file's name."""
    folded = fold(text)
    if _MANUSCRIPT.match(text) or any(paths(text)):
        return Confidence.LIKELY
    if not text or is_placeholder(text) or _TEMPLATE_HEAD.search(text) or is_template(text):
        return None
    if known & set(re.findall(r"[^\W\d_]+", folded)):
        return Confidence.CERTAIN
    long = set(re.findall(r"[^\W\d_]{3,}", folded))
    if _AUTHORS.fullmatch(text) and not (long and long <= _title_words(paper)):
        return Confidence.LIKELY
    common = head_vocabulary(paper)
    if _FILE.search(text):
        return _of_file(text, common)
    if _SURNAMES.fullmatch(text) and all(_is_unheard_of(word, common) for word in _CAPITALISED.findall(text)):
        return Confidence.LIKELY
    listed = re.search(r",| and | & ", text)
    people = names_in(text, common) if listed else [text] if is_person(text, common) else []
    if (
        people
        and (may_be_people or len(people) > 1 or not listed)
        and all(set(fold(name).split()).isdisjoint(common) for name in people)
        # "CONFIDENTIAL DRAFT, DO-NOT DISTRIBUTE": capitals say nothing here.
        and not is_everyday(folded)
    ):
        return Confidence.LIKELY
    return None


def is_somebodys_mark(text: str, common: frozenset[str], paper: Paper) -> bool:
    """Whether a watermark holds a proper name that the paper has nowhere else: what stands there is a word for a draft,
    or whose it is.
    """
    words = [word for word in re.findall(r"[^\W\d_]{5,}", text) if word[0].isupper()]
    words = [word for word in words if _is_unheard_of(word, common) and not is_called_so(word)]
    if not words or is_placeholder(text):
        return False
    return any(fold(word) not in _said_besides(paper) for word in words)


@once_a_paper
def _said_besides(paper: Paper) -> str:
    """All that the pages say besides watermarks, folded."""
    return fold(" ".join(line.text for page in paper.pages for line in page.lines if not is_watermark(line, paper)))


def _of_file(text: str, common: frozenset[str]) -> Confidence | None:
    """How surely a printed path is called after somebody: a folder with a whole name, or a part of a name."""
    if any(" " in folder and is_person(folder, common) for folder in re.split(r"[/\\]", text)[1:-1]):
        return Confidence.LIKELY
    return next((person.confidence for person in persons_in_path(text, common)), None)


def _is_unheard_of(word: str, common: frozenset[str]) -> bool:
    folded = fold(word)
    return not (folded in common or is_everyday(folded) or folded in ordinary())


def is_template(text: str) -> bool:
    """Whether a template's sentence stands there."""
    folded, data = fold(text), table("templates")
    return folded in data["phrases"] or folded in data["companions"]


def head_vocabulary(paper: Paper) -> frozenset[str]:
    """The words of a paper and its title, folded: no names of people."""
    return vocabulary(paper) | _title_words(paper)


@once_a_paper
def _title_words(paper: Paper) -> frozenset[str]:
    refs: tuple[LineRef, ...] = paper.parts.title
    return frozenset(re.findall(r"[^\W\d_]{2,}", fold(join(lines_at(paper, refs)).text)))
