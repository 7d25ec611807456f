"""Which calls have a later one of their series, by the years in their ids alone."""

from __future__ import annotations

import re

import pytest

from faimi_check.venues.files import shipped
from faimi_check.venues.series import newer_call


@pytest.mark.parametrize(
    ("call", "newer"),
    [
        ("faimi-2025", "faimi-2026"),
        ("faimi-2019", "faimi-2026"),
        ("miccai-2025", "miccai-2026"),
        ("faimi-2026", None),
        ("faimi-2031", None),
        ("emerge-2025", None),
        ("emerge-2024-camera-ready", "emerge-2025-camera-ready"),
        ("midl-2025", "midl-2026"),
        ("midl-2025-short", "midl-2026-short"),
        ("midl-2025-posters", None),
        ("acl-arr", None),
        ("mine", None),
        ("mine-2020", None),
    ],
)
def test_the_latest_of_the_same_series_and_track(call: str, newer: str | None) -> None:
    assert newer_call(call) == newer


def test_only_a_later_call_that_ships_is_named() -> None:
    for call in shipped():
        newer = newer_call(call)
        if newer is not None:
            assert newer in shipped()
            assert re.sub(r"\d{4}", "", newer) == re.sub(r"\d{4}", "", call)
            assert newer > call
