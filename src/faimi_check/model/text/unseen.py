"""How a text tells of what it also says in characters that nobody sees."""

from __future__ import annotations

# Stands before what such characters spell, or which they are, at the end of a text.
IN_UNSEEN = "[in characters that nobody sees: "


def parted(text: str) -> tuple[str, str]:
    """What a text says to be seen, and what it says in characters that nobody sees, "" for nothing."""
    seen, _, unseen = text.partition(IN_UNSEEN)
    return seen.rstrip(), unseen.removesuffix("]")
