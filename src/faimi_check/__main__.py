"""`python -m faimi_check`: the command line where no console script is on the path."""

from __future__ import annotations

from faimi_check.cli import run

if __name__ == "__main__":
    run()
