"""What is to be done about a finding fits what it quotes."""

from __future__ import annotations

import pytest

from ..pages import hits, paper

CLUSTER, COMMITTEE, LEFT_OUT = "on a university cluster", "ethics committee", "Leave acknowledgements"


@pytest.mark.parametrize(
    ("rule", "said", "fix"),
    [
        ("ANON005", "All experiments ran on the Snellius cluster of SURF.", CLUSTER),
        ("ANON005", "We trained each model for 40 epochs on Puhti, a supercomputer of CSC.", CLUSTER),
        ("ANON005", "We thank SURF for the Snellius cluster, on which all experiments ran.", LEFT_OUT),
        ("ANON005", "This work was supported by the Estmark Research Council, grant 4417.", LEFT_OUT),
        ("ANON015", "The models were trained on a workstation in our laboratory at Nordhavn University.", CLUSTER),
        ("ANON015", "Training ran on the GPU cluster of the University of Nordhavn.", CLUSTER),
        ("ANON015", "This work was carried out at Nordhavn University.", "in our laboratory"),
        ("ANON015", "The study was approved by the ethics committee of Nordhavn University (2031/417).", COMMITTEE),
        ("ANON015", "Our hospital, Nordhavn University Hospital, gave the 4,000 films.", "at a university hospital"),
    ],
)
def test_the_fix_speaks_of_what_is_quoted(rule: str, said: str, fix: str) -> None:
    (hit,) = hits(rule, paper(said))
    assert fix in hit.fix


def test_software_of_ones_own_is_no_person_and_no_place() -> None:
    (hit,) = hits("ANON022", paper("All images were read with TorchIO, which we maintain."))
    assert "speak of it as of somebody else's" in hit.fix
