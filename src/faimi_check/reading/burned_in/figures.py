"""The pictures of a paper: raster images at their own resolution, drawn figures and scanned pages as rendered.

An image is read as it lies in the file: what a page crops or covers can be copied out all the same.
"""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

from faimi_check.model.burned_in import BurnedIn, BurnedInLine, BurnedInPicture
from faimi_check.model.page import Box
from faimi_check.model.paper import Paper
from faimi_check.reading.burned_in.chosen_pictures import Picture, chosen_pictures
from faimi_check.reading.burned_in.codes import read_codes
from faimi_check.reading.burned_in.faint import read_faint
from faimi_check.reading.burned_in.letters import read_lines
from faimi_check.reading.limits import BurnedInLimits

BROKE_OFF = "the reader of letters broke off, perhaps for want of memory"


def read_figures(path: Path, paper: Paper, limits: BurnedInLimits | None = None) -> BurnedIn:
    """What is written in the pictures of the PDF at `path`, whose pages were read as `paper`.

    What the limits leave out, or the reader of letters fails on, is counted. Raises what the reader of PDF raises.
    """
    from faimi_check.reading.pdfium import open_document

    limits = limits or BurnedInLimits()
    deadline = time.process_time() + limits.seconds
    read: list[BurnedInPicture] = []
    looked = left = 0
    why = ""
    with closing(open_document(path)) as document:
        for picture in chosen_pictures(document, paper, limits):
            over = _over(looked, deadline, limits) or picture.why
            found = None if over else _read_or_none(picture)
            if found is None:
                left += 1
                why = over or why or BROKE_OFF
                continue
            looked += 1
            if found.lines or found.codes:
                read.append(found)
    return BurnedIn(pictures=tuple(read), looked=looked, left=left, why=why)


def _over(looked: int, deadline: float, limits: BurnedInLimits) -> str:
    """Which limit is reached, if any."""
    if time.process_time() > deadline:
        return f"over the limit of {limits.seconds:g} s of processor time"
    return f"over the limit of {limits.max_pictures}" if looked >= limits.max_pictures else ""


def _read_or_none(picture: Picture) -> BurnedInPicture | None:
    try:
        return _read(picture)
    except MemoryError:
        raise
    except Exception:  # one picture that the reader fails on is no reason to lose the others
        return None


def _read(picture: Picture) -> BurnedInPicture:
    lines = () if picture.only_codes else read_lines(picture.pixels) or read_faint(picture.pixels)
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
