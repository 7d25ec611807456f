"""Pages of a test as the reader leaves them, and what a rule says of them."""

from __future__ import annotations

from faimi_check.model.finding import Hit
from faimi_check.model.paper import MetadataField, Paper
from faimi_check.model.submission import Submission
from faimi_check.reading.page.layout.layout import arrange
from faimi_check.reading.page.layout.measures import measure
from faimi_check.reading.parts.sections import divide
from faimi_check.rules.catalogue import rules

from ...reading.typeset import FONTS, Sheet

RULES = {rule.id: rule for rule in rules()}


def read(*sheets: Sheet, metadata: tuple[MetadataField, ...] = ()) -> Paper:
    """The paper that the sheets make."""
    pages, parts = divide(arrange(tuple(sheet.page() for sheet in sheets), FONTS), FONTS)
    layout = measure(pages, parts, FONTS)
    return Paper(
        file="p.pdf", size=1, page_count=len(pages), pages=pages, parts=parts, layout=layout, metadata=metadata
    )


def results(rule: str, paper: Paper) -> list:
    """All that a rule says."""
    return list(RULES[rule].run(Submission(id="x", paper=paper), RULES[rule].params()))


def hits(rule: str, paper: Paper) -> list[Hit]:
    """What it found."""
    return [one for one in results(rule, paper) if isinstance(one, Hit)]
