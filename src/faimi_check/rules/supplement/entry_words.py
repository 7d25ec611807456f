"""How a finding speaks of the files in a zip: where they are, their names made safe to read, their formats in words."""

from __future__ import annotations

import unicodedata

from faimi_check.model.finding import Location
from faimi_check.model.supplement import Supplement
from faimi_check.rules.late import late

FORMATS = {
    "avi": "AVI video", "mp4": "MP4 video", "asf": "Windows Media (ASF) video", "mov": "QuickTime movie",
    "3gp": "3GP video", "matroska": "Matroska (MKV) video", "webm": "WebM video", "flv": "Flash video",
    "mpeg": "MPEG video", "mpegts": "MPEG transport stream", "ogg": "Ogg file", "m4a": "MPEG-4 audio",
    "mp3": "MP3 audio", "wav": "WAV audio", "flac": "FLAC audio", "gif": "GIF picture", "png": "PNG picture",
    "jpeg": "JPEG picture", "webp": "WebP picture", "heif": "HEIF picture", "avif": "AVIF picture",
    "pdf": "PDF document", "zip": "zip archive", "7z": "7-Zip archive", "rar": "RAR archive", "gzip": "gzip archive",
    "tar": "tar archive", "bzip2": "bzip2 archive", "xz": "xz archive", "zstd": "Zstandard archive",
    "lzip": "lzip archive", "xar": "xar archive", "cab": "Windows cabinet", "exe": "program", "rtf": "RTF document",
    "ole": "old Office document", "text": "plain text", "html": "HTML page", "svg": "SVG picture", "xml": "XML file",
    "empty": "empty file", "hls": "streaming playlist", "dash": "streaming playlist", "smil": "SMIL playlist",
    "asx": "Windows Media playlist", "xspf": "playlist", "pls": "playlist", "concat": "list of other files",
    "sdp": "description of a network stream", "url": "Internet shortcut", "webloc": "Internet shortcut",
    "desktop": "desktop shortcut", "lnk": "Windows shortcut", "plist": "property list",
}  # fmt: skip
VIDEO_CONTAINERS = frozenset({"avi", "mp4", "mov", "3gp", "asf", "matroska", "webm", "flv", "mpeg", "mpegts"})
# What files of the call's containers are called.
EXTENSIONS = {"avi": "avi", "mp4": "mp4", "asf": "wmv"}
# So many letters of a name are looked into for what it tells; systems that unpack a zip take fewer.
LONGEST_NAME = 300
_EXTENSION = late(r"\.([A-Za-z0-9]{1,12})\Z")


def extension_of(name: str) -> str:
    """The extension in lower case without its dot; "" where there is none."""
    match = _EXTENSION.search(name)
    return match[1].lower() if match else ""


def shown(name: str | None) -> str:
    """A file's name with characters that do not show, or that reorder others, written as <U+202E>."""
    name = (name or "")[:500]
    # Nearly every name is, and is shown with each finding that speaks of it.
    if name.isprintable():
        return name
    return "".join(
        f"<U+{ord(char):04X}>" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") else char
        for char in name
    )


def archive_word(container: str) -> str:
    """The kind of an archive in words."""
    return FORMATS.get(container, container)


def in_words(container: str, mime: str) -> str:
    """What a file is by its bytes, in words."""
    return FORMATS.get(container) or (mime if mime and mime != "application/octet-stream" else "unknown format")


def at(supplement: Supplement, member: str | None = None) -> Location:
    """A place in the zip: a member, or the zip as a whole. A file that came without a zip is its own member."""
    return Location(file=supplement.file_of(member), member=member)
