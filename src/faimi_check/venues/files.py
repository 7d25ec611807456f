"""Where profiles stand, and what they extend: from a venue's id or a file to one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import tomli

from faimi_check.model.text.spelling import nearest

TOP_LEVEL = (
    *("id", "title", "extends", "source", "read", "verified"),
    *("second_hand", "stage", "blind", "anonymous_supplement", "template"),
    *("clauses", "rules"),
)
_FOLDER = Path(__file__).parent
_MAX_BYTES = 1_000_000
_MAX_DEPTH = 8

Table = dict[str, Any]


class ProfileError(Exception):
    """A profile that cannot be used; the message names file, key and what would be valid."""


def shipped() -> tuple[str, ...]:
    """The ids of the profiles that come with the package, in alphabetical order."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def text_of(venue: str) -> str:
    """The TOML of a shipped profile, its id in any case, or of a file whose path ends in .toml.

    Raises ProfileError where there is none.
    """
    if venue.lower().endswith(".toml"):
        path = Path(venue)
        try:
            if not path.is_file() or path.stat().st_size > _MAX_BYTES:
                raise ProfileError(f"{venue}: no such file, or not a profile")
            return path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise ProfileError(f"{venue}: cannot be read: {error}") from error
    named = venue.strip().lower()
    if named not in shipped():
        hint = nearest(venue, shipped())
        raise ProfileError(f'unknown venue "{venue}"{hint} (known: {", ".join(shipped())}; or give a .toml file)')
    return (_FOLDER / f"{named}.toml").read_text(encoding="utf-8")


def own_table(venue: str) -> Table:
    """What the venue's own file says, without what it extends. Raises ProfileError."""
    try:
        table = tomli.loads(text_of(venue))
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise ProfileError(f"{venue}: not valid TOML: {error}") from error
    refuse_unknown(venue, "", table, TOP_LEVEL)
    return table


def resolve(venue: str, spread: Callable[[str, Table], Table], seen: tuple[str, ...] = ()) -> Table:
    """The venue's table with those it extends merged in, key by key, each written out by `spread` before.

    Raises ProfileError.
    """
    if venue in seen or len(seen) >= _MAX_DEPTH:
        raise ProfileError(f"{venue}: extends itself ({' -> '.join((*seen, venue))})")
    table = spread(venue, own_table(venue))
    _own_clauses(table)
    base = table.pop("extends", None)
    if base is None:
        return table
    if not isinstance(base, str):
        raise ProfileError(f"{venue}: extends: expected the id of a venue")
    return _merge(resolve(base, spread, (*seen, venue)), table)


def _own_clauses(table: Table) -> None:
    """A clause that is quoted here comes from here, whatever the profile that is extended says of it."""
    clauses = table.get("clauses", {})
    for clause in clauses.values() if isinstance(clauses, dict) else ():
        if isinstance(clause, dict) and "quote" in clause:
            clause.setdefault("source", table.get("source"))
            clause.setdefault("verbatim", True)


def _merge(base: Table, over: Table) -> Table:
    """`over` wins; tables are merged key by key."""
    merged = dict(base)
    for key, value in over.items():
        known = merged.get(key)
        merged[key] = _merge(known, value) if isinstance(known, dict) and isinstance(value, dict) else value
    return merged


def refuse_unknown(venue: str, where: str, table: Table, valid: Iterable[str]) -> None:
    """Raises ProfileError for the first key that is not valid, with the nearest that is."""
    valid = list(valid)
    for key in table:
        if key not in valid:
            name = f"{where}.{key}" if where else key
            raise ProfileError(f"{venue}: {name}: unknown key{nearest(key, valid)}")
