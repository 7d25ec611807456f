"""People whose name or login stands in a drawn figure or a table beside a label: "signed in: ingrid.lyngby"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.bands import Bands
from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.anonymity.text.drawn_lines import Drawn, as_picture, drawn_lines, figures
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.people.file_names import may_be_given_name
from faimi_check.rules.naming.people.names import is_person, vocabulary
from faimi_check.rules.naming.pictured.houses import CITED
from faimi_check.rules.naming.pictured.matter import Tells, Told, label_words
from faimi_check.rules.naming.pictured.people import marked_people
from faimi_check.rules.naming.pictured.telling import told_by
from faimi_check.rules.naming.text.prose import DRAWN
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.spotting import has_any

# "Reader I. Lyngby 0.91 0.88": a row of a table that is somebody's; methods are called after surnames alone.
_ROW = late(
    r"\b(?:reader|rater|annotator|labell?er|grader|observer|expert|radiologist|pathologist|dermatologist|cardiologist"
    r"|ophthalmologist|endoscopist|sonographer|operator|clinician|physician|surgeon|resident|nurse|student)s?"
    r"(?: \d{1,2}| (?-i:[A-D]))?[:,]? \(?"
    r"(?P<who>(?-i:(?:[A-ZÀ-Þ]\.[ -]?){1,2}[A-ZÀ-Þ][^\W\d_]{1,20}(?:-[A-ZÀ-Þ][^\W\d_]{1,20})?))",
    re.IGNORECASE,
)
# What labels and titles have.
_SIGNS = (
    *(":", "=", " by ", "log", "sign", "user", "welcome", "assign", "courtesy"),
    *("dr", "prof", "md", "m.d", "phd", "ph.d"),
)
_WHO = frozenset({Tells.PERSON, Tells.LOGIN, Tells.PATIENT})
_WHO_SIGNS = (
    *("@", "^", "~/", "/home", "users", "squeue", "committed", "pushed", "fork", "star ", "stars", "assigned to"),
    *(
        "patient",
        "name:",
        "name ",
        "dob",
        "d.o.b",
        "born",
        "birth",
        "geb.",
        "mrn",
        "ssn",
        "pid",
        "nacim",
        "naiss",
        "ur.",
    ),
    *(".nii", ".dcm", ".csv", ".png", ".jpg", ".ppt", ".doc", ".xls", ".svs", ".ipynb", ".py"),
)
# "# Adapted from sampler.py, Copyright 2020 Ida Lyngby": a listing's comment on whose code it is.
_BORROWED = late(r"\b(?:adapted|copied|taken|borrowed|ported|modified|derived) from\b", re.IGNORECASE)
_INITIALED = re.compile(r"(?<![^\W\d_])[A-ZÀ-Þ]\. ?[A-ZÀ-Þ][a-zß-ÿ]")
_SURNAME_FIRST = re.compile(r"[A-ZÀ-Þ'’-]{3,}(?: [A-ZÀ-Þ'’-]{2,})? ?, ?[A-ZÀ-Þ]{2,}")
_WORD = re.compile(r"[^\W\d_]{3}")
_SMALL = late(r"(?<![^\W\d_])[^\W\d_A-ZÀ-Þ]+(?![^\W\d_])")


def drawn_people(paper: Paper) -> Iterator[tuple[Passage, int, int]]:
    """Where a line of a figure or table names somebody: by a label beside the name, or as a picture would."""
    labelled = [
        one.span
        for one in drawn_lines(paper, DRAWN)
        if _names_somebody(one.line, paper) and not (CITED.search(one.line.text) or _BORROWED.search(one.line.text))
    ]
    yield from labelled
    known = {(id(passage), start, end) for passage, start, end in labelled}
    for passage, start, end in (one.span for one in _shown(paper)):
        if (id(passage), start, end) not in known:
            yield passage, start, end


def _shown(paper: Paper) -> Iterator[Drawn]:
    """The lines of figures with somebody's name, login or data, as they are told in pictures."""
    for figure in figures(paper):
        # To read a picture costs a tenth of a check, and most plots have numbers and labels alone.
        lettered = [one for one in figure if _WORD.search(one.line.text) and not _BORROWED.search(one.line.text)]
        may_tell = any(_may_tell(one.line.text) for one in lettered)
        found = told_by(as_picture(lettered), vocabulary(paper)) if may_tell else ()
        of_people = [told for told in found if told.tells in _WHO]
        places = Bands(told.line.box for told in of_people)
        yield from (one for one in lettered if any(_holds(one, of_people[at]) for at in places.over(one.line.box)))


def _may_tell(text: str) -> bool:
    """Whether a line has a sign of a login, a patient or a name, such as initials or what people are called."""
    small = text.lower()
    if has_any(small, _WHO_SIGNS) or _INITIALED.search(text) or _SURNAME_FIRST.match(text):
        return True
    words = (word for word in text.split() if word[0].isupper())
    return any(
        may_be_given_name(word.strip(".,:;!()")) and fold(word) not in label_words() and not is_everyday(word.title())
        for word in words
    )


def _holds(one: Drawn, told: Told) -> bool:
    """Whether a line where it is told has what is told of those that stand together."""
    said, text = fold(told.text), fold(one.line.text.strip())
    return text in said or said in text


def _names_somebody(line: Line, paper: Paper) -> bool:
    row = _ROW.search(line.text)
    if row and not is_everyday(row["who"]) and is_person(row["who"], vocabulary(paper) | label_words()):
        return True
    drawn = BurnedInLine(line.text, line.box, 1.0)
    # Hardly any line is labelled: the paper's own words are asked last.
    small = line.text.lower()
    labelled = line.region is Region.FIGURE_TEXT and has_any(small, _SIGNS)
    if not labelled or not any(marked_people(drawn, label_words())):
        return False
    # A login is in lower case itself.
    common = (vocabulary(paper) | label_words()).difference(_SMALL.findall(line.text))
    return any(marked_people(drawn, common))
