"""What kind of place a web address leads to, by its host and path."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import fold
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import table

MAX_URL, _ZEROS = 400, 4
# Addresses that lead every reader to a machine or network of his own, to one for examples, or to nobody's.
_OWN_MACHINE = late(
    r"(?:127|10|0|22[4-9]|2[3-5]\d)(?:\.\d{1,3}){3}|(?:192\.168|169\.254|198\.1[89])(?:\.\d{1,3}){2}"
    r"|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])(?:\.\d{1,3}){2}"
    r"|(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}|8\.8\.(?:8\.8|4\.4)|1\.[01]\.[01]\.1"
)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
# "ac.kh", "edu.ng": what countries call academic hosts by, besides those listed.
_ACADEMIC = frozenset({"ac", "edu"})
_OF_COUNTRY = 2


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


def parse(address: str) -> Url:
    """The address taken apart; nothing in it is trusted to be well formed."""
    bare = re.sub(r"^(?:[a-z]{2,8}:/ ?/){1,2}", "", address.strip()[:MAX_URL], flags=re.IGNORECASE)
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


@lru_cache(maxsize=2048)  # the same link is asked about by whoever finds, judges or tells it
def classify_link(address: str) -> LinkClass:
    """What kind of place an address leads to, by tables/hosts.toml."""
    url = parse(address)
    if "." not in url.host and url.host != "localhost":
        return LinkClass.UNKNOWN
    if _OWN_MACHINE.match(url.host):
        return LinkClass.ANONYMOUS
    return _without_owner(url) or _by_host(url) or _by_shape(url) or LinkClass.UNKNOWN


def is_numbered(address: str) -> bool:
    """Whether an address leads to a machine by its number: 192.0.2.7."""
    return _NUMBER.fullmatch(parse(address).host) is not None


def is_shared_file(address: str) -> bool:
    """Whether the path of an address is one of a cloud that an institution, or a person, runs on a host of any name."""
    path = f"/{'/'.join(parse(address).parts)}".lower()
    return path.startswith(tuple(table("hosts")["cloud"]["shares"]))


def _on(host: str, hosts: list[str]) -> bool:
    return any(host == known or host.endswith("." + known) for known in hosts)


def _without_owner(url: Url) -> LinkClass | None:
    data = table("hosts")
    whole = fold("/".join((url.host, *url.parts, "")))
    if _on(url.host, data["anonymous"]) or has_any(whole, data["anonymous_owner_stems"]):
        return LinkClass.ANONYMOUS
    # A template's: zenodo.org/record/0000000.
    if any(len(part) >= _ZEROS and set(part) == {"0"} for part in url.parts):
        return LinkClass.ANONYMOUS
    rest = "/" + "/".join(url.parts).lower() + "?" + url.query.lower()
    for host, marks in data["view_only"].items():
        if host in url.host and has_any(rest, marks):
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
    kind = _of_host(url.host)
    # The home of an archive that is everybody's.
    return LinkClass.THIRD_PARTY if kind is LinkClass.ARCHIVE and not url.parts and not url.query else kind


def _of_host(host: str) -> LinkClass | None:
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
    # A machine by its number is run by somebody, and whoever asks is told by whom.
    if _NUMBER.fullmatch(url.host):
        return LinkClass.PROJECT
    if any(part.startswith(("~", "@")) for part in url.parts) or any(
        part.lower() in data["personal"]["path_parts"] for part in url.parts[:-1]
    ):
        return LinkClass.PERSONAL
    if url.parts and len(labels) > 2 and labels[0] in data["personal"]["hosts_of_pages"]:
        return LinkClass.PERSONAL
    if labels[0] in ("gitlab", "git", "code", "gitea") and url.parts:
        return LinkClass.OWNER
    if labels[0] in data["cloud"]["labels"]:
        return LinkClass.CLOUD
    if labels[0] in data["archive"]["labels"]:
        return LinkClass.ARCHIVE
    lab = data["lab"]
    academic = len(labels) > _OF_COUNTRY and labels[-2] in _ACADEMIC and len(labels[-1]) == _OF_COUNTRY
    if academic or _on(url.host, lab["suffixes"]) or has_any(url.host, lab["stems"]):
        return LinkClass.PERSONAL if labels[0] in data["personal"]["first_labels"] else LinkClass.LAB
    return LinkClass.LAB if any(label.endswith(tuple(lab["label_ends"])) for label in labels[:-1]) else None
