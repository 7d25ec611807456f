"""What operating systems and editors leave in a zip, and the names it gives away."""

from __future__ import annotations

import plistlib
import re
import struct
from collections.abc import Iterator

from faimi_check.model.paper import MetadataField
from faimi_check.reading.zip.directory import Member, extra_fields
from faimi_check.reading.zip.entry_names import readable

_FOLDERS = re.compile(
    r"(?:^|[/\\])(?:__MACOSX|\.git|\.svn|\.hg|\.idea|\.vscode|\.vs|__pycache__|\.ipynb_checkpoints|\.Spotlight-V100"
    r"|\.Trashes|\.fseventsd|\.AppleDouble|\.TemporaryItems|@eaDir|\$RECYCLE\.BIN|System Volume Information)"
    r"(?:[/\\]|$)",
    re.I,
)
_FILES = re.compile(
    r"(?:\._.+|\.DS_Store|\.localized|Icon\r?|Thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|\.directory|\.nomedia"
    r"|~\$.+|\.~lock\..+#|.+~|\.#.+|#.+#|\..+\.sw[op]|.+\.sw[op]|.+\.(?:bak|tmp|temp|orig|part|crdownload)|\.gitignore|\.gitattributes"
    r"|\.gitmodules|\.mailmap|\.dropbox(?:\.attr)?|\.Rhistory|\.python_history|\.bash_history|\.picasa\.ini|picasa\.ini"
    r"|.+:Zone\.Identifier|zbthumbnail\.info|MANIFEST\.MF)",
    re.I | re.S,
)
_ASCII_RUN = re.compile(rb"[\x20-\x7e]{6,200}")
_UTF16LE_RUN = re.compile(rb"(?:[\x20-\x7e]\x00){5,200}")
_UTF16BE_RUN = re.compile(rb"(?:\x00[\x20-\x7e]){5,200}")
_DS_RECORD = re.compile(
    rb"(?:Iloc|bwsp|lsvp|lsvC|lsvP|icvp|vSrn|dscl|modD|moDD|logS|lg1S|phyS|ph1S|extn|cmmt|dilc|icgo|icsp|vstl|ptbL|ptbN)"
    rb"(?:blob|long|shor|bool|comp|dutc|type|ustr)"
)
_MAX_RUNS = 200
_OFFICE_NAME = 54
_APPLEDOUBLE = b"\x00\x05\x16\x07"
_ATTR = b"ATTR"
_UNIX_OWNER = 0x7875
_OLD_UNIX_OWNER = 0x7855
_UNIX_OLDEST = 0x5855
_OWNERS = frozenset({_UNIX_OWNER, _OLD_UNIX_OWNER, _UNIX_OLDEST})


def is_leftover(name: str) -> bool:
    """Whether an entry was put there by a system or an editor, not by its authors."""
    base = re.split(r"[/\\]", name.rstrip("/\\"))[-1][:300]
    return bool(_FOLDERS.search(name[:4000]) or _FILES.fullmatch(base))


def leftover_fields(name: str, content: bytes) -> Iterator[MetadataField]:
    """The texts in a leftover that may identify somebody: attributes, file names, settings."""
    place = f"leftover {readable(name)}"
    if content.startswith(_APPLEDOUBLE):
        for key, value in _attributes(content):
            yield MetadataField(place, key, value)
    elif content.startswith(b"b0VIM"):
        yield from (MetadataField(place, key, value) for key, value in _vim_swap(content))
    elif (users := list(_lock_users(re.split(r"[/\\]", name)[-1], content))) != []:
        yield from (MetadataField(place, "user", user) for user in users)
    elif name.rpartition("/")[2] == ".DS_Store":
        for value in sorted(set(_ds_store_names(content)))[:_MAX_RUNS]:
            yield MetadataField(place, "file name", value)
    else:
        for value in _runs(content):
            yield MetadataField(place, "text", value)


def owner_fields(member: Member) -> Iterator[MetadataField]:
    """Comments and Unix owners that stand in an entry's directory record."""
    place = f"directory record of {readable(member.name)}"
    if member.comment:
        yield MetadataField(place, "comment", member.comment[:2000].decode("utf-8", "replace"))
    owners: dict[tuple[int, int], None] = {}
    for kind, payload in extra_fields(member.extra):
        if kind in _OWNERS:
            if ids := _owner(kind, payload):
                owners.setdefault(ids)
        else:
            for value in _runs(payload):
                yield MetadataField(place, f"extra field {kind:04x}", value)
    # Packers write the same owner in an old form and a new one.
    for ids in owners:
        yield MetadataField(place, "owner", "uid {}, gid {}".format(*ids))


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


def _attributes(content: bytes) -> Iterator[tuple[str, str]]:
    """Extended attributes of an AppleDouble file as (name, text)."""
    at = content.find(_ATTR, 0, 4096)
    if at < 0 or at + 36 > len(content):
        return
    count = min(int.from_bytes(content[at + 34 : at + 36], "big"), 100)
    at += 36
    for _ in range(count):
        if at + 11 > len(content):
            return
        offset, length, _flags, name_length = struct.unpack_from(">IIHB", content, at)
        name = content[at + 11 : at + 11 + name_length].rstrip(b"\x00").decode("utf-8", "replace")
        for text in _attribute_texts(content[offset : offset + min(length, 20_000)]):
            yield name, text
        at += (11 + name_length + 3) & ~3


def _attribute_texts(value: bytes) -> Iterator[str]:
    if value.startswith(b"bplist00"):
        try:
            loaded = plistlib.loads(value)
        except Exception:  # damaged or hostile property list: its printable text is still looked at
            yield from _runs(value)
            return
        items = loaded if isinstance(loaded, list) else [loaded]
        yield from (str(item)[:2000] for item in items[:50] if isinstance(item, str) and item)
        return
    text = value.rstrip(b"\x00").decode("utf-8", "replace")
    if text.isprintable() and text:
        yield text[:2000]
    else:
        yield from _runs(value)


def _vim_swap(content: bytes) -> Iterator[tuple[str, str]]:
    """User, host and path that block 0 of a Vim swap file keeps; source: Vim's memline.c, `struct block0`."""
    for key, start, end in (("user", 28, 68), ("host", 68, 108), ("path", 108, 1000)):
        value = content[start:end].split(b"\0")[0].decode("utf-8", "replace").strip()
        if value.isprintable() and value:
            yield key, value


def _lock_users(base: str, content: bytes) -> Iterator[str]:
    """Who has a document open: Office ("~$thesis.docx") and LibreOffice (".~lock.thesis.odt#") lay a file beside it.

    Office writes the length of the name and the name, filled up, then both once more in two bytes a letter.
    """
    if base.startswith("~$") and content and 0 < content[0] < _OFFICE_NAME:
        yield from filter(str.isprintable, {content[1 : 1 + content[0]].decode("cp1252", "replace").strip()} - {""})
    elif base.startswith(".~lock."):
        fields = content[:1_000].decode("utf-8", "replace").split(",")[:2]
        yield from (field.strip() for field in fields if field.strip() and field.isprintable())


def _ds_store_names(content: bytes) -> Iterator[str]:
    """File names in a Finder folder file: each record is a length, the name in UTF-16, and two four-letter codes."""
    for number, match in enumerate(_DS_RECORD.finditer(content)):
        if number >= 5 * _MAX_RUNS:
            return
        end = match.start()
        for length in range(1, 256):
            start = end - 2 * length
            if start < 4:
                break
            if int.from_bytes(content[start - 4 : start], "big") == length:
                name = content[start:end].decode("utf-16-be", "replace")
                if name != ".":
                    yield name
                break


def _runs(content: bytes) -> Iterator[str]:
    """Printable text in bytes of unknown form."""
    found: list[str] = []
    for pattern, encoding in ((_ASCII_RUN, "ascii"), (_UTF16LE_RUN, "utf-16-le"), (_UTF16BE_RUN, "utf-16-be")):
        for match in pattern.finditer(content):
            found.append(match[0].decode(encoding))
            if len(found) >= _MAX_RUNS:
                break
    yield from dict.fromkeys(found)
