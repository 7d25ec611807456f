"""ANON007."""

from __future__ import annotations

import msgspec
import pytest

from faimi_check.model.finding import Confidence
from faimi_check.model.paper import Paper
from faimi_check.model.submission import KnownAuthor, Submission

from ...pages import codes, hits, paper

CITED = [
    ("In our previous work [3] we introduced the estimator used here.",),
    ("The measure extends our", "previous work [3], which we keep."),
    ("This is an exten-", "sion of our earlier pa-", "per [2]."),
    ("We have shown in [4] that thresholds hide delays.",),
    ("In [4], we proposed a loss for this.",),
    ("This paper extends our workshop paper [2].",),
    ("We previously introduced this measure [3].",),
    ("As an extension of our previous method [3], we add a term.",),
    ("This builds on our recent work (Dunvarran et al., 2020).",),
    ("The framework was proposed by us in [3].",),
    ("We build upon our prior work [1-3].",),
    ("Our group has previously shown that thresholds hide delays [1, 2].",),
    ("A preliminary version of this paper appeared elsewhere [2].",),
    ("We have argued before [1] that rare cases are remembered and not learned.",),
    ("Two of us described the protocol some years ago [1].",),
    ("That scanners matter was already seen in this laboratory [1].",),
    ("We build on the STIA 2021 paper of the first author [3] and add a term.",),
    ("The loss is that of a study by the last author [2].",),
    ("The second author’s earlier workshop paper [3] has the proof.",),
    ("The training code is that of [1] (written by us for that paper), with two changes.",),
]
HONEST = [
    "The MICCAI paper of the first author of [3] came later.",
    "Fjellgren et al. [2] and a later paper of the first author [3] disagree.",
    "Reporting guidelines name groups but leave their definition to the authors [3].",
    "As the authors argue [3], a queue is fair only in the long run.",
    "Nurses told us that they sort by hand at night, a habit that no manual knows [3].",
    "As a second remedy we took mixup of whole slides [1].",
    "For the comparison by site we have chosen plain reweighting [1].",
    "In all runs we also applied colour jitter [1].",
    "We then adopted the loss for rare classes [1] without changes.",
    "As a plausibility test we let the network guess the clinic, which it should not be able to do [1].",
    "Before training we balance the sites, otherwise the scanner would stand for the group [1].",
    "For the oldest we pool two bins, since few of them are scanned [2].",
    "As a check we repeat the analysis with another seed, since single runs mislead [2].",
    "Our sampler was built along the lines of [1]; the seeds are ours.",
    "The protocol is that of [2], the readers are ours.",
    "In contrast to [2], our raters saw the age.",
    "Infants are few in both sets. Scans of this group [1] are noisy.",
    "Previous work [3] has shown that metrics disagree.",
    "In previous work, the authors of [2] have shown this.",
    "In [4], the authors proposed a loss.",
    "We compare our results with earlier results [3].",
    "Our previous experiment in Section 3 showed the same.",
    "As we showed in Section 2, the loss is convex.",
    "We have already trained the network of [3] on these data.",
    "We normalised the intensities in [0, 1], we then cropped.",
    "Our prior distribution [3] is Gaussian, and our prior network [3] follows it.",
    "Unlike our work, [3] uses a single scanner.",
    "Our earlier results (collected on the public test set in 2019) agree.",
    "Here we introduce the class token [CLS] of [3].",
    "We extend the workshop paper of Eskerod et al. [4].",
    "Our previous work [Anonymous, 2024] is cited as anonymous.",
    "In [3] we see that results differ.",
    "Contrary to our earlier assumption, the gap persists [3].",
    "“One of us is always the outlier,” a reader in the study by Halden [1] remarked.",
    "“We picked up where our predecessors left off,” write Halden et al. [1].",
    "The scripts that accompany [1] were written by its last author.",
    "We have nothing to add to what Halden, Osei and Quiroga wrote [1].",
    "As a baseline we take a U-Net [1] trained by us.",
    "Halden has pointed out that waits are easier to count than to feel; her remark guided us [1].",
    "Quiroga asked for intervals, and her advice has led us throughout [1].",
    "The results of this study agree with [1].",
    "The code for this paper builds on [1].",
]


@pytest.mark.parametrize("state", ["in revision", "under review", "manuscript in preparation", "submitted"])
def test_a_manuscript_that_the_text_names_is_asked_for(state: str) -> None:
    said = f"The other part of the study has gone to a journal (Halden, Quiroga and Osei, {state})."
    assert codes("ANON007", paper(said)) == ["uncited"]


@pytest.mark.parametrize("lines", CITED)
def test_own_work_cited(lines: tuple[str, ...]) -> None:
    (hit,) = hits("ANON007", paper(*lines))
    assert (hit.code, hit.confidence) == ("cited", Confidence.LIKELY)


@pytest.mark.parametrize("sentence", HONEST)
def test_third_person(sentence: str) -> None:
    assert codes("ANON007", paper(sentence)) == []


def test_the_cited_entry_is_shown() -> None:
    (hit,) = hits("ANON007", paper("In our previous work [2] we saw this."))
    assert "Fjellgren, H., Garnault, C.: Underdiagnosis" in hit.evidence


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("As we showed before [3], thresholds matter [1, 2, 4].", {3}),
        ("In our earlier works [1], [2] and [4] we found this; see also [3].", {1, 2, 4}),
        ("We have shown in [2] and [3] that waits differ, unlike the nurses of [4].", {2, 3}),
    ],
)
def test_only_what_the_authors_call_theirs_is_listed(sentence: str, own: set[int]) -> None:
    (hit,) = hits("ANON007", paper(sentence))
    assert {label for label in range(1, 5) if f"[{label}] " in hit.evidence.split("(cited: ")[1]} == own


def test_an_entry_made_anonymous_passes() -> None:
    references = ("Anonymous: Details omitted for double-blind review (2024)",)
    assert codes("ANON007", paper("In our previous work [1] we saw this.", references=references)) == []


def test_without_a_citation_it_is_unclear_and_asked_once() -> None:
    (hit,) = hits("ANON007", paper("Our previous work was small.", "Our earlier paper was smaller still."))
    assert (hit.code, hit.confidence) == ("uncited", Confidence.POSSIBLE)
    assert "smaller still" in hit.evidence


@pytest.mark.parametrize(("name", "confidence"), [("Hanne Fjellgren", "certain"), ("Ingrid Lyngby", "possible")])
def test_a_known_author_list_decides(name: str, confidence: str) -> None:
    submitted = Submission(
        id="x", paper=paper("In our previous work [2] we saw this."), authors=(KnownAuthor(name=name),)
    )
    assert [hit.confidence.value for hit in hits("ANON007", submitted)] == [confidence]


def test_author_guidelines_are_no_self_citation() -> None:
    guideline = (
        "Blind review asks authors to submit without names; do not break anonymity for the reviewers.",
        "Do not write: In this paper we analyse our previous paper [1], since that tells who you are.",
    )
    assert codes("ANON007", paper(*guideline)) == []


def test_a_label_is_shown_once() -> None:
    (hit,) = hits("ANON007", labelled("2", "[2] Fjellgren, H.: Underdiagnosis. STIA (2019)"))
    assert hit.evidence == "In our previous work [2] we saw it. (cited: [2] Fjellgren, H.: Underdiagnosis. STIA (2019))"
    (hit,) = hits("ANON007", labelled("2", "2. Fjellgren, H.: Underdiagnosis. STIA (2019)"))
    assert hit.evidence.endswith("(cited: [2] Fjellgren, H.: Underdiagnosis. STIA (2019))")


def labelled(label: str, text: str) -> Paper:
    """A paper that cites its own second entry, whose text begins with its label as some readers leave it."""
    submitted = paper("In our previous work [2] we saw it.")
    listed = submitted.parts.references[0]
    entries = (
        listed.entries[0],
        msgspec.structs.replace(listed.entries[1], label=label, text=text),
        *listed.entries[2:],
    )
    references = (msgspec.structs.replace(listed, entries=entries),)
    return msgspec.structs.replace(submitted, parts=msgspec.structs.replace(submitted.parts, references=references))


@pytest.mark.parametrize(
    "said",
    [
        "In our previous study2 we saw it.",
        "In our previous study,2 we saw it.",
        "In our previous study [2], gaps were 2.",
    ],
)
def test_marks_of_any_kind_are_citations(said: str) -> None:
    (hit,) = hits("ANON007", paper(said))
    assert hit.code == "cited"
    assert "Fjellgren" in hit.evidence


def test_a_word_that_ends_in_a_number_cites_nothing() -> None:
    assert codes("ANON007", paper("Our previous study used Conv2D of nnunet99 only.")) != ["cited"]


def test_sentences_with_and_without_a_citation_are_two_findings() -> None:
    said = "In our previous study [2] we saw gaps. In the light of our previous study, we ask again."
    found = {hit.code: hit.evidence for hit in hits("ANON007", paper(said))}
    assert "Fjellgren" in found["cited"]
    assert found["uncited"] == "In the light of our previous study, we ask again."


def test_the_author_section_decides_whose_the_entry_is() -> None:
    said = "In our previous work [2] we saw it."
    (own,) = hits("ANON007", paper(said, authors=("Hanne Fjellgren",)))
    (other,) = hits("ANON007", paper(said, authors=("Ingrid Lyngby",)))
    assert (own.confidence, other.confidence) == (Confidence.CERTAIN, Confidence.POSSIBLE)


THESES = [
    ("This paper is based on the master's thesis of the first author [2].", "cited"),
    ("In the first author's thesis [2], the gap was first described.", "cited"),
    ("This work is based on the PhD thesis of one of the authors [3].", "cited"),
    ("This is part of the doctoral dissertation of the second author [1].", "cited"),
    ("More is told in the dissertation of the first author (Castellmar, 2021).", "cited"),
    ("This work extends the bachelor's thesis [1] of the first author.", "cited"),
    ("The proof is given in my thesis [2].", "cited"),
    ("See the last author's M.Sc. thesis [2] for the proof.", "cited"),
    ("This work grew out of the first author's master's thesis.", "uncited"),
    ("Parts of this work appeared in the PhD thesis of one of the authors.", "uncited"),
    ("The results also appear in the second author's doctoral thesis.", "uncited"),
    ("This article sums up the habilitation of the last author.", "uncited"),
]
OTHER_THESES = [
    "The thesis of Castellmar [1] gives details.",
    "In his PhD thesis [2], Fjellgren described the gap.",
    "We refer to the doctoral thesis [3] for a proof.",
    "The first author of [2] wrote a thesis on this.",
    "The central thesis of the paper is that gaps exist [1].",
    "The authors' central thesis is that gaps exist [1].",
    "The Master's thesis of the first author of [2] gives details.",
    "This is described in the first author's thesis [anonymized].",
    "Our thesis is that models fail for the reasons given in [2].",
    "In the dissertation of the authors of [2] a proof is given.",
    "The hypotheses of the authors were tested [3].",
]


@pytest.mark.parametrize(("sentence", "code"), THESES)
def test_theses_of_the_authors(sentence: str, code: str) -> None:
    assert codes("ANON007", paper(sentence)) == [code]


@pytest.mark.parametrize("sentence", OTHER_THESES)
def test_theses_of_others_and_theses_that_are_no_book(sentence: str) -> None:
    assert codes("ANON007", paper(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("As the first author has argued at length [3], such gaps are seldom due to size.", ["cited"]),
        ("Bins as in Nakamori et al. (our MICCAI 2023 paper).", ["uncited"]),
        ("Closest to our work is the study by Fjellgren and Garnault [2], who looked at sparse labels.", []),
        ("Several authors have warned of this trap [2].", []),
    ],
)
def test_whose_earlier_work(sentence: str, expected: list[str]) -> None:
    assert codes("ANON007", paper(sentence)) == expected


LOOKED_BACK = [
    "Castellmar et al. [1] reported gaps. When writing that paper we did not think of the dose.",
    "The number in Table 2 of [1] is wrong. A sign got lost in our script back then.",
    "Castellmar et al. [1] looked at films. In that paper we used one scanner only.",
    "A list was made for archives by Castellmar with Fjellgren [2], who have also written the present paper.",
]
LOOKED_BACK_AT_OTHERS = [
    "Castellmar et al. [1] reported gaps. Unlike that paper, we look at the dose.",
    "Castellmar et al. [1] looked at films. We compare with that paper in Table 2.",
    "Fjellgren [2] had one scanner. Data were scarce back then.",
    "A list was made by Castellmar [1], who has also written a book on this paper of Fjellgren's.",
]


@pytest.mark.parametrize("said", LOOKED_BACK)
def test_a_work_cited_before_that_the_authors_remember(said: str) -> None:
    assert codes("ANON007", paper(said)) == ["cited"]


@pytest.mark.parametrize("said", LOOKED_BACK_AT_OTHERS)
def test_a_work_cited_before_that_is_others(said: str) -> None:
    assert codes("ANON007", paper(said)) == []


@pytest.mark.parametrize(
    "said",
    [
        "The second set has 700 films of the wrist with ages [2, 3], where we classify fractures.",
        "A further 90 scans come with masks of the lung [1], on which we only test.",
    ],
)
def test_what_is_done_on_cited_data_is_no_claim_on_it(said: str) -> None:
    assert codes("ANON007", paper(said)) == []


@pytest.mark.parametrize(
    "said",
    [
        "Before training we balance the sites, which our network of [1] did not.",
        "For reassurance we fit once more the model that we had fitted for [1].",
        "The sampler of [1] is ours; only its seeds are new.",
        "The scale of [3] is ours; here its German wording is used.",
        "Rulers on photographs were discussed in [2], where we saw them go astray on curved skin.",
        "Its limits were told in [2], in which we had compared seven readers.",
        "Our earlier set has 700 films of the wrist [2], where we classify fractures.",
    ],
)
def test_what_we_did_for_a_cited_work_is_asked_about(said: str) -> None:
    (hit,) = hits("ANON007", paper(said))
    assert (hit.code, hit.confidence) == ("cited", Confidence.POSSIBLE)


@pytest.mark.parametrize(
    "sentence",
    [
        "We use the loss that we proposed [1].",
        "We follow the protocol we introduced last year [1].",
        "For the slides we used our sampler [1].",
    ],
)
def test_what_a_paper_takes_of_its_own_is_asked_about(sentence: str) -> None:
    assert codes("ANON007", paper(sentence)) == ["cited"]
