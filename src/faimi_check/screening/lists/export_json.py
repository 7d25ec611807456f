"""Submissions and their authors as JSON: what HotCRP downloads and what OpenReview's client gives."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from faimi_check.model.submission import KnownAuthor
from faimi_check.screening.lists.listed import Listed, is_draft, is_withdrawn
from faimi_check.screening.lists.people import address, authors_in_line, profile, tidy_name, with_affiliation

_LISTS = ("papers", "submissions", "notes", "data", "results")
_ID = ("pid", "number", "paper", "paper_number", "submission_number", "id", "forum")
_AUTHORS = ("authors", "author_list")
_IDS = ("authorids", "author_ids", "emails", "author_emails")
_NAMES = ("name", "fullname", "full_name")
# OpenReview says it in the name of the venue, or of the form that the note was posted with last.
_STATUS = ("status", "venue", "venueid", "invitation")
_MAX_RECORDS = 200_000
_SHOWN = 12


class JsonError(Exception):
    """JSON that holds no list of submissions; the message says why."""


def looks_like_json(text: str) -> bool:
    """Whether a text can only be JSON, and no plain list."""
    return text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[")


def read_json(text: str) -> tuple[Listed, ...]:
    """The submissions in it; a list of names belongs to no submission. Raises JsonError."""
    records = _records(_parsed(text))
    found = tuple(one for record in records[:_MAX_RECORDS] for one in _entries_of(record))
    if not any(one.authors for one in found):
        keys = dict.fromkeys(str(key)[:40] for record in records if isinstance(record, dict) for key in _flat(record))
        named = ", ".join(list(keys)[:_SHOWN]) or "none"
        raise JsonError(f'is JSON without authors; an entry needs "authors". The keys in it are: {named}')
    return found


def _parsed(text: str) -> Any:
    text = text.lstrip("\ufeff")
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        try:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            raise JsonError(f"looks like JSON but cannot be read ({str(error)[:120]})") from error


def _records(value: Any) -> list[Any]:
    """The entries: a list, a list under a known key, or a mapping of ids to entries."""
    if isinstance(value, dict):
        for key in _LISTS:
            if isinstance(value.get(key), list | dict):
                return _records(value[key])
        if any(key in _flat(value) for key in _AUTHORS):
            return [value]
        if value and all(isinstance(each, dict) for each in value.values()):
            return [{"id": key} | each for key, each in value.items()]
        raise JsonError(f"is JSON without a list of submissions; its keys are: {', '.join(map(str, value))[:200]}")
    if isinstance(value, list):
        return value
    raise JsonError("is JSON, but no list of submissions")


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """OpenReview puts the fields into `content`, and each value there into `value`."""
    inner = record.get("content")
    fields = dict(record) | (inner if isinstance(inner, dict) else {})
    return {
        key: value["value"] if isinstance(value, dict) and "value" in value else value for key, value in fields.items()
    }


def _entries_of(record: Any) -> Iterator[Listed]:
    if isinstance(record, str):
        yield Listed(authors=tuple(authors_in_line(record)))
        return
    if not isinstance(record, dict):
        return
    fields = _flat(record)
    paper = next((str(fields[key]) for key in _ID if isinstance(fields.get(key), str | int) and fields[key] != ""), "")
    listed = next((fields[key] for key in _AUTHORS if fields.get(key)), None)
    if listed is None and not any(key in fields for key in ("title", "abstract")):
        authors = [_person(fields)]
        paper = str(fields.get("paper", ""))
    else:
        authors = list(_people(listed, next((fields[key] for key in _IDS if fields.get(key)), None)))
    contacts = _addresses(fields.get("contacts"))
    title = fields.get("title")
    yield Listed(
        paper=paper,
        title=title if isinstance(title, str) else "",
        authors=tuple(_marked(one, contacts) for one in authors if one.name or one.emails),
        withdrawn=fields.get("withdrawn") is True or any(is_withdrawn(str(fields.get(key) or "")) for key in _STATUS),
        draft=is_draft(str(fields.get("status") or "")),
    )


def _people(listed: Any, ids: Any) -> Iterator[KnownAuthor]:
    if isinstance(listed, str):
        listed = [part for part in listed.split(";" if ";" in listed else ",") if part.strip()]
    if not isinstance(listed, list):
        return
    marks = ids if isinstance(ids, list) and len(ids) == len(listed) else [""] * len(listed)
    for each, mark in zip(listed, marks, strict=True):
        if isinstance(each, dict):
            yield _person(each)
        elif isinstance(each, str):
            mark = mark if isinstance(mark, str) else ""
            found, one = address(mark), with_affiliation(each)
            emails = (found,) if found else ()
            yield KnownAuthor(name=one.name, emails=emails, affiliation=one.affiliation, profile=profile(mark))
    if isinstance(ids, list) and marks is not ids:
        # Who has which address cannot be told.
        yield from (KnownAuthor(name="", emails=(found,)) for found in _addresses(ids))


def _person(fields: Mapping[str, Any]) -> KnownAuthor:
    given, family = (str(fields.get(key) or "") for key in ("first", "last"))
    whole = next((str(fields[key]) for key in _NAMES if fields.get(key)), str(fields.get("username") or ""))
    place = fields.get("affiliation") or fields.get("institution") or fields.get("institutions") or ""
    if isinstance(place, list):
        place = "; ".join(str(each.get("name", "") if isinstance(each, dict) else each) for each in place[:5])
    return KnownAuthor(
        name=tidy_name(f"{family}, {given}" if given and family else family or given or whole),
        emails=_addresses([fields.get("email")]),
        affiliation=str(place)[:500],
        contact=fields.get("contact") is True or fields.get("corresponding") is True,
        profile=profile(str(fields.get("username") or "")),
    )


def _addresses(value: Any) -> tuple[str, ...]:
    """The addresses in a list of them, or of people."""
    if not isinstance(value, list):
        return ()
    texts = [each.get("email") if isinstance(each, dict) else each for each in value]
    return tuple(found for text in texts if isinstance(text, str) and (found := address(text)))


def _marked(one: KnownAuthor, contacts: tuple[str, ...]) -> KnownAuthor:
    return replace(one, contact=one.contact or any(mail in contacts for mail in one.emails))
