"""Names of zip entries: how they are decoded, and what makes one unsafe or different from system to system."""

from __future__ import annotations

import re
import stat
import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from faimi_check.model.supplement import EntryFault, Fault
from faimi_check.reading.plain_text import UNSEEN_LETTERS, with_unseen_told

_UNICODE_PATH = 0x7075
_DRIVE = re.compile(r"[A-Za-z]:")
_DEVICE_NAMES = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³])(?:[ .:].*)?", re.I | re.S)
_FORBIDDEN_ON_WINDOWS = re.compile(r'[<>:"|?*]')
_MAX_COMPONENT = 255
# "?" or "_" for it, or two of them where it takes two units; Info-ZIP writes #U89c6 and #L01f600.
_LOST_LETTER = r"(?:[?_]{1,2}|#U[0-9a-fA-F]{4}|#L[0-9a-fA-F]{6})"
_MAX_PATH = 200
_MAX_DEPTH = 64


class EntryName(NamedTuple):
    """A name as a reader sees it, composed; a complaint where its bytes do not tell one name. `old` is whether nothing
    says in which encoding it is."""

    text: str
    complaint: str = ""
    old: bool = False


def decode_name(raw: bytes, *, utf8: bool, extra: Mapping[int, bytes], old_encoding: str = "cp437") -> EntryName:
    """The name of an entry.

    Without the UTF-8 flag a name that is valid UTF-8 is taken for it (macOS leaves the flag out), else for one in
    `old_encoding`: code page 437 by the format, in fact that of the system where the zip was made.
    """
    spoken = _spoken_name(raw, extra.get(_UNICODE_PATH, b""))
    try:
        name, old = raw.decode("utf-8"), False
    except UnicodeDecodeError:
        if utf8:
            return EntryName(raw.decode("utf-8", "backslashreplace"), "its name is marked as UTF-8 and is not")
        name, old = raw.decode(old_encoding, "replace"), spoken is None
    if spoken is not None and spoken != name:
        if raw.isascii() and not _stands_for(name, spoken):
            return EntryName(_composed(name), f"it has a second name, {spoken!r}, that some programs use instead")
        name = spoken if not utf8 else name
    return EntryName(_composed(name), "", old)


def _spoken_name(raw: bytes, field: bytes) -> str | None:
    """The name in the field for Unicode paths, where that belongs to this name."""
    if len(field) > 5 and int.from_bytes(field[1:5], "little") == zlib.crc32(raw):
        return field[5:].decode("utf-8", "backslashreplace")
    return None


def _stands_for(name: str, spoken: str) -> bool:
    """Whether an ASCII name is what a program leaves of the other one where it can write no other letters."""
    pattern = "".join(re.escape(char) if char.isascii() else _LOST_LETTER for char in spoken[:_MAX_COMPONENT])
    return re.fullmatch(pattern, name) is not None


def _composed(name: str) -> str:
    """Letters with their accents as one, as people type them; macOS takes them apart."""
    return unicodedata.normalize("NFC", name)


def readable(name: str) -> str:
    """The name with characters that do not show, or that reorder the text around them, written as <U+202E>."""
    if with_unseen_told(name) is not name:
        return "".join(f"<U+{ord(char):04X}>" if UNSEEN_LETTERS.match(char) else char for char in name)
    return "".join(f"<U+{ord(char):04X}>" if _unseen(char) else char for char in name)


def _unseen(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and char != "\u200d"


def name_faults(name: str, mode: int) -> Iterator[tuple[EntryFault, str]]:
    """What is wrong with one entry's name and Unix mode, as (kind, sentence)."""
    shown = readable(name)
    parts = [part for part in re.split(r"[/\\]", name) if part]
    if name.startswith(("/", "\\")) or _DRIVE.match(name):
        yield EntryFault.ABSOLUTE, f"{shown!r} is an absolute path"
    if ".." in parts:
        yield EntryFault.TRAVERSAL, f"{shown!r} climbs out of the folder it is unpacked into"
    if shown != name:
        yield EntryFault.CONTROL_CHARACTERS, f"{shown!r} has characters that do not show"
    if any(_DEVICE_NAMES.fullmatch(part) for part in parts):
        yield EntryFault.DEVICE_NAME, f"{shown!r} is a device's name on Windows"
    yield from _portability(name, shown, parts, made_on_unix=mode != 0)
    kind = stat.S_IFMT(mode)
    if kind == stat.S_IFLNK:
        yield EntryFault.LINK, f"{shown!r} is a symbolic link"
    elif kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        yield EntryFault.DEVICE, f"{shown!r} is a device or pipe, not a file"


def _portability(name: str, shown: str, parts: list[str], *, made_on_unix: bool) -> Iterator[tuple[EntryFault, str]]:
    if not parts or all(part == "." for part in parts):
        # The folder that was packed, by the name it has for itself.
        if parts and name.endswith("/"):
            return
        yield EntryFault.BAD_NAME, f"{shown!r} names no file"
        return
    if "\\" in name and "/" not in name and not made_on_unix:
        # What PowerShell and .NET wrote for years; programs that unpack know it.
        yield EntryFault.BACKSLASHES, "its path has backslashes, as older programs for Windows write them"
    elif "\\" in name:
        yield EntryFault.NOT_PORTABLE, "its path has backslashes, which are no folders outside Windows"
    elif _FORBIDDEN_ON_WINDOWS.search(name) and not _DRIVE.match(name):
        yield EntryFault.NOT_PORTABLE, f"{shown!r} has a character that Windows forbids in file names"
    elif any(part.endswith((" ", ".")) and part.strip(".") for part in parts):
        yield EntryFault.NOT_PORTABLE, f"{shown!r} ends in a dot or space, which Windows takes off"
    if parts[0].startswith("-"):
        yield EntryFault.NOT_PORTABLE, f"{shown!r} begins with a dash and is taken for an option on a command line"
    if len(name) > _MAX_PATH or any(len(part.encode("utf-8", "replace")) > _MAX_COMPONENT for part in parts):
        yield EntryFault.NOT_PORTABLE, f"its path is {len(name):,} characters long; some systems refuse to unpack it"


def folded(name: str) -> str:
    """The name as file systems compare it that ignore case, Unicode form, and dots and spaces at the end."""
    parts = re.split(r"[/\\]", unicodedata.normalize("NFC", name).casefold())
    return "/".join(part.rstrip(". ") for part in parts if part and part != ".")


def duplicate_faults(names: Iterable[str]) -> Iterator[Fault]:
    """Entries that fall on one another when unpacked: by name, case, Unicode form, or a file that is a folder too."""
    seen: dict[str, str] = {}
    files: dict[str, str] = {}
    every = list(names)
    for name in every:
        key = folded(name)
        if key in seen:
            yield Fault(EntryFault.DUPLICATE, f"it has the same name as {readable(seen[key])!r}", name)
        seen.setdefault(key, name)
        if not name.endswith(("/", "\\")):
            files.setdefault(key, name)
    for name in every:
        parents = folded(name).split("/")[:-1][:_MAX_DEPTH]
        for depth in range(1, len(parents) + 1):
            clash = files.get("/".join(parents[:depth]))
            if clash is not None and clash != name:
                yield Fault(EntryFault.DUPLICATE, f"it lies in a folder that is also a file, {readable(clash)!r}", name)
                break
