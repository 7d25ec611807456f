"""Commands that a finding tells an author to run, with the names of the author's own files as a shell takes them."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from faimi_check.model.paper import Paper
from faimi_check.model.supplement import Supplement

_BARE = re.compile(r"[\w@+=:,./-]+")
# Within double quotes, which every shell knows, some of them take these for their own.
_SPECIAL = frozenset('"$`!\\%')
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
_LONGEST = 200
MOST = 12


def shell_word(name: str, otherwise: str = "FILE") -> str:
    """The name of a file as one word of a command; `otherwise` where it cannot be shown as it is."""
    if not name or len(name) > _LONGEST or any(unicodedata.category(char) in _UNSEEN for char in name):
        return otherwise
    if name.startswith("-"):
        name = f"./{name}"
    if _BARE.fullmatch(name):
        return name
    return shlex.quote(name) if _SPECIAL & set(name) else f'"{name}"'


def scrubbing(paper: Paper) -> str:
    """The command that takes out of the paper what hides in its file."""
    name = paper.file or "PAPER.pdf"
    return f"faimi-check scrub {shell_word(name, 'PAPER.pdf')} -o {shell_word(beside(name, 'pdf'), 'OUT.pdf')}"


def deleting(supplement: Supplement, patterns: Iterable[str]) -> str:
    """The command that takes entries out of the zip; "" where it has no zip, or there are too many to list."""
    words = list(dict.fromkeys(patterns))
    if supplement.loose or not 0 < len(words) <= MOST or not all(map(_matches_itself, words)):
        return ""
    quoted = " ".join(f'"{word}"' for word in words)
    return f"zip -d {shell_word(supplement.file, 'SUPPLEMENT.zip')} {quoted}"


def zipping(supplement: Supplement) -> str:
    """The command that makes the zip again without what zip adds unasked, for the folder with what was in it."""
    return f"zip -r -X {shell_word(f'../{new_zip(supplement)}', '../OUT.zip')} ."


def new_zip(supplement: Supplement) -> str:
    """The name of a zip that is to take the place of the one handed in."""
    return "supplement.zip" if supplement.loose else beside(PurePosixPath(supplement.file).name, "zip")


def typed(supplement: Supplement, member: str) -> str:
    """A video's path in the folder where the zip was unpacked, or where it was handed in without one."""
    return supplement.file_of(member) if supplement.loose else member.replace("\\", "/")


def beside(name: str, extension: str) -> str:
    """A new name that is none of the old ones."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}-clean.{extension}")) if path.name else f"clean.{extension}"


def _matches_itself(pattern: str) -> bool:
    """Whether zip takes the name, but for a star at its end, for itself, and every shell the quotes round it."""
    name = pattern.removesuffix("*")
    seen = name.isascii() and name.isprintable()
    return seen and bool(name) and not (_SPECIAL | set("*?[]")) & set(name) and len(name) <= _LONGEST
