"""Which uploads make one submission, and what is left over."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

from faimi_check.model.text.id_list import bare_id
from faimi_check.screening.collecting.naming import Role, is_generic
from faimi_check.screening.request import Request, handed

_FINAL = re.compile(r"final|camera", re.IGNORECASE)
_NUMBER = re.compile(r"(?:(?:paper|submission|sub|id|no)[-_ #]*)?(\d+)", re.IGNORECASE)
_NOTES_SHOWN = 1000
Group = tuple[str, ...]


class Found(msgspec.Struct, frozen=True):
    """The submissions in the order of their ids, and what could not be told, a sentence each."""

    requests: tuple[Request, ...]
    notes: tuple[str, ...]


class Upload(msgspec.Struct, frozen=True, kw_only=True):
    """One file: where it is, what reports call it, and to which submission it belongs.

    `group` tells submissions apart, `id` is what they are called.
    """

    path: Path
    shown: str
    role: Role
    group: Group
    id: str
    rank: int = 0


def pair(uploads: list[Upload], notes: list[str]) -> Found:
    """The submissions that the uploads make."""
    groups: dict[Group, list[Upload]] = defaultdict(list)
    for upload in uploads:
        groups[upload.group].append(upload)
    _demote_manuscripts(groups)
    _join_by_number(groups)
    names = _distinct_ids({group: members[0].id for group, members in groups.items()})
    used = {name.casefold() for name in names.values()}
    requests = [
        request for group, members in groups.items() for request in _requests(names[group], members, used, notes)
    ]
    return Found(tuple(sorted(requests, key=in_order)), tuple(notes[:_NOTES_SHOWN]))


def _demote_manuscripts(groups: dict[Group, list[Upload]]) -> None:
    """What a paper is written in counts as the paper where its submission has no PDF, here or under its number.

    Among other files, one that is called as no submission is ("instructions.docx") is none.
    """
    numbers = {_number(members) for members in groups.values() if any(one.role == "paper" for one in members)} - {""}
    for group, members in groups.items():
        manuscripts = sorted((one for one in members if one.role == "manuscript"), key=_likeliest)
        handed_in = group[0] == "folder" or any(one.role == "supplement" for one in members) or _number(members)
        has_paper = any(one.role == "paper" for one in members) or _number(members) in numbers
        kept = manuscripts[:1] if handed_in and not has_paper else []
        for index, one in enumerate(members):
            if one.role == "manuscript":
                members[index] = msgspec.structs.replace(one, role="paper" if one in kept else "other")


def _likeliest(manuscript: Upload) -> tuple[int, bool, str]:
    """Of several, the one that is called what papers are called."""
    name = manuscript.shown.rpartition("/")[2]
    return -manuscript.rank, not is_generic(name.rpartition(".")[0]), name


def _number(members: list[Upload]) -> str:
    found = _NUMBER.fullmatch(members[0].id)
    return bare_id(found[1]) if found else ""


def _join_by_number(groups: dict[Group, list[Upload]]) -> None:
    """A supplement that lies elsewhere goes to the only paper of its number, if that has none."""
    papers: dict[str, list[Group]] = defaultdict(list)
    orphans: dict[str, list[Group]] = defaultdict(list)
    for group, members in groups.items():
        number = _number(members)
        roles = {upload.role for upload in members}
        if number and "paper" in roles:
            papers[number].append(group)
        elif number and "supplement" in roles:
            orphans[number].append(group)
    for digits, alone in orphans.items():
        if len(alone) == len(papers[digits]) == 1:
            home = groups[papers[digits][0]]
            if all(upload.role != "supplement" for upload in home):
                home += groups.pop(alone[0])


def _requests(id: str, members: list[Upload], used: set[str], notes: list[str]) -> Iterator[Request]:
    """Papers that nothing ranks above each other are submissions of their own: none may go unjudged."""
    papers = sorted((upload for upload in members if upload.role == "paper"), key=lambda upload: -upload.rank)
    equal = [upload for upload in papers if upload.rank == papers[0].rank]
    lesser = papers[len(equal) :]
    notes += [f"{each.shown}: submission {id} has another paper, {papers[0].shown}; not judged" for each in lesser]
    supplements = _supplements(id, members, notes)
    broken = tuple(upload.shown for upload in members if upload.role == "unfinished")
    notes.extend(f"{name}: a download that broke off; please fetch it again" for name in broken)
    is_lost = broken and (_NUMBER.fullmatch(id) or members[0].group[0] in ("folder", "cmt"))
    if not papers and not supplements and not is_lost:
        members = [upload for upload in members if upload.role != "unfinished"]
        notes.extend(f"{upload.shown}: neither a PDF nor a zip; not judged" for upload in members)
        return
    if not papers and not broken:
        notes.append(f"{supplements[0].shown}: no paper found that it belongs to; judged alone")
    others = [upload for upload in members if upload.role == "other"]
    notes.extend(
        f"{upload.shown}: beside submission {id}, neither a paper nor a supplement; not judged" for upload in others
    )
    rivals = [*equal, *(upload for upload in lesser if not _FINAL.search(upload.shown))]
    for index, paper in enumerate(equal or [None]):
        yield Request(
            id=unused(id, index, used),
            number=id,
            paper=paper.path if paper else None,
            supplements=() if index else handed((each.path, each.shown) for each in supplements),
            paper_name=paper.shown if paper else "",
            other_papers=tuple(upload.shown for upload in rivals if upload is not paper),
            broken=broken,
        )


def _supplements(id: str, members: list[Upload], notes: list[str]) -> list[Upload]:
    """All that were handed in with the version of the paper that is judged."""
    found = [upload for upload in members if upload.role == "supplement"]
    best = max((upload.rank for upload in found), default=0)
    taken = sorted((upload for upload in found if upload.rank == best), key=_zips_first)
    for upload in found:
        if upload.rank < best:
            notes.append(f"{upload.shown}: submission {id} has another supplement, {taken[0].shown}; not judged")
    return taken


def _zips_first(upload: Upload) -> tuple[bool, str]:
    return not upload.shown.lower().endswith(".zip"), upload.shown


def unused(id: str, index: int, used: set[str]) -> str:
    """The id itself for the first of its papers, with a number behind for the others."""
    if not index:
        return id
    number = index + 1
    while f"{id}-{number}".casefold() in used:
        number += 1
    used.add(f"{id}-{number}".casefold())
    return f"{id}-{number}"


def _distinct_ids(ids: dict[Group, str]) -> dict[Group, str]:
    """Ids that several groups share get the folder in front, then a number behind."""
    taken: dict[str, int] = defaultdict(int)
    for id in ids.values():
        taken[id.casefold()] += 1
    distinct: dict[Group, str] = {}
    used: set[str] = set()
    for group, id in ids.items():
        name = id
        if taken[id.casefold()] > 1 and len(group) > 2:
            name = f"{Path(group[-2]).name}-{id}"
        alone, number = name, 2
        while name.casefold() in used:
            name, number = f"{alone}-{number}", number + 1
        used.add(name.casefold())
        distinct[group] = name
    return distinct


def in_order(request: Request) -> tuple[tuple[int, str | int], ...]:
    """A key that sorts `2` before `10`."""
    pieces = re.split(r"(\d{1,18})", request.id)
    return tuple((0, int(piece)) if piece.isdecimal() else (1, piece.casefold()) for piece in pieces if piece)
