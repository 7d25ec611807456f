"""What QR and bar codes in a picture say, by OpenCV."""

from __future__ import annotations

from typing import Any

from faimi_check.model.burned_in import BurnedInLine
from faimi_check.model.page import Box

_MAX_SIDE = 1600
_MAX_CODES = 20
_LONGEST = 2000


def read_codes(pixels: Any) -> tuple[BurnedInLine, ...]:
    """The codes that can be read in a (height, width, 3) array of bytes; boxes in its pixels.

    Raises what OpenCV raises.
    """
    import cv2

    scale = min(1.0, _MAX_SIDE / max(pixels.shape[:2]))
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else pixels
    grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    found: dict[str, BurnedInLine] = {}
    read, texts, corners, _ = cv2.QRCodeDetector().detectAndDecodeMulti(grey)
    read_bars, bars, bar_corners = cv2.barcode.BarcodeDetector().detectAndDecodeMulti(grey)[:3]
    for told, said, places in ((read, texts, corners), (read_bars, bars, bar_corners)):
        if told and places is not None:
            for text, place in zip(said, places, strict=False):
                if text.strip():
                    box = Box(*(float(value) / scale for value in (*place.min(axis=0), *place.max(axis=0))))
                    found.setdefault(text, BurnedInLine(text.strip()[:_LONGEST], box, 1.0, box.height))
    return tuple(found.values())[:_MAX_CODES]
