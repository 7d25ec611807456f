"""What a video's tags tell of its authors: sorted by key, judged by the matcher that judges papers' metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from faimi_check.model.finding import Confidence
from faimi_check.model.paper import MetadataField
from faimi_check.model.text.unseen import IN_UNSEEN
from faimi_check.model.video import Video
from faimi_check.rules.late import late
from faimi_check.rules.naming.fields.anonymous import only_says_anonymous
from faimi_check.rules.naming.fields.plain_words import says_plain_words
from faimi_check.rules.naming.fields.traces import traces
from faimi_check.rules.naming.identity import fold, identifiers, is_placeholder
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.names import names_in
from faimi_check.rules.naming.pictured.matter import vendors
from faimi_check.rules.supplement.named_in_notes import named_in_note
from faimi_check.rules.tables import table

_PREFIX = late(
    r"^(?:com\.(?:apple\.quicktime|android|apple|samsung|google)\.|(?:wm|id3|asf)/|[a-z0-9]{1,20}:|©|\(c\))", re.I
)
_LANGUAGE = late(r"-[a-z]{3}$")
_COORDINATES = late(r"[+-]\d{2,3}(?:\.\d+)?[+-]\d{3}(?:\.\d+)?(?:[+-]\d+(?:\.\d+)?)?/?")
# How well, when and how a place was taken, not where.
_NO_PLACE = late(
    r"accuracy|precision|dop|time|date|status|version|speed|direction|role|facing|satellite|datum|mode|note"
)
_MAX_VALUE = 4_000
_WORDS = re.compile(r"[^\W\d_]+")
_LONGEST_NAMES = 160


class TagTrace(NamedTuple):
    """A tag that tells something: `code` is person, text, words, place, device or identifier."""

    code: str
    tag: MetadataField
    text: str
    confidence: Confidence


def tag_traces(video: Video) -> Iterator[TagTrace]:
    """The telling tags of a video; what is said twice is given once."""
    seen: set[str] = set()
    for tag in video.tags:
        for trace in _judge(tag):
            key = trace.text.strip().casefold()
            if key not in seen and not (trace.code == "text" and _is_name_of(trace.text, video.member)):
                seen.add(key)
                yield trace
    for text in video.texts:
        for identifier in identifiers(text[:_MAX_VALUE]):
            loose = identifier.kind == "link" and identifier.confidence is Confidence.POSSIBLE
            if not loose and identifier.text.casefold() not in seen:
                seen.add(identifier.text.casefold())
                field = MetadataField("between its tags", "text", text)
                yield TagTrace("identifier", field, identifier.text, identifier.confidence)
        told = text.strip()
        tagged = any(told in tag.value or (tag.value and tag.value in told) for tag in video.tags)
        if not tagged and told.casefold() not in seen and _names_somebody(told):
            seen.add(told.casefold())
            yield TagTrace("person", MetadataField("between its tags", "text", text), told, Confidence.LIKELY)


def _is_name_of(text: str, member: str) -> bool:
    """Whether a text says no more than the file's own name, as a title often does."""
    return set(_WORDS.findall(fold(text))) <= set(_WORDS.findall(fold(member)))


def _names_somebody(text: str) -> bool:
    """Whether a short text in a box of no known use names a person or a house; makers of programs are none."""
    if not 0 < len(text) <= _LONGEST_NAMES or is_harmless_tag(text) or is_placeholder(text):
        return False
    if is_institution(vendors().sub(" ", fold(text))):
        return True
    names = [name for name in names_in(text) if may_be_given_name(name.split()[0])]
    return bool(names) and 2 * sum(map(len, names)) > len(text)


def _judge(tag: MetadataField) -> Iterator[TagTrace]:
    value = tag.value[:_MAX_VALUE].strip()
    key = _bare_key(tag.key)
    if not value or is_harmless_tag(value):
        return
    kind = _kind_of(key)
    if kind == "place" or _COORDINATES.fullmatch(value):
        yield TagTrace("place", tag, value, Confidence.CERTAIN)
        return
    role = "author" if kind == "person" else "comment"
    found = [
        trace
        for trace in traces(MetadataField(tag.place, role, value))
        if not (trace.code == "link" and trace.confidence is Confidence.POSSIBLE)
    ]
    for trace in found:
        code = "person" if trace.code in ("person", "login", "organisation", "unclear") else "identifier"
        yield TagTrace(code, tag, trace.text, trace.confidence)
    if found or is_placeholder(value) or only_says_anonymous(value):
        return
    if (kind in ("text", "device") or key == "subtitles") and (named := named_in_note(value)):
        yield TagTrace("person", tag, ", ".join(named), Confidence.LIKELY)
    elif IN_UNSEEN in value:
        yield TagTrace("text", tag, value, Confidence.LIKELY)
    elif (kind == "text" or key == "subtitles") and says_plain_words(value):
        yield TagTrace("words", tag, value, Confidence.LIKELY)
    elif kind in ("text", "device"):
        yield TagTrace(kind, tag, value, Confidence.LIKELY)


def _kind_of(key: str) -> str:
    data = table("video_tags")
    for kind in ("person", "text", "place", "device"):
        if key in data[kind]:
            return kind
    if key.startswith(("gps", "location")) and not _NO_PLACE.search(key):
        return "place"
    return "text" if key in ("handlername", "name") else ""


def _bare_key(key: str) -> str:
    bare = fold(_LANGUAGE.sub("", key.strip()[:200]))
    for _ in range(2):
        bare = _PREFIX.sub("", bare)
    return re.sub(r"[\s._-]+", "", bare)


@cache
def _harmless() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry["pattern"], re.I | re.S) for entry in table("video_tags")["harmless"])


def says_nothing(value: str) -> bool:
    """Whether a text names nobody for sure: a program's, an anonymous one, or one of plain words."""
    return is_harmless_tag(value) or is_placeholder(value) or only_says_anonymous(value) or says_plain_words(value)


def is_harmless_tag(value: str) -> bool:
    """Whether a program wrote the value, or it says nothing, by tables/video_tags.toml."""
    bare = value[:300].strip().strip("\x00-\x1f")
    return any(pattern.fullmatch(bare) for pattern in _harmless())
