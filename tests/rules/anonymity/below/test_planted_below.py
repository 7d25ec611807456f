"""Property: an identifier planted anywhere below the surface of a compliant paper is found, and nothing else is."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)

from faimi_check.model.finding import Hit
from faimi_check.model.submission import Submission
from faimi_check.reading.paper import read_paper
from faimi_check.rules.catalogue import rules

COMPLIANT = Path(__file__).resolve().parents[4] / "fixtures" / "papers" / "cited-unpublished.pdf"
BELOW = ("ANON008", "ANON009", "ANON010", "ANON011", "ANON012", "ANON013", "ANON017", "MAN001", "DOC003")


def entry(**entries: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def into_info(writer: pypdf.PdfWriter, told: str) -> None:
    writer.add_metadata({"/Author": told})


def into_a_key_of_its_own(writer: pypdf.PdfWriter, told: str) -> None:
    writer.add_metadata({"/Remarks": f"sent by {told}"})


def into_a_link_to_a_file(writer: pypdf.PdfWriter, told: str) -> None:
    target = TextStringObject(f"file:///C:/Users/{told}/Desktop/final.docx")
    link = entry(
        Type=NameObject("/Annot"),
        Subtype=NameObject("/Link"),
        Rect=ArrayObject([FloatObject(side) for side in (100, 100, 120, 110)]),
        A=entry(S=NameObject("/URI"), URI=target),
    )
    page = writer.pages[0]
    held = page.get("/Annots")
    page[NameObject("/Annots")] = ArrayObject([*(held.get_object() if held else ()), writer._add_object(link)])


def into_xmp(writer: pypdf.PdfWriter, told: str) -> None:
    packet = DecodedStreamObject()
    packet.set_data(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>'
        f"{told}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>".encode()
    )
    writer.root_object[NameObject("/Metadata")] = writer._add_object(packet)


def into_a_figure(writer: pypdf.PdfWriter, told: str) -> None:
    figure = DecodedStreamObject()
    figure.set_data(b"0 0 m 9 9 l S")
    figure.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject([FloatObject(side) for side in (0, 0, 9, 9)]),
            NameObject("/PTEX.InfoDict"): entry(Author=TextStringObject(told)),
        }
    )
    page = writer.pages[0]
    page[NameObject("/Resources")] = resources = DictionaryObject(page["/Resources"].get_object())
    resources[NameObject("/XObject")] = entry(Fig9=writer._add_object(figure))


def into_a_note(writer: pypdf.PdfWriter, told: str) -> None:
    note = entry(Type=NameObject("/Annot"), Subtype=NameObject("/Text"), T=TextStringObject(told))
    note[NameObject("/Rect")] = ArrayObject([FloatObject(side) for side in (20, 20, 40, 40)])
    writer.pages[1][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])


def into_an_attachment(writer: pypdf.PdfWriter, told: str) -> None:
    writer.add_attachment("notes.txt", f"Author: {told}\n".encode())


def into_a_catalog_key(key: str, build: Callable[[TextStringObject], object]) -> Callable[[pypdf.PdfWriter, str], None]:
    def plant(writer: pypdf.PdfWriter, told: str) -> None:
        writer.root_object[NameObject(f"/{key}")] = build(TextStringObject(told))

    plant.__name__ = f"into_{key}"
    return plant


def into_an_action(kind: str, key: str) -> Callable[[pypdf.PdfWriter, str], None]:
    def plant(writer: pypdf.PdfWriter, told: str) -> None:
        action = entry(S=NameObject(f"/{kind}"))
        action[NameObject(f"/{key}")] = TextStringObject(told)
        writer.root_object[NameObject("/OpenAction")] = action

    plant.__name__ = f"into_{kind}"
    return plant


def into_a_property_of_content(writer: pypdf.PdfWriter, told: str) -> None:
    draw(writer, f"/Piece <</Origin ({told})>> BDC EMC")


def into_a_film_clip(writer: pypdf.PdfWriter, told: str) -> None:
    clip = entry(Type=NameObject("/Annot"), Subtype=NameObject("/Movie"), T=TextStringObject(told))
    clip[NameObject("/Rect")] = ArrayObject([FloatObject(side) for side in (20, 20, 40, 40)])
    writer.pages[1][NameObject("/Annots")] = ArrayObject([writer._add_object(clip)])


def into_a_description_of_a_file(writer: pypdf.PdfWriter, told: str) -> None:
    writer.add_attachment("rates.csv", b"group,rate\nolder,0.7\n")
    tree = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    tree[-1].get_object()[NameObject("/Desc")] = TextStringObject(told)


def into_private_data_of_a_page(writer: pypdf.PdfWriter, told: str) -> None:
    writer.pages[0][NameObject("/PieceInfo")] = entry(Drawer=entry(Private=TextStringObject(told)))


def signed(key: str) -> Callable[[TextStringObject], object]:
    def build(told: TextStringObject) -> object:
        value = entry(Type=NameObject("/Sig"))
        value[NameObject(f"/{key}")] = told
        field = entry(FT=NameObject("/Sig"), T=TextStringObject("Sig1"), V=value)
        return entry(Fields=ArrayObject([field]))

    return build


def form(key: str) -> Callable[[TextStringObject], object]:
    def build(told: TextStringObject) -> object:
        field = entry(FT=NameObject("/Tx"), T=TextStringObject("a"))
        field[NameObject(f"/{key}")] = told
        return entry(Fields=ArrayObject([field]))

    return build


def intent(told: TextStringObject) -> object:
    kind = NameObject("/GTS_PDFX")
    return ArrayObject([entry(Type=NameObject("/OutputIntent"), S=kind, OutputConditionIdentifier=told)])


ANYWHERE = (
    into_a_catalog_key("OutputIntents", intent),
    into_a_catalog_key("PageLabels", lambda told: entry(Nums=ArrayObject([FloatObject(0), entry(P=told)]))),
    into_a_catalog_key("Threads", lambda told: ArrayObject([entry(I=entry(Title=told))])),
    into_a_catalog_key("SpiderInfo", lambda told: entry(C=ArrayObject([entry(URL=told)]))),
    into_a_catalog_key("Collection", lambda told: entry(Schema=entry(a=entry(N=told)))),
    into_a_catalog_key("StructTreeRoot", lambda told: entry(K=entry(S=NameObject("/Figure"), ID=told))),
    into_a_catalog_key("AcroForm", form("V")),
    into_a_catalog_key("AcroForm", form("TU")),
    into_a_catalog_key("AcroForm", signed("Location")),
    into_a_catalog_key("AcroForm", signed("Reason")),
    into_an_action("GoToR", "F"),
    into_an_action("JavaScript", "JS"),
    *(into_a_property_of_content, into_a_film_clip, into_a_description_of_a_file, into_private_data_of_a_page),
)


def hidden_white(writer: pypdf.PdfWriter, told: str) -> None:
    draw(writer, f"1 g BT /F99 11 Tf 140 420 Td ({told}, University of Nordhavn) Tj ET 0 g")


def hidden_tiny(writer: pypdf.PdfWriter, told: str) -> None:
    draw(writer, f"BT /F99 0.4 Tf 20 20 Td ({told}, University of Nordhavn) Tj ET")


def hidden_below_a_box(writer: pypdf.PdfWriter, told: str) -> None:
    draw(writer, f"BT /F99 10 Tf 140 60 Td ({told}, University of Nordhavn) Tj ET 0.2 g 135 52 300 24 re f")


def draw(writer: pypdf.PdfWriter, commands: str) -> None:
    """On the second page, after all else, in Helvetica."""
    page = writer.pages[1]
    resources = page["/Resources"].get_object()
    fonts = DictionaryObject(resources["/Font"].get_object())
    fonts[NameObject("/F99")] = entry(
        Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Helvetica")
    )
    resources[NameObject("/Font")] = fonts
    content = DecodedStreamObject()
    content.set_data(b"q " + page.get_contents().get_data() + b" Q " + commands.encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(content)


PLACES = (
    *(into_info, into_a_key_of_its_own, into_xmp, into_a_figure, into_a_note, into_an_attachment),
    *(hidden_white, hidden_tiny, hidden_below_a_box, into_a_link_to_a_file),
)
FIRST = st.sampled_from(["Ilse", "Jorun", "Mateo", "Ana", "Wei", "Oluwaseun", "Giulia", "Rafael"])
LAST = st.sampled_from(["Vega", "Aas", "Nakagawa", "Moreau", "Lindqvist", "Papadakis", "Ferreira"])
NAMES = st.builds("{} {}".format, FIRST, LAST)
ADDRESSES = st.builds(lambda first, last: f"{first}.{last}@uni-nordhavn.de".lower(), FIRST, LAST)


def found_in(data: bytes, folder: Path) -> list[tuple[str, Hit]]:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    paper = read_paper(path, "paper.pdf")
    assert not paper.problems
    submission = Submission(id="1", paper=paper)
    chosen = [rule for rule in rules() if rule.id in BELOW]
    return [(rule.id, hit) for rule in chosen for hit in rule.run(submission, rule.params()) if isinstance(hit, Hit)]


def planted(plant: Callable[[pypdf.PdfWriter, str], None], told: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=COMPLIANT)
    plant(writer, told)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("planted")


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("plant", PLACES, ids=lambda plant: plant.__name__)
@given(told=st.one_of(NAMES, ADDRESSES))
def test_what_is_planted_is_found(plant: Callable[[pypdf.PdfWriter, str], None], told: str, folder: Path) -> None:
    if plant is into_a_key_of_its_own and "@" not in told:
        told = f"{told.split()[0].lower()}@uni-nordhavn.de"
    found = found_in(planted(plant, told), folder)
    assert any(told in hit.evidence for _, hit in found), found


@pytest.mark.parametrize("plant", ANYWHERE, ids=lambda plant: plant.__name__)
@pytest.mark.parametrize("told", ["Tannhub University Hospital", "Ilse Moreau", "C:/Users/imoreau/paper/x.docx"])
def test_a_house_a_name_and_a_path_are_found_wherever_they_stand(
    plant: Callable[[pypdf.PdfWriter, str], None], told: str, folder: Path
) -> None:
    found = [hit for rule, hit in found_in(planted(plant, told), folder) if rule != "DOC003"]
    assert any(told in hit.evidence or told in hit.message for hit in found), found


@pytest.mark.parametrize("plant", ANYWHERE, ids=lambda plant: plant.__name__)
@pytest.mark.parametrize("told", ["Rates by Age Group", "Coated FOGRA39", "Pooling at Test Time"])
def test_what_names_nobody_is_nothing_wherever_it_stands(
    plant: Callable[[pypdf.PdfWriter, str], None], told: str, folder: Path
) -> None:
    found = [(rule, hit) for rule, hit in found_in(planted(plant, told), folder) if rule != "DOC003"]
    attached = plant is into_a_description_of_a_file
    assert [(rule, hit.code) for rule, hit in found] == [("ANON010", "attached")] * attached


@pytest.mark.parametrize(
    ("base", "expected"),
    [("https://eyes.tannhub-klinik.at/staff/", 1), ("https://doi.org/10.1007/", 0), ("http://localhost/", 0)],
)
def test_the_address_that_a_file_was_made_for(base: str, expected: int, folder: Path) -> None:
    plant = into_a_catalog_key("URI", lambda told: entry(Base=told))
    assert [(rule, hit.code) for rule, hit in found_in(planted(plant, base), folder)] == [
        ("ANON017", "identifies")
    ] * expected


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=NAMES)
def test_what_an_update_took_away_is_found(told: str, folder: Path) -> None:
    writer = pypdf.PdfWriter(io.BytesIO(planted(into_info, told)), incremental=True)
    writer.add_metadata({"/Author": ""})
    out = io.BytesIO()
    writer.write(out)
    found = found_in(out.getvalue(), folder)
    assert [rule for rule, hit in found if told in hit.evidence] == ["ANON012"]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    author=st.sampled_from(["", "Anonymous", "Anonymous Author(s)", "Paper ID 31", "Submission #7"]),
    creator=st.sampled_from(["TeX", "LaTeX with hyperref", "Microsoft® Word for Microsoft 365", "Adobe InDesign 19.0"]),
    angle=st.sampled_from([0, 90, 180, 270]),
    commands=st.sampled_from(
        ["", "0.5 g BT /F99 9 Tf 140 60 Td (Figure of merit) Tj ET 0 g", "0.9 g 0 0 20 20 re f 0 g"]
    ),
)
def test_changes_without_identity_find_nothing(
    author: str, creator: str, angle: int, commands: str, folder: Path
) -> None:
    def change(writer: pypdf.PdfWriter, _: str) -> None:
        writer.add_metadata({"/Author": author, "/Creator": creator})
        draw(writer, commands)
        for page in writer.pages:
            page.rotate(angle)

    assert found_in(planted(change, ""), folder) == []
