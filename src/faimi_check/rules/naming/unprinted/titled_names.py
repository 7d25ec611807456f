"""Names in the fields of a document that hold text: Title, Subject, Keywords, descriptions, custom properties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.finding import Confidence
from faimi_check.model.paper import MetadataField, Paper
from faimi_check.model.text.passage import join, lines_at
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.fields.traces import Trace, is_harmless, role_of
from faimi_check.rules.naming.identity import fold, looks_like_person
from faimi_check.rules.naming.mentions.everyones import institution_acronyms
from faimi_check.rules.naming.people.file_names import is_surname
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.named_people import PERSON
from faimi_check.rules.naming.people.names import is_person
from faimi_check.rules.naming.text.prose import own_text
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.naming.unprinted.names import names_told
from faimi_check.rules.tables import table

_LONGEST = 400
# "Draft of", "written by", "for" at the beginning; "Methods for Fair Triage" and "Explained by Late Fusion" are titles.
_MADE = (
    r"written|submitted|drafted|draft|authored|prepared|edited|made|reviewed|revised|compiled|owned|sent|thesis|dissertation"
    r"|copyright|manuscript|paper|copy|version|work|property|report"
)
_CUE = late(
    rf"(?:(?:^|[.,;:(–-] ?|\b(?i:{_MADE}),? )(?i:by|of|for|from)"
    r"|\b(?i:authors?|draft|thesis|dissertation|copyright|reviewer|supervisor)|©)[:,]? "
    rf"(?:\(?(?:19|20)\d\d\)? )?(?P<name>{PERSON})"
)
# "Draft of the Lyngby group", "for the Lyngby-Tamm lab".
_GROUP = late(
    r"\b(?:of|by|for|from|in) (?:the )?(?P<name>[A-ZÀ-Þ][a-zß-ÿ][\w’'-]{1,30}(?: (?:&|and)"
    r" [A-ZÀ-Þ][a-zß-ÿ][\w’'-]{1,30})?)"
    r"[’']?s? (?:group|lab|laboratory|team|chair)\b"
)
_ET_AL = late(r"(?P<name>[^\W\d_a-zß-ÿ][\w'’-]{2,30}),? et al\b")
_PARTS = late(r"(?:(?<!\s)\s+)?[,;|/]\s*|(?<!\s)\s+[-–—]\s+")
_INITIALED = late(r"(?:[^\W\d_a-zß-ÿ]\.[ -]?){1,3}[^\W\d_a-zß-ÿ][\w'’-]{2,30}")
# With its ending, or written as only files are: "Lyngby_FAIMI_v7", "FAIMI26Lyngby-Tammv3".
_FILE = late(
    r"(?:Microsoft Word - )?(?P<stem>[\w .()+&-]{3,120})\.(?:docx?|tex|pdf|odt|rtf|pages|indd|md)"
    r"|(?P<bare>[\w.()+&-]{1,80}_[\w.()+&-]{1,80}|(?=\D{1,80}\d)[\w.()+&-]{8,80})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = late(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_MIN_WORD = 4
_MIN_VOCABULARY = 40


def named_in_text(found: MetadataField, paper: Paper) -> Iterator[Trace]:
    """Names in a field of text: likely after "by" or "draft of" and with initials, otherwise possible.

    Words of the paper are no names: its own title and keywords stand in such fields.
    """
    value = found.value[:_LONGEST].strip()
    if role_of(found) != "text" or not value or is_harmless(value):
        return
    if not _MAY_NAME.search(value) or fold(value) == fold(_title(paper)):
        return
    file = _FILE.fullmatch(value)
    if file:
        yield from _unknown_words(file["stem"] or file["bare"], paper)
        return
    if found.place.startswith(("Info", "XMP")):
        yield from _institutions(value, paper)
    sure = [match["name"] for match in _CUE.finditer(value)] + _INITIALED.findall(value)
    people = [name for name in sure if is_person(name) and looks_like_person(name) and _is_new(name, paper)]
    people += [match["name"] for match in _ET_AL.finditer(value) if _is_new(match["name"], paper)]
    yield from (Trace("person", name, Confidence.LIKELY) for name in dict.fromkeys(people))
    groups = [match["name"] for match in _GROUP.finditer(value) if "'" not in match["name"]]
    people += [name for name in groups if name not in people and _is_new(name, paper) and not is_everyday(name)]
    yield from (Trace("person", name, Confidence.POSSIBLE) for name in people if name in groups)
    # Without a text nothing tells a topic from a name.
    told = not people and len(_words(paper)) >= _MIN_VOCABULARY
    perhaps = list(_perhaps(_PARTS.split(value), paper)) if told else []
    yield from perhaps
    known = {*people, *(trace.text for trace in perhaps)}
    yield from (trace for trace in names_told(found, paper) if trace.text not in known)


def _institutions(value: str, paper: Paper) -> Iterator[Trace]:
    """The institutions that a field of text names and the paper does not."""
    for part in _PARTS.split(value):
        named = is_institution(part) or not institution_acronyms().isdisjoint(part.split())
        if named and _has_new_word(part, paper):
            yield Trace("organisation", part, Confidence.LIKELY)


def _has_new_word(part: str, paper: Paper) -> bool:
    """Whether some word of a name stands nowhere in the paper."""
    return any(fold(word) not in _words(paper) for word in _WORD.findall(part) if len(word) > 2)


_MAY_NAME = late(r"[^\W\d_]{3}")


def _perhaps(parts: list[str], paper: Paper) -> Iterator[Trace]:
    """What is shaped like a name; of a list of keywords also a single word that the paper does not use."""
    known = [part for part in parts if part and not _is_new(part, paper)]
    for part in parts:
        full = is_person(part) and looks_like_person(part)
        alone = bool(known) and len(parts) > 1 and _WORD.fullmatch(part) is not None and part.istitle()
        if (full or (alone and len(part) >= _MIN_WORD)) and _is_new(part, paper):
            yield Trace("unclear", part, Confidence.POSSIBLE)


def _unknown_words(stem: str, paper: Paper) -> Iterator[Trace]:
    """The words of a file's name that neither the paper nor most files' names have, and which may be somebody's."""
    usual = table("titled_names")["file_words"]
    for word in _WORD.findall(_CAMEL.sub(" ", stem.replace("_", " "))):
        nobodys = fold(word) in usual or (is_everyday(word) and not is_surname(word))
        if len(word) >= _MIN_WORD and not nobodys and _is_new(word, paper):
            yield Trace("unclear", word, Confidence.POSSIBLE)


def _is_new(name: str, paper: Paper) -> bool:
    """Whether no word of it stands in the paper, and none is a word as titles have them."""
    words = [fold(word) for word in _WORD.findall(name) if len(word) > 2]
    data = table("titled_names")
    return bool(words) and not any(
        word in _words(paper) or word in data["title_words"] or re.search(data["endings"], word) for word in words
    )


def _title(paper: Paper) -> str:
    return join(lines_at(paper, paper.parts.title)).text


@once_a_paper
def _words(paper: Paper) -> frozenset[str]:
    """The words of the title and of the text, with and without plural."""
    text = fold(" ".join([_title(paper), *(passage.text for passage in own_text(paper))]))
    words = set(_WORD.findall(text))
    return frozenset(words | {word.rstrip("s") for word in words} | {f"{word}s" for word in words})
