"""The folder that a run leaves behind: an overview, a page a submission, two tables, a text for each that fails."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

from faimi_check.model.finding import SubmissionReport, Venue
from faimi_check.report import findings_csv, index, mail, summary_csv
from faimi_check.report.file_names import file_names, possible_names

PAGES = "papers"
MAILS = "mails"
OVERVIEW = "index.html"
TABLE = "summary.csv"
FINDINGS = "findings.csv"


class RunFolder:
    """Writes into one folder, each file whole or not at all. `ids` are all submissions of the run.

    Raises OSError where the folder cannot be written, or would lead out of itself.
    """

    def __init__(self, folder: Path, ids: Iterable[str]) -> None:
        self.folder = folder
        self._names = file_names(ids)
        for name in (PAGES, MAILS):
            if (folder / name).is_symlink():
                raise NotADirectoryError(errno.ENOTDIR, "a link; a run writes into its own folder only", folder / name)
            (folder / name).mkdir(parents=True, exist_ok=True)

    def page(self, id: str) -> Path:
        """Where the page of a submission stands."""
        return self.folder / PAGES / f"{self._names[id]}.html"

    def mail(self, id: str) -> Path:
        """Where the text to the authors of a submission stands, if it fails."""
        return self.folder / MAILS / f"{self._names[id]}.txt"

    def has(self, id: str) -> bool:
        """Whether the submission's page has been written."""
        return self.page(id).is_file()

    def write(self, report: SubmissionReport, venue: Venue, page: str) -> None:
        """Writes the page and, for a submission that fails, the text to its authors."""
        if mail.is_due(report):
            _write(self.mail(report.id), [mail.render(report, venue)])
        else:
            self.mail(report.id).unlink(missing_ok=True)
        _write(self.page(report.id), [page])

    def finish(
        self, overview: index.Overview, reports: Callable[[], Iterable[SubmissionReport]], rules: Iterable[str]
    ) -> None:
        """Writes the overview and the tables; `reports` is asked for the reports once for each."""
        rows = (index.row(report, self._address(self.page(report.id)), self._mail_of(report)) for report in reports())
        _write(self.folder / OVERVIEW, index.render(overview, rows))
        _write(self.folder / TABLE, summary_csv.render(reports(), rules), newline="")
        _write(self.folder / FINDINGS, chain(["\ufeff"], findings_csv.lines(reports(), overview.venue)), newline="")

    def _mail_of(self, report: SubmissionReport) -> str | None:
        return self._address(self.mail(report.id)) if mail.is_due(report) else None

    def _address(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def remove_leftovers(self, earlier_ids: Iterable[str]) -> None:
        """Removes what earlier runs wrote for submissions that are there no more, or under another name."""
        current = {name.casefold() for name in self._names.values()}
        for id in earlier_ids:
            for name in possible_names(id):
                if name and name.casefold() not in current:
                    (self.folder / PAGES / f"{name}.html").unlink(missing_ok=True)
                    (self.folder / MAILS / f"{name}.txt").unlink(missing_ok=True)


def _write(path: Path, pieces: Iterable[str], newline: str | None = None) -> None:
    """Under another name first, so that what is there is whole."""
    draft = path.with_name(f"{path.name}.draft")
    # A draft may be left from a run that was killed, or be a link that leads elsewhere.
    draft.unlink(missing_ok=True)
    with draft.open("x", encoding="utf-8", errors="backslashreplace", newline=newline) as file:
        file.writelines(pieces)
    draft.replace(path)
