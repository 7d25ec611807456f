"""The pictures of a paper: raster images at their own resolution, drawn figures and scanned pages as rendered.

An image is read as it lies in the file: what a page crops or covers can be copied out all the same.
"""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from faimi_check.model.burned_in import BurnedIn, BurnedInLine, BurnedInPicture
from faimi_check.model.page import Box
from faimi_check.model.paper import Paper
from faimi_check.reading.burned_in.chosen_pictures import Picture, chosen_pictures
from faimi_check.reading.burned_in.codes import read_codes
from faimi_check.reading.burned_in.letters import read_lines
from faimi_check.reading.limits import BurnedInLimits

if TYPE_CHECKING:
    pass


def read_figures(path: Path, paper: Paper, limits: BurnedInLimits | None = None) -> BurnedIn:
    """What is written in the pictures of the PDF at `path`, whose pages were read as `paper`.

    What the limits leave out is counted. Raises what the readers of PDF and of pictures raise.
    """
    import pypdfium2

    limits = limits or BurnedInLimits()
    deadline = time.process_time() + limits.seconds
    read: list[BurnedInPicture] = []
    looked = left = 0
    why = ""
    with closing(pypdfium2.PdfDocument(path)) as document:
        for picture in chosen_pictures(document, paper, limits):
            if looked >= limits.max_pictures or time.process_time() > deadline:
                late = time.process_time() > deadline
                why = (
                    f"over the limit of {limits.seconds:g} s of processor time"
                    if late
                    else f"over the limit of {limits.max_pictures}"
                )
                left += 1
                continue
            looked += 1
            found = _read(picture)
            if found.lines or found.codes:
                read.append(found)
    return BurnedIn(pictures=tuple(read), looked=looked, left=left, why=why)


def _read(picture: Picture) -> BurnedInPicture:
    lines = () if picture.only_codes else read_lines(picture.pixels)
    height, width = picture.pixels.shape[:2]
    across, down = picture.box.width / width, picture.box.height / height

    def placed(line: BurnedInLine) -> BurnedInLine:
        x0, top, x1, bottom = line.box
        box = Box(
            round(picture.box.x0 + x0 * across, 1),
            round(picture.box.top + top * down, 1),
            round(picture.box.x0 + x1 * across, 1),
            round(picture.box.top + bottom * down, 1),
        )
        return BurnedInLine(line.text, box, line.score, line.pixels)

    return BurnedInPicture(
        page=picture.page,
        box=picture.box,
        is_page=picture.is_page,
        lines=tuple(map(placed, lines)),
        codes=tuple(map(placed, read_codes(picture.pixels))),
    )
