"""A few words for a finding, for a row that a chair reads at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import tomli

from faimi_check.model.finding import Finding
from faimi_check.model.text.page_list import listed_pages

_NAMES = re.compile(r"\bnames\b")
# What is named and is nobody: a name has no article.
_HOUSES = re.compile(r"\bnames ((?:an?|\d{1,6}) institutions?)\.")
_PAGE = "{page}"
_MORE = re.compile(r"and (\d{1,6}) more")


class Said(NamedTuple):
    """What was found in a few words, and the page that goes with them, if any."""

    words: str
    page: int | None = None


def phrase(finding: Finding, template: str) -> Said:
    """What was found in a few words; nothing of the paper is quoted. `template` is the one that the call asks for."""
    words = _phrases().get(finding.rule, {})
    said = words.get(finding.code) or words.get("other") or finding.name.replace("-", " ")
    more = _MORE.search(finding.message)
    people = 1 + int(more[1]) if more else 1
    house = _HOUSES.search(finding.message)
    named = house[1] if house else "1 person" if people == 1 else f"{people} people"
    text = said.format(
        page="",
        people=named if _NAMES.search(finding.message) else "somebody",
        code=finding.code.replace("-", " "),
        template=template,
        message=finding.message.removeprefix("The paper ").removesuffix("."),
    )
    return Said(text, finding.where.page if _PAGE in said else None)


def on_pages(words: str, pages: Iterable[int]) -> str:
    """`content on page 9`."""
    pages = tuple(pages)
    return f"{words} on {listed_pages(pages)}" if pages else words


@cache
def _phrases() -> dict[str, dict[str, str]]:
    return tomli.loads(Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8"))
