"""Modules as forked processes find them: what they share, and what is half loaded and they could never load."""

from __future__ import annotations

import importlib
import sys
import time

# A module takes milliseconds to load. Longer only what calls us while it is loaded itself: that is no other thread's.
_LONGEST_SECONDS = 1.0
_LOOK_SECONDS = 0.001
# What each worker loads, whatever it reads: native libraries, which cost a hundredth of a check each time.
_SHARED = ("ctypes", "hashlib")


def load_shared() -> None:
    """Loads once what every forked worker would load for itself."""
    for name in _SHARED:
        importlib.import_module(name)


def await_imports() -> None:
    """Waits until no module is half loaded, though not for ever.

    Whoever loads a module holds its lock. A forked process inherits the lock without the thread that would let go of
    it, and hangs where it asks for the module.
    """
    until = time.monotonic() + _LONGEST_SECONDS
    while _is_loading() and time.monotonic() < until:
        time.sleep(_LOOK_SECONDS)


def _is_loading() -> bool:
    specs = [getattr(module, "__spec__", None) for module in list(sys.modules.values())]
    return any(getattr(spec, "_initializing", False) for spec in specs)
