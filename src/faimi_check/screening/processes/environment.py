"""What the environment must give for workers, and how its lack is told."""

from __future__ import annotations

import errno
import os
import sys

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
# What is read of an ordinary paper takes less; a file that takes more is left open, and not to blame.
_LEAST_WRITTEN = 1_000_000
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
    why = error.strerror or str(error)
    return LackingError(f"no worker can be started{why and f' ({why})'}")


def told_by(error: Exception) -> str | None:
    """What the environment lacks, where the exception comes from that."""
    if isinstance(error, RuntimeError) and "start new thread" in str(error):
        return "this session lets a program start too few threads or have too little memory (ulimit -u, ulimit -v)"
    return str(error) if isinstance(error, LackingError) else None


def processors() -> int:
    """How many of them this session lets a program use: a batch system lends a few of a machine's."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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
    lent = lent_bytes(_LEAST_WRITTEN)
    if lent < _LEAST_WRITTEN:
        raise LackingError(
            f"this session lets a program write files of {lent / 1e6:.2g} MB only (ulimit -f); workers need "
            f"{_LEAST_WRITTEN / 1e6:g} MB at least"
        )


def lent_memory(wanted: int) -> int:
    """Bytes of address space that this session lets a program have, of those wanted."""
    return _lent("RLIMIT_AS", wanted)


def lent_bytes(wanted: int) -> int:
    """Bytes of a file that this session lets a program write, of those wanted."""
    return _lent("RLIMIT_FSIZE", wanted)


def _lent(limit: str, wanted: int) -> int:
    """How much of what is wanted a limit of this session leaves; all, where the system has no such limits."""
    try:
        import resource
    except ImportError:  # pragma: no cover - Windows
        return wanted
    soft, _ = resource.getrlimit(getattr(resource, limit))
    return wanted if soft == resource.RLIM_INFINITY else min(wanted, soft)
