"""The order of the tests."""

from __future__ import annotations

import pytest

_FORKING = ("test_judge", "test_pool")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What forks comes first: newer player libraries leave threads behind in whoever has used them."""
    items.sort(key=lambda item: item.path.stem not in _FORKING)
