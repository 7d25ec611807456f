"""The formats by name. Each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from types import ModuleType
from typing import Any

from faimi_check.model.report import Report
from faimi_check.report.presentation import Presentation
from faimi_check.report.wording.escape import plain_signs

_MODULES = {
    "terminal": "terminal.report",
    "json": "machines.json",
    "html": "browser.html",
    "markdown": "machines.markdown",
    "csv": "tables.findings_csv",
    "sarif": "machines.sarif",
    "junit": "machines.junit",
    "github": "machines.github",
}
FORMATS = tuple(_MODULES)
# What these print ends in logs and on dashboards that others read.
PUBLIC_FORMATS = frozenset({"sarif", "junit", "github"})
# These too, where a runner prints them.
LOGGED_FORMATS = frozenset({"terminal", "markdown"})
_WITH_NOTICES = frozenset({"markdown", "github"})
# What these print takes words from the rules' documentation.
HELPED_FORMATS = PUBLIC_FORMATS | {"html"}
_QUIET = "terminal.quiet"


def prepare(format_names: Iterable[str], *, quiet: bool) -> None:
    """Loads what renders these FORMATS."""
    for name in format_names:
        _module(name, quiet=quiet)


def _module(format_name: str, *, quiet: bool) -> ModuleType:
    path = _QUIET if quiet and format_name == "terminal" else _MODULES[format_name]
    return import_module(f"faimi_check.report.{path}")


def _is_masked(format_name: str, presentation: Presentation) -> bool:
    if presentation.show_identities:
        return False
    return format_name in PUBLIC_FORMATS or (presentation.public and format_name in LOGGED_FORMATS)


def render(report: Report, format_name: str, presentation: Presentation | None = None) -> str:
    """The report in one of FORMATS. Raises KeyError for another name."""
    presentation = presentation or Presentation()
    module = _module(format_name, quiet=presentation.quiet)
    if _is_masked(format_name, presentation):
        from faimi_check.report.machines.masking import mask

        report = mask(report, presentation.rules)
    if format_name == "terminal":
        text = _on_terminal(module, report, presentation)
    elif format_name == "html":
        text = module.render(report, presentation.pictures, presentation.rules, **_of_the_call(presentation))
    elif format_name == "sarif":
        text = module.render(report, presentation.rules, presentation.newer)
    elif format_name in _WITH_NOTICES:
        text = module.render(report, **_of_the_call(presentation))
    else:
        text = module.render(report)
    return str(text)


def _of_the_call(presentation: Presentation) -> dict[str, Any]:
    return {"newer": presentation.newer, "assumed": presentation.assumed}


def _on_terminal(module: ModuleType, report: Report, presentation: Presentation) -> str:
    # A pass means less where not all was looked at.
    remark = f" (only {', '.join(sorted(presentation.selected))} looked at)" if presentation.selected else ""
    shown = {"color": presentation.color, "remark": remark, "assumed": presentation.assumed}
    if not presentation.quiet:
        shown |= {"width": presentation.width, "whole": presentation.whole, "newer": presentation.newer}
        shown["line_width"] = presentation.line_width
    text = str(module.render(report, **shown))
    return plain_signs(text) if presentation.plain else text
