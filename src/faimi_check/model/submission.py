"""A submission as read: the paper, the supplement, and what is known of its authors.

Coordinates are PDF points (1/72 inch) on the page as shown: the origin is the top left corner of the
visible page box after rotation, x grows to the right, y grows downwards.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from faimi_check.model.paper import Paper
from faimi_check.model.supplement import Supplement


class KnownAuthor(msgspec.Struct, frozen=True, kw_only=True):
    """One author out of a list that a chair or an author gave; `contact` where the list says whom to write to.

    `profile` is what OpenReview calls a person (`~Ada_Quill1`): it gives addresses to nobody, and writes to profiles.
    """

    name: str
    emails: tuple[str, ...] = ()
    affiliation: str = ""
    contact: bool = False
    profile: str = ""

    @property
    def printed(self) -> str:
        """The name as on a paper: lists that sort by it write `Quill, Ada`."""
        family, comma, given = self.name.partition(",")
        return f"{given.strip()} {family.strip()}" if comma and given.strip() and "," not in given else self.name


class Twin(msgspec.Struct, frozen=True, kw_only=True):
    """Another submission of the batch that seems to be of the same paper; `alike` says in what.

    `share` is the part of this one's text that the other one has too, where that is what they share.
    """

    id: str
    alike: tuple[str, ...]
    share: float = 0.0


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """What one team uploads: a paper and, if they wish, supplements: zips, and the files that came without one.

    `read_paper` is the same paper with the words of its scanned pages as text, where they were read.
    The conference system's list gives `title` and `authors`, empty where there is none. `other_papers` are further
    PDFs that were uploaded as the paper, `twins` other submissions of the batch that seem to be of the same paper;
    None where it was compared with no others.
    """

    id: str
    paper: Paper | None = None
    read_paper: Paper | None = None
    supplements: tuple[Supplement, ...] = ()
    authors: tuple[KnownAuthor, ...] = ()
    cited_unpublished: tuple[str, ...] = ()
    title: str = ""
    other_papers: tuple[str, ...] = ()
    twins: tuple[Twin, ...] | None = None

    @property
    def supplement(self) -> Supplement | None:
        """The first of the supplements; rules on one of them see it alone."""
        return self.supplements[0] if self.supplements else None

    def papers(self) -> Iterator[Paper]:
        """All that were read: its own, and those in its supplements, each also with the words of its scanned pages."""
        yield from filter(None, (self.paper, self.read_paper))
        for pdf in (pdf for supplement in self.supplements for pdf in supplement.pdfs):
            yield from filter(None, (pdf.paper, pdf.read_paper))
