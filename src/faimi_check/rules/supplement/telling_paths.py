"""Paths in the zip that tell who made it, or may."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from faimi_check.model.finding import Confidence
from faimi_check.model.paper import Paper
from faimi_check.model.submission import Submission
from faimi_check.rules.late import late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.fields.institutions import institutions_in_path
from faimi_check.rules.naming.identity import fold, identifiers, is_placeholder
from faimi_check.rules.naming.people.file_names import is_given_name, is_surname, persons_in_path
from faimi_check.rules.naming.people.file_words import is_called_so
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.people.spoken_of import spoken_of
from faimi_check.rules.naming.people.unlisted_names import is_led_by, unlisted_names
from faimi_check.rules.supplement.entry_words import LONGEST_NAME

_ET_AL = late(r"(?:^|[/\\ _-])([A-Z][\w'’-]{1,40}[ _-]et[ _-]?al)(?![^\W_])")
# "uni-nordhavn", "nordhavn_university"; but not "uni-modal" or "multi-hospital".
_INSTITUTION = late(
    r"(?<![^\W_])((?:uni(?=-)|univ|university|universit[aäéy]t?|hospital|klinikum|institute?)[ _-](?:of[ _-])?"
    r"(?!modal|direct|later|form|vari|cycl|data|video|record|case|patient)[^\W\d_]{3,40}"
    r"|(?<![^\W_])(?!multi|single|inter|cross|intra|the|our)[^\W\d_]{3,40}[ _-](?:university|hospital|institute))"
    r"(?![^\W_])",
    re.I,
)
_VIDEO = late(r"\.(?:avi|mp4|wmv|mov|mkv|m4v)\b", re.I)
_WORDS = re.compile(r"[^\W\d_]+")
_MIN_SURNAME = 4


class ToldByPaths(NamedTuple):
    """A name and the paths that hold it, in the zip's order."""

    text: str
    confidence: Confidence
    paths: tuple[str, ...]


class _Known(NamedTuple):
    """What is known beside the zip: the authors' surnames; words that name nobody, and those that name no stranger."""

    authors: frozenset[str]
    ordinary: frozenset[str]
    spoken_of: frozenset[str]


def telling_paths(paths: Sequence[str], submission: Submission) -> list[ToldByPaths]:
    """What the paths tell: what identifies, else the surest name of each part; each once."""
    known = _known(submission)
    found: dict[str, tuple[str, Confidence, list[str]]] = {}
    for path in paths:
        for text, confidence in _in_path(path[:LONGEST_NAME], known):
            found.setdefault(fold(text), (text, confidence, []))[2].append(path)
    return [ToldByPaths(text, confidence, tuple(where)) for text, confidence, where in found.values()]


def _known(submission: Submission) -> _Known:
    paper = submission.paper
    if paper is None:
        return _Known(_authors(submission), frozenset(), frozenset())
    # What the paper uses as a word names nobody here.
    return _Known(_authors(submission), _ordinary(paper), spoken_of(paper))


def _ordinary(paper: Paper) -> frozenset[str]:
    """The words that the paper uses in lower case. People's names among them count only where no video is named: the
    paper cites "weber_lab.avi" by its name."""
    words = vocabulary(paper)
    names = {word for word in words if is_given_name(word) or is_surname(word)}
    if not names:
        return words
    lines = (line.text for page in paper.pages for line in page.lines)
    elsewhere = {word for text in lines if not _VIDEO.search(text) for word in re.findall(r"[a-z]{3,}", text)}
    return words - (names - elsewhere)


def _authors(submission: Submission) -> frozenset[str]:
    """Surnames of the authors as far as they are known: from a list, or printed in the paper."""
    names = [author.name for author in submission.authors]
    if submission.paper is not None and submission.paper.pages:
        names += facts_of(submission.paper).author_section.persons
    surnames = (fold(name.split(",")[0] if "," in name else name.split()[-1]) for name in names if name.strip())
    return frozenset(name for name in surnames if len(name) >= _MIN_SURNAME)


def _in_path(path: str, known: _Known) -> Iterator[tuple[str, Confidence]]:
    sure = _surest(_identified(path, known.authors))
    if sure:
        yield sure
        return
    for part in re.split(r"[/\\]", path):
        # What no list knows counts where a part says no other name.
        told = _surest(_named(part, known.ordinary)) or _surest(_unlisted(part, known))
        if told:
            yield told


def _unlisted(part: str, known: _Known) -> Iterator[tuple[str, Confidence]]:
    for name in unlisted_names(part, known.ordinary | known.spoken_of):
        yield name, Confidence.LIKELY if is_led_by(name) else Confidence.POSSIBLE


def _surest(told: Iterator[tuple[str, Confidence]]) -> tuple[str, Confidence] | None:
    return max(told, key=lambda one: one[1].rank, default=None)


def _identified(path: str, authors: frozenset[str]) -> Iterator[tuple[str, Confidence]]:
    words = set(_WORDS.findall(fold(path))) | set(_WORDS.findall(fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", path))))
    # Zip programs store paths without the slash they began with.
    for written in ("/" + path.lstrip("/"), path):
        for item in identifiers(written):
            # A user's folder is one leak, whatever lies in it.
            text = item.text[: item.text.find(item.value) + len(item.value)] if item.kind == "path" else item.text
            if item.kind != "link":
                yield text, item.confidence
    yield from ((surname, Confidence.LIKELY) for surname in sorted(authors & words))


def _named(part: str, ordinary: frozenset[str]) -> Iterator[tuple[str, Confidence]]:
    for match in _ET_AL.finditer(part):
        if not is_placeholder(match[1].split("_")[0]):
            yield match[1], Confidence.LIKELY
    for match in _INSTITUTION.finditer(part):
        if _names_a_house(match[1]):
            yield match[1], Confidence.POSSIBLE
    yield from ((institution, Confidence.POSSIBLE) for institution in institutions_in_path(part, ordinary))
    yield from persons_in_path(part, ordinary)


def _names_a_house(text: str) -> bool:
    """Whether a word beside that for a house is none that files are called by, as in "Hospital_Bed"."""
    return "of" in re.split(r"[ _-]", text.lower()) or not all(is_called_so(word) for word in _WORDS.findall(text))
