"""`faimi-check merge`: one report from many runs."""

from __future__ import annotations

from pathlib import Path

import click

from faimi_check.cli import EXIT_COULD_NOT_RUN
from faimi_check.cli.options import COLOR, FAIL_ON, exit_status, quiet_option
from faimi_check.cli.screen import shown_as
from faimi_check.cli.values import PATH


@click.command()
@click.argument("folders", type=PATH, nargs=-1, required=True, metavar="OUT...")
@click.option("--out", type=PATH, required=True, help="Write the whole report into this folder.")
@FAIL_ON
@quiet_option("Only the counts.")
@COLOR
def merge(folders: tuple[Path, ...], out: Path, fail_on: str, quiet: bool, color: str) -> int:
    """Puts together what runs of `screen --shard` have left in the folders OUT...

    The folder of --out is then what one run over all submissions would have left. Exit status 2 where a shard is
    missing or has not judged all of its submissions; the rest is merged and what is missing is said.
    """
    from faimi_check.cli.screening_run import say, worst
    from faimi_check.interface.merging import merge as merge_runs
    from faimi_check.report.run_folder import OVERVIEW
    from faimi_check.screening.ledger import REPORT, read_reports

    merged = merge_runs(folders, out)
    say(merged.tally, merged.notes, shown_as(fail_on, quiet=quiet, color=color))
    click.echo(f"{out / OVERVIEW}")
    if not merged.whole:
        return EXIT_COULD_NOT_RUN
    return worst({exit_status([report], fail_on) for report in read_reports(out / REPORT)})
