"""Links that are links only are not looked into; all others are, however they are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.reading.pdf.written import packed, plain

from faimi_check.model.paper import Structure
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.pdf.notes.annotations import page_annotations
from faimi_check.reading.pdf.objects.opening import open_reader
from faimi_check.reading.pdf.objects.walk import ObjectWalk
from faimi_check.reading.pdf.structure import read_structure

TREE = {
    1: b"<< /Type /Catalog /Pages 2 0 R >>",
    2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Annots [4 0 R] >>",
    5: b"<< /S /JavaScript /JS (app.alert) >>",
    6: b"/Text",
}
Written = Callable[[Mapping[int, bytes]], bytes]
LINK = b"/Type /Annot /Subtype /Link /Rect [1 2 30 40]"


def document(written: Written, annotation: bytes) -> bytes:
    return written(dict(sorted({**TREE, 4: annotation}.items())))


def structure(data: bytes, folder: Path) -> Structure:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    found = read_structure(path)
    assert not found.problems
    return found


@pytest.mark.parametrize("written", [plain, packed])
@pytest.mark.parametrize(
    "annotation",
    [
        b"<< %s /Border[0 0 0]/H/I/C[0 1 0] /A << /S /GoTo /D (cite.a) >> >>" % LINK,
        b"<</Subtype/Link/Rect[1 2 3 4]/BS<</W 0>>/F 4/A<</Type/Action/S/URI/URI(http://a.org/\\(b\\))>>>>",
        b"%% 4 0 obj\n<< %s /Dest [3 0 R /Fit] >>" % LINK,
        b"<< %s /Dest [3 0 R /XYZ 0 100 0] /P 3 0 R >>" % LINK,
    ],
)
def test_a_mere_link_is_not_looked_into(annotation: bytes, written: Written, tmp_path: Path) -> None:
    data = document(written, annotation)
    found = structure(data, tmp_path)
    assert (found.annotations, found.active_content, found.attachments) == ((), (), ())
    assert list(page_annotations(open_reader(data).pages[0], ObjectWalk(PdfLimits()))) == []


@pytest.mark.parametrize("written", [plain, packed])
@pytest.mark.parametrize(
    "annotation",
    [
        b"<< %s /A 5 0 R >>" % LINK,
        b"<< %s /A << /S /GoTo /D (a) /Next 5 0 R >> >>" % LINK,
        b"<< %s /A << /S /JavaScript /JS (app.alert) >> >>" % LINK,
        b"<< %s /A << /S /J#61vaScript /JS (app.alert) >> >>" % LINK,
        b"<< %s /AA << /E 5 0 R >> >>" % LINK,
        b"<< %s /#41#41 << /E 5 0 R >> >>" % LINK,
        b"<< %s /Contents (>>) /AA << /E 5 0 R >> >>" % LINK,
        b"<< %s /Contents (endobj) /AA << /E 5 0 R >> >>" % LINK,
        b"<< %s %% /A <<\n/AA << /E 5 0 R >> >>" % LINK,
    ],
)
def test_what_a_link_does_is_read(annotation: bytes, written: Written, tmp_path: Path) -> None:
    (active,) = structure(document(written, annotation), tmp_path).active_content
    assert (active.key, active.value, active.page) == ("JavaScript", "app.alert", 1)


@pytest.mark.parametrize("written", [plain, packed])
@pytest.mark.parametrize(
    "annotation",
    [
        b"<< /Type /Annot /Subtype /Text /Rect [1 2 30 40] /Contents (Link by Ilse) >>",
        b"<< /Type /Annot /Subtype 6 0 R /Rect [1 2 30 40] /Contents (Link by Ilse) >>",
        b"<< /Type /Annot /Subtype % /Link\n /Text /Rect [1 2 30 40] /Contents (Link by Ilse) >>",
        b"<< /Type /Annot /Subtype /L#69nk2 /Rect [1 2 30 40] /Contents (Link by Ilse) >>",
    ],
)
def test_what_is_no_link_is_a_note(annotation: bytes, written: Written, tmp_path: Path) -> None:
    (note,) = structure(document(written, annotation), tmp_path).annotations
    assert note.contents == "Link by Ilse"
