"""Papers in English with notes in other languages, from their bytes to the findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from faimi_check.engine import check
from faimi_check.model.submission import Submission
from faimi_check.reading.paper import read_paper
from faimi_check.venues.loader import load

FRONT = (
    (14, "Who Waits Longer? Gaps in Radiograph Triage"),
    (9, "Anonymized Authors"),
    (9, "Abstract. We study how long readings wait, and whom a delay strikes."),
    (12, "1 Introduction"),
    (10, "We measure the gap between groups in three public sets of radiographs."),
)
BEHIND = (
    (12, "References"),
    (9, "1. Castellmar, A., Ruvo, T.: When metrics disagree. In: MICCAI, pp. 1-9 (2021)"),
    (9, "2. Fjellgren, H., Garnault, C.: Underdiagnosis by deep networks. In: STIA, pp. 45-56 (2019)"),
)
LATIN = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"
# A font that is known by its name, whose signs are written as UTF-16.
CHINESE = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [<< /Type /Font"
    b" /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1)"
    b" /Supplement 4 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200"
    b" 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >> >>] >>"
)


def pdf_of(*notes: str, chinese: str = "0 Tr 0 g") -> bytes:
    """A page with these notes behind the introduction, each in the font of its letters; how Chinese is painted."""
    content, y = b"", 700
    for size, line in (*FRONT, *((10, note) for note in notes), *BEHIND):
        latin = all(ord(letter) < 256 for letter in line)
        shown = line.encode("cp1252" if latin else "utf-16-be").hex()
        how = "0 Tr 0 g" if latin else chinese
        content += f"BT {how} /{'L' if latin else 'C'} {size} Tf 134 {y} Td <{shown}> Tj ET\n".encode()
        y -= 2 * size
    fonts = b"/Resources << /Font << /L 4 0 R /C 5 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 6 0 R %s >>" % fonts
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    tree = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    made, starts = b"%PDF-1.7\n", []
    for number, body in enumerate((b"<< /Type /Catalog /Pages 2 0 R >>", tree, page, LATIN, CHINESE, stream), start=1):
        starts.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    return made + b"xref\n0 7\n0000000000 65535 f \n%strailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(made),
    )


@pytest.mark.parametrize(("how", "hidden"), [("0 Tr 0 g", False), ("3 Tr 0 g", True), ("0 Tr 1 g", True)])
def test_chinese_is_hidden_by_how_it_is_painted_and_not_by_the_fonts_of_a_machine(
    how: str, hidden: bool, tmp_path: Path
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf_of("图像采集自三家公开的数据集并由两位医生标注完成。", chinese=how))
    assert bool(read_paper(path, "paper.pdf").pages[0].hidden) is hidden


def found(folder: Path, *notes: str) -> list[tuple[str, str, str]]:
    """Rule, code and severity of what is found on authors in a paper with these notes."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf_of(*notes))
    report = check(Submission(id="1", paper=read_paper(path, "paper.pdf")), load("faimi-2026"))
    return sorted((one.rule, one.code, one.severity.value) for one in report.findings if one.rule.startswith("ANON"))


def test_a_chinese_note_is_read_and_told(tmp_path: Path) -> None:
    """Lines are broken within words there, and no blank stands between sentences."""
    assert found(
        tmp_path,
        "本研究受江左省自然科学基金（编号：JB2022081900）资助。感谢周岚博士在",
        "数据整理方面的帮助。我们此前的研究[1]使用了同样的图像。图像采集自本",
        "院（云岭大学附属眼科医院）。",
    ) == [
        ("ANON005", "named", "error"),
        ("ANON005", "named", "error"),
        ("ANON007", "cited", "error"),
        ("ANON015", "site", "error"),
    ]


def test_an_honest_chinese_note_is_no_finding(tmp_path: Path) -> None:
    notes = (
        "我们采用文献[1]提出的方法作为基线。基金项目：为双盲评审已隐去。",
        "问卷第三题为“您对本院的服务是否满意？”。我们感谢审稿人的意见。",
    )
    assert found(tmp_path, *notes) == []


def test_notes_in_latin_letters_are_read_and_told(tmp_path: Path) -> None:
    assert found(
        tmp_path,
        "Nuestra cohorte LITORAL-PIEL cuenta con 3212 participantes. Como ya mostramos en [2], la diferencia",
        "crece con la edad. Gefördert durch die Weidenhof-Stiftung (Förderkennzeichen 01WX2207B).",
        "As imagens foram adquiridas no nosso hospital, o Hospital São Tirso.",
    ) == [
        ("ANON005", "named", "error"),
        ("ANON007", "cited", "error"),
        ("ANON015", "site", "error"),
        ("ANON022", "standing", "warning"),
    ]


def test_honest_notes_in_latin_letters_are_no_finding(tmp_path: Path) -> None:
    notes = (
        "Como en trabajos anteriores [2], usamos validación cruzada. Danksagung entfällt zur Begutachtung.",
        "La pregunta era: «¿Está satisfecho con nuestro hospital?». Notre méthode repose sur U-Net.",
    )
    assert found(tmp_path, *notes) == []


def test_groups_payers_and_projects_are_read_and_told(tmp_path: Path) -> None:
    assert found(
        tmp_path,
        "Les radios proviennent de notre service de pédiatrie, au CHU de Courvallon.",
        "In einer Vorarbeit unserer Arbeitsgruppe [1] war der Abstand kleiner.",
        "Diese Studie wird von der Ahorn-Stiftung getragen.",
        "Le projet CLAIRVOIR, que nous coordonnons, finit en 2025.",
    ) == [
        ("ANON005", "named", "error"),
        ("ANON007", "cited", "error"),
        ("ANON015", "site", "error"),
        ("ANON022", "standing", "warning"),
    ]


def test_honest_notes_that_look_like_them_are_no_finding(tmp_path: Path) -> None:
    notes = (
        "Korrespondenzadresse: wird nach der Begutachtung ergänzt. Eigene Daten (MRT Kopf): 318.",
        "In einer Vorarbeit von Lund [1] war der Abstand kleiner. Die von uns vorgeschlagene Methode übertrifft [2].",
        "Cette étude utilise des images acquises dans le cadre du projet OPTIMAM.",
    )
    assert found(tmp_path, *notes) == []
