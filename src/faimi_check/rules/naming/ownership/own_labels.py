"""What short labels call the authors' own, without a sentence: "Our centre, Lysvik", "Cohort: TRIMAVA (ours)",
"Ours, 2021 version [3]", "Notes by Ingrid".

What decides is what stands right beside the word: a house or a town, a thing of which there is one, a citation. Beside
the name of a method, "ours" says no more than whose method it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from faimi_check.model.paper import Paper
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.kind import Kind
from faimi_check.rules.naming.ownership.labelled_cells import beside_head
from faimi_check.rules.naming.ownership.labelled_houses import below_own_label, own_houses
from faimi_check.rules.naming.ownership.labelled_matter import matter, signs_in
from faimi_check.rules.naming.ownership.labelled_people import read_by, somebody
from faimi_check.rules.naming.ownership.labelled_rows import own_row
from faimi_check.rules.naming.ownership.labelled_things import kept_under_a_name, things
from faimi_check.rules.naming.ownership.labelled_works import is_label, own_people, own_work
from faimi_check.rules.naming.ownership.nearby_labels import is_among_places
from faimi_check.rules.naming.ownership.terms import TERSE, stands_often
from faimi_check.rules.naming.people.names import vocabulary
from faimi_check.rules.naming.text.prose import MASKED
from faimi_check.rules.naming.text.sentences import Sentence, sentences
from faimi_check.rules.spotting import Lookout

# One of these stands in each sentence that tells.
_SIGNS = (
    *("our", "Our", "own", "Own", "ome", "house", "nternal", "ocal", " We ", " we ", "by us", "by the authors"),
    *("uthors' ", "uthors’ ", "elf-cit", "elf cit"),
    *("his group", "his team", "his lab", " the group", " the lab", "by authors"),
)
# In a sentence it takes one of these besides.
_SIGNS_IN_PROSE = ("(", ":", "=", ", our own")
_BY_SOMEBODY = re.compile(r"\b[Bb]y [A-ZÀ-Þ]")
# A heading that was read as text.
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d){0,2}\.?|[A-Z]\.\d|Appendix [A-Z]:?) [A-Z]")
_LONGEST_HEADING, _LONGEST_ROW = 16, 400
_DRAWN = frozenset(("table", "figure"))


class Label(NamedTuple):
    """What a label names as the authors' own: a house or place, a thing (`Kind.PROJECT`), people or a citation."""

    kind: Kind
    name: str
    sentence: Sentence
    named_in_prose: bool = False


@once_a_paper
def own_labels(paper: Paper) -> tuple[Label, ...]:
    """What labels call the authors' own, at most one a sentence, in reading order."""
    common, said, signs = vocabulary(paper), sentences(paper), signs_in(paper)

    @cache
    def printed() -> str:
        return " ".join(fold(one.text) for one in said)

    kept = (one for one in said if one.place != "reference")
    labels = (label for one in kept if (label := _label(one, common, printed, signs)))
    # What a paper names again and again is what it brings itself.
    return tuple(one for one in labels if not one.named_in_prose or not stands_often(fold(one.name), printed()))


def _label(
    sentence: Sentence, common: frozenset[str], printed: Callable[[], str], signs: Mapping[str, Lookout]
) -> Label | None:
    whole = sentence.text
    heading = sentence.place == "heading" or _NUMBERED.match(whole) is not None
    found = _called_own(sentence, common, heading=heading) or _in_cells(sentence, common)
    if not found and sentence.place in _DRAWN and (named := own_row(sentence, printed) or _stacked(sentence, common)):
        found = (Kind.PLACE, named)
    if not found:
        text = _label_of(sentence, heading=heading)
        found = matter(text or whole, common, short=bool(text), signs=signs)
    in_prose = "" if found else kept_under_a_name(whole)
    if in_prose:
        found = (Kind.PROJECT, in_prose)
    return Label(*found, sentence, bool(in_prose)) if found and not MASKED.search(whole) else None


def _stacked(sentence: Sentence, common: frozenset[str]) -> str:
    """The place that a figure's label names on another line than whose it is."""
    return below_own_label(sentence, common) if sentence.place == "figure" and sentence.text[:1] != " " else ""


def _in_cells(sentence: Sentence, common: frozenset[str]) -> tuple[Kind, str] | None:
    """The same of the cells of a row that bars or semicolons part: "Viewer ; LoupeTrace (in-house, TU Lysvik) ; Qt"."""
    text = sentence.text[:_LONGEST_ROW]
    parted = next((mark for mark in (" ; ", " | ") if text.count(mark) > 1), "")
    if not parted:
        return None
    for cell in text.split(parted):
        # The row may run on into the next sentence.
        found = _owned(cell, common, sentence, short=True, terse=True) if is_label(cell, long=True) else None
        if found or ((name := somebody(cell, heading=False)) and (found := (Kind.PERSON, name))):
            return found
    reader = read_by(text)
    if reader:
        return Kind.PERSON, reader
    return beside_head(text.split(parted), common)


def _called_own(sentence: Sentence, common: frozenset[str], *, heading: bool) -> tuple[Kind, str] | None:
    """What a label calls the authors' own by a word for it, or by somebody's first name."""
    whole = sentence.text
    owned = any(map(whole.__contains__, _SIGNS))
    labelled = sentence.place in TERSE and (": " in whole or ". " in whole)
    if not (owned or heading or labelled or ("by " in whole and _BY_SOMEBODY.search(whole))):
        return None
    text = _label_of(sentence, heading=heading)
    short, text = bool(text), text or whole
    found = None
    if owned and (short or any(map(whole.__contains__, _SIGNS_IN_PROSE))):
        found = _owned(text, common, sentence, short=short, terse=heading or sentence.place in TERSE)
    if short and not found and (name := somebody(text, heading=heading) or read_by(text)):
        found = (Kind.PERSON, name)
    return found


def _owned(
    text: str, common: frozenset[str], sentence: Sentence, *, short: bool, terse: bool
) -> tuple[Kind, str] | None:
    """What a text calls the authors' own, and of which kind that is."""
    if (short or "(" in text) and (cited := own_work(text)):
        return Kind.CITATION, cited
    if short and (who := own_people(text)):
        return Kind.PERSON, who
    if house := next(own_houses(text, common, short=short, terse=terse), None):
        return Kind.PLACE, house
    if short and sentence.place in ("figure", "table") and is_among_places(sentence):
        house = next(own_houses(text, common, short=True, terse=True, placed=True), None)
        if house:
            return Kind.PLACE, house
    thing = next(things(text, short=short), None)
    return (Kind.PROJECT, thing) if thing else None


def _label_of(sentence: Sentence, *, heading: bool) -> str:
    """The label that a sentence is, or that its first line is in a paper whose cells look like text; or nothing."""
    text = sentence.text
    if sentence.place not in TERSE:
        first = _first_line(sentence)
        if first and _is_short(first, heading=heading):
            return first
    return text if _is_short(text, heading=heading, long=sentence.place in TERSE) else ""


def _is_short(text: str, *, heading: bool, long: bool = False) -> bool:
    return is_label(text, long=long) or (heading and len(text.split()) <= _LONGEST_HEADING)


def _first_line(sentence: Sentence) -> str:
    """The line with which a sentence begins and that does not run on into the next; empty where it does."""
    lines = sentence.passage.lines_of(sentence.start, sentence.end)
    if len(lines) == 1 or sentence.passage.starts[lines.start] < sentence.start:
        return ""
    length = sentence.passage.starts[lines.start + 1] - sentence.start
    first, rest = sentence.text[:length].strip(), sentence.text[length:]
    return first if first and first[-1] not in ".,;:-" and rest[:1].isupper() else ""
