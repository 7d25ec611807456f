"""A file that came without a zip, put into one of our own, so that everything that reads zips can read it."""

from __future__ import annotations

import os
import shutil
import stat
import zipfile
from pathlib import Path

from msgspec.structs import replace

from faimi_check.model.problem import ProblemKind
from faimi_check.model.supplement import Loose, Supplement
from faimi_check.reading.limits import ArchiveLimits
from faimi_check.reading.zip.archive import read_supplement

# Archives that are no zips hold what nobody here can see.
_CLOSED = frozenset(
    {
        "application/x-7z-compressed", "application/vnd.rar", "application/gzip", "application/x-bzip2",
        "application/x-xz", "application/zstd", "application/x-lzip", "application/x-xar",
        "application/vnd.ms-cab-compressed", "application/x-tar",
    }
)  # fmt: skip


def is_loose(supplement: Supplement) -> bool:
    """Whether a file is no archive, but a file of another kind, which can be looked into as it is."""
    foreign = all(problem.fatal and problem.kind is ProblemKind.WRONG_TYPE for problem in supplement.problems)
    return foreign and not supplement.is_zip and bool(supplement.mime) and supplement.mime not in _CLOSED


def read_loose(path: Path, entry: str, target: Path, found: Supplement, limits: ArchiveLimits) -> Supplement:
    """The file as the only entry of a zip at `target`, with what is known of it already.

    Raises OSError where the copy cannot be written.
    """
    pack_loose(path, entry, target)
    inside = read_supplement(target, found.file, limits)
    return replace(
        inside,
        size=found.size,
        mime=found.mime,
        sha256=found.sha256,
        is_zip=False,
        loose=(Loose(entry, found.file),),
    )


def pack_loose(path: Path, entry: str, target: Path) -> None:
    """A zip at `target` that holds the file under that name, as it is. Raises OSError, also for what is no file."""
    if not stat.S_ISREG(os.lstat(path).st_mode):
        raise OSError(f"{entry} is not a regular file")
    with (
        path.open("rb") as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive,
        archive.open(zipfile.ZipInfo(entry), "w", force_zip64=True) as inside,
    ):
        shutil.copyfileobj(source, inside)
