"""The objects of ASF (Windows Media) files. Source: the ASF specification 01.20."""

from __future__ import annotations

import re
from typing import BinaryIO

from faimi_check.reading.video.media import MAX_HEADER, MAX_STEPS, MediaStructure

_FILE_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
_DATA = bytes.fromhex("3626b2758e66cf11a6d900aa0062ce6c")
_ENCRYPTION = tuple(
    bytes.fromhex(guid) for guid in ("fbb3112223bdd211b4b700a0c955fc6e", "14e68a292226174cb935dae07ee9289c")
)
_INDICES = frozenset(
    bytes.fromhex(guid)
    for guid in (
        "90080033b1e5cf1189f400a0c90349cb",
        "d329e2d6da35d111903400a0c90349be",
        "f803b1feada26442ad98f1d08ee4dc6b",
        "d03fb73c4ab5334fbe1a8cdb16dc0d4c",
    )
)
_SCRIPT_COMMANDS = bytes.fromhex("301afb1e620bd011a39b00a0c90348f6")
_ADDRESS = re.compile(r"(?:https?|mms|rtsp|file)://[^\s\x00\"<>]{3,300}", re.I)
_BROADCAST = 1


def walk_asf(handle: BinaryIO, size: int, found: MediaStructure) -> None:
    """Walks the objects of an ASF (Windows Media) file's header, and finds where its last object ends."""
    handle.seek(0)
    header = handle.read(min(size, MAX_HEADER))
    length = int.from_bytes(header[16:24], "little")
    at, end = 30, min(len(header), length)
    found.missing = max(0, length - size)
    for _ in range(MAX_STEPS):
        if at + 24 > end:
            break
        guid, step = header[at : at + 16], int.from_bytes(header[at + 16 : at + 24], "little")
        if step < 24:
            break
        body = header[at + 24 : min(at + step, end)]
        _note_asf_object(guid, body, size, found)
        at += step
    handle.seek(min(length, size))
    opening = handle.read(24)
    found.pictures = opening[:16] == _DATA
    if found.encrypted:
        # Where the licence is had is no material of the authors'.
        found.external.clear()
    _walk_objects_behind(handle, size, length, found)


def _walk_objects_behind(handle: BinaryIO, size: int, at: int, found: MediaStructure) -> None:
    """The data and the indices behind the header; a live recording does not say how long its data is."""
    for _ in range(MAX_STEPS):
        if at >= size:
            return
        handle.seek(at)
        head = handle.read(24)
        step = int.from_bytes(head[16:24], "little")
        if head[:16] == _DATA and step < 24:
            return
        known = head[:16] == _DATA or head[:16] in _INDICES
        if len(head) < 24 or not known or step < 24 or (head[:16] != _DATA and step > size - at):
            found.surplus_at = at
            return
        at += step


def _note_asf_object(guid: bytes, body: bytes, size: int, found: MediaStructure) -> None:
    if guid == _FILE_PROPERTIES and len(body) >= 68:
        declared = int.from_bytes(body[16:24], "little")
        if not body[64] & _BROADCAST:
            found.missing = max(found.missing, declared - size)
    elif guid in _ENCRYPTION:
        found.encrypted = True
    elif guid == _SCRIPT_COMMANDS:
        text = body.decode("utf-16-le", "replace")
        found.external.extend(match[0] for _, match in zip(range(20), _ADDRESS.finditer(text), strict=False))
    found.read_text(body)
