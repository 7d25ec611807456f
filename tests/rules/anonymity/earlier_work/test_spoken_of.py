"""Cited works of which a text speaks as their authors do, in the same sentence or in the next."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence

from ...pages import hits, paper

TOLD = [
    ("Fjellgren and Garnault [2] released the loader.", "We reuse it, being its authors, with one line changed."),
    ("The loader was released by Fjellgren and Garnault [2].", "As its authors we know its weak spots."),
    ("The masks of [3] are coarse.", "We drew them, and would draw them finer today."),
    ("", "A trial [1] run by the same people as this one was stopped early."),
    ("", "Castellmar and Ruvo [1] gave a score of this name, which was ours as well."),
    ("Slicing is due to Fjellgren [2].", "We here drop the assumption that we had to make in that paper."),
    ("Castellmar [1] counted only one winter.", "At that time we did not yet know how much the portable unit matters."),
    ("The weights of [3] were trained on adults alone.", "In those days we had no children's films."),
    ("The proof is given in [2].", "There, too, we assume that the prevalence is alike."),
    ("Details are in [2].", "There we also report the results per scanner."),
    ("", "Continuing our line of research on fair triage [1,2,3], this paper treats delays."),
    ("", "This is the fourth in our series of papers on portable films [1, 2, 3]."),
    ("", "Readers familiar with Castellmar et al. [1] will recognise our notation and our data."),
    ("", "As the authors of [3], we can say that the code was never tested on Windows."),
    ("", "The paper has its last author in common with [2]."),
    ("Castellmar et al. [1] found no gap.", "Since then we have read another 900 films, and the gap is there."),
    ("Fjellgren and Garnault [2] promised a release of the labels.", "We keep that promise here."),
    ("Castellmar et al. [1] read 400 films.", "For the present paper we read the other 600."),
    ("In [1] a reader study was promised.", "Here it is."),
    ("", "The first author of this paper is also the last author of [2]."),
    ("", "The person who drew the masks of [2] draws them here, too."),
    ("Waiting was treated in [1].", "The present paper is the part that was cut there for space."),
    ("In [3] the rate was put at 4%.", "This was our mistake, and the right figure is 6%."),
    ("Castellmar et al. [1] speak of three nurses.", "They are the ones who read for us here."),
    ("A first count is in [3].", "We then had only the films of one ward."),
    ("", "The 212 patients overlap with those in [2]."),
    ("", "For the history of the project see [1,2,3]."),
    ("A companion article [3] is in press.", "It reports our results in children."),
]
QUIET = [
    ("Castellmar et al. [1] treat cutoffs.", "Their own networks failed; we had no part in that work."),
    ("Castellmar et al. [1] reported on 2015 data.", "At that time no transformers existed."),
    ("The challenge of [1] closed in May.", "By then more than 40 teams had entered."),
    ("The proof is given in [2].", "There, the prevalence is assumed to be alike."),
    ("The images come from [3].", "There we find two kinds of labels, of which we use one."),
    ("Labels are those of [3].", "There, we report the results per scanner."),
    ("The code of [3] is public.", "We use it without changes."),
    ("Fjellgren and Garnault [2] released the loader.", "Its authors warn of an error, and we mended it."),
    ("In [2] the labels are left out.", "We found no reason for it in that paper."),
    ("We follow Fjellgren [2].", "The assumption that they had to make in that paper holds here as well."),
    ("", "The survey [1], carried out by the same group as the trial [2], had 90 answers."),
    ("", "Both sets [2,3] were labelled by the same team as ImageNet."),
    ("", "Closest to our line of research are [1,2,3]."),
    ("", "As the authors of [3] say, the code was never tested on Windows."),
    ("", "The two papers [1,3] share two authors."),
    ("Deep nets came in 2012 [1].", "Since then we have seen them in every field."),
    ("We start from the weights of [2].", "We had to retrain for that version of PyTorch."),
    ("In [3] the rate was put at 4%.", "This is a mistake, and the right figure is 6%."),
    ("Fjellgren [2] ended with a question.", "We return to it below."),
    ("The masks come from [3].", "We then had three readers check them."),
    ("", "Older women have already been studied [3]."),
    ("Castellmar [1] has three readers.", "We had hoped for more."),
    ("The net of [1] is small.", "We wrote it in Python."),
]


@pytest.mark.parametrize(("before", "sentence"), TOLD)
def test_who_speaks_so_wrote_it(before: str, sentence: str) -> None:
    found = hits("ANON007", paper("We measure the gap.", *filter(None, (before, sentence)), "All else is public."))
    assert [(hit.code, hit.confidence) for hit in found] == [("cited", Confidence.POSSIBLE)]


@pytest.mark.parametrize(("before", "sentence"), QUIET)
def test_what_anybody_says_of_a_work(before: str, sentence: str) -> None:
    assert hits("ANON007", paper("We measure the gap.", *filter(None, (before, sentence)), "All else is public.")) == []


def test_the_work_is_that_of_the_sentence_before() -> None:
    apart = paper("The proof is given in [2].", "It is short.", "There, too, we assume that the prevalence is alike.")
    assert hits("ANON007", apart) == []
