"""ANON006, data and demonstrations of the authors' own on platforms that many use."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.identity import LinkClass, classify_link

from ...pages import codes, paper

SET = "https://www.kaggle.com/datasets/ilyngby/wait-cxr"
OWN = [
    (f"We release 2318 films with two readings. The images and masks can be downloaded from Kaggle ({SET}).",),
    (f"We collected 300 scans at two sites. All scans are hosted on Kaggle ({SET}).",),
    (f"We collected 300 scans of late readings ({SET}).",),
    (f"Our new cohort can be obtained from Kaggle ({SET}).",),
    (f"Our images are at {SET}.",),
    ("We publish the films of 900 patients. They can be found at https://data.mendeley.com/datasets/x4k7/1.",),
    ("We share all masks on Hugging Face: https://huggingface.co/datasets/ilyngby/wait.",),
    ("We compiled a corpus of 900 reports. It is available at https://dataverse.nordhavn.no/dataset.xhtml?id=4.",),
    ("We release our labels at https://universe.roboflow.com/ilyngby/wait.",),
    (
        "A live demonstration of the viewer, with all films loaded, runs at http://triage.informatik.uni-estmark.de:8080/;",
    ),
    ("An interactive demo can be tried at https://triage.estmark-lab.org.",),
    ("Our dashboard is hosted at https://wait.estmark.ac.uk/gaps.",),
    ("The web app runs at http://10-wait.med.estmark.edu:8501/ without a login.",),
]
UNCLEAR = [
    "See https://zenodo.org/record/4410223, deposited by the authors of this paper.",
    f"See {SET}.",
    f"All splits can be downloaded from Kaggle ({SET}).",
    "The masks can be obtained at https://universe.roboflow.com/ilyngby/wait.",
    "More is found on https://worksheets.codalab.org/worksheets/0x41aa.",
]
OTHERS = [
    "See https://zenodo.org/record/4410221, deposited by the creators of the wrist set.",
    "See https://zenodo.org/record/4410222 (archived by the organisers of the challenge).",
    "See https://waitsets.azurewebsites.net/films/wrist (terms by Estmark University).",
    f"We use chest films of a public set ({SET}).",
    f"Images were downloaded from Kaggle ({SET}).",
    f"The VinDr images can be downloaded from Kaggle ({SET}).",
    f"The scans of Garnault et al. [2] can be downloaded from Kaggle ({SET}).",
    f"The data set is publicly available at {SET}.",
    f"We collected images from a public repository ({SET}).",
    f"We trained on the films of Kaggle ({SET}).",
    "CheXpert (https://www.kaggle.com/datasets/ashery/chexpert) holds many films.",
    "The films of PadChest (https://doi.org/10.34740/kaggle/ds/4) were added.",
    "We took part in https://www.kaggle.com/competitions/siim-isic-melanoma-classification.",
    "Films are those of https://www.kaggle.com/c/rsna-pneumonia-detection-challenge.",
    "We annotated the films in the public tool at https://labelz.uni-estmark.de.",
    "The cost is that of the software (https://fairsoft.org).",
    "We follow the interactive tutorial at https://www.estmark.edu/tutorial.",
    "The demo of FairX [3] runs at https://fairx.estmark.edu.",
]


@pytest.mark.parametrize("lines", OWN)
def test_own_data(lines: tuple[str, ...]) -> None:
    assert codes("ANON006", paper(*lines)) == ["own"]


@pytest.mark.parametrize("sentence", UNCLEAR)
def test_data_of_which_nothing_is_said(sentence: str) -> None:
    assert codes("ANON006", paper(sentence)) == ["unclear"]


@pytest.mark.parametrize("sentence", OTHERS)
def test_data_of_others(sentence: str) -> None:
    assert codes("ANON006", paper(sentence)) == []


def test_a_footnote_is_read_with_the_two_sentences_before_its_mark() -> None:
    said = "We release 2318 films with two readings. The images, masks and splits can be downloaded from Kaggle.1"
    assert codes("ANON006", paper(said, footnotes=(f"1 {SET}",))) == ["own"]
    alone = "The images, masks and splits can be downloaded from Kaggle.1"
    assert codes("ANON006", paper(alone, footnotes=(f"1 {SET}",))) == ["unclear"]


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Estmark: A Chest Film Cohort for Audits", "We train on https://www.kaggle.com/datasets/ilyngby/estmark-cxr."),
        (
            "Labels That Wait",
            "We present the Estmark data set. We train on https://zenodo.org/communities/estmark-cxr.",
        ),
    ],
)
def test_a_link_with_the_name_of_the_papers_own_data(title: str, sentence: str) -> None:
    assert codes("ANON006", paper(sentence, title=(title,))) == ["own"]


def test_a_word_before_the_colon_of_a_title_is_no_name() -> None:
    said = "Readings in radiology wait. We train on a public set, https://www.kaggle.com/datasets/kundi/radiology-cxr."
    assert codes("ANON006", paper(said, title=("Radiology: A New Benchmark of Late Readings",))) == []


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://universe.roboflow.com/ilyngby/wait", LinkClass.OWNER),
        ("https://roboflow.com/annotate", LinkClass.THIRD_PARTY),
        ("https://grand-challenge.org/users/ilyngby/", LinkClass.PERSONAL),
        ("https://camelyon17.grand-challenge.org/Home", LinkClass.THIRD_PARTY),
        ("https://worksheets.codalab.org/worksheets/0x41aa", LinkClass.ARCHIVE),
        ("https://codalab.lisn.upsaclay.fr/competitions/12", LinkClass.LAB),
        ("https://dataverse.nordhavn.no/dataset.xhtml", LinkClass.ARCHIVE),
        ("https://doi.org/10.34740/kaggle/ds/41", LinkClass.ARCHIVE),
        ("https://doi.org/10.57967/hf/41", LinkClass.ARCHIVE),
        ("https://www.kaggle.com/ilyngby", LinkClass.OWNER),
        ("https://www.kaggle.com/competitions/wait", LinkClass.THIRD_PARTY),
    ],
)
def test_kinds_of_platforms(address: str, kind: LinkClass) -> None:
    assert classify_link(address) is kind
