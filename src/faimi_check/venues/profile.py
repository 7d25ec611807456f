"""A venue's profile: its clauses, and for each rule the clause, the severity and the parameters."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from enum import StrEnum
from typing import Any

import msgspec

from faimi_check.model.finding import Clause, Confidence, Hit, Severity
from faimi_check.model.proposal import Action
from faimi_check.rules.lncs.template import Template
from faimi_check.rules.registry import Rule
from faimi_check.rules.unlimited import limit_of


class Force(StrEnum):
    """How binding a clause is, and whether a program can judge it."""

    MUST = "must"
    RECOMMENDATION = "recommendation"
    HUMAN = "human"


class Stage(StrEnum):
    """Which version of a paper the profile is for."""

    SUBMISSION = "submission"
    CAMERA_READY = "camera-ready"


class Blind(StrEnum):
    """Who does not know whom: "double" wants no author named, "single" wants them named, "none" allows both."""

    DOUBLE = "double"
    SINGLE = "single"
    NONE = "none"


class About(StrEnum):
    """What a clause is about: without a supplement, or without a PDF in it, nobody need ask about one."""

    SUBMISSION = "submission"
    SUPPLEMENT = "supplement"
    PDF = "pdf"


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

    Codes that are `off` are not reported. `said` names the parameters that the profile sets.
    `action` is what a chair does about what it finds, None where the weight of a finding tells; `actions` overrides it.
    """

    clause: str | None
    clauses: Mapping[str, str]
    severity: Severity | None
    codes: Mapping[str, Severity]
    params: Any
    off: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    action: Action | None = None
    actions: Mapping[str, Action] = msgspec.field(default_factory=dict)


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """A venue's call as data. Only the rules named in `rules` are run.

    `verified` where the call itself was read; `second_hand` where somebody else's account of it was. Where neither
    was, no clause weighs more than a warning: nobody knows that it is one. `anonymous_supplement` is False where review
    is blind but the supplement may say who the authors are.
    """

    id: str
    title: str
    source: str
    read: str
    verified: bool
    second_hand: bool = False
    stage: Stage
    blind: Blind = Blind.DOUBLE
    anonymous_supplement: bool = True
    clauses: Mapping[str, ClauseText]
    rules: Mapping[str, RuleSettings]

    def severity(self, rule: Rule, code: str) -> Severity:
        """The severity of one of the rule's codes here: by code, else by rule, else the rule's own."""
        settings = self.rules[rule.id]
        severity = settings.codes.get(code) or settings.severity or rule.codes[code]
        guessed = not (self.verified or self.second_hand) and settings.clauses.get(code, settings.clause) is not None
        return Severity.WARNING if guessed and severity is Severity.ERROR else severity

    def weight(self, rule: Rule, hit: Hit) -> Severity:
        """The severity of a hit: what is only possible is never an error."""
        severity = self.severity(rule, hit.code)
        possible = hit.confidence is Confidence.POSSIBLE and severity is Severity.ERROR
        return Severity.WARNING if possible else severity

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

    def page_limits(self) -> tuple[int | float | None, int | None]:
        """Pages of content and pages in all that the call allows, None where it sets no limit."""
        settings = self.rules.get("LEN001")
        if settings is None:
            return None, None
        return limit_of(settings.params.content_pages), limit_of(settings.params.total_pages)

    def template_name(self) -> str:
        """What messages call the template that the call asks for."""
        settings = self.rules.get("LNCS001")
        return settings.params.name if settings else Template().name

    def uncounted(self) -> tuple[str, ...]:
        """The sections that are no content for the page limit."""
        settings = self.rules.get("LEN001")
        return settings.params.uncounted if settings else ()
