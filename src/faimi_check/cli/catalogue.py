"""`rules`, `explain`, `venues`, `venue show`, `schema`: what the tool knows. No file is judged."""

from __future__ import annotations

import inspect

import click

from faimi_check.cli.options import DEFAULT_VENUE, profile_of, rule_id
from faimi_check.rules.catalogue import rules as all_rules
from faimi_check.rules.registry import REGISTRY
from faimi_check.venues.loader import shipped
from faimi_check.venues.profile import Profile


@click.command()
@click.option("--venue", default=None, help="Only the rules that this venue uses, with its severities.")
def rules(venue: str | None) -> None:
    """Lists the rules."""
    profile = profile_of(venue) if venue else None
    for rule in all_rules():
        if profile is None or rule.id in profile.rules:
            click.echo(f"{rule.id:<8} {rule.name:<22} {rule.summary}")


@click.command()
@click.argument("rule")
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
    for name in shipped():
        profile = profile_of(name)
        mark = "" if profile.verified else "  (not verified)"
        default = "  (default)" if name == DEFAULT_VENUE else ""
        click.echo(f"{name:<14} {profile.title}{mark}{default}")


@click.group()
def venue() -> None:
    """Shows a venue's profile."""


@venue.command()
@click.argument("name")
def show(name: str) -> None:
    """Prints the clauses of a venue and the rules that check them."""
    profile = profile_of(name)
    click.echo(f"{profile.id}  {profile.title}")
    click.echo(f"source: {profile.source}" + (f" (read {profile.read})" if profile.read else ""))
    if not profile.verified:
        click.echo("NOT VERIFIED: the text of this call could not be read.")
    for clause_id, clause in profile.clauses.items():
        words = f"“{clause.quote}”" if clause.verbatim else clause.quote
        click.echo(f"\n{clause_id} ({clause.force.value})\n    {words}")
        if clause.question:
            click.echo(f"    A person must ask: {clause.question}")
        _show_rules(profile, clause_id)
    click.echo("\nhouse rules (of faimi-check, not of the call)")
    _show_rules(profile, None)


def _show_rules(profile: Profile, clause_id: str | None) -> None:
    for rule in all_rules():
        settings = profile.rules.get(rule.id)
        if settings is not None and settings.clause == clause_id:
            weights = dict.fromkeys(profile.severity(rule, code).value for code in rule.codes)
            click.echo(f"    {rule.id:<8} {rule.name:<22} {', '.join(weights)}")


@click.command()
def schema() -> None:
    """Prints the JSON Schema of `--format json`."""
    from faimi_check.report.json import schema as report_schema

    click.echo(report_schema(), nl=False)
