"""ANON022: what the text names and nothing in the paper accounts for."""

from __future__ import annotations

from collections.abc import Iterator

from faimi_check.model.finding import EVIDENCE_LIMIT, Confidence, Hit, Severity
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.counted import first_of, quote
from faimi_check.rules.anonymity.fitting import fitting
from faimi_check.rules.anonymity.quoted import Quoted
from faimi_check.rules.anonymity.text.drawn_people import drawn_people
from faimi_check.rules.anonymity.text.remarks import remarked
from faimi_check.rules.anonymity.told import telling_hits
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.mentions.everyones import known
from faimi_check.rules.naming.mentions.kind import PEOPLE
from faimi_check.rules.naming.ownership.scored import Scored
from faimi_check.rules.naming.ownership.telling import Topic
from faimi_check.rules.naming.people.balloons import balloon_writers
from faimi_check.rules.naming.whose.public_statements import names_collection
from faimi_check.rules.registry import NoParameters, Part, paper_of, rule

_FIX = "Name nobody and no place of your own until the final version; of others, say whose they are or cite them."
# Of a team, an event, a program: most have a name that everybody may use.
_TOLD_FIX = (
    "Leave out what ties it to you until the final version: speak of it as of somebody else's, with a citation, or"
    " without its name."
)
_LONGEST = 12
# From this score a person in the list makes it a warning.
_LOOK = 0.4


@rule(
    "ANON022",
    "named-in-text",
    part=Part.PAPER,
    codes={
        "standing": Severity.WARNING,
        "hinted": Severity.WARNING,
        "named": Severity.WARNING,
        "listed": Severity.NOTE,
    },
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def named_in_text(submission: Submission, _: NoParameters) -> Iterator[Hit]:
    """The text names people, institutions or places that nothing in the paper accounts for.

    Why
        "T. Wieczorek read the scans" tells as much as a line under the title, in words that no list of patterns holds.

    How it decides
        Everything that a sentence names is scored by the words round it, with weights learned from labelled
        sentences: how likely is it the authors' own? Where a sentence names somebody and only the one beside it
        speaks of the authors ("drawn by T. Wieczorek. She signs this paper"), both are scored as one. High
        scores are findings of the rule whose business they are (ANON005, 006, 007, 015, 019); teams, events,
        projects and products of one's own are warnings here, and so are sentences whose words tell something of
        the authors although none of the names does ("TorchIO, which we maintain", "ours was the first clinic in the
        country to"). What scores neither high nor
        low, and has no citation, "et al." or possessive that accounts for it, is listed once a paper with its
        pages, surest first, twelve at most: a warning where it is a person, else a note. Words in figures and tables
        that label somebody ("signed in:" before a login, "Drawn by I. Lyngby") are a warning, as is in a figure what
        would be told in a picture: logins, a name on its own, a patient's data.

    When it can be wrong
        A person or hospital of others that the paper names without saying whose they are.

    Fix
        Leave the name out until the final version, or say in the third person, with a citation, whose it is.
    """
    paper = paper_of(submission)
    remarks = remarked(paper)
    told = telling_hits(paper, {Topic.STANDING: "standing", Topic.HINT: "hinted"}, _TOLD_FIX, remarks)
    yield from fitting(told, _TOLD_FIX)
    # A footnote that says where an author works is told by another rule.
    positions = "\n".join(found.text for found in facts_of(paper).positions)
    quoted = Quoted(remarks)
    listed = tuple(
        one
        for one in facts_of(paper).unaccounted
        if not names_collection(one.sentence.text)
        and not quoted.holds(one.sentence.text)
        and one.mention.text not in positions
    )
    if listed:
        yield _list(paper, listed)
    yield from _drawn(paper)


def _list(paper: Paper, found: tuple[Scored, ...]) -> Hit:
    named = first_of((f"{one.mention.text} (page {_page(paper, one)})" for one in found), _LONGEST, "; ")
    person = any(one.mention.kind in PEOPLE and one.share >= _LOOK and not _is_eponym(one) for one in found)
    first = found[0].sentence
    return Hit(
        code="named" if person else "listed",
        message="Named in the text, and nothing in the paper says whose they are: " + named + ".",
        fix=_FIX,
        confidence=Confidence.POSSIBLE,
        evidence=" | ".join(one.sentence.text.strip() for one in found[:_LONGEST])[:EVIDENCE_LIMIT],
        where=first.passage.location(paper.file, first.start, first.end),
    )


def _drawn(paper: Paper) -> Iterator[Hit]:
    writers = "\n".join(writer.name for writer in balloon_writers(paper))
    found = [
        (passage, start, end)
        for passage, start, end in drawn_people(paper)
        if not (writers and passage.text[start:end].strip() in writers)
    ]
    if found:
        quoted = [passage.text[start:end].strip() for passage, start, end in found[:_LONGEST]]
        yield Hit(
            code="named",
            message=f"A figure or table names somebody: {quote(quoted[0])}.",
            fix="Take the name out of the figure or table, or put a letter in its place (“Reader A”).",
            confidence=Confidence.POSSIBLE,
            evidence=" | ".join(dict.fromkeys(quoted))[:EVIDENCE_LIMIT],
            where=found[0][0].location(paper.file, *found[0][1:]),
        )


def _is_eponym(one: Scored) -> bool:
    """Whether it is somebody after whom a test, scale or the like is called: "Sir Ronald Fisher"."""
    return fold(one.mention.text).split()[-1] in known()


def _page(paper: Paper, one: Scored) -> int | None:
    sentence = one.sentence
    start = sentence.start + one.mention.start
    return sentence.passage.location(paper.file, start, start + len(one.mention.text)).page
