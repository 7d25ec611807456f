"""Keys: a submission is judged again only if something that its report rests on has changed."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import zlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

import faimi_check
from faimi_check import __version__
from faimi_check.engine import Selection
from faimi_check.reading.sniff import libmagic_version
from faimi_check.screening.request import Request, WorkerLimits
from faimi_check.venues.profile import Profile

# What the same bytes are read as depends on them, and what is read in pictures on these as well.
_PARSERS = ("av", "charset-normalizer", "defusedxml", "pillow", "puremagic", "pypdf", "pypdfium2", "python-magic")
_PICTURE_PARSERS = ("numpy", "onnxruntime", "rapidfuzz", "rapidocr")
# The rooms whose code, words and weights make a report of a file. A checkout changes them under one version.
_HOME = Path(faimi_check.__file__).parent
_ROOMS = ("model", "reading", "rules", "engine", "screening/readers", "screening/judging")
_SUFFIXES = (".py", ".toml", ".txt", ".json", ".msgpack")


def run_key(profile: Profile, selection: Selection, limits: WorkerLimits, *, online: bool = False) -> bytes:
    """A digest of what a run's submissions share: tool, parsers, profile, what is run and shown, limits, network."""
    shared = (
        __version__,
        _made_of(_HOME),
        _versions(_PARSERS),
        libmagic_version(),
        profile,
        sorted(selection.only),
        sorted(selection.ignored.items()),
    )
    shown = (selection.min_severity, selection.min_confidence, limits, online)
    return hashlib.sha256(msgspec.msgpack.encode((shared, shown), order="deterministic")).digest()


@cache
def _made_of(home: Path) -> int:
    """A checksum of what is installed there. It tells accidents: who changes rules can change rows."""
    checksum = 0
    for folder, inner, names in (found for room in _ROOMS for found in os.walk(home / room)):
        inner.sort()
        for name in sorted(name for name in names if name.endswith(_SUFFIXES)):
            checksum = zlib.crc32(f"{folder.removeprefix(str(home))}/{name}".encode(), checksum)
            with Path(folder, name).open("rb", buffering=0) as file:
                checksum = zlib.crc32(file.read(), checksum)
    return checksum


@cache
def _versions(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_version, names))


def _version(name: str) -> str:
    """Nothing for a package that stands in under another name."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


class Marks(msgspec.Struct, frozen=True):
    """What tells a submission from others: `key` with all that was asked of it, `files` wherever its files lie."""

    key: str
    files: str


def marks(run: bytes, request: Request) -> Marks:
    """Both, with each file read once; `run` is the digest of what the submissions share."""
    contents = _contents(request)
    return Marks(_key(run, request, contents), _files(request, contents))


def files_digest(request: Request) -> str:
    """`files-` and 16 hexadecimal digits: what a submission's files are called and hold.

    The word in front keeps a spreadsheet from taking it for a number.
    """
    return _files(request, _contents(request))


def listed_digest(request: Request) -> str:
    """16 hexadecimal digits of what the chairs' list says of a submission that its report rests on."""
    listed = msgspec.msgpack.encode((request.authors, request.title))
    return hashlib.sha256(listed).hexdigest()[:16]


def _contents(request: Request) -> tuple[bytes, ...]:
    """Of the paper, which may be missing, and of each file of the supplement."""
    paper = _content(request.paper) if request.paper else b"none"
    return (paper, *(_content(one.path) for one in request.supplements))


def _key(run: bytes, request: Request, contents: tuple[bytes, ...]) -> str:
    digest = hashlib.sha256(run)
    names = tuple(one.name for one in request.supplements)
    asked = (request.id, request.paper_name, names, request.authors, request.cited_unpublished)
    batch = (request.title, request.other_papers, request.twins, (*request.missing, *request.broken))
    pictures = _versions(_PICTURE_PARSERS) if request.pictures else ()
    digest.update(msgspec.msgpack.encode((asked, request.waived, batch, request.pictures, pictures)))
    for content in contents:
        digest.update(content)
    return digest.hexdigest()


def _files(request: Request, contents: tuple[bytes, ...]) -> str:
    paper, *names = (_last_part(name) for name in (request.paper_name, *(one.name for one in request.supplements)))
    held = (paper, contents[0], sorted(zip(names, contents[1:], strict=True)))
    return f"files-{hashlib.sha256(msgspec.msgpack.encode(held)).hexdigest()[:16]}"


def _last_part(name: str) -> str:
    return re.split(r"[/\\]", name)[-1]


def content_digest(path: Path) -> str | None:
    """A digest of a file's bytes, None where they cannot be read: two such files are not the same."""
    try:
        return _read(path).hex()
    except OSError:
        return None


def _content(path: Path) -> bytes:
    try:
        return _read(path)
    except OSError as error:
        return type(error).__name__.encode()


def _read(path: Path) -> bytes:
    """Raises OSError. Only a regular file is read: a FIFO would never end."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise IsADirectoryError(f"{path} is no regular file")
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
