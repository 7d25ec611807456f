"""How worker processes are started."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time
from contextlib import suppress
from multiprocessing.context import BaseContext, SpawnContext, SpawnProcess
from pathlib import Path
from typing import Any

from faimi_check.screening.processes.environment import LackingError
from faimi_check.screening.processes.interrupts import held
from faimi_check.screening.processes.sockets import has_socket_folder
from faimi_check.screening.processes.without_main import without_main

# Puts another method in the place of the one that would be taken: fork, forkserver or spawn.
METHOD_VARIABLE = "FAIMI_CHECK_START_METHOD"
_LOOKS_FOR_THREADS = 10
_THREAD_ENDS_SECONDS = 0.005
_PRELOADED = (
    "faimi_check.screening.judging.worker",
    "faimi_check.reading.surface",
    "faimi_check.reading.pdf.structure",
    "faimi_check.reading.page.sight.visibility",
    "faimi_check.reading.zip.archive",
    "faimi_check.reading.video.video",
    "faimi_check.engine",
)


def quickest_start_method() -> str:
    """For one submission, to be asked before a thread is started for it. Forking costs a tenth of a fresh interpreter.

    It is safe on Linux only, and only while the caller has no other thread: a forked worker inherits the locks that
    the others hold, and nobody who would let go of them.
    """
    usual = "spawn" if sys.platform != "linux" else "forkserver" if _has_other_threads() else "fork"
    return os.environ.get(METHOD_VARIABLE) or usual


def safest_start_method() -> str:
    """For many: workers come from a server that has no threads and has loaded the libraries once for all."""
    return os.environ.get(METHOD_VARIABLE) or ("forkserver" if sys.platform == "linux" else "spawn")


def _has_other_threads() -> bool:
    """Whether this process has other threads than this one, Python's or a library's own."""
    for _ in range(_LOOKS_FOR_THREADS):
        if _threads() <= 1:
            return False
        # One may be about to end, such as the last of a check before.
        time.sleep(_THREAD_ENDS_SECONDS)
    return True


def _threads() -> int:
    try:
        return len(list(Path("/proc/self/task").iterdir()))
    except OSError:
        return threading.active_count()


class _Spawned(SpawnProcess):
    @staticmethod
    def _Popen(process_obj: Any) -> Any:  # noqa: N802 - multiprocessing calls it so
        with without_main():
            return SpawnProcess._Popen(process_obj)


class _Spawning(SpawnContext):
    Process = _Spawned


if sys.platform != "win32":
    from multiprocessing.context import ForkServerContext, ForkServerProcess

    class _Served(ForkServerProcess):
        @staticmethod
        def _Popen(process_obj: Any) -> Any:  # noqa: N802 - multiprocessing calls it so
            from faimi_check.screening.processes.server import Served, begin

            with without_main():
                begin(_PRELOADED)
                return Served(process_obj)

    class _Serving(ForkServerContext):
        Process = _Served


def begin_server() -> None:
    """Starts the server that the workers of a run come from, so that it loads the libraries while the caller does.

    Where the environment does not let it be, whoever starts the workers says so.
    """
    if safest_start_method() != "forkserver":
        return
    with suppress(LackingError, OSError), held(with_tracker=True), without_main():
        if context_of("forkserver").get_start_method() == "forkserver":
            from faimi_check.screening.processes.server import begin

            begin(_PRELOADED)


def context_of(start_method: str) -> BaseContext:
    """The context in which a pool starts its workers. Raises LackingError for a method that the system has not."""
    if start_method == "forkserver" and sys.platform != "win32" and has_socket_folder():
        return _Serving()
    if start_method in ("forkserver", "spawn"):
        return _Spawning()
    try:
        return multiprocessing.get_context(start_method)
    except ValueError as error:
        raise LackingError(f"{METHOD_VARIABLE}={start_method}: {error}") from error
