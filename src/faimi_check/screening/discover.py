"""Which files belong to one submission: the layouts in which conference systems hand out their uploads.

CMT (`12/Submission/x.pdf`, `12/Supplementary/x.zip`), HotCRP (`conf-paper12.pdf`, `conf-paper12-video.zip`),
OpenReview (`submission12.pdf`), a folder a submission (`12/paper.pdf`, `12/supplementary.zip`) and pairs by name
(`12.pdf`, `12.zip`). Nothing is opened here.
"""

from __future__ import annotations

import os
import re
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from faimi_check.screening.naming import Naming, Role, attached_to, is_generic, is_id, name_parts
from faimi_check.screening.request import Request

_LEFTOVER_FILES = re.compile(r"\._.*|\.ds_store|\.directory|thumbs\.db|desktop\.ini", re.IGNORECASE)
_LEFTOVER_FOLDERS = re.compile(r"\.[^.].*|__macosx", re.IGNORECASE)
_PAPER_FOLDER = re.compile(r"submission|camera[ _-]?ready", re.IGNORECASE)
_SUPPLEMENT_FOLDER = re.compile(r"supp.*", re.IGNORECASE)
_NOTES_SHOWN = 1000


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
    group: tuple[str, ...]
    id: str
    rank: int = 0


class Place(msgspec.Struct, frozen=True):
    """A file below one of the folders that were named: the folders on the way, the first one's own name in front."""

    path: Path
    root: str
    parts: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The path below the root."""
        return "/".join(self.parts[1:])

    @property
    def folder(self) -> tuple[str, ...]:
        """What tells the file's folder from all others."""
        return (self.root, *self.parts[1:-1])

    @property
    def below_root(self) -> bool:
        """Whether the file's folder is not the root itself."""
        return len(self.parts) > 2


def discover(paths: Iterable[Path], leave_out: Path | None = None) -> Found:
    """Finds the submissions in files and folders; `leave_out` is a folder not to look into."""
    notes: list[str] = []
    uploads: list[Upload] = []
    folders: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    seen: set[Path] = set()
    for root in paths:
        for place in _walk(root, leave_out.absolute() if leave_out else None, notes):
            if place.path in seen:
                continue
            seen.add(place.path)
            upload = _in_named_folder(place) or _attachment(place)
            if upload:
                uploads.append(upload)
            else:
                folders[place.folder].append(place)
    for places in folders.values():
        uploads += _one_folder(places)
    return _pair(uploads, notes)


def _walk(root: Path, leave_out: Path | None, notes: list[str]) -> Iterator[Place]:
    """Each upload under the root. Links that lead out of the root are not followed."""
    root = root.absolute()
    if not root.is_dir():
        yield Place(root, str(root.parent), (shown(Path(root.parent.name)), shown(Path(root.name))))
        return
    home = root.resolve()
    for folder, names, files in os.walk(root):
        here = Path(folder)
        names[:] = sorted(name for name in names if not _LEFTOVER_FOLDERS.fullmatch(name) and here / name != leave_out)
        for name in sorted(files):
            path = here / name
            if _LEFTOVER_FILES.fullmatch(name):
                continue
            relative = path.relative_to(root)
            if _leads_out(path, home):
                notes.append(f"{shown(relative)}: a link that leads out of the folder; not followed")
                continue
            # Backslashes survive where a zip made on Windows is unpacked elsewhere.
            pieces = str(relative).replace("\\", "/").split("/")
            parts = [shown(Path(piece)) for piece in pieces if piece not in ("", ".", "..")]
            yield Place(path, str(root), (shown(Path(home.name)), *(parts or ["?"])))


def _leads_out(path: Path, home: Path) -> bool:
    try:
        if not stat.S_ISLNK(path.lstat().st_mode):
            return False
        try:
            target = path.resolve(strict=True)
        except FileNotFoundError:
            target = path.resolve()
        return not target.is_relative_to(home)
    except (OSError, RuntimeError):
        return True


def shown(path: Path) -> str:
    """The path in characters that every format takes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _in_named_folder(place: Place) -> Upload | None:
    """CMT: the folder above says what the file is, and the one above that is the submission's number."""
    for index in range(len(place.parts) - 2, 0, -1):
        role, rank = _role_of_folder(place.parts[index])
        id = place.parts[index - 1]
        if role and is_id(id):
            # Extensions only decide between several files.
            expected = ".pdf" if role == "paper" else ".zip"
            rank += int(place.parts[-1].lower().endswith(expected))
            return Upload(path=place.path, shown=place.shown, role=role, group=("cmt", id), id=id, rank=rank)
    return None


def _role_of_folder(name: str) -> tuple[Role | None, int]:
    if _SUPPLEMENT_FOLDER.fullmatch(name):
        return "supplement", 0
    if _PAPER_FOLDER.fullmatch(name):
        # What was submitted is what is screened, also where a camera-ready version stands beside it.
        return "paper", 10 if name.lower().startswith("submission") else 0
    return None, 0


def _attachment(place: Place) -> Upload | None:
    name = attached_to(place.parts[-2]) if len(place.parts) > 2 else None
    if name is None:
        return None
    rank = int(place.parts[-1].lower().endswith(".zip"))
    group = (*place.folder[:-1], name.base)
    return Upload(path=place.path, shown=place.shown, role="supplement", group=group, id=name.id, rank=rank)


def _one_folder(places: list[Place]) -> Iterator[Upload]:
    """The uploads of one folder: one submission where the folder is one, else pairs by name."""
    named = [(place, name_parts(place.parts[-1])) for place in places]
    only = _only_paper([name for _, name in named if name.role == "paper"], places[0])
    called = places[0].parts[-2]
    is_submission = is_generic(only.base) if only else False
    if places[0].below_root and is_id(called):
        is_submission = only is not None or all(name.role != "paper" for _, name in named)
    folder = places[0].folder
    for place, name in named:
        group, id, rank = (*folder, name.base), name.id, name.rank
        if is_submission:
            group, id, rank = ("folder", *folder), called, rank + 5 * (name is only)
        elif only is not None and not name.base:
            group, id = (*folder, only.base), only.id
        yield Upload(path=place.path, shown=place.shown, role=name.role, group=group, id=id, rank=rank)


def _only_paper(papers: list[Naming], place: Place) -> Naming | None:
    """The one paper of a folder; in a folder that is called as a submission is, also the one that is called paper."""
    generic = [name for name in papers if is_generic(name.base)]
    if len(papers) == 1:
        return papers[0]
    return generic[0] if len(generic) == 1 and place.below_root and is_id(place.parts[-2]) else None


def _pair(uploads: list[Upload], notes: list[str]) -> Found:
    groups: dict[tuple[str, ...], list[Upload]] = defaultdict(list)
    for upload in uploads:
        groups[upload.group].append(upload)
    for group in list(groups):
        _part(groups, group)
    names = _distinct_ids({group: members[0].id for group, members in groups.items()})
    requests = [_request(names[group], members, notes) for group, members in groups.items()]
    return Found(tuple(sorted(filter(None, requests), key=in_order)), tuple(notes[:_NOTES_SHOWN]))


def _part(groups: dict[tuple[str, ...], list[Upload]], group: tuple[str, ...]) -> None:
    """Papers that nothing ranks above each other are submissions of their own: none may go unjudged."""
    papers = [upload for upload in groups[group] if upload.role == "paper"]
    best = max((upload.rank for upload in papers), default=0)
    for upload in [upload for upload in papers if upload.rank == best][1:]:
        groups[group].remove(upload)
        groups[*group[:-1], f"{group[-1]}\0{upload.path}"] = [upload]


def _request(id: str, members: list[Upload], notes: list[str]) -> Request | None:
    paper = _best(id, "paper", members, notes)
    supplement = _best(id, "supplement", members, notes)
    if paper is None and supplement is None:
        notes.extend(f"{upload.shown}: neither a PDF nor a zip; not judged" for upload in members)
        return None
    if paper is None and supplement is not None:
        notes.append(f"{supplement.shown}: no paper found that it belongs to; judged alone")
    others = [upload for upload in members if upload.role == "other"]
    notes.extend(f"{upload.shown}: beside submission {id}, neither a PDF nor a zip; not judged" for upload in others)
    return Request(
        id=id,
        paper=paper.path if paper else None,
        supplement=supplement.path if supplement else None,
        paper_name=paper.shown if paper else "",
        supplement_name=supplement.shown if supplement else "",
    )


def _best(id: str, role: Role, members: list[Upload], notes: list[str]) -> Upload | None:
    candidates = sorted((upload for upload in members if upload.role == role), key=lambda upload: -upload.rank)
    for upload in candidates[1:]:
        notes.append(f"{upload.shown}: submission {id} has another {role}, {candidates[0].shown}; not judged")
    return candidates[0] if candidates else None


def _distinct_ids(ids: dict[tuple[str, ...], str]) -> dict[tuple[str, ...], str]:
    """Ids that several groups share get the folder in front, then a number behind."""
    taken: dict[str, int] = defaultdict(int)
    for id in ids.values():
        taken[id.casefold()] += 1
    distinct: dict[tuple[str, ...], str] = {}
    used: set[str] = set()
    for group, id in ids.items():
        name = id
        if taken[id.casefold()] > 1 and len(group) > 2:
            name = f"{Path(group[-2]).name}-{id}"
        number = 2
        while name.casefold() in used:
            name, number = f"{id}-{number}", number + 1
        used.add(name.casefold())
        distinct[group] = name
    return distinct


def in_order(request: Request) -> tuple[tuple[int, str | int], ...]:
    """A key that sorts `2` before `10`."""
    pieces = re.split(r"(\d{1,18})", request.id)
    return tuple((0, int(piece)) if piece.isdecimal() else (1, piece.casefold()) for piece in pieces if piece)
