"""`rules`, `explain`, `venues`, `schema`: what the tool knows. No file is judged."""

from __future__ import annotations

import inspect

import click

from faimi_check.cli.values import complete_rule
from faimi_check.cli.venue import weights
from faimi_check.interface.settings import DEFAULT_VENUE, profile_of, rule_id
from faimi_check.rules.catalogue import rules as all_rules
from faimi_check.rules.registry import REGISTRY
from faimi_check.venues.loader import shipped


@click.command()
@click.option("--venue", default=None, help="Only the rules that this venue uses, with its severities.")
def rules(venue: str | None) -> None:
    """Lists the rules."""
    profile = profile_of(venue) if venue else None
    for rule in all_rules():
        if profile is None or rule.id in profile.rules:
            weight = f"{weights(profile, rule, rule.codes):<22} " if profile else ""
            click.echo(f"{rule.id:<8} {rule.name:<22} {weight}{rule.summary}")


@click.command()
@click.argument("rule", shell_complete=complete_rule)
def explain(rule: str) -> None:
    """Says what RULE wants, how it decides, when it can be wrong and how to fix what it finds."""
    found = REGISTRY[rule_id(rule)]
    click.echo(f"{found.id} {found.name}\n")
    click.echo(inspect.cleandoc(found.doc))
    click.echo("\nCodes (severity unless the venue says otherwise)")
    for code, severity in found.codes.items():
        click.echo(f"    {code:<24} {severity.value}")


@click.command()
def venues() -> None:
    """Lists the calls for papers that come with the tool."""
    widest = max(map(len, shipped()))
    for name in shipped():
        profile = profile_of(name)
        why = "as others report it" if profile.second_hand else "could not be read"
        mark = "" if profile.verified else f"  (not verified: {why})"
        default = "  (default)" if name == DEFAULT_VENUE else ""
        click.echo(f"{name:<{widest}} {profile.title}{mark}{default}")


@click.command()
def schema() -> None:
    """Prints the JSON Schema of `--format json`."""
    from faimi_check.report.machines.json import schema as report_schema

    click.echo(report_schema(), nl=False)
