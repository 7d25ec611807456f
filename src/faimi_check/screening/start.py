"""How worker processes are started, and what the environment must give for it."""

from __future__ import annotations

import errno
import multiprocessing.util
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from multiprocessing.context import BaseContext, SpawnContext, SpawnProcess
from pathlib import Path
from types import ModuleType
from typing import Any

from faimi_check.screening.private_folder import PREFIX, private_folder

# Puts another method in the place of the one that would be taken: fork, forkserver or spawn.
METHOD_VARIABLE = "FAIMI_CHECK_START_METHOD"
_LOOKS_FOR_THREADS = 10
_THREAD_ENDS_SECONDS = 0.005
# A socket's path ends at 108 bytes on Linux, at 104 elsewhere: what multiprocessing puts below the folder, and its end.
_LONGEST_SOCKET_PATH = 100
_BELOW = len(f"/{PREFIX}12345678/pymp-12345678/listener-12345678")
_SHORT_PLACES = ("/tmp", "/var/tmp", "/dev/shm")  # noqa: S108 - the folder made there is private
_PRELOADED = (
    "faimi_check.screening.worker",
    "faimi_check.reading.surface",
    "faimi_check.reading.pdf.structure",
    "faimi_check.reading.page.sight.visibility",
    "faimi_check.reading.zip.archive",
    "faimi_check.reading.video.video",
    "faimi_check.engine",
)
_LACKS = {
    errno.EMFILE: "this session lets a program open too few files (ulimit -n): allow more, or take fewer --jobs",
    errno.ENFILE: "this machine has no more open files to give",
    errno.EAGAIN: "this session lets a user start too few processes (ulimit -u): allow more, or take fewer --jobs",
    errno.ENOMEM: "there is too little memory to start a worker",
    errno.ENOSPC: "there is no room for what workers share (/dev/shm or the folder for temporary files)",
}
_FILES_OPEN, _FILES_A_WORKER = 20, 3
# Python, both PDF readers and the player take two thirds of it before they have read anything.
_LEAST_MEMORY = 900_000_000
_SHARED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOSYS})


class LackingError(Exception):
    """The environment does not give what workers need; the message says what."""


def lacking(error: OSError) -> LackingError:
    """What the system lacks, in a user's words, where a worker cannot be started."""
    if error.errno in _LACKS:
        return LackingError(_LACKS[error.errno])
    if error.errno in _SHARED:
        place = "/dev/shm" if sys.platform == "linux" else "semaphores"  # noqa: S108 - named, not used
        return LackingError(f"workers cannot share locks here: {place} must be writable ({error.strerror})")
    return LackingError(f"no worker can be started ({error.strerror or error})")


def told_by(error: Exception) -> str | None:
    """What the environment lacks, where the exception comes from that."""
    if isinstance(error, RuntimeError) and "start new thread" in str(error):
        return "this session lets a program start too few threads or have too little memory (ulimit -u, ulimit -v)"
    return str(error) if isinstance(error, LackingError) else None


def require_room(jobs: int) -> None:
    """Takes what the session lets this program have. Raises LackingError where that is too little for its workers."""
    try:
        import resource
    except ImportError:  # pragma: no cover - Windows bounds neither
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = _FILES_OPEN + _FILES_A_WORKER * jobs
    if soft != resource.RLIM_INFINITY and soft < needed:
        if hard != resource.RLIM_INFINITY and hard < needed:
            raise LackingError(_LACKS[errno.EMFILE])
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))
    lent = lent_memory(_LEAST_MEMORY)
    if lent < _LEAST_MEMORY:
        raise LackingError(
            f"this session lets a program have {lent / 1e9:.2g} GB of memory (ulimit -v); workers need "
            f"{_LEAST_MEMORY / 1e9:.2g} GB at least"
        )


def lent_memory(wanted: int) -> int:
    """Bytes of address space that this session lets a program have, of those wanted."""
    try:
        import resource
    except ImportError:  # pragma: no cover - Windows
        return wanted
    soft, _ = resource.getrlimit(resource.RLIMIT_AS)
    return wanted if soft == resource.RLIM_INFINITY else min(wanted, soft)


def quickest_start_method() -> str:
    """For one submission: forking costs a tenth of a fresh interpreter; elsewhere than on Linux it is not safe."""
    usual = "spawn" if sys.platform != "linux" else "forkserver" if _has_foreign_threads() else "fork"
    return os.environ.get(METHOD_VARIABLE) or usual


def safest_start_method() -> str:
    """For many: workers come from a server that has no threads and has loaded the libraries once for all."""
    return os.environ.get(METHOD_VARIABLE) or ("forkserver" if sys.platform == "linux" else "spawn")


def _has_foreign_threads() -> bool:
    """Whether a library has threads of its own: a fork would leave them, and what waits for them, behind."""
    tasks = Path("/proc/self/task")
    for _ in range(_LOOKS_FOR_THREADS):
        if not tasks.is_dir() or len(list(tasks.iterdir())) <= threading.active_count():
            return False
        # One of Python's own may be about to end: it is off its list by then.
        time.sleep(_THREAD_ENDS_SECONDS)
    return True


class _Spawned(SpawnProcess):
    """Does not run the caller's own program again: workers need nothing of it, and it may have no guard."""

    @staticmethod
    def _Popen(process_obj: Any) -> Any:  # noqa: N802 - multiprocessing calls it so
        with _without_main():
            return SpawnProcess._Popen(process_obj)


class _Spawning(SpawnContext):
    Process = _Spawned


if sys.platform != "win32":
    from multiprocessing.context import ForkServerContext, ForkServerProcess

    class _Served(ForkServerProcess):
        @staticmethod
        def _Popen(process_obj: Any) -> Any:  # noqa: N802 - multiprocessing calls it so
            with _without_main():
                return ForkServerProcess._Popen(process_obj)

    class _Serving(ForkServerContext):
        Process = _Served


def context_of(start_method: str) -> BaseContext:
    """The context in which a pool starts its workers. Raises LackingError for a method that the system has not."""
    if start_method == "forkserver" and sys.platform != "win32" and _has_socket_folder():
        context = _Serving()
        context.set_forkserver_preload(list(_PRELOADED))
        return context
    if start_method in ("forkserver", "spawn"):
        return _Spawning()
    try:
        return multiprocessing.get_context(start_method)
    except ValueError as error:
        raise LackingError(f"{METHOD_VARIABLE}={start_method}: {error}") from error


@contextmanager
def _without_main() -> Iterator[None]:
    """Hides the program that runs: multiprocessing would load it in the worker as well."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


_guard = threading.Lock()
_home: AbstractContextManager[Path] | None = None
_has_folder: bool | None = None


def _has_socket_folder() -> bool:
    """Gives multiprocessing a folder for its sockets whose path is short enough; False where there is none.

    It asks once in each process, and would leave the folder behind if the process ends at once.
    """
    global _home, _has_folder
    with _guard:
        if _has_folder is None:
            place = next(filter(_is_short_enough, (tempfile.gettempdir(), *_SHORT_PLACES)), None)
            _has_folder = place is not None
            if place is not None:
                _home = private_folder(Path(place))
                # After multiprocessing has taken away what it keeps in there.
                multiprocessing.util.Finalize(None, tidy, exitpriority=-200)
                usual, tempfile.tempdir = tempfile.tempdir, str(_home.__enter__())
                try:
                    multiprocessing.util.get_temp_dir()
                finally:
                    tempfile.tempdir = usual
        return _has_folder


def _is_short_enough(place: str) -> bool:
    return len(os.fsencode(place)) + _BELOW <= _LONGEST_SOCKET_PATH and os.access(place, os.W_OK | os.X_OK)


def tidy() -> None:
    """Takes the folder for sockets away; to be called when this process starts no worker any more."""
    global _home
    if _home is not None:
        home, _home = _home, None
        home.__exit__(None, None, None)
