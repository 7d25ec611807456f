"""Owners at services that are named in words, and whose they are."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.identity.accounts import accounts

from ...pages import codes, paper, weighed

OWN = [
    "Our code (GitHub: ilyngby / waitgap) is under the MIT licence.",
    'The Gradio space "ilyngby/wait-demo" runs our weights.',
    "Our container image is ilyngby/waitgap:1.2 in the public registry.",
    "Our Docker image: nordhavnlab/waitgap",
    "We logged all our runs in the W&B project nordhavnlab/wait-sweeps.",
    "Our package can be installed from the conda channel nordhavnlab.",
    "We publish all our notebooks on Kaggle (user ingridlyn).",
    "Get our weights by huggingface-cli download ilyngby/waitgap-vit.",
    "Get our data with kaggle datasets download -d ingridlyn/waitgap.",
    "Our code can be cloned with gh repo clone nordhavnlab/waitgap.",
    "Our repository is ilyngby/waitgap (GitLab).",
    "We maintain the model card at hf/nordhavnlab/waitgap-b0.",
    'Search GitLab for our group "kvist-imaging-nordhavn".',
    "The first author answers as user ingridlyn on Slack.",
    'Our Discord server "Nordhavn Imaging" has a channel for questions.',
    "Find our organisation nordhavnlab on Hugging Face.",
    "Details are in our issue ilyngby/waitgap#12.",
    "Our weights (project: nordhavnlab/waitgap) are public.",
]
UNSAID = [
    "Unser Code liegt auf GitHub unter nordhavnlab/waitgap.",
    "Code: gh/nordhavn-lab/waitgap",
    "ours (repo: IngridLyngby/waitgap, commit 1fe22a0)",
    "The container is described at hf:nordhavnlab/waitgap.",
    "The code is kept by ilyngby7 on GitHub.",
]
OTHERS = [
    "We use facebook/dinov2-base and timm/resnet50.a1_in1k from Hugging Face.",
    "The tokenizer is dmis-lab/biobert-v1.1 on Hugging Face.",
    "The model id resnet50/a1_in1k is from timm.",
    "The repository of nnU-Net (MIC-DKFZ/nnUNet) was used as it is.",
    "The code: train/val splits are fixed by seed.",
    "The repository: code/data is split as usual.",
    "The repository is organised as configs/base, scripts/eval and figures/main.png.",
    "Our container is built on the image pytorch/pytorch:2.1.0.",
    "We installed all tools from the conda channel conda-forge.",
    "Slack variables are bounded, and slack user-defined penalties were tuned.",
    "Medium as well as high doses were given; medium under high/low settings.",
    "Discord: readers disagreed in 12 cases.",
    "On YouTube channels, medical advice is often wrong [4].",
    "GitHub user names were removed from the logs.",
    "Software: Matlab/SPM12, Python/PyTorch; source: Statista/OECD.",
    "The plug-in: on/off switch was used by readers.",
    "Issue #12 of pytorch/pytorch#4455 explains the bug.",
    "Our code is organised in repo: core/ops and repo: tests/unit.",
    "The tool was forked from ultralytics/yolov5.",
    "The data set is listed under GitHub/GitLab/Bitbucket.",
]


@pytest.mark.parametrize("sentence", OWN)
def test_what_the_paper_calls_its_own(sentence: str) -> None:
    assert codes("ANON006", paper(sentence)) == ["own"]


@pytest.mark.parametrize("sentence", UNSAID)
def test_owners_of_whom_nothing_is_said(sentence: str) -> None:
    assert codes("ANON006", paper(sentence)) == ["unclear"]


@pytest.mark.parametrize("sentence", OTHERS)
def test_others_and_what_is_no_owner(sentence: str) -> None:
    assert weighed(paper(sentence)) == {}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("see kvistgap/mri on GitLab", "gitlab.com/kvistgap/mri"),
        ("GitHub account ilyngby", "github.com/ilyngby"),
        ("our YouTube channel “Waiting with Ida”", "youtube.com/Waiting-with-Ida"),
        ("the channel kvistgap on Anaconda", "anaconda.org/kvistgap"),
        ("repo: kvistgap/mri", "github.com/kvistgap/mri"),
        ("Streamlit app kvistgap/mri", "huggingface.co/kvistgap/mri"),
        ("Mastodon: kvist-gap", "mastodon.social/kvist-gap"),
        ("wandb/kvistgap/mri", "wandb.ai/kvistgap/mri"),
        ("kvistgap/mri@9e1f0c2", "github.com/kvistgap/mri"),
        ("dépôt : kvistgap/mri.", "github.com/kvistgap/mri"),
        ("see @kvistgap@fosstodon.org", "fosstodon.org/@kvistgap"),
        ("compte kvistgap sur GitHub", "github.com/kvistgap"),
        ("written by kvistgap7 on Kaggle", "kaggle.com/kvistgap7"),
        ("Zenodo community “kvistgap”", "zenodo.org/communities/kvistgap"),
    ],
)
def test_the_address_it_stands_for(text: str, address: str) -> None:
    assert [found for _, _, found in accounts(text)] == [address]
