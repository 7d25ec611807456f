"""Results of workers as files in a private folder that the parent made.

So what a worker had finished is not lost when it hangs or dies in the next part, and the parent never decodes what came
out of a hostile file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from faimi_check.writing.whole import write_whole_bytes


def store(folder: Path, name: str, value: object) -> None:
    """Written whole, so that a worker that is killed leaves no half a file."""
    write_whole_bytes(folder / name, msgspec.msgpack.encode(value))


def link(folder: Path, name: str, other: str) -> bool:
    """Gives what is stored under a name another one, too; False where the file system cannot."""
    try:
        (folder / other).hardlink_to(folder / name)
    except OSError:
        return False
    return True


def load(folder: Path, kind: type[Any], names: list[str]) -> Any:
    """The last of the named results that is there, or None."""
    for name in reversed(names):
        path = folder / name
        if path.exists():
            return msgspec.msgpack.Decoder(kind).decode(path.read_bytes())
    return None
