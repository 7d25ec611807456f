"""ANON007, one's own preprint."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence

from ...pages import codes, hits, paper

OWN = [
    "A preprint with all figures in colour is available as arXiv:2602.04417.",
    "The preprint of this paper, under a longer name, was put up in May (arXiv:2605.01877).",
    "A preprint of this work, with two tables more, is online (medRxiv 2026.06.01.26329911).",
    "An earlier form of the text, with fewer readers, stands on arXiv (2605.01877).",
    "This text was first made public as SSRN 4871234.",
    "This manuscript has been public as a preprint since May: https://osf.io/preprints/psyarxiv/ab3de.",
    "Note: the manuscript appeared on bioRxiv with the same title (doi 10.1101/2026.03.14.561234).",
    "An older version of this article, with five tables, is arXiv:2601.04321.",
    "For the proofs see the preprint of the paper you are reading, https://arxiv.org/abs/2604.01877.",
    "Proofs are given in the extended version of this paper (arXiv:2604.01877).",
    "A preprint is at arXiv 2604.01877.",
    "The case of ties can be looked up in arXiv:2604.01877, the long form of this paper.",
    "Full version: https://arxiv.org/abs/2604.01877.",
    "The manuscript has no appendix; our preprint (arXiv:2604.01877v2) holds it.",
    "This work is available on medRxiv (doi:10.1101/2026.03.02.26341234).",
    "An earlier version of this manuscript was posted on bioRxiv (https://doi.org/10.1101/2026.03.02.641234).",
    "All proofs can be found in the full version (arXiv: 2604.01877 [cs.CV]).",
    "We posted a preprint of this study on Research Square (https://doi.org/10.21203/rs.3.rs-4012345/v1).",
    "See https://arxiv.org/abs/2604.01877 for the full version of this paper.",
    "Additional results are in the arXiv version, https://arxiv.org/pdf/2604.01877.",
    "The preprint of this article is arXiv preprint arXiv:2604.01877.",
    "This paper is available as a preprint (SSRN 4812345).",
    "A version with longer tables has been on arXiv since March (2604.01877).",
    "The width of the hidden layers and the removed outliers are listed in our preprint (arXiv:2604.01877).",
    "A longer version of our work is online at https://arxiv.org/abs/2604.01877.",
    "Our technical report (arXiv:2604.01877) lists all settings.",
]
OTHERS = [
    "A preprint with such a table by Halden et al. is available as arXiv:2602.04417 [4].",
    "A preprint with another title by Halden et al. (arXiv:2605.01877) reports the reverse.",
    "We use the model of a preprint (arXiv:2605.01877), with fewer layers.",
    "This manuscript follows the checklist of arXiv:2605.01877.",
    "A reviewer of this manuscript pointed us to arXiv:2605.01877.",
    "The data of this study were compared with those of a preprint (medRxiv 2026.06.01.26329911).",
    "We use DINOv2 (arXiv:2304.07193) as it is.",
    "The extended version of nnU-Net (arXiv:1809.10486) is slower.",
    "Garnault et al. posted a preprint on arXiv (arXiv:2304.07193).",
    "The full version of [3] (arXiv:2304.07193) has proofs.",
    "The preprint of DINOv2 is arXiv:2304.07193.",
    "SegX is described in a preprint (arXiv:2304.12306).",
    "Our model is trained as in DINOv2 (arXiv:2304.07193).",
    "In this paper we start from the weights of CLIP (arXiv:2103.00020).",
    "This work was inspired by BEiT (arXiv:2106.08254), which we keep.",
    "The extended version of this paper (arXiv number withheld for review) has proofs.",
    "The full version of this paper is at arXiv:XXXX.XXXXX.",
    "We cite preprints (bioRxiv 10.1101/2020.01.01.123456) where there is no article.",
    "An extended version of this work will be posted on arXiv.",
    "Papers were searched for on arXiv, medRxiv and SSRN.",
    "The full set of prompts is that of LLaVA (arXiv:2304.08485).",
]


@pytest.mark.parametrize("sentence", OWN)
def test_own_preprints(sentence: str) -> None:
    (hit,) = [one for one in hits("ANON007", paper(sentence)) if one.code == "preprint"]
    assert hit.confidence is Confidence.LIKELY
    assert sentence[-20:] in hit.evidence


@pytest.mark.parametrize("sentence", OTHERS)
def test_preprints_of_others(sentence: str) -> None:
    assert "preprint" not in codes("ANON007", paper(sentence))


def test_a_preprint_without_a_number_is_asked_about() -> None:
    (hit,) = hits("ANON007", paper("The full version of this paper is on arXiv."))
    assert (hit.code, hit.confidence) == ("preprint", Confidence.POSSIBLE)


def test_a_number_in_a_footnote_is_read_with_the_sentence_that_calls_it() -> None:
    own = paper("Proofs are in the full version of this paper.1 Then we stop.", footnotes=("1 arXiv:2604.01877",))
    assert "preprint" in codes("ANON007", own)
    others = paper("We start from a public encoder.1 Then we stop.", footnotes=("1 arXiv:2304.07193",))
    assert codes("ANON007", others) == []
