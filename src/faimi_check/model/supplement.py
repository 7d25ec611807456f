"""The supplement: a zip, its entries and READMEs."""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from faimi_check.model.paper import MetadataField, Paper
from faimi_check.model.problem import Problem
from faimi_check.model.video import Video


class EntryFault(StrEnum):
    """What is wrong with an entry or the archive's structure, whatever it holds."""

    TRAVERSAL = "traversal"
    ABSOLUTE = "absolute"
    LINK = "link"
    DEVICE = "device"
    DEVICE_NAME = "device-name"
    CONTROL_CHARACTERS = "control-characters"
    DUPLICATE = "duplicate"
    OVERLAP = "overlap"
    BOMB = "bomb"
    HEADERS_DIFFER = "headers-differ"
    CHECKSUM = "checksum"
    SIZE_LIES = "size-lies"
    ENCRYPTED = "encrypted"
    METHOD = "method"
    NOT_IN_DIRECTORY = "not-in-directory"
    FOREIGN_DATA = "foreign-data"
    TRAILING_BLANKS = "trailing-blanks"
    DIRECTORY = "directory"
    MULTI_DISK = "multi-disk"
    BAD_NAME = "bad-name"
    NOT_PORTABLE = "not-portable"
    BACKSLASHES = "backslashes"


# What archives of files are called, by their bytes.
ARCHIVES = frozenset({"zip", "7z", "rar", "gzip", "bzip2", "xz", "zstd", "lzip", "xar", "cab", "tar"})
_OFFICE = re.compile(r"\.(?:docx|xlsx|pptx|odt|ods|odp|epub|jar|apk|kmz|numbers|pages|key)\Z", re.I)


class Fault(msgspec.Struct, frozen=True):
    """One structural fault; `detail` is a sentence with the figures."""

    kind: EntryFault
    detail: str
    member: str | None = None


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One member of the zip. `name` as stored, decoded; `mime` and `container` by its bytes.

    `container` is a short word for what the bytes are ("avi", "mp4", "asf", "webm", "pdf", "zip", "text", ...; see
    reading/sniff.py), "" where they are not known. `readable` is False where the bytes could not be unpacked. By its
    name an entry is a `leftover` of a system or editor, or a `readme`. `holds_zip` where a zip's directory stands among
    the bytes of something else.
    """

    name: str
    size: int
    compressed: int
    is_dir: bool = False
    mime: str = ""
    container: str = ""
    sha256: str = ""
    readable: bool = True
    leftover: bool = False
    readme: bool = False
    holds_zip: bool = False

    @property
    def is_archive(self) -> bool:
        """Whether it is an archive of files, which office documents are by their bytes too."""
        return self.container in ARCHIVES and not _OFFICE.search(self.name)


class Readme(msgspec.Struct, frozen=True, kw_only=True):
    """A README text, decoded. `encoding` is "" where the bytes are not text."""

    member: str
    text: str
    encoding: str


class AddressCheck(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a web address of a README answered when it was asked. `url` as written, `status` the last HTTP status.

    `reached` is None where it could not be told; `detail` then says why, and why not where it is False, in words that
    end a sentence.
    """

    url: str
    reached: bool | None = None
    status: int | None = None
    detail: str = ""


class EmbeddedPdf(msgspec.Struct, frozen=True, kw_only=True):
    """A PDF found in the zip under any name. `paper` is read only where it may be the cited, unpublished paper;
    `declared` says that it is: by the authors' word or, `by_paper`, by the paper's own reference list. `offset` is
    where in the member it begins. `read_paper` is the same paper with the words of its scanned pages as text, where
    they were read."""

    member: str
    declared: bool = False
    by_paper: bool = False
    offset: int = 0
    paper: Paper | None = None
    read_paper: Paper | None = None


class Loose(msgspec.Struct, frozen=True):
    """A file that came without a zip: what it is called as an entry, and the name the user gave."""

    entry: str
    file: str


class Supplement(msgspec.Struct, frozen=True, kw_only=True):
    """A zip as read, or the files that came without one, read as if they lay in one: those are then `loose`.

    `file` is the name the user gave; `mime` by its bytes. `addresses` of the READMEs are asked only where the user
    wants it, else there are none. `renamed` pairs videos whose names cannot stay with what they are to be called: no
    fact, but what rules are to agree on.
    """

    file: str
    size: int
    mime: str = ""
    sha256: str = ""
    is_zip: bool = False
    comment: str = ""
    entries: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()
    videos: tuple[Video, ...] = ()
    readmes: tuple[Readme, ...] = ()
    pdfs: tuple[EmbeddedPdf, ...] = ()
    names: tuple[MetadataField, ...] = ()
    addresses: tuple[AddressCheck, ...] = ()
    problems: tuple[Problem, ...] = ()
    loose: tuple[Loose, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()

    @property
    def handed_in(self) -> tuple[str, ...]:
        """The names of the files of which it is made, as the user gave them."""
        return tuple(one.file for one in self.loose) or (self.file,)

    def file_of(self, member: str | None) -> str:
        """The file that holds the entry: the zip, or the loose file itself."""
        return next((one.file for one in self.loose if one.entry == member), self.file)
