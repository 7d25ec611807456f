"""Earlier work that its authors speak of as nobody else does."""

from __future__ import annotations

import pytest

from ...pages import entries, paper, weighed

REFERENCES = entries(15)


def found(*body: str) -> dict[str, str]:
    return weighed(paper("We measure the gap.", *body, "The other images are public.", references=REFERENCES))


@pytest.mark.parametrize(
    "body",
    [
        ("Its camera was presented by us at length in the Annals of Eye Imaging (Halden-Wexley, 2020).",),
        ("Such a drift was observed by us in Ref. [6], in cats.",),
        ("Halden-Ito et al. (2019), that is ourselves, read the films at night.",),
        ("The rule was found by Halden and Ortega [11], the last two authors of this paper.",),
        ("Compare our warning in [6, p. 4].",),
        ("Other than what we wrote in Halden and Ortega (2021), age does harm.",),
        ("Other than we still assumed in [2, Sect. 5], age does harm.",),
        ("We once believed in [4] that age is harmless.",),
        ("The earlier abstract of the authors [9] had two labels only.",),
    ],
)
def test_only_its_authors_say_so(body: tuple[str, ...]) -> None:
    assert found(*body) == {"ANON007/cited": "error"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (("The scores of [11] are too high.", "The slip that we made there is mended now."), "cited"),
        (("Halden et al. [6] followed 40 men.", "By now that series of ours has 310."), "cited"),
        (("We start from GapScan [10], our triage network of 2020, and prune it.",), "cited"),
        (("The idea goes back to Halden and Ortega [11], where we had only films.",), "cited"),
        (("A text of that name is found on the web, as our preprint.",), "uncited"),
        (("The phantom was described by us in Radiology Letters, 2019.",), "uncited"),
        (("Our article in the Annals of Breast Imaging (2021) has the protocol.",), "uncited"),
        (("The curves are from a doctoral thesis defended by the second author.",), "uncited"),
    ],
)
def test_it_is_asked_whose_it_is(body: tuple[str, ...], code: str) -> None:
    assert found(*body) == {f"ANON007/{code}": "warning"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The sign in our rule of 2021 (Halden et al., Eq. 2) was wrong.",
        "We repeat a point from our Annals of Triage letter (Halden and Ortega).",
        "We stand by our commentary (Halden et al.) on waiting.",
        "It goes on with the series that our team began with Halden’s 2021 survey.",
        "Our estimator KnotTone (Int. Triage Imaging 7, 0112) is used as it is.",
        "A short account of this manuscript has appeared in the proceedings of the TRIAGE meeting.",
    ],
)
def test_a_name_or_a_journal_stands_for_a_citation(sentence: str) -> None:
    assert found(sentence)["ANON007/uncited"] == "warning"


@pytest.mark.parametrize(
    "label",
    [
        "splits as in [4] (self-citation)",
        "Halden et al. [9] (our entry of 2021) 82.4",
        "Reminder: our GapMix [6]",
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
        ("Unlike what Halden and Ortega (2021) wrote, age does harm.",),
        ("In Halden and Ortega (2021) we find an example.",),
        ("Our reading of Halden et al. may be wrong.",),
        ("Our port of Halden and Ortega (2021) is slower.",),
        ("Our backbone (Halden et al.) is small.",),
        ("The work nearest to our study (Halden et al.) has no films.",),
        ("Our observation (see Halden et al.) is not new.",),
        ("Our learning rates (Halden and Ortega) are low.",),
        ("We began with Halden’s 2021 code.",),
        ("Our scanners (Tables 3, 4) differ.",),
        ("Our sequences (T2 3, 4) differ.",),
        ("Reviewers of an earlier form of this manuscript asked for more films.",),
    ],
)
def test_what_readers_say_is_no_sign(body: tuple[str, ...]) -> None:
    assert found(*body) == {}
