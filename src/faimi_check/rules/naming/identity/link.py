"""Web addresses: found in text, and sorted by what they say about the authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

from msgspec.structs import replace

from faimi_check.model.finding import Confidence
from faimi_check.rules.naming.identity.installing import fetched
from faimi_check.rules.naming.identity.matter import Identifier, fold, top_levels, windows
from faimi_check.rules.tables import table

_MAX_URL = 400
_SCHEME_URL = re.compile(
    rf"(?:(?:https?|ftp|git|ssh)(?:://|:/ ?/)(?:git@)?|(?<![\w.@])git@)[^\s<>\"{{}}|\\^`]{{3,{_MAX_URL}}}",
    re.IGNORECASE,
)
# Each blank stands beside a mark of the address, so prose that follows it is not taken in.
_SPACED_PART = r"(?:[\w-]{1,60}(?: ?/ ?(?=[\w~])|\. ?(?=(?-i:[a-z]))|~|(?=\W|$))){2,20}"
_SPACED_URL = re.compile(rf"https?(?: : ?/ ?/ ?|: / ?/ ?|:// |:/ / ?){_SPACED_PART}", re.IGNORECASE)
_BARE_URL = re.compile(
    rf"(?<![\w@./:-])(?:[A-Za-z0-9][A-Za-z0-9-]{{0,62}}\.){{1,6}}[A-Za-z]{{2,12}}(?::\d{{2,5}})?(?:[/:][^\s<>\"{{}}|\\^`]{{0,{_MAX_URL}}})?"
)
# What every address with a scheme, or with a bare host, has in it.
_SCHEME_SIGN = re.compile(r":/|[Gg][Ii][Tt]@")
_HOST_SIGN = re.compile(r"\.[A-Za-z]")
_LONGEST_HOST = 480
# The text layer may show the underscore of view_only as a blank, or break the line there.
_VIEW_ONLY = re.compile(r"/?\s?\??\s?(?:view)?\s?_?\s?only\s?=\s?[\w-]{0,64}", re.IGNORECASE)
_TRAILING = ".,;:!?'\"*’”·"
_PAIRS = {")": "(", "]": "["}


class LinkClass(StrEnum):
    """What a link says about the authors, if it is theirs."""

    ANONYMOUS = "anonymous"
    PUBLISHER = "publisher"
    THIRD_PARTY = "third-party"
    OWNER = "owner"
    PERSONAL = "personal"
    LAB = "lab"
    CLOUD = "cloud"
    VIDEO = "video"
    PROJECT = "project"
    ARCHIVE = "archive"
    UNKNOWN = "unknown"


HARMLESS = frozenset({LinkClass.ANONYMOUS, LinkClass.PUBLISHER, LinkClass.THIRD_PARTY})


class Url(NamedTuple):
    """A web address in lower case: host without `www.`, path parts as written, and the rest."""

    host: str
    parts: tuple[str, ...]
    query: str


def links(text: str) -> Iterator[Identifier]:
    """Addresses that may lead to the authors: `likely` by the kind of place, `possible` where the host is unknown.

    `value` is the address without scheme and `www.`. Anonymous places, publishers and well-known third parties are
    left out.
    """
    for found in urls(text):
        kind = classify_link(found.text)
        if kind not in HARMLESS:
            unknown = kind in (LinkClass.UNKNOWN, LinkClass.LAB)
            confidence = Confidence.POSSIBLE if unknown else Confidence.LIKELY
            yield Identifier("link", found.text, found.value, found.start, found.end, confidence)


def urls(text: str) -> Iterator[Identifier]:
    """Every web address in the text, with a scheme or bare with a host that is known for what it is.

    An address that was set with blanks ("https: // github. com/ someone") is read without them; a command that fetches
    a container or package ("docker pull someone/image") is read as the address it stands for.
    """
    taken: list[tuple[int, int]] = []
    for match in _SPACED_URL.finditer(text):
        address = _trim(re.sub(r"\s", "", match[0]))
        taken.append((match.start(), match.end()))
        yield _with_view_only(replace(_identifier(address, match.start()), end=match.end()), text)
    for match in _round(_SCHEME_SIGN, _SCHEME_URL, text):
        address = _trim(match[0])
        if "." in parse(address).host and not any(start <= match.start() < end for start, end in taken):
            taken.append((match.start(), match.start() + len(address)))
            yield _with_view_only(_identifier(address, match.start()), text)
    for match in _round(_HOST_SIGN, _BARE_URL, text):
        address = _trim(match[0])
        if any(start <= match.start() < end for start, end in taken) or not _stands_bare(address):
            continue
        yield _with_view_only(_identifier(address, match.start()), text)
    for first, last, address in fetched(text):
        yield replace(_identifier(address, first), end=last)


def _round(sign: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for start, end in windows(sign, text, _LONGEST_HOST, _LONGEST_HOST + _MAX_URL):
        yield from pattern.finditer(text, start, end)


def _with_view_only(found: Identifier, text: str) -> Identifier:
    """The address with a `?view_only=` that the text layer cut off."""
    rest = _VIEW_ONLY.match(text, found.end, found.end + 100)
    if rest is None or "view" not in f"{found.text[-6:]}{rest[0]}".lower():
        return found
    address = re.sub(r"/?\??(?:view_?)?$", "", found.text, flags=re.IGNORECASE)
    whole = _identifier(f"{address}/?view_only={rest[0].rpartition('=')[2].strip()}", found.start)
    return replace(whole, end=rest.end())


def _identifier(address: str, start: int) -> Identifier:
    url = parse(address)
    value = "/".join((url.host, *url.parts)) + (f"?{url.query}" if url.query else "")
    return Identifier("link", address, value, start, start + len(address))


def _trim(address: str) -> str:
    while address and (address[-1] in _TRAILING or _unpaired(address)):
        address = address[:-1]
    return address


def _unpaired(address: str) -> bool:
    opening = _PAIRS.get(address[-1])
    return opening is not None and address.count(address[-1]) > address.count(opening)


def _stands_bare(address: str) -> bool:
    """`github.com/x` is an address without its scheme; `e.g`, `Fig.2` and `al.In` are not."""
    if address.lower().startswith("www."):
        return True
    url = parse(address)
    if url.host.rsplit(".", 1)[-1] not in top_levels() or address.split("/", 1)[0].split(".")[-1].istitle():
        return False
    kind = classify_link(address)
    if kind is LinkClass.PROJECT:
        return url.host.count(".") >= 2
    return bool(url.parts) and kind is not LinkClass.UNKNOWN


def parse(address: str) -> Url:
    """The address taken apart; nothing in it is trusted to be well formed."""
    bare = re.sub(r"^(?:https?|ftp|git|ssh):/ ?/", "", address.strip()[:_MAX_URL], flags=re.IGNORECASE)
    bare = re.sub(r"^git@([\w.-]+):", r"\1/", bare)
    bare, _, fragment = bare.partition("#")
    bare, _, query = bare.partition("?")
    host, *parts = re.split(r"/+", bare)
    host = host.rsplit("@", 1)[-1].split(":")[0].lower().strip(".")
    kept = tuple(unquote(part) for part in parts if part)
    return Url(host.removeprefix("www."), kept, query or fragment)


def owner_of(url: Url) -> str:
    """The owner that a path on a code host names; empty where it names none."""
    data = table("hosts")["owner"]
    for part in url.parts:
        bare = fold(part).lstrip("@~")
        if bare in data["service"]:
            return ""
        if bare not in data["skip"]:
            return part
    return ""


def classify_link(address: str) -> LinkClass:
    """What kind of place an address leads to, by tables/hosts.toml."""
    url = parse(address)
    if "." not in url.host and url.host != "localhost":
        return LinkClass.UNKNOWN
    return _without_owner(url) or _by_host(url) or _by_shape(url) or LinkClass.UNKNOWN


def _on(host: str, hosts: list[str]) -> bool:
    return any(host == known or host.endswith("." + known) for known in hosts)


def _without_owner(url: Url) -> LinkClass | None:
    data = table("hosts")
    whole = fold("/".join((url.host, *url.parts)))
    if _on(url.host, data["anonymous"]) or any(stem in whole for stem in data["anonymous_owner_stems"]):
        return LinkClass.ANONYMOUS
    rest = "/" + "/".join(url.parts).lower() + "?" + url.query.lower()
    for host, marks in data["view_only"].items():
        if host in url.host and any(mark in rest for mark in marks):
            return LinkClass.ANONYMOUS
    return None


def _by_host(url: Url) -> LinkClass | None:
    data = table("hosts")
    if _on(url.host, data["owner"]["hosts"]):
        owner = fold(owner_of(url)).lstrip("@~")
        return LinkClass.OWNER if owner and owner not in data["owner"]["known"] else LinkClass.THIRD_PARTY
    path = "/".join(url.parts).lower()
    if f"{url.host}/{path}".startswith(tuple(data["cloud"]["paths"])):
        return LinkClass.CLOUD
    if url.host.endswith("doi.org") and path.startswith(tuple(data["archive"]["doi_prefixes"])):
        return LinkClass.ARCHIVE
    if f"{url.host}/{path}/".startswith(tuple(data["personal"]["paths"])):
        return LinkClass.PERSONAL
    return _listed(url.host)


def _listed(host: str) -> LinkClass | None:
    """The kind of the longest listed host that ends this one: sites.google.com is no part of google.com."""
    labels = host.split(".")
    for start in range(len(labels) - 1):
        kind = _kinds().get(".".join(labels[start:]))
        if kind is not None:
            return kind
    return None


@cache
def _kinds() -> dict[str, LinkClass]:
    data = table("hosts")
    listed = {}
    for kind in (
        LinkClass.THIRD_PARTY,
        LinkClass.PUBLISHER,
        LinkClass.PROJECT,
        LinkClass.CLOUD,
        LinkClass.VIDEO,
        LinkClass.ARCHIVE,
        LinkClass.PERSONAL,
    ):
        listed.update(dict.fromkeys(data[kind.value.replace("-", "_")]["hosts"], kind))
    return listed


def _by_shape(url: Url) -> LinkClass | None:
    """Personal pages, institutions' own clouds and code hosts, labs: told by how they are called."""
    data = table("hosts")
    labels = url.host.split(".")
    if any(part.startswith("~") for part in url.parts) or any(
        part.lower() in data["personal"]["path_parts"] for part in url.parts[:-1]
    ):
        return LinkClass.PERSONAL
    if labels[0] in ("gitlab", "git", "code", "gitea") and url.parts:
        return LinkClass.OWNER
    if labels[0] in data["cloud"]["labels"]:
        return LinkClass.CLOUD
    if labels[0] in data["archive"]["labels"]:
        return LinkClass.ARCHIVE
    lab = data["lab"]
    if _on(url.host, lab["suffixes"]) or any(stem in url.host for stem in lab["stems"]):
        return LinkClass.PERSONAL if labels[0] in data["personal"]["first_labels"] else LinkClass.LAB
    return LinkClass.LAB if any(label.endswith(tuple(lab["label_ends"])) for label in labels[:-1]) else None
