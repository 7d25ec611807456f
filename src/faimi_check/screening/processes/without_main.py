"""Workers that do not run the caller's own program again: they need nothing of it, and it may have no guard."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_PROGRAM = ("init_main_from_name", "init_main_from_path")

_guard = threading.Lock()
_starting: set[int] = set()
_usual: Any


@contextmanager
def without_main() -> Iterator[None]:
    """What this thread starts inside is not told which program runs; what other threads start is.

    multiprocessing has no switch for it. The program itself (`sys.modules["__main__"]`) is left where it is: the
    caller's other threads may be looking at it.
    """
    global _usual
    # It takes longer to load than a page takes to be read, and a forked worker needs nothing of it.
    from multiprocessing import spawn

    with _guard:
        if not _starting:
            _usual, spawn.get_preparation_data = spawn.get_preparation_data, _told
        _starting.add(threading.get_ident())
    try:
        yield
    finally:
        with _guard:
            _starting.remove(threading.get_ident())
            if not _starting:
                spawn.get_preparation_data = _usual


def _told(name: str) -> dict[str, Any]:
    """What a new worker is told of its parent."""
    chosen = multiprocessing.get_start_method(allow_none=True)
    told: dict[str, Any] = _usual(name)
    if chosen is None:
        # It asks for the usual method, which thereby is chosen for the whole program: that is the caller's to do.
        multiprocessing.set_start_method(None, force=True)
    if threading.get_ident() in _starting:
        for entry in _PROGRAM:
            told.pop(entry, None)
    return told
