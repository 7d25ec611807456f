"""Which of the texts below a paper's surface tell who wrote it, by the rules that look there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from faimi_check.model.paper import Below, MetadataField
from faimi_check.model.submission import Submission
from faimi_check.rules.anonymity.below.internal_names import told
from faimi_check.rules.anonymity.lists.known_authors import naming_fields
from faimi_check.rules.hidden.below import speaks
from faimi_check.rules.naming.text.surfaces import FONTS

# An address stands on the page as a link: it is judged there, and never taken out.
_LINK = "URI"
_JUDGED = 4_000


def telling(submission: Submission, below: Below) -> tuple[MetadataField, ...]:
    """The fields that identify, name an author of the submission or speak to whoever judges the paper.

    `below` is what lies below the pages of the submission's paper, or of another state of it.
    """
    paper = submission.paper
    if paper is None:
        return ()
    paper = replace(paper, **{field: getattr(below, field) for field in Below.__struct_fields__})
    submission = replace(submission, paper=paper)
    fields = [*paper.internal_names, *(field for field in paper.other_texts if field.key != _LINK)]
    found = [field for one in told(paper) for field in one.fields if field.key != _LINK]
    found += naming_fields(fields, submission)
    found += _commanding(fields)
    return tuple(dict.fromkeys(found))


def _commanding(fields: list[MetadataField]) -> Iterator[MetadataField]:
    return (field for field in fields if field.place != FONTS and speaks(field.value[:_JUDGED]))
