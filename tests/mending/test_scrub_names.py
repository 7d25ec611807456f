"""Scrubbing names inside the file: those that tell are gone, wherever they stand; the others stay, and links lead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from faimi_check.engine import check as judge
from faimi_check.mending.drawing_texts import without_texts
from faimi_check.mending.proof import difference
from faimi_check.mending.scrub import ScrubError, ScrubResult, scrub
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.reading.paper import read_paper
from faimi_check.venues.loader import load

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
PAPERS = FIXTURES / "papers"
AUTHORS = (KnownAuthor(name="Ingrid Lyngby"), KnownAuthor(name="Mateo Quiroga Belmonte"))


def changed(tmp_path: Path, change: Callable[[pypdf.PdfWriter], None], name: str = "outline-names") -> Path:
    writer = pypdf.PdfWriter(clone_from=PAPERS / f"{name}.pdf")
    change(writer)
    path = tmp_path / "paper.pdf"
    writer.write(path)
    return path


def scrubbed(source: Path, authors: tuple[KnownAuthor, ...] = ()) -> ScrubResult:
    return scrub(source, source.parent / "out.pdf", authors)


def findings(result: ScrubResult, authors: tuple[KnownAuthor, ...] = ()) -> list[tuple[str, str]]:
    """What the call's rules find in the new file."""
    submission = Submission(id="paper", paper=read_paper(result.out, "out.pdf"), authors=authors)
    return [(finding.rule, finding.code) for finding in judge(submission, load("faimi-2025")).findings]


def everything(path: Path) -> str:
    """All strings, names and streams of a file, unpacked."""
    writer = pypdf.PdfWriter(clone_from=path)
    held = []
    for found in writer._objects:
        held.append(repr(found))
        if isinstance(found, DecodedStreamObject) or hasattr(found, "get_data"):
            held.append(found.get_data().decode("latin-1"))
    return "\n".join(held)


def alternative_text(writer: pypdf.PdfWriter, text: str) -> None:
    element = DictionaryObject(
        {
            NameObject("/S"): NameObject("/Figure"),
            NameObject("/Alt"): TextStringObject(text),
            NameObject("/K"): NumberObject(0),
        }
    )
    tree = DictionaryObject({NameObject("/K"): writer._add_object(ArrayObject([writer._add_object(element)]))})
    writer.root_object[NameObject("/StructTreeRoot")] = writer._add_object(tree)


def bookmark(writer: pypdf.PdfWriter, text: str) -> None:
    writer.add_outline_item(title=text, page_number=1)


def page_label(writer: pypdf.PdfWriter, text: str) -> None:
    label = DictionaryObject({NameObject("/S"): NameObject("/D"), NameObject("/P"): TextStringObject(text)})
    numbers = ArrayObject([NumberObject(0), label])
    writer.root_object[NameObject("/PageLabels")] = DictionaryObject({NameObject("/Nums"): numbers})


def destination(writer: pypdf.PdfWriter, text: str) -> None:
    writer.add_named_destination(title=text, page_number=0)


def private_key(writer: pypdf.PdfWriter, text: str) -> None:
    inner = DictionaryObject({NameObject("/Maker"): ArrayObject([TextStringObject(text)])})
    writer.pages[0][NameObject("/Drawing")] = inner


def drawn(writer: pypdf.PdfWriter, commands: bytes) -> None:
    stream = DecodedStreamObject()
    stream.set_data(commands)
    contents = writer.pages[0]["/Contents"]
    parts = list(contents) if isinstance(contents, ArrayObject) else [writer.pages[0].raw_get("/Contents")]
    writer.pages[0][NameObject("/Contents")] = ArrayObject([*parts, writer._add_object(stream)])


def marked_content(writer: pypdf.PdfWriter, text: str) -> None:
    drawn(writer, b"/Figure <</Alt (%s) /MCID 7>> BDC\nq Q\nEMC\n" % text.encode())


def marked_in_hex(writer: pypdf.PdfWriter, text: str) -> None:
    drawn(writer, b"/Figure <</Alt<%s>>> BDC q 1 0 0 1 0 0 cm Q EMC\n" % text.encode("utf-16").hex().encode())


def comment(writer: pypdf.PdfWriter, text: str) -> None:
    drawn(writer, b"q 1 0 0 1 0 0 cm\n%% %s\nQ\n" % text.encode())


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (bookmark, "Notes of ingrid.lyngby@uni-nordhavn.edu"),
        (bookmark, "Cohort of Nordhaven University Hospital"),
        (page_label, "ingrid.lyngby@uni-nordhavn.edu-"),
        (destination, "/home/ilyngby/faimi/main.tex"),
        (destination, "cite.lyngby2023ours"),
        (alternative_text, "Photograph by Ingrid Lyngby"),
        (alternative_text, "C:\\Users\\ilyngby\\Pictures\\scan.png"),
        (private_key, "Ingrid Lyngby ingrid.lyngby@uni-nordhavn.edu"),
        (marked_content, "Photo by Ingrid Lyngby, ingrid.lyngby@uni-nordhavn.edu"),
        (marked_in_hex, "Photo by Ingrid Lyngby, ingrid.lyngby@uni-nordhavn.edu"),
        (comment, "drawn by ingrid.lyngby@uni-nordhavn.edu"),
    ],
)
def test_a_text_that_tells_is_gone_wherever_it_stands(
    place: Callable[[pypdf.PdfWriter, str], None], text: str, tmp_path: Path
) -> None:
    source = changed(tmp_path, lambda writer: place(writer, text))
    result = scrubbed(source)
    assert any(text in sentence for sentence in result.removed)
    assert findings(result) == []
    # The paper's own list of references names people of this name; nothing but its text may.
    assert text not in everything(result.out)


@pytest.mark.parametrize("place", [bookmark, page_label, destination, alternative_text, private_key, marked_content])
def test_names_of_given_authors_are_gone_that_no_pattern_finds(
    place: Callable[[pypdf.PdfWriter, str], None], tmp_path: Path
) -> None:
    text = "room of Quiroga Belmonte"
    source = changed(tmp_path, lambda writer: place(writer, text))
    assert text in everything(source)
    result = scrubbed(source, AUTHORS)
    assert any(text in sentence for sentence in result.removed)
    assert text not in everything(result.out)
    assert findings(result, AUTHORS) == []


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (bookmark, "Sampling the cohort"),
        (alternative_text, "Bar chart of the error in each group"),
        (page_label, "A-"),
        (marked_content, "Bar chart of the error in each group"),
        (comment, "the second curve"),
    ],
)
def test_a_text_that_tells_nothing_stays(
    place: Callable[[pypdf.PdfWriter, str], None], text: str, tmp_path: Path
) -> None:
    result = scrubbed(changed(tmp_path, lambda writer: place(writer, text)), AUTHORS)
    assert text in everything(result.out)


def test_a_bookmark_keeps_its_place_under_a_neutral_name(tmp_path: Path) -> None:
    def add(writer: pypdf.PdfWriter) -> None:
        bookmark(writer, "First part")
        bookmark(writer, "Ingrid Lyngby's remarks, ingrid.lyngby@uni-nordhavn.edu")

    source = changed(tmp_path, add, "compliant-times")
    result = scrubbed(source)
    reader = pypdf.PdfReader(result.out)
    assert [(item["/Title"], reader.get_destination_page_number(item)) for item in reader.outline] == [
        ("First part", 1),
        ("Bookmark 1", 1),
    ]


def links(path: Path) -> list[tuple[object, ...]]:
    """The rectangle of each inner link, its page and its place, by another reader than the proof's."""
    reader = pypdf.PdfReader(path)
    named = reader.named_destinations
    found: list[tuple[object, ...]] = []
    for page in reader.pages:
        for note in page.get("/Annots") or ():
            link = note.get_object()
            name = (link.get("/A") or {}).get("/D") or link.get("/Dest")
            if isinstance(name, str):
                target = named[str(name)]
                found.append((tuple(link["/Rect"]), reader.get_destination_page_number(target), target.get("/Top")))
    return found


def test_links_lead_where_they_led_by_neutral_names(tmp_path: Path) -> None:
    source = PAPERS / "outline-names.pdf"
    result = scrub(source, tmp_path / "out.pdf")
    assert len(links(source)) > 2
    assert links(result.out) == links(source)
    names = pypdf.PdfReader(result.out).named_destinations
    assert all(name.startswith("destination.") for name in names)
    assert list(names) == sorted(names)
    assert "lyngby" not in everything(result.out).lower()


def test_destinations_as_old_programs_write_them_are_renamed(tmp_path: Path) -> None:
    def add(writer: pypdf.PdfWriter) -> None:
        page = writer.pages[1].indirect_reference
        place = ArrayObject([page, NameObject("/Fit")])
        writer.root_object[NameObject("/Dests")] = DictionaryObject({NameObject("/lyngby-own-work"): place})
        link = DictionaryObject(
            {
                NameObject("/Subtype"): NameObject("/Link"),
                NameObject("/Rect"): ArrayObject([NumberObject(side) for side in (10, 10, 50, 20)]),
                NameObject("/Dest"): NameObject("/lyngby-own-work"),
            }
        )
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(link)])

    source = changed(tmp_path, add, "compliant-times")
    result = scrubbed(source)
    assert [page for _, page, _ in links(result.out)] == [1]
    assert "lyngby" not in everything(result.out)


def test_a_link_that_would_lead_elsewhere_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faimi_check.mending.destinations._in_tree", lambda *_: iter(()))
    with pytest.raises(ScrubError, match=r"Page \d would not link the same"):
        scrub(PAPERS / "outline-names.pdf", tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_link_that_led_nowhere_may_lead_somewhere(tmp_path: Path) -> None:
    def forget(writer: pypdf.PdfWriter) -> None:
        del writer.root_object["/Names"]

    whole = (PAPERS / "outline-names.pdf").read_bytes()
    broken = changed(tmp_path, forget).read_bytes()
    assert difference(broken, whole) is None
    assert difference(whole, broken) == "Page 1 would not link the same in the rewritten file."


def test_bookmarks_that_would_lead_elsewhere_are_a_difference(tmp_path: Path) -> None:
    before = changed(tmp_path, lambda writer: bookmark(writer, "One")).read_bytes()
    after = changed(tmp_path, lambda writer: None).read_bytes()
    assert difference(before, before) is None
    assert difference(before, after) == "The bookmarks would lead elsewhere in the rewritten file."


def test_marks_of_a_review_go_and_what_is_drawn_stays_and_is_said(tmp_path: Path) -> None:
    def add(writer: pypdf.PdfWriter) -> None:
        for kind in ("/Highlight", "/Ink", "/FreeText"):
            note = DictionaryObject(
                {
                    NameObject("/Subtype"): NameObject(kind),
                    NameObject("/Rect"): ArrayObject([NumberObject(side) for side in (10, 10, 50, 20)]),
                    NameObject("/T"): TextStringObject("Mateo Quiroga"),
                    NameObject("/Contents"): TextStringObject("Ingrid, look"),
                }
            )
            writer.pages[0].setdefault(NameObject("/Annots"), ArrayObject()).append(writer._add_object(note))

    result = scrubbed(changed(tmp_path, add, "compliant-times"))
    assert [note.kind for note in read_paper(result.out, "out.pdf").annotations] == ["FreeText"]
    assert findings(result) == [("ANON009", "note")]
    assert "Quiroga" not in everything(result.out)


def test_a_signature_goes_with_its_field(tmp_path: Path) -> None:
    def add(writer: pypdf.PdfWriter) -> None:
        field = DictionaryObject(
            {
                NameObject("/FT"): NameObject("/Sig"),
                NameObject("/Subtype"): NameObject("/Widget"),
                NameObject("/T"): TextStringObject("Signature1"),
                NameObject("/Rect"): ArrayObject([NumberObject(0)] * 4),
                NameObject("/V"): DictionaryObject({NameObject("/Name"): TextStringObject("Ingrid Lyngby")}),
            }
        )
        reference = writer._add_object(field)
        writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
            {NameObject("/Fields"): ArrayObject([reference])}
        )
        writer.pages[0][NameObject("/Annots")] = ArrayObject([reference])

    result = scrubbed(changed(tmp_path, add, "compliant-times"))
    assert findings(result) == []
    assert "Signature1" not in everything(result.out)


@pytest.mark.parametrize(
    ("commands", "left"),
    [
        (b"/P <</Alt (secret)>> BDC (secret) Tj", b"/P <</Alt ()>> BDC (secret) Tj"),
        (b"(a \\) % secret) Tj % secret\nQ", b"(a \\) % secret) Tj \nQ"),
        (b"/F1 9 Tf (secret) Tj", b"/F1 9 Tf (secret) Tj"),
        (b"BI /W 1 ID % secret\n\xff EI % secret\nQ", b"BI /W 1 ID % secret\n\xff EI \nQ"),
        (b"/A (se\\143ret) /B <736563726574>", b"/A () /B ()"),
        (b"/A ((secret)", b"/A ((secret)"),
    ],
)
def test_drawing_commands_lose_what_tells_and_nothing_that_is_drawn(commands: bytes, left: bytes) -> None:
    assert without_texts(commands, lambda raw: raw.strip() == b"secret") == left
