"""Names and addresses in places where no reader looks are found, wherever in the file they stand."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, NameObject, NumberObject, TextStringObject
from tests.pumping import processor_seconds
from tests.rules.hidden.altered import COMPLIANT, Altered, hits, named, say

from faimi_check.reading.pdf.objects.raw import Inflater, RawObject, split
from faimi_check.reading.pdf.objects.strings import inside_string
from faimi_check.reading.pdf.texts.font_notices import FontNotices
from faimi_check.reading.pdf.texts.sweep import Sweep, SweepEndedError

ADDRESS = "tilda.norrgren@uni-vestmark.se"
PERSON = "Tilda Norrgren"


def under_a_key_of_its_own(paper: Altered, told: str) -> None:
    paper.writer.root_object[NameObject("/VM_Owner")] = TextStringObject(told)


def in_a_page_object(paper: Altered, told: str) -> None:
    paper.page(3)[NameObject("/Remark")] = TextStringObject(told)


def in_private_data(paper: Altered, told: str) -> None:
    private = DictionaryObject({NameObject("/User"): TextStringObject(told)})
    piece = DictionaryObject({NameObject("/Tool"): DictionaryObject({NameObject("/Private"): private})})
    paper.writer.root_object[NameObject("/PieceInfo")] = piece


def in_utf_16(paper: Altered, told: str) -> None:
    paper.writer.root_object[NameObject("/Odd")] = ByteStringObject(("\ufeff" + told).encode("utf-16-be"))


def in_a_certificate(paper: Altered, told: str) -> None:
    """Of a signature that no page shows: a common name as X.520 writes it, within what DER wraps round it."""
    name = told.encode()
    signed = b"\x30\x82\x01\x00\x31\x0b\x06\x03\x55\x04\x03\x0c" + bytes([len(name)]) + name + b"\x00" * 40
    signature = DictionaryObject(
        {NameObject("/Type"): NameObject("/Sig"), NameObject("/Contents"): ByteStringObject(signed)}
    )
    paper.writer.root_object[NameObject("/Signed")] = signature


def in_a_link(paper: Altered, told: str) -> None:
    paper.annotate(2, "Link", (150, 300, 250, 320), None, Contents=TextStringObject(told))


def in_an_object_that_nothing_refers_to(paper: Altered, told: str) -> None:
    paper.writer._add_object(DictionaryObject({NameObject("/Author"): TextStringObject(told)}))


def in_a_stream_that_nothing_refers_to(paper: Altered, told: str) -> None:
    paper.stream(told.encode())


def in_a_page_that_is_gone(paper: Altered, told: str) -> None:
    paper.stream(f"q 1 0 0 1 0 0 cm {say(told)} Q".encode())


def in_a_comment(paper: Altered, told: str) -> None:
    paper.draw(4, f"% {told}\n0 g")


def in_the_tile_of_a_pattern(paper: Altered, told: str) -> None:
    tile = {"Type": "Pattern", "PatternType": 1, "PaintType": 1, "TilingType": 1, "XStep": 90, "YStep": 9}
    keys = {
        key: NumberObject(value) if isinstance(value, int) else NameObject(f"/{value}") for key, value in tile.items()
    }
    box = ArrayObject(map(NumberObject, (0, 0, 90, 9)))
    paper.resource(4, "Pattern", "Pa", paper.stream(say(told).encode(), **keys, BBox=box))
    paper.draw(4, "/Pattern cs /Pa scn 150 200 90 90 re f")


def in_an_alternative_text_of_a_form(paper: Altered, told: str) -> None:
    paper.resource(4, "XObject", "Fm", paper.form(f"/Figure <</Alt ({told})>> BDC 0 g EMC"))
    paper.draw(4, "/Fm Do")


def in_what_calls_itself_a_picture(paper: Altered, told: str) -> None:
    paper.stream(f"kept by {told}".encode(), Type=NameObject("/XObject"), Subtype=NameObject("/Image"))


def in_an_old_filter(paper: Altered, told: str) -> None:
    data = f"kept by {told}".encode()
    paper.stream(bytes([len(data) - 1]) + data + b"\x80", Filter=NameObject("/RunLengthDecode"))


def in_text_behind_much_other_text(paper: Altered, told: str) -> None:
    paper.stream((say("Many words of others stand here. ") * 200 + say(told)).encode())


XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>{}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:creator>{}</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
)


def in_xmp_with_a_document_type(paper: Altered, told: str) -> None:
    paper.stream(XMP.format("<!DOCTYPE x>", told).encode(), Type=NameObject("/Metadata"))


def in_an_entity_of_xmp(paper: Altered, told: str) -> None:
    declared = f'<!DOCTYPE x [<!ENTITY who "{told}">]>'
    paper.stream(XMP.format(declared, "&who;").encode(), Type=NameObject("/Metadata"))


def in_xmp_that_is_too_long(paper: Altered, told: str) -> None:
    paper.stream(XMP.format(" " * 4_000_000, told).encode(), Type=NameObject("/Metadata"))


def in_long_xmp_that_is_damaged(paper: Altered, told: str) -> None:
    words = "Many words of others stand here. " * 400
    paper.stream(XMP.format("", f"{words}</dc:subject>{told}").encode(), Type=NameObject("/Metadata"))


PLACES: list[Callable[[Altered, str], None]] = [
    under_a_key_of_its_own,
    in_a_page_object,
    in_private_data,
    in_utf_16,
    in_a_certificate,
    in_a_link,
    in_an_object_that_nothing_refers_to,
    in_a_stream_that_nothing_refers_to,
    in_a_page_that_is_gone,
    in_a_comment,
    in_the_tile_of_a_pattern,
    in_an_alternative_text_of_a_form,
    in_text_behind_much_other_text,
    in_xmp_with_a_document_type,
    in_an_entity_of_xmp,
    in_xmp_that_is_too_long,
]


def under_a_key_for_identifiers(paper: Altered, told: str) -> None:
    paper.writer.root_object[NameObject("/Odd")] = DictionaryObject({NameObject("/ID"): TextStringObject(told)})


def as_the_language(paper: Altered, told: str) -> None:
    paper.writer.root_object[NameObject("/Lang")] = TextStringObject(told)


def as_a_key(paper: Altered, told: str) -> None:
    paper.writer.root_object[NameObject(f"/{told}")] = NameObject("/Yes")


def profile(told: str, tag: bytes = b"desc") -> bytes:
    text = told.encode() + b"\0"
    described = b"desc" + bytes(4) + len(text).to_bytes(4, "big") + text
    table = (1).to_bytes(4, "big") + tag + (144).to_bytes(4, "big") + len(described).to_bytes(4, "big")
    return bytes(36) + b"acsp" + bytes(88) + table + described


def in_a_colour_profile(paper: Altered, told: str) -> None:
    paper.stream(profile(told))


def in_the_profile_of_a_photo(paper: Altered, told: str) -> None:
    held = profile(told)
    head = b"\xff\xd8\xff\xe2" + (len(held) + 16).to_bytes(2, "big") + b"ICC_PROFILE\0\x01\x01" + held
    paper.stream(head + b"\xff\xd9", Subtype=NameObject("/Image"), Filter=NameObject("/DCTDecode"))


@pytest.mark.parametrize(
    "place",
    [
        in_what_calls_itself_a_picture,
        in_an_old_filter,
        under_a_key_for_identifiers,
        as_the_language,
        as_a_key,
        in_a_colour_profile,
        in_the_profile_of_a_photo,
        in_long_xmp_that_is_damaged,
    ],
    ids=lambda place: place.__name__,
)
def test_an_address_is_told_where_no_text_belongs(place: Callable[[Altered, str], None], tmp_path: Path) -> None:
    paper = Altered()
    place(paper, ADDRESS)
    (hit,) = paper.hits("ANON017", tmp_path)
    assert ADDRESS in hit.message


def test_a_font_and_a_colour_profile_name_their_makers(tmp_path: Path) -> None:
    paper = Altered()
    maker = b"%!PS-AdobeFont-1.0: Plain\n%%Creator: Tilda Norrgren (fonts@uni-vestmark.se)\n/Notice (all rights) def\n"
    paper.stream(maker, Length1=NumberObject(len(maker)))
    in_a_colour_profile(paper, "Copyright Display Makers, Inc.")
    assert paper.hits("ANON017", tmp_path) == []


def test_more_strings_than_are_read_leave_the_rest_open() -> None:
    sweep = Sweep(b"%PDF-1.7\n1 0 obj <<" + b"/A/B" * 300_000 + b">> endobj")
    with pytest.raises(SweepEndedError, match="400,000"):
        list(sweep.fields())


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_an_address_is_an_error_and_a_name_a_warning_wherever_it_stands(
    place: Callable[[Altered, str], None], tmp_path: Path
) -> None:
    paper = Altered()
    place(paper, ADDRESS)
    (hit,) = paper.hits("ANON017", tmp_path)
    assert hit.code == "identifies"
    assert ADDRESS in hit.message
    paper = Altered()
    place(paper, PERSON)
    (hit,) = paper.hits("ANON017", tmp_path)
    assert hit.code == "named"
    assert PERSON in hit.message


def test_the_base_of_all_links_is_read(tmp_path: Path) -> None:
    paper = Altered()
    base = DictionaryObject({NameObject("/Base"): TextStringObject("https://tilda-norrgren.github.io/")})
    paper.writer.root_object[NameObject("/URI")] = base
    (hit,) = paper.hits("ANON017", tmp_path)
    assert "tilda-norrgren" in hit.message


def test_what_other_rules_read_is_not_told_again(tmp_path: Path) -> None:
    paper = Altered()
    paper.writer.add_metadata({"/Author": f"{PERSON} {ADDRESS}"})
    paper.annotate(2, "Text", (150, 300, 170, 320), None, Contents=TextStringObject(f"ask {ADDRESS}"))
    assert paper.hits("ANON017", tmp_path) == []
    assert hits("ANON017", COMPLIANT) == []


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("named.txt", "the version with names " * 20)
    return out.getvalue()


@pytest.mark.parametrize(
    ("before", "behind", "said"),
    [
        (b"", zipped(), "behind the end of the PDF"),
        (b"", b"\nkept by " + ADDRESS.encode() + b"\n", ADDRESS),
        (b"%% kept by " + ADDRESS.encode() + b"\n", b"", ADDRESS),
        (b"", zlib.compress(b"the version with names" * 90) * 3, "behind the end of the PDF"),
        (b"", COMPLIANT.read_bytes(), "document of its own"),
        (COMPLIANT.read_bytes(), b"", "document of its own"),
    ],
)
def test_what_lies_beside_the_document_is_told(before: bytes, behind: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(before + COMPLIANT.read_bytes() + behind)
    (hit,) = hits("ANON010", path)
    assert said in hit.message


def test_line_ends_behind_the_end_are_nothing(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(COMPLIANT.read_bytes() + b"\r\n\r\n" + b"\0" * 2_000)
    assert hits("ANON010", path) == []


@pytest.mark.parametrize(
    "unit",
    [
        *(b"(", b"((a)", b"<4142", b"%", b"1 0 obj", b"/A(", b"1 0 obj <</N 9 /First 9>> stream\n", b"\\("),
        b"(" + b"a" * 3_900 + b")",
    ],
)
def test_hostile_bytes_take_no_longer_than_their_number_accounts_for(unit: bytes) -> None:
    data = b"%PDF-1.7\n1 0 obj " + unit * (1_500_000 // len(unit))
    processor_seconds(lambda: len(list(Sweep(data).fields())), 40)


@pytest.mark.parametrize("unit", [b"a", b"aa.", b". ", b"\xe9"])
def test_letters_of_a_font_program_are_looked_at_once(unit: bytes) -> None:
    program = b"%!PS-AdobeFont-1.0: X\n" + unit * (19_000 // len(unit))
    found = RawObject(1, b"<</Length1 9 /Length2 9>>", 0, 0)
    processor_seconds(lambda: [list(FontNotices().of(found, program)) for _ in range(200)], 20)


def test_decoding_ends_with_the_budget() -> None:
    bomb = zlib.compress(b"\0" * 50_000_000)
    inflater = Inflater(1_000_000)
    assert len(inflater.decoded(b"/FlateDecode", bomb, 10_000_000)) == 1_000_000
    assert inflater.left == 0


def test_objects_and_gaps_are_told_apart() -> None:
    data = b"%PDF-1.7\n1 0 obj <</A (x)>> endobj between 2 0 obj <<>> stream\n3 0 obj\nendstream endobj tail"
    raw = split(data)
    assert [found.number for found in raw.objects] == [1, 2]
    assert [data[start:end].strip() for start, end in raw.gaps] == [b"%PDF-1.7", b"between", b"tail"]
    assert named(Type="Page")["/Type"] == "/Page"


def test_a_sign_of_per_cent_in_a_long_line_of_drawing_commands_is_in_a_string() -> None:
    """However much stands before it: the line is looked at from some way back, which may lie in another string."""
    said = b"[(the)-333(relativ)28(e)-349(flo)28(w)]TJ 0 -11.955 Td [(b)-28(elo)28(w)-349(30%.)]TJ % a comment"
    for before in range(1_900, 2_100, 7):
        body = (b"[(the)-333(relativ)28(e)-349(flo)28(w)]TJ 0 -11.955 Td " * 60)[-before:] + said
        assert inside_string(body, body.index(b"%."))
        assert not inside_string(body, body.index(b"% a"))


WHOSE = [
    "Copyright 2024 Tilda Norrgren",
    "(c) Section of Colour, University of Vestmark",
    "Screen calibrated by Tilda Norrgren and Aron Quistgaard",
]
MAKERS = [
    "Copyright (c) 1998 Hewlett-Packard Company",
    "Copyright Apple Inc., 2019",
    "Copyright Artifex Software 2011",
    "Copyright 2007 Adobe Systems Incorporated",
    "Copyright International Color Consortium, 2009",
    "Public Domain. Created by Graeme Gill",
    "Made by Display Tool for Wide Gamut",
    "Coated FOGRA39 (ISO 12647-2:2004)",
    "No copyright, use freely",
]


@pytest.mark.parametrize("photo", [True, False])
@pytest.mark.parametrize("said", WHOSE)
def test_whose_a_colour_profile_is(said: str, photo: bool, tmp_path: Path) -> None:
    paper = Altered()
    (in_the_profile_of_a_photo if photo else in_a_colour_profile)(paper, said)
    (hit,) = paper.hits("ANON017", tmp_path)
    assert (hit.code, hit.evidence) == ("named", said)
    assert "sRGB" in hit.fix


@pytest.mark.parametrize("said", MAKERS)
def test_makers_of_colour_profiles_are_nobody(said: str, tmp_path: Path) -> None:
    paper = Altered()
    in_the_profile_of_a_photo(paper, said)
    in_a_colour_profile(paper, said)
    assert paper.hits("ANON017", tmp_path) == []


@pytest.mark.parametrize(
    ("ink", "told"),
    [("University of Vestmark Blue", True), ("PANTONE Reflex Blue C", False), ("Black", False), ("HKS 41 K", False)],
)
def test_a_colour_that_a_house_calls_after_itself(ink: str, told: bool, tmp_path: Path) -> None:
    paper = Altered()
    names = [NameObject("/Separation"), NameObject("/" + ink), NameObject("/DeviceCMYK"), NameObject("/Identity")]
    paper.resource(2, "ColorSpace", "Ink", paper.writer._add_object(ArrayObject(names)))
    assert [hit.code for hit in paper.hits("ANON017", tmp_path)] == (["named"] if told else [])
