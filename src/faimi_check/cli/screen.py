"""`faimi-check screen`: all submissions of a call, one evening."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from faimi_check.cli.config import config_options, describe
from faimi_check.cli.console.terminal import is_public, text_width, use_color
from faimi_check.cli.options import JudgingCommand, is_venue_assumed, judging_options, quiet_option
from faimi_check.cli.values import PATH, settings_of
from faimi_check.interface.given import MOST_JOBS, usual_jobs

if TYPE_CHECKING:
    from faimi_check.cli.screening_run import Shown


@click.command(cls=JudgingCommand, context_settings={"auto_envvar_prefix": "FAIMI_CHECK"})
@click.argument("paths", type=PATH, nargs=-1, metavar="PATH...")
@click.option(
    "--manifest",
    type=PATH,
    help="A CSV that says what belongs together: id, paper, supplement, cited_unpublished. Paths are below PATH.",
)
@click.option(
    "--authors",
    type=PATH,
    multiple=True,
    help="The titles and authors, as the system exports them; may be repeated for an export of several files.",
)
@click.option(
    "--list",
    "only_list",
    envvar="FAIMI_CHECK_LIST",
    is_flag=True,
    help="Show which files make which submission, and judge nothing.",
)
@click.option(
    "--waivers",
    type=PATH,
    multiple=True,
    help="Findings that you have cleared: what the overview saved, or a CSV (submission, fingerprint, reason).",
)
@click.option(
    "--decisions",
    type=PATH,
    multiple=True,
    help="What you decided: decisions.csv filled in, or what the overview saved; may be repeated, to merge several.",
)
@click.option(
    "--mail-templates",
    type=PATH,
    help="A folder with your own reject.txt, mend.txt and ask.txt; one that is not there yet is made, to begin with.",
)
@click.option("--deadline", default="", help="Until when authors should answer, for the texts to them.")
@click.option("--signature", default="", help="How you sign them.")
@click.option("--eml", is_flag=True, help="Also write each text as a draft that mail programs open.")
@click.option("--show-authors", is_flag=True, help="Show the authors of the list in the overview.")
@click.option("--out", type=PATH, help="Write the reports into this folder.")
@click.option(
    "--since",
    type=PATH,
    metavar="OLD_OUT",
    help="Mark what is new, fixed and still open since the run that wrote this folder; it may be that of --out.",
)
@click.option("--resume", is_flag=True, help="Judge only what is new or has changed since the last run into --out.")
@click.option(
    "--jobs",
    type=click.IntRange(1, MOST_JOBS),
    default=usual_jobs(),
    show_default="one a core",
    help="Workers at a time.",
)
@click.option(
    "--shard",
    metavar="NUMBER/OF",
    help="Judge one part of all, such as 3/16, so that several machines share them; merge puts the parts together.",
)
@click.option(
    "--no-pictures",
    is_flag=True,
    help="Show no pages and frames in the reports, whatever --pictures reads: quicker, and a tenth of the size.",
)
@quiet_option("Only the counts at the end.")
@judging_options
@config_options
@click.pass_context
def screen(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    manifest: Path | None,
    authors: tuple[Path, ...],
    only_list: bool,
    waivers: tuple[Path, ...],
    decisions: tuple[Path, ...],
    mail_templates: Path | None,
    deadline: str,
    signature: str,
    eml: bool,
    show_authors: bool,
    out: Path | None,
    since: Path | None,
    resume: bool,
    jobs: int,
    shard: str | None,
    no_pictures: bool,
    quiet: bool,
    color: str,
    fail_on: str,
    **judging: Any,
) -> int:
    """Judges all submissions below PATH..., as CMT, HotCRP, OpenReview or EasyChair hand them out, or paired by name.

    A PATH may be the one zip in which the system hands out all of them.

    With --out, the folder gets index.html (the overview, in which to decide), a page a paper, decisions.csv (a sheet to
    decide on), summary.csv (a row a paper), findings.csv (a row a finding), report.jsonl, and texts to the authors.
    --decisions reads back what was decided, and adds uploads for the conference system. A run that was stopped goes
    on with --resume.
    """
    if judging["show_config"]:
        click.echo(describe(ctx), nl=False)
        return 0
    from faimi_check.screening.processes.interrupts import patiently
    from faimi_check.screening.processes.start import begin_server

    ctx.with_resource(patiently())
    if not only_list:
        begin_server()
    from faimi_check.cli import screen_inputs as inputs
    from faimi_check.cli.console.notes import say_note
    from faimi_check.cli.screening_run import run
    from faimi_check.interface.batch import gather, run_of
    from faimi_check.interface.overwriting import settings_read
    from faimi_check.interface.resuming import resumed
    from faimi_check.interface.run_places import refuse_run_over
    from faimi_check.interface.shards import WHOLE, forgotten, shard_of

    if out is None:
        inputs.refuse_what_needs_out(ctx)
    settings = settings_read(config=judging["config"], venue=judging["venue"])
    refuse_run_over(out, [*settings, *inputs.decisions_and_templates(decisions, mail_templates)])
    stack = ctx.with_resource(ExitStack())
    part = shard_of(shard) if shard else WHOLE
    going_on = resumed(settings_of(judging), out if resume else None, part, assumed=is_venue_assumed(ctx))
    judged_by = going_on.settings
    profile = judged_by.profile()
    batch = gather(paths, manifest=manifest, authors=authors, waivers=waivers, out=out, stack=stack)
    if only_list:
        told = (*inputs.gone_since(since, batch.requests), *batch.notes)
        return inputs.show_pairing(part.part(batch.requests), told)
    if going_on.said and not quiet:
        say_note(going_on.said)
    known = batch.dossier()
    wording = inputs.wording_of(mail_templates, deadline, signature)
    before = inputs.earlier_run(since) if since else None
    decided = inputs.read_decisions_of(decisions, batch, waivers, profile.id, before)
    lost = forgotten(out, decisions, waivers) if out else ()
    notes = (*lost, *decided.notes, *inputs.unprinted_notes(wording, decided.decisions))
    dossier = replace(
        known,
        decisions=decided.decisions,
        decided=bool(decisions),
        wording=wording,
        eml=eml,
        show_authors=show_authors,
        before=before,
    )
    wanted = run_of(
        replace(batch, notes=(*notes, *batch.notes)),
        judged_by,
        dossier=dossier,
        out=out,
        resume=resume,
        jobs=jobs,
        pictures=not no_pictures,
        shard=shard,
        assumed=going_on.assumed,
    )
    return run(wanted, shown_as(fail_on, quiet=quiet, color=color))


def shown_as(fail_on: str, *, quiet: bool, color: str) -> Shown:
    """How what is said at the end of a run is shown on this terminal."""
    from faimi_check.cli.screening_run import Shown

    return Shown(
        fail_on=fail_on,
        quiet=quiet,
        color=use_color(color),
        bar=sys.stderr.isatty() and os.environ.get("TERM") != "dumb",
        width=text_width(),
        public=is_public(),
    )
