"""What a misspelt word may have been, and what is wrong with a value, in words for people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, get_args, get_origin

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
    """A hint for a misspelt word, whatever its case: `; did you mean "x"?`, or nothing."""
    from difflib import get_close_matches

    spelt = {each.casefold(): each for each in valid}
    close = get_close_matches(word.casefold(), spelt, n=1, cutoff=0.5)
    return f'; did you mean "{spelt[close[0]]}"?' if close else ""


def in_words(error: msgspec.ValidationError, kind: type[msgspec.Struct] | None = None) -> str:
    """msgspec's message as `key: expected text, got a whole number`; of the `kind` of struct, valid words are named."""
    message, _, place = str(error).partition(" - at `$")
    kinds = re.fullmatch(r"Expected `([^`]+)`, got `([^`]+)`", message)
    if kinds:
        wanted_kinds = [kind for kind in kinds[1].split(" | ") if kind != "null"]
        wanted = " or ".join(_KINDS.get(kind, kind) for kind in wanted_kinds if (kind, "float" in wanted_kinds) != _ANY)
        message = f"expected {wanted}, got {_KINDS.get(kinds[2], kinds[2])}"
    key = place.strip(".`")
    unknown = re.fullmatch(r"Invalid enum value '(.*)'", message, re.DOTALL)
    if unknown:
        valid = _words_of(kind, re.split(r"[.\[]", key)[0]) if kind else []
        listed = f" is not one of {', '.join(valid)}{nearest(unknown[1], valid)}" if valid else ""
        message = f"{unknown[1]!r}{listed}" if listed else f"unknown word {unknown[1]!r}"
    return f"{key}: {message}" if key else message


def _words_of(kind: type[msgspec.Struct], field: str) -> list[str]:
    """The words that a field of the struct takes, also those of the items of a list."""
    found: list[str] = []
    kinds = [one.type for one in msgspec.structs.fields(kind) if one.encode_name == field]
    while kinds:
        inner = kinds.pop()
        if get_origin(inner) is Literal:
            found += [word for word in get_args(inner) if isinstance(word, str)]
        else:
            kinds += [one for one in get_args(inner) if one is not Ellipsis]
    return found
