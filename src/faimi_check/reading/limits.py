"""Bounds on what reading takes in: an honest submission stays far below them, a hostile one ends at them.

What runs into a bound becomes a Problem, never a pass. Sizes are bytes; times are seconds of processor time, so that
what else the machine does moves no verdict.
"""

from __future__ import annotations

import msgspec
from msgspec.structs import replace


class PdfLimits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds for one PDF: bytes, counts, characters.

    `max_walk` bounds pieces of text times characters on their page, summed over the pages: honest pages have up to
    30 million, and 200 million take PDFium a second.
    """

    max_bytes: int = 200_000_000
    max_pages: int = 400
    max_runs: int = 400_000
    max_runs_per_page: int = 20_000
    max_walk: int = 500_000_000
    max_drawings_per_page: int = 20_000
    max_links_per_page: int = 2_000
    max_text: int = 1_000_000
    max_objects: int = 30_000
    max_fields: int = 3_000
    max_field_length: int = 4_000
    max_metadata_bytes: int = 4_000_000
    max_revisions: int = 40


class ArchiveLimits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds for the supplement.

    An entry counts as a bomb where it unpacks to more than `bomb_bytes` and more than `bomb_ratio` times its packed
    size: deflate never packs video that well, and 1032 is its limit.
    """

    max_bytes: int = 4_000_000_000
    max_entries: int = 2_000
    max_directory: int = 4_000_000
    max_entry: int = 2_000_000_000
    max_total: int = 4_000_000_000
    bomb_bytes: int = 10_000_000
    bomb_ratio: int = 200
    max_text: int = 60_000
    max_lines: int = 1_000
    max_leftover: int = 1_000_000
    max_names: int = 6_000
    seconds: float = 25.0

    def scaled(self, factor: float) -> ArchiveLimits:
        """The same with so many times the time."""
        return replace(self, seconds=self.seconds * factor)


class VideoLimits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds for one video.

    It is unpacked within `unpack_seconds`. `seconds` bound what decoding it is reckoned to cost, by its codec, pixels
    and bytes: what costs more is decoded at its beginning and end and at `samples` places between, for
    `sampling_seconds` more. Where the processor takes longer than was reckoned, `slowest` times as long ends it too.
    `max_pixels` bounds one frame.
    """

    max_bytes: int = 2_000_000_000
    in_memory: int = 64_000_000
    max_pixels: int = 8192 * 4320
    max_tags: int = 500
    max_value: int = 4_000
    unpack_seconds: float = 7.0
    seconds: float = 14.0
    sampling_seconds: float = 3.0
    slowest: float = 1.3
    samples: int = 8

    def scaled(self, factor: float) -> VideoLimits:
        """The same with so many times the time."""
        return replace(
            self,
            unpack_seconds=self.unpack_seconds * factor,
            seconds=self.seconds * factor,
            sampling_seconds=self.sampling_seconds * factor,
        )


class PictureLimits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds for the picture of one page: pixels, and pixels a point for a tiny page."""

    width: int = 720
    height: int = 1080
    max_scale: float = 4.0


class BurnedInLimits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds for reading what is written in pictures: of one paper, and of the frames of one video.

    A frame takes half a second, a page at least two. `max_pixels` bounds one image of a paper, `max_drawings` what a
    page may hold that is rendered. `memory` is in bytes of address space: the engine asks for more than it fills, and
    for how much depends on the processor's kind.
    """

    seconds: float = 40.0
    max_pictures: int = 80
    max_pixels: int = 40_000_000
    max_drawings: int = 20_000
    frames: int = 12
    choosing_seconds: float = 15.0
    memory: int = 4_000_000_000

    def scaled(self, factor: float) -> BurnedInLimits:
        """The same with so many times the time."""
        return replace(self, seconds=self.seconds * factor, choosing_seconds=self.choosing_seconds * factor)
