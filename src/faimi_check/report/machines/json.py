"""The JSON report, `faimi-check/report-v1`."""

from __future__ import annotations

from inspect import cleandoc

import msgspec
from msgspec.structs import replace

from faimi_check.model.report import Report
from faimi_check.model.text.inert import inert_json


def render(report: Report) -> str:
    """The report as one indented JSON document; what a terminal might act on is escaped.

    What was asked not to be shown is counted in it, and nothing more.
    """
    shown = tuple(replace(each, kept_back=msgspec.UNSET) for each in report.submissions)
    report = replace(report, submissions=shown)
    return inert_json(msgspec.json.format(msgspec.json.encode(report), indent=1).decode("utf-8")) + "\n"


def schema() -> str:
    """The JSON Schema of the report."""
    document = msgspec.json.schema(Report)
    for definition in document["$defs"].values():
        if "description" in definition:
            # Docstrings keep their indentation before Python 3.13.
            definition["description"] = cleandoc(definition["description"])
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode("utf-8") + "\n"
