"""Places as machines call them: buckets of a store, hosts by number, apps by their ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.link_class import HARMLESS, classify_link
from faimi_check.rules.naming.identity.matter import near, places_of, top_levels
from faimi_check.rules.spotting import lowered, spotted
from faimi_check.rules.tables import table

_BUCKET = r"(?P<name>[a-z\d][\w.-]{2,62})(?:@[\w.-]{3,60})?"
_STORED = late(rf"(?P<store>[a-z][a-z\d]{{1,5}})://{_BUCKET}(?P<path>(?:/[^\s<>\"{{}}|\\^`/]{{1,80}}){{0,6}})")
# "the bucket jdoe-models on S3", "our S3 bucket jdoe-models".
_PROVIDER = r"(?:S3|AWS|GCS|GCP|MinIO|Azure|Amazon|Google(?: Cloud)?)"
_CALLED_SO = r"(?: is| called| named|,)? [\"'“”‘’`]?(?P<name>(?=[a-z\d.]*[-_\d])[a-z\d][a-z\d_.-]{2,62})"
_BUCKETS = late(
    rf"\b{_PROVIDER}(?: [Ss]torage)? [Bb]ucket{_CALLED_SO}|\b[Bb]ucket{_CALLED_SO.replace('<name>', '<other>')}"
    rf"[\"'“”‘’`]?,? (?:on|in|at|of) {_PROVIDER}\b"
)
# Words by which a bucket in an example is called.
_EXAMPLES = frozenset({"bucket", "your", "my", "example", "some", "name", "path", "the", "data", "test", "foo", "bar"})
# A pattern that begins with one sign is found far quicker than any of figures.
_NUMBERS, _DIGITS = re.compile(r"\.\d{1,3}\.\d{1,3}\.\d"), 3
_NUMBERED = late(
    r"(?P<host>\d{1,3}(?:\.\d{1,3}){3})(?::(?P<port>\d{2,5})(?!\d|\.\d)(?:/[\w~.?=&%-]{1,80}){0,3}"
    r"|(?P<path>(?:/[a-z][\w~.?=&%-]{1,80}){1,3})|(?![\d.:/]))"
)
# "SPSS 29.0.1.0/windows": before a path stands where something is.
_SAID_PLACE = late(r"(?:\b(?:at|on|under|via|from|see|visit|open)|[:(]) ?\Z")
_SAID_NUMBER = late(r"\b(?:IP|ip)(?:v4)?(?: (?:address|number))?(?:\W{0,3}| (?:is|was) )\Z")
_FIRST_PORT, _LAST_PORT, _LARGEST = 80, 65535, 255
_APP = late(r"(?P<first>[a-z]{2,7})(?:\.[a-z][a-z\d_]{1,40}){2,5}(?![\w(@/-]|\.\w)", re.ASCII)
# What is said of apps, and of nothing in a program.
_STORES = ("play store", "playstore", "app store", "appstore", "google play", "testflight", "f-droid", "appgallery",
           "bundle id", "package name", "app id", "application id", "apk", "android", "ios app")  # fmt: skip
_REACH = 120


def machines(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each of them stands, and the address it stands for."""
    if "://" in text or "ucket" in text:
        yield from _buckets(text)
    yield from _numbered(text)
    yield from _apps(text)


def _buckets(text: str) -> Iterator[tuple[int, int, str]]:
    stores = table("hosts")["stores"]
    for at in places_of(("://",), text):
        start = at
        while start and at - start <= max(map(len, stores)) and text[start - 1].isalnum():
            start -= 1
        stored = _STORED.match(text, start) if text[start:at] in stores else None
        if stored and not _is_example(stored["name"]) and not _is_public(stored["name"]):
            yield *stored.span(), f"{stored['name']}.{stores[stored['store']]}{stored['path'].rstrip('.,;:)')}"
    for match in _BUCKETS.finditer(text) if "ucket" in text else ():
        group = "name" if match["name"] else "other"
        if not _is_example(match[group]):
            yield *match.span(group), f"{match[group]}.{stores['s3']}"


def _is_example(bucket: str) -> bool:
    return _EXAMPLES.issuperset(re.split(r"[-_.\d]+", bucket))


def _is_public(bucket: str) -> bool:
    """Whether a bucket is called after an archive that is everybody's: "mimic-iv-3.1.physionet.org"."""
    return "." in bucket and classify_link(bucket) in HARMLESS


def _numbered(text: str) -> Iterator[tuple[int, int, str]]:
    """Hosts by their number, with a port, a path, or where it is called one; a bare number may be a version's."""
    for match in _NUMBERS.finditer(text):
        start = match.start()
        while start and match.start() - start < _DIGITS and text[start - 1].isdigit():
            start -= 1
        before = text[start - 1 : start]
        found = _NUMBERED.match(text, start)
        if found is None or before.isalnum() or (before and before in "._:/@-"):
            continue
        if any(int(part) > _LARGEST for part in found["host"].split(".")):
            continue
        if found["port"]:
            told = _FIRST_PORT <= int(found["port"]) <= _LAST_PORT
        else:
            said = _SAID_PLACE if found["path"] else _SAID_NUMBER
            told = said.search(text, max(0, found.start() - 30), found.start()) is not None
        if told:
            yield *found.span(), found[0].rstrip(".,;:")


def _apps(text: str) -> Iterator[tuple[int, int, str]]:
    """Ids of apps, near words for where apps are had."""
    lower = lowered(text)
    signs = list(spotted(_STORES, lower))
    for start, end in near(signs, lower, _REACH, _REACH) if signs else ():
        for match in _APP.finditer(text, start, end):
            before = text[match.start() - 1 : match.start()]
            if match["first"] not in top_levels() or (before and (before.isalnum() or before in "./@_-")):
                continue
            if not f"{match[0]}.".startswith(_known_apps()):
                yield *match.span(), f"play.google.com/store/apps/details?id={match[0]}"


@cache
def _known_apps() -> tuple[str, ...]:
    return tuple(f"{maker}." for maker in table("hosts")["apps"]["known"])
