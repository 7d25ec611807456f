"""What a misspelt word may have been, and what is wrong with a value, in words for people."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

import msgspec

_KINDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
}
# Where any number will do, a whole one need not be named.
_ANY = ("int", True)


def nearest(word: str, valid: Iterable[str]) -> str:
    """A hint for a misspelt word: `; did you mean "x"?`, or nothing."""
    close = difflib.get_close_matches(word, list(valid), n=1, cutoff=0.5)
    return f'; did you mean "{close[0]}"?' if close else ""


def in_words(error: msgspec.ValidationError) -> str:
    """msgspec's message as `key: expected text, got a whole number`."""
    message, _, place = str(error).partition(" - at `$")
    kinds = re.fullmatch(r"Expected `([^`]+)`, got `([^`]+)`", message)
    if kinds:
        wanted_kinds = [kind for kind in kinds[1].split(" | ") if kind != "null"]
        wanted = " or ".join(_KINDS.get(kind, kind) for kind in wanted_kinds if (kind, "float" in wanted_kinds) != _ANY)
        message = f"expected {wanted}, got {_KINDS.get(kinds[2], kinds[2])}"
    message = message.replace("Invalid enum value", "unknown word")
    key = place.strip(".`")
    return f"{key}: {message}" if key else message
