"""Author lists: a plain list, CSV, or what a conference system exports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from faimi_check.model.submission import KnownAuthor
from faimi_check.rules.naming.identity import emails
from faimi_check.rules.naming.people.names import is_institution
from faimi_check.screening.sheets import Sheet, SheetError, sheets_of

# Column names as exports call them, letters and digits only.
_ID = (
    "paperid",
    "paper",
    "submissionid",
    "submissionnumber",
    "papernumber",
    "id",
    "number",
    "submission",
    "pid",
    "forum",
)
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
_HEADER_ROWS = 20
_MAX_AUTHORS = 200_000


class AuthorListError(Exception):
    """An author list that cannot be used; the message says why."""


@dataclass(frozen=True)
class AuthorList:
    """Authors by paper id as printed in the list; `plain` are those that the list gives to no paper."""

    papers: Mapping[str, tuple[KnownAuthor, ...]] = field(default_factory=dict)
    plain: tuple[KnownAuthor, ...] = ()

    def everyone(self) -> tuple[KnownAuthor, ...]:
        """All authors of the list, once each."""
        return tuple(dict.fromkeys([*self.plain, *(one for paper in self.papers.values() for one in paper)]))

    def holds(self, paper_id: str) -> bool:
        """Whether the list gives authors to a paper, its id taken as text or as a number."""
        return _bare_id(paper_id) in self._by_bare_id

    def of(self, paper_id: str) -> tuple[KnownAuthor, ...]:
        """The authors of one paper: those the list gives to its id, and the plain ones."""
        return tuple(dict.fromkeys([*self._by_bare_id.get(_bare_id(paper_id), ()), *self.plain]))

    @cached_property
    def _by_bare_id(self) -> Mapping[str, list[KnownAuthor]]:
        found: dict[str, list[KnownAuthor]] = {}
        for paper_id, authors in self.papers.items():
            found.setdefault(_bare_id(paper_id), []).extend(authors)
        return found


def read_authors(path: Path) -> AuthorList:
    """Reads a list. Raises AuthorListError for a file that cannot be read or holds no author.

    Accepts one author a line (`Jane Doe <jane@x.de>`, `Doe, Jane`, `Jane Doe, University of X`), CSV or
    tab-separated text with a header, CMT's Excel-2003 XML and xls/xlsx, HotCRP's authors CSV, OpenReview's export.
    """
    try:
        sheets = sheets_of(path)
    except SheetError as error:
        raise AuthorListError(str(error)) from error
    papers: dict[str, list[KnownAuthor]] = {}
    plain: list[KnownAuthor] = []
    headed = False
    for sheet in sheets:
        header = _header_row(sheet)
        if header is not None:
            headed = True
            _read_table(sheet, header, papers, plain)
    if not headed:
        plain = [author for sheet in sheets for row in sheet.rows for author in authors_in_line(sheet.line(row))]
    found = AuthorList({paper: _merged(authors) for paper, authors in papers.items()}, _merged(plain))
    if not found.plain and not any(found.papers.values()):
        raise AuthorListError("no author was found in it; give one name a line, or a table with a header row")
    return found


def _bare_id(text: str) -> str:
    text = text.strip().casefold().removesuffix(".0")
    return text.lstrip("0") or text


def _plain_key(cell: str) -> str:
    return re.sub(r"[^a-z0-9]", "", cell.casefold())


def _header_row(sheet: Sheet) -> int | None:
    """The first row that names an author column and one more, or a single known column."""
    known = {*_NAME, *_FAMILY, *_AUTHORS, *_AUTHOR_NAMES, *_CONTACT_NAME, *_EMAIL, *_AUTHOR_EMAILS}
    others = {*_ID, *_GIVEN, *_AFFILIATION, *_CONTACT_EMAIL, "title", "papertitle"}
    for index, row in enumerate(sheet.rows[:_HEADER_ROWS]):
        keys = {_plain_key(cell) for cell in row}
        if row and row[0].lstrip().startswith("#"):
            continue
        if keys & known and (len(keys & (known | others)) >= 2 or len(row) == 1):
            return index
    return None


def _read_table(sheet: Sheet, header: int, papers: dict[str, list[KnownAuthor]], plain: list[KnownAuthor]) -> None:
    keys = [_plain_key(cell) for cell in sheet.rows[header]]
    for row in sheet.rows[header + 1 :][:_MAX_AUTHORS]:
        cells = {key: cell.strip() for key, cell in zip(keys, row, strict=False) if key}
        paper = _first(cells, _ID)
        authors = _authors_of(cells)
        (papers.setdefault(paper, []) if paper else plain).extend(authors)


def _first(cells: Mapping[str, str], names: Iterable[str]) -> str:
    return next((cells[name] for name in names if cells.get(name)), "")


def _authors_of(cells: Mapping[str, str]) -> list[KnownAuthor]:
    """The authors in one row: of a whole paper (CMT, OpenReview) or one person (HotCRP, a simple table)."""
    listed = _first(cells, _AUTHORS)
    names = split_names(_first(cells, _AUTHOR_NAMES)) or []
    addresses = [_address(part) for part in re.split(r"[;,|]", _first(cells, _AUTHOR_EMAILS))]
    people = [_with_affiliation(part) for part in _outside_brackets(listed)] if listed else []
    if not people:
        people = [KnownAuthor(name=name) for name in names]
    if len(addresses) == len(people):
        people = [
            KnownAuthor(name=one.name, emails=(address,) if address else (), affiliation=one.affiliation)
            for one, address in zip(people, addresses, strict=True)
        ]
    else:
        people += [KnownAuthor(name="", emails=(address,)) for address in addresses if address]
    contact = _first(cells, _CONTACT_NAME), _address(_first(cells, _CONTACT_EMAIL))
    if any(contact):
        people.append(KnownAuthor(name=tidy_name(contact[0]), emails=tuple(filter(None, contact[1:]))))
    if not listed and not names:
        people += _one_person(cells)
    return [one for one in people if one.name or one.emails]


def _one_person(cells: Mapping[str, str]) -> list[KnownAuthor]:
    given, family = _first(cells, _GIVEN), _first(cells, _FAMILY)
    name = f"{family}, {given}" if given and family else family or _first(cells, _NAME)
    address = _address(_first(cells, _EMAIL))
    if not name and not address:
        return []
    affiliation = _first(cells, _AFFILIATION)
    return [KnownAuthor(name=tidy_name(name), emails=(address,) if address else (), affiliation=affiliation)]


def _address(text: str) -> str:
    text = text.strip(" *<>[]'\"")
    return text.lower() if re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", text) else ""


def _outside_brackets(text: str) -> list[str]:
    """Splits at semicolons (or, without any, commas) that stand in no bracket: affiliations hold both."""
    text = text.strip(" []") if text.startswith("[") else text
    for separator in ";|,":
        depth, parts = 0, [""]
        for char in text:
            depth += (char == "(") - (char == ")")
            if char == separator and depth <= 0:
                parts.append("")
            else:
                parts[-1] += char
        if len(parts) > 1 or separator == ",":
            return [part.strip(" '\"") for part in parts if part.strip(" '\"")]
    return []


def _with_affiliation(text: str) -> KnownAuthor:
    """`Jane Smith (Best University)*` as name and affiliation."""
    name, bracket, rest = text.partition("(")
    affiliation = rest.rstrip("* ").removesuffix(")") if bracket else ""
    return KnownAuthor(name=tidy_name(name), affiliation=affiliation.strip())


def split_names(text: str) -> list[str]:
    """`Smith, Jane*; Smith, John`, `Smith, Jane and Smith, John`, `Jane Smith, John Smith` as single names."""
    if ";" in text or "|" in text:
        parts = re.split(r"[;|]", text)
    elif re.search(r"\s(?:and|&)\s", text):
        parts = re.split(r",?\s(?:and|&)\s", text)
        if not all("," in part for part in parts):
            parts = [name for part in parts for name in part.split(",")]
    else:
        pieces = text.split(",")
        inverted = len(pieces) == 2 and (len(pieces[0].split()) == 1 or len(pieces[1].split()) == 1)
        parts = [text] if inverted else pieces
    return [name for part in parts if (name := tidy_name(part))]


def tidy_name(text: str) -> str:
    """A name without contact marks, quotes and OpenReview's tilde form (`~Jane_Smith1`)."""
    text = text.strip(" *'\"[]\t")
    if text.startswith("~"):
        text = re.sub(r"\d+$", "", text[1:]).replace("_", " ")
    return " ".join(text.split()) if "@" not in text else ""


def authors_in_line(line: str) -> list[KnownAuthor]:
    """The authors on a line of a plain list; a line that begins with # is a remark."""
    line = line.strip().lstrip("-*•").strip()
    if not line or line.startswith("#"):
        return []
    found = [item.value for item in emails(line)] or [
        part.strip("<>,;()").lower() for part in line.split() if _address(part.strip("<>,;()"))
    ]
    rest = re.sub(r"[<(\[{]?\S*@\S*[>)\]}]?", " ", line)
    parts = [part.strip() for part in re.split(r"[;,\t|]", rest) if part.strip(" <>()")]
    places = [part for part in parts if is_institution(part)]
    names = split_names(rest if not places and not found else ", ".join(part for part in parts if part not in places))
    affiliation = ", ".join(places)
    if not names:
        return [KnownAuthor(name="", emails=tuple(found), affiliation=affiliation)] if found else []
    if len(names) == 1:
        return [KnownAuthor(name=names[0], emails=tuple(found), affiliation=affiliation)]
    people = [KnownAuthor(name=name, affiliation=affiliation) for name in names]
    return people + [KnownAuthor(name="", emails=(address,)) for address in found]


def _merged(authors: Iterable[KnownAuthor]) -> tuple[KnownAuthor, ...]:
    """One entry a name: a contact author is listed twice in CMT's export."""
    merged: dict[str, KnownAuthor] = {}
    for one in authors:
        key = " ".join(sorted(re.findall(r"\w+", one.name.casefold()))) or ",".join(one.emails)
        known = merged.get(key)
        merged[key] = (
            one
            if known is None
            else KnownAuthor(
                name=known.name,
                emails=tuple(dict.fromkeys([*known.emails, *one.emails])),
                affiliation=known.affiliation or one.affiliation,
            )
        )
    return tuple(merged.values())
