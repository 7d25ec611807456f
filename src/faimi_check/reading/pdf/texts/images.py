"""What a JPEG or JPEG 2000 image says of itself: EXIF, IPTC, comments, and the bytes of its XMP."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

from faimi_check.model.paper import MetadataField
from faimi_check.reading.pdf.objects.walk import tidy

# What decodes photographs.
PHOTO_FILTERS = frozenset({"/DCTDecode", "/DCT", "/JPXDecode"})
_HEAD = 400_000
_SIGNS = (b"Exif\x00\x00", b"http://ns.adobe.com/xap/", b"Photoshop 3.0", b"\xff\xfe")
_EXIF = {
    0x010E: "ImageDescription",
    0x010F: "Make",
    0x0110: "Model",
    0x0131: "Software",
    0x013B: "Artist",
    0x013C: "HostComputer",
    0x8298: "Copyright",
    0x9C9B: "XPTitle",
    0x9C9C: "XPComment",
    0x9C9D: "XPAuthor",
    0x9C9E: "XPKeywords",
    0x9C9F: "XPSubject",
    0xC614: "UniqueCameraModel",
}
_EXIF_CAMERA = {
    0x9286: "UserComment",
    0xA430: "CameraOwnerName",
    0xA431: "BodySerialNumber",
    0xA435: "LensSerialNumber",
    0xA436: "ImageTitle",
    0xA437: "Photographer",
    0xA438: "ImageEditor",
}
_CAMERA_IFD, _GPS_IFD = 0x8769, 0x8825
_IPTC = {
    (2, 5): "ObjectName",
    (2, 40): "SpecialInstructions",
    (2, 80): "By-line",
    (2, 85): "By-lineTitle",
    (2, 90): "City",
    (2, 92): "Sub-location",
    (2, 101): "Country",
    (2, 105): "Headline",
    (2, 110): "Credit",
    (2, 115): "Source",
    (2, 116): "CopyrightNotice",
    (2, 118): "Contact",
    (2, 120): "Caption",
    (2, 122): "Writer-Editor",
}


class ImageData(NamedTuple):
    """An image's own fields and its XMP packet (b"" where it has none)."""

    fields: tuple[MetadataField, ...]
    xmp: bytes


def image_data(data: bytes, place: str, page: int | None, limit: int) -> ImageData:
    """Reads the head of a JPEG or JPEG 2000 file; values are cut at `limit` characters.

    Raises what Pillow raises for a damaged head.
    """
    if not data.startswith(b"\xff\xd8"):
        return ImageData((), _packet(data))
    if not any(sign in data[:_HEAD] for sign in _SIGNS):
        return ImageData((), b"")
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
        found = [*_exif(image), *_iptc(image), *_comment(image)]
        xmp = image.info.get("xmp", b"")
    fields = tuple(MetadataField(place, key, tidy(value, limit), page) for key, value in found if value.strip("\x00 "))
    return ImageData(fields, xmp if isinstance(xmp, bytes) else b"")


def _packet(data: bytes) -> bytes:
    """The XMP packet in a box of a JPEG 2000 file."""
    start = data.find(b"<x:xmpmeta")
    end = data.find(b"</x:xmpmeta>", max(start, 0))
    return data[start : end + 12] if 0 <= start < end else b""


def _exif(image: Any) -> Iterator[tuple[str, str]]:
    exif = image.getexif()
    for tag, name in _EXIF.items():
        if tag in exif:
            yield f"EXIF {name}", _text(exif[tag], "utf-16-le" if name.startswith("XP") else "utf-8")
    camera = exif.get_ifd(_CAMERA_IFD)
    for tag, name in _EXIF_CAMERA.items():
        if tag in camera:
            yield f"EXIF {name}", _text(camera[tag], "utf-8")
    place = _coordinates(exif.get_ifd(_GPS_IFD))
    if place:
        yield "EXIF GPS position", place


def _coordinates(gps: Any) -> str:
    """`53.55080 N, 9.99370 E`, or "" where the two angles are not both given."""
    angles = []
    for reference, angle in ((1, 2), (3, 4)):
        parts = gps.get(angle)
        if not isinstance(parts, tuple) or len(parts) != 3:
            return ""
        degrees, minutes, seconds = (float(part) for part in parts)
        angles.append(f"{degrees + minutes / 60 + seconds / 3600:.5f} {_text(gps.get(reference, ''), 'ascii')}".strip())
    return ", ".join(angles)


def _iptc(image: Any) -> Iterator[tuple[str, str]]:
    from PIL.IptcImagePlugin import getiptcinfo

    told = getiptcinfo(image) or {}
    for key, name in _IPTC.items():
        value = told.get(key)
        for member in value if isinstance(value, list) else [value]:
            if member:
                yield f"IPTC {name}", _text(member, "utf-8")


def _comment(image: Any) -> Iterator[tuple[str, str]]:
    comment = image.info.get("comment")
    if comment:
        yield "JPEG comment", _text(comment, "utf-8")


def _text(value: Any, encoding: str) -> str:
    if isinstance(value, bytes):
        value = value[8:] if value[:8] in (b"ASCII\x00\x00\x00", b"UNICODE\x00", b"\x00" * 8) else value
        value = value[:8000].decode(encoding, "replace")
    return str(value)[:8000].replace("\x00", "")
