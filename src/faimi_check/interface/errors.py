"""The one exception of the interface."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from faimi_check.screening.processes.environment import told_by


class UnusableError(ValueError):
    """A setting, a list or a file's name that cannot be used, or a machine that gives too little for workers.

    The message is one line that says what to do. What is wrong inside a paper or a supplement never raises: that is
    a finding.
    """


@contextmanager
def lacks_told() -> Iterator[None]:
    """Tells what the environment does not give for workers as an UnusableError. Serves as a decorator, too."""
    try:
        yield
    except Exception as error:
        if (told := told_by(error)) is None:
            raise
        raise UnusableError(told) from error
