"""Whether pictures are read: what is asked for is done, or said to be impossible."""

from __future__ import annotations

import pytest

from faimi_check import UnusableError
from faimi_check.interface.settings import Settings
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
    asked = Settings(read_pictures=wanted).with_pictures(REQUESTS)
    assert [request.pictures for request in asked] == [read, read]


def test_always_without_the_extra_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "installed", lambda: False)
    with pytest.raises(UnusableError, match=r"pip install .faimi-check\[pictures\]"):
        Settings(read_pictures="always").with_pictures(REQUESTS)


def test_an_unknown_wish_is_refused() -> None:
    with pytest.raises(UnusableError, match="expected one of auto, always, never"):
        Settings(read_pictures="sometimes").with_pictures(REQUESTS)
