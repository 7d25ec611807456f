"""What chairs do about findings, by the profile: a desk rejection rests on errors only."""

from __future__ import annotations

from faimi_check.model.finding import Severity
from faimi_check.model.proposal import Action
from faimi_check.rules.registry import Rule
from faimi_check.venues.files import ProfileError
from faimi_check.venues.profile import RuleSettings


def refuse_idle_actions(venue: str, rule: Rule, settings: RuleSettings) -> None:
    """Raises ProfileError where a desk rejection is asked for what is no error here: it would never be proposed."""
    weights = {
        code: settings.codes.get(code) or settings.severity or weight
        for code, weight in rule.codes.items()
        if code not in settings.off
    }
    if settings.action is Action.DESK_REJECT and Severity.ERROR not in weights.values():
        raise ProfileError(
            f"{venue}: rules.{rule.id}.action: desk-reject needs an error, and {rule.id} finds none here: "
            'add severity = "error"'
        )
    for code, action in settings.actions.items():
        if action is Action.DESK_REJECT and weights.get(code, Severity.ERROR) is not Severity.ERROR:
            raise ProfileError(
                f"{venue}: rules.{rule.id}.actions.{code}: desk-reject needs an error, and this is a "
                f'{weights[code].value} here: add {code} = "error" to [rules.{rule.id}.codes]'
            )
