"""Tables of submissions and their authors, as CMT, HotCRP, OpenReview and EasyChair export them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from faimi_check.model.submission import KnownAuthor
from faimi_check.screening.lists import headings
from faimi_check.screening.lists.headings import KNOWN, OTHER, PERSON, plain_key
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

_HEADER_ROWS = 20
_MAX_ROWS = 200_000
_FEW = 3
_YES = ("yes", "true", "1", "x", "y", "✔", "✓", "*")
_NO = ("no", "false", "0", "n", "-")


def header_row(sheet: Sheet) -> int | None:
    """The first row that names an author column and one more, or a single known column."""
    for index, row in enumerate(sheet.rows[:_HEADER_ROWS]):
        keys = _keys(row)
        if not _is_remark(row) and keys & PERSON and (len(keys & (PERSON | OTHER)) >= 2 or len(row) == 1):
            return index
    return None


def names_no_authors(sheet: Sheet) -> tuple[str, ...]:
    """The columns of a table that has none for authors; empty where the sheet may be a plain list of people."""
    for row in sheet.rows[:_HEADER_ROWS]:
        if not _is_remark(row) and len(_keys(row) & OTHER) >= 2:
            return tuple(cell.strip() for cell in row if cell.strip())
    first = sheet.rows[0] if sheet.rows else ()
    wide = len(first) >= _FEW and all(len(row) == len(first) for row in sheet.rows)
    if wide and len(sheet.rows) > 1 and not any("@" in cell for cell in first):
        return tuple(cell.strip() for cell in first if cell.strip())
    numbered = [row for row in sheet.rows if len(row) > 1 and row[0].strip().isdecimal()]
    return tuple(map(str.strip, first)) if len(numbered) > len(sheet.rows) / 2 else ()


def rows_of(sheet: Sheet, header: int) -> Iterator[Listed]:
    """What the rows below the header say."""
    keys = [plain_key(cell) for cell in sheet.rows[header]]
    others = [cell.strip() for cell, key in zip(sheet.rows[header], keys, strict=True) if key and key not in KNOWN]
    for row in sheet.rows[header + 1 :][:_MAX_ROWS]:
        cells = {key: cell.strip() for key, cell in zip(keys, row, strict=False) if key}
        yield Listed(
            paper=_first(cells, headings.ID),
            title=_first(cells, headings.TITLE),
            authors=tuple(_authors_of(cells)),
            withdrawn=is_withdrawn(_first(cells, headings.STATUS))
            or _first(cells, headings.DELETED).casefold() in _YES,
            draft=is_draft(_first(cells, headings.STATUS)),
            unread=tuple(name for name in others if address(cells.get(plain_key(name), ""))),
        )


def titles_of(sheet: Sheet) -> Iterator[Listed]:
    """The titles of a table without authors, for those that have them from another file."""
    for index, row in enumerate(sheet.rows[:_HEADER_ROWS]):
        keys = _keys(row)
        if not _is_remark(row) and keys.intersection(headings.ID) and keys.intersection(headings.TITLE):
            yield from rows_of(sheet, index)
            return


def _keys(row: Iterable[str]) -> set[str]:
    return {key for cell in row if (key := plain_key(cell))}


def _is_remark(row: tuple[str, ...]) -> bool:
    return bool(row) and row[0].lstrip().startswith("#") and row[0].strip() != "#"


def _first(cells: Mapping[str, str], names: Iterable[str]) -> str:
    return next(_all(cells, names), "")


def _all(cells: Mapping[str, str], names: Iterable[str]) -> Iterator[str]:
    return (cells[name] for name in names if cells.get(name))


def _authors_of(cells: Mapping[str, str]) -> list[KnownAuthor]:
    """The authors in one row: of a whole paper (CMT, OpenReview) or one person (HotCRP, EasyChair, a simple table)."""
    people = _listed_people(cells) or _one_person(cells)
    several, single = (_parts(_first(cells, names)) for names in (headings.AUTHOR_EMAILS, headings.EMAIL))
    if len(people) == 1:
        found = [*_with_all(people[0], several + single), _contact(cells, [])]
    else:
        # Of several people, a single address is that of whom to write to.
        to = single if several or len(single) == 1 else []
        found = [*_with_each(people, several or ([] if to else single)), _contact(cells, to)]
    return [one for one in found if one.name or one.emails]


def _listed_people(cells: Mapping[str, str]) -> list[KnownAuthor]:
    listed = _first(cells, headings.AUTHORS) or next(filter(lambda name: ";" in name, _all(cells, headings.NAME)), "")
    if listed:
        # EasyChair writes "and" before the last one.
        joined = listed if ";" in listed else re.sub(r"(?:,|(?<![\s,]))\s+and\s+", ", ", listed)
        return [with_affiliation(part) for part in outside_brackets(joined)]
    names = _first(cells, headings.AUTHOR_NAMES)
    return [KnownAuthor(name=name, contact=marked) for name, marked in names_with_marks(names)]


def _one_person(cells: Mapping[str, str]) -> list[KnownAuthor]:
    given, family = _first(cells, headings.GIVEN), _first(cells, headings.FAMILY)
    name = f"{family}, {given}" if given and family else family or _first(cells, headings.NAME)
    contact = any(said.casefold() in _YES for said in _all(cells, headings.CONTACT))
    affiliation = _first(cells, headings.AFFILIATION)
    return [KnownAuthor(name=tidy_name(name), affiliation=affiliation, contact=contact)]


def _with_all(person: KnownAuthor, marks: Sequence[str]) -> Iterator[KnownAuthor]:
    """Somebody to whom all addresses and profiles of a row belong."""
    yield msgspec.structs.replace(
        person,
        emails=_addresses(marks),
        profile=next(filter(None, map(profile, marks)), ""),
        contact=person.contact or any(map(is_contact, marks)),
    )


def _with_each(people: Sequence[KnownAuthor], marks: Sequence[str]) -> Iterator[KnownAuthor]:
    """The people, each with his own address where there are as many; else the addresses stand beside them."""
    if len(marks) == len(people):
        for one, mark in zip(people, marks, strict=True):
            yield from _with_all(one, [mark])
        return
    yield from people
    for mark in marks:
        yield KnownAuthor(name="", emails=_addresses([mark]), contact=is_contact(mark))


def _contact(cells: Mapping[str, str], marks: Sequence[str]) -> KnownAuthor:
    """Whom a row says to write to, beside its authors; `marks` are addresses that are his."""
    said = [text for text in _all(cells, headings.CONTACT) if text.casefold() not in (*_YES, *_NO)]
    name = next(filter(None, map(_name_beside_address, said)), "")
    told = _first(cells, headings.CONTACT_EMAIL) or ";".join(said)
    return KnownAuthor(name=name, emails=_addresses([*_parts(told), *marks]), contact=True)


def _name_beside_address(text: str) -> str:
    """`Jane Smith <jane@best.edu>` as the name."""
    return tidy_name(re.sub(r"(?<!\S)[^\s@]*@\S*", "", text))


def _parts(text: str) -> list[str]:
    """The addresses, profiles and the like of a cell; of what blanks alone divide, each that holds an address."""
    parts = [part.strip() for part in re.split(r"[;,|\n]", text) if part.strip()]
    return [one for part in parts for one in (part.split() if part.count("@") > 1 else [part])]


def _addresses(marks: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(address, marks))))
