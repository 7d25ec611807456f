"""The formats by name. Each is imported when it is asked for."""

from __future__ import annotations

from faimi_check.model.finding import Report
from faimi_check.report.presentation import Presentation

FORMATS = ("terminal", "json", "html", "markdown", "csv", "sarif", "junit", "github")
# What these print ends in logs and on dashboards that others read.
PUBLIC_FORMATS = frozenset({"sarif", "junit", "github"})
# What these print takes words from the rules' documentation.
HELPED_FORMATS = PUBLIC_FORMATS | {"html"}


def render(report: Report, format_name: str, presentation: Presentation | None = None) -> str:
    """The report in one of FORMATS. Raises KeyError for another name."""
    presentation = presentation or Presentation()
    if format_name in PUBLIC_FORMATS and not presentation.show_identities:
        from faimi_check.report.masking import mask

        report = mask(report, presentation.rules)
    if format_name in ("html", "terminal"):
        return _for_people(report, format_name, presentation)
    return _for_machines(report, format_name, presentation)


def _for_people(report: Report, format_name: str, presentation: Presentation) -> str:
    if format_name == "html":
        from faimi_check.report.html import render as render_html

        return render_html(report, presentation.pictures, presentation.rules)
    from faimi_check.report.terminal import render as render_terminal

    return render_terminal(
        report,
        width=presentation.width,
        color=presentation.color,
        quiet=presentation.quiet,
        selected=presentation.selected,
    )


def _for_machines(report: Report, format_name: str, presentation: Presentation) -> str:
    from importlib import import_module

    if format_name == "sarif":
        from faimi_check.report.sarif import render as render_sarif

        return render_sarif(report, presentation.rules)
    modules = {"json": "json", "markdown": "markdown", "csv": "findings_csv", "junit": "junit", "github": "github"}
    text: str = import_module(f"faimi_check.report.{modules[format_name]}").render(report)
    return text
