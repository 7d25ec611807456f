"""One attempt at reading a submission: its tasks, and whether what was lost on the way is the files' fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from faimi_check.model.problem import Aspect, Problem
from faimi_check.screening.processes.failure import Cause, Failure
from faimi_check.screening.processes.pool import WorkerPool


class Attempt:
    """Runs tasks in the workers of a pool, each within so many `seconds` of processor time."""

    def __init__(self, pool: WorkerPool, seconds: float) -> None:
        self.seconds = seconds
        self._pool = pool
        self._failures: list[Failure] = []

    def run(self, call: Callable[..., Any], *arguments: Any) -> Any:
        """What the call gives, or the Failure that ended its worker."""
        result = self._pool.run(self.seconds, call, *arguments)
        if isinstance(result, Failure):
            self._failures.append(result)
        return result

    @property
    def settled(self) -> bool:
        """Whether another attempt would lose the same."""
        return all(failure.cause is Cause.FILE for failure in self._failures)


def lost(
    failure: Failure, doing: str, aspects: tuple[Aspect, ...], *, fatal: bool = False, member: str | None = None
) -> Problem:
    """The problem that says what a worker did not come back from."""
    detail = f"Not checked: {f'{failure.why} {doing}'.strip()}."
    return Problem(kind=failure.kind, aspects=aspects, detail=detail, fatal=fatal, member=member)
