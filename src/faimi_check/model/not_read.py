"""What stands for a part of a submission that is still being read."""

from __future__ import annotations

from typing import Any, NoReturn


class NotReadError(Exception):
    """Somebody looks into what has not been read yet."""


class _NotRead:
    """Whoever looks into it gets a NotReadError, so that what comes to an end without one has not looked."""

    def _refuse(self, *_: object) -> NoReturn:
        raise NotReadError("this has not been read yet")

    __iter__ = __len__ = __bool__ = __contains__ = __getitem__ = __add__ = __radd__ = __eq__ = __hash__ = _refuse


NOT_READ: Any = _NotRead()
