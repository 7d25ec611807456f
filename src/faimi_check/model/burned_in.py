"""Text that is part of a picture: read off figures, scanned pages and frames, with its place and how well it reads."""

from __future__ import annotations

import msgspec

from faimi_check.model.page import Box

# How the extra that reads pictures is had where the program is installed already, from wherever that was: pip takes
# the one that is there. The quotes are those that every shell knows.
GETTING_EXTRA = 'pip install "faimi-check[pictures]"'


class BurnedInLine(msgspec.Struct, frozen=True, gc=False):
    """A line of text in a picture.

    `box` is in points on the page, or in pixels of the frame; `pixels` is the height of its letters in the picture as
    it was read, `score` (0 to 1) how well it read.
    """

    text: str
    box: Box
    score: float
    pixels: float = 0.0


class BurnedInPicture(msgspec.Struct, frozen=True, kw_only=True):
    """One picture that was read: a figure or page by `page` and `box`, or a frame by `seconds` into its video.

    `codes` are what QR and bar codes in it say. `is_page` where it is a whole page.
    """

    page: int | None = None
    box: Box | None = None
    seconds: float | None = None
    is_page: bool = False
    lines: tuple[BurnedInLine, ...] = ()
    codes: tuple[BurnedInLine, ...] = ()


class BurnedIn(msgspec.Struct, frozen=True, kw_only=True):
    """What was read in the pictures of a paper or of one video.

    `looked` counts the pictures that were read, also those without a word; `left` those that were not, and `why`
    says in words that end a sentence why not.
    """

    pictures: tuple[BurnedInPicture, ...] = ()
    looked: int = 0
    left: int = 0
    why: str = ""
