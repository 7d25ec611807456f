"""Small PDFs from their objects as they are written, one by one or packed in an object stream."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate


def plain(objects: Mapping[int, bytes]) -> bytes:
    """A PDF of objects with the numbers from 1 on, of which the first is its root."""
    data = b"%PDF-1.4\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for number, written in sorted(objects.items()):
        table += b"%010d 00000 n \n" % len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    trailer = b"trailer\n<< /Root 1 0 R /Size %d >>\n" % (len(objects) + 1)
    return data + table + trailer + b"startxref\n%d\n%%%%EOF" % len(data)


def packed(objects: Mapping[int, bytes], index: str = "", holders: Mapping[int, int] | None = None) -> bytes:
    """A PDF with these objects in an object stream, of which the first is its root.

    `index` stands in for the stream's own; `holders` are further objects, by what other object is said to hold them.
    """
    holder, table = max(objects) + 1, max(objects) + 2
    starts = accumulate((len(written) + 1 for written in objects.values()), initial=0)
    own = " ".join(f"{number} {start}" for number, start in zip(objects, starts, strict=False))
    head = (index or own).encode() + b" "
    body = head + b" ".join(objects.values())
    entries = b"/Type /ObjStm /N %d /First %d /Length %d" % (len(objects), len(head), len(body))
    data = b"%%PDF-1.5\n%d 0 obj\n<< %s >>\nstream\n%s\nendstream\nendobj\n" % (holder, entries, body)
    rows = {number: (2, holder, place) for place, number in enumerate(objects)}
    rows |= {holder: (1, 9, 0), table: (1, len(data), 0)}
    rows |= {number: (2, inside, 0) for number, inside in (holders or {}).items()}
    places = b"".join(
        bytes([kind]) + where.to_bytes(2, "big") + bytes([last])
        for kind, where, last in (rows.get(number, (0, 0, 255)) for number in range(table + 1))
    )
    entries = b"/Type /XRef /Size %d /W [1 2 1] /Root 1 0 R /Length %d" % (table + 1, len(places))
    end = b"%d 0 obj\n<< %s >>\nstream\n%s\nendstream\nendobj\n" % (table, entries, places)
    return data + end + b"startxref\n%d\n%%%%EOF" % len(data)
