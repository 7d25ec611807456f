"""Reading one submission in isolated workers, part by part; what a part costs is lost with it, and said."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from msgspec.structs import replace

from faimi_check.model.problem import Problem
from faimi_check.screening.processes.pool import WorkerPool
from faimi_check.screening.readers import paper_worker
from faimi_check.screening.readers.attempt import Attempt
from faimi_check.screening.readers.burned_in import read_burned_in, read_pdf_figures
from faimi_check.screening.readers.paper_reader import read_below, read_surface
from faimi_check.screening.readers.supplement_reader import read_pdfs, read_supplements
from faimi_check.screening.readers.supplement_worker import cites_unpublished
from faimi_check.screening.request import Read, Request, WorkerLimits


class Reader:
    """Reads submissions with the workers of a pool.

    With `surface_first` what lies below a paper's pages is read after them and not at the same time.
    """

    def __init__(self, pool: WorkerPool, limits: WorkerLimits, *, surface_first: bool = False) -> None:
        self._pool = pool
        self._limits = limits
        self._surface_first = surface_first

    def read(self, request: Request, folder: Path) -> Read:
        """Reads the paper's pages, what lies below them and the supplements at the same time, into the folder."""
        attempt = Attempt(self._pool, self._limits.attempt_seconds)
        read = self._read(attempt, request, folder)
        return replace(read, settled=attempt.settled)

    def read_cited(self, request: Request, folder: Path, read: Read) -> Read:
        """Reads the PDFs that were not declared where the paper cites what is not published yet: they may be that."""
        if request.paper is None or not any(one.undeclared for one in read.supplements):
            return read
        attempt = Attempt(self._pool, self._limits.attempt_seconds)
        if attempt.run(cites_unpublished, folder) is True:
            return self.read_pdfs(request, folder, read, doubtful=True)
        # A busy machine may be why it is not known; another attempt may say more then.
        return replace(read, settled=read.settled and attempt.settled)

    def read_pdfs(self, request: Request, folder: Path, read: Read, *, doubtful: bool = False) -> Read:
        """Reads the PDFs of the supplements that were not declared, too.

        `doubtful`: whether they may be there is still to be seen.
        """
        attempt = Attempt(self._pool, self._limits.attempt_seconds)
        supplements = read_pdfs(attempt, request.supplements, folder, read.supplements, doubtful=doubtful)
        read = replace(read, supplements=supplements, settled=read.settled and attempt.settled)
        if not request.pictures:
            return read
        return read_pdf_figures(self._pool, self._limits, read, folder)

    def _read(self, attempt: Attempt, request: Request, folder: Path) -> Read:
        with ThreadPoolExecutor(2) as threads:
            supplements = threads.submit(
                read_supplements, attempt, request.supplements, request.cited_unpublished, folder
            )
            try:
                if request.paper is None:
                    return self._with_pictures(request, folder, Read(supplements=supplements.result()))
                problems = self._read_paper(threads, attempt, request.paper, request.paper_name, folder)
                read = Read(paper=problems, supplements=supplements.result())
                return self._with_pictures(request, folder, read)
            except KeyboardInterrupt:
                # Leaving the block waits for the others, so their workers must end first.
                self._pool.stop()
                raise

    def _read_paper(
        self, threads: ThreadPoolExecutor, attempt: Attempt, paper: Path, name: str, folder: Path
    ) -> tuple[Problem, ...]:
        """Reads the paper into the folder; gives what was lost of it."""
        below = None if self._surface_first else threads.submit(read_below, attempt, paper, folder)
        surface = read_surface(attempt, paper, name, folder, {})
        units, lost_below = below.result() if below else read_below(attempt, paper, folder)
        if units:
            paper_worker.forget_surface(folder)
            surface = read_surface(attempt, paper, name, folder, units)
        return surface + lost_below

    def _with_pictures(self, request: Request, folder: Path, read: Read) -> Read:
        """What is written in pictures is read last: it needs to know which pages are scans and which videos play."""
        if not request.pictures:
            return read
        return read_burned_in(self._pool, self._limits, request, read, folder)
