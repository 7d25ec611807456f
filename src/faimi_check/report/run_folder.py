"""The folder that a run leaves behind: an overview, a page a submission, tables, and what is sent and uploaded."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path
from urllib.parse import quote

import msgspec

from faimi_check.model.report import SubmissionReport
from faimi_check.report.browser import index, index_row
from faimi_check.report.browser.html_parts import Neighbours, is_illustrated, refreshed
from faimi_check.report.changes import fixed_first
from faimi_check.report.dossier import Dossier
from faimi_check.report.file_names import file_names, possible_names
from faimi_check.report.letters import comment, mail
from faimi_check.report.letters.mail import Letter
from faimi_check.report.letters.mail_together import by_submission
from faimi_check.report.tables import decisions_csv, findings_csv, summary_csv, uploads
from faimi_check.report.wording.escape import markdown_text
from faimi_check.writing.whole import write_whole

PAGES = "papers"
MAILS = "mails"
UPLOADS = "uploads"
OVERVIEW = "index.html"
TABLE = "summary.csv"
FINDINGS = "findings.csv"
DECISIONS = "decisions.csv"
MERGE = "mails.csv"
_END, _TAIL = b"</html>", 64
_SILENT = "nothing was found to tell them, and there is no note that the text prints. Write a note"


def page_in(folder: Path, name: str) -> Path:
    """Where a run into the folder leaves the page of a submission that has this name there."""
    return folder / PAGES / f"{name}.html"


class RunFolder:
    """Writes into one folder, each file whole or not at all. `ids` are all submissions of the run.

    Raises OSError where the folder cannot be written, or would lead out of itself.
    """

    def __init__(self, folder: Path, ids: Iterable[str], dossier: Dossier | None = None) -> None:
        self.folder = folder
        self._dossier = dossier or Dossier()
        self._held = self._dossier.held()
        self.ids = tuple(dict.fromkeys(ids))
        self._names = file_names(self.ids)
        self._order = {id: place for place, id in enumerate(self.ids)}
        self._papers: dict[str, list[str]] = {}
        for id in self.ids:
            self._papers.setdefault(self._dossier.numbers.get(id, id), []).append(id)
        for name in (PAGES, MAILS, UPLOADS):
            if (folder / name).is_symlink():
                raise NotADirectoryError(errno.ENOTDIR, "a link; a run writes into its own folder only", folder / name)
        if not folder.exists():
            folder.parent.mkdir(parents=True, exist_ok=True)
            # Authors, addresses and decisions are nobody else's; who shares a folder has made it for that.
            folder.mkdir(mode=0o700, exist_ok=True)
        for name in (PAGES, MAILS):
            (folder / name).mkdir(exist_ok=True)

    def page(self, id: str) -> Path:
        """Where the page of a submission stands."""
        return page_in(self.folder, self._names[id])

    def neighbours(self, id: str) -> Neighbours:
        """Where the page of a submission leads, relative to itself."""
        place = self._order[id]
        before, after = self.ids[place - 1 : place], self.ids[place + 1 : place + 2]
        return Neighbours(
            overview=f"../{OVERVIEW}#back={quote(id.encode('utf-8', 'backslashreplace'))}",
            previous=self.page(before[0]).name if before else None,
            next=self.page(after[0]).name if after else None,
            was=self._dossier.decisions[id].was if id in self._dossier.decisions else "",
        )

    def mail(self, id: str) -> Path:
        """Where the text to the authors of a submission stands, if they are written to."""
        return self.folder / MAILS / f"{self._names[id]}.txt"

    def has(self, id: str) -> bool:
        """Whether the submission's page has been written, and is whole.

        Rows are forced to disk and pages are not: after a power cut one may be empty of which the row is there.
        """
        page = self.page(id)
        if not page.is_file():
            return False
        with page.open("rb") as file:
            file.seek(max(0, page.stat().st_size - _TAIL))
            return file.read(_TAIL).rstrip().endswith(_END)

    def is_illustrated(self, id: str) -> bool:
        """Whether the submission's page, which has been written, shows pictures."""
        return is_illustrated(self.page(id).read_text(encoding="utf-8", errors="backslashreplace"))

    def write(self, report: SubmissionReport, page: str) -> None:
        """Writes the page."""
        write_whole(self.page(report.id), [page])

    def refresh(self, report: SubmissionReport) -> None:
        """Brings the page that a run before has written up to date: its neighbours, and what has changed since."""
        path = self.page(report.id)
        before = path.read_text(encoding="utf-8", errors="backslashreplace")
        now = refreshed(before, self.neighbours(report.id), report.change)
        if now != before:
            write_whole(path, [now])

    def finish(
        self, overview: index.Overview, reports: Callable[[], Iterable[SubmissionReport]], rules: Iterable[str]
    ) -> tuple[str, ...]:
        """Writes the texts, the overview and the tables; `reports` is asked for the reports once for each.

        Gives a sentence for those whose authors are to be written to and cannot be told anything, and one for what is
        not uploaded; they stand in the overview as well.
        """
        silent: list[str] = []
        write_whole(self.folder / MERGE, self._letters(reports(), overview, silent), newline="")
        told = [f"no text to the authors of {', '.join(silent)}: {_SILENT}"] if silent else []
        told += self._write_uploads(reports(), overview.venue.title)
        overview = msgspec.structs.replace(overview, notes=(*overview.notes, *told))
        rows = (self._row(report) for report in reports())
        write_whole(self.folder / OVERVIEW, index.render(overview, rows))
        ordered = partial(fixed_first, reports, compared=overview.since)
        write_whole(self.folder / TABLE, summary_csv.render(ordered(), rules), newline="")
        sheet = decisions_csv.render(reports(), self._dossier.decisions, overview.venue.id, compared=overview.since)
        write_whole(self.folder / DECISIONS, sheet, newline="")
        rows_of_all = chain(["\ufeff"], findings_csv.lines(ordered(), overview.venue))
        write_whole(self.folder / FINDINGS, rows_of_all, newline="")
        return tuple(told)

    def _letters(
        self, reports: Iterable[SubmissionReport], overview: index.Overview, silent: list[str]
    ) -> Iterator[str]:
        """Writes the texts to authors, one a submission; gives the table of them for mail merge."""
        yield mail.csv_header()
        for number, papers in by_submission(reports, self._papers, self._dossier.numbers):
            letter = self._dossier.letter(number, papers, overview.venue, self._held, silent)
            if letter is not None:
                yield mail.csv_row(letter)
            for report in papers:
                self._write_letter(self.mail(report.id), letter if report is papers[0] else None, overview.newer)

    def _write_letter(self, path: Path, letter: Letter | None, newer: str | None) -> None:
        if letter is None:
            path.unlink(missing_ok=True)
        else:
            write_whole(path, [mail.as_text(letter, newer)])
        draft = path.with_suffix(".eml")
        if letter is not None and self._dossier.eml:
            write_whole(draft, [mail.as_eml(letter)], newline="")
        else:
            draft.unlink(missing_ok=True)

    def _write_uploads(self, reports: Iterable[SubmissionReport], venue: str) -> tuple[str, ...]:
        """What was decided, for the conference system; what an earlier run has left of the kind goes."""
        folder, decisions = self.folder / UPLOADS, self._dossier.decisions
        if not self._dossier.decided:
            for name in uploads.NAMES:
                (folder / name).unlink(missing_ok=True)
            with suppress(OSError):
                folder.rmdir()
            return ()
        folder.mkdir(exist_ok=True)
        reasons = {id: markdown_text(one.note) for id, one in decisions.items()}
        reasons |= {each.id: comment.reasons(each, decisions[each.id]) for each in reports if each.id in decisions}
        here = {self._dossier.numbers.get(id) for id in self.ids}
        numbers = {id: number for id, number in self._dossier.numbers.items() if number in here}
        signature = self._dossier.wording.signature
        worded = partial(comment.comment, venue=venue, signature=signature)
        files, left_out = uploads.uploads(decisions, numbers, reasons, worded)
        for name, text in files.items():
            write_whole(folder / name, [text], newline="")
        return left_out

    def _row(self, report: SubmissionReport) -> index_row.SubmissionRow:
        authors = self._dossier.authors.get(report.id, ()) if self._dossier.show_authors else ()
        return index_row.row(
            report,
            self._address(self.page(report.id)),
            self._mail_of(report),
            authors=authors,
            decision=self._dossier.decisions.get(report.id),
        )

    def _mail_of(self, report: SubmissionReport) -> str | None:
        first = self._papers[self._dossier.numbers.get(report.id, report.id)][0]
        path = self.mail(first)
        return self._address(path) if path.is_file() else None

    def _address(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def remove_leftovers(self, earlier_ids: Iterable[str]) -> None:
        """Removes what earlier runs wrote for submissions that are there no more, or under another name."""
        current = {name.casefold() for name in self._names.values()}
        for id in earlier_ids:
            for name in possible_names(id):
                if name.casefold() not in current:
                    (self.folder / PAGES / f"{name}.html").unlink(missing_ok=True)
                    for ending in ("txt", "eml"):
                        (self.folder / MAILS / f"{name}.{ending}").unlink(missing_ok=True)
