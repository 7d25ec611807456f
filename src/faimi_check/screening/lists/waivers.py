"""Waivers: findings that a chair has looked at and clears, each with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

from faimi_check.model.report import SubmissionReport
from faimi_check.model.text.formulas import as_written
from faimi_check.model.text.id_list import meant_by, taken_for
from faimi_check.screening.lists.decisions import Saved, read_saved
from faimi_check.screening.lists.tables import TableError, read_table

COLUMNS = ("submission", "fingerprint", "reason")
# What else stands in a run's findings.csv.
FINDINGS_COLUMNS = (
    *("id", "verdict", "rule", "name", "code", "severity", "confidence", "file"),
    *("member", "page", "message", "evidence", "fix", "clause", "venue", "since"),
)
Waived = tuple[tuple[str, str], ...]


class Waivers:
    """By submission: the fingerprints of findings that are waived, and why; remembers which were used."""

    def __init__(self, reasons: dict[str, dict[str, str]] | None = None) -> None:
        self._reasons = reasons or {}
        self._used: set[tuple[str, str]] = set()

    def __len__(self) -> int:
        """How many findings are waived."""
        return sum(map(len, self._reasons.values()))

    def of(self, id: str) -> Waived:
        """Fingerprint and reason of each waiver for one submission."""
        return tuple(sorted(self._reasons.get(id, {}).items()))

    def fitted_to(self, ids: Collection[str]) -> tuple[Waivers, tuple[str, ...]]:
        """The same by the ids of the run, also where a spreadsheet took the zeros off; and what there is to say of it.

        What may be meant of several submissions stays with the id that it has.
        """
        meant = {said: min(fit) for said, fit in meant_by(self._reasons, ids).items() if len(fit) == 1}
        fitted: dict[str, dict[str, str]] = defaultdict(dict)
        for said, reasons in self._reasons.items():
            for fingerprint, reason in reasons.items():
                _add(fitted[meant.get(said, said)], fingerprint, reason)
        return Waivers(dict(fitted)), taken_for("waivers", meant)

    def note_use(self, report: SubmissionReport) -> None:
        """Takes note of what the report shows as ignored."""
        self._used.update((report.id, ignored.finding.fingerprint) for ignored in report.ignored)

    def unused(self, ids: frozenset[str]) -> Iterator[str]:
        """A sentence for each waiver that cleared nothing; `ids` are the submissions that were judged."""
        meant = meant_by(self._reasons, ids)
        for id, reasons in self._reasons.items():
            for fingerprint in reasons:
                if id not in ids:
                    several = len(meant[id]) > 1
                    there = f"{len(meant[id])} submissions may be meant" if several else "there is no such submission"
                    yield f'waiver {fingerprint} is for "{id}", but {there}'
                elif (id, fingerprint) not in self._used:
                    yield f'waiver {fingerprint} for "{id}" cleared nothing: there is no such finding any more'


def read_waivers(*paths: Path) -> Waivers:
    """Reads CSVs with the columns submission, fingerprint, reason, and files that an overview saves.

    Raises TableError for what cannot be used.
    """
    reasons: dict[str, dict[str, str]] = defaultdict(dict)
    for path in paths:
        saved = read_saved(path)
        rows = _of_table(path) if saved is None else _of_saved(saved)
        here: set[tuple[str, str]] = set()
        for submission, fingerprint, reason in rows:
            if (submission, fingerprint) in here:
                raise TableError(f"{path}: {fingerprint} of {submission}: this finding is waived twice")
            here.add((submission, fingerprint))
            _add(reasons[submission], fingerprint, reason)
    return Waivers(dict(reasons))


def _add(reasons: dict[str, str], fingerprint: str, reason: str) -> None:
    known = reasons.get(fingerprint)
    reasons[fingerprint] = f"{known}; {reason}" if known and known != reason else reason


def _of_saved(saved: Saved) -> Iterator[tuple[str, str, str]]:
    return ((each.submission, each.fingerprint, each.reason) for each in saved.waivers)


def _of_table(path: Path) -> Iterator[tuple[str, str, str]]:
    """The rows of a waiver file; in a table of findings, those to which a reason was added."""
    table = list(read_table(path, COLUMNS, FINDINGS_COLUMNS))
    is_of_findings = any(row[name] for _, row in table for name in FINDINGS_COLUMNS)
    for line, row in table:
        if is_of_findings and not row["reason"]:
            continue
        for column in COLUMNS:
            if not row[column]:
                raise TableError(f"{path}, line {line}: the {column} is missing")
        yield as_written(row["submission"]), row["fingerprint"], as_written(row["reason"])
