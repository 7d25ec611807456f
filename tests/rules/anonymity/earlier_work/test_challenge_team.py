"""ANON007, the name of one's own team."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence

from ...pages import codes, hits, paper

OWN = [
    (
        "The network is that of our winning submission to the challenge (team LumenVision Graz, first of 14).",
        "LumenVision Graz",
    ),
    ("Our team “Nordlicht” ranked 2nd of 31.", "Nordlicht"),
    ("Our team 'triage-heroes' ranked 2nd.", "triage-heroes"),
    ("Our team NordVision placed third on the hidden test set.", "NordVision"),
    ("We participated under the team name NordVision in both tasks.", "NordVision"),
    ("We submitted the ensemble as team NordVision and came third.", "NordVision"),
    ("We ranked first on the leaderboard (team: NordVision).", "NordVision"),
    ("Our entry to the 2025 challenge (team name “Fjord”) used no ensemble.", "Fjord"),
    ("All runs were uploaded to the leaderboard under the user name ilyngby92.", "ilyngby92"),
    ("Our team, NordVision, took part in both tracks.", "NordVision"),
    ("Our team (NordVision) won the second track.", "NordVision"),
    ("We, team NordVision, handed in one container.", "NordVision"),
    ("Our solution, team NBL-Estmark, uses two scales.", "NBL-Estmark"),
    ("Our team name was NordVision.", "NordVision"),
]
OTHERS = [
    "The winning submission (team LumenVision) used an ensemble.",
    "Our method scores higher than the winning entry (team LumenVision).",
    "We compare our submission to the best solution of the challenge (team LumenVision).",
    "Team LumenVision ranked first, team NordVision second.",
    "We ranked second behind the winner (team LumenVision).",
    "Our team of radiologists read all films twice.",
    "Our team read all films twice. Two readers had trained in Paris.",
    "We participated under a team name that is withheld for review.",
    "We took part as team [anonymized].",
    "Our team “Anonymous” ranked 2nd.",
    "Our results agree with those of the organisers (team MegaFace).",
    "The framework was published by the MONAI team.",
    "Our model builds on the code of team LumenVision.",
    "The user name of each reader was stored with the label.",
    "As the challenge team at NIH reported, labels are noisy.",
    "Our team XXXX ranked second.",
]


@pytest.mark.parametrize(("sentence", "name"), OWN)
def test_own_team(sentence: str, name: str) -> None:
    (hit,) = [one for one in hits("ANON007", paper(sentence)) if one.code == "team"]
    assert hit.confidence is Confidence.LIKELY
    assert f"“{name}”" in hit.message
    assert name in hit.evidence


@pytest.mark.parametrize("sentence", OTHERS)
def test_teams_of_others(sentence: str) -> None:
    assert "team" not in codes("ANON007", paper(sentence))


def test_a_team_in_the_title() -> None:
    submitted = paper("We read.", title=("Gaps in Triage: Team NordVision at the 2025 Challenge",))
    assert codes("ANON007", submitted) == ["team"]
