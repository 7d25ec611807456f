"""Rows of tables and labels of figures that stand for the authors' own data."""

from __future__ import annotations

import msgspec
import pytest

from faimi_check.model.page import Region
from faimi_check.rules.naming.ownership.own_labels import own_labels

from ...pages import paper

OWN = [
    ("TRIMA-2 (in-house) 312 0.80", "TRIMA-2"),
    ("Kvernheim-Derm (collected by us) 1,204 0.91", "Kvernheim-Derm"),
    ("Eigene Daten (Kvernheim-Knie-Kohorte) 744 1,5 T", "Kvernheim-Knie-Kohorte"),
    ("Eigene Daten, Klinik Brekkestad 1 938", "Klinik Brekkestad"),
    ("in-house, LZM 519 0.86", "LZM"),
    ("In-house (Tveitvik) 240 0.88", "Tveitvik"),
    ("Own recordings, Klinik Brekkestad 84 0.83", "Klinik Brekkestad"),
    ("Nos données (CHU de Castagnac) 1 204 0,87", "CHU de Castagnac"),
    ("Datos propios, Hospital de Brandariz 312 0,80", "Hospital de Brandariz"),
    ("Eye Dept., Univ. of Kvernheim (this work) 312 0.71", "Univ. of Kvernheim"),
    ("Home cohort (Brekkestad) 0.91 0.88", "Brekkestad"),
    ("Scanner 2 (Brekkestad, own) 0.91 0.88", "Brekkestad"),
    ("Test films (ours, Kvernheim) 312 0.71", "Kvernheim"),
]
OTHERS = [
    "Scanner 2 (Siemens, own) 0.91 0.88",
    "Test set (ours, ImageNet) 312 0.71",
    "Test set (Sect. 3, ours) 312 0.71",
    "DCIS-Net (in-house) 70.1 71.2 66.0",
    "KvernNet (in-house) 70.1 71.2 66.0",
    "In-house, Siemens Vida 120 0.8",
    "In-house (name withheld) 733 0.62",
    "In-house, CT 519 0.86",
    "In-house, MRI 311 0.80",
    "In-house (T1w) 120 0.91",
    "In-house (Siemens) 240 0.88",
    "In-house (GE, Philips) 240 0.88",
    "In-house test set 812 0.83",
    "In-house A 812 0.83",
    "In-house data (withheld for review) 1,204 0.91",
    "Private (not shared) 1,204 0.91",
    "Private, CXR 1,204 0.91",
    "Private set (chest) 1,204 0.91",
    "Private hospital 1,204 0.91",
    "Own data 312 0.80",
    "Own data (see Sect. 3) 312 0.80",
    "Own data, Site B 312 0.80",
    "Our cohort, Hospital A 312 0.80",
    "Our cohort (Reader 1) 312 0.80",
    "Our recordings* 84 0.83",
    "Our method (FairMix) 0.91 0.90",
    "FairMix (ours) 0.91 0.90",
    "SubgroupNet (this work) 0.91 0.90",
    "DermaFair (new) 0.91 0.90",
    "ResNet-50 (own) 0.91 0.90",
    "Ours, GroupDRO 0.91 0.90",
    "Local data (FLAIR) 90 0.81",
    "Local site, outpatient 90 0.81",
    "Local (private) 90 0.81",
    "NIH ChestX-ray14 (public) 112,120 0.84",
    "CheXpert (in-house split) 1,200 0.81",
    "MIMIC-CXR (collected at BIDMC) 1,200 0.81",
    "PadChest, Alicante (public) 1,200 0.81",
    "Barcelona (public) 988 0.77",
    "Radboudumc (public) 5,160 0.86",
    "Karolinska (public) 5,456 0.84",
    "Chennai (public) 640 0.72",
    "Site A = train, Site B = test",
    "Site A = public, Site B = private",
    "Site 1: Radboudumc, Site 2: public",
    "Site A (home) 0.91",
    "Home site 0.91 0.88",
    "Home cohort (anonymised) 0.91 0.88",
    "Eigene Daten 1 938 3,0 T",
    "Eigene Daten (anonymisiert) 1 938",
    "Eigene Daten, Training 1 938",
    "Eigene Klinik (A) 1 938",
    "Nos données (privées) 1 204 0,87",
    "Notre centre 1 204",
    "Datos propios 312",
    "Nuestro método 0,91 0,90",
    "Nostro metodo 0,91",
    "Nasz model 0,91",
    "Vår metode 0,91",
    "Egne data (anonymiserte) 312",
    "at the home site (ours)",
    "recall at Site A (home)",
    "In-house U-Net 0.81 0.83",
    "In-house dermoscopy 420 0.81",
    "In-house, paediatric 420 0.81",
    "In-house, Fitzpatrick 420 0.81",
    "Collected by us 420 0.81",
    "Scans (collected by us) 420 0.81",
    "Adults (collected by us) 420 0.81",
    "Castellmar et al. [1] (private) 0.64 0.59",
]
FIGURE = [
    ("Hospital 1: Brekkestad, hospital 2: public", ["Brekkestad"]),
    ("recall at Kvernheim (home)", ["Kvernheim"]),
    ("Hospital 1: train, hospital 2: public", []),
    ("Site 1: Barcelona, Site 2: Alicante", []),
    ("recall at Site A (home)", []),
]


@pytest.mark.parametrize(("row", "name"), OWN)
def test_a_row_of_ones_own_data_names_them(row: str, name: str) -> None:
    found = own_labels(paper("We train.", cells=("NIH ChestX-ray14 1,021 0.8", row)))
    assert any(name in label.name or label.name in row.partition(" 3")[0] for label in found)


@pytest.mark.parametrize("row", OTHERS)
def test_a_row_of_a_method_of_others_or_of_what_is_withheld_does_not(row: str) -> None:
    assert not own_labels(paper("We train.", cells=("NIH ChestX-ray14 1,021 0.8", row)))


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Hospital (own patients) Women Men", ["Kvernheim Upper", "Brekkestad"]),
        ("Our clinics Women Men", ["Kvernheim Upper", "Brekkestad"]),
        ("Hospital (public) Women Men", []),
        ("Our method Women Men", []),
    ],
)
def test_the_head_of_a_column_says_whose_its_places_are(head: str, names: list[str]) -> None:
    rows = (head, "Kvernheim Upper 310 288", "Brekkestad 97 110", "Site C 3 4", "Total 410 402")
    assert [one.name for one in own_labels(paper("We train.", cells=rows))] == names


@pytest.mark.parametrize(("label", "names"), FIGURE)
def test_a_place_beside_what_is_public_is_ones_own(label: str, names: list[str]) -> None:
    built = paper("We train.", cells=(label,))
    page = built.pages[0]
    lines = tuple(
        msgspec.structs.replace(line, region=Region.FIGURE_TEXT) if line.text == label else line for line in page.lines
    )
    built = msgspec.structs.replace(built, pages=(msgspec.structs.replace(page, lines=lines),))
    assert [one.name for one in own_labels(built)] == names


def test_the_houses_of_a_table_of_ones_own_sites() -> None:
    rows = ("Site Vendor Films", "Brekkestad Sygehus Philips 612", "Ruvostad Central Hospital 1,204", "Site C GE 84")
    for caption in ("Table 1. Sites of our private cohort.", "Table 2. Hospitals of our regional network."):
        built = paper("We train.", captions=(caption,), cells=rows)
        assert [one.name for one in own_labels(built)] == ["Brekkestad Sygehus", "Ruvostad Central Hospital"]


@pytest.mark.parametrize(
    "caption",
    [
        "Table 1. Sites of the public data, as listed by its organisers [2].",
        "Table 1. Hospitals in our cohort and in public ones.",
        "Table 1. Sites of our private cohort and of CheXpert.",
        "Table 1. Sites of the challenge.",
        "Table 1. Results by hospital.",
    ],
)
def test_houses_in_other_tables_are_others(caption: str) -> None:
    rows = ("Site Vendor Films", "Brekkestad Sygehus Philips 612")
    assert not own_labels(paper("We train.", captions=(caption,), cells=rows))


def test_masked_rows_of_a_table_of_ones_own_sites() -> None:
    rows = ("Site Vendor Films", "Hospital A Philips 612", "University Hospital D Canon 84", "Clinic E Fujifilm 811")
    assert not own_labels(paper("We train.", captions=("Table 1. Sites of our private cohort.",), cells=rows))


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("* Chirurgische Klinik Brekkestad; adults only.", ["Chirurgische Klinik Brekkestad"]),
        ("* Intervals at 95 %; seeds 1 to 5.", []),
        ("† Chirurgische Klinik Brekkestad.", []),
        ("* As in the clinic of Castellmar et al. [1]; Klinik Ruvostad.", []),
    ],
)
def test_the_note_of_an_own_row_names_its_house(note: str, names: list[str]) -> None:
    built = paper("We train.", cells=("Source Videos Recall", "Our recordings* 84 0.83", note))
    assert [one.name for one in own_labels(built)] == names
