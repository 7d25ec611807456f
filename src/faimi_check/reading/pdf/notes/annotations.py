"""Notes, highlights, stamps: what was written onto a page after it was set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pypdf.generic import IndirectObject

from faimi_check.model.page import Box
from faimi_check.model.paper import Annotation
from faimi_check.reading.pdf.objects.reader import LazyReader
from faimi_check.reading.pdf.objects.walk import ObjectWalk, bounded, tidy

# Links are read with the page, form fields as names, printers' marks mean nothing.
_SKIPPED = frozenset({"/Link", "/Widget", "/PrinterMark", "/TrapNet"})
# What a link to a page or to the web is written with. What tells its kind, and what it does, stands in it itself.
_NAMES = (
    rb"Type|Annot|Link|Rect|Border|BS|W|C|H|AP|F|P|M|NM|Contents|StructParent|QuadPoints|"
    rb"Action|URI|IsMap|GoTo|D|Dest|XYZ|Fit|FitH|FitV|FitR|FitB|FitBH|FitBV|I|N|O|U|B|"
    rb"Subtype(?=\s{0,9}/Link)|A(?=\s{0,9}<<)|S(?=\s{0,9}/)"
)
_MERE_LINK = re.compile(rb"<<(?:[^/()<>%%]++|/(?:%b)(?=[ \t\r\n\f/<>\[\]])|<<|>>)*+(?<=>>)" % _NAMES)
_STRING = re.compile(rb"(?<!\\)\((?:[^()\\]|\\.)*+\)", re.DOTALL)
_INVISIBLE = 1 << 1 | 1 << 5
_TAG = re.compile(r"<[^<>]{0,2000}>")
_MAX_A_PAGE = 2_000


def page_annotations(page: Any, walk: ObjectWalk) -> Iterator[Any]:
    """The annotation dictionaries of a page, resolved, but for links that are links only.

    Raises OverLimitError for a page full of them.
    """
    for reference in bounded(walk.items(page, "/Annots"), _MAX_A_PAGE, "notes and links on a page"):
        if not _is_mere_link(reference):
            yield walk.resolve(reference)


def _is_mere_link(reference: Any) -> bool:
    """Whether an annotation, as it is written, has no name in it but those of a link to a page or to the web.

    Papers have hundreds of them, which take most of the time if each is parsed.
    """
    if not isinstance(reference, IndirectObject) or not isinstance(reference.pdf, LazyReader):
        return False
    written = _STRING.sub(b" ", reference.pdf.written(reference)).strip()
    return _MERE_LINK.fullmatch(written) is not None and written.count(b"<<") == written.count(b">>")


def read_annotations(
    pages: list[Any], walk: ObjectWalk, units: Mapping[int, float] | None = None
) -> Iterator[Annotation]:
    """The notes on all pages; a pop-up window that says nothing of its own is left out.

    `units` are the points in a page's own unit of length, by its number, where they are not 1.
    """
    for number, page in enumerate(pages, 1):
        for found in page_annotations(page, walk):
            kind = walk.get(found, "/Subtype")
            if kind is None or str(kind) in _SKIPPED:
                continue
            author, contents = walk.text(found, "/T"), _contents(found, walk)
            if str(kind) == "/Popup" and not author and not contents:
                continue
            yield Annotation(
                page=number,
                kind=tidy(str(kind).removeprefix("/"), 40),
                box=_box(page, found, walk, (units or {}).get(number, 1.0)),
                author=author,
                contents=contents,
                hidden=_flags(found, walk) & _INVISIBLE != 0,
                drawn=_drawn(found, walk),
            )


def _contents(found: Any, walk: ObjectWalk) -> str:
    """Its text, subject first; rich text stands in where there is no plain one."""
    plain = walk.text(found, "/Contents") or tidy(_TAG.sub(" ", walk.text(found, "/RC")), walk.limits.max_field_length)
    subject = walk.text(found, "/Subj")
    return f"{subject}: {plain}" if subject and plain and subject != walk.get(found, "/Subtype") else plain or subject


def _drawn(found: Any, walk: ObjectWalk) -> str:
    if walk.dictionary(found, "/AP") is None:
        return ""
    # Hardly any paper has notes.
    from faimi_check.reading.pdf.notes.appearances import drawn_text

    return drawn_text(found, walk)


def _flags(found: Any, walk: ObjectWalk) -> int:
    flags = walk.get(found, "/F")
    return int(flags) if isinstance(flags, int) else 0


def _box(page: Any, found: Any, walk: ObjectWalk, unit: float) -> Box:
    """The annotation's rectangle on the page as shown, in points."""
    sides = [walk.resolve(side) for side in walk.items(found, "/Rect")]
    if len(sides) != 4 or not all(isinstance(side, int | float) for side in sides):
        return Box(0.0, 0.0, 0.0, 0.0)
    left, bottom, right, top = (float(side) for side in sides)
    frame = page.cropbox
    x0, y0, x1, y1 = (float(side) for side in (*frame.lower_left, *frame.upper_right))
    turned = {
        0: (left - x0, y1 - top, right - x0, y1 - bottom),
        90: (bottom - y0, left - x0, top - y0, right - x0),
        180: (x1 - right, bottom - y0, x1 - left, top - y0),
        270: (y1 - top, x1 - right, y1 - bottom, x1 - left),
    }[page.rotation % 360 // 90 * 90]
    xs, ys = sorted(turned[::2]), sorted(turned[1::2])
    return Box(*(round(unit * side, 1) for side in (xs[0], ys[0], xs[1], ys[1])))
