"""What hostile input may take of the processor."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable


class EndlessError(BaseException):
    """Not an Exception, so that no reader that survives whatever happens takes it for its own."""


def processor_seconds(act: Callable[[], object], limit: float) -> float:
    """What it takes of the processor, which does not depend on who else is at work.

    Raises EndlessError if that is more than the limit: what is linear takes a small part of it.
    """

    def end(*_: object) -> None:
        raise EndlessError(f"more than {limit} s of the processor")

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, limit)
    began = time.process_time()
    try:
        act()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return time.process_time() - began
