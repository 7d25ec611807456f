"""What holds a worker: bounds on its time, memory and files, and no network."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from faimi_check.screening.processes.environment import lent_bytes
from faimi_check.screening.processes.failure import OUT_OF_MEMORY, OVER_TIME, of_error
from faimi_check.screening.processes.garbage import look_seldom
from faimi_check.screening.processes.job_object import has_bounded_memory
from faimi_check.screening.request import WorkerLimits

_GRACE_SECONDS = 2.0
_LOOK_SECONDS = 0.05
# Of processor time, between two looks.
_ALONE_SECONDS = 1.0
# What Python tells of before it happens, in the words of its audit events: words sent, names asked, programs started.
_REFUSED = frozenset(
    {
        *(f"socket.{call}" for call in ("connect", "bind", "sendto", "sendmsg")),
        *(f"socket.{call}" for call in ("getaddrinfo", "getnameinfo", "gethostbyname", "gethostbyaddr")),
        *(f"os.{call}" for call in ("exec", "fork", "forkpty", "posix_spawn", "spawn", "system")),
        *("os.startfile", "os.startfile/2", "subprocess.Popen", "_winapi.CreateProcess"),
    }
)
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000


# What this worker reads by, and what its system does not let us bound; set once, when it starts.
_bounds = WorkerLimits()
_unbounded: tuple[str, ...] = ()


def bounds() -> WorkerLimits:
    """What this worker reads by."""
    return _bounds


def unbounded() -> tuple[str, ...]:
    """What of this worker the system does not bound: "memory", "open files", "written bytes", "network"."""
    return _unbounded


def lent_to_write() -> int | None:
    """Bytes of a file that this worker may write, where the session that started it allows fewer than we do."""
    lent = lent_bytes(_bounds.written_bytes)
    return lent if lent < _bounds.written_bytes else None


def isolate(limits: WorkerLimits) -> None:
    """Runs first in each worker: bounds its resources, silences it, and takes the network away."""
    global _bounds, _unbounded
    _bounds = limits
    look_seldom()
    # The system ends the worker on SIGTERM at once; a handler in Python would wait until native code returns.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    os.close(null)
    network = () if _leave_network() else ("network",)
    sys.addaudithook(_refuse)
    _unbounded = (*_bound_resources(limits), *network)
    _end_with_parent()


def _end_with_parent() -> None:
    """Lets this worker look now and then, while it works, whether whoever started it is still there.

    Nobody waits for what it reads once that one was killed. A thread that waits for it would take the address space of
    a small document, and none can be started where there is little.
    """
    parent = multiprocessing.parent_process()
    if parent is not None and hasattr(signal, "setitimer"):
        signal.signal(signal.SIGVTALRM, lambda *_: None if parent.is_alive() else os._exit(1))
        signal.setitimer(signal.ITIMER_VIRTUAL, _ALONE_SECONDS, _ALONE_SECONDS)


def _bound_resources(limits: WorkerLimits) -> Iterator[str]:
    """Gives what could not be bounded."""
    try:
        import resource
    except ImportError:  # Windows; the time limit still holds there
        yield from () if has_bounded_memory(limits.memory) else ("memory",)
        yield from ("open files", "written bytes")
        return
    for what, name, bound, most in (
        ("memory", "RLIMIT_AS", limits.memory, max(limits.memory, limits.pictures.memory)),
        ("open files", "RLIMIT_NOFILE", limits.open_files, limits.open_files),
        ("written bytes", "RLIMIT_FSIZE", limits.written_bytes, limits.written_bytes),
        ("", "RLIMIT_CORE", 0, 0),
    ):
        kind = getattr(resource, name)
        lent = min((limit for limit in resource.getrlimit(kind) if limit != resource.RLIM_INFINITY), default=most)
        try:
            resource.setrlimit(kind, (min(bound, lent), min(most, lent)))
        except (OSError, ValueError):
            if what:
                yield what
            continue
        # macOS takes this bound and does not keep it.
        if name == "RLIMIT_AS" and sys.platform == "darwin":
            yield what


def _leave_network() -> bool:
    """Moves to a network namespace without interfaces, where the system lets us: this binds native code as well."""
    if sys.platform != "linux":
        return False
    import ctypes

    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    # Root keeps its rights over files only outside of a user namespace; others need one.
    flags = _CLONE_NEWNET if os.geteuid() == 0 else _CLONE_NEWUSER | _CLONE_NEWNET
    return unshare is not None and unshare(flags) == 0


def _refuse(event: str, _: tuple[Any, ...]) -> None:
    """Keeps Python code from the network and from starting programs; native code is held by the namespace alone."""
    if event in _REFUSED:
        raise PermissionError("a worker opens no connection and starts no program")


def within(seconds: float, wall_seconds: float, memory: int, call: Callable[..., Any], *arguments: Any) -> Any:
    """The call's result, or a Failure where it raises; a call that takes more processor time ends the worker.

    `memory` is the bound for this call, in bytes of address space. A worker that ran out of it ends too: what is left
    of its address space would fail the next file.
    """
    try:
        with _processor_time(seconds), _alarm(wall_seconds + _GRACE_SECONDS), _room(memory):
            return call(*arguments)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception as error:
        # As a value: an exception of somebody's own making may not survive its way to another process.
        return of_error(error, lent_to_write())


@contextmanager
def _room(memory: int) -> Iterator[None]:
    """Moves the bound on memory for one call, as far as the worker's own lets it be moved."""
    if memory == _bounds.memory or "memory" in _unbounded:
        yield
        return
    _move_bound(memory)
    try:
        yield
    finally:
        _move_bound(_bounds.memory)


def _move_bound(memory: int) -> None:
    try:
        import resource
    except ImportError:
        has_bounded_memory(memory)
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (memory if most == resource.RLIM_INFINITY else min(memory, most), most))


@contextmanager
def _processor_time(seconds: float) -> Iterator[None]:
    """The system ends this process where the block takes more of the processor, in native code as well."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        return
    done = threading.Event()
    threading.Thread(target=_watch, args=(time.process_time() + seconds, done), daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _watch(end: float, done: threading.Event) -> None:
    """Where the system has no such timer: native code that keeps Python's lock is ended by the clock only."""
    while not done.wait(_LOOK_SECONDS):
        if time.process_time() > end:
            os._exit(OVER_TIME)


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """The system ends a worker that outlives its time by the clock and whoever watched it."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
