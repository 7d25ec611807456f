"""The server that workers come from, which has loaded the libraries once for all.

It is one of our own: that of multiprocessing is the caller's, with what the caller has it load.
"""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from multiprocessing import forkserver, popen_forkserver, reduction, spawn, util
from multiprocessing.context import set_spawning_popen
from typing import Any

_server = forkserver.ForkServer()


def begin(preloaded: Sequence[str]) -> None:
    """Starts the server where it does not run yet; it loads these modules first."""
    _server.set_forkserver_preload(list(preloaded))
    _server.ensure_running()


class Served(popen_forkserver.Popen):
    """A process that the server forks."""

    def _launch(self, process: Any) -> None:
        """As multiprocessing does it, but for whose server it is."""
        told = io.BytesIO()
        set_spawning_popen(self)
        try:
            reduction.dump(spawn.get_preparation_data(process._name), told)
            reduction.dump(process, told)
        finally:
            set_spawning_popen(None)
        self.sentinel, write = _server.connect_to_new_process(self._fds)  # type: ignore[attr-defined]
        # The child knows by it when this process has ended.
        kept = os.dup(write)
        self.finalizer = util.Finalize(self, util.close_fds, (kept, self.sentinel))  # type: ignore[attr-defined]
        with open(write, "wb", closefd=True) as file:  # noqa: PTH123 - a descriptor, no path
            file.write(told.getbuffer())
        self.pid = forkserver.read_signed(self.sentinel)
