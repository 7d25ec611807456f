"""Addresses of well-known hosts that were set, or disguised, so that nothing makes a link of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.spotting import lowered, places, spotted
from faimi_check.rules.tables import table

# What stands behind a known host's first word where its dot, or the strokes of its path, are set with blanks, in
# brackets, as words or the other way round; a path with blanks is of an owner and what they own, or prose.
_BROKEN_URL = late(
    r"(?P<dot> ?\. ?| ?[\[({] ?(?:\.|dot|DOT) ?[\])}] ?| (?:dot|DOT) )(?P<end>[a-z]{2,4})(?![\w-])"
    r"(?P<path>(?:[/\\][\w.~%@-]{1,80}){1,6}|(?: (?:slash|SLASH) [\w.~%@-]{1,80}){1,4}"
    r"|(?P<loose>(?: ?/ ?[\w.~%@-]{1,80}){2}))"
)
_BROKEN_DOT, _BROKEN_STROKE = frozenset(" [({"), late(r" ?[/\\] ?| (?:slash|SLASH) ")
_BEFORE_HOST = late(
    r"(?:(?<![\w/])(?:h[a-z]{0,5} ?[a-z]{0,5}|ftp|git|ssh) ?:? ?[/\\]{1,2} ?[/\\]? ?)?(?:www ?\. ?)?\Z", re.IGNORECASE
)
_LONGEST_SCHEME = 24
_SHORTEST_WORD = 5


@cache
def _known_hosts() -> dict[str, frozenset[str]]:
    """What may stand behind the first word of hosts that name an owner: "com" and "io" behind "github"."""
    data, ends = table("hosts"), dict[str, set[str]]()
    for host in (host for kind in ("owner", "project", "cloud", "archive") for host in data[kind]["hosts"]):
        word, _, end = host.partition(".")
        if "." not in end and len(word) >= _SHORTEST_WORD:
            ends.setdefault(word, set()).add(end)
    return {word: frozenset(found) for word, found in ends.items()}


def disguised(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each of these addresses stands, and what it would be: "github[.]com/someone" for github.com/someone."""
    hosts, lower = _known_hosts(), lowered(text)
    for word in spotted(hosts, lower):
        for at in places(lower, word):
            match = _BROKEN_URL.match(text, at + len(word)) if not text[at - 1 : at].isalnum() else None
            if match is None or match["end"] not in hosts[word]:
                continue
            if _BROKEN_DOT.isdisjoint(match["dot"]) and re.fullmatch(r"[^\\ ]+", match["path"]):
                continue
            # "github.com/ and / or" is prose.
            if match["loose"] and not re.search(r"[\d_-]", match["loose"]):
                continue
            path = _BROKEN_STROKE.sub("/", match["path"]).rstrip(".")
            yield with_scheme_before(text, at), match.end(), f"{word}.{match['end']}{path}"


def with_scheme_before(text: str, start: int) -> int:
    """Where the address begins: at what was meant as its scheme."""
    before = _BEFORE_HOST.search(text, max(0, start - _LONGEST_SCHEME), start)
    return before.start() if before else start
