"""Values as a caller gives them: each checked, or refused in one line, as a shell's parser does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from numbers import Real
from pathlib import Path
from typing import Any

from faimi_check.interface.errors import UnusableError
from faimi_check.screening.processes.environment import processors

MOST_JOBS = 64
StrPath = str | os.PathLike[str]


def number(name: str, value: Any, least: float, most: float) -> float:
    """A number within these bounds. Raises UnusableError for anything else, among it one that is none (NaN)."""
    if not is_number(value) or not least <= value <= most:
        raise UnusableError(f"{name}={_shown(value)}: expected a number from {least:g} to {most:g}")
    return float(value)


def is_number(value: Any) -> bool:
    """Whether it is one that can be compared; True and False are none here."""
    return isinstance(value, Real) and not isinstance(value, bool)


def flag(name: str, value: Any) -> bool:
    """True or False. Raises UnusableError for anything else: the text "no" would count as yes."""
    if not isinstance(value, bool):
        raise UnusableError(f"{name}={_shown(value)}: expected True or False")
    return value


def texts(name: str, value: Any) -> tuple[str, ...]:
    """Texts, or one alone. Raises UnusableError for anything else."""
    found = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, Iterable) else (None,)
    if isinstance(value, Mapping) or not all(isinstance(one, str) for one in found):
        raise UnusableError(f"{name}={_shown(value)}: expected a list of texts")
    return found


def path(name: str, value: Any) -> Path:
    """One path. Raises UnusableError for anything else, and for an empty one."""
    if not isinstance(value, str | os.PathLike):
        raise UnusableError(f"{name}={_shown(value)}: expected a path")
    if not os.fspath(value):
        raise UnusableError(f"which {name}? The path is empty")
    return Path(value)


def paths(name: str, value: Any) -> tuple[Path, ...]:
    """Paths, or one alone; none where None is given. Raises UnusableError for anything else."""
    if value is None:
        return ()
    found = (value,) if isinstance(value, str | os.PathLike) else value
    if not isinstance(found, Iterable):
        raise UnusableError(f"{name}={_shown(value)}: expected a path, or a list of paths")
    return tuple(path(name, one) for one in found)


def mapping(name: str, value: Any, example: str) -> dict[str, Any]:
    """A mapping from texts. Raises UnusableError for anything else."""
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        raise UnusableError(f"{name}={_shown(value)}: expected a mapping, such as {example}")
    return dict(value)


def jobs(value: Any) -> int:
    """How many workers at a time; one a core where None is given. Raises UnusableError for no such number."""
    if value is None:
        return usual_jobs()
    wanted = number("jobs", value, 1, MOST_JOBS)
    if wanted != int(wanted):
        raise UnusableError(f"jobs={_shown(value)}: expected a whole number")
    return int(wanted)


def usual_jobs() -> int:
    """One worker for each core that may be used, as far as there may be so many."""
    return min(processors(), MOST_JOBS)


def _shown(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:60]}..."
