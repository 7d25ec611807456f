"""Pages as pictures, by PDFium, for a reader of the report: small JPEGs, encoded without an imaging library.

PDFium may take minutes for one hostile page, and signals do not interrupt it: the caller sets the time limit, in a
process of its own, and asks for one page after the other.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faimi_check.model.picture import PagePicture
from faimi_check.reading.limits import PictureLimits

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

_QUANTIZER = 5


def picture_pages(path: Path, numbers: Iterable[int], limits: PictureLimits | None = None) -> Iterator[PagePicture]:
    """The pages with these numbers (from 1), one by one. Never raises: `missing` says why a page has no picture."""
    import pypdfium2

    limits = limits or PictureLimits()
    try:
        document = pypdfium2.PdfDocument(path)
    except Exception as error:
        missing = f"The PDF could not be opened ({_short(error)})."
        yield from (PagePicture(number=number, missing=missing) for number in numbers)
        return
    with closing(document):
        for number in numbers:
            yield _picture(document, number, limits)


def _picture(document: Any, number: int, limits: PictureLimits) -> PagePicture:
    width = height = 0.0
    try:
        page = document[number - 1]
        with closing(page):
            width, height = page.get_size()
            bitmap = page.render(scale=scale_within(width, height, limits), may_draw_forms=False)
            with closing(bitmap):
                jpeg = encode_jpeg(_frame(bitmap))
    except Exception as error:
        missing = f"This page could not be drawn ({_short(error)})."
        return PagePicture(number=number, width=width, height=height, missing=missing)
    return PagePicture(number=number, width=width, height=height, jpeg=jpeg)


def scale_within(width: float, height: float, limits: PictureLimits) -> float:
    """Pixels a point, so that the page fits the bounds however large it claims to be.

    Raises ValueError for a page without an area.
    """
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise ValueError(f"a page of {width:g} x {height:g} pt")
    return min(limits.width / width, limits.height / height, limits.max_scale)


def _frame(bitmap: Any) -> VideoFrame:
    """PDFium's bitmap (B, G, R and maybe a fourth byte a pixel) as a frame; their rows may differ in length."""
    from av.video.frame import VideoFrame

    layouts = {"BGR": "bgr24", "BGRx": "bgr0", "BGRA": "bgra", "L": "gray"}
    frame = VideoFrame(bitmap.width, bitmap.height, layouts[bitmap.mode])
    source, plane = memoryview(bitmap.buffer).cast("B"), frame.planes[0]
    row = bitmap.width * bitmap.n_channels
    target = bytearray(plane.buffer_size)
    for y in range(bitmap.height):
        start = y * plane.line_size
        target[start : start + row] = source[y * bitmap.stride : y * bitmap.stride + row]
    plane.update(bytes(target))
    return frame


def encode_jpeg(frame: VideoFrame) -> bytes:
    """One frame as a JPEG file."""
    from av.codec.context import CodecContext
    from av.video.codeccontext import VideoCodecContext

    encoder = CodecContext.create("mjpeg", "w")
    if not isinstance(encoder, VideoCodecContext):  # pragma: no cover - mjpeg is a video codec
        raise TypeError("no video encoder")
    encoder.width, encoder.height = frame.width, frame.height
    encoder.pix_fmt = "yuvj420p"
    encoder.time_base = Fraction(1, 25)
    encoder.qmin = encoder.qmax = _QUANTIZER
    packets = [*encoder.encode(frame.reformat(format="yuvj420p")), *encoder.encode(None)]
    return b"".join(bytes(packet) for packet in packets)


def _short(error: Exception) -> str:
    return (str(error) or type(error).__name__)[:120]
