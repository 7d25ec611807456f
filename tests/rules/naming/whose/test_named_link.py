"""ANON006: links beside the name of what they lead to."""

from __future__ import annotations

import pytest

from ...pages import codes, paper

TITLE = ("Who Waits Longer? Gaps in Radiograph Triage",)
OTHERS = [
    ("The ISIC archive and Fitzpatrick17k (https://github.com/mattgroh/fitzpatrick17k) hold many images.",),
    ("Large studies build on Fitzpatrick17k [3] (https://github.com/mattgroh/fitzpatrick17k).",),
    (
        "Baselines are MedSAM (https://github.com/bowang-lab/MedSAM), nnU-Net",
        "(https://github.com/x-lab/nnUNet) and MONAI.",
    ),
    ("Skull stripping is done by HD-BET, https://github.com/somebody/HD-BET.",),
    ("The PAD-UFES dataset at https://huggingface.co/datasets/somebody/PAD-UFES is small.",),
    ("TotalSegmentator <https://github.com/somebody/TotalSegmentator> gives the lungs.",),
    ("LIBSVM [https://www.csie.ntu.edu.tw/~cjlin/libsvm/] gives the margin.",),
    ("Chest films are in CheXmask (https://github.com/somebody/CheXmask-Database).",),
    ("A second benchmark, FairMedFM (https://github.com/somebody/FairMedFM), holds more.",),
    ("Groups follow the Monk Skin Tone scale; DermaMNIST: https://medmnist-x.github.io/DermaMNIST.",),
    ("Foundation models such as RAD-DINO (https://huggingface.co/somebody/rad-dino) exist.",),
    ("Data: https://github.com/MedMNIST/MedMNIST and https://zenodo.org/records/10519652.",),
    (
        "Code: https://anonymous.4open.science/r/wait-7C31, data: https://github.com/MedMNIST/MedMNIST and",
        "https://zenodo.org/records/10519652.",
    ),
    ("Images are those of MedMNIST v2 (https://zenodo.org/records/10519652).",),
    ("HAM10000 dataset [3] (https://zenodo.org/records/1234567) has few dark tones.",),
    ("Masks are missing in CAMUS; CheXpert (https://zenodo.org/records/55) has none.",),
    ("Fundus images: EyePACS (https://figshare.com/articles/dataset/x/1512427).",),
]
MAYBE_OWN = [
    ("WaitNet (https://github.com/ilyngby/WaitNet) reads films. We propose WaitNet for triage.",),
    ("WaitNet (https://github.com/ilyngby/WaitNet) is used. Our WaitNet halves the gap.",),
    ("The tool is called WaitNet. It is on GitHub: WaitNet (https://github.com/ilyngby/WaitNet).",),
    ("WaitNet (https://github.com/ilyngby/WaitNet) is a network. WaitNet is a new model.",),
    ("Code: WaitNet (https://github.com/ilyngby/WaitNet).",),
    ("Our method is part of WaitNet (https://github.com/ilyngby/WaitNet).",),
    ("Labels for Fitzpatrick17k (https://github.com/ilyngby/fitzpatrick17k).",),
    ("Splits of CheXpert (https://zenodo.org/records/55).",),
    ("Additional masks for CAMUS (https://zenodo.org/records/55).",),
    ("Our CheXpert annotations: CheXpert (https://zenodo.org/records/55).",),
    ("See https://zenodo.org/records/55.",),
    ("More: https://github.com/ilyngby/fitzpatrick17k",),
    ("A look at Films (https://github.com/ilyngby/films) of films helps.",),
    ("MedMNIST and more (https://github.com/ilyngby/wait).",),
    ("The proposed scores and GapTool (https://github.com/ilyngby/gaptool).",),
    ("Wait and Fitzpatrick17k (https://github.com/ilyngby/wait).",),
    ("Weights: https://github.com/MedMNIST/MedMNIST and https://zenodo.org/records/10519652.",),
    ("See https://zenodo.org/records/77 and https://zenodo.org/records/10519652.",),
    ("We dub it GapTool. GapTool (https://github.com/ilyngby/gaptool) is small.",),
    ("GapTool (https://github.com/ilyngby/gaptool), our small tool, runs anywhere. GapTool, our tool, is small.",),
    ("Write to JKohl1@kohl-imaging.net, URL: https://sites.google.com/site/JKohl1/",),
    ("A demo of GapTool (https://gaptool.github.io) can be tried.",),
]


@pytest.mark.parametrize("body", OTHERS, ids=" ".join)
def test_what_is_called_by_its_name_is_others(body: tuple[str, ...]) -> None:
    assert codes("ANON006", paper(*body)) == []


@pytest.mark.parametrize("body", MAYBE_OWN, ids=" ".join)
def test_what_may_be_their_own_is_a_finding(body: tuple[str, ...]) -> None:
    assert codes("ANON006", paper(*body)) != []


def test_a_footnote_after_the_name() -> None:
    note = "1 https://github.com/mattgroh/fitzpatrick17k"
    assert codes("ANON006", paper("Most images are those of Fitzpatrick17k1 by far.", footnotes=(note,))) == []


MADE_WITH = "Our network is shown in Fig. 1, which is drawn by NetPainter1."


@pytest.mark.parametrize("label", ["GitHub Link: ", "Code: "])
def test_a_footnote_that_is_but_a_label_goes_with_what_something_is_made_with(label: str) -> None:
    note = f"1 {label}https://github.com/somebody/NetPainter"
    assert codes("ANON006", paper(MADE_WITH, footnotes=(note,))) == []
    ours = "Our network is shown in Fig. 1; we call it NetPainter1."
    assert codes("ANON006", paper(ours, footnotes=(note,))) != []


def test_what_a_caption_took_from_a_blog_is_the_blogs() -> None:
    said = (
        "Flow of attention. From blog article: A guide with pictures and code https://towardsfilms.com/guide-2d627e33"
    )
    assert codes("ANON006", paper("We look.", captions=(f"Fig. 4. {said}",))) == []
    own = "Flow of attention. Our pictures and code: https://towardsfilms.com/guide-2d627e33"
    assert codes("ANON006", paper("We look.", captions=(f"Fig. 4. {own}",))) == ["own"]


def test_what_the_title_names_is_their_own() -> None:
    body = "WaitFilms (https://github.com/ilyngby/waitfilms) holds many."
    assert codes("ANON006", paper(body)) == []
    assert codes("ANON006", paper(body, title=("The WaitFilms Collection of Radiographs",))) != []
