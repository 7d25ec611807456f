"""How many files a supplement is of, and of which kinds, against what the call takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from faimi_check.model.finding import Hit
from faimi_check.model.supplement import Entry, Supplement
from faimi_check.model.text.counted import first_of
from faimi_check.rules.supplement.entry_words import VIDEO_CONTAINERS, at, in_words, shown
from faimi_check.rules.unlimited import UNLIMITED, Unlimited, limit_of

Kind = Literal["pdf", "video", "picture", "text", "any"]
_KINDS = {
    "zip": "a zip", "pdf": "a PDF", "video": "a video", "picture": "a picture", "text": "a plain text",
    "any": "a file of any kind",
}  # fmt: skip
_PICTURES = frozenset({"png", "jpeg", "gif", "webp", "heif", "avif", "svg"})
_MOST_FILES = 1000
_SHOWN = 10


class Container(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Of how many `files` a supplement may be, whether a `zip` may be one of them, and what may come `bare`, without.

    `archives`: whether a zip may hold further archives, as of code.
    """

    files: int | Unlimited = 1
    zip: bool = True
    bare: tuple[Kind, ...] = ()
    archives: bool = False

    def __post_init__(self) -> None:
        possible = self.files == UNLIMITED if isinstance(self.files, str) else 0 < self.files < _MOST_FILES
        if not possible:
            raise ValueError(f'files: expected a number above 0, or "{UNLIMITED}"; got {self.files!r}')
        if not (self.zip or self.bare):
            raise ValueError("zip is false and bare is empty: SUP010 is for calls that take no supplement")

    @property
    def taken(self) -> str:
        """What the call takes, in words: "one zip", "at most 3 files, each of them a zip or a PDF"."""
        kinds = [_KINDS[kind] for kind in (*(("zip",) if self.zip else ()), *self.bare)]
        each = " or ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
        if self.files == 1:
            return "one zip" if kinds == [_KINDS["zip"]] else f"one file: {each}"
        return f"{'any number of' if self.files == UNLIMITED else f'at most {self.files}'} files, each of them {each}"

    def takes(self, entry: Entry) -> bool:
        """Whether the file may come without a zip."""
        return "any" in self.bare or _kind_of(entry) in self.bare


def _kind_of(entry: Entry) -> str:
    if entry.container in VIDEO_CONTAINERS:
        return "video"
    if entry.container in _PICTURES:
        return "picture"
    return entry.container


def too_many(supplements: Sequence[Supplement], allowed: Container) -> Iterator[Hit]:
    """Nothing, or one hit that names all files."""
    files = [file for supplement in supplements for file in supplement.handed_in]
    most = limit_of(allowed.files)
    if most is None or len(files) <= most:
        return
    named = first_of(map(_name, files), _SHOWN)
    into = "Put them all into one zip." if allowed.zip else f"Hand in {allowed.taken}."
    yield Hit(
        code="several",
        message=f"The supplement is of {len(files)} files ({named}); the call takes {allowed.taken}.",
        fix=into if most == 1 else f"Hand in {most} files at most, or put some into a zip.",
        evidence=", ".join(map(_name, files)) if len(files) > _SHOWN else "",
        where=at(supplements[0]),
    )


def _name(file: str) -> str:
    return shown(file.replace("\\", "/").rpartition("/")[2])


def not_taken(supplement: Supplement, allowed: Container, *, alone: bool) -> Iterator[Hit]:
    """A zip, or files without one, that the call does not take. One that is `alone` leaves nothing else to judge.

    Where only one file is taken and there are more, that is said of all of them at once.
    """
    if not supplement.loose:
        if supplement.is_zip and not allowed.zip:
            yield Hit(
                code="kind",
                message=f"{_name(supplement.file)} is a zip; the call takes {allowed.taken}.",
                fix="Hand in what is in it.",
                where=at(supplement),
            )
        return
    if not alone and allowed.files == 1:
        return
    for entry in supplement.entries:
        if not allowed.takes(entry):
            yield _bare(entry, supplement, allowed, alone=alone)


def _bare(entry: Entry, supplement: Supplement, allowed: Container, *, alone: bool) -> Hit:
    what = in_words(entry.container, entry.mime)
    if allowed.bare or not alone:
        return Hit(
            code="kind",
            message=f"{shown(entry.name)} is no file that the call takes as it is ({what}); it takes {allowed.taken}.",
            fix="Put it into a zip." if allowed.zip else "Hand in another kind of file.",
            where=at(supplement, entry.name),
            blocking=alone,
        )
    if _kind_of(entry) == "video":
        return Hit(
            code="lone-video",
            message="The supplement is a video, not a zip.",
            fix="Zip it together with its README.txt; a single video is zipped too.",
            where=at(supplement),
            blocking=True,
        )
    return Hit(
        code="not-a-zip",
        message=f"The supplement is not a zip ({what}).",
        fix="Put the files into a zip; renaming another kind of file does not make it one.",
        where=at(supplement),
        blocking=True,
    )
