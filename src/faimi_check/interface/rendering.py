"""Reports as text, in the formats of the command line."""

from __future__ import annotations

from faimi_check.interface.errors import UnusableError
from faimi_check.model.report import Report
from faimi_check.model.text.spelling import nearest
from faimi_check.report.formats import FORMATS, HELPED_FORMATS
from faimi_check.report.formats import render as render_format
from faimi_check.report.presentation import Presentation


def render(report: Report, format: str, *, show_identities: bool = False) -> str:
    """The report in a format of `faimi-check check --format`.

    html has no pictures of the pages and frames, nor boxes on them: a report does not hold the files.
    `faimi-check check --format html`, and `screen(..., out=...)`, draw them.
    Names and addresses are masked in sarif, junit and github unless `show_identities`. Raises UnusableError for a
    format that is not there.
    """
    if format not in FORMATS:
        raise UnusableError(f'format "{format}": expected one of {", ".join(FORMATS)}{nearest(format, FORMATS)}')
    from faimi_check.interface.help import help_of_rules
    from faimi_check.venues.loader import ProfileError, load
    from faimi_check.venues.series import newer_call

    rules = {}
    if format in HELPED_FORMATS:
        try:
            rules = help_of_rules(load(report.venue.id))
        except ProfileError:
            # The report was judged by a profile of the caller's own: its rules are shown without their help.
            rules = {}
    newer = newer_call(report.venue.id)
    return render_format(report, format, Presentation(show_identities=show_identities, rules=rules, newer=newer))
