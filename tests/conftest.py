"""The order of the tests, what they may take, and what they leave out unless they ask for it."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# Tests of the command line are about other things than pictures: half a second for each would be wasted on them.
os.environ.setdefault("FAIMI_CHECK_PICTURES", "never")

# Tests run on runners, too; what is masked there is what those tests are about that say so.
# So is what they set for the terminal that they have: tests that are shared out among processes are given its width.
for _name in ("CI", "CONTINUOUS_INTEGRATION", "GITHUB_ACTIONS", "GITLAB_CI", "COLUMNS"):
    os.environ.pop(_name, None)

# A machine that is full of work is slow, and that is no fault of what is tested.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
_FORKING = ("test_judge", "test_pool")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What forks comes first: newer player libraries leave threads behind in whoever has used them."""
    items.sort(key=lambda item: item.path.stem not in _FORKING)
