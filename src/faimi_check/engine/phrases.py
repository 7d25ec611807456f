"""A few words for a finding, for a row that a chair reads at a glance."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from faimi_check.model.finding import Finding

_NAMES = re.compile(r"\bnames\b")
_MORE = re.compile(r"and (\d{1,6}) more")


def phrase(finding: Finding) -> str:
    """What was found in a few words; nothing of the paper is quoted."""
    words = _phrases().get(finding.rule, {})
    said = words.get(finding.code) or words.get("other") or finding.name.replace("-", " ")
    more = _MORE.search(finding.message)
    people = 1 + int(more[1]) if more else 1
    named = "1 person" if people == 1 else f"{people} people"
    return said.format(
        page=f" on page {finding.where.page}" if finding.where.page else "",
        people=named if _NAMES.search(finding.message) else "somebody",
        code=finding.code.replace("-", " "),
    )


@cache
def _phrases() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files(__package__) / "phrases.toml").read_text(encoding="utf-8"))
