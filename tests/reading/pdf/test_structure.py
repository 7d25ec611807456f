"""What lies below the surface: each thing planted in a fixture or in a file made here is read with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from faimi_check.model.paper import Paper
from faimi_check.model.problem import Aspect, ProblemKind
from faimi_check.reading.limits import PdfLimits
from faimi_check.reading.pdf.structure import read_structure

PAPERS = Path(__file__).resolve().parents[3] / "fixtures" / "papers"


def read(path: Path, limits: PdfLimits | None = None) -> Paper:
    with pypdfium2.PdfDocument(path) as document:
        count = len(document)
    return Paper(file=path.name, size=path.stat().st_size, page_count=count).with_structure(
        read_structure(path, limits)
    )


def fixture(name: str) -> Paper:
    return read(PAPERS / f"{name}.pdf")


def text(value: str) -> TextStringObject:
    return TextStringObject(value)


def dictionary(**entries: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def written(writer: pypdf.PdfWriter, tmp_path: Path) -> Path:
    path = tmp_path / "made.pdf"
    writer.write(path)
    return path


@pytest.fixture
def writer() -> pypdf.PdfWriter:
    made = pypdf.PdfWriter()
    made.add_blank_page(300, 400)
    return made


def values(paper: Paper) -> dict[str, str]:
    return {field.key: field.value for field in paper.metadata}


def test_a_compliant_paper_has_nothing_below_the_surface() -> None:
    paper = fixture("compliant")
    assert not paper.problems
    assert (paper.annotations, paper.attachments, paper.revisions, paper.active_content) == ((), (), (), ())
    assert values(paper)["Producer"].startswith("pdfTeX")


@pytest.mark.parametrize(("name", "place"), [("info-author", "Info dictionary"), ("xmp-author", "XMP")])
def test_the_authors_stand_in_info_or_xmp(name: str, place: str) -> None:
    assert [f for f in fixture(name).metadata if f.place == place and "Lyngby" in f.value]


@pytest.mark.parametrize("name", ["encrypted-owner", "encrypted-owner-aes"])
def test_a_paper_encrypted_without_a_password_is_read(name: str) -> None:
    paper = fixture(name)
    assert not paper.problems
    assert values(paper)


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("figure-info", "Author", "Ingrid Lyngby"),
        ("figure-info", "PTEX.FileName", "/home//ilyngby/faimi-2025/figures/curves.pdf"),
        ("figure-exif", "EXIF Artist", "Mateo Quiroga Belmonte"),
        ("figure-exif", "EXIF GPS position", "57.04881 N, 9.92169 E"),
        ("figure-xmp", "dc:creator", "Mateo Quiroga Belmonte"),
        ("figure-pieceinfo", "%%For", "(Ingrid Lyngby) (University of Nordhavn)"),
    ],
)
def test_what_a_figure_brought_along_is_read_with_its_page(name: str, key: str, value: str) -> None:
    fields = [field for found in fixture(name).objects for field in found.fields]
    assert (value, 2) in [(field.value, field.page) for field in fields if field.key == key]


def test_a_note_is_read_with_author_text_and_place() -> None:
    (note,) = fixture("annotation-author").annotations
    assert (note.page, note.author, note.hidden) == (1, "Mateo Quiroga", False)
    assert "check this number" in note.contents
    assert 0 < note.box.x0 < note.box.x1


def test_an_attachment_is_read_with_type_and_text() -> None:
    (attached,) = fixture("attachment").attachments
    assert (attached.name, attached.mime) == ("cover-letter-lyngby.txt", "text/plain")
    assert "Ingrid Lyngby, for all authors" in attached.text.splitlines()


@pytest.mark.parametrize(("name", "kind"), [("javascript", "JavaScript"), ("launch", "Launch"), ("form", "AcroForm")])
def test_active_content_is_read_by_kind(name: str, kind: str) -> None:
    assert [field.key for field in fixture(name).active_content] == [kind]


def test_names_inside_the_file_are_read_without_those_that_latex_counts() -> None:
    names = [f.value for f in fixture("outline-names").internal_names if f.place == "link destinations"]
    assert "cite.lyngby2024ours" in names
    assert not [name for name in names if name.startswith(("section.", "page.", "equation."))]


def test_an_alternative_text_among_drawing_commands_is_read() -> None:
    assert [(f.key, f.page) for f in fixture("alt-text").internal_names if "St. Brannoc" in f.value] == [("Alt", 2)]


def test_layers_bookmarks_page_labels_and_fields_are_names(writer: pypdf.PdfWriter, tmp_path: Path) -> None:
    root = writer.root_object
    root[NameObject("/OCProperties")] = dictionary(OCGs=ArrayObject([dictionary(Name=text("sketch by Vega"))]))
    root[NameObject("/PageLabels")] = dictionary(Nums=ArrayObject([NumberObject(0), dictionary(P=text("Vega-"))]))
    signed = dictionary(Name=text("Ilse Vega"), Reason=text("I made this"))
    root[NameObject("/AcroForm")] = dictionary(
        Fields=ArrayObject([dictionary(T=text("remarks"), V=text("for Vega")), dictionary(T=text("s"), V=signed)])
    )
    writer.add_outline_item(title="Vega's chapter", page_number=0)
    found = {(f.place, f.key): f.value for f in read(written(writer, tmp_path)).internal_names}
    assert found["layers", "name"] == "sketch by Vega"
    assert found["page labels", "prefix"] == "Vega-"
    assert found["bookmarks", "title"] == "Vega's chapter"
    assert found["form fields", "value"] == "for Vega"
    assert found["digital signature", "Name"] == "Ilse Vega"


def test_alternative_texts_of_a_tagged_paper_are_names(writer: pypdf.PdfWriter, tmp_path: Path) -> None:
    picture = dictionary(S=NameObject("/Figure"), Alt=text("C:\\Users\\ivega\\plot.png"))
    tree = dictionary(K=ArrayObject([dictionary(S=NameObject("/Document"), K=ArrayObject([picture]))]))
    writer.root_object[NameObject("/StructTreeRoot")] = writer._add_object(tree)
    (field,) = read(written(writer, tmp_path)).internal_names
    assert (field.place, field.key, field.value) == ("tags", "Alt", "C:\\Users\\ivega\\plot.png")


def test_a_going_to_a_place_on_opening_is_not_active(writer: pypdf.PdfWriter, tmp_path: Path) -> None:
    page = writer.pages[0].indirect_reference
    place = ArrayObject([page, NameObject("/XYZ"), NumberObject(0), NumberObject(0), NumberObject(0)])
    writer.root_object[NameObject("/OpenAction")] = place
    paper = read(written(writer, tmp_path))
    assert not paper.active_content
    assert not paper.problems


def test_actions_are_followed_along_their_chain_and_loops_end(writer: pypdf.PdfWriter, tmp_path: Path) -> None:
    second = dictionary(S=NameObject("/SubmitForm"), F=text("http://collect.example/"))
    first = dictionary(S=NameObject("/GoTo"), Next=ArrayObject([second]))
    reference = writer._add_object(first)
    second[NameObject("/Next")] = reference
    writer.root_object[NameObject("/OpenAction")] = reference
    assert {f.key for f in read(written(writer, tmp_path)).active_content} == {"SubmitForm"}


def test_a_string_in_plain_utf8_is_read_as_meant(writer: pypdf.PdfWriter, tmp_path: Path) -> None:
    writer.add_metadata({"/Author": "x"})
    path = written(writer, tmp_path)
    path.write_bytes(path.read_bytes().replace(b"(x)", "(Žofie)".encode()))
    assert values(read(path))["Author"] == "Žofie"


def test_xmp_that_declares_entities_leaves_the_metadata_open(writer: pypdf.PdfWriter, tmp_path: Path) -> None:
    stream = DecodedStreamObject()
    stream.set_data(b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&a;</x:xmpmeta>')
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    (problem,) = read(written(writer, tmp_path)).problems
    assert (problem.kind, problem.aspects) == (ProblemKind.DAMAGED, (Aspect.METADATA,))


def test_damaged_xmp_is_read_as_text(writer: pypdf.PdfWriter, tmp_path: Path) -> None:
    stream = DecodedStreamObject()
    stream.set_data(b"<x:xmpmeta><dc:creator>Ilse Vega</dc:creator>")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    paper = read(written(writer, tmp_path))
    assert not paper.problems
    assert [f.value for f in paper.metadata if f.place == "XMP"] == ["Ilse Vega"]


@pytest.mark.parametrize(
    "value", [NumberObject(7), ArrayObject([text("Ilse"), NumberObject(1)]), ByteStringObject(b"\xff")]
)
def test_metadata_of_the_wrong_type_does_no_harm(value: object, writer: pypdf.PdfWriter, tmp_path: Path) -> None:
    writer._info = dictionary(Author=value)
    assert not read(written(writer, tmp_path)).problems


def test_readers_that_disagree_on_the_pages_are_a_problem(writer: pypdf.PdfWriter, tmp_path: Path) -> None:
    path = written(writer, tmp_path)
    paper = Paper(file="p.pdf", size=1, page_count=9).with_structure(read_structure(path))
    (problem,) = paper.problems
    assert problem.kind is ProblemKind.DISAGREEMENT
    assert "9 or 1" in problem.detail


def test_more_objects_than_the_limit_are_a_problem_and_the_rest_counts() -> None:
    paper = read(PAPERS / "outline-names.pdf", PdfLimits(max_objects=3))
    assert {problem.kind for problem in paper.problems} == {ProblemKind.LIMIT}
    assert values(paper)


def test_damage_leaves_problems_and_raises_nothing(tmp_path: Path) -> None:
    data = (PAPERS / "figure-info.pdf").read_bytes()
    path = tmp_path / "cut.pdf"
    for cut in range(200, len(data) - 200, len(data) // 12):
        path.write_bytes(data[:cut])
        kinds = {problem.kind for problem in read_structure(path).problems}
        assert kinds == {ProblemKind.DAMAGED}, cut


def remapped(writer: pypdf.PdfWriter, shift: int) -> DictionaryObject:
    """Resources with a font in WinAnsi of which programs read each letter `shift` further on."""
    table = DecodedStreamObject()
    table.set_data(b"1 beginbfrange\n<61> <79> <%04x>\nendbfrange" % (0x61 + shift))
    font = dictionary(
        Type=NameObject("/Font"),
        Subtype=NameObject("/Type1"),
        BaseFont=NameObject("/Nordhavn"),
        Encoding=NameObject("/WinAnsiEncoding"),
        ToUnicode=writer._add_object(table),
    )
    return dictionary(Font=dictionary(F1=writer._add_object(font)))


def drawn(writer: pypdf.PdfWriter, resources: DictionaryObject) -> IndirectObject:
    """A form that has these resources."""
    form = DecodedStreamObject()
    form.update({NameObject("/Subtype"): NameObject("/Form"), NameObject("/Resources"): resources})
    return writer._add_object(form)


@pytest.mark.parametrize(("shift", "told"), [(1, ["Nordhavn"]), (0, [])])
def test_a_font_that_reads_otherwise_than_it_shows(
    shift: int, told: list[str], writer: pypdf.PdfWriter, tmp_path: Path
) -> None:
    writer.pages[0][NameObject("/Resources")] = remapped(writer, shift)
    found = read(written(writer, tmp_path)).remapped_fonts
    assert [font.key for font in found] == told
    assert all("a reads as b" in font.value for font in found)


def test_such_a_font_is_found_in_a_figure_of_a_figure(writer: pypdf.PdfWriter, tmp_path: Path) -> None:
    figure = drawn(writer, dictionary(XObject=dictionary(Inner=drawn(writer, remapped(writer, 1)))))
    writer.pages[0][NameObject("/Resources")] = dictionary(XObject=dictionary(Fig=figure, Again=figure))
    assert [font.key for font in read(written(writer, tmp_path)).remapped_fonts] == ["Nordhavn"]


def test_such_a_font_is_found_in_what_a_note_draws(writer: pypdf.PdfWriter, tmp_path: Path) -> None:
    note = dictionary(Subtype=NameObject("/Stamp"), AP=dictionary(N=drawn(writer, remapped(writer, 1))))
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])
    assert [font.key for font in read(written(writer, tmp_path)).remapped_fonts] == ["Nordhavn"]


@pytest.mark.parametrize(("said", "told"), [("abcde", []), ("vwxyz", ["e reads as z"])])
def test_glyphs_that_show_letters_of_another_font(
    said: str, told: list[str], writer: pypdf.PdfWriter, tmp_path: Path
) -> None:
    glyphs, table = dictionary(), DecodedStreamObject()
    for number, letter in enumerate("abcde"):
        glyph = DecodedStreamObject()
        glyph.set_data(f"500 0 d0 BT /F 1000 Tf ({letter}) Tj ET".encode())
        glyphs[NameObject(f"/g{number}")] = writer._add_object(glyph)
    pairs = "\n".join(f"<{number:02X}> <{ord(letter):04X}>" for number, letter in enumerate(said))
    table.set_data(f"5 beginbfchar\n{pairs}\nendbfchar".encode())
    names = ArrayObject([NumberObject(0), *(NameObject(f"/g{number}") for number in range(5))])
    font = dictionary(
        Type=NameObject("/Font"),
        Subtype=NameObject("/Type3"),
        CharProcs=glyphs,
        Encoding=dictionary(Differences=names),
        ToUnicode=writer._add_object(table),
    )
    writer.pages[0][NameObject("/Resources")] = dictionary(Font=dictionary(F1=writer._add_object(font)))
    found = read(written(writer, tmp_path)).remapped_fonts
    assert [font.value.split(", ")[-1] for font in found] == told


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-16-le", "utf-32", "utf-32-be"])
def test_xmp_is_read_in_each_encoding_it_may_have(encoding: str, writer: pypdf.PdfWriter, tmp_path: Path) -> None:
    packet = (
        f'<?xml version="1.0" encoding="{encoding}"?><x:xmpmeta xmlns:x="adobe:ns:meta/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ilse Vega</dc:creator></x:xmpmeta>'
    )
    stream = DecodedStreamObject()
    stream.set_data(packet.encode(encoding))
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    paper = read(written(writer, tmp_path))
    assert not paper.problems
    assert [(f.key, f.value) for f in paper.metadata if f.place == "XMP"] == [("dc:creator", "Ilse Vega")]


def too_many_info_keys(writer: pypdf.PdfWriter) -> None:
    writer.add_metadata({f"/Key{number}": "nothing" for number in range(3_100)} | {"/Last": "ilse@vega.example"})


def too_many_bookmarks(writer: pypdf.PdfWriter) -> None:
    bookmark = dictionary(Title=text("Methods"))
    for _ in range(5_100):
        bookmark = dictionary(Title=text("Methods"), Next=writer._add_object(bookmark))
    writer.root_object[NameObject("/Outlines")] = dictionary(First=bookmark)


def too_many_layers(writer: pypdf.PdfWriter) -> None:
    layer = writer._add_object(dictionary(Name=text("")))
    writer.root_object[NameObject("/OCProperties")] = dictionary(OCGs=ArrayObject([layer] * 600))


def too_many_page_labels(writer: pypdf.PdfWriter) -> None:
    labels = ArrayObject([NumberObject(0), dictionary(S=NameObject("/D"))] * 600)
    writer.root_object[NameObject("/PageLabels")] = dictionary(Nums=labels)


def too_many_notes(writer: pypdf.PdfWriter) -> None:
    note = writer._add_object(dictionary(Subtype=NameObject("/Link")))
    writer.pages[0][NameObject("/Annots")] = ArrayObject([note] * 2_100)


def too_deep_names(writer: pypdf.PdfWriter) -> None:
    tree = writer._add_object(dictionary(Names=ArrayObject([text("ilse.vega"), text("")])))
    for _ in range(30):
        tree = writer._add_object(dictionary(Kids=ArrayObject([tree])))
    writer.root_object[NameObject("/Names")] = dictionary(Dests=tree)


def too_long_a_chain(writer: pypdf.PdfWriter) -> None:
    action = dictionary(S=NameObject("/Launch"), F=text("calc"))
    for _ in range(60):
        action = dictionary(S=NameObject("/Named"), Next=writer._add_object(action))
    writer.root_object[NameObject("/OpenAction")] = action


def too_deep_xmp(writer: pypdf.PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + b"<a>" * 90 + b"Ilse" + b"</a>" * 90 + b"</x:xmpmeta>")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


@pytest.mark.parametrize(
    "stuff",
    [
        too_many_info_keys,
        too_many_bookmarks,
        too_many_layers,
        too_many_page_labels,
        too_many_notes,
        too_deep_names,
        too_long_a_chain,
        too_deep_xmp,
    ],
)
def test_what_lies_past_a_bound_is_said_to_be_unread(
    stuff: Callable[[pypdf.PdfWriter], None], writer: pypdf.PdfWriter, tmp_path: Path
) -> None:
    stuff(writer)
    assert read(written(writer, tmp_path)).problems


def test_a_web_page_that_opens_without_a_click_is_active(writer: pypdf.PdfWriter, tmp_path: Path) -> None:
    visit = writer._add_object(dictionary(S=NameObject("/URI"), URI=text("https://count.example/")))
    writer.pages[0][NameObject("/Annots")] = ArrayObject([dictionary(Subtype=NameObject("/Link"), A=visit)])
    assert not read(written(writer, tmp_path)).active_content
    writer.root_object[NameObject("/OpenAction")] = visit
    (found,) = read(written(writer, tmp_path)).active_content
    assert (found.place, found.key, found.value) == ("on opening", "URI", "https://count.example/")
