"""The overview of a run for a browser: one row a submission, to be sorted, filtered and searched without a network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from faimi_check.model.decision import Ruling
from faimi_check.model.proposal import Action
from faimi_check.model.report import Tool, Venue, Verdict
from faimi_check.report.browser.index_row import FAMILY_WORDS, SubmissionRow
from faimi_check.report.browser.templating import asset, environment
from faimi_check.report.tally import Tally
from faimi_check.report.wording.words import ASSUMED, VERDICT_MEANING, newer_words, venue_words

ACTION_MEANING = {
    Action.DESK_REJECT: "a certain breach of a must",
    Action.ASK: "can be mended, or is only likely",
    Action.LOOK: "a person must look",
    Action.NONE: "nothing to do",
}


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """What stands above the rows. `left` submissions were not judged because the run was stopped.

    `newer` is the id of a later call of the same series, `assumed` says that nobody named the one judged by.
    """

    tool: Tool
    venue: Venue
    tally: Tally
    notes: tuple[str, ...] = ()
    since: bool = False
    left: int = 0
    newer: str | None = None
    assumed: bool = False


def render(overview: Overview, rows: Iterable[SubmissionRow]) -> Iterator[str]:
    """The page in pieces, so that it need not fit into memory."""
    style, script = asset("index.css"), asset("index.js")
    tally = overview.tally
    yield from (
        environment()
        .get_template("index.html")
        .generate(
            style=style,
            script=script,
            venue=overview.venue,
            venue_words=venue_words(overview.venue),
            tool=overview.tool,
            total=tally.total,
            left=overview.left,
            newer=newer_words(overview.newer) if overview.newer else "",
            assumed=ASSUMED if overview.assumed else "",
            verdicts=_verdicts(tally.verdicts),
            actions=[(action.value, tally.actions[action], meaning) for action, meaning in ACTION_MEANING.items()],
            rulings=[ruling.value for ruling in Ruling],
            since=overview.since,
            families=[label for family, label in FAMILY_WORDS.items() if family in tally.families],
            rules=list(tally.rules()),
            notes=overview.notes,
            rows=rows,
        )
    )


def _verdicts(counts: Mapping[Verdict, int]) -> list[tuple[str, int, str]]:
    return [
        (verdict.value, counts.get(verdict, 0), VERDICT_MEANING[verdict])
        for verdict in (Verdict.FAIL, Verdict.REVIEW, Verdict.PASS)
    ]
