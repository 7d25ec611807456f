"""Keys: a submission is judged again only if something that its report rests on has changed."""

from __future__ import annotations

import hashlib
import stat
from functools import cache
from importlib.metadata import version
from pathlib import Path

import msgspec

from faimi_check import __version__
from faimi_check.engine import Selection
from faimi_check.screening.request import Request, WorkerLimits
from faimi_check.venues.profile import Profile

# What the same bytes are read as depends on them.
_PARSERS = ("pypdf", "pypdfium2", "av", "puremagic")


def run_key(profile: Profile, selection: Selection, limits: WorkerLimits, *, online: bool = False) -> bytes:
    """A digest of what a run's submissions share: tool, parsers, profile, what is run and shown, limits, network."""
    shared = (__version__, _parsers(), profile, sorted(selection.only), sorted(selection.ignored.items()))
    shown = (selection.min_severity, selection.min_confidence, limits, online)
    return hashlib.sha256(msgspec.msgpack.encode((shared, shown), order="deterministic")).digest()


@cache
def _parsers() -> tuple[str, ...]:
    return tuple(version(name) for name in _PARSERS)


def submission_key(run: bytes, request: Request) -> str:
    """A digest of the run, of all that was asked, and of the bytes of the files."""
    digest = hashlib.sha256(run)
    names = tuple(one.name for one in request.supplements)
    asked = (request.id, request.paper_name, names, request.authors, request.cited_unpublished)
    batch = (request.title, request.other_papers, request.twins, request.missing, request.pictures)
    digest.update(msgspec.msgpack.encode((asked, request.waived, batch)))
    for path in (request.paper, *(one.path for one in request.supplements)):
        digest.update(_content(path) if path else b"none")
    return digest.hexdigest()


def content_digest(path: Path) -> str:
    """A digest of a file's bytes."""
    return hashlib.sha256(_content(path)).hexdigest()


def _content(path: Path) -> bytes:
    """Only a regular file is read: a FIFO would never end."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return b"not a file"
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        return type(error).__name__.encode()
