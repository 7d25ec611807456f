"""Owners in commands that fetch containers and packages, and links that people share drafts by."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.identity import LinkClass, classify_link
from faimi_check.rules.naming.identity.installing import fetched

from ...pages import paper, weighed

OWN = [
    "Our code can be installed with docker pull docker.io/jlindqvist/fairgap:1.0.",
    "Run docker pull jlindqvist/fairgap to get our model.",
    "Run docker run --gpus all -it --rm jlindqvist/fairgap:2 to try our model.",
    "Our container is available at ghcr.io/mvandersteen/gap:latest.",
    "Our code is available as quay.io/oyelaranlab/gap.",
    "We release our models at https://wandb.ai/okonjo/gap/runs/3f.",
    "Our notebook is available at https://colab.research.google.com/drive/1AbCdEfGhIjK.",
    "Our code is available at https://gitlab.tu-nordhavn.de/mvandersteen/gap.",
    "Our package is available at https://pypi.org/project/okonjo-gap/.",
    "Install our tool with conda install -c mvandersteen fairgap.",
    'devtools::install_github("mvandersteen/fairgap") installs our package.',
    "git clone git@github.com:mvandersteen/gap.git gets our code.",
    "Our slides are at https://www.slideshare.net/mvandersteen/gap.",
    "singularity pull docker://mvandersteen/gap:2.1 fetches our image.",
    "The package can be installed by pip install git+https://github.com/mvandersteen/gap.",
]
UNSAID = [
    "The manuscript lives at https://www.overleaf.com/project/64f1c0ffee0123456789abcd.",
    "Draft: https://www.overleaf.com/read/abcdefghijkl.",
    "Results: https://wandb.ai/okonjo/gap.",
    "The container is docker.io/jlindqvist/fairgap.",
    "Image: ghcr.io/mvandersteen/gap:latest.",
    "docker pull jlindqvist/fairgap",
]
OTHERS = [
    "We used docker pull nvidia/cuda:12.1 and docker pull pytorch/pytorch as base.",
    "Baselines ran in docker.io/library/python:3.11 and docker.io/pytorch/pytorch:2.1.",
    "We used the container nvcr.io/nvidia/pytorch:23.10-py3 for training.",
    "We use the TotalSegmentator package from https://pypi.org/project/TotalSegmentator/.",
    "TotalSegmentator is available at https://pypi.org/project/TotalSegmentator/.",
    "Docker pull requests were not used. A docker run takes ten minutes.",
    "Install PyTorch with conda install -c pytorch pytorch and -c nvidia cuda.",
    "The template is at https://www.overleaf.com/latex/templates/springer-lncs.",
    "We write this paper with Overleaf (https://www.overleaf.com).",
    "FreeSurfer ran in docker.io/freesurfer/freesurfer:7.4 as its makers advise.",
    "The docker push and docker run and/or docker build commands were used.",
    "We pulled the docker image of nnU-Net by Isensee et al. [2].",
    "The model was pulled from huggingface.co/estmark/estmark-7b and fine-tuned.",
]


@pytest.mark.parametrize("sentence", OWN)
def test_own_containers_packages_and_projects(sentence: str) -> None:
    assert weighed(paper(sentence)) == {"ANON006/own": "error"}


@pytest.mark.parametrize("sentence", UNSAID)
def test_places_of_which_nothing_is_said(sentence: str) -> None:
    assert "ANON006/unclear" in weighed(paper(sentence)) or "ANON006/own" in weighed(paper(sentence))


@pytest.mark.parametrize("sentence", OTHERS)
def test_what_others_made_and_what_is_no_command(sentence: str) -> None:
    assert weighed(paper(sentence)) == {}


def test_the_owner_s_place_and_the_address_it_stands_for() -> None:
    text = "Type conda install -c ilyngby gap or docker pull ilyngby/gap:1.0."
    found = {(text[start:end], address) for start, end, address in fetched(text)}
    assert found == {("ilyngby", "anaconda.org/ilyngby"), ("ilyngby/gap", "docker.io/ilyngby/gap")}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Zenodo record 7719034", "zenodo.org/records/7719034"),
        ("on OSF, project q7v3k", "osf.io/q7v3k"),
        ("Figshare article 21345678", "figshare.com/articles/21345678"),
        ("Zenodo records 12 versions, OSF project pages", None),
        ("gh repo clone kvistgap/mri", "github.com/kvistgap/mri"),
        ("npm install @kvistgap/mri", "npmjs.com/kvistgap/mri"),
    ],
)
def test_deposits_by_number_and_more_commands(text: str, address: str | None) -> None:
    assert [found for _, _, found in fetched(text)] == ([address] if address else [])


def test_a_tool_s_pages_that_its_users_share() -> None:
    assert classify_link("https://www.overleaf.com/project/64f1") is LinkClass.CLOUD
    assert classify_link("https://www.overleaf.com/learn") is LinkClass.THIRD_PARTY
