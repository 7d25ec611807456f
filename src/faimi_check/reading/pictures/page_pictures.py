"""Pages as pictures, by PDFium, for a reader of the report: small JPEGs.

PDFium may take minutes for one hostile page, and signals do not interrupt it: the caller sets the time limit, in a
process of its own, and asks for one page after the other.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faimi_check.model.picture import PagePicture
from faimi_check.reading.intake import cause
from faimi_check.reading.limits import PictureLimits

if TYPE_CHECKING:
    from PIL.Image import Image

# Pillow's scale to 95: at 80 small print stays sharp, and more than that only takes place.
_QUALITY = 80


def picture_pages(path: Path, numbers: Iterable[int], limits: PictureLimits | None = None) -> Iterator[PagePicture]:
    """The pages with these numbers (from 1), one by one. Never raises: `missing` says why a page has no picture."""
    from faimi_check.reading.pdfium import open_document

    limits = limits or PictureLimits()
    try:
        document = open_document(path)
    except Exception as error:
        missing = f"The PDF could not be opened ({cause(error)})."
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
                jpeg = encode_jpeg(bitmap.to_pil())
    except Exception as error:
        missing = f"This page could not be drawn ({cause(error)})."
        return PagePicture(number=number, width=width, height=height, missing=missing)
    return PagePicture(number=number, width=width, height=height, jpeg=jpeg)


def scale_within(width: float, height: float, limits: PictureLimits) -> float:
    """Pixels a point, so that the page fits the bounds however large it claims to be.

    Raises ValueError for a page without an area.
    """
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise ValueError(f"a page of {width:g} x {height:g} pt")
    return min(limits.width / width, limits.height / height, limits.max_scale)


def encode_jpeg(image: Image) -> bytes:
    """The picture as a JPEG file."""
    stream = io.BytesIO()
    image.convert("RGB").save(stream, "JPEG", quality=_QUALITY)
    return stream.getvalue()
