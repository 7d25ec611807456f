"""The word lists, as TOML: each is named after the module or the family that reads it (see README.md here). Uses no
other room.

Reading TOML took a twentieth of a check, so all tables are packed into one file as well (training/packed_tables.py).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from functools import cache, reduce
from operator import getitem
from pathlib import Path
from typing import Any

import msgspec

# importlib.resources would load what reads zips and makes temporary files.
_FOLDER = Path(__file__).parent
PACKED = _FOLDER / "packed.msgpack"

# Whether these are the sources, which are edited: an installed table changes with its packing.
_EDITED = (_FOLDER.parents[3] / "training").is_dir()

# By name: how many bytes a table had when it was packed, their checksum, and what it holds.
Packed = dict[str, tuple[int, int, msgspec.Raw]]
# Built before any thread can be the first to use them.
_TABLES, _TABLE = msgspec.msgpack.Decoder(Packed), msgspec.msgpack.Decoder(dict[str, Any])


@cache
def table(name: str) -> dict[str, Any]:
    """The table `name`.toml."""
    path = _FOLDER / f"{name}.toml"
    size, checksum, packed = _packed().get(name, (None, None, msgspec.Raw()))
    if size == path.stat().st_size and (not _EDITED or checksum == zlib.crc32(path.read_bytes())):
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


@cache
def listed(name: str, *keys: str) -> frozenset[str]:
    """The words under a key of a table, or under one key below another: a list, or words with spaces between."""
    found = _under(name, keys)
    return frozenset(found.split() if isinstance(found, str) else found)


def any_of(name: str, *keys: str) -> str:
    """A pattern that matches any of the fragments listed there."""
    return f"(?:{'|'.join(_under(name, keys))})"


def any_word(name: str, *keys: str) -> str:
    """A pattern that matches any of the words listed there, to the letter."""
    return f"(?:{'|'.join(map(re.escape, _under(name, keys)))})"


def _under(name: str, keys: Iterable[str]) -> Any:
    return reduce(getitem, keys, table(name))
