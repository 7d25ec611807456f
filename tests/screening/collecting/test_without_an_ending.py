"""Uploads whose names have lost their ending are taken for what they hold."""

from __future__ import annotations

import zipfile
from pathlib import Path

from faimi_check.screening.collecting.discover import discover

PDF = b"%PDF-1.5\n1 0 obj << >> endobj\n"


def test_a_pdf_is_a_paper_and_a_zip_a_supplement(tmp_path: Path) -> None:
    (tmp_path / "paper12").write_bytes(PDF)
    with zipfile.ZipFile(tmp_path / "paper12-supplement", "w") as file:
        file.writestr("a.txt", "a")
    (one,) = discover([tmp_path]).requests
    assert (one.id, one.paper_name) == ("12", "paper12")
    assert [each.name for each in one.supplements] == ["paper12-supplement"]
    (alone,) = discover([tmp_path / "paper12"]).requests
    assert alone.paper_name == "paper12"


def test_text_and_what_has_another_ending_stay_no_papers(tmp_path: Path) -> None:
    (tmp_path / "7.pdf").write_bytes(PDF)
    (tmp_path / "README").write_text("These PDFs begin with %PDF-1.5, as others do.\n", encoding="utf-8")
    (tmp_path / "Makefile").write_text("all:\n\ttrue\n", encoding="utf-8")
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "old.bak").write_bytes(PDF)
    found = discover([tmp_path])
    assert [request.id for request in found.requests] == ["7"]
    assert sum("neither a PDF nor a zip" in note for note in found.notes) == 4
