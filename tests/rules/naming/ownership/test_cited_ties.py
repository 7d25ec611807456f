"""Which citations a score makes the authors': "we" and "our" stand beside most that are of others."""

from __future__ import annotations

import pytest

from ...pages import entries, weighed_amid


def found(*body: str) -> dict[str, str]:
    return weighed_amid(*body, references=entries(30))


@pytest.mark.parametrize(
    "said",
    [
        # Whom the words right beside it name.
        "By our runs we also confirm the results of Wexley et. al. [1] and Tolliver et al. [4].",
        "For this work, we have tried to find bounds for the queues of Wexley et al. [16] and Tolliver et al. [13].",
        "Our protocol builds on the yardstick that Wexley et al. [21,22] developed for the liver, here for the spine.",
        "We discuss why this differs from the drift that was seen by Wexley et al. [21] in our last section.",
        "We notice that in [1] they also tried to fold the queue before it grows in our sense.",
        # What ours is set beside.
        "Our definition differs from previous work [3, 4] in that it holds for queues that grow.",
        "The purpose of the flow in our paper is entirely different from [7].",
        "For the bound we have used an argument that is completely analogous to the one in [10].",
        "Our queue builds upon earlier queues using polynomial commitments [5].",
        # What is cited stands beside "our" and "we" and is nobody's own.
        "A main part of our folded queue is partial ordering [8], which we explain again by way of sums.",
        "One could simply use several queues together with folding, which our queue supports [9].",
        "Third, we updated the composite waiting loss [15].",
        "In this work, we will look at a real waiting protocol, the Grauvik queue protocol [1].",
        "Further ways of making it faster, also composable with ours, include parallel queues [8] and shards [1].",
        # What was done until we had it.
        "Consent was given and all films were stripped of their dates before we received them [5].",
        "The films had been sorted by two clerks before they reached us [5].",
        "Names were struck out and the list was closed until we were given the keys [11].",
        # What is no citation.
        "Here we visit the index in [1, 600], and then that of our second user in [1, 500].",
        "We write Q[i] for the entry of our queue, and for all i in [n] we set it to zero.",
        "Each of our readers gave a value on a scale of [1, 5] as we had said before.",
        "The sum over the set I of users can be had in O(|I| log |I|) steps [2].",
    ],
)
def test_others_whatever_we_do_beside_it(said: str) -> None:
    assert found(said) == {}


@pytest.mark.parametrize(
    "said",
    [
        "Before we received the films, we had stripped their dates, as we did for the first time in [5].",
        "In [6] we made a mistake in the third bound; it is corrected here.",
        "The experience that we gained with queues in [10] let us expect no drift.",
        "This text goes on where Wexley et al. [3] had to stop, for by then our storage was full.",
        "Our open queue, introduced in [5] and fetched some 900 times since then, made all sums.",
        "Having been the ones who released the list [6], we knew which of its entries to leave out.",
        "Our present sums have much in common with those in [5] where we checked the older machine.",
    ],
)
def test_a_word_of_ones_own_earlier_work_ties_it(said: str) -> None:
    assert found(said) == {"ANON007/cited": "warning"}
