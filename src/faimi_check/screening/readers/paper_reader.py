"""Reading a paper, or a PDF out of a supplement, in isolated workers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from faimi_check.model.problem import Problem
from faimi_check.screening.processes.failure import Failure
from faimi_check.screening.readers import paper_worker
from faimi_check.screening.readers.attempt import Attempt, lost


def read_surface(
    attempt: Attempt, path: Path, name: str, folder: Path, units: Mapping[int, float]
) -> tuple[Problem, ...]:
    """Gives what was lost: the part in which the worker was."""
    result = attempt.run(paper_worker.read_surface, path, name, folder, units)
    if not isinstance(result, Failure):
        return ()
    reached = min(paper_worker.finished_parts(folder), len(paper_worker.SURFACE_PARTS) - 1)
    return (_part_problem(paper_worker.SURFACE_PARTS[reached], result),)


def read_below(attempt: Attempt, path: Path, folder: Path) -> tuple[Mapping[int, float], tuple[Problem, ...]]:
    """Gives the pages' units of length where they are not points, and what was lost."""
    result = attempt.run(paper_worker.read_below, path, folder)
    if isinstance(result, Failure):
        return {}, (_part_problem("structure", result),)
    return result, ()


def _part_problem(part: str, failure: Failure) -> Problem:
    doing = f"while {paper_worker.PART_WORDS[part]}"
    return lost(failure, doing, paper_worker.PART_ASPECTS[part], fatal=part == "pages")
