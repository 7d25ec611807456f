"""The man page, made from the commands' own help."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from faimi_check.cli import BEGIN, cli

_FILES = (
    ("faimi-check.toml", "Settings for the folder it lies in; also [tool.faimi-check] in pyproject.toml."),
    ("run.json, report.jsonl, findings.csv", "What screen leaves in its --out folder."),
)
_ENVIRONMENT = (
    ("FAIMI_CHECK_*", "Every option, such as FAIMI_CHECK_VENUE; one that may be repeated holds a value a line."),
    ("NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR", "Colour, in this order, where --color is auto."),
    ("FAIMI_CHECK_DEBUG", "Shows where an error of faimi-check's own comes from."),
)


def man_page() -> str:
    """`faimi-check.1` in the language of man."""
    context = click.Context(cli, info_name="faimi-check")
    lines = ['.TH FAIMI-CHECK 1 "" "faimi-check" "User commands"', ".SH NAME"]
    lines += ["faimi\\-check \\- checks a paper and its supplement against a call for papers", ".SH SYNOPSIS"]
    lines += [".B faimi\\-check", ".I COMMAND", "[options] [arguments]", ".SH DESCRIPTION", *_text(cli.help or "")]
    lines += [".SH EXAMPLES", ".nf", *map(_escaped, BEGIN.splitlines()[2:]), ".fi", ".SH COMMANDS"]
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        if command is not None:
            lines += _command(command, click.Context(command, info_name=name, parent=context))
    lines += [".SH ENVIRONMENT", *_list(_ENVIRONMENT), ".SH FILES", *_list(_FILES)]
    lines += [".SH EXIT STATUS", "0 nothing found at or above \\-\\-fail\\-on, 1 findings, 2 could not run."]
    return "\n".join(lines) + "\n"


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = command.collect_usage_pieces(context)
    yield f'.SS "{_escaped(" ".join([context.command_path.removeprefix("faimi-check "), *usage]))}"'
    yield from _text(command.help or "")
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _command(inner, click.Context(inner, info_name=name, parent=context))
        return
    with context:
        rows = [
            record
            for option in command.params
            if isinstance(option, click.Option) and (record := option.get_help_record(context))
        ]
    # How many cores there are is no matter of the page.
    yield from _list(rows)


def _list(rows: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> Iterator[str]:
    for term, said in rows:
        yield from (".TP", f".B {_escaped(term)}", _escaped(" ".join(said.split())) or "\\&")


def _text(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        yield from (".PP", _escaped(" ".join(paragraph.split())))


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("“", '"').replace("”", '"')
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
