"""faimi-check: does this submission keep the rules of the call?

    from faimi_check import check

    report = check("paper.pdf", "supplement.zip", venue="faimi-2025")
    for finding in report.submissions[0].findings:
        print(finding.severity, finding.rule, finding.message)

What stands in `__all__` is the documented interface (docs/python.md); everything else may change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faimi_check.interface.checking import check
    from faimi_check.interface.errors import UnusableError
    from faimi_check.interface.rendering import render
    from faimi_check.interface.screening import screen
    from faimi_check.model.finding import Confidence, Finding, Severity
    from faimi_check.model.report import Outcome, Report, SubmissionReport, Verdict

__version__ = "0.1.0"

__all__ = [
    "Confidence",
    "Finding",
    "Outcome",
    "Report",
    "Severity",
    "SubmissionReport",
    "UnusableError",
    "Verdict",
    "__version__",
    "check",
    "render",
    "screen",
]

_HOMES = {
    "check": "interface.checking",
    "screen": "interface.screening",
    "render": "interface.rendering",
    "UnusableError": "interface.errors",
    **dict.fromkeys(("Confidence", "Finding", "Severity"), "model.finding"),
}


def __getattr__(name: str) -> object:
    """Loads what is asked for: `import faimi_check` alone stays quick."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'model.report')}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
