"""What ends this program from outside: heard once, and held back while a worker starts."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = frozenset(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))

# A shell, `timeout` or a supervisor passes on to the program what its whole group has got already.
_ONE_PRESS_SECONDS = 2.0


class _Press:
    """A handler that ends what is under way, once for what comes at once; `heard`: something has come."""

    def __init__(self) -> None:
        self._last = float("-inf")

    @property
    def heard(self) -> bool:
        return self._last > float("-inf")

    def __call__(self, number: int, frame: FrameType | None) -> None:
        now = time.monotonic()
        if now - self._last >= _ONE_PRESS_SECONDS:
            self._last = now
            raise KeyboardInterrupt


def hear_once() -> None:
    """From here on a Ctrl-C that comes twice at once ends neither the ending of the workers nor what is said of it.

    A later one does. For a process of one's own: a caller's handler is left as it is.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _Press())


@contextmanager
def as_interrupts() -> Iterator[None]:
    """A session that ends, or a batch system's time limit, counts as Ctrl-C: it leaves no worker and no half report.

    What is ignored stays ignored: with `nohup` a run outlives its session.
    """
    usual = signal.getsignal(signal.SIGINT)
    press = usual if isinstance(usual, _Press) else _Press()
    wanted = [number for number in _ENDING - {signal.SIGINT} if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, press) for number in wanted}
    try:
        yield
    finally:
        # What has ended the run may come once more, and would end its last words.
        if not press.heard:
            for number, earlier in before.items():
                signal.signal(number, earlier)


def unheard() -> None:
    """From here to the end of the process nothing interrupts it: what is left to do takes no time."""
    for number in _ENDING:
        signal.signal(number, signal.SIG_IGN)


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
