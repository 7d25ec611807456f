"""The word lists, as TOML: each is named after the module or the family that reads it (see README.md here). Uses no
other room.

Reading TOML took a twentieth of a check, so all tables are packed into one file as well (training/packed_tables.py).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

# importlib.resources would load what reads zips and makes temporary files.
_FOLDER = Path(__file__).parent
PACKED = _FOLDER / "packed.msgpack"

# By name: how many bytes a table had when it was packed, and what it holds.
Packed = dict[str, tuple[int, msgspec.Raw]]
# Built before any thread can be the first to use them.
_TABLES, _TABLE = msgspec.msgpack.Decoder(Packed), msgspec.msgpack.Decoder(dict[str, Any])


@cache
def table(name: str) -> dict[str, Any]:
    """The table `name`.toml."""
    path = _FOLDER / f"{name}.toml"
    size, packed = _packed().get(name, (None, msgspec.Raw()))
    if size == path.stat().st_size:
        return _TABLE.decode(packed)
    # It was changed, and is not packed anew yet.
    from tomli import loads

    return loads(path.read_text(encoding="utf-8"))


@cache
def _packed() -> Packed:
    return _TABLES.decode(PACKED.read_bytes())


@cache
def words(name: str) -> frozenset[str]:
    """The list `name`.txt, a word a line."""
    return frozenset((_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split())


def any_of(name: str, key: str) -> str:
    """A pattern that matches any of the fragments listed under `key` of a table."""
    return f"(?:{'|'.join(table(name)[key])})"
