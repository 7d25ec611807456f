"""Logins as services and systems print them: a handle, the owner of a repository or of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.finding import Confidence
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity import HARMLESS, classify_link, fold
from faimi_check.rules.naming.identity.path import is_generic_user
from faimi_check.rules.naming.pictured.matter import Tells, Told, is_taken_out, is_vendor, label_words, sureness
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import listed

_HANDLE = late(r"(?<![\w@./])@(?P<name>[A-Za-z][\w.]{3,30})(?![\w(@])")
# "-rw-r--r-- 1 mquiroga group 812 run.sh"
_LISTED = late(r"[d-][rwxst-]{9}[+@.]? +\d{1,4} (?P<name>[A-Za-z][\w.-]{2,30}) ")
# "squeue -u mquiroga"
_OF_USER = late(r"(?: -u |--user[= ])(?P<name>[a-z][a-z\d._-]{3,30})(?![\w/:])")
_OWNED = late(r"(?P<name>[A-Za-z\d][\w-]{2,38}) ?/ ?(?P<what>[A-Za-z\d][\w.-]{2,60})")
# "mquiroga committed 3 days ago", "assigned to mquiroga"
_DEED = late(
    r"(?<![\w@./-])(?P<name>[a-z][a-z\d-]{3,38}) "
    r"(?:committed|pushed|commented|opened this|closed this|merged|approved these|authored|forked)\b"
)
# Signs of a listing or notebook, where "@" stands before a decorator.
_PROGRAM = late(r"^(?:def|class|import|from|return)\b|\bself\b|^@\w[\w.]*\($|->")
_HOSTING = late(
    r"\b(?:stars?|forks?|branch(?:es)?|tags?|commits?|issues|pull requests?|watch|public|readme|releases)\b",
    re.IGNORECASE,
)
_ENOUGH = 2


def handles(line: BurnedInLine, lines: Sequence[BurnedInLine]) -> Iterator[Told]:
    """The logins in a line; `lines` are those of the picture, which say what kind of window it is."""
    text = line.text.strip()
    for pattern in (_LISTED, _DEED, _OF_USER):
        for match in pattern.finditer(text):
            if _is_login(match["name"]):
                yield Told(Tells.LOGIN, match["name"], line, sureness(line))
    if any(_PROGRAM.search(other.text.strip()) for other in lines):
        return
    for match in _HANDLE.finditer(text):
        if _is_login(match["name"]) and fold(match["name"]) not in listed("pictured", "addressed"):
            yield Told(Tells.LOGIN, match[0], line, Confidence.POSSIBLE)
    owned = _OWNED.fullmatch(text)
    if owned is not None and _is_hosted(lines) and _is_own(owned["name"], owned["what"]):
        yield Told(Tells.LOGIN, text, line, sureness(line))


def _is_hosted(lines: Sequence[BurnedInLine]) -> bool:
    """Whether the picture shows a page of a service that keeps repositories."""
    words = {word.lower() for line in lines for word in _HOSTING.findall(line.text)}
    return len(words) >= _ENOUGH


def _is_own(owner: str, name: str) -> bool:
    return not is_taken_out(owner) and classify_link(f"https://github.com/{owner}/{name}") not in HARMLESS


def _is_login(name: str) -> bool:
    words = re.findall(r"[^\W\d_]+", name)
    if is_generic_user(name) or is_taken_out(name) or any(is_vendor(word) for word in words):
        return False
    return not is_everyday(name) and not all(fold(word) in label_words() for word in words)
