"""ANON007: works that are cited in words which their authors use, as questions."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence

from ...pages import hits, paper

OWN = [
    "The in-house cohort was described earlier [1]; consent and the four readers are unchanged.",
    "Our private cohort is described elsewhere [3].",
    "Details of the private data were published in [2].",
    "The patients of the in-house set are those of [2], with follow-up prolonged by a year.",
    "The cohort has been described before [1]; the same two raters read the additional films.",
    "This internal series was presented in [1]; approval and raters: the same raters, one vote.",
    "As for CT, the authors said the same in another paper (Halden et al., 2021).",
    "The present writers have said so before, on spines (Halden et al., 2018).",
    "A previous survey of this group [2] asked radiographers and not patients.",
    "The same effect was described by this group in children [1].",
    "A trial run by the present team [2] had found no effect.",
    "Stains are unmixed by TintLab [1], our earlier toolkit, in its second release.",
    "We start from DelayNet [2], our previous model, and add a head.",
    "Sampling follows GapScan [3], a package of ours, without changes.",
    "The third row is WaitNet [1], last year's version of our method.",
    "All weights come from PleuraNet [3], which we built for another purpose.",
    "GapScan [3], our library for audits, draws the samples.",
    "The questionnaire of [3] is ours, and two of its items are kept.",
    "The authors have so far reported on films only, in two notes [1, 2].",
    "The authors had already shown on phantoms [3] that dose plays no part.",
    "Chapter 2, printed as [3], gave the definition that is dropped here.",
    "The previous chapter was published in [1] without its second table.",
    "Parts of the present chapter have been read at a workshop [2].",
    "Paper II (accepted as [1]) had asked the same of nurses.",
    "A twin of this manuscript [2] asks the same of nurses.",
    "In the accompanying paper [3] we prove the bound.",
    "The present text supersedes [1], in which two wards had been swapped.",
    "The classes are those that the present authors laid down in a report [2].",
]
HONEST = [
    "The Halden cohort has been described before [1]; consent was waived.",
    "The public cohort has been described before [1]; the same readers are listed there.",
    "The internal cohort resembles the one described in [2], but readers differ.",
    "The internal cohort has been described before [1] as far as its scanners go.",
    "The data set has been described before [1]; its two readers agreed in most cases.",
    "The cohort of Eskerod et al. has been described elsewhere [2].",
    "As several authors have argued elsewhere (Halden and Osei, 2022), thresholds hide delays.",
    "Halden et al. [1] disagree. The authors have said so before, on spines [2].",
    "Halden et al. [1] used a phantom. An earlier study from this group [2] did not.",
    "An earlier study in this group of patients [2] found fewer false alarms.",
    "We start from DelayNet [2], our baseline, and add a head.",
    "On the set of [1], our main data set, recall is highest.",
    "In contrast to WaitNet [1], our earlier layers are frozen.",
    "Following GapScan [3], our earlier sampling, draws are made without replacement.",
    "The features come from PleuraNet [3], which we developed further.",
    "Many authors have already shown on phantoms [3] that dose plays no part.",
    "In a note of the same authors [2] the effect is gone.",
    "Chapter 2 of [3] gives the definition.",
    "The last chapter of her thesis was published in [1].",
    "Part II of the standard was published as [2].",
    "A twin of the Halden trial [2] asks the same of nurses.",
    "The paper that accompanies the package [3] proves the bound.",
    "The second release supersedes [1], in which two wards had been swapped.",
    "The classes are those that the present authors followed [2].",
    "Halden has argued that waits are what counts [2]; we take this over and add nothing.",
    "Ruvo and Garnault showed that both demands collide [3], and we use their example.",
    "The present chapter uses the notation of [1].",
]


@pytest.mark.parametrize("sentence", OWN)
def test_a_work_that_is_likely_own_is_asked_about(sentence: str) -> None:
    (hit,) = hits("ANON007", paper(sentence))
    assert (hit.code, hit.confidence) == ("cited", Confidence.POSSIBLE)
    assert sentence[:40] in hit.evidence


@pytest.mark.parametrize("sentence", HONEST)
def test_works_of_others(sentence: str) -> None:
    assert hits("ANON007", paper(sentence)) == []
