"""Why a worker did not come back, and whose fault that is: the file's, the machine's or ours."""

from __future__ import annotations

import errno
import signal
from enum import StrEnum

import msgspec

from faimi_check.model.problem import ProblemKind

# What a worker exits with; the numbers are used by nobody else in it.
OUT_OF_MEMORY = 77
OVER_TIME = 78
_LACKS = frozenset({errno.ENOSPC, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN, errno.EROFS, errno.EDQUOT})
_PARSER_SIGNALS = ("SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP")
# The same on Windows: access violation, illegal instruction, division by zero, stack and heap, abort (old and new).
_WINDOWS_CRASHES = frozenset(
    {0xC0000005, 0xC000001D, 0xC0000094, 0xC0000095, 0xC00000FD, 0xC0000374, 0xC0000409, 0x80000003, 3}
)


class Cause(StrEnum):
    """Who is to blame. A crash is the file's fault only if it comes again when the file is tried alone."""

    FILE = "file"
    CRASH = "crash"
    MACHINE = "machine"
    BUG = "bug"


_KINDS = {
    Cause.FILE: ProblemKind.LIMIT,
    Cause.CRASH: ProblemKind.LIMIT,
    Cause.MACHINE: ProblemKind.MACHINE,
    Cause.BUG: ProblemKind.BUG,
}


class Failure(msgspec.Struct, frozen=True):
    """Why a worker did not come back, in words that follow "Not checked: "."""

    why: str
    cause: Cause

    @property
    def kind(self) -> ProblemKind:
        """The kind of problem that it is for the submission."""
        return _KINDS[self.cause]

    def come_again(self) -> Failure:
        """What it tells of a file that was tried alone, as is done only when it was tried before."""
        return msgspec.structs.replace(self, cause=Cause.FILE) if self.cause is Cause.CRASH else self


def over_time(seconds: float) -> Failure:
    """The file took more of the processor than it may; that does not depend on what else the machine does."""
    return Failure(f"over the limit of {seconds:.3g} s of processor time", Cause.FILE)


def no_answer(seconds: float) -> Failure:
    """The worker did not get so much of the processor as it may take, and was not done all the same."""
    return Failure(f"the machine was too busy (no answer in {seconds:.3g} s)", Cause.MACHINE)


def not_started() -> Failure:
    """No worker took the task."""
    return Failure("the machine was too busy to start a worker, or lets nobody start one", Cause.MACHINE)


def of_error(error: Exception, lent: int | None = None) -> Failure:
    """An exception that reading let through: it takes whatever a file does, so this is not the file's fault.

    `lent` are the bytes of a file that the session lets a worker write, where these are fewer than our own bound.
    """
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EFBIG and lent is not None:
        return Failure(f"this session lets a program write files of {lent / 1e6:.2g} MB only", Cause.MACHINE)
    if number == errno.EFBIG:
        return Failure("over the limit of what may be written", Cause.FILE)
    if number in _LACKS:
        return Failure(f"the machine lacks something ({error.strerror})", Cause.MACHINE)  # type: ignore[attr-defined]
    said = " ".join(str(error).split())[:200]
    detail = type(error).__name__ + (f": {said}" if said else "")
    return Failure(f"a bug of faimi-check, not of the file ({detail})", Cause.BUG)


def of_exit(code: int, seconds: float, memory: int, lent: int) -> Failure:
    """A worker that ended before it answered: `memory` is the bound on it, `lent` what the system lets it have."""
    if code in (OVER_TIME, -_number("SIGPROF")):
        return over_time(seconds)
    if code == OUT_OF_MEMORY:
        return _out_of_memory(memory, lent)
    if -code in map(_number, _PARSER_SIGNALS) or code & 0xFFFFFFFF in _WINDOWS_CRASHES:
        if lent < memory:
            return _out_of_memory(memory, lent)
        return Failure("the worker ended (a crash of a parser, or over the limit of memory)", Cause.CRASH)
    if code == -_number("SIGALRM"):
        return Failure("the machine was too busy (no answer in time)", Cause.MACHINE)
    return Failure("the system ended the worker (out of memory, perhaps)", Cause.MACHINE)


def _out_of_memory(memory: int, lent: int) -> Failure:
    if lent < memory:
        return Failure(f"this session lets a program have {lent / 1e9:.2g} GB of memory only", Cause.MACHINE)
    return Failure(f"over the limit of {memory / 1e9:g} GB of memory", Cause.FILE)


def _number(name: str) -> int:
    """The signal's number, and one that no code has where the system does not know it."""
    return int(getattr(signal, name, 1 << 16))
