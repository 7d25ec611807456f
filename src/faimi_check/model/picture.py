"""Pictures for reports: pages as a reader sees them, and frames of videos. Encoded, never decoded again by us."""

from __future__ import annotations

import msgspec


class PagePicture(msgspec.Struct, frozen=True, kw_only=True):
    """One page as a JPEG. `width` and `height` are those of the page in points; `missing` says why there is no JPEG."""

    number: int
    width: float = 0.0
    height: float = 0.0
    jpeg: bytes = b""
    missing: str = ""


class ContactSheet(msgspec.Struct, frozen=True, kw_only=True):
    """Frames of one video side by side. `image` is a JPEG or PNG; `missing` says why there is none.

    `file` is the one that holds the video, as in its measures.
    """

    member: str
    image: bytes = b""
    missing: str = ""
    file: str | None = None


class Pictures(msgspec.Struct, frozen=True, kw_only=True):
    """The pictures of one submission."""

    pages: tuple[PagePicture, ...] = ()
    sheets: tuple[ContactSheet, ...] = ()
