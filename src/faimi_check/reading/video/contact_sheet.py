"""A few frames of a video side by side, for a reader of the report who has no player for it at hand."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from faimi_check.model.picture import ContactSheet
from faimi_check.reading.limits import ArchiveLimits, VideoLimits
from faimi_check.reading.pictures.page_pictures import encode_jpeg
from faimi_check.reading.sniff import HEAD, is_playable, sniff
from faimi_check.reading.video.opening import VideoError, extract, frame_at, open_container
from faimi_check.reading.video.tags import shown_track

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from PIL.Image import Image

_COLUMNS = 4
# Wide enough to read a banner.
_CELL_WIDTH = 480
_CELL_HEIGHTS = (108, 720)
_GAP = 4
_GREY = (128, 128, 128)
_SECONDS = 8.0
_RED = (214, 40, 40)
_LINE = 3
_FRAMES_AFTER_A_KEY = 300


class Mark(NamedTuple):
    """Where a rule found something: the moment in seconds, and the box (x0, top, x1, bottom) in pixels of the frame."""

    seconds: float
    box: tuple[float, ...]


def contact_sheet(
    path: Path,
    member: str,
    marks: Sequence[Mark] = (),
    frames: int = 8,
    limits: VideoLimits | None = None,
    archive: ArchiveLimits | None = None,
) -> ContactSheet:
    """Frames of one member of the zip at `path`, four in a row: those with marks, and others at even distances.

    Never raises: `missing` says why there is no picture.
    """
    limits = limits or VideoLimits()
    try:
        with closing(extract(path, member, limits, archive)) as file:
            kind = sniff(file.read(HEAD))
            if not is_playable(kind.container):
                return ContactSheet(member=member, missing=f"It is no video but {kind.mime}.")
            file.seek(0)
            with open_container(file, kind.container) as container:
                shown = [_cell(frame, boxes) for frame, boxes in _frames(container, marks, frames, limits)]
        if not shown:
            return ContactSheet(member=member, missing="Not one of its frames can be shown.")
        return ContactSheet(member=member, image=encode_jpeg(_tiled(shown)))
    except VideoError as error:
        return ContactSheet(member=member, missing=f"No frames: {error.detail}.")
    except Exception as error:  # the boundary: the player library raises what it likes
        return ContactSheet(member=member, missing=f"Its frames cannot be shown ({type(error).__name__}).")


def _frames(
    container: InputContainer, marks: Sequence[Mark], count: int, limits: VideoLimits
) -> Iterator[tuple[VideoFrame, list[tuple[float, ...]]]]:
    """`count` frames in order with the boxes on them, at the marks and else at even distances.

    Moments at which nothing can be decoded are left out.
    """
    stream = shown_track(container)
    if stream is None:
        return
    context = stream.codec_context
    if not 0 < context.width * context.height <= limits.max_pixels:
        return
    deadline = time.process_time() + _SECONDS
    duration = (container.duration or 0) / 1_000_000
    marked = sorted({mark.seconds for mark in marks})[:count]
    between = count - len(marked)
    moments = sorted([*marked, *(duration * (number + 0.5) / between for number in range(between))])
    for moment in moments:
        frame = frame_at(container, stream, moment, deadline, _FRAMES_AFTER_A_KEY)
        if frame is not None:
            yield frame, [mark.box for mark in marks if mark.seconds == moment]
        if time.process_time() > deadline or not duration:
            return


def _cell(frame: VideoFrame, boxes: Sequence[tuple[float, ...]]) -> Image:
    """The frame as wide as its place on the sheet, each box drawn round on it."""
    from PIL import Image
    from PIL.ImageDraw import Draw

    lowest, highest = _CELL_HEIGHTS
    height = max(lowest, min(highest, round(_CELL_WIDTH * frame.height / frame.width)))
    small = frame.reformat(width=_CELL_WIDTH, height=height // 2 * 2, format="rgb24")
    plane = small.planes[0]
    cell = Image.frombytes("RGB", (small.width, small.height), bytes(plane), "raw", "RGB", plane.line_size, 1)
    across, down = cell.width / frame.width, cell.height / frame.height
    for x0, top, x1, bottom in boxes:
        # An edge that lies outside of the frame is drawn along its border.
        left, upper = max(0, int(x0 * across) - _LINE), max(0, int(top * down) - _LINE)
        right = min(cell.width, int(x1 * across) + _LINE) - 1
        lower = min(cell.height, int(bottom * down) + _LINE) - 1
        if left < right and upper < lower:
            Draw(cell).rectangle((left, upper, right, lower), outline=_RED, width=_LINE)
    return cell


def _tiled(cells: list[Image]) -> Image:
    """The cells row by row on grey."""
    from PIL import Image

    columns, rows = min(_COLUMNS, len(cells)), -(-len(cells) // _COLUMNS)
    across, down = _CELL_WIDTH + _GAP, max(cell.height for cell in cells) + _GAP
    sheet = Image.new("RGB", (columns * across + _GAP, rows * down + _GAP), _GREY)
    for number, cell in enumerate(cells):
        sheet.paste(cell, (_GAP + number % _COLUMNS * across, _GAP + number // _COLUMNS * down))
    return sheet
