"""Tables of submissions and their authors, as CMT, HotCRP, OpenReview and EasyChair export them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from faimi_check.model.submission import KnownAuthor
from faimi_check.screening.lists.listed import Listed, is_draft, is_withdrawn
from faimi_check.screening.lists.people import (
    address,
    is_contact,
    names_with_marks,
    outside_brackets,
    profile,
    tidy_name,
    with_affiliation,
)
from faimi_check.screening.lists.sheets import Sheet

# Column names as exports call them, letters and digits only; EasyChair's "#" is a number.
_ID = (
    *("paperid", "paper", "submissionid", "submissionnumber", "papernumber", "number", "id", "submission", "pid"),
    "forum",
)
_TITLE = ("papertitle", "title", "submissiontitle")
_GIVEN = ("first", "firstname", "givenname", "given")
_FAMILY = ("last", "lastname", "familyname", "surname", "family")
_NAME = ("name", "authorname", "fullname", "author")
_EMAIL = ("email", "authoremail", "mail", "emailaddress")
_AFFILIATION = ("affiliation", "institution", "organization", "organisation", "authoraffiliation", "country")
_AUTHORS = ("authors", "authorlist")
_AUTHOR_NAMES = ("authornames",)
_AUTHOR_EMAILS = ("authoremails", "authorids", "emails")
_CONTACT_NAME = ("primarycontactauthorname", "contactauthorname", "correspondingauthor")
_CONTACT_EMAIL = ("primarycontactauthoremail", "contactauthoremail", "contactemail")
_IS_CONTACT = ("iscontact", "corresponding", "contact")
_STATUS = ("status", "paperstatus", "decision")
_DELETED = ("deleted", "withdrawn")
_YES = ("yes", "true", "1", "x", "y", "✔", "✓", "*")
_PERSON = frozenset((*_NAME, *_FAMILY, *_AUTHORS, *_AUTHOR_NAMES, *_CONTACT_NAME, *_EMAIL, *_AUTHOR_EMAILS))
_DETAILS = (
    *("abstract", "keywords", "track", "trackname", "status", "decision", "created", "lastmodified", "submitted"),
    *("lastupdated", "notified", "reviewssent", "formfields", "files", "numberoffiles", "numreviewers", "pdf"),
    "venue",
)
# What else stands in the header rows of exports.
_OTHER = frozenset((*_ID, *_TITLE, *_GIVEN, *_AFFILIATION, *_CONTACT_EMAIL, *_DETAILS))
_HEADER_ROWS = 20
_MAX_ROWS = 200_000
_FEW = 3


def header_row(sheet: Sheet) -> int | None:
    """The first row that names an author column and one more, or a single known column."""
    for index, row in enumerate(sheet.rows[:_HEADER_ROWS]):
        keys = _keys(row)
        if not _is_remark(row) and keys & _PERSON and (len(keys & (_PERSON | _OTHER)) >= 2 or len(row) == 1):
            return index
    return None


def names_no_authors(sheet: Sheet) -> tuple[str, ...]:
    """The columns of a table that has none for authors; empty where the sheet may be a plain list of people."""
    for row in sheet.rows[:_HEADER_ROWS]:
        if not _is_remark(row) and len(_keys(row) & _OTHER) >= 2:
            return tuple(cell.strip() for cell in row if cell.strip())
    first = sheet.rows[0] if sheet.rows else ()
    wide = len(first) >= _FEW and all(len(row) == len(first) for row in sheet.rows)
    if wide and len(sheet.rows) > 1 and not any("@" in cell for cell in first):
        return tuple(cell.strip() for cell in first if cell.strip())
    numbered = [row for row in sheet.rows if len(row) > 1 and row[0].strip().isdecimal()]
    return tuple(map(str.strip, first)) if len(numbered) > len(sheet.rows) / 2 else ()


def rows_of(sheet: Sheet, header: int) -> Iterator[Listed]:
    """What the rows below the header say."""
    keys = [_plain_key(cell) for cell in sheet.rows[header]]
    for row in sheet.rows[header + 1 :][:_MAX_ROWS]:
        cells = {key: cell.strip() for key, cell in zip(keys, row, strict=False) if key}
        yield Listed(
            paper=_first(cells, _ID),
            title=_first(cells, _TITLE),
            authors=tuple(_authors_of(cells)),
            withdrawn=is_withdrawn(_first(cells, _STATUS)) or _first(cells, _DELETED).casefold() in _YES,
            draft=is_draft(_first(cells, _STATUS)),
        )


def titles_of(sheet: Sheet) -> Iterator[Listed]:
    """The titles of a table without authors, for those that have them from another file."""
    for index, row in enumerate(sheet.rows[:_HEADER_ROWS]):
        keys = _keys(row)
        if not _is_remark(row) and keys.intersection(_ID) and keys.intersection(_TITLE):
            yield from rows_of(sheet, index)
            return


def _keys(row: Iterable[str]) -> set[str]:
    return {key for cell in row if (key := _plain_key(cell))}


def _is_remark(row: tuple[str, ...]) -> bool:
    return bool(row) and row[0].lstrip().startswith("#") and row[0].strip() != "#"


def _plain_key(cell: str) -> str:
    return "number" if cell.strip() == "#" else re.sub(r"[^a-z0-9]", "", cell.casefold())


def _first(cells: Mapping[str, str], names: Iterable[str]) -> str:
    return next((cells[name] for name in names if cells.get(name)), "")


def _authors_of(cells: Mapping[str, str]) -> list[KnownAuthor]:
    """The authors in one row: of a whole paper (CMT, OpenReview) or one person (HotCRP, EasyChair, a simple table)."""
    people = _listed_people(cells)
    listed = bool(people)
    marks = [part for part in re.split(r"[;,|]", _first(cells, _AUTHOR_EMAILS)) if part.strip()]
    if len(marks) == len(people):
        people = [
            msgspec.structs.replace(
                one, emails=_addresses(mark), profile=profile(mark), contact=one.contact or is_contact(mark)
            )
            for one, mark in zip(people, marks, strict=True)
        ]
    else:
        people += [
            KnownAuthor(name="", emails=found, contact=is_contact(mark))
            for mark in marks
            if (found := _addresses(mark))
        ]
    contact = _first(cells, _CONTACT_NAME), _addresses(_first(cells, _CONTACT_EMAIL))
    if any(contact):
        people.append(KnownAuthor(name=tidy_name(contact[0]), emails=contact[1], contact=True))
    if not listed:
        people += _one_person(cells)
    return [one for one in people if one.name or one.emails]


def _listed_people(cells: Mapping[str, str]) -> list[KnownAuthor]:
    listed = _first(cells, _AUTHORS)
    if listed:
        # EasyChair writes "and" before the last one.
        joined = listed if ";" in listed else re.sub(r"(?:,|(?<![\s,]))\s+and\s+", ", ", listed)
        return [with_affiliation(part) for part in outside_brackets(joined)]
    names = _first(cells, _AUTHOR_NAMES)
    return [KnownAuthor(name=name, contact=marked) for name, marked in names_with_marks(names)]


def _one_person(cells: Mapping[str, str]) -> list[KnownAuthor]:
    given, family = _first(cells, _GIVEN), _first(cells, _FAMILY)
    name = f"{family}, {given}" if given and family else family or _first(cells, _NAME)
    found = _addresses(_first(cells, _EMAIL))
    if not name and not found:
        return []
    contact = _first(cells, _IS_CONTACT).casefold() in _YES
    affiliation = _first(cells, _AFFILIATION)
    return [KnownAuthor(name=tidy_name(name), emails=found, affiliation=affiliation, contact=contact)]


def _addresses(text: str) -> tuple[str, ...]:
    found = address(text)
    return (found,) if found else ()
