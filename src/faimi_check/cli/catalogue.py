"""`rules`, `explain`, `schema`: what the tool knows. No file is judged."""

from __future__ import annotations

import inspect

import click

from faimi_check.cli.console.terminal import list_width, text_width
from faimi_check.cli.values import complete_rule
from faimi_check.cli.venue import print_lines, weights
from faimi_check.interface.settings import profile_of, rule_id
from faimi_check.report.wording.layout import prose, table
from faimi_check.rules.catalogue import rules as all_rules
from faimi_check.rules.registry import REGISTRY


@click.command()
@click.option("--venue", default=None, help="Only the rules that this venue uses, with its severities.")
def rules(venue: str | None) -> None:
    """Lists the rules."""
    profile = profile_of(venue) if venue else None
    rows = []
    for rule in all_rules():
        if profile is None or rule.id in profile.rules:
            weight = (weights(profile, rule, rule.codes),) if profile else ()
            rows.append((rule.id, rule.name, *weight, rule.summary))
    print_lines(table(rows, list_width()))


@click.command()
@click.argument("rule", shell_complete=complete_rule)
def explain(rule: str) -> None:
    """Says what RULE wants, how it decides, when it can be wrong and how to fix what it finds."""
    found = REGISTRY[rule_id(rule)]
    click.echo(f"{found.id} {found.name}\n")
    doc = f"{inspect.cleandoc(found.doc)}\n\nCodes (severity unless the venue says otherwise)"
    print_lines(prose(doc, text_width()))
    for code, severity in found.codes.items():
        click.echo(f"    {code:<24} {severity.value}")


@click.command()
def schema() -> None:
    """Prints the JSON Schema of `--format json`."""
    from faimi_check.report.machines.json import schema as report_schema

    click.echo(report_schema(), nl=False)
