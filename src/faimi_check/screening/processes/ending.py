"""The end of this process: no worker outlives it, and nothing that was shared with workers is left in the system."""

from __future__ import annotations

import sys

from faimi_check.screening.processes.interrupts import unheard

_SECONDS = 2.0


def leave_nothing() -> None:
    """To be called right before a process ends at once. By then its workers have ended, unless that was cut short."""
    unheard()
    if "multiprocessing" not in sys.modules:
        return
    import multiprocessing

    left = multiprocessing.active_children()
    for child in left:
        child.kill()
    for child in left:
        child.join(_SECONDS)
    if util := sys.modules.get("multiprocessing.util"):
        # What has a finalizer of this priority is removed at once: names of locks, of which another process would tell
        # the user afterwards that they were left.
        util._run_finalizers(0)
    if sockets := sys.modules.get("faimi_check.screening.processes.sockets"):
        sockets.tidy()
