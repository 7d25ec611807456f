"""What the strings and comments of a file tell that stand in none of the places where readers look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from faimi_check.model.finding import Confidence
from faimi_check.model.paper import MetadataField, Paper
from faimi_check.rules.anonymity.below.notes import NOT_NOTES
from faimi_check.rules.late import late
from faimi_check.rules.naming.fields.gathering import gather_traces
from faimi_check.rules.naming.fields.traces import Trace, persons, traces
from faimi_check.rules.naming.identity import fold, looks_like_person
from faimi_check.rules.naming.people.file_names import is_given_name
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.names import is_person
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.naming.text.surfaces import FONTS
from faimi_check.rules.naming.unprinted.names import names_told
from faimi_check.rules.naming.unprinted.titled_names import named_in_text
from faimi_check.rules.tables import table

_IDENTIFYING = ("email", "orcid", "path", "link", "local-path")
_LONGEST_NAMES = 160
# What no name is without; a field of a single word is judged only where its key is an author's.
_TWO_WORDS = late(r"[^\W\d_]{2} [^\W\d_]")
_NO_NAMES = frozenset({"Fullbanner", "PTEX.Fullbanner", "Producer", "Creator"})
# A list of capitalised words there is a title, and a name only after "by", "draft of" and their like.
_TITLES = frozenset({"Title", "Subject"})
# A colour profile is called after a device or a space of colours: it names somebody where it says whose it is.
PROFILE = "ICC"
# What a printing ink is called: houses call one after themselves.
_COLOUR = "a colour"
_WHOSE = late(r"copyright|\(c\)|©|\b(?:made|created|measured|calibrated|owned|property) (?:by|of)\b", re.IGNORECASE)
_SIGNS = late(r"[^\w&]+")
_PARTS = late(r"[,;:/|()]|\.(?= |$)|[-–—](?= )|\b(?:by|for)\b|\b(?i:copyright|all rights reserved)\b|©|\d+")


class OtherText(NamedTuple):
    """Something that tells who the authors are: whether it names somebody or holds an address, and where it stands.

    `fields` are all that hold it, also under a key of somebody's own.
    """

    text: str
    where: str
    evidence: str
    confidence: Confidence
    is_name: bool
    fields: tuple[MetadataField, ...]


def other_texts(paper: Paper) -> Iterator[OtherText]:
    """What stands in no place that another rule reads, each text once."""
    known = fold("\n".join(_known(paper)))
    # In a font's notice stand the names and addresses of those who drew it.
    unread = [field for field in paper.other_texts if field.place != FONTS]
    # An action's kind tells what its text is for.
    unread = [field for field in (*paper.active_content, *unread) if fold(field.value) not in known]
    traced = [(field, tuple(traces(field))) for field in unread]
    told: set[str] = set()
    for hit in gather_traces(traced):
        for key, text in hit.texts.items():
            if hit.code not in _IDENTIFYING or key in known or key in told:
                continue
            told.add(key)
            fields = [field for field in hit.fields if key in fold(field.value)] or hit.fields
            evidence = "; ".join(dict.fromkeys(field.value for field in fields))
            yield OtherText(text, _places(fields), evidence, hit.confidence, False, tuple(fields))
    for field, found in traced:
        if told and any(map(fold(field.value).__contains__, told)):
            continue
        names = _named(paper, field, found)
        if names and not all(fold(name) in known for name in names):
            told |= set(map(fold, names))
            yield OtherText("; ".join(names), _places([field]), field.value, Confidence.LIKELY, True, (field,))


def _known(paper: Paper) -> Iterator[str]:
    for field in (*paper.metadata, *paper.internal_names):
        yield field.value
    for found in paper.objects:
        yield from (field.value for field in found.fields)
    for note in paper.annotations:
        yield from (note.author, note.contents) if note.kind not in NOT_NOTES else ()
    for attached in paper.attachments:
        yield from (attached.name, attached.description, attached.text)
    for revision in paper.revisions:
        yield from (field.value for field in revision.lost_fields)
        yield from revision.lost_text
    for page in paper.pages:
        # Rules of links read addresses; a file on somebody's machine is none.
        yield from (link.target for link in page.links if not link.target.lower().startswith("file:"))


def _named(paper: Paper, field: MetadataField, found: tuple[Trace, ...]) -> list[str]:
    """Persons and institutions where a field's key says that it holds them, persons where it is a list of names."""
    if field.key in _NO_NAMES or len(field.value) > _LONGEST_NAMES:
        return []
    if field.key == PROFILE:
        return _owners(field.value)
    if field.key == _COLOUR:
        return [field.value] if is_institution(field.value) and not _is_maker(field.value) else []
    gathered = gather_traces([(field, found)]) if found else []
    by_role = [text for hit in gathered if hit.code in ("person", "organisation") for text in hit.texts.values()]
    # Of an address only a path on somebody's disk is called after people; a page's links are judged elsewhere.
    if by_role or field.key == "URI":
        return by_role
    if not _TWO_WORDS.search(field.value):
        return [trace.text for trace in names_told(field, paper)]
    listed = persons(field.value) if field.key not in _TITLES else ()
    names = [trace.text for trace in listed if trace.code == "person" and " " in trace.text and _is_called(trace.text)]
    said = [trace.text for trace in named_in_text(field, paper) if trace.confidence is Confidence.LIKELY]
    said += [trace.text for trace in names_told(field, paper)]
    return list(dict.fromkeys((*names, *said)))


def _is_called(name: str) -> bool:
    """Whether a name is somebody's: programs call layers and shapes by ordinary words with capitals ("Task Queue")."""
    words = fold(name).split()
    return any(map(is_given_name, words)) or not any(map(is_everyday, words))


def _owners(said: str) -> list[str]:
    """Persons and houses that a colour profile says to be theirs, without makers of devices and programs."""
    if not _WHOSE.search(said):
        return []
    named: list[str] = []
    for part in map(str.strip, _PARTS.split(said)):
        named += [part] if is_institution(part) else filter(_is_owner, re.split(r" (?:and|&) ", part))
    return [name for name in named if not _is_maker(name)]


def _is_owner(part: str) -> bool:
    """Whether a person is named, and no device or space of colours in ordinary words."""
    return looks_like_person(part) and is_person(part) and not any(map(is_everyday, fold(part).split()))


def _is_maker(name: str) -> bool:
    bare = " ".join(_SIGNS.sub(" ", fold(name)).split())
    return any(f" {maker} " in f" {bare} " for maker in table("harmless")["profiles"]["makers"])


def _places(fields: list[MetadataField]) -> str:
    return ", ".join(dict.fromkeys(f"{field.place}, {field.key}" for field in fields[:4]))
