"""How far a run is: a bar on a terminal, a line a submission elsewhere."""

from __future__ import annotations

from types import TracebackType
from typing import IO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from faimi_check.model.report import SubmissionReport, Verdict
from faimi_check.report.tally import Tally
from faimi_check.report.terminal.run_table import line


class Lines:
    """One line for each submission, with how many are done."""

    def __init__(self, stream: IO[str], total: int, tally: Tally) -> None:
        # Nothing is cut or wrapped: a line in a log is one submission.
        self._console = Console(file=stream, width=10_000, no_color=True, highlight=False, markup=False, emoji=False)
        self._total = total
        self._tally = tally

    def __enter__(self) -> Lines:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        pass

    def show(self, report: SubmissionReport) -> None:
        """Says what became of a submission that has just been counted."""
        width = len(str(self._total))
        self._console.print(f"[{self._tally.total:>{width}}/{self._total}] {line(report).plain}", soft_wrap=True)
        self._console.file.flush()


class Bar:
    """A bar with counts by verdict and the time left; submissions that do not pass are named above it."""

    def __init__(self, stream: IO[str], total: int, tally: Tally, *, color: bool) -> None:
        self._tally = tally
        self._progress = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("[red]{task.fields[fail]} fail[/] [yellow]{task.fields[review]} review[/] "),
            TextColumn("[green]{task.fields[passed]} pass[/]"),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
            console=Console(file=stream, no_color=not color, highlight=False),
            transient=True,
        )
        self._task = self._progress.add_task("", total=total, fail=0, review=0, passed=0)

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def show(self, report: SubmissionReport) -> None:
        """Counts a submission, and names it unless it passes."""
        if report.verdict is not Verdict.PASS:
            self._progress.console.print(line(report), overflow="ellipsis", no_wrap=True)
        verdicts = self._tally.verdicts
        self._progress.update(
            self._task,
            completed=self._tally.total,
            fail=verdicts[Verdict.FAIL],
            review=verdicts[Verdict.REVIEW],
            passed=verdicts[Verdict.PASS],
        )


class Silent:
    """Says nothing."""

    def __enter__(self) -> Silent:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        pass

    def show(self, report: SubmissionReport) -> None:
        """Says nothing."""
