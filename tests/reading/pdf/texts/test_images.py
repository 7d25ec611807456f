"""What a photograph says of itself beside its pixels."""

from __future__ import annotations

import io

import pytest
from PIL import Image, IptcImagePlugin

from faimi_check.reading.pdf.texts.images import image_data


def photo(*datasets: tuple[int, str]) -> bytes:
    """A JPEG with these fields of IPTC, in a resource of Photoshop's."""
    said = b"".join(
        b"\x1c\x02" + bytes([kind]) + len(text).to_bytes(2, "big") + text.encode() for kind, text in datasets
    )
    resource = b"8BIM\x04\x04\0\0" + len(said).to_bytes(4, "big") + said + b"\0" * (len(said) % 2)
    segment = b"Photoshop 3.0\0" + resource
    file = io.BytesIO()
    Image.new("L", (8, 8)).save(file, "JPEG")
    head, rest = file.getvalue()[:2], file.getvalue()[2:]
    return head + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + rest


def test_the_fields_of_iptc_are_read_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    read, told = IptcImagePlugin.getiptcinfo, []

    def once(image: Image.Image) -> object:
        told.append(image)
        return read(image)

    monkeypatch.setattr(IptcImagePlugin, "getiptcinfo", once)
    found = image_data(photo((80, "Ida Solvang"), (90, "Nordhavn"), (5, "Gaps")), "the image", 2, 400)
    assert {(field.key, field.value, field.page) for field in found.fields} == {
        ("IPTC By-line", "Ida Solvang", 2),
        ("IPTC City", "Nordhavn", 2),
        ("IPTC ObjectName", "Gaps", 2),
    }
    assert len(told) == 1
