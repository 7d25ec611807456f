"""`faimi-check hook`: `check` for a git hook, which hands over the files that a commit changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from faimi_check.cli import EXIT_CLEAN
from faimi_check.cli.check import check
from faimi_check.cli.config import FILE_NAME
from faimi_check.cli.options import JudgingCommand
from faimi_check.cli.values import PATH

_PATHS = ("paper", "authors", "config")


@click.pass_context
def _hook(ctx: click.Context, /, files: tuple[Path, ...], **options: Any) -> int:
    """Checks the paper that the configuration file names, if FILES... hold it, its supplement or the configuration.

    For pre-commit and the like: figures that are PDFs start nothing. Without FILES it checks.
    """
    named = {**(ctx.default_map or {}), **{name: value for name, value in options.items() if value}}
    if not named.get("paper"):
        raise click.UsageError(f'which paper? The hook checks what {FILE_NAME} names: paper = "PAPER.pdf"')
    supplement = tuple(map(Path, named.get("supplement") or ()))
    if files and not _touched(files, (*_paths_of(named), *supplement)):
        return EXIT_CLEAN
    status: int = ctx.invoke(check, **options, paper=Path(named["paper"]), supplement=supplement)
    return status


def _paths_of(named: Mapping[str, Any]) -> Iterator[str | Path]:
    """The files that are named; authors may be named themselves."""
    yield from (named[name] for name in _PATHS if isinstance(named.get(name), str | Path))


def _touched(files: Iterable[Path], named: Iterable[str | Path]) -> bool:
    changed = {file.resolve() for file in files}
    return any(Path(name).resolve() in changed for name in named)


hook = JudgingCommand(
    "hook",
    callback=_hook,
    params=[
        click.Argument(["files"], type=PATH, nargs=-1, metavar="[FILES]..."),
        *(option for option in check.params if isinstance(option, click.Option)),
    ],
    help=_hook.__doc__,
    context_settings=check.context_settings,
)
