"""The TOML in which a configuration stands, ours alone or shared with other tools."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import tomli

SHARED_NAME = "pyproject.toml"
_MAX_BYTES = 1_000_000
_MOST_LOOKED_THROUGH = 20_000_000
# The header of our table in a file that cannot be parsed, or what was to be one.
_OUR_HEADER = re.compile(
    rb"""^(?:\xef\xbb\xbf)?[ \t]*+\[*+[ \t]*+["']?tool["']?[ \t]*\.[ \t]*["']?faimi-check(?![\w-])""", re.MULTILINE
)


def table_of(path: Path) -> dict[str, Any] | None:
    """What is ours in the file, None where nothing is: a pyproject.toml is others' too, and may be as they like."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_LOOKED_THROUGH)
    except OSError as error:
        raise click.UsageError(f"{path}: cannot be read: {error}") from error
    try:
        table = _parsed(content)
    except ValueError as error:
        if path.name == SHARED_NAME and not _OUR_HEADER.search(content):
            return None
        raise click.UsageError(f"{path}: {error}") from error
    if path.name != SHARED_NAME:
        return table
    tools = table.get("tool")
    section = tools.get("faimi-check") if isinstance(tools, dict) else None
    return section if isinstance(section, dict) else None


def _parsed(content: bytes) -> dict[str, Any]:
    """The file's table. Raises ValueError that says what is wrong, also with a number of thousands of digits."""
    if len(content) > _MAX_BYTES:
        raise ValueError("too large for a configuration file")
    try:
        return tomli.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"cannot be read: {error}") from error
