"""What a video container says of itself, read without a player library.

A file cut short still opens and often plays for a while; the lengths in its structure tell how much is missing. The
walk also finds what a player would fetch from elsewhere, encryption, the kinds of its tracks, text outside the pictures
that no tag reader lists, and bytes that belong to no part of it.
"""

from __future__ import annotations

from typing import BinaryIO

from faimi_check.reading.sniff import HEAD, sniff
from faimi_check.reading.video.asf import walk_asf
from faimi_check.reading.video.media import MAX_TEXTS, MediaStructure
from faimi_check.reading.video.mp4 import walk_mp4
from faimi_check.reading.video.riff import walk_avi

_WALKS = {"mp4": walk_mp4, "mov": walk_mp4, "3gp": walk_mp4, "avi": walk_avi, "asf": walk_asf}


def media_structure(handle: BinaryIO, size: int, container: str) -> MediaStructure:
    """Walks the container's structure; one that is not known here gives an empty result. Moves the file position."""
    found = MediaStructure()
    if container in _WALKS:
        _WALKS[container](handle, size, found)
    found.texts = list(dict.fromkeys(found.texts))[:MAX_TEXTS]
    return found


def surplus_of(handle: BinaryIO, size: int, structure: MediaStructure) -> str:
    """What follows the last part of the container, in words; "" where nothing or nothing but zeros does."""
    if structure.surplus_at is None:
        return ""
    handle.seek(structure.surplus_at)
    head = handle.read(HEAD)
    if not head.strip(b"\x00\r\n "):
        return ""
    kind = sniff(head)
    what = kind.container if kind.container not in ("", "text", "empty") else kind.mime
    return f"{size - structure.surplus_at:,} bytes that are no part of the video follow its end ({what})"
