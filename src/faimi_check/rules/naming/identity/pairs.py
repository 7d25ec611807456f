"""Owners with what they own, as services print them: "repo: jdoe/gap", "gh/jdoe/gap", "jdoe/gap@9e1f0c2"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import fold
from faimi_check.rules.spotting import has_any, places
from faimi_check.rules.tables import any_of, listed, table, words

QUOTE = r"[\"'“”‘’`´«»„]"
PAIR = r"(?P<name>(?P<owner>[A-Za-z\d][\w-]{2,38})/(?!\d+(?!\w))[\w.-]{2,60}(?:/[\w.-]{2,60})?)"
# "the Gradio space “jdoe/demo”", "Docker image jdoe/gap:1.2".
_LABELS = {
    "github.com": rf"(?:{any_of('hosts', 'repositories')})",
    "huggingface.co": r"(?:gradio |streamlit )?space|(?:gradio|streamlit) (?:app|demo)"
    r"|model (?:id|card|hub|zoo)(?: entry)?|hf"
    r"|hub(?:,? (?:in|under|as|at) (?:the |our |a )?(?:repository|repo|space|organi[sz]ation|account|name)"
    r"| (?:under|at|as))?",
    "docker.io": r"(?:docker|oci|singularity|apptainer|container)(?: container)?(?: image)?|image name",
    "wandb.ai": r"(?:wandb|w&b|weights (?:&|and) biases)(?: (?:project|runs?|report|logs?|sweeps?))?",
    "kaggle.com": r"kaggle (?:data ?set|notebook|kernel|model)",
}
_LABELLED = tuple(
    (host, late(rf"\b(?:{label})(?: \([a-z]+\))?(?: is| ?:|,| \()? ?{QUOTE}?\Z", re.IGNORECASE))
    for host, label in _LABELS.items()
)
_LABEL_SIGNS = (
    "rep", "dep", "dép", "space", "gradio", "streamlit", "model ", "hub", "hf", "image", "docker", "container",
    "oci", "wandb", "w&b", "weights ", "kaggle", "apptainer", "singularity", "git", "code", "fork", "issue",
    "commit", "仓库", "リポジトリ",
)  # fmt: skip
# What may be a label of much else stands before a login in small letters with a colon.
_WEAKLY = late(rf"\b(?:{any_of('hosts', 'works')})(?: \([a-z]+\))? ?: ?{QUOTE}?\Z", re.IGNORECASE)
_OWNED = late(PAIR)
# "jdoe/gap#12", "jdoe/gap@9e1f0c2".
_AT_STATE = late(r"#\d{1,5}(?!\w)|@(?=[a-f\d]{0,39}\d)[a-f\d]{6,40}(?!\w)")
_STATES, _LONGEST_PAIR, _COLON = frozenset("#@"), 120, 3
_SHORT_HOSTS = {
    "gh": "github.com", "gl": "gitlab.com", "hf": "huggingface.co", "bb": "bitbucket.org", "github": "github.com",
    "gitlab": "gitlab.com", "huggingface": "huggingface.co", "kaggle": "kaggle.com", "wandb": "wandb.ai",
    "codeberg": "codeberg.org", "gitee": "gitee.com", "dockerhub": "docker.io",
}  # fmt: skip
_SHORT = late(r"(?<![\w/.@~-])(\w{2,11}):\Z")
# "We release our weights: m = AutoModel.from_pretrained("jdoe/gap")": everybody loads what others made, too.
_LOADED = late(
    r"(?:from_pretrained|load_dataset|hf_hub_download|snapshot_download|pipeline)\([^()\"'“”]{0,40}[\"'“”‘’]\Z",
    re.IGNORECASE,
)
_RELEASED = late(
    r"\b(?:[Ww]e|[Tt]he authors) (?:\w+ ){0,2}(?:release|publish|share|provide|upload|host|offer|give)(?:d|ed)?\b"
    r"[^.;]{0,60}\b(?:our|weights|models?|checkpoints?|data|everything|it|them)\b"
    r"|\b[Oo]ur (?:own )?(?:[\w-]+ ){0,2}(?:weights|models?|checkpoints?|encoder|data ?set)\b[^.;]{0,50}"
    r"\b(?:is|are|can be) (?:[\w-]+ )?(?:loaded|available|released|public|fetched|had|got|published|shared)\b"
)
_RELEASED_REACH = 240
# "Runs of jdoe/gap, our open code": whose it is stands behind it.
_APPOSED, _APPOSED_SIGN = (
    late(r", our (?:own )?(?:[\w-]+ ){0,2}(?:code|repository|implementation|software|package|toolkit|release)\b"),
    ", our ",
)
_FILE = late(r"\.(?:png|jpe?g|tiff?|pdf|csv|json|ya?ml|txt|nii|dcm|npy|npz|h5|zip|gz|md|toml|cfg|sh|py|tex|html?)\Z")
_OURS, _NEAR = late(r"\b(?:[Oo]urs?|[Mm]y|[Ww]e (?:release|publish|keep|share|host|maintain|provide))\b"), 60
# "resnet50/a1": an architecture with its version.
_NETWORK = late(r"\w{0,12}(?:nets?|formers?|bert|vit|gpt|llama|mamba|cnn|rnn|lstm|mixers?)")
_APART = re.compile(r"[-_.\s]+|\d+")
_LABEL_REACH, _LONGEST_OWNER, _SHORTEST_SERVICE = 60, 40, 2
_QUOTES = ("'", '"', "“", "”", "‘", "’")
_BEFORE_OWNER = frozenset(" (:\"'“”‘’`´«»„/：")
# Endings of words, whose list has them without: "user accounts on GitHub".
_LONGEST_ENDING, _SHORTEST_STEM, _SHORTEST = 3, 4, 3


def pairs(text: str, lower: str) -> Iterator[tuple[int, int, str]]:
    """Where each stands behind a label or a service's short name, or before a state of it, with its address."""
    for at in places(text, "/"):
        start, least = at, max(0, at - _LONGEST_OWNER)
        while start > least and (text[start - 1].isalnum() or text[start - 1] in "_-"):
            start -= 1
        if at - start < _SHORTEST_SERVICE or (start and text[start - 1] not in _BEFORE_OWNER):
            continue
        if lower[start:at] in _SHORT_HOSTS and text[start:at].islower() and text[start - 1 : start] != "/":
            host, match = _SHORT_HOSTS[lower[start:at]], _OWNED.match(text, at + 1)
        else:
            host, match = _host(text, lower, start)
        if host and match and not is_nobody(match):
            yield *match.span("name"), f"{host}/{match['name'].rstrip('.')}"


def _host(text: str, lower: str, start: int) -> tuple[str, re.Match[str] | None]:
    """The host that a label in front of a pair tells, or what stands behind it, and the pair."""
    least = max(0, start - _LABEL_REACH)
    before = lower[least:start]
    if before.endswith("/"):
        return "", None
    short = _SHORT.search(before)
    if short and short[1] in _SHORT_HOSTS:
        return _SHORT_HOSTS[short[1]], _OWNED.match(text, start)
    if before.endswith(_QUOTES) and "(" in before and _LOADED.search(before):
        released = _RELEASED.search(text, max(0, start - _RELEASED_REACH), start) is not None
        return ("huggingface.co", _OWNED.match(text, start)) if released else ("", None)
    labelled = has_any(before, _LABEL_SIGNS)
    behind = text[start : start + _LONGEST_PAIR]
    if not (labelled or ":" in before[-_COLON:] or _STATES.intersection(behind) or _APPOSED_SIGN in behind):
        return "", None
    match = _OWNED.match(text, start)
    if match is None or _AT_STATE.match(text, match.end()) or _APPOSED.match(text, match.end()):
        return "github.com", match
    found = next((host for host, pattern in _LABELLED if labelled and pattern.search(text, least, start)), "")
    weakly = not found and ":" in before[-_COLON:] and match["name"].islower()
    return found or ("github.com" if weakly and _WEAKLY.search(text, least, start) else ""), match


def is_nobody(match: re.Match[str]) -> bool:
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
    return is_words(owner) or (fold(owner) in listed("hosts", "owner", "lent") and not said_own)


def is_words(name: str) -> bool:
    """Whether a name is made of words alone."""
    return all(map(_is_word, filter(None, _APART.split(name))))


def _is_word(name: str) -> bool:
    """Whether it is an everyday word, with an ending or without, or too short to tell."""
    folded = name.lower()
    shortest = max(_SHORTEST_STEM, len(folded) - _LONGEST_ENDING)
    if len(folded) < _SHORTEST or folded in words("common_words") or folded in listed("paths", "generic"):
        return True
    if any(folded[:end] in words("common_words") for end in range(shortest, len(folded))):
        return True
    if folded in listed("file_words", "nobodys") or folded in listed("hosts", "folders"):
        return True
    return _NETWORK.fullmatch(folded) is not None
