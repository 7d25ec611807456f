"""Author lists: a plain list, CSV, JSON, or what a conference system exports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import msgspec

from faimi_check.model.submission import KnownAuthor
from faimi_check.model.text.id_list import bare_id
from faimi_check.screening.lists.export_json import JsonError, looks_like_json, read_json
from faimi_check.screening.lists.export_table import header_row, names_no_authors, rows_of, titles_of
from faimi_check.screening.lists.listed import Listed
from faimi_check.screening.lists.no_list import names_people, source
from faimi_check.screening.lists.people import authors_in_line, merged
from faimi_check.screening.lists.sheets import OtherKindError, Sheet, SheetError, sheets_of, text_of

_SHOWN = 20
_WANTED = "give one name a line, or a table with a header row"
_NOBODY = f"this is not a list of names: hardly anything in it is like a name; {_WANTED}"


class AuthorListError(Exception):
    """An author list that cannot be used; the message says why."""


class AuthorList(msgspec.Struct, frozen=True, dict=True):
    """Authors and titles by paper id as printed in the list; `plain` are authors that the list gives to no paper.

    `withdrawn` are the papers of which the list says that they are gone, `drafts` those that were not handed in;
    `unread` are the columns that hold addresses and are not known.
    """

    papers: Mapping[str, tuple[KnownAuthor, ...]] = msgspec.field(default_factory=dict)
    plain: tuple[KnownAuthor, ...] = ()
    titles: Mapping[str, str] = msgspec.field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
    unread: tuple[str, ...] = ()

    def everyone(self) -> tuple[KnownAuthor, ...]:
        """All authors of the list, once each."""
        return tuple(dict.fromkeys([*self.plain, *(one for paper in self.papers.values() for one in paper)]))

    def holds(self, paper_id: str) -> bool:
        """Whether the list gives authors to a paper, its id taken as text or as a number."""
        return bare_id(paper_id) in self._by_bare_id

    def of(self, paper_id: str) -> tuple[KnownAuthor, ...]:
        """The authors of one paper: those the list gives to its id, and the plain ones."""
        return tuple(dict.fromkeys([*self._by_bare_id.get(bare_id(paper_id), ()), *self.plain]))

    def title(self, paper_id: str) -> str:
        """The title that the list gives to a paper, or nothing."""
        return self._titles_by_bare_id.get(bare_id(paper_id), "")

    def own(self, paper_id: str) -> tuple[KnownAuthor, ...]:
        """Those of them whom the list gives to this paper: nobody else is written to about it."""
        return tuple(dict.fromkeys(self._by_bare_id.get(bare_id(paper_id), ())))

    def is_withdrawn(self, paper_id: str) -> bool:
        """Whether the list says that a paper is gone."""
        return bare_id(paper_id) in self._withdrawn_by_bare_id

    def absent(self, paper_ids: Iterable[str]) -> tuple[str, ...]:
        """The papers of the list that are none of these, as the list prints them; without those that need no file."""
        there = {bare_id(paper_id) for paper_id in (*paper_ids, *self.withdrawn, *self.drafts)}
        listed = {bare_id(paper_id): paper_id for paper_id in reversed((*self.papers, *self.titles))}
        return tuple(paper_id for bare, paper_id in reversed(listed.items()) if bare not in there)

    @cached_property
    def _by_bare_id(self) -> Mapping[str, list[KnownAuthor]]:
        found: dict[str, list[KnownAuthor]] = {}
        for paper_id, authors in self.papers.items():
            found.setdefault(bare_id(paper_id), []).extend(authors)
        return found

    @cached_property
    def _withdrawn_by_bare_id(self) -> frozenset[str]:
        return frozenset(map(bare_id, self.withdrawn))

    @cached_property
    def _titles_by_bare_id(self) -> Mapping[str, str]:
        return {bare_id(paper_id): title for paper_id, title in self.titles.items()}


def read_authors(*paths: Path) -> AuthorList:
    """Reads one list, or the several files of one export. Raises AuthorListError for what holds no author.

    Accepts one author a line (`Jane Doe <jane@x.de>`, `Doe, Jane`, `Jane Doe, University of X`), CSV or
    tab-separated text with a header, CMT's Excel-2003 XML and xls/xlsx, HotCRP's authors CSV and JSON, OpenReview's
    exports and the JSON of its client, EasyChair's author.csv and submission.csv. A table that has no column for
    authors is refused unless another file has one; it then gives the titles.
    """
    found: list[Listed] = []
    refused: list[str] = []
    for path in paths:
        try:
            found += _with_people(_listed(path))
        except _NoAuthorsError as error:
            found += error.titles
            refused.append(f"{path}: {error}" if len(paths) > 1 else str(error))
        except (SheetError, JsonError) as error:
            said = f"this is {error.kind}, not a list of names" if isinstance(error, OtherKindError) else str(error)
            raise AuthorListError(f"{path}: {said}" if len(paths) > 1 else said) from error
    if not any(one.authors for one in found):
        raise AuthorListError("; ".join(refused) or f"no author was found in it; {_WANTED}")
    return _collected(found)


class _NoAuthorsError(Exception):
    """A table without a column for authors; `titles` is what it gives all the same."""

    def __init__(self, columns: tuple[str, ...], titles: tuple[Listed, ...]) -> None:
        shown = ", ".join(columns[:_SHOWN])
        super().__init__(
            f"a table without a column for authors; its first row says: {shown}. Known are Authors, Author Names, "
            "name, first and last, email"
        )
        self.titles = titles


def _with_people(listed: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """What a file lists. Raises SheetError where most of whom it names can be nobody's name."""
    people = [one for each in listed for one in each.authors]
    if people and not names_people(people):
        raise SheetError(_NOBODY)
    return listed


def _listed(path: Path) -> tuple[Listed, ...]:
    text = text_of(path)
    if text is not None and (kind := source(text)):
        raise OtherKindError(kind)
    if text is not None and looks_like_json(text):
        return read_json(text)
    sheets = sheets_of(path)
    headers = [(sheet, header_row(sheet)) for sheet in sheets]
    rows = [one for sheet, header in headers if header is not None for one in rows_of(sheet, header)]
    if rows or any(header is not None for _, header in headers):
        return tuple(rows)
    for sheet in sheets:
        columns = names_no_authors(sheet)
        if columns:
            raise _NoAuthorsError(columns, tuple(titles_of(sheet)))
    return tuple(Listed(authors=tuple(authors_in_line(line))) for sheet in sheets for line in _lines(sheet))


def _lines(sheet: Sheet) -> Iterable[str]:
    return (sheet.line(row) for row in sheet.rows)


def _collected(found: Sequence[Listed]) -> AuthorList:
    papers: dict[str, list[KnownAuthor]] = {}
    titles: dict[str, str] = {}
    plain: list[KnownAuthor] = []
    withdrawn: set[str] = set()
    drafts: set[str] = set()
    for one in found:
        (papers.setdefault(one.paper, []) if one.paper and one.authors else plain).extend(one.authors)
        if one.paper and one.title:
            titles.setdefault(one.paper, one.title)
        if one.paper and one.withdrawn:
            withdrawn.add(one.paper)
        if one.paper and one.draft:
            drafts.add(one.paper)
    listed = {paper: merged(authors) for paper, authors in papers.items()}
    unread = tuple(dict.fromkeys(name for one in found for name in one.unread))
    return AuthorList(listed, merged(plain), titles, frozenset(withdrawn), frozenset(drafts), unread)
