"""Writes expected.toml anew from what the tool says now. Read the difference before you commit it."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from conftest import fixture_names, request_for
from faimi_check.model.report import Outcome
from faimi_check.screening.judging.judge import Judge
from faimi_check.venues.loader import load


def main() -> None:
    names = fixture_names()
    lines = ["# What each fixture must give, exactly. See test_fixtures.py."]
    with Judge(load("faimi-2025"), jobs=2) as judge, ThreadPoolExecutor(3) as threads:
        for name, report in zip(names, threads.map(judge.judge, map(request_for, names)), strict=True):
            found = sorted({f"{finding.rule}/{finding.code}" for finding in report.findings})
            undecided = sorted(result.rule for result in report.rules if result.outcome is Outcome.UNDECIDED)
            lines += ["", f'["{name}"]', f'verdict = "{report.verdict.value}"', f"findings = {json.dumps(found)}"]
            if undecided:
                lines.append(f"undecided = {json.dumps(undecided)}")
    (Path(__file__).parent / "expected.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
