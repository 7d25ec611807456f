"""Whose a link is, by the words round it: "our code is available at" against "we used"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from faimi_check.model.page import Region
from faimi_check.model.paper import LineRef, Paper
from faimi_check.model.passage import Passage, join, lines_at, sentence_around
from faimi_check.model.submission import KnownAuthor
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import HARMLESS, LinkClass, fold
from faimi_check.rules.naming.people.author_section import author_section
from faimi_check.rules.naming.people.name_forms import NameForms, forms_of
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.text.note_marks import mark_places
from faimi_check.rules.naming.text.prose import body, own_text
from faimi_check.rules.naming.whose.others_work import TOOL, may_be_others
from faimi_check.rules.tables import table

REACH = 220
_NOTE_MARK = late(r"(\d{1,2}|[*†‡§¶⋆∗])\s?(?=\S)")
# "our code uses X and is available at"; not "our code uses X, which is available at".
_SAID_AVAILABLE = late(
    r"(?:(?!\bwhich\b|\bwhose\b|\bthat\b)[^.;])*?\b(?:is|are|was|were|be|been|can|will)\b(?:(?!\bwhich\b|\bwhose\b)[^.;]){0,60}"
    r"\b(?:available|released|found|public|accessible|provided|published|hosted|shared|downloaded|located|deposited|at|on)\b"
)
_FAR = 14
_CITED_BEFORE = re.compile(r"\[[\d, ]{1,20}\]\W{0,3}$|\(?\d{4}\)\W{0,3}$")
_BEFORE_COLON = re.compile(rf"^\W*{TOOL}\s?[:–—]")
_PRESENTED = re.compile(
    r"\b(?:[Ww]e|[Tt]his (?:paper|work|article)) (?:\w+ ){0,2}"
    r"(?:present|introduc|propos|develop|releas|built|build|call|dubb|nam|term)(?:e?d|e?s|e)? (?:the |our |it )?"
    rf"{TOOL}(?=\s?[,.(:]| (?:a|an|which|that|to|for|framework|tool\w*|library|package|benchmark|data ?set)\b)"
)
_DATA = r"(?i:data ?(?:sets?|base|bank)?|cohort|benchmark|corpus|collection|registry|atlas|biobank)"
_PROPER = r"([A-Z][\w-]{3,30}(?: [A-Z][\w-]{2,20})?)"
_DATA_BEFORE_COLON = late(rf"\W*{_PROPER}\s?[:–—] ?(?:[\w-]+ ){{0,8}}{_DATA}\b")
_BRINGS = r"(?:present|introduc|propos|releas|built|build|publish|collect|curat|compil|contribut)(?:ed|e)?"
_DATA_BROUGHT = re.compile(
    rf"\b[Ww]e (?:\w+ ){{0,2}}{_BRINGS} (?:the |our )?{_PROPER}(?: {_DATA}|, an? (?:[\w-]+ ){{0,4}}{_DATA})\b"
)
# What a paper brings, it says at its beginning.
_BEGINNING = 12_000
_WORDS = re.compile(r"[^\W\d_]+")
_IS_AVAILABLE = re.compile(
    r" (?:is|are|can be) (?:[\w-]+ ){0,3}"
    r"(?:available|downloaded|found|accessible|accessed|hosted|released)(?: [\w-]+){0,4}\W{0,3}$"
)
# A name among the words for data: "The VinDr images can be downloaded from ..." is about somebody else's.
_NAMED_DATA = late(
    r"\W*\w+\b(?:(?! (?:can|may|is|are|will)\b).){0,80}?"
    r"(?: (?!(?:CT|MRI?|PET|ECG|EEG|US|HIV|DICOM|NIfTI|JSON|CSV|X-?rays?)\b)[A-Z]|\[\d)"
    r"(?=.{0,120}? (?:can|may|is|are|will)\b)"
)
_PUBLIC = late(r"\b(?:publicly|freely|openly|original|official|public|open)\b")
_TAKEN = late(r"\b(?:from|public\w*|et al|based on|subset)\b")
_POSSESSIVE = re.compile(r"[’']s$")
_NAME_REACH = 5
_MIN_NAME = 4
_MAX_PEOPLE = 100
_CITED_AFTER = re.compile(r"\W{0,3}\[\d")


# "VS Code", "the ICD code", "Google Code": a name in front makes it that product.
_NO_PRODUCT = r"(?!(?:Our|The|This|All|Source|Project|Training|Git[Hh]ub|Demo) )"
_NAMED_PRODUCT = late(
    rf"(?<=\S ){_NO_PRODUCT}[A-Z][\w.-]* (?i:codes?|tool|software|website|homepage|page|implementation|repository)"
    r"\W{0,3}$"
    rf"|^{_NO_PRODUCT}(?:[A-Z]{{2,}}|[A-Z][\w.-]*) [Cc]odes?\W{{0,3}}$"
    r"|\boriginal authors['’]? (?:[\w-]+ ){0,2}$|\b(?:released|published|shared|provided) by (?:the )?[A-Z].{0,80}$"
)


_WEIGHTS_AND_BIASES = late(r"\bweights (?:&|and) biases\b")


def whose(text: str, start: int, end: int) -> bool | None:
    """Whether the words before a link say that it leads to the authors' own material (True) or others' (False)."""
    first, _ = sentence_around(text, start, start, REACH)
    # The platform's name is no word for a model's weights.
    before = _WEIGHTS_AND_BIASES.sub("wandb", fold(text[first:start]))
    after = fold(text[end : end + 100])
    if _last_end("ours_after", after) >= 0:
        return True
    ours = -1 if _last_end("compared", before) >= 0 else _last_end("ours", before)
    depends = _last_end("depends", before)
    if 0 <= ours < depends and not _SAID_AVAILABLE.match(before, depends):
        return False
    if ours < 0 and _NAMED_PRODUCT.search(text[first:start]):
        return _said_others(before)
    if _last_end("available", before) >= 0:
        if ours >= 0 or _last_end("others_available", before) >= 0:
            return ours >= 0
        return None if _last_end("placed", before) >= 0 or may_be_others(text, first, start) else True
    if _last_end("collected", before) >= 0 and not _CITED_BEFORE.search(before):
        return True
    return _offered_or_taken(text, (first, start), before, after, ours)


def _offered_or_taken(text: str, span: tuple[int, int], before: str, after: str, ours: int) -> bool | None:
    """Whose data on offer are by the sentence before; else others' where the words say so, ours where they say that."""
    first, start = span
    if _last_end("offered", before) >= 0 and not _NAMED_DATA.match(text[first:start]):
        told = fold(_sentence_before(text, first))
        if ours >= 0 or (_last_end("brought", told) >= 0 and not _TAKEN.search(told)):
            return True
        if not _PUBLIC.search(before):
            return None
    others = _last_end("others", before)
    if ours < 0 and (others >= 0 or _CITED_BEFORE.search(before) or _CITED_AFTER.match(after)):
        return False
    return None if ours < 0 or len(before[ours:].split()) > _FAR else ours > others


def depends(before: str) -> bool:
    """Whether words say that something was made with, started from or compared to what follows."""
    return _last_end("depends", fold(before)) >= 0


def _said_others(before: str) -> bool | None:
    """False where the words make it somebody else's, None where they say nothing."""
    return False if _last_end("others", before) >= 0 else None


def _sentence_before(text: str, first: int) -> str:
    if first < 2:
        return ""
    earlier, _ = sentence_around(text, first - 2, first - 2, REACH)
    return text[earlier:first]


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


def claimed(text: str, start: int) -> bool:
    """Whether the words before a link call what it leads to the authors' own, and nobody else's after that."""
    first, _ = sentence_around(text, start, start, REACH)
    before = fold(text[first:start])
    # "our package" ends where "package" does.
    return 0 <= _last_end("ours", before) >= _last_end("others", before)


@once_a_paper
def own_names(paper: Paper) -> tuple[str, ...]:
    """What the paper calls its own tool or data set: before the title's colon, or after "we present"; folded."""
    title = join(lines_at(paper, paper.parts.title)).text
    found = [match[1] for match in _BEFORE_COLON.finditer(title)]
    for passage in own_text(paper)[:1]:
        found += [match[1] for match in _PRESENTED.finditer(passage.text)]
    found += _own_data(paper, title)
    return tuple(dict.fromkeys(plain(name) for name in found if len(plain(name)) >= _MIN_NAME))


def _own_data(paper: Paper, title: str) -> Iterator[str]:
    """What title or introduction call data that the paper brings, where that is no word of the paper."""
    said = own_text(paper)[0].text[:_BEGINNING] if own_text(paper) else ""
    named = [match[1] for match in (_DATA_BEFORE_COLON.match(title),) if match]
    named += [match[1] for match in _DATA_BROUGHT.finditer(said)]
    yield from (name for name in named if not any(fold(word) in vocabulary(paper) for word in _WORDS.findall(name)))


def named_own(names: tuple[str, ...], before: str, address: str) -> bool:
    """Whether a link is to what the paper calls its own: "NAME is available from", or the name in the address."""
    if any(name in plain(address) for name in names if len(name) > _MIN_NAME):
        return True
    match = _IS_AVAILABLE.search(before)
    words = before[: match.start()].split()[-_NAME_REACH:] if match else ()
    return any(plain(_POSSESSIVE.sub("", word)) in names for word in words)


def authors_in(address: str, authors: tuple[NameForms, ...]) -> bool:
    """Whether an address holds an author's name or a login made of it."""
    return any(form.in_name(fold(address)) is not None for form in authors)


def plain(name: str) -> str:
    """Letters and digits of a name, folded: how it stands in an address."""
    return re.sub(r"[\W_]", "", fold(name))


def _last_end(name: str, text: str) -> int:
    """Where the last match of a wording list ends, -1 where there is none."""
    return max((match.end() for match in _wording(name).finditer(text)), default=-1)


@cache
def _wording(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in table("wording")[name]))


def called_by(paper: Paper, passage: Passage, line: int) -> str:
    """The words of the body that end in the mark of the footnote in which the line stands; empty for other lines."""
    told = told_at_mark(paper, passage, line)
    first, _ = sentence_around(told, len(told), len(told), REACH)
    return told[first:]


def told_at_mark(paper: Paper, passage: Passage, line: int) -> str:
    """As `called_by`, with the sentence before."""
    while line > 0 and passage.lines[line].region is Region.FOOTNOTE:
        mark = _NOTE_MARK.match(passage.lines[line].text)
        if mark:
            return _words_before_mark(paper, passage.refs[line].page, mark[1])
        line -= 1
    mark = _NOTE_MARK.match(passage.lines[line].text) if passage.lines[line].region is Region.FOOTNOTE else None
    return _words_before_mark(paper, passage.refs[line].page, mark[1]) if mark else ""


def _words_before_mark(paper: Paper, page: int, mark: str) -> str:
    """The sentence that carries the mark and the one before: on the note's page, glued to a word, rather than elsewhere
    or apart."""
    for pages in ((page,), (page - 1, page)):
        passage = join((ref, line) for ref, line in body(paper) if ref.page in pages)
        marks = [
            passage.starts[index] + at - (len(line.text) - len(line.text.lstrip()))
            for index, (ref, line) in enumerate(zip(passage.refs, passage.lines, strict=True))
            for at in mark_places(paper.pages[ref.page - 1], line, mark)
        ]
        if marks:
            return _said_before(passage, marks[-1])
    raised, apart = r"(?<=[^\W\d_]|[.,;:)\]”])", r"(?<=[.,;:)\]”]) "
    ends = rf"{re.escape(mark)}(?=[\s.,;:)]|$)"
    for pages, before in (((page,), raised), ((page - 1, page), raised), ((page - 1, page), apart)):
        passage = join((ref, line) for ref, line in body(paper) if ref.page in pages)
        found = list(re.finditer(before + ends, passage.text))
        if found:
            break
    else:
        return ""
    return _said_before(passage, found[-1].start())


def _said_before(passage: Passage, at: int) -> str:
    """The sentence that ends or goes on at a place, up to there, and the one before."""
    # A mark behind the full stop belongs to the sentence that ended there.
    at = len(passage.text[:at].rstrip())
    within = max(0, at - 1)
    first, _ = passage.sentence(within, within, REACH)
    if first > 1 and passage.lines[passage.lines_of(first - 2, first - 1).start].region is not Region.HEADING:
        first, _ = passage.sentence(first - 2, first - 2, REACH)
    return passage.text[first:at].strip(" .,;:")
