"""Packages that a paper calls its own and has readers install by name: "our library (pip install delaymeter)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from faimi_check.rules.late import late
from faimi_check.rules.naming.identity.matter import near
from faimi_check.rules.naming.text.prose import MASKED
from faimi_check.rules.tables import any_of, listed

_INDEXES = ("PyPI", "PyPi", "CRAN", "Bioconductor", "onda-forge", "npm", "crates.io", "age Index")
_SIGNS = ("install", "add ", "Pkg.add", *_INDEXES)
_REACH = 220
_OPTION = r"(?:--?[\w-]{1,30}(?:[= ](?:https?:)?[\w.:/-]{1,60})? ){0,3}?"
_COMMAND = (
    r"(?:(?:pip[23]?|uv pip|pipx|poetry|npm|yarn|cargo|gem|mamba|conda|brew|uv|py -m pip|python3? -m pip)"
    rf" (?:install|add|i) {_OPTION}|install[.\w]*\(\s?[\"'“”‘’]|Pkg\.add\(\s?[\"'“”‘’])"
    r"(?P<name>[A-Za-z][\w.-]{1,40}[\w])"
)
_THING = any_of("wording", "packages")
# What ours needs, or is made with, is somebody else's.
_NEEDS = any_of("wording", "package_needs")
# Up to the command, without a sentence's end and without what ours needs.
_UP_TO = rf"(?:(?!\b{_NEEDS}\b|[.;] )[^\n]){{0,100}}?"
_OWN = late(
    rf"(?:\b(?:our|my) (?:own )?(?:[\w-]+ ){{0,2}}{_THING}\b(?!['’]s)(?! (?:for|of|by) (?-i:[A-Z]))"
    r"|\b(?:the|all|source) (?:source )?code (?:of (?:this|the present) (?:paper|work|study) )?(?:is|can be|was) "
    r"|\b(?:of|in) this (?:paper|work|study) (?:can|may) be (?:re-?\w+ed|repeated|redrawn|rerun|rebuilt)"
    r"|\bwe (?:have |also |had )?(?:release|publish|maintain|provide|offer|packaged?|share|wrote)d? )"
    rf"{_UP_TO}{_COMMAND}",
    re.IGNORECASE,
)
_OWN_AFTER = late(
    rf"{_COMMAND}[^.;]{{0,12}}?,? (?:which|that) "
    r"(?:we (?:also )?(?:maintain|wrote|publish|built|develop|release|made)|is ours)"
    rf"|{_COMMAND.replace('<name>', '<other>')},? \(?(?:which is )?our (?:own |new )?{_THING}\b(?!['’]s)",
    re.IGNORECASE,
)
# "Our package delaymeter is on PyPI".
_INDEXED = late(
    rf"\b(?:our|my) (?:own )?(?:[\w-]+ ){{0,2}}{_THING} (?:(?:is )?(?:called|named) )?[\"'“”‘’]?"
    r"(?!(?:is|was|which|that|can|will|has|and|for|of|with|on|at|in|from|to|by|via|depends|needs|uses)\b)"
    r"(?P<name>[A-Za-z][\w.-]{2,40}\w)[\"'“”‘’]?,? (?:(?:and |which )?(?:is|was|has been|can be|may be) )?"
    r"(?:(?:also|now|freely|publicly|available|released|published|distributed|hosted|kept|listed|found|had|fetched) )"
    r"{0,3}(?:on|from|through|via|at|in) (?:the )?"
    r"(?:Python Package Index|PyPI|CRAN|Bioconductor|conda-forge|npm|crates\.io)\b",
    re.IGNORECASE,
)
_OTHERS = late(r"\bet al\b|\[\d|\b(?:their|its authors|third[- ]party)\b", re.IGNORECASE)


class OwnPackage(NamedTuple):
    """A command that installs a package of the authors': its span, and the package's name."""

    start: int
    end: int
    name: str


def own_packages(text: str) -> Iterator[OwnPackage]:
    """Where a text has readers install what it calls its own."""
    for start, end in near(_SIGNS, text, _REACH, _REACH):
        for pattern in (_OWN, _OWN_AFTER, _INDEXED):
            for match in pattern.finditer(text, start, end):
                name = match["name"] or match["other"]
                if (
                    name.lower() not in listed("wording", "familiar_packages")
                    and not _OTHERS.search(match[0])
                    and not MASKED.search(match[0])
                ):
                    yield OwnPackage(*match.span(), name)
