"""Pages stay loaded where they are light and few; a page reads the same either way."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from faimi_check.reading.page.objects import open_pages
from faimi_check.reading.page.objects.open_pages import OpenPages
from faimi_check.reading.surface import read_surface

PAPERS = Path(__file__).resolve().parents[4] / "fixtures" / "papers"


def test_a_page_is_loaded_once() -> None:
    with pypdfium2.PdfDocument(PAPERS / "compliant.pdf") as document:
        opened = OpenPages(document)
        with opened.at(1) as first, opened.at(1) as second:
            assert first is second
        assert opened.keeps(1)
        assert not opened.keeps(0)


@pytest.mark.parametrize("bound", ["_KEPT_PAGES", "_LIGHT_OBJECTS"])
def test_what_is_not_kept_is_closed_and_read_alike(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = PAPERS / "hidden-layer.pdf"
    kept = list(read_surface(path, path.name))
    monkeypatch.setattr(open_pages, bound, 0)
    with pypdfium2.PdfDocument(path) as document:
        opened = OpenPages(document)
        with opened.at(0) as page:
            assert page.raw
            assert not opened.keeps(0)
        assert not page.raw
    assert list(read_surface(path, path.name)) == kept
    assert any(page.hidden for page in kept[-1].pages)
