"""Loads, extends and validates profiles. What is wrong is named with file, key and the nearest valid word."""

from __future__ import annotations

from faimi_check.venues.building import build
from faimi_check.venues.families import spread
from faimi_check.venues.files import ProfileError, resolve, shipped
from faimi_check.venues.profile import Profile

__all__ = ["ProfileError", "load", "shipped", "whole"]


def load(venue: str) -> Profile:
    """Loads a shipped profile by id, or one from a path that ends in .toml.

    Raises ProfileError for an unknown venue and for anything in the file that is not understood.
    """
    return build(resolve(venue, spread), venue)


def whole(venue: str) -> str:
    """The profile as one TOML file: with what it extends, each family of rules written out. Raises as `load` does."""
    import tomli_w

    table = resolve(venue, spread)
    build(table, venue)
    return tomli_w.dumps(dict(sorted(table.items(), key=lambda item: isinstance(item[1], dict))))
