"""What is asked in print, and where."""

from __future__ import annotations

from typing import NamedTuple

from faimi_check.model.finding import Location


class Request(NamedTuple):
    """A sentence that asks for a judgement, and where it stands; `sure` where hardly anything else reads like it."""

    text: str
    where: Location
    sure: bool


class Coded(NamedTuple):
    """A request that a page prints so that only a program reads it: what it says, and the letters as they stand."""

    text: str
    printed: str
    where: Location
