"""RME004: the README says where the codec is to be had, at an address that can be used."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from faimi_check.model.finding import Confidence, Hit, Severity, Undecided
from faimi_check.model.problem import Aspect
from faimi_check.model.submission import Submission
from faimi_check.model.supplement import AddressCheck, Supplement
from faimi_check.rules.late import late
from faimi_check.rules.registry import Part, RuleResults, rule, supplement_of
from faimi_check.rules.supplement.entry_words import at
from faimi_check.rules.supplement.readme.presence import better_readme, suggestion
from faimi_check.rules.supplement.readme.scope.scope import Scope, asked_videos, scopes
from faimi_check.rules.supplement.readme.sources import Address, Soundness, addresses_in

# "URL: -" among the lines of one video: what is said of others is not meant for it.
_LEFT_OPEN = late(
    r"^[^\n:=|]{0,40}\b(?:url|link|download|address|website|web page)\b[^\n:=|]{0,20}[:=|][ \t]*"
    r"(?:(?:[-–—?.]{1,3}|n/?a|none|tb[ad]|todo|missing|unknown)[ \t]*)?$",
    re.IGNORECASE | re.MULTILINE,
)


class CodecUrl(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`hosts` give away codecs or players too, besides those that are known."""

    hosts: tuple[str, ...] = ()


@rule(
    "RME004",
    "codec-url",
    part=Part.SUPPLEMENT,
    params=CodecUrl,
    codes={
        "missing": Severity.ERROR,
        "malformed": Severity.ERROR,
        "no-scheme": Severity.NOTE,
        "implausible": Severity.WARNING,
        "not-http": Severity.WARNING,
        "article": Severity.WARNING,
        "unreachable": Severity.WARNING,
    },
    needs={Aspect.ARCHIVE, Aspect.READMES},
    requires={"SUP001"},
)
def codec_url(submission: Submission, params: CodecUrl) -> RuleResults:
    """The README gives no usable address where the codec can be downloaded.

    Why
        The call asks for a URL where the codec can be downloaded.

    How it decides
        Addresses are looked for in the lines about the video, then in those about all videos, then in the whole
        README. One that is well formed, http or https, on a host that is known to give away codecs or players or
        looks like it, is enough; pages of laboratories and of people are not, but for mirrors. Where those about a
        video leave the place open ("URL: -"), those about others are not meant. One that only lacks https:// is a
        note. An ftp address, an encyclopedia, a standard,
        a forum or a search page is a warning. No address is opened, unless --online is given: then each such address,
        ten a submission, is asked whether it answers, over http or https and at public machines only. One that
        answers is enough. "No such page" (404 or 410) and a host that does not exist are a warning; any other failure
        leaves it undecided.

    When it can be wrong
        A codec may be had from a place that is not known here: that is a warning only. Whether the page still exists is
        not looked at without --online; with it, a site may turn programs away that would answer a browser.

    Fix
        Give the full address, beginning with https://, of the codec's own site or of a player that brings it along.
    """
    supplement = supplement_of(submission)
    answers = {check.url: check for check in supplement.addresses}
    untold: list[str] = []
    for name, scope in _asked_for(supplement):
        found = _nearest_addresses(scope, params.hosts)
        sound = _sound(found)
        if not sound:
            best = max(found, key=lambda address: address.soundness, default=None)
            yield _address_hit(best, name, scope, supplement)
        elif answers:
            checks = [answers.get(url, AddressCheck(url=url, detail="there are too many to ask all")) for url in sound]
            if all(check.reached is False for check in checks):
                yield _unreachable(checks[0], name, scope, supplement)
            elif not any(check.reached for check in checks):
                untold += [f'"{check.url}": {check.detail}' for check in checks if check.reached is None]
    if untold:
        yield Undecided(f"Could not be reached from here: {untold[0]}.")


def codec_addresses(supplement: Supplement, hosts: tuple[str, ...]) -> tuple[str, ...]:
    """The well-formed addresses that the rule would be content with, each once: those to ask with --online."""
    found = (url for _, scope in _asked_for(supplement) for url in _sound(_nearest_addresses(scope, hosts)))
    return tuple(dict.fromkeys(found))


def _asked_for(supplement: Supplement) -> Iterator[tuple[str, Scope]]:
    """The videos whose codec a README is to name and that have one, each with what is said of it."""
    asked = {entry.name for entry in asked_videos(supplement)}
    for name, scope in scopes(supplement).items():
        if scope is not None and name in asked:
            yield name, scope


def _sound(addresses: list[Address]) -> list[str]:
    return [address.text for address in addresses if address.soundness is Soundness.SOUND]


def _unreachable(check: AddressCheck, name: str, scope: Scope, supplement: Supplement) -> Hit:
    right = suggestion(supplement, [name])
    better = f"write this into the README:\n\n{right}"
    if check.url in right:
        better = "give that of another site, or of a player, that has the codec."
    return Hit(
        code="unreachable",
        message=f'"{check.url}", given for the codec of {name}, leads nowhere: {check.detail}.',
        fix=f"Open it in a browser; if it fails there too, {better}",
        evidence=check.url,
        confidence=Confidence.LIKELY,
        where=at(supplement, scope.readmes[0].member),
    )


def _nearest_addresses(scope: Scope, hosts: tuple[str, ...]) -> list[Address]:
    found: list[Address] = []
    if _LEFT_OPEN.search(scope.own) and not addresses_in(scope.own, hosts):
        return found
    for text in scope.layers():
        found += addresses_in(text, hosts)
        if any(address.soundness is Soundness.SOUND for address in found):
            break
    return found


def _address_hit(address: Address | None, name: str, scope: Scope, supplement: Supplement) -> Hit:
    fix = better_readme(supplement, name)
    where = at(supplement, scope.readmes[0].member)
    if address is None:
        return Hit(
            code="missing", message=f"The README gives no web address where the codec of {name} can be downloaded.",
            fix=fix, where=where,
        )  # fmt: skip
    code, complaint, confidence = {
        Soundness.MALFORMED: ("malformed", f"is no usable web address: {address.why}", Confidence.CERTAIN),
        Soundness.NO_SCHEME: ("no-scheme", "is not a full address: it lacks https://", Confidence.CERTAIN),
        Soundness.NO_WEB: ("not-http", "is an ftp address, which browsers do not open any more", Confidence.CERTAIN),
        Soundness.ARTICLE: (
            "article",
            "is a page to read or to search, not a place to get the codec",
            Confidence.LIKELY,
        ),
    }.get(
        address.soundness,
        ("implausible", "does not look like a place to get a codec from", Confidence.POSSIBLE),
    )
    return Hit(
        code=code,
        message=f'"{address.text}", given for the codec of {name}, {complaint}.',
        fix=fix,
        evidence=address.text,
        confidence=confidence,
        where=where,
    )
