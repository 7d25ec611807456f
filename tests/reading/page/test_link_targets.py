"""Where clickable places lead, also those whose address lacks its scheme, as LaTeX's \\href leaves it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, TextStringObject

from faimi_check import check

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures" / "papers"


def paper_with_link(folder: Path, kind: str, key: str, target: str) -> Path:
    """A paper whose first page has one clickable place with this action."""
    writer = PdfWriter(clone_from=PdfReader(FIXTURES / "placeholder-paper-id.pdf"))
    action = {NameObject("/S"): NameObject(kind), NameObject(key): TextStringObject(target)}
    link = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): ArrayObject(map(FloatObject, (140, 400, 300, 412))),
            NameObject("/A"): DictionaryObject(action),
        }
    )
    writer.add_annotation(0, link)
    path = folder / "linked.pdf"
    writer.write(path)
    return path


@pytest.mark.parametrize(
    ("kind", "key", "target", "told"),
    [
        ("/URI", "/URI", "https://github.com/ilyngby/wait", "https://github.com/ilyngby/wait"),
        ("/URI", "/URI", "htps://github.com/ilyngby/wait", "htps://github.com/ilyngby/wait"),
        ("/URI", "/URI", "github.com/ilyngby/wait", "github.com/ilyngby/wait"),
        ("/GoToR", "/F", "github.com/ilyngby/wait.pdf", "github.com/ilyngby/wait"),
        ("/Launch", "/F", "github.com/ilyngby/wait", "github.com/ilyngby/wait"),
    ],
)
def test_an_address_is_told_with_and_without_a_scheme(
    kind: str, key: str, target: str, told: str, tmp_path: Path
) -> None:
    (report,) = check(paper_with_link(tmp_path, kind, key, target), select=["ANON006"]).submissions
    (found,) = report.findings
    assert found.rule == "ANON006"
    assert found.evidence.endswith(told)


@pytest.mark.parametrize(
    ("kind", "key", "target"),
    [
        ("/GoToR", "/F", "appendix.pdf"),
        ("/GoToR", "/F", "figures/appendix.pdf"),
        ("/Launch", "/F", "data.v2/readme.txt"),
        ("/URI", "/URI", "file:///tmp/figures/a.pdf"),
        ("/URI", "/URI", "mailto:email@anonymized.com"),
        ("/URI", "/URI", "https://anonymous.4open.science/r/wait"),
    ],
)
def test_files_and_anonymous_places_are_no_own_material(kind: str, key: str, target: str, tmp_path: Path) -> None:
    (report,) = check(paper_with_link(tmp_path, kind, key, target), select=["ANON006"]).submissions
    assert not report.findings
