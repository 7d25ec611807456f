"""What ends this program from outside: noted, and heard where nothing is left half done.

An exception out of a signal's handler comes between any two steps. What it hits may be the callback of an import, where
Python drops it; the taking of a lock, which a thread then waits for without end; a folder that is made and not yet
remembered.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Any, TypeVar

# Every command loads this module first, and what comes before it is loaded ends the interpreter in its own way.
if TYPE_CHECKING:
    from concurrent.futures import Future
    from queue import SimpleQueue

Item = TypeVar("Item")

_ENDING = frozenset(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_USUAL = (signal.SIG_DFL, signal.default_int_handler)
_ALARM = frozenset({signal.SIGALRM} if hasattr(signal, "setitimer") else ())

# A shell, `timeout` or a supervisor passes on to the program what its whole group has got already.
_ONE_PRESS_SECONDS = 2.0
# How long what was noted may wait for whoever waits. On Windows nothing wakes it.
_LOOK_SECONDS = 0.1
# And for whoever hangs: on a pipe that nobody writes into, in place of a list.
_PATIENCE_SECONDS = 5.0
_AGAIN_SECONDS = 0.05


class _Press:
    """A handler for all of them; what comes twice at once counts once.

    It ends what is under way. While `patient` it leaves that to `look`, except where somebody asks for it again. With
    the `alarm` of the process, which may be a caller's, what was noted or dropped comes again by itself.
    """

    def __init__(self, *, alarm: bool) -> None:
        self.patient = False
        self.noted = False
        self.waits = _PATIENCE_SECONDS
        self._alarm = alarm and bool(_ALARM)
        self._last = float("-inf")
        self._process = os.getpid()

    def __call__(self, number: int, frame: FrameType | None) -> None:
        if os.getpid() != self._process:
            # A worker that was forked just now: what it is ended with is no exception to tell of.
            os._exit(128 + number)
        now, last = time.monotonic(), self._last
        if now - last < _ONE_PRESS_SECONDS:
            return
        self._last = now
        if self.patient and last == float("-inf"):
            self.note(self.waits)
        else:
            self.noted = False
            raise KeyboardInterrupt

    def note(self, seconds: float) -> None:
        """To be heard by whoever looks, or in so many seconds; 0 is never. An alarm takes no lock, as a thread does."""
        self.noted = True
        if self._alarm:
            signal.setitimer(signal.ITIMER_REAL, seconds)

    def look(self, *_: object) -> None:
        """Ends it if that was noted. Handles the alarm, too."""
        if self.noted:
            self.noted = False
            raise KeyboardInterrupt


_press: _Press | None = None


def hear_once() -> None:
    """From here to its end this process ends on any of them, and on what comes twice at once only once.

    For a process of one's own: a caller's handler is left as it is, and with `nohup` a run outlives its session.
    """
    global _press
    if _press is not None:
        return
    _press = _Press(alarm=True)
    _take(_press)
    for number in _ALARM:
        signal.signal(number, _press.look)
    usual = sys.unraisablehook

    def tell(dropped: sys.UnraisableHookArgs) -> None:
        if _press is not None and issubclass(dropped.exc_type, KeyboardInterrupt):
            _press.note(_AGAIN_SECONDS)
        else:
            usual(dropped)

    sys.unraisablehook = tell


def _take(press: _Press) -> dict[int, Any]:
    """Has it handle what nobody handles yet; gives what was there before."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    free = {number: handler for number in _ENDING if (handler := signal.getsignal(number)) in _USUAL}
    for number in free:
        signal.signal(number, press)
    return free


@contextmanager
def patiently() -> Iterator[None]:
    """Inside, a session's end or a batch system's time limit counts as Ctrl-C, and all are heard by `look` only.

    So a run leaves no worker and no half report. In a process of one's own that holds to its end.
    """
    global _press
    own = _press is not None
    press = _press = _press or _Press(alarm=False)
    before = {} if own else _take(press)
    press.patient = True
    try:
        yield
    finally:
        if not own:
            for number, handler in before.items():
                signal.signal(number, handler)
            _press = None


def look() -> None:
    """Raises KeyboardInterrupt for what was noted: to be called where what is under way can end."""
    if _press is not None and threading.current_thread() is threading.main_thread():
        _press.look()


def come_to_an_end() -> None:
    """From here on nobody looks, and all is done soon: only who asks again cuts that off."""
    if _press is not None:
        _press.waits = 0.0
        if _press.noted:
            _press.note(0.0)


def next_of(queue: SimpleQueue[Item]) -> Item:
    """Waits for the queue, and looks meanwhile."""
    from queue import Empty

    while True:
        look()
        with suppress(Empty):
            return queue.get(timeout=_LOOK_SECONDS)


def result_of(future: Future[Item]) -> Item:
    """Waits for the result, and looks meanwhile."""
    while not future.done():
        look()
        with suppress(TimeoutError):
            future.exception(timeout=_LOOK_SECONDS)
    return future.result()


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
    before = {number: signal.getsignal(number) for number in _ENDING | _ALARM}
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
