"""The console script, and `python -m faimi_check` where none is on the path."""

from __future__ import annotations

import os
from typing import NoReturn

from faimi_check.screening.processes.interrupts import hear_once


def run() -> NoReturn:
    """The command line; what ends it while it is still being loaded is told in one line, too."""
    hear_once()
    try:
        from faimi_check.cli import run as begin
    except KeyboardInterrupt:
        os.write(2, b"faimi-check: stopped\n")
        os._exit(2)
    begin()


if __name__ == "__main__":
    run()
