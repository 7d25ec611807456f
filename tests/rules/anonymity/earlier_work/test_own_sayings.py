"""Earlier work that its authors speak of as nobody else does."""

from __future__ import annotations

import pytest

from ...pages import paper, weighed

REFERENCES = tuple(
    f"Ruvo, T., Eskerod, C.: Part {number} of a list. J. Lists {number}, 1-9 (2021)" for number in range(1, 16)
)


def found(*body: str) -> dict[str, str]:
    return weighed(paper("We measure the gap.", *body, "The other images are public.", references=REFERENCES))


@pytest.mark.parametrize(
    "body",
    [
        ("They were described by us in full in the Journal of Eye Imaging (Halden-Wexley, 2020).",),
        ("The same was already seen by us in Ref. [6] for canine hips.",),
        ("Halden-Ito et al. (2019), that is ourselves, had forty eyes.",),
        ("Such findings are due to Halden and Ortega [11], the first two authors of this article.",),
        ("Cf. our remark in [6, p. 4].",),
        ("Contrary to the belief we still held in [2, Sect. 5], age is no harmless covariate.",),
        ("We once believed in [4] that age is harmless.",),
        ("Last year's workshop contribution of the authors [9] stopped at binary labels.",),
    ],
)
def test_only_its_authors_say_so(body: tuple[str, ...]) -> None:
    assert found(*body) == {"ANON007/cited": "error"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (("The bound of [11] assumes equal groups.", "Here we repair this mistake we made there."), "cited"),
        (("Halden et al. [6] scanned 40 women.", "We meanwhile enlarged that cohort of ours to 310."), "cited"),
        (("Building on FairGlom [10], our kidney classifier of 2020, we add a head.",), "cited"),
        (("We go on from Halden and Ortega [11], in which we only had scans of one vendor.",), "cited"),
        (("The same title is on the web since June, being our preprint.",), "uncited"),
        (("The phantom was described by us in Radiology Letters, 2019.",), "uncited"),
        (("Our article in the Annals of Breast Imaging (2021) has the protocol.",), "uncited"),
        (("More plots are in the master thesis with the same title, defended by the first author.",), "uncited"),
    ],
)
def test_it_is_asked_whose_it_is(body: tuple[str, ...], code: str) -> None:
    assert found(*body) == {f"ANON007/{code}": "warning"}


@pytest.mark.parametrize(
    "label",
    [
        "labels inherited from [4] (self-cite)",
        "Halden et al. [9] (our baseline from last year) 82.4",
        "Recap: our GroupMix [6]",
    ],
)
def test_a_label_says_so(label: str) -> None:
    labelled = paper("We measure the gap.", cells=(label,), references=REFERENCES)
    assert weighed(labelled) == {"ANON007/cited": "warning"}


@pytest.mark.parametrize(
    "body",
    [
        ("Our remarks in Section 2 hold.",),
        ("Our proof in the appendix follows [4].",),
        ("We once more follow the split in [4].",),
        ("Our comments in the code follow [4].",),
        ("The readers were recruited by us in Radiology, 2019 to 2021.",),
        ("It was seen by us in 3 of 40 films.",),
        ("The preprint of Ortega et al. [4] is newer than ours.",),
        ("The authors of [4] made a mistake. We repair the mistake made there.",),
        ("U-Net [4], our baseline of choice, is trained alike.",),
        ("A thesis defended by the first author of [4] has more.",),
    ],
)
def test_what_readers_say_is_no_sign(body: tuple[str, ...]) -> None:
    assert found(*body) == {}
