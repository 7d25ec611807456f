"""What takes desk rejections back into the conference system, where a submission may be of several papers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from faimi_check.model.decision import Decision, Ruling
from faimi_check.model.proposal import Action, Proposal
from faimi_check.model.report import SubmissionReport
from faimi_check.report.wording.escape import printable, spreadsheet_row
from faimi_check.report.wording.words import call_words

# What the systems call a desk rejection as they come; a conference may have renamed it.
_HOTCRP = "Desk reject"
_CMT = "Desk Reject"
NAMES = ("hotcrp.csv", "openreview.csv", "cmt.txt")
_ENDS = (".", "!", "?")


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
    decisions: Mapping[str, Decision], numbers: Mapping[str, str], comments: Mapping[str, str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """By file name, what HotCRP's bulk assignment, CMT's status import and OpenReview's client take; what is left out.

    Only desk rejections are in them, a row a submission. `comments` say why, by id: OpenReview shows them to authors.
    """
    rejected = {
        number: papers
        for number, papers in _papers(numbers).items()
        if all(_rejected(decisions.get(id)) for id in papers)
    }
    said = {
        number: "; ".join(dict.fromkeys(filter(None, (comments.get(id, "") for id in papers))))
        for number, papers in rejected.items()
    }
    hotcrp = [("paper", "action", "decision"), *((number, "decision", _HOTCRP) for number in rejected)]
    openreview = [("number", "comments"), *((number, comment) for number, comment in said.items() if comment)]
    cmt = [("Paper ID", "Status"), *((number, _CMT) for number in rejected)]
    texts = (
        "".join(map(spreadsheet_row, hotcrp)),
        "".join(map(spreadsheet_row, openreview)),
        "".join("\t".join(map(printable, row)) + "\r\n" for row in cmt),
    )
    silent = ", ".join(number for number, comment in said.items() if not comment)
    left_out = (f"not in openreview.csv, because there is no reason to give: {silent}. Write a note",) if silent else ()
    return dict(zip(NAMES, texts, strict=True)), left_out


def comment_on(report: SubmissionReport, decision: Decision) -> str:
    """Why a submission is rejected, in words that its authors may read: the chair's own first; nothing if unknown."""
    proposal, note = report.proposal, decision.note.strip()
    proposed = proposal is not None and proposal.action is Action.DESK_REJECT
    grounds = _grounds(report, proposal) if proposal and (proposed or not note) else ""
    return f"{note}{' ' if note.endswith(_ENDS) else '; '}{grounds}" if note and grounds else note or grounds


def _grounds(report: SubmissionReport, proposal: Proposal) -> str:
    """What calls for the rejection, and behind it what the call says: without that, it reads like a fragment."""
    quotes = {each.fingerprint: call_words(each.clause) for each in report.findings if each.clause}
    phrases: dict[str, list[str]] = defaultdict(list)
    for point in proposal.telling:
        phrases[quotes.get(point.findings[0], "")].append(point.phrase)
    said = [("; ".join(dict.fromkeys(all_of_it)), quote) for quote, all_of_it in phrases.items()]
    return "; ".join(f"{what} ({quote[0].lower()}{quote[1:]})" if quote else what for what, quote in said)


def _papers(numbers: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    papers: dict[str, list[str]] = defaultdict(list)
    for id, number in numbers.items():
        papers[number].append(id)
    return {number: tuple(ids) for number, ids in papers.items()}


def _rejected(decision: Decision | None) -> bool:
    return decision is not None and decision.ruling is Ruling.DESK_REJECT


def _word(decision: Decision | None) -> str:
    return decision.ruling.value if decision and decision.ruling else "not decided"
