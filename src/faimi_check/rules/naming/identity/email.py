"""E-mail addresses in the forms that papers print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase

from faimi_check.model.finding import Confidence
from faimi_check.model.text.spans import Spans
from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.link_class import LinkClass, classify_link
from faimi_check.rules.naming.identity.matter import (
    Identifier,
    fold,
    near,
    stretches,
    top_levels,
    windows,
)
from faimi_check.rules.spotting import has_any, places
from faimi_check.rules.tables import table

_LOCAL = r"[^\W_](?:[\w.+'’-]{0,62}[\w])?"
_LABEL = r"[^\W_](?:[\w-]{0,60}[^\W_])?"
_DOMAIN = rf"{_LABEL}(?:\.{_LABEL}){{1,5}}"
_AT = r"(?: ?[@＠﹫] ?)"
_BRACKETED_AT = r"(?: ?[\[({<⟨][ ]?(?:at|AT|At|@|a|ät)[ ]?[\])}>⟩] ?| ?(?:_at_|-at-|\(a\)) ?)"
_DOT = r"(?: ?[\[({<][ ]?(?:dot|DOT|Dot|\.)[ ]?[\])}>] ?|\.| (?:dot|DOT) )"
_PLAIN = late(rf"(?<![\w.+@-])(?P<local>{_LOCAL}){_AT}(?P<domain>{_DOMAIN})(?![\w@])")
_GROUP = late(
    rf"(?P<open>[{{\[(<⟨])(?P<locals>[^{{}}\[\]()<>⟨⟩@]{{1,400}})[}}\])>⟩]{_AT}(?P<domain>{_DOMAIN})(?![\w@])"
)
_SPELT = late(rf"(?<![\w.+-])(?P<local>{_LOCAL}){_BRACKETED_AT}(?P<domain>{_LABEL}(?:{_DOT}{_LABEL}){{1,5}})(?![\w@])")
_WORDS = late(
    rf"(?<![\w.+-])(?P<local>{_LOCAL}) (?:at|AT) (?P<domain>{_LABEL}(?: (?:dot|DOT) {_LABEL}){{1,5}})(?![\w@])"
)
# "(jdoe at law.ucd.ie)": prose is "the code at example.org", so that a bracket or colon stands before.
_AT_SERVER = late(
    rf"(?:(?<=[(\[<:])|(?<=[(\[<:] ))(?P<local>[a-z][a-z.-]{{2,30}}) at "
    rf"(?P<domain>{_LABEL}(?:\.{_LABEL}){{1,5}})(?![\w@/])"
)
# "Lyngby [at] gmail": what everybody knows goes without its end.
_SHORT = late(
    rf"(?<![\w.+-])(?P<local>{_LOCAL}){_BRACKETED_AT}(?P<domain>(?:google|hot|proton)?mail|gmail|outlook|yahoo|icloud|gmx)"
    r"(?![\w@-]|\.\w)"
)
_SERVER_SIGN, _SMALL = " at ", frozenset(ascii_lowercase)
_SIGNS = ("@", "＠", "﹫")
# Less exact than the pattern it goes before, so that it can begin with a letter that is rare.
_SPELT_SIGN = re.compile(r"[\[({<⟨_-](?:(?<![_-]) ?(?:at|AT|At|@|a|ät) ?[\])}>⟩]|(?<=[_-])at[_-])")
_SPELT_DOTS = (" dot ", " DOT ")
# The name before a server is shorter than others are.
_BEFORE_SIGN, _BEFORE_SERVER, _AFTER_SIGN = 480, 40, 400
_AFTER_SERVER = _AFTER_SIGN + len(_SERVER_SIGN) + 1
_MAILTO = late(r"mailto:", re.IGNORECASE)
_SEPARATORS = late(r"\s*[,;|/]\s*|\s+and\s+|\s+")
_DOTS = late(_DOT)


def emails(text: str) -> Iterator[Identifier]:
    """Addresses as printed: plain, in brace groups (one identifier a member, same span), `(at)` and `dot` spelt out.

    Placeholders, publishers' addresses and measures such as `CPU@3.40GHz` or `precision@k` are left out.
    """
    if "ailto:" in text or "AILTO:" in text:
        text = _MAILTO.sub(lambda match: " " * len(match[0]), text)
    taken = Spans()
    for match, locals_, domain, confidence in _candidates(text):
        if taken.touch(match.start(), match.end()):
            continue
        found = [
            Identifier("email", match[0].strip(), f"{local}@{domain}".lower(), match.start(), match.end(), confidence)
            for local in locals_
            if not is_placeholder_address(local, domain)
        ]
        if found:
            taken.add(match.start(), match.end())
            yield from found


def _candidates(text: str) -> Iterator[tuple[re.Match[str], list[str], str, Confidence]]:
    for start, end in near(_SIGNS, text, _BEFORE_SIGN, _AFTER_SIGN):
        for match in _GROUP.finditer(text, start, end):
            members = [part for part in _SEPARATORS.split(match["locals"]) if part]
            if _is_domain(match["domain"]) and all(len(part) <= 64 for part in members):
                yield match, members, match["domain"], Confidence.CERTAIN
        for match in _PLAIN.finditer(text, start, end):
            if _is_domain(match["domain"]):
                loose = " " in match[0]
                yield match, [match["local"]], match["domain"], Confidence.LIKELY if loose else Confidence.CERTAIN
    spelt = (
        (windows(_SPELT_SIGN, text, _BEFORE_SIGN, _AFTER_SIGN), _SPELT),
        (windows(_SPELT_SIGN, text, _BEFORE_SIGN, _AFTER_SIGN), _SHORT),
        (near(_SPELT_DOTS if "dot" in text or "DOT" in text else (), text, _BEFORE_SIGN, _AFTER_SIGN), _WORDS),
        (stretches(_at_servers(text), _BEFORE_SERVER, _AFTER_SERVER, len(text)), _AT_SERVER),
    )
    for parts, pattern in spelt:
        for start, end in parts:
            for match in pattern.finditer(text, start, end):
                domain = ".".join(part.strip() for part in _DOTS.split(match["domain"]) if part.strip())
                domain += ".com" if pattern is _SHORT else ""
                if _is_domain(domain):
                    yield match, [match["local"]], domain, Confidence.LIKELY


def _at_servers(text: str) -> Iterator[int]:
    end = 0
    for at in places(text, _SERVER_SIGN):
        behind = at + len(_SERVER_SIGN)
        if at >= end and text[behind : behind + 1] in _SMALL:
            yield at
            end = behind + 1


def _is_domain(domain: str) -> bool:
    """Whether the last label is a top-level domain; `k.In` at a sentence's end is none."""
    labels = domain.split(".")
    last = labels[-1]
    if last.lower() not in top_levels():
        return False
    return last.islower() or last.isupper() or all(label[:1].isupper() for label in labels if label.isalpha())


def is_placeholder_address(local: str, domain: str) -> bool:
    """Whether an address is a template's, a publisher's or says itself that it is anonymous.

    None is one whose domain is an institution's: anonymous@umc-nordhavn.nl.
    """
    data = table("domains")
    local, domain = fold(local).strip(".-_"), fold(domain)
    if has_any(domain, data["anonymous_stems"]):
        return True
    if any(domain == host or domain.endswith("." + host) for host in data["placeholder_domains"]):
        return True
    return (hides_person(local) and not _is_of_house(domain)) or f"{local}@{domain}" in data["placeholder_addresses"]


def hides_person(local: str) -> bool:
    """Whether what stands before the @, folded, says that it names nobody: anonymous, author1, xxx."""
    hides = has_any(local, table("domains")["anonymous_stems"])
    return hides or re.match(r"anon(?:$|[^a-z]|ym)|x{2,}|author", local) is not None


def _is_of_house(domain: str) -> bool:
    """Whether a domain is that of a university, a hospital or the like, and not one that stands for any.

    Nobody invents a part of a house for an address that names nobody: "imt.nordhavn-poly.dk".
    """
    labels = set(domain.split(".")[:-1]).difference(table("domains")["placeholder_labels"])
    of = classify_link(domain) if labels else LinkClass.ANONYMOUS
    return of is LinkClass.LAB or (len(labels) > 1 and of not in (LinkClass.THIRD_PARTY, LinkClass.ANONYMOUS))
