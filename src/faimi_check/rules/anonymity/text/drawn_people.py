"""People whose name or login stands in a drawn figure or a table beside a label: "signed in: ingrid.lyngby"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.page import Line, Region
from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import Passage
from faimi_check.rules.late import late
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.people.names import is_person, vocabulary
from faimi_check.rules.naming.pictured.houses import CITED
from faimi_check.rules.naming.pictured.matter import label_words
from faimi_check.rules.naming.pictured.people import marked_people
from faimi_check.rules.naming.text.stems import is_everyday

# "Reader I. Lyngby 0.91 0.88": a row of a table that is somebody's; methods are called after surnames alone.
_ROW = late(
    r"\b(?:reader|rater|annotator|labell?er|grader|observer|expert|radiologist|pathologist|dermatologist|cardiologist"
    r"|ophthalmologist|endoscopist|sonographer|operator|clinician|physician|surgeon|resident|nurse|student)s?"
    r"(?: \d{1,2}| (?-i:[A-D]))?[:,]? \(?"
    r"(?P<who>(?-i:(?:[A-ZÀ-Þ]\.[ -]?){1,2}[A-ZÀ-Þ][^\W\d_]{1,20}(?:-[A-ZÀ-Þ][^\W\d_]{1,20})?))",
    re.IGNORECASE,
)
_SMALL = late(r"(?<![^\W\d_])[^\W\d_A-ZÀ-Þ]+(?![^\W\d_])")


def drawn_people(paper: Paper) -> Iterator[tuple[Passage, int, int]]:
    """Where a line of a figure or table names somebody, by the label before or behind the name."""
    for passage in facts_of(paper).own_text:
        for start, line in zip(passage.starts, passage.lines, strict=True):
            if _names_somebody(line, paper):
                yield passage, start, start + len(line.text)


def _names_somebody(line: Line, paper: Paper) -> bool:
    if line.region not in (Region.FIGURE_TEXT, Region.TABLE_TEXT) or CITED.search(line.text):
        return False
    common = vocabulary(paper) | label_words()
    row = _ROW.search(line.text)
    if row and is_person(row["who"], common) and not is_everyday(row["who"]):
        return True
    # A login is in lower case itself.
    words = common.difference(_SMALL.findall(line.text))
    return line.region is Region.FIGURE_TEXT and any(marked_people(BurnedInLine(line.text, line.box, 1.0), words))
