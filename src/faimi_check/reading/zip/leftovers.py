"""What operating systems and editors leave in a zip, and the names it gives away."""

from __future__ import annotations

import plistlib
import re
import struct
from collections.abc import Iterator

from faimi_check.model.paper import MetadataField
from faimi_check.reading.zip.entry_names import readable
from faimi_check.reading.zip.printable import printable_runs

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
_DS_RECORD = re.compile(
    rb"(?:Iloc|bwsp|lsvp|lsvC|lsvP|icvp|vSrn|dscl|modD|moDD|logS|lg1S|phyS|ph1S|extn|cmmt|dilc|icgo|icsp|vstl|ptbL|ptbN)"
    rb"(?:blob|long|shor|bool|comp|dutc|type|ustr)"
)
_MOST_NAMES = 200
_OFFICE_NAME = 54
_APPLEDOUBLE = b"\x00\x05\x16\x07"
_ATTR, _PLIST = b"ATTR", b"bplist00"
_MOST_LOOSE = 20_000


def is_leftover(name: str) -> bool:
    """Whether an entry was put there by a system or an editor, not by its authors."""
    base = re.split(r"[/\\]", name.rstrip("/\\"))[-1][:300]
    return bool(_FOLDERS.search(name[:4000]) or _FILES.fullmatch(base))


def leftover_fields(name: str, content: bytes) -> Iterator[MetadataField]:
    """The texts in a leftover that may identify somebody: attributes, file names, settings."""
    place = f"leftover {readable(name)}"
    if content.startswith(_APPLEDOUBLE):
        for key, value in list(_attributes(content)) or _loose_attributes(content):
            yield MetadataField(place, key, value)
    elif content.startswith(b"b0VIM"):
        yield from (MetadataField(place, key, value) for key, value in _vim_swap(content))
    elif (users := list(_lock_users(re.split(r"[/\\]", name)[-1], content))) != []:
        yield from (MetadataField(place, "user", user) for user in users)
    elif name.rpartition("/")[2] == ".DS_Store":
        for value in sorted(set(_ds_store_names(content)))[:_MOST_NAMES]:
            yield MetadataField(place, "file name", value)
    else:
        for value in printable_runs(content):
            yield MetadataField(place, "text", value)


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


def _loose_attributes(content: bytes) -> Iterator[tuple[str, str]]:
    """What can be read where the table of attributes is damaged: each text behind the attribute's name before it."""
    key = ""
    for run in printable_runs(content[: _MOST_LOOSE if _ATTR in content[:4096] else 0]):
        if (at := run.find("com.apple.")) >= 0:
            key = run[at:]
        elif key and run != _PLIST.decode():
            yield key, _from_its_address(run)


def _attribute_texts(value: bytes) -> Iterator[str]:
    if value.startswith(_PLIST):
        try:
            loaded = plistlib.loads(value)
        except Exception:  # damaged or hostile property list: its printable text is still looked at
            yield from map(_from_its_address, printable_runs(value.removeprefix(_PLIST)))
            return
        items = loaded if isinstance(loaded, list) else [loaded]
        yield from (str(item)[:2000] for item in items[:50] if isinstance(item, str) and item)
        return
    text = value.rstrip(b"\x00").decode("utf-8", "replace")
    if text.isprintable() and text:
        yield text[:2000]
    else:
        yield from printable_runs(value)


def _from_its_address(run: str) -> str:
    """A stretch of letters from the address in it on: the byte before it says its length, which may be a letter too."""
    return run[max(run.find("http"), 0) :]


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
        if number >= 5 * _MOST_NAMES:
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
