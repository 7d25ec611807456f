"""A venue's profile: its clauses, and for each rule the clause, the severity and the parameters."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from enum import StrEnum
from typing import Any

import msgspec

from faimi_check.model.finding import Clause, Severity
from faimi_check.model.proposal import Action
from faimi_check.rules.registry import Rule


class Force(StrEnum):
    """How binding a clause is, and whether a program can judge it."""

    MUST = "must"
    RECOMMENDATION = "recommendation"
    HUMAN = "human"


class Stage(StrEnum):
    """Which version of a paper the profile is for."""

    SUBMISSION = "submission"
    CAMERA_READY = "camera-ready"


class About(StrEnum):
    """What a clause is about: without a supplement, nobody need ask about one."""

    SUBMISSION = "submission"
    SUPPLEMENT = "supplement"


class ClauseText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A clause. `quote` is word for word where `verbatim`; `question` is what a person should ask of it."""

    quote: str
    force: Force = Force.MUST
    question: str = ""
    about: About = About.SUBMISSION
    source: str | None = None
    verbatim: bool = True


class RuleSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What a venue says of one rule. `clause` None: a house rule. `codes` overrides `severity` code by code.

    `action` is what a chair does about what it finds, None where the weight of a finding tells; `actions` overrides it.
    """

    clause: str | None
    clauses: Mapping[str, str]
    severity: Severity | None
    codes: Mapping[str, Severity]
    params: Any
    action: Action | None = None
    actions: Mapping[str, Action] = msgspec.field(default_factory=dict)


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """A venue's call as data. Only the rules named in `rules` are run."""

    id: str
    title: str
    source: str
    read: str
    verified: bool
    stage: Stage
    clauses: Mapping[str, ClauseText]
    rules: Mapping[str, RuleSettings]

    def severity(self, rule: Rule, code: str) -> Severity:
        """The severity of one of the rule's codes here: by code, else by rule, else the rule's own."""
        settings = self.rules[rule.id]
        return settings.codes.get(code) or settings.severity or rule.codes[code]

    def action(self, rule_id: str, code: str) -> Action | None:
        """What the venue does about what a rule finds, None where it does not say."""
        settings = self.rules.get(rule_id)
        return settings.actions.get(code, settings.action) if settings else None

    def clause_of(self, rule_id: str, code: str) -> Clause | None:
        """The clause that the code breaks, None for a house rule."""
        settings = self.rules[rule_id]
        clause_id = settings.clauses.get(code, settings.clause)
        if clause_id is None:
            return None
        text = self.clauses[clause_id]
        return Clause(id=clause_id, quote=text.quote, source=text.source or self.source, verbatim=text.verbatim)

    def human_clauses(self, about: Container[About]) -> Iterator[tuple[str, ClauseText]]:
        """The clauses about these things that no program can judge."""
        for name, clause in self.clauses.items():
            if clause.force is Force.HUMAN and clause.about in about:
                yield name, clause

    def page_limits(self) -> tuple[int | None, int | None]:
        """Pages of content and pages in all that the call allows, None where it says nothing."""
        settings = self.rules.get("LEN001")
        if settings is None:
            return None, None
        return settings.params.content_pages, settings.params.total_pages
