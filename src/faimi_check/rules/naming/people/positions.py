"""Where the small print of the first pages says where an author is or was."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from faimi_check.model.finding import Confidence, Location
from faimi_check.model.page import Region
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage, join_with_hyphens
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.names import names_in, vocabulary
from faimi_check.rules.naming.text.prose import PageLines, body, floats, footnotes, place, quote

# A footnote of the first page that says where the authors are ...
_POSITION = late(
    r"\b(?:(?:is|are|was|were) (?:now |currently |also )?(?:with|at) (?:the )?(?=(?-i:[A-Z]))"
    r"(?!Table|Fig|Sec|Eq|App|Alg)|"
    r"affiliated with|employed (?:by|at)|visiting (?:student|scholar|researcher)|"
    r"corresponding authors? (?:at|is|are):? ?|corresponding authors?:? (?=(?-i:[A-Z]))|"
    r"correspond(?:ing|ence)[^.]{0,30} to:?)",
    re.IGNORECASE,
)
# ... or where they did this work: then whatever name follows is the employer's.
_WORKED = late(
    r"\b(?:internship (?:at|with|in)|intern(?:ing|ed)? (?:at|with)|"
    r"(?:work|research) (?:was |is |has been )?(?:mainly |partially |partly |primarily )?"
    r"(?:done|performed|conducted|carried out|started|completed) (?:in part )?(?:while|when|during|at)\b|"
    r"while (?:\w+ ){0,3}(?:at|with|employed by|working (?:at|for)|visiting) (?=(?-i:[A-Z])))",
    re.IGNORECASE,
)
_INITIALED = r"(?:[A-ZÀ-Þ]\.[ -]?){1,3}[A-ZÀ-Þ][\w'’-]+"
_FULL_NAME = r"[A-ZÀ-Þ][\w'’-]{1,30}(?: [A-ZÀ-Þ][\w'’.-]{0,30}){1,3}"
_PERSON = rf"(?:{_INITIALED}|{_FULL_NAME})"
_NAMED_POSITION = late(
    rf"(?:{_PERSON}(?:(?:,? and |, ){_PERSON}){{0,12}}|\b(?:[Tt]he|[Aa]ll|[Bb]oth|[Ff]irst|[Ll]ast)(?: \w+)? authors?)"
    r",? (?:is|are|was|were) (?:also |now )?with (?:the )?"
)
# How every such wording ends: "is with", "were also with".
_WITH_SIGNS = tuple(f"{ends} {word}with " for ends in ("s", "re") for word in ("", "also ", "now "))
_INTERN = late(
    r"\b(?:internship (?:at|with)|intern at|[Tt]his work (?:was )?done (?:while|during|when)\b[^.]{0,40}? at) (?=[A-Z])"
)
_FRONT_PAGES = 2
_FOLLOWING = 120
# Small words of three letters within an institution's name.
_JOINTS = frozenset(["and", "the", "for", "und", "der", "für", "des", "del", "los", "las", "van", "von", "dei", "het"])
_ANONYMIZED = late(r"anonym|withheld|hidden for|blind(?:ed)? for|removed for|redacted|\bX{3,}|\*{3,}", re.IGNORECASE)
# Funding is ANON005's business, and the owner of a mark or a picture is no author's house.
_FUNDED = late(
    r"(?:supported|funded|sponsored|financed|(?:registered )?trade ?marks?|copyright|courtesy|licensed)\b|[©®™]",
    re.IGNORECASE,
)
# "MATLAB R2023b, The MathWorks Inc.": where a program comes from.
_VERSION = late(r"\b(?:R20\d\d[ab]\b|[Vv]?\d+\.\d|[Vv]ersion \d\b)")
_MAKER = late(r"\b(?:Inc|GmbH|Ltd|Corp|Corporation|LLC|Foundation)\b")
_WITH_AT = late(r"(?<!\S)[^\s@]*@\S*")
# So many say it; on honest first pages there are a few.
_MOST = 500


class Position(msgspec.Struct, frozen=True):
    """A sentence that says where an author is or was, or a note that is nothing but a name (`bare`);
    `in_text` where it stands among the text.
    """

    text: str
    confidence: Confidence
    where: Location
    bare: bool = False
    in_text: bool = False


@once_a_paper
def positions(paper: Paper) -> tuple[Position, ...]:
    """Sentences of the first pages' small print that say where an author is or was, each once."""
    told: list[Position] = []
    quoted = ""
    working = list(_working_at(paper))
    for at, (passage, start, end, confidence) in enumerate((*working, *_bare_institutions(paper))):
        said = quote(passage, start, end)
        if len(told) < _MOST and said not in quoted and not _ANONYMIZED.search(said):
            quoted += f"{said}\n"
            lines = (passage.lines[index] for index in passage.lines_of(start, end))
            in_text = at < len(working) and all(line.region is Region.BODY for line in lines)
            told.append(Position(said, confidence, place(paper, passage, start, end), at >= len(working), in_text))
    return tuple(told)


Found = tuple[Passage, int, int, Confidence]


def _working_at(paper: Paper) -> Iterator[Found]:
    """Sentences that say where an author is or was."""
    notes = join_with_hyphens((ref, line) for ref, line in footnotes(paper) if ref.page <= _FRONT_PAGES)
    for pattern in (_WORKED, _POSITION):
        for match in pattern.finditer(notes.text):
            following = _in_sentence(notes, match)
            if re.search(r"\b[A-Z]\w+", following):
                sure = pattern is _WORKED or is_institution(following) or _names_person(following, paper)
                yield notes, match.start(), match.end(), Confidence.LIKELY if sure else Confidence.POSSIBLE
    # Small print that reading did not set apart from the text has to name an author or a stay.
    front = join_with_hyphens(
        (ref, line) for ref, line in body(paper) if ref.page <= _FRONT_PAGES and line.region is Region.BODY
    )
    named = any(sign in front.text for sign in _WITH_SIGNS)
    for match in _NAMED_POSITION.finditer(front.text) if named else ():
        if is_institution(_in_sentence(front, match)):
            yield front, match.start(), match.end(), Confidence.LIKELY
    for match in _INTERN.finditer(front.text):
        yield front, match.start(), match.end(), Confidence.LIKELY


def _names_person(following: str, paper: Paper) -> bool:
    return bool(names_in(re.split(r"[.;(]\s", following)[0], vocabulary(paper)))


def _in_sentence(passage: Passage, match: re.Match[str]) -> str:
    """What follows a match in its sentence, 120 characters at most."""
    _, last = passage.sentence(match.start(), match.end())
    return passage.text[match.end() : max(last, match.end())][:_FOLLOWING]


def _bare_institutions(paper: Paper) -> Iterator[Found]:
    """Notes of the first page that are nothing but an institution: as `\\thanks` prints affiliations, and in a box."""
    notes = [(ref, line) for ref, line in footnotes(paper) if ref.page == 1]
    # What a note goes on with is no note of its own.
    alone = [[one] for one in notes if len(notes) == 1 or not one[1].text[:1].isalpha()]
    for lines in (*alone, _below_the_text(paper)):
        passage = join_with_hyphens(lines)
        if _is_bare_institution(passage.text):
            yield passage, 0, len(passage.text), Confidence.LIKELY


def _is_bare_institution(note: str) -> bool:
    text = _WITH_AT.sub(" ", note).strip(" *∗†‡§¶⋆0123456789,.;")
    words = [word for word in re.findall(r"[^\W\d_]{3,}", text) if word not in _JOINTS]
    version = _VERSION.search(text)
    if (version and _MAKER.search(text, version.end())) or "et al" in text:
        return False
    return bool(words) and not _FUNDED.match(text) and all(word[0].isupper() for word in words) and is_institution(text)


def _below_the_text(paper: Paper) -> PageLines:
    """The first page's lines below the text, where a word processor's template has a box for notes."""
    block = paper.layout.text_block
    if block is None:
        return ()
    return tuple(
        (ref, line) for ref, line in (*body(paper), *floats(paper)) if ref.page == 1 and line.box.top >= block[3]
    )
