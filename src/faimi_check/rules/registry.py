"""How a rule is declared.

A rule is a generator over a Submission with its own parameters. It yields a Hit for each thing it finds,
or Skipped or Undecided with a reason; that it yields nothing means it passed. What could not be read is not the
rule's concern: it names the aspects it `needs`, and the engine turns a pass into `undecided` where one of them
has a problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any

import msgspec

from faimi_check.model.finding import Hit, Severity, Skipped, Undecided
from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Supplement

RuleResults = Iterator[Hit | Skipped | Undecided]


class Part(StrEnum):
    """The part of a submission a rule looks at; without that part the rule is skipped.

    A rule on the SUPPLEMENT is run on each alone, one on the SUPPLEMENTS sees all that was handed in; one on what is
    HANDED_IN does so, too, and is run where that is nothing.
    """

    PAPER = "paper"
    SUPPLEMENT = "supplement"
    SUPPLEMENTS = "supplements"
    HANDED_IN = "handed-in"
    SUBMISSION = "submission"


def paper_of(submission: Submission) -> Paper:
    """The paper: the engine runs rules on papers only where there is one."""
    assert submission.paper is not None  # noqa: S101
    return submission.paper


def supplement_of(submission: Submission) -> Supplement:
    """The supplement; an empty one where there is none, which no rule finds anything in."""
    return submission.supplement or Supplement(file="", size=0)


class NoParameters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For rules that have nothing to set."""


RULE_ID = re.compile(r"[A-Z]{3,4}\d{3}")
HEADINGS = ("Why", "How it decides", "When it can be wrong", "Fix")


class Rule(msgspec.Struct, frozen=True):
    """A registered rule. `codes` maps each code it can emit to its default severity."""

    id: str
    name: str
    part: Part
    codes: Mapping[str, Severity]
    params: type[msgspec.Struct]
    needs: frozenset[Aspect]
    requires: frozenset[str]
    run: Callable[[Submission, Any], RuleResults]

    @property
    def doc(self) -> str:
        """The docstring, which `explain` prints."""
        return self.run.__doc__ or ""

    @property
    def summary(self) -> str:
        """The docstring's first line."""
        return self.doc.strip().splitlines()[0]


REGISTRY: dict[str, Rule] = {}


def rule(
    id: str,
    name: str,
    *,
    part: Part,
    codes: Mapping[str, Severity],
    params: type[msgspec.Struct] = NoParameters,
    needs: frozenset[Aspect] | set[Aspect] = frozenset(),
    requires: frozenset[str] | set[str] = frozenset(),
) -> Callable[[Callable[[Submission, Any], RuleResults]], Callable[[Submission, Any], RuleResults]]:
    """Registers a rule.

    Raises ValueError for a malformed or taken id, a rule without codes, or a docstring without its four headings.
    """

    def register(run: Callable[[Submission, Any], RuleResults]) -> Callable[[Submission, Any], RuleResults]:
        if not RULE_ID.fullmatch(id) or id in REGISTRY:
            raise ValueError(f"{id} is not a free rule id")
        # From Python 3.13 on the compiler takes the indentation off.
        lines = (run.__doc__ or "").splitlines()
        missing = [heading for heading in HEADINGS if heading not in lines and f"    {heading}" not in lines]
        if missing or not codes:
            raise ValueError(f"{id}: no codes, or its docstring lacks {', '.join(missing)}")
        REGISTRY[id] = Rule(id, name, part, dict(codes), params, frozenset(needs), frozenset(requires), run)
        return run

    return register
