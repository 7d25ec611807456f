"""Owners at services that are named in words, without an address: "user jdoe on GitHub"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import top_levels
from faimi_check.rules.naming.identity.pairs import PAIR, QUOTE, is_nobody, is_words, pairs
from faimi_check.rules.spotting import has_any, lowered, places, spotted
from faimi_check.rules.tables import any_of, table, words

# A login, or in quotes any name: "Imaging with Ida".
_LOGIN = r"(?P<name>(?=[\w-]*[a-z])[A-Za-z\d][\w-]{2,38}[A-Za-z\d](?:\.[a-z]{2,12}){0,2})"
_QUOTED = rf"{QUOTE}(?P<quoted>[^\s\"“”][^\"“”«»„]{{2,50}}?){QUOTE}"
_NAMED = rf"(?:{_QUOTED}|{_LOGIN})"
_MANY = r"group|team|community|channel|server|workspace|namespace|space|page|project"
# "The workspace ilyngby-lab": what has a joint is no word behind it.
_JOINED = r"(?:workspace|namespace|team|space|channel)(?= (?=[a-z\d]{2,30}[-_])[a-z][\w-]{4,38}(?![\w-]))"
_CALLED = rf"(?:{any_of('hosts', 'called')}|(?:{_MANY})(?=[:,]? (?:(?:is|called|named) )?{QUOTE})|{_JOINED})"
_CALLED_SIGNS = (
    "ccount", "user", "handle", "profile", "login", "nick", "name", "gr", "org", "rganis", "rganiz", "invite",
    "team", "community", "channel", "server", "space", "entity", "page", "project", "ompte", "onto", "utzer",
    "uenta", "suario", "suário", "tente", "by ",
)  # fmt: skip
# Owner and what they own, in a listing or a table also with blanks.
_AS_PAIR = PAIR.replace("<name>", "<pair>").replace("<owner>", "<of>")
_LOOSE = r"(?P<name>(?P<owner>[A-Za-z\d][\w-]{2,38}) ?/ ?(?!\d+(?!\w))[\w.-]{2,60})"
_ON = r"(?:on|at|of|in|via|auf|bei|sur|chez|en|su|no|na)"
_Beside = tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
# What a service's name stands behind: "user jdoe on ", "jdoe/gap (".
_BEFORE_SERVICE: _Beside = (
    (_CALLED_SIGNS, late(rf"\b{_CALLED}(?: is| called| named|,)?,? {_NAMED},? {_ON} (?:the |our )?\Z")),
    (("/",), late(rf"(?<![\w/.@:~-]){PAIR}{QUOTE}?,? (?:\(|(?:from|{_ON}) (?:the )?)\Z")),
    (("by ",), late(r"\bby (?P<name>(?=[\w-]{5})[a-z][a-z\d_-]{4,38}),? (?:on|at|via) (?:the )?\Z")),
)
_COLON, _NEXT = (":",), 2
# What stands behind it: " (user jdoe)", ": jdoe / gap", " under jdoe/gap", ": jdoe-7".
_BEHIND_SERVICE: _Beside = (
    (
        _CALLED_SIGNS,
        late(
            r"(?: [Hh]ub)?(?:,| \(|:)? ?(?:(?:under|as|at|by|with|through|for|in|is|unter|sous) )?"
            rf"(?:the |our |my |an? |dem )?{_CALLED}:?,?(?: name)?(?: is| called| named)? {_NAMED}"
        ),
    ),
    (
        ("/",),
        late(
            rf"(?: [Hh]ub)? ?[:=] ?{QUOTE}?{_LOOSE}"
            rf"|(?: [Hh]ub)?,? (?:under|as|at|unter|sous|bajo) (?:the name )?{QUOTE}?{_AS_PAIR}"
        ),
    ),
    # "On Kaggle, where we put them as user jdoe".
    (
        _CALLED_SIGNS,
        late(
            r"(?: [Hh]ub)?,? (?:where|to which|on which|and) (?:we|all|they|it|these) [^.;:()\[]{2,50}?"
            rf" (?:under|as|by|with|from) (?:the |our |an? )?{_CALLED}:?,?(?: name)?(?: is| called| named)? {_NAMED}"
        ),
    ),
    (
        ("under ", " as "),
        late(
            r"(?: [Hh]ub)?,? (?:under|as) (?P<name>(?=[a-z-]*[\d_])[a-z][a-z\d_-]{3,38})(?=[,;)]|\.(?:\s|\Z)| \(|\s*\Z)"
        ),
    ),
    (_COLON, late(r" ?: ?@?(?P<name>(?=[\w-]*[-_\d])[a-z][\w-]{3,38})(?![\w/.:])")),
)
# A channel of packages: "from the conda channel jdoe", "channel jdoe on Anaconda".
_CHANNEL = late(
    rf"\b(?:(?:ana)?conda|mamba)\b[^.;]{{0,40}}?\b(?i:channel),? (?:(?:called|named|is) )?{QUOTE}?{_LOGIN}"
    rf"|\bchannel,? (?:(?:called|named) )?{QUOTE}?(?P<other>[A-Za-z][\w-]{{3,38}}){QUOTE}? "
    r"(?:on|of|at|in) (?:[Aa]na)?conda\b"
)
# "@jdoe@social.example": a login with the host that keeps it.
_FEDERATED = late(r"@(?P<name>[A-Za-z][\w.-]{1,38})@(?P<host>[a-z\d][a-z\d-]{1,40}(?:\.[a-z\d-]{2,40}){1,4})")
_REACH, _LONGEST_LOGIN = 110, 42


def accounts(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each owner is named, and the address that this stands for: "user jdoe on GitHub" for github.com/jdoe."""
    lower, found = lowered(text), dict[int, tuple[int, int, str]]()
    for one in (*_at_services(text, lower), *pairs(text, lower), *_channels(text, lower), *_federated(text)):
        found.setdefault(one[0], one)
    yield from found.values()


def _at_services(text: str, lower: str) -> Iterator[tuple[int, int, str]]:
    """What stands beside a service's name."""
    services = table("hosts")["services"]
    for service in spotted(services, lower):
        # "Medium" and "Slack" are services, "medium" and "slack" are words.
        by_capital = service in words("common_words")
        for at in places(lower, service):
            end = at + len(service)
            # In an address it is read as one.
            if text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha():
                continue
            if by_capital and not text[at].isupper():
                continue
            for match in _beside(text, at, end):
                group = next(name for name in ("name", "quoted", "pair") if match.groupdict().get(name))
                if not is_nobody(match):
                    yield *match.span(group), f"{services[service]}/{_part(match[group])}"


def _beside(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What the words before and behind a service's name say of an owner there."""
    least, most = max(0, start - _REACH), end + _REACH
    before, behind = text[least:start], text[end:most]
    if not text[start - 1 : start].isalnum():
        for signs, pattern in _BEFORE_SERVICE:
            if has_any(before, signs) and (match := pattern.search(text, least, start)):
                yield match
    if not behind[:1].isalnum():
        for signs, pattern in _BEHIND_SERVICE:
            near = behind[:_NEXT] if signs is _COLON else behind
            if has_any(near, signs) and (match := pattern.match(text, end, most)):
                yield match


def _channels(text: str, lower: str) -> Iterator[tuple[int, int, str]]:
    for match in _CHANNEL.finditer(text) if "channel" in lower and "conda" in lower else ():
        group = "name" if match["name"] else "other"
        if not is_words(match[group]):
            yield *match.span(group), f"anaconda.org/{match[group]}"


def _federated(text: str) -> Iterator[tuple[int, int, str]]:
    for at in places(text, "@"):
        if text[at - 1 : at].isalnum() or text.find("@", at + 1, at + _LONGEST_LOGIN) < 0:
            continue
        match = _FEDERATED.match(text, at)
        if match and match["host"].rpartition(".")[2] in top_levels():
            yield *match.span(), f"{match['host']}/@{match['name']}"


def _part(owner: str) -> str:
    """A name as part of an address."""
    return "-".join(owner.strip(" .,;:").split())
