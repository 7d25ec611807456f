"""Which files belong to one submission: the layouts in which conference systems hand out their uploads.

CMT (`12/Submission/x.pdf`, `12/Supplementary/x.zip`), HotCRP (`conf-paper12.pdf`, `conf-paper12-video.zip`),
OpenReview (`submission12.pdf`), EasyChair (`CONF_2025_paper_12.pdf`), a folder a submission (`12/paper.pdf`,
`12/supplementary.zip`) and pairs by name (`12.pdf`, `12.zip`). Nothing is opened here but a file whose name has no
ending, for its first bytes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from faimi_check.reading.signatures import by_signature
from faimi_check.reading.there import is_file
from faimi_check.screening.collecting.downloads import as_meant
from faimi_check.screening.collecting.naming import Naming, Role, attached_to, is_generic, is_id, name_parts
from faimi_check.screening.collecting.pairing import Found, Upload, pair
from faimi_check.screening.collecting.places import Place, walk

_PAPER_FOLDER = re.compile(r"submission|camera[ _-]?ready", re.IGNORECASE)
_ENDINGS = {"pdf": ".pdf", "zip": ".zip"}
_HEAD = 4096
_SUPPLEMENT_FOLDER = re.compile(r"supp.*", re.IGNORECASE)


def discover(paths: Iterable[Path], leave_out: Path | None = None) -> Found:
    """Finds the submissions in files and folders; `leave_out` is a folder not to look into."""
    notes: list[str] = []
    uploads: list[Upload] = []
    folders: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    there: dict[Path, Place] = {}
    for root in paths:
        for place in walk(root, leave_out.absolute() if leave_out else None, notes):
            there.setdefault(place.path, place)
    places, broken = as_meant(there.values(), notes)
    for place in places:
        upload = _in_named_folder(place) or _attachment(place)
        if upload:
            uploads.append(upload)
        else:
            folders[place.folder].append(place)
    for together in folders.values():
        uploads += _one_folder(together)
    for index, upload in enumerate(uploads):
        if upload.path in broken:
            uploads[index] = replace(upload, role="unfinished", shown=broken[upload.path])
    return pair(uploads, notes)


def _in_named_folder(place: Place) -> Upload | None:
    """CMT: the folder above says what the file is, and the one above that is the submission's number."""
    for index in range(len(place.parts) - 2, 0, -1):
        role, rank = _role_of_folder(place.parts[index])
        id = place.parts[index - 1]
        if role and is_id(id):
            # The extension only decides between several papers.
            rank += int(role == "paper" and place.parts[-1].lower().endswith(".pdf"))
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
    group = (*place.folder[:-1], name.base)
    return Upload(path=place.path, shown=place.shown, role="supplement", group=group, id=name.id, rank=name.rank)


def _one_folder(places: list[Place]) -> Iterator[Upload]:
    """The uploads of one folder: one submission where the folder is one, else pairs by name."""
    named = [(place, name_parts(place.parts[-1] + _lost_ending(place.path))) for place in places]
    roles = {name.role for _, name in named}
    written = "paper" if "paper" in roles else "manuscript"
    only = _only_paper([name for _, name in named if name.role == written], places[0])
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


def _lost_ending(path: Path) -> str:
    """What a name without an ending lacks, where the first bytes are those of a PDF or a zip."""
    if "." in path.name or not is_file(path):
        return ""
    try:
        with path.open("rb") as file:
            found = by_signature(file.read(_HEAD))
    except OSError:
        return ""
    return _ENDINGS.get(found.container, "") if found else ""


def _only_paper(papers: list[Naming], place: Place) -> Naming | None:
    """The one paper of a folder; in a folder that is called as a submission is, also the one that is called paper."""
    generic = [name for name in papers if is_generic(name.base)]
    if len(papers) == 1:
        return papers[0]
    return generic[0] if len(generic) == 1 and place.below_root and is_id(place.parts[-2]) else None
