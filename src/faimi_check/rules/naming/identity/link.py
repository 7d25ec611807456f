"""Web addresses: found in text, and sorted by what they say about the authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters, digits

from msgspec.structs import replace

from faimi_check.model.finding import Confidence
from faimi_check.model.text.spans import Spans
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.accounts import accounts
from faimi_check.rules.naming.identity.disguised import disguised, with_scheme_before
from faimi_check.rules.naming.identity.installing import fetched
from faimi_check.rules.naming.identity.link_class import HARMLESS, MAX_URL, LinkClass, classify_link, parse
from faimi_check.rules.naming.identity.machines import machines
from faimi_check.rules.naming.identity.matter import Identifier, near, top_levels, windows
from faimi_check.rules.spotting import has_any
from faimi_check.rules.tables import any_of, listed

_SCHEME_URL = late(
    r"(?:(?:https?|s?ftps?|git|ssh|rsync|svn|davs?|smb|wss?)(?:://|:/ ?/)(?:git@)?"
    rf"|(?<![\w.@])git@)[^\s<>\"{{}}|\\^`]{{3,{MAX_URL}}}",
    re.IGNORECASE,
)
# Each blank stands beside a mark of the address, so prose that follows it is not taken in.
_SPACED_PART = r"(?:[\w-]{1,60}(?: ?/ ?(?=[\w~])|\. ?(?=(?-i:[a-z]))|~|(?=\W|$))){2,20}"
_SPACED_URL = late(rf"https?(?: : ?/ ?/ ?|: / ?/ ?|:// |:/ / ?){_SPACED_PART}", re.IGNORECASE)
_BARE_URL = late(
    # Behind strokes stands what has a scheme that is none: "htps://", "https//".
    rf"(?<![\w@.:-])(?:(?<!/)|(?<=[:/]/))(?:[A-Za-z0-9][A-Za-z0-9-]{{0,62}}\.){{1,6}}[A-Za-z]{{2,12}}(?::\d{{2,5}})?(?:[/:][^\s<>\"{{}}|\\^`]{{0,{MAX_URL}}})?"
)
# What every address with a scheme, or with a bare host, has in it.
_SCHEME_SIGN = late(r"[:Gg](?:(?<=:)/|(?<=[Gg])[Ii][Tt]@)")
# Where a blank stands in what follows the scheme.
_WITH_BLANKS = (": /", " :/", ":// ", ":/ /")
_HTTP = late(r"[Hh][Tt][Tt][Pp]")
_HOST_SIGN = re.compile(r"\.[A-Za-z]")
_LONGEST_HOST = 480
_OF_HOSTS = frozenset(f"{ascii_letters}{digits}.-")
# "fair-reads [dot] org".
_DOTS = ("dot", "[.]", "(.)")
_DOTTED = late(
    r"(?<![\w@.])(?P<host>[a-z\d][a-z\d-]{2,40})(?: ?[\[({] ?(?:dot|\.) ?[\])}] ?| dot )(?P<last>[a-z]{2,12})(?![\w@-])"
)
# What is said before a host that stands alone, and behind it.
_TOLD_BEFORE, _SHORTEST_HOST, _SHORTEST_ADDRESS = 70, 3, 6
_KEPT_THERE = late(rf"\b{any_of('wording', 'kept_on_host')}\b[^.;!?]{{0,40}}\Z", re.IGNORECASE)
_TOLD_AFTER = late(
    r"\W{0,3}(?:(?:is|was|has been) (?:[a-z]+ ){0,2}(?:registered|hosted|run|ours|bought|paid|maintained|mirrored)\b"
    r"|belongs to us\b"
    r"|(?:,|\() ?(?:a|an|our|the) (?:[a-z]+ ){0,2}(?:domain|web ?site|site|server|mirror|blog|web ?page)\b)"
)
# The text layer may show the underscore of view_only as a blank, or break the line there.
_VIEW_ONLY = late(r"/?\s?\??\s?(?:view)?\s?_?\s?only\s?=\s?[\w-]{0,64}", re.IGNORECASE)
_TRAILING = ".,;:!?'\"*’”·"
_PAIRS = {")": "(", "]": "["}


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

    An address that was set with blanks ("https: // github. com/ someone") is read without them, and so is that of a
    well-known host with its signs in brackets or as words ("github[.]com/someone"); a command that fetches
    a container or package ("docker pull someone/image") is read as the address it stands for, and so is an owner at
    a service ("user someone on GitHub"), a bucket ("s3://someone-data"), a host's number or an app's id.
    """
    taken = Spans()
    for first, last, address in disguised(text):
        taken.add(first, last)
        yield replace(_identifier(address, first), end=last)
    for match in _spaced(text):
        if match.start() in taken:
            continue
        address = _trim(re.sub(r"\s", "", match[0]))
        taken.add(match.start(), match.end())
        yield _with_view_only(replace(_identifier(address, match.start()), end=match.end()), text)
    for match in _with_scheme(text):
        address = _trim(match[0])
        if "." in parse(address).host and match.start() not in taken:
            taken.add(match.start(), match.start() + len(address))
            yield _with_view_only(_identifier(address, match.start()), text)
    for match in _bare(text):
        address = _trim(match[0])
        if match.start() in taken or not _stands_bare(address):
            continue
        taken.add(match.start(), match.end())
        found = _identifier(address, match.start())
        yield _with_view_only(replace(found, start=with_scheme_before(text, found.start)), text)
    for first, last, address in (*fetched(text), *accounts(text), *machines(text)):
        if first not in taken:
            yield replace(_identifier(address, first), end=last)


def told_hosts(text: str) -> Iterator[Identifier]:
    """Hosts that nobody knows, where words say that something is kept there: "we host it on fair.example".

    What stands like one may be a file or a part of a program, and is none where nothing is said of it.
    """
    for match in _bare(text):
        # Most of what has a full stop inside ends a sentence.
        if match[0][-1:].isupper() or len(match[0]) < _SHORTEST_ADDRESS:
            continue
        address = _trim(match[0])
        host, _, port = address.partition("/")[0].partition(":")
        last = host.rpartition(".")[2]
        if len(host.split(".")[0]) < _SHORTEST_HOST or not host.islower() or last not in top_levels():
            continue
        # An address with a stroke behind its host is one of a page; behind a colon a number is a port, or a line's.
        doubtful = last in listed("domains", "files_and_words") and not (
            (port or "/" in address) and host.count(".") > 1
        )
        doubtful = doubtful and not ("/" in address and "-" in host and host.count(".") == 1)
        doubtful = doubtful or (bool(port) and not port.isdigit())
        if doubtful or _stands_bare(address) or classify_link(address) not in (LinkClass.UNKNOWN, LinkClass.LAB):
            continue
        if port or _is_told(text, match.start(), match.start() + len(address)):
            yield _identifier(address, match.start())
    for match in _DOTTED.finditer(text) if has_any(text, _DOTS) else ():
        if match["last"] in top_levels() and _is_told(text, *match.span()):
            yield replace(_identifier(f"{match['host']}.{match['last']}", match.start()), end=match.end())


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether the words before a host, or behind it, say that something is kept there."""
    told = _KEPT_THERE.search(text, max(0, start - _TOLD_BEFORE), start)
    return told is not None or _TOLD_AFTER.match(text, end) is not None


def _spaced(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for sign in _HTTP.finditer(text) if has_any(text, _WITH_BLANKS) else ():
        if sign.start() >= end and (match := _SPACED_URL.match(text, sign.start())):
            yield match
            end = match.end()


def _with_scheme(text: str) -> Iterator[re.Match[str]]:
    after = _LONGEST_HOST + MAX_URL
    # Without an "@" there is one sign only, which needs no pattern.
    plain = near((":/",), text, _LONGEST_HOST, after + 2) if "@" not in text else None
    for start, end in plain or windows(_SCHEME_SIGN, text, _LONGEST_HOST, after):
        yield from _SCHEME_URL.finditer(text, start, end)


def _bare(text: str) -> Iterator[re.Match[str]]:
    """What stands like a host, tried where the word begins that has a full stop inside."""
    end = 0
    for sign in _HOST_SIGN.finditer(text):
        if sign.start() < end:
            continue
        start, least = sign.start(), max(0, sign.start() - _LONGEST_HOST)
        while start > least and text[start - 1] in _OF_HOSTS:
            start -= 1
        if match := _BARE_URL.match(text, start):
            yield match
            end = match.end()


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
    if kind is LinkClass.LAB:
        return bool(url.parts) or url.host.count(".") >= 2
    return bool(url.parts) and kind is not LinkClass.UNKNOWN
