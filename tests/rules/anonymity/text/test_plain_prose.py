"""What dry prose tells without a word on whose it is, and what only looks so: by exactly these findings."""

from __future__ import annotations

import pytest

from ...pages import hits, paper, weighed_amid

REFERENCES = (
    "Halden, I., Novotny, B.: Waiting at night. J. Triage 3, 1-9 (2024)",
    "Ruvo, T., Eskerod, C.: Groups of waits. J. Lists 1, 1-9 (2021)",
)
SOURCES = [
    "All radiographs were acquired at Skovlund Hospital in Vejby between 2015 and 2019.",
    "The 412 participants were recruited at Haukelien Sykehus, Vejby.",
    "Mammograms were exported from the PACS of Skovlund University Hospital.",
    "The data set holds 4,000 wrist films collected at Vejby University Hospital from 2014 to 2020.",
]


@pytest.mark.parametrize("sentence", SOURCES)
def test_data_from_a_house_are_asked_about(sentence: str) -> None:
    assert weighed_amid(sentence, references=REFERENCES)["ANON015/unclear"] == "warning"


@pytest.mark.parametrize(
    "sentence",
    [
        "All radiographs were acquired at Skovlund Hospital in Vejby by Ruvo and Eskerod [2].",
        "The first set was collected at Stanford Hospital. It is the public CheXpert [2].",
        "Films from the Skovlund Institutes of Health in Vejby, which anybody can load, are used for testing.",
        "We test on films from Chile, Spain and Viet Nam that are open to all.",
        "We wrote to the team at Skovlund Eye Hospital for their split, got no answer, and drew a split anew.",
        "Bayes wrote his essay as a minister in Tunbridge Wells; priors were on his mind.",
        "Jensen, a telephone engineer in Copenhagen, found the inequality that closes the proof.",
        "The clinical trial NCT04112358, run by another group, gave its readings as a supplement.",
        "Our earlier paper on this is left uncited in order to stay blind.",
        "Acknowledgements We thank the makers of CheXpert and PadChest, and the patients whose films they hold.",
        "WPA (Whole Program Analysis) is loaded first by our tool.",
        "Our networks were trained with PyTorch-1.2.0 and DenseNet169, as supported there.",
        "Clips: https://spread-loss-anon.github.io",
        "Run it by: docker run -v /data:/data anon/spread:review python train.py",
    ],
)
def test_what_others_have_is_not(sentence: str) -> None:
    assert weighed_amid(sentence, references=REFERENCES) == {}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "We build on our own finding (Halden and Novotny, 2024) that waits grow at night.",
            {"ANON007/cited": "error"},
        ),
        ("In Halden et al. (2024) we had left open which wait should count.", {"ANON007/cited": "warning"}),
        ("In Halden et al. (2024) the wards had to report each wait.", {}),
        (
            "A longer text has been on arXiv since May (arXiv:2405.01877); this paper is its condensed form.",
            {"ANON007/preprint": "error"},
        ),
        ("We follow the text on arXiv (arXiv:2405.01877); its condensed form is a poster.", {}),
        (
            "Labels exist for Pampalina, the set of photographs that we collected and published in 2023.",
            {"ANON022/standing": "warning"},
        ),
        ("We propose GapNet, a network that we trained on CheXpert.", {}),
        ("Each row is one configuration of halden-lab/night-waits, our open code.", {"ANON006/own": "error"}),
        ("Each row is one configuration of train/valid, our split of the data.", {}),
        ("A page with more cases: https://www.vejby-tech.dk/staff/~ihalden/gaps.html.", {"ANON006/unclear": "warning"}),
    ],
)
def test_what_is_said_to_be_ones_own_is(sentence: str, found: dict[str, str]) -> None:
    assert weighed_amid(sentence, references=REFERENCES) == found


@pytest.mark.parametrize(
    "entry",
    [
        "Our implementation, release 0.3, https://gitlab.com/ihalden/nightwaits (2026)",
        "Halden, I., and the present authors: Who is called back? Report 14 (2024)",
        "Halden, I. (first author of this submission): Waits of the skin. (2026)",
    ],
)
def test_entries_that_say_so_before_the_title_are_ones_own(entry: str) -> None:
    told = weighed_amid("Waits differ [3].", references=(*REFERENCES, entry))
    assert told["ANON007/cited"] == "error"


def test_a_title_stands_with_the_name_in_a_remark() -> None:
    (found,) = hits("ANON020", paper("# TODO ask Prof. Wendlund (our boss) whether we may keep the films"))
    assert "Wendlund" in found.evidence
