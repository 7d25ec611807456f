"""What takes desk rejections back into the conference system, where a submission may be of several papers."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from faimi_check.model.decision import Decision, Ruling
from faimi_check.model.text.formulas import kept_as_text
from faimi_check.report.wording.escape import printable, spreadsheet_cell, spreadsheet_row

# What the systems call a desk rejection as they come; a conference may have renamed it.
_HOTCRP = "Desk reject"
_CMT = "Desk Reject"
NAMES = ("hotcrp.csv", "openreview.csv", "cmt.txt")


def divided(decisions: Mapping[str, Decision], numbers: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """By number, the papers of each submission of which one is rejected and another one is not.

    `numbers` are what the system calls the submissions: two papers of one submission have the same.
    """
    return {
        number: papers
        for number, papers in _papers(numbers).items()
        if 0 < sum(_rejected(decisions.get(id)) for id in papers) < len(papers)
    }


def divided_words(decisions: Mapping[str, Decision], numbers: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each of them."""
    for number, papers in divided(decisions, numbers).items():
        said = ", ".join(f"{id} {_word(decisions.get(id))}" for id in papers)
        yield (
            f"the {len(papers)} papers of submission {number} are decided differently: {said}. "
            "Nothing is uploaded or written about a rejection until they agree"
        )


def uploads(
    decisions: Mapping[str, Decision],
    numbers: Mapping[str, str],
    reasons: Mapping[str, str],
    worded: Callable[[Sequence[str]], str],
) -> tuple[dict[str, str], tuple[str, ...]]:
    """By file name, what HotCRP's bulk assignment, CMT's status import and OpenReview's client take; what is left out.

    Only desk rejections are in them, a row a submission. `reasons` say why, by id; OpenReview shows authors what they
    are `worded` to.
    """
    rejected = {
        number: papers
        for number, papers in _papers(numbers).items()
        if all(_rejected(decisions.get(id)) for id in papers)
    }
    said = {number: list(filter(None, (reasons.get(id, "") for id in papers))) for number, papers in rejected.items()}
    hotcrp = [("paper", "action", "decision"), *((number, "decision", _HOTCRP) for number in rejected)]
    openreview = [("number", "comments"), *((number, worded(why)) for number, why in said.items() if why)]
    cmt = [("Paper ID", "Status"), *((number, _CMT) for number in rejected)]
    texts = (
        "".join(map(spreadsheet_row, hotcrp)),
        "".join(map(_row_of_lines, openreview)),
        "".join("\t".join(map(printable, row)) + "\r\n" for row in cmt),
    )
    silent = ", ".join(number for number, why in said.items() if not why)
    left_out = (f"not in openreview.csv, because there is no reason to give: {silent}. Write a note",) if silent else ()
    return dict(zip(NAMES, texts, strict=True)), left_out


def _row_of_lines(cells: tuple[str, str]) -> str:
    """One row, whose last cell keeps its lines."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow((spreadsheet_cell(cells[0]), kept_as_text(cells[1])))
    return stream.getvalue()


def _papers(numbers: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    papers: dict[str, list[str]] = defaultdict(list)
    for id, number in numbers.items():
        papers[number].append(id)
    return {number: tuple(ids) for number, ids in papers.items()}


def _rejected(decision: Decision | None) -> bool:
    return decision is not None and decision.ruling is Ruling.DESK_REJECT


def _word(decision: Decision | None) -> str:
    return decision.ruling.value if decision and decision.ruling else "not decided"
