"""The formats by name. Each is imported when it is asked for."""

from __future__ import annotations

from faimi_check.model.finding import Report

FORMATS = ("terminal", "json")


def render(report: Report, format_name: str, *, width: int = 80, color: bool = False, quiet: bool = False) -> str:
    """The report in one of FORMATS; width, colour and quiet are for the terminal. Raises KeyError for another name."""
    if format_name == "terminal":
        from faimi_check.report import terminal

        return terminal.render(report, width=width, color=color, quiet=quiet)
    if format_name == "json":
        from faimi_check.report import json

        return json.render(report)
    raise KeyError(format_name)
