"""What a packed video is called: as before, since the paper cites it so, unless that is unsafe or tells who made it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from faimi_check.model.submission import Submission
from faimi_check.model.supplement import Entry, Supplement
from faimi_check.rules.supplement.entry_names import EntryNames, entry_names

_LONGEST = 80


def member_name(source: Path, number: int, suffix: str, taken: set[str]) -> str:
    """The file's own name where every system takes it and it tells nothing; else in plain letters, or `video-3`.

    `suffix` is that of its container; `taken` holds the names in use, folded.
    """
    plain = unicodedata.normalize("NFKD", source.stem).encode("ascii", "ignore").decode("ascii")
    stem = re.sub(r"[^A-Za-z0-9._()-]+", "-", plain).strip("-. ")[:_LONGEST]
    own = source.suffix if source.suffix.lower() == suffix else suffix
    name = f"{stem}{own}"
    if re.search(r"[A-Za-z0-9]", stem) and name.casefold() not in taken and not tells(source.stem) and not tells(name):
        return name
    while True:
        name = f"video-{number}{suffix}"
        if name.casefold() not in taken:
            return name
        number += 100


def tells(name: str) -> bool:
    """Whether a file's name says who made it, by the rule that looks at a zip's entries."""
    supplement = Supplement(file="", size=0, entries=(Entry(name=name, size=0, compressed=0),))
    return any(True for _ in entry_names(Submission(id="", supplements=(supplement,)), EntryNames()))
