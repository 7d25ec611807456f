"""Megabytes of files, which are counted in two ways."""

from __future__ import annotations

import msgspec

from faimi_check.model.finding import Confidence

_MEGABYTE = 1_000_000
# What some systems call a megabyte.
_MEBIBYTE = 1_048_576


class SizeLimit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Megabytes at most; None where the call says nothing."""

    megabytes: int | float | None = None

    def __post_init__(self) -> None:
        if self.megabytes is not None and not 0 < self.megabytes < 1_000_000:
            raise ValueError(f"megabytes: expected a number above 0, got {self.megabytes}")


def too_large(size: int, megabytes: float | None) -> Confidence | None:
    """How surely a file of so many bytes is over the limit; None where it is not, or where there is none."""
    if megabytes is None or size <= megabytes * _MEGABYTE:
        return None
    return Confidence.CERTAIN if size > megabytes * _MEBIBYTE else Confidence.POSSIBLE


def in_megabytes(size: int) -> str:
    """`12.3 MB`; below a tenth of one in kB."""
    return f"{size / _MEGABYTE:.1f} MB" if size >= _MEGABYTE / 10 else f"{size / 1000:.0f} kB"
