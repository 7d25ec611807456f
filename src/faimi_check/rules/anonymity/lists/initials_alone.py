"""Initials of known authors in names of files and folders: "AK_walk.avi" may be Ada Keller's, or anything else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from faimi_check.model.submission import Submission
from faimi_check.rules.late import late
from faimi_check.rules.naming.people.file_words import is_listed
from faimi_check.rules.naming.people.name_forms import NameForms
from faimi_check.rules.naming.text.prose import flows
from faimi_check.rules.naming.text.surfaces import Kind, Surface

# A list of all authors of a call has initials for everything.
MOST_AUTHORS = 30
_LETTERS, _MOST = 2, 4
_EXTENSION = late(r"\.[^\W_]{1,8}(?=[/\\]|\Z)")
# Letters one by one: "A.K.", "a_k"; then those in a row, which no number follows: "AK47" is none.
_APART = late(r"(?<![^\W_])(?:[^\W\d_][._ -]){1,3}[^\W\d_](?![^\W_])")
_TOGETHER = late(r"(?<![^\W_])[^\W\d_]{2,4}(?![^\W_])")


def initials_in(
    submission: Submission, surfaces: Iterable[Surface], forms: list[NameForms]
) -> Iterator[tuple[Surface, NameForms, int, int]]:
    """Where the name of a file or folder has somebody's initials, each once; the span is in the surface's text."""
    if len(forms) > MOST_AUTHORS:
        return
    known = {initials: person for person in forms for initials in _initials(person)}
    seen: set[str] = set()
    for surface in surfaces:
        if surface.kind is not Kind.NAME or surface.place == "a link's target":
            continue
        for found in _candidates(surface.text):
            letters = re.sub(r"[\W_]", "", found[0])
            bare = letters.casefold()
            if bare in known and bare not in seen and not is_listed(bare) and not _is_used(submission, letters):
                seen.add(bare)
                yield surface, known[bare], *found.span()


def _candidates(name: str) -> Iterator[re.Match[str]]:
    ends = [found.span() for found in _EXTENSION.finditer(name)]
    for pattern in (_APART, _TOGETHER):
        for found in pattern.finditer(name):
            if not any(start < found.end() <= end for start, end in ends):
                yield found


def _initials(person: NameForms) -> Iterator[str]:
    """With the surname's particles and without: "cvdm" and "cm"."""
    given = "".join(part[:1] for name in person.given for part in re.split(r"[\s-]", name))
    parts = [part[:1] for part in re.split(r"[\s-]", person.surname) if part]
    made = (
        given + "".join(parts),
        given[:1] + "".join(parts),
        given + "".join(parts[-1:]),
        given[:1] + "".join(parts[-1:]),
    )
    for initials in dict.fromkeys(made if given and parts else ()):
        if _LETTERS <= len(initials) <= _MOST and any(one != other for one, other in pairwise(initials)):
            yield initials


def _is_used(submission: Submission, letters: str) -> bool:
    """Whether the paper uses the letters as an abbreviation, in whatever case."""
    pattern = re.compile(rf"(?<!\w){re.escape(letters)}(?!\w)", re.IGNORECASE)
    return submission.paper is not None and any(pattern.search(passage.text) for passage in flows(submission.paper))
