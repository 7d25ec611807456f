"""What packers write of an entry beside its data: comments, owners and other fields, in the directory and before it."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from faimi_check.model.paper import MetadataField
from faimi_check.reading.zip.directory import Member, extra_fields
from faimi_check.reading.zip.entry_names import readable
from faimi_check.reading.zip.printable import printable_runs, whole_text

_UNIX_OWNER = 0x7875
_OLD_UNIX_OWNER = 0x7855
_UNIX_OLDEST = 0x5855
_OWNERS = frozenset({_UNIX_OWNER, _OLD_UNIX_OWNER, _UNIX_OLDEST})
# Fields of numbers alone, which may spell letters by chance, and the most bytes that they have: sizes of large files,
# times, keys of a cipher.
_NUMBERS = {0x0001: 28, 0x000A: 32, 0x5455: 13, 0x9901: 7}
# The name and the comment in Unicode, behind a version and a checksum of the other spelling.
_UNICODE_NAME, _UNICODE_COMMENT, _CHECKED = 0x7075, 0x6375, 5
_LONGEST = 2_000


def record_fields(member: Member) -> Iterator[MetadataField]:
    """Comments, other texts and Unix owners in an entry's records; what two of them say alike once."""
    place = f"directory record of {readable(member.name)}"
    comments = dict.fromkeys(filter(None, (_text(member.comment),)))
    owners: dict[tuple[int, int], None] = {}
    others: dict[tuple[str, str], None] = {}
    for kind, payload in dict.fromkeys((*extra_fields(member.extra), *extra_fields(member.local_extra))):
        if len(payload) <= _NUMBERS.get(kind, -1):
            continue
        if kind in _OWNERS:
            if ids := _owner(kind, payload):
                owners.setdefault(ids)
        elif kind == _UNICODE_COMMENT:
            comments.setdefault(_text(payload[_CHECKED:]))
        elif kind != _UNICODE_NAME and (text := whole_text(payload)):
            # Packers of other systems spell the name once more.
            if text not in member.name and member.name not in text:
                comments.setdefault(text)
        else:
            others.update(dict.fromkeys((f"extra field {kind:04x}", value) for value in printable_runs(payload)))
    yield from (MetadataField(place, "comment", comment) for comment in comments if comment)
    yield from (MetadataField(place, key, value) for key, value in others)
    # Packers write the same owner in an old form and a new one.
    for ids in owners:
        yield MetadataField(place, "owner", "uid {}, gid {}".format(*ids))


def _text(comment: bytes) -> str:
    return comment[:_LONGEST].decode("utf-8", "replace")


def _owner(kind: int, payload: bytes) -> tuple[int, int] | None:
    """The numbers of user and group in one of the forms that they have."""
    if kind == _UNIX_OWNER:
        return _new_owner(payload)
    at = 8 if kind == _UNIX_OLDEST else 0
    if len(payload) < at + 4:
        return None
    user, group = struct.unpack_from("<HH", payload, at)
    return user, group


def _new_owner(payload: bytes) -> tuple[int, int] | None:
    if len(payload) < 3 or payload[0] != 1:
        return None
    width = payload[1]
    rest = payload[2 + width :]
    if not rest or len(rest) < 1 + rest[0]:
        return None
    return int.from_bytes(payload[2 : 2 + width], "little"), int.from_bytes(rest[1 : 1 + rest[0]], "little")
