"""Buckets, hosts by number and ids of apps, and whose they are."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.identity import LinkClass, classify_link
from faimi_check.rules.naming.identity.machines import machines

from ...pages import paper, weighed

OWN = [
    "The weights of our model lie in s3://nordhavn-lab-models/v2/best.pt.",
    "Checkpoints: gs://derm-nordhavn-ai/ckpt/, the bucket of our group.",
    "Our demo runs on 158.36.77.12:8501 until the decision.",
    "You can try our model at 158.36.77.12/demo.",
    "Our app can be had in the Play Store as no.nordhavn.skinscan.",
]
UNSAID = [
    "Live version: http://158.36.77.12:7860 (password: review)",
    "The Android app (package name org.nordhavn.coughmeter) was written by us.",
]
OTHERS = [
    "Data were copied from s3://openneuro.org/ds000030 as described there.",
    "Frames were copied with gsutil cp gs://mimic-iv-ecg-1.0.physionet.org/files.",
    "Our script expects a path such as s3://your-bucket/data or s3://my-bucket/data.",
    "All traffic used TCP/IP over a local network.",
    "The toolbox version 1.2.3.4 was used, and SPSS 29.0.1.0/Windows.",
    "We ran our server on localhost:8080 and 192.168.0.12:5000; an example entry reads 203.0.113.7:443.",
    "The SOP class 1.2.840.10008.5.1.4.1.1.2 was kept.",
    "We use org.apache.spark.ml and com.google.common.collect in the pipeline.",
    "Many apps in the Play Store, such as com.google.android.apps.fitness, count steps.",
    "In the Android app we call android.graphics.Bitmap; tf.keras.layers and torch.nn.Module are not used there.",
    "At protection IP 65 the scanner may be washed, i.e. by hand, see e.g. Sect. 3.2.1.4:12.",
]


@pytest.mark.parametrize("sentence", OWN)
def test_what_the_paper_calls_its_own(sentence: str) -> None:
    assert weighed(paper(sentence)) == {"ANON006/own": "error"}


@pytest.mark.parametrize("sentence", UNSAID)
def test_places_of_which_nothing_is_said(sentence: str) -> None:
    assert weighed(paper(sentence)) == {"ANON006/unclear": "warning"}


@pytest.mark.parametrize("sentence", OTHERS)
def test_others_and_what_is_no_place(sentence: str) -> None:
    assert weighed(paper(sentence)) == {}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("az://nordhavn/derm", "nordhavn.blob.core.windows.net/derm"),
        ("the S3 bucket nordhavn-models", "nordhavn-models.s3.amazonaws.com"),
        ("the bucket nordhavn-models on MinIO", "nordhavn-models.s3.amazonaws.com"),
        ("IP address 158.36.77.12", "158.36.77.12"),
        ("version 158.36.77.12", None),
        ("999.36.77.12:8080", None),
        ("TestFlight, bundle id se.nordhavn.gap", "play.google.com/store/apps/details?id=se.nordhavn.gap"),
    ],
)
def test_the_address_it_stands_for(text: str, address: str | None) -> None:
    assert [found for _, _, found in machines(text)] == ([address] if address else [])


def test_what_kind_of_place_a_number_is() -> None:
    assert classify_link("158.36.77.12:8501") is LinkClass.PROJECT
    assert classify_link("http://100.64.3.1:80") is LinkClass.ANONYMOUS


def test_academic_hosts_of_any_country() -> None:
    assert classify_link("ftp.nordhavn.ac.kh") is LinkClass.LAB
    assert classify_link("files.nordhavn.edu.gh/x") is LinkClass.LAB
