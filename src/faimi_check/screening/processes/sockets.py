"""A folder for the sockets of multiprocessing whose path is short enough."""

from __future__ import annotations

import multiprocessing.util
import os
import tempfile
import threading
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from faimi_check.writing.private_folder import PREFIX, private_folder

# A socket's path ends at 108 bytes on Linux, at 104 elsewhere: what multiprocessing puts below the folder, and its end.
_LONGEST_SOCKET_PATH = 100
_BELOW = len(f"/{PREFIX}12345678/pymp-12345678/listener-12345678")
_SHORT_PLACES = ("/tmp", "/var/tmp", "/dev/shm")  # noqa: S108 - the folder made there is private

_guard = threading.Lock()
_home: AbstractContextManager[Path] | None = None
_has_folder: bool | None = None


def has_socket_folder() -> bool:
    """Gives multiprocessing a folder for its sockets whose path is short enough; False where there is none.

    It is asked for once in each process, and would be left behind if the process ends at once.
    """
    global _home, _has_folder
    with _guard:
        if _has_folder is None:
            place = next(filter(_is_short_enough, (tempfile.gettempdir(), *_SHORT_PLACES)), None)
            _has_folder = place is not None
            if place is not None and "tempdir" not in _config():
                _home = private_folder(Path(place))
                # After multiprocessing has closed what it keeps in there.
                multiprocessing.util.Finalize(None, tidy, exitpriority=-200)
                _config()["tempdir"] = tempfile.mkdtemp(prefix="pymp-", dir=_home.__enter__())
        return _has_folder


def _config() -> dict[str, Any]:
    """What multiprocessing knows its folder by; left to itself, it makes one where all threads' temporary files go."""
    config: dict[str, Any] = multiprocessing.current_process()._config  # type: ignore[attr-defined]
    return config


def _is_short_enough(place: str) -> bool:
    return len(os.fsencode(place)) + _BELOW <= _LONGEST_SOCKET_PATH and os.access(place, os.W_OK | os.X_OK)


def tidy() -> None:
    """Takes the folder for sockets away; to be called when this process starts no worker any more."""
    global _home
    if _home is not None:
        home, _home = _home, None
        home.__exit__(None, None, None)
