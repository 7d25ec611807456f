"""`faimi-check screen`: all submissions of a call, one evening."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from faimi_check.cli.config import config_options, describe
from faimi_check.cli.options import (
    JudgingCommand,
    judging_options,
    limits_of,
    profile_of,
    selection_of,
    text_width,
    use_color,
    with_pictures,
)


@click.command(cls=JudgingCommand, context_settings={"auto_envvar_prefix": "FAIMI_CHECK"})
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1, metavar="PATH...")
@click.option(
    "--manifest",
    type=click.Path(path_type=Path),
    help="A CSV that says what belongs together: id, paper, supplement, cited_unpublished. Paths are below PATH.",
)
@click.option(
    "--authors",
    type=click.Path(path_type=Path),
    multiple=True,
    help="The titles and authors, as the system exports them; may be repeated for an export of several files.",
)
@click.option("--list", "only_list", is_flag=True, help="Show which files make which submission, and judge nothing.")
@click.option(
    "--waivers",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Findings that you have cleared: what the overview saved, or a CSV (submission, fingerprint, reason).",
)
@click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    multiple=True,
    help="What you decided: decisions.csv filled in, or what the overview saved; may be repeated, to merge several.",
)
@click.option(
    "--mail-templates",
    type=click.Path(path_type=Path),
    help="A folder with your own reject.txt, mend.txt and ask.txt; one that is not there yet is made, to begin with.",
)
@click.option("--deadline", default="", help="Until when authors should answer, for the texts to them.")
@click.option("--signature", default="", help="How you sign them.")
@click.option("--eml", is_flag=True, help="Also write each text as a draft that mail programs open.")
@click.option("--show-authors", is_flag=True, help="Show the authors of the list in the overview.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the reports into this folder.")
@click.option("--resume", is_flag=True, help="Judge only what is new or has changed since the last run into --out.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 2,
    show_default="one a core",
    help="Workers at a time.",
)
@click.option("--no-pictures", is_flag=True, help="Leave pictures out of the pages: quicker, and a tenth of the size.")
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
    resume: bool,
    jobs: int,
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
    if resume and out is None:
        raise click.UsageError("--resume needs the --out folder of the run that is to go on")
    from faimi_check.cli import screen_inputs as inputs
    from faimi_check.cli.screening_run import Plan, run
    from faimi_check.report.dossier import Dossier

    found = inputs.find_submissions(ctx, paths, manifest, out)
    cleared = inputs.read_waivers_of(waivers)
    requests, notes = inputs.complete(found, authors, cleared)
    if only_list:
        return inputs.show_pairing(requests, notes)
    decided, conflicts = inputs.read_decisions_of(decisions, requests)
    dossier = Dossier(
        authors={request.id: request.authors for request in requests},
        numbers={request.id: request.number or request.id for request in requests},
        decisions=decided,
        decided=bool(decisions),
        wording=inputs.wording_of(mail_templates, deadline, signature),
        eml=eml,
        show_authors=show_authors,
    )
    plan = Plan(
        profile=profile_of(judging["venue"]),
        selection=selection_of(
            judging["select"], judging["ignore"], judging["min_severity"], judging["min_confidence"]
        ),
        limits=limits_of(judging["timeout"], judging["limit"]),
        online=judging["online"],
        requests=with_pictures(requests, judging["pictures"]),
        notes=(*conflicts, *notes),
        waivers=cleared,
        dossier=dossier,
        out=out,
        resume=resume,
        jobs=jobs,
        pictures=not no_pictures,
        fail_on=fail_on,
        quiet=quiet,
        color=use_color(color),
        bar=sys.stderr.isatty() and os.environ.get("TERM") != "dumb",
        width=text_width(),
    )
    return run(plan)
