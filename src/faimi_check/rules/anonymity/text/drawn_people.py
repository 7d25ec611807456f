"""People whose name or login stands in a drawn figure or a table beside a label: "signed in: ingrid.lyngby"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.anonymity.text.drawn_lines import drawn_lines
from faimi_check.rules.late import late
from faimi_check.rules.naming.people.names import is_person, vocabulary
from faimi_check.rules.naming.pictured.houses import CITED
from faimi_check.rules.naming.pictured.matter import label_words
from faimi_check.rules.naming.pictured.people import marked_people
from faimi_check.rules.naming.text.prose import DRAWN
from faimi_check.rules.naming.text.stems import is_everyday

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
_SMALL = late(r"(?<![^\W\d_])[^\W\d_A-ZÀ-Þ]+(?![^\W\d_])")


def drawn_people(paper: Paper) -> Iterator[tuple[Passage, int, int]]:
    """Where a line of a figure or table names somebody, by the label before or behind the name."""
    for passage, start, line in drawn_lines(paper, DRAWN):
        if _names_somebody(line, paper) and not CITED.search(line.text):
            yield passage, start, start + len(line.text)


def _names_somebody(line: Line, paper: Paper) -> bool:
    row = _ROW.search(line.text)
    if row and not is_everyday(row["who"]) and is_person(row["who"], vocabulary(paper) | label_words()):
        return True
    drawn = BurnedInLine(line.text, line.box, 1.0)
    # Hardly any line is labelled: the paper's own words are asked last.
    small = line.text.lower()
    labelled = line.region is Region.FIGURE_TEXT and any(sign in small for sign in _SIGNS)
    if not labelled or not any(marked_people(drawn, label_words())):
        return False
    # A login is in lower case itself.
    common = (vocabulary(paper) | label_words()).difference(_SMALL.findall(line.text))
    return any(marked_people(drawn, common))
