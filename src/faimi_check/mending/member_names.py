"""What a packed video is called: as before, since the paper cites it so, unless that is unsafe or tells who made it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from faimi_check.model.paper import Paper
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.model.supplement import Entry, Supplement
from faimi_check.rules.anonymity.lists.known_authors import names_author
from faimi_check.rules.supplement.entry_names import EntryNames, entry_names
from faimi_check.rules.supplement.new_names import numbered_stem, safe_stem


class Naming:
    """The names of one zip, in which `first` is taken from the start; one that is converted takes none of `others`."""

    def __init__(
        self,
        first: str,
        paper: Paper | None = None,
        authors: tuple[KnownAuthor, ...] = (),
        others: Iterable[str] = (),
    ) -> None:
        self._taken = {first.casefold()}
        self._others = {name.casefold() for name in others}
        self._submission = Submission(id="", paper=paper, authors=authors)

    def member(self, source: Path, number: int, suffix: str) -> str:
        """The file's own name where every system takes it and it tells nothing; else a like one, or `video-3`.

        `suffix` is that of its container.
        """
        stem = safe_stem(source.stem)
        name = stem + (source.suffix if source.suffix.lower() == suffix else suffix)
        taken = self._taken | self._others
        if name.casefold() in taken and name.casefold() != source.name.casefold():
            name = f"{stem}-clean{suffix}"
        fits = re.search(r"[^\W_]", stem) and name.casefold() not in self._taken
        if not fits or self.tells(source.stem) or self.tells(name):
            name = numbered_stem(number) + suffix
            while name.casefold() in self._taken:
                number += 100
                name = numbered_stem(number) + suffix
        self._taken.add(name.casefold())
        return name

    def tells(self, name: str) -> bool:
        """Whether a file's name says who made it, by the rules that look at a zip's entries."""
        supplement = Supplement(file="", size=0, entries=(Entry(name=name, size=0, compressed=0),))
        submission = replace(self._submission, supplements=(supplement,))
        return names_author(name, submission) or any(True for _ in entry_names(submission, EntryNames()))
