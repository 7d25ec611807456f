"""SUB002: the paper against what the conference's list says of it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from faimi_check.model.finding import Confidence, Hit, Location, Severity, Skipped, Undecided
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.text.passage import join, lines_at
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import fold, letters_of
from faimi_check.rules.naming.people.author_forms import forms_of
from faimi_check.rules.registry import Part, RuleResults, paper_of, rule

# Below this share of letters in common it is another title, below the second one the title was changed.
_OTHER = 0.6
_CHANGED = 0.95
_LONGEST = 400
_SHORTEST = 8
_COMMAND = late(r"\\[A-Za-z]+|[${}^_\\~]")


class Listing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`authors`: whether page 1 must name the listed authors, as where review is not anonymous."""

    authors: bool = False


@rule(
    "SUB002",
    "title-differs",
    part=Part.PAPER,
    codes={"title-other": Severity.WARNING, "title-changed": Severity.NOTE, "author-missing": Severity.WARNING},
    params=Listing,
    needs={Aspect.TEXT},
    requires={"DOC001"},
)
def title_differs(submission: Submission, listing: Listing) -> RuleResults:
    """The title on page 1 is not the one in the conference's list.

    Why
        Another title means that another paper was uploaded, or that the entry was not brought up to date; the
        programme, the proceedings and the assignment of reviewers use the entry.

    How it decides
        Compares the letters of the title on page 1 with those of the list, without case, accents, punctuation and
        commands of LaTeX. Where the authors are to be named (review is not anonymous, or a camera-ready version), each
        listed author's surname must stand between the title and the abstract. Without a list the rule is skipped.

    When it can be wrong
        A title in which most is mathematics; an author whose name is written in another script in the list.

    Fix
        Change the title in the conference system or on page 1, so that both say the same.
    """
    if not submission.title:
        yield Skipped("No title was given to compare with.")
        return
    paper = paper_of(submission)
    printed = join(lines_at(paper, paper.parts.title)).text.strip()[:_LONGEST]
    if len(_letters(printed)) < _SHORTEST:
        yield Undecided("The title on page 1 could not be read.")
    else:
        yield from _compared(paper, printed, submission.title[:_LONGEST])
    if listing.authors:
        yield from _missing_authors(submission, paper)


def _compared(paper: Paper, printed: str, listed: str) -> Iterator[Hit]:
    share = _share(_letters(printed), _letters(listed))
    if share >= _CHANGED:
        return
    other = share < _OTHER
    yield Hit(
        code="title-other" if other else "title-changed",
        message=f"The title on page 1 is {'not' if other else 'not quite'} the one in the list: “{listed}”.",
        evidence=printed,
        fix="Change the entry in the conference system or the title on page 1; or upload the right paper.",
        confidence=Confidence.LIKELY,
        where=_first_page(paper),
    )


def _share(printed: str, listed: str) -> float:
    """How much two titles have in common; one that goes on where the other ends has it all."""
    if min(len(printed), len(listed)) >= _SHORTEST and (printed.startswith(listed) or listed.startswith(printed)):
        return 1.0
    from difflib import SequenceMatcher

    return SequenceMatcher(None, printed, listed, autojunk=False).ratio()


def _missing_authors(submission: Submission, paper: Paper) -> Iterator[Hit]:
    block = fold(join(lines_at(paper, paper.parts.author_block)).text)
    for author in submission.authors:
        surnames = forms_of(author).surnames
        if surnames and not any(surname in block for surname in surnames):
            yield Hit(
                code="author-missing",
                message=f"{author.name} is an author in the list, but not on page 1.",
                evidence=author.name,
                fix="Name the same authors on page 1 and in the conference system.",
                confidence=Confidence.LIKELY,
                where=_first_page(paper),
            )


def _first_page(paper: Paper) -> Location:
    return Location(file=paper.file, page=1)


def _letters(text: str) -> str:
    return letters_of(_COMMAND.sub(" ", text))
