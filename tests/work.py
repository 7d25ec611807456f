"""What something takes, counted in calls: the same on every machine, however busy it is."""

from __future__ import annotations

from collections.abc import Callable
from cProfile import Profile


def calls(act: Callable[[], object]) -> int:
    """How many functions are called, and how often generators go on, until it is done."""
    profile = Profile()
    profile.enable()
    try:
        act()
    finally:
        profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


def grows(act: Callable[[int], object], count: int) -> float:
    """How many times as many calls four times the number takes: about 4 where the work is linear, 16 where each is
    compared with all others."""
    # What is loaded, compiled or remembered once is not counted.
    act(4 * count)
    return calls(lambda: act(4 * count)) / calls(lambda: act(count))
