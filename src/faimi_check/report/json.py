"""The JSON report, `faimi-check/report-v1`."""

from __future__ import annotations

import msgspec

from faimi_check.model.finding import Report


def render(report: Report) -> str:
    """The report as one indented JSON document."""
    return msgspec.json.format(msgspec.json.encode(report), indent=1).decode("utf-8") + "\n"


def schema() -> str:
    """The JSON Schema of the report."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Report)), indent=2).decode("utf-8") + "\n"
