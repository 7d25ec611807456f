"""The one exception of the interface."""

from __future__ import annotations


class UnusableError(ValueError):
    """A setting, a list or a file's name that cannot be used. The message is one line that says what to do.

    What is wrong inside a paper or a supplement never raises: that is a finding.
    """
