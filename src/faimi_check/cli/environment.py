"""The variables of the environment that settings come from, and those that look as if they were."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

import click

from faimi_check.report.wording.escape import printable
from faimi_check.screening.processes.start import METHOD_VARIABLE

PREFIX = "FAIMI_CHECK"
_JUDGING = ("check", "screen")
_DEBUG = f"{PREFIX}_DEBUG"
# A variable may belong to others, who name theirs after the program; one that is nearer than this is misspelt.
_MISSPELT = 0.75


def refuse_misspelt_variables(ctx: click.Context, environment: Mapping[str, str] = os.environ) -> None:
    """Says which variables of our prefix none of the program's commands reads.

    Raises click.UsageError for one that seems to be misspelt: what it sets would silently not be so.
    """
    begun = f"{PREFIX}_"
    found = [name for name in environment if name.upper().startswith(begun)]
    if not found:
        return
    from difflib import get_close_matches

    known = {name.removeprefix(begun): name for name in _known(ctx.find_root())}
    for name in sorted(found):
        if name in known.values() or (os.name == "nt" and name.upper() in known.values()):
            continue
        close = get_close_matches(name.upper().removeprefix(begun), known, n=1, cutoff=_MISSPELT)
        if close:
            said = f'unknown variable in the environment; did you mean "{known[close[0]]}"?'
            raise click.UsageError(f"{printable(name)}: {said}")
        click.echo(f"note: {printable(name)}: no setting is read from this variable", err=True)


def _known(root: click.Context) -> Iterator[str]:
    """The variables that are read: one for each option of what judges, and our own two."""
    yield from (METHOD_VARIABLE, _DEBUG)
    if not isinstance(root.command, click.Group):
        return
    for name in _JUDGING:
        command = root.command.get_command(root, name)
        for option in command.params if command else ():
            if isinstance(option, click.Option) and option.name:
                yield option.envvar if isinstance(option.envvar, str) else f"{PREFIX}_{option.name.upper()}"
