"""`--pictures`: what it asks for is done, or said to be impossible."""

from __future__ import annotations

import pytest
from click import UsageError

from faimi_check.cli.options import with_pictures
from faimi_check.reading.burned_in import letters
from faimi_check.screening.request import Request

REQUESTS = (Request(id="a"), Request(id="b"))


@pytest.mark.parametrize(
    ("there", "wanted", "read"),
    [(True, "auto", True), (True, "always", True), (False, "auto", False), (True, "never", False)],
)
def test_pictures_are_read_where_the_extra_is(
    monkeypatch: pytest.MonkeyPatch, there: bool, wanted: str, read: bool
) -> None:
    monkeypatch.setattr(letters, "installed", lambda: there)
    assert [request.pictures for request in with_pictures(REQUESTS, wanted)] == [read, read]


def test_always_without_the_extra_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "installed", lambda: False)
    with pytest.raises(UsageError, match=r"pip install 'faimi-check\[pictures\]'"):
        with_pictures(REQUESTS, "always")
