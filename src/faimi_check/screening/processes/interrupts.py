"""What ends this program from outside, held back while a worker starts."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_ENDING = frozenset(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def held(*, with_tracker: bool) -> Iterator[None]:
    """Lets Ctrl-C and the end of a session come through after the block, and keeps both from what starts inside it.

    In the middle of a start they would leave a process that asks for locks which are gone, and says so; in the middle
    of a fork Python prints them and loses them. `with_tracker`: multiprocessing's tracker of resources is needed.
    """
    with _handled_afterwards(), _blocked(with_tracker):
        yield


@contextmanager
def _handled_afterwards() -> Iterator[None]:
    """Python handles signals in its main thread, whichever thread they come to."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = {number: signal.getsignal(number) for number in _ENDING}
    # What is ignored stays so in the processes that are started; what is not Python's own could not be put back.
    changed = {number: handler for number, handler in before.items() if handler not in (signal.SIG_IGN, None)}
    for number in changed:
        signal.signal(number, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for number, handler in changed.items():
            signal.signal(number, handler)
        for number in came:
            signal.raise_signal(number)


@contextmanager
def _blocked(with_tracker: bool) -> Iterator[None]:
    """Threads and processes that start inside inherit this. SIGTERM is what the pool ends its workers with."""
    if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover - Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING - {signal.SIGTERM})
    try:
        if with_tracker:
            from multiprocessing.resource_tracker import ensure_running

            # It lets through what it has blocked itself when its process runs, whatever was blocked before.
            ensure_running()
            signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING - {signal.SIGTERM})
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
