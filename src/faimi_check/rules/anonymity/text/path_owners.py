"""Whose a path or login may be: what of its words neither the paper nor folders of everybody's have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from faimi_check.model.paper import Paper
from faimi_check.model.text.passage import join, lines_at
from faimi_check.rules.anonymity.text.printed_code import said_outside_code, with_title_and_references
from faimi_check.rules.late import late
from faimi_check.rules.memory import once_a_paper
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.identity import fold
from faimi_check.rules.naming.identity.path import is_generic_user
from faimi_check.rules.naming.text.stems import is_everyday
from faimi_check.rules.tables import listed, table

_TOKENS = re.compile(r"[^\W\d_]+")
_HYPHENED = re.compile(r"[^\W\d_]{1,20}(?:-[^\W\d_]{1,20}){1,3}")
_FILE = late(r"\.[A-Za-z]\w{1,4}$")
# A line's end may cut an address in two: "https://ilyngby. github.io/gap"; what it names is no word of the text.
_ADDRESSES = late(
    r"(?:https?: ?/ ?/ ?|www\.)[^\s/]{1,200}(?:(?<=[.-]) [^\s/]{1,100}(?=/|\.[a-z]))?(?: ?/[^\s]{1,200})?"
    r"|(?<![\w.])[\w-]{1,60}\.(?:[\w-]{1,60}\.){0,3} ?(?:github|gitlab|bitbucket|gitee|huggingface|readthedocs)\."
    r"[a-z]{2,5}\b(?: ?/[\w.-]{1,60}){0,12}"
    r"|/ ?[\w.-]{1,60}(?: ?/ ?[\w.-]{1,60}){1,12}|(?:\\ ?[\w.-]{1,60} ?){1,12}|[\w.-]{1,60}@[\w.-]{1,60}"
    r"|[~∼˜] ?\w{1,60}|\b(?:user|username|login|logname|USER|LOGNAME)=[\w.-]{1,60}"
)
# Where the authors of a reference end: before a colon, a bracket, a quote or the full stop behind a whole word.
_AUTHORS_END = late(r"[:(“\"]|(?<=[^\W\d_]{2})\.(?<!\bal\.)(?<!\bJr\.) ")
_LONGEST_AUTHORS = 600
_CAPITALISED = re.compile(r"(?<![^\W_])[^\W\d_a-zß-ÿ][^\W\d_]{2,40}")
_SHORTEST = 3


def somebody(paper: Paper, name: str) -> bool | None:
    """Whether a home folder or login of this name is somebody's: `False` where that is unclear, none if nobody's.

    Authors cite themselves, so what the references name is no excuse; what the paper calls its method or data is
    half of one, and an everyday word that it uses is nobody's.
    """
    if is_generic_user(name):
        return None
    words = _unusual(name)
    if not words:
        return None
    said, named = _own_words(paper)
    everyday = [word for word in words if is_everyday(word) or word in listed("remarks", "nobody")]
    # A login has no capital, and so is no name that the text gives to what it speaks of.
    used = all(word in (said if word in everyday else named) for word in words)
    cited = _cited(paper).intersection(words)
    if not used or any(not (word in everyday and word in said) for word in cited):
        return True
    return None if len(everyday) == len(words) and not cited else False


def unknown_folders(paper: Paper, path: str) -> Iterator[str]:
    """The folders of a path with a word that neither the paper uses nor folders usually have."""
    folders = re.split(r"[/\\]+", path)
    if _FILE.search(folders[-1]):
        folders = folders[:-1]
    rest = None
    for folder in folders:
        if not folder or folder[0] in "$<{%" or is_generic_user(folder):
            continue
        unusual = _unusual(folder)
        if unusual and rest is None:
            rest = _words_beside(paper)
        if rest is not None and any(word not in rest for word in unusual):
            yield folder


def _unusual(folder: str) -> list[str]:
    words = (word for word in map(fold, _TOKENS.findall(folder)) if len(word) >= _SHORTEST)
    return [word for word in words if word not in _usual()]


@once_a_paper
def _words_beside(paper: Paper) -> str:
    """All that the paper says, folded, without paths, addresses and logins."""
    flows = (passage.text for passage in facts_of(paper).own_text)
    return fold(_ADDRESSES.sub(" ", with_title_and_references(paper, flows)))


@once_a_paper
def _own_words(paper: Paper) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the text outside of code, references and addresses, folded: those in small letters, the others."""
    title = join(lines_at(paper, paper.parts.title)).text
    text = _ADDRESSES.sub(" ", " ".join((title, *said_outside_code(paper))))
    # "nnU-Net" is a folder "nnunet".
    words = {*_TOKENS.findall(text), *(word.replace("-", "") for word in _HYPHENED.findall(text))}
    return (
        frozenset(word for word in words if word.islower()),
        frozenset(fold(word) for word in words if not word.islower()),
    )


@once_a_paper
def _cited(paper: Paper) -> frozenset[str]:
    """Whom the references name, folded."""
    names: set[str] = set()
    for listed_there in paper.parts.references:
        for entry in listed_there.entries:
            end = _AUTHORS_END.search(entry.text, 4, _LONGEST_AUTHORS)
            names.update(_CAPITALISED.findall(entry.text[: end.start() if end else _LONGEST_AUTHORS]))
    return frozenset(map(fold, names))


@cache
def _usual() -> frozenset[str]:
    collected = (word for name in table("collections")["names"] for word in _TOKENS.findall(name))
    return frozenset((*table("paths")["generic"], *table("placeholders")["generic_users"], *collected))
