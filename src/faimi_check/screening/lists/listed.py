"""What one entry of a list says, whatever wrote it."""

from __future__ import annotations

import re

import msgspec

from faimi_check.model.submission import KnownAuthor


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """What one row says: to which submission it belongs (empty: to none), its title, authors, and if it is gone.

    What is a `draft` need have no file; one that is there was handed in all the same. `unread` are the columns
    that hold an address and are not known.
    """

    paper: str = ""
    title: str = ""
    authors: tuple[KnownAuthor, ...] = ()
    withdrawn: bool = False
    draft: bool = False
    unread: tuple[str, ...] = ()


def is_withdrawn(status: str) -> bool:
    """Whether a status, or the name of a venue, says that the submission is there no more."""
    return re.search(r"withdrawn|deleted", status, re.IGNORECASE) is not None


def is_draft(status: str) -> bool:
    """Whether a status says that the submission has not been handed in, so that there need be no file."""
    return re.search(r"\bdraft\b", status, re.IGNORECASE) is not None
