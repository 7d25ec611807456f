"""Owners at services that are named in words, without an address: "user jdoe on GitHub", "repo: jdoe/gap"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import fold
from faimi_check.rules.spotting import lowered, places, spotted
from faimi_check.rules.tables import table, words

_OPEN, _CLOSE = r"[\"'“”‘’`´«»„]", r"[\"'”’“‘`´»«]"
# A login, or in quotes any name: "Imaging with Ida".
_LOGIN = r"(?P<name>(?=[\w-]*[a-z])[A-Za-z\d][\w-]{2,38}[A-Za-z\d](?:\.[a-z]{2,12}){0,2})"
_QUOTED = rf"{_OPEN}(?P<quoted>[^\s\"“”][^\"“”«»„]{{2,50}}?){_CLOSE}"
_NAMED = rf"(?:{_QUOTED}|{_LOGIN})"
_ONE = r"account|user(?: ?name)?|handle|profile|login|nick(?:name)?|name"
_MANY = r"group|organi[sz]ation|org|team|community|channel|server|workspace|namespace|space|entity|page|project"
_CALLED = rf"(?:(?:{_ONE})|(?:{_MANY})(?=[:,]? (?:(?:is|called|named) )?{_OPEN})|(?:organi[sz]ation|org|group|entity))"
_CALLED_SIGNS = ("account", "user", "handle", "profile", "login", "nick", "name", "group", "org", "rganis", "rganiz",
                 "team", "community", "channel", "server", "space", "entity", "page", "project")  # fmt: skip
# Owner and what they own, in a listing or a table also with blanks.
_PAIR = r"(?P<name>(?P<owner>[A-Za-z\d][\w-]{2,38})/(?!\d+(?!\w))[\w.-]{2,60}(?:/[\w.-]{2,60})?)"
_AS_PAIR = _PAIR.replace("<name>", "<pair>").replace("<owner>", "<of>")
_LOOSE = r"(?P<name>(?P<owner>[A-Za-z\d][\w-]{2,38}) ?/ ?(?!\d+(?!\w))[\w.-]{2,60})"
# What a service's name stands behind: "user jdoe on ", "jdoe/gap (".
_BEFORE_SERVICE = (
    (_CALLED_SIGNS, late(rf"\b{_CALLED}(?: is| called| named|,)?,? {_NAMED},? (?:on|at|of|in) (?:the |our )?\Z")),
    (("/",), late(rf"(?<![\w/.@:~-]){_PAIR}{_CLOSE}?,? (?:\(|(?:on|at|in|from) (?:the )?)\Z")),
)
# What stands behind it: " (user jdoe)", ": jdoe / gap", " under jdoe/gap", ": jdoe-7".
_BEHIND_SERVICE = (
    (
        _CALLED_SIGNS,
        late(
            r"(?: [Hh]ub)?(?:,| \(|:)? ?(?:(?:under|as|at|by|with|through|for|in|is) )?"
            rf"(?:the |our |my |an? )?{_CALLED}:?,?(?: name)?(?: is| called| named)? {_NAMED}"
        ),
    ),
    (
        ("/",),
        late(rf"(?: [Hh]ub)? ?[:=] ?{_OPEN}?{_LOOSE}|(?: [Hh]ub)?,? (?:under|as|at) (?:the name )?{_OPEN}?{_AS_PAIR}"),
    ),
    ((":",), late(r" ?: ?@?(?P<name>(?=[\w-]*[-_\d])[a-z][\w-]{3,38})(?![\w/.:])")),
)
# "repo: jdoe/gap", "the Gradio space “jdoe/demo”", "Docker image jdoe/gap:1.2".
_LABELS = {
    "github.com": r"repo(?:sitor(?:y|ies))?|git(?: clone| repo)?|code",
    "huggingface.co": r"(?:gradio |streamlit )?space|(?:gradio|streamlit) (?:app|demo)"
    r"|model (?:id|card|hub|zoo)(?: entry)?|hf"
    r"|hub(?:,? (?:in|under|as|at) (?:the |our |a )?(?:repository|repo|space|organi[sz]ation|account|name)"
    r"| (?:under|at|as))?",
    "docker.io": r"(?:docker|oci|singularity|apptainer|container)(?: container)?(?: image)?|image name",
    "wandb.ai": r"(?:wandb|w&b|weights (?:&|and) biases)(?: (?:project|runs?|report|logs?|sweeps?))?",
    "kaggle.com": r"kaggle (?:data ?set|notebook|kernel|model)",
}
_LABELLED = tuple(
    (host, late(rf"\b(?:{label})(?: \([a-z]+\))?(?: is|:|,| \()? ?{_OPEN}?\Z", re.IGNORECASE))
    for host, label in _LABELS.items()
)
_LABEL_SIGNS = ("repo", "space", "gradio", "streamlit", "model ", "hub", "hf", "image", "docker", "container", "oci",
                "wandb", "w&b", "weights ", "kaggle", "apptainer", "singularity", "git", "code")  # fmt: skip
_OWNED = late(_PAIR)
# "gh/jdoe/gap", "hf:jdoe/gap".
_SHORT_HOSTS = {
    "gh": "github.com", "gl": "gitlab.com", "hf": "huggingface.co", "bb": "bitbucket.org", "github": "github.com",
    "gitlab": "gitlab.com", "huggingface": "huggingface.co", "kaggle": "kaggle.com", "wandb": "wandb.ai",
    "codeberg": "codeberg.org", "gitee": "gitee.com", "dockerhub": "docker.io",
}  # fmt: skip
# A channel of packages: "from the conda channel jdoe", "channel jdoe on Anaconda".
_CHANNEL = late(
    rf"\b(?:(?:ana)?conda|mamba)\b[^.;]{{0,40}}?\b(?i:channel),? (?:(?:called|named|is) )?{_OPEN}?{_LOGIN}"
    rf"|\bchannel,? (?:(?:called|named) )?{_OPEN}?(?P<other>[A-Za-z][\w-]{{3,38}}){_CLOSE}? "
    r"(?:on|of|at|in) (?:[Aa]na)?conda\b"
)
_FILE = late(r"\.(?:png|jpe?g|tiff?|pdf|csv|json|ya?ml|txt|nii|dcm|npy|npz|h5|zip|gz|md|toml|cfg|sh|tex|html?)\Z")
_OURS, _NEAR = late(r"\b(?:[Oo]urs?|[Mm]y|[Ww]e (?:release|publish|keep|share|host|maintain|provide))\b"), 60
# "resnet50/a1": an architecture with its version.
_NETWORK = late(r"\w{0,12}(?:nets?|formers?|bert|vit|gpt|llama|mamba|cnn|rnn|lstm|mixers?)")
_APART = re.compile(r"[-_.\s]+|\d+")
_REACH, _LABEL_REACH, _LONGEST_OWNER = 110, 60, 40
_QUOTES = frozenset(" (:\"'“”‘’`´«»„/")
# Endings of words, whose list has them without: "user accounts on GitHub".
_LONGEST_ENDING, _SHORTEST_STEM, _SHORTEST, _SHORTEST_SERVICE = 3, 4, 3, 2


def accounts(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each owner is named, and the address that this stands for: "user jdoe on GitHub" for github.com/jdoe."""
    lower, found = lowered(text), dict[int, tuple[int, int, str]]()
    for one in (*_at_services(text, lower), *_pairs(text, lower), *_channels(text, lower)):
        found.setdefault(one[0], one)
    yield from found.values()


def _at_services(text: str, lower: str) -> Iterator[tuple[int, int, str]]:
    """What stands beside a service's name."""
    services = table("hosts")["services"]
    for service in spotted(services, lower):
        # "Medium" and "Slack" are services, "medium" and "slack" are words.
        by_capital = service in words("common_words")
        for at in places(lower, service):
            if by_capital and not text[at].isupper():
                continue
            for match in _beside(text, at, at + len(service)):
                group = next(name for name in ("name", "quoted", "pair") if match.groupdict().get(name))
                if not _is_nobody(match):
                    yield *match.span(group), f"{services[service]}/{_part(match[group])}"


def _beside(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What the words before and behind a service's name say of an owner there."""
    least, most = max(0, start - _REACH), end + _REACH
    before, behind = text[least:start], text[end:most]
    if not text[start - 1 : start].isalnum():
        for signs, pattern in _BEFORE_SERVICE:
            if any(sign in before for sign in signs) and (match := pattern.search(text, least, start)):
                yield match
    if not behind[:1].isalnum():
        for signs, pattern in _BEHIND_SERVICE:
            if any(sign in behind for sign in signs) and (match := pattern.match(text, end, most)):
                yield match


def _pairs(text: str, lower: str) -> Iterator[tuple[int, int, str]]:
    """Owners with what they own, behind a label or a service's short name."""
    for at in places(text, "/"):
        start, least = at, max(0, at - _LONGEST_OWNER)
        while start > least and (text[start - 1].isalnum() or text[start - 1] in "_-"):
            start -= 1
        if at - start < _SHORTEST_SERVICE or (start and text[start - 1] not in _QUOTES):
            continue
        if lower[start:at] in _SHORT_HOSTS and text[start:at].islower() and text[start - 1 : start] != "/":
            host, match = _SHORT_HOSTS[lower[start:at]], _OWNED.match(text, at + 1)
        else:
            host, match = _labelled(text, lower, start), _OWNED.match(text, start)
        if host and match and not _is_nobody(match):
            yield *match.span("name"), f"{host}/{match['name']}"


def _labelled(text: str, lower: str, start: int) -> str:
    """The host that a label in front of an owner's name tells."""
    least = max(0, start - _LABEL_REACH)
    before = lower[least:start]
    short = re.search(r"(?<![\w/.@~-])(\w{2,11}):\Z", before)
    if short and short[1] in _SHORT_HOSTS:
        return _SHORT_HOSTS[short[1]]
    if before.endswith("/") or not any(sign in before for sign in _LABEL_SIGNS):
        return ""
    return next((host for host, pattern in _LABELLED if pattern.search(text, least, start)), "")


def _channels(text: str, lower: str) -> Iterator[tuple[int, int, str]]:
    for match in _CHANNEL.finditer(text) if "channel" in lower and "conda" in lower else ():
        group = "name" if match["name"] else "other"
        if not _is_words(match[group]):
            yield *match.span(group), f"anaconda.org/{match[group]}"


def _part(owner: str) -> str:
    """A name as part of an address."""
    return "-".join(owner.strip(" .,;:").split())


def _is_nobody(match: re.Match[str]) -> bool:
    """Whether an owner's name is words, as in "code/data" and "user accounts on GitHub", or what it owns is a file.

    What is quoted and called one's own is a name all the same.
    """
    found = match.groupdict()
    owner = next(found[name] for name in ("owner", "of", "name", "quoted") if found.get(name))
    if fold(owner) in table("hosts")["services"] or _FILE.search(found.get("name") or found.get("pair") or ""):
        return True
    said_own = _OURS.search(match.string, max(0, match.start() - _NEAR), match.end()) is not None
    if found.get("quoted") and said_own:
        return False
    return _is_words(owner) or (fold(owner) in table("hosts")["owner"]["lent"] and not said_own)


def _is_words(name: str) -> bool:
    return all(map(_is_word, filter(None, _APART.split(name))))


def _is_word(name: str) -> bool:
    """Whether it is an everyday word, with an ending or without, or too short to tell."""
    folded = name.lower()
    shortest = max(_SHORTEST_STEM, len(folded) - _LONGEST_ENDING)
    if len(folded) < _SHORTEST or folded in words("common_words") or folded in table("paths")["generic"]:
        return True
    if any(folded[:end] in words("common_words") for end in range(shortest, len(folded))):
        return True
    return folded in _nobodys() or _NETWORK.fullmatch(folded) is not None


@cache
def _nobodys() -> frozenset[str]:
    return frozenset(table("file_words")["nobodys"].split())
