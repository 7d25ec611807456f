"""What of a submission's page changes although the submission does not: its neighbours, and what it is compared with.

A page whose submission is not judged again keeps its pictures; these parts are put anew.
"""

from __future__ import annotations

import re

import msgspec

from faimi_check.model.change import Change
from faimi_check.report.browser.templating import environment

# As templates write a picture. What papers say cannot look so: its quotes are escaped.
_PICTURES = ('href="data:image/', 'src="data:image/')
_PART = re.compile(r"<!--(way|since|mark ([\w-]+))-->.*?<!--/-->\n?", re.DOTALL)


class Neighbours(msgspec.Struct, frozen=True, kw_only=True):
    """Where the page of one submission leads: to the overview, and to the pages before and after it, if any.

    `was` is what had been decided before its files changed, which the page says on top.
    """

    overview: str
    previous: str | None = None
    next: str | None = None
    was: str = ""


def refreshed(page: str, neighbours: Neighbours, change: Change | None) -> str:
    """The page with these neighbours and this change in place of those it was made with."""
    parts = environment().get_template("parts.html").module

    def anew(found: re.Match[str]) -> str:
        if found[1] == "way":
            return str(parts.way(neighbours))  # type: ignore[attr-defined]
        if found[1] == "since":
            return str(parts.since(change))  # type: ignore[attr-defined]
        return str(parts.mark(found[2], change))  # type: ignore[attr-defined]

    return _PART.sub(anew, page)


def is_illustrated(page: str) -> bool:
    """Whether a page shows pictures of pages or frames."""
    return any(sign in page for sign in _PICTURES)
