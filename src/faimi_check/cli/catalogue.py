"""`rules`, `explain`, `venues`, `venue show`, `schema`: what the tool knows. No file is judged."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from pathlib import Path

import click
import msgspec

from faimi_check.cli.options import complete_rule, complete_venue
from faimi_check.interface.settings import DEFAULT_VENUE, profile_of, rule_id
from faimi_check.rules.catalogue import rules as all_rules
from faimi_check.rules.registry import REGISTRY, Rule
from faimi_check.venues.loader import shipped
from faimi_check.venues.profile import Force, Profile


@click.command()
@click.option("--venue", default=None, help="Only the rules that this venue uses, with its severities.")
def rules(venue: str | None) -> None:
    """Lists the rules."""
    profile = profile_of(venue) if venue else None
    for rule in all_rules():
        if profile is None or rule.id in profile.rules:
            weights = f"{_weights(profile, rule, rule.codes):<22} " if profile else ""
            click.echo(f"{rule.id:<8} {rule.name:<22} {weights}{rule.summary}")


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
    for name in shipped():
        profile = profile_of(name)
        mark = "" if profile.verified else "  (not verified)"
        default = "  (default)" if name == DEFAULT_VENUE else ""
        click.echo(f"{name:<14} {profile.title}{mark}{default}")


@click.group()
def venue() -> None:
    """Shows, compares and validates profiles."""


@venue.command()
@click.argument("name", shell_complete=complete_venue)
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
        if settings is None:
            continue
        codes = [code for code in rule.codes if settings.clauses.get(code, settings.clause) == clause_id]
        if codes:
            some = "" if len(codes) == len(rule.codes) else f" ({', '.join(codes)})"
            click.echo(f"    {rule.id:<8} {rule.name:<22} {_weights(profile, rule, codes)}{some}")


def _weights(profile: Profile, rule: Rule, codes: Iterable[str]) -> str:
    """The severities that the venue gives these codes: `error, warning`."""
    return ", ".join(dict.fromkeys(profile.severity(rule, code).value for code in codes))


@venue.command()
@click.argument("first", shell_complete=complete_venue)
@click.argument("second", shell_complete=complete_venue)
def diff(first: str, second: str) -> None:
    """Prints what two venues say differently."""
    before, after = _flat(profile_of(first)), _flat(profile_of(second))
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) != after.get(key):
            click.echo(key)
            for mark, side in (("-", before), ("+", after)):
                if key in side:
                    click.echo(f"  {mark} {side[key]}")


def _flat(profile: Profile) -> dict[str, str]:
    """A profile as one line a statement."""
    flat = {"title": profile.title, "source": profile.source, "stage": profile.stage.value}
    flat["verified"] = str(profile.verified).lower()
    for clause_id, clause in profile.clauses.items():
        flat[f"clauses.{clause_id}"] = f"{clause.quote} ({clause.force.value})"
    for rule in all_rules():
        settings = profile.rules.get(rule.id)
        if settings is None:
            continue
        flat[f"rules.{rule.id}"] = f"clause {settings.clause}" if settings.clause else "house rule"
        for code in rule.codes:
            flat[f"rules.{rule.id}.codes.{code}"] = profile.severity(rule, code).value
        for name, value in msgspec.structs.asdict(settings.params).items():
            flat[f"rules.{rule.id}.{name}"] = str(value)
    return flat


@venue.command()
@click.argument("file", type=click.Path(path_type=Path))
def validate(file: Path) -> None:
    """Says whether FILE.toml is a profile that can be used."""
    if file.suffix != ".toml":
        raise click.UsageError(f"{file}: a profile is a .toml file")
    profile = profile_of(str(file))
    clauses = sum(1 for clause in profile.clauses.values() if clause.force is not Force.HUMAN)
    click.echo(f"{file}: valid. {profile.title}: {clauses} clauses checked by {len(profile.rules)} rules.")


@click.command()
def schema() -> None:
    """Prints the JSON Schema of `--format json`."""
    from faimi_check.report.json import schema as report_schema

    click.echo(report_schema(), nl=False)
