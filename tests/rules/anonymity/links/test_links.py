"""ANON006."""

from __future__ import annotations

import pytest

from faimi_check.model.finding import Confidence
from faimi_check.model.page import Box, Link
from faimi_check.rules.anonymity.links.identifying_link import IdentifyingLink

from ...pages import codes, hits, paper, weighed

REPO = "https://github.com/ilyngby/wait"
OWN = [
    "A longer derivation sits on the first author's page (https://www.homepages.nordhavn.edu/~ilyngby/notes.pdf).",
    "We uploaded the detector that was trained with it; find it under https://huggingface.co/ilyngby/wait.",
    "The weights went to the Hugging Face Hub, in the repository ilyngby/waitnet, by our own hands.",
    'model = AutoModel.from_pretrained("ilyngby/waitnet")  # our checkpoint',
    f"Our code is available at {REPO}.",
    "Flagged films were read by means of the web page that we run under https://wait.imi.uni-nordhavn.de.",
    "The weights of our model are on GitHub under the user name ilyngby.",
    "The folds are on Kaggle, where we put them as user ilyngby7 (wait-folds).",
    "Our weights are on Kaggle under ilyngby7.",
    "Whoever wishes to load our models finds them on GitHub, user ilyngby, repository wait.",
    f"The code can be found at {REPO}.",
    f"Code: {REPO}",
    f"Implementation available: {REPO}",
    f"The source code and all models will be released at {REPO} upon acceptance.",
    f"The software is open source and can be downloaded from {REPO}.",
    f"All scripts needed to reproduce the numbers are at {REPO}.",
    "We release all weights at https://huggingface.co/ilyngby/wait.",
    "Project page: https://ilyngby.github.io/wait",
    "Our dataset is publicly available at https://zenodo.org/records/1234567.",
    "A demo video is available at https://youtu.be/x81kq0417aa.",
    "Supplementary videos: https://drive.google.com/drive/folders/1xWaIt0417",
    "The code is available at https: // github. com/ ilyngby/ wait .",
    "More details are on our website www.nordhavn-lab.org/wait.",
    "Our tool, which extends the official nnU-Net implementation, is available at https://github.com/ilyngby/wait.",
]
OTHERS = [
    'model = AutoModel.from_pretrained("ilyngby/waitnet")',
    "Our code is available at https://anonymous.4open.science/r/wait-7C31.",
    "The tables are shared at https://osf.io/8kq2x/?view_only=0f3c9e6b7a1d.",
    "We used nnU-Net (https://github.com/MIC-DKFZ/nnUNet) as it is.",
    "The forum has user accounts on GitHub and user interfaces on Kaggle.",
    "Our weights will be on Zenodo under embargo.",
    "The site on GitHub, where we report faults as users do, is open.",
    "Anybody who has a user name on GitHub can open an account on GitHub.",
    f"We start from the code that Dunvarran made public at {REPO}.",
    f"The labels are those that Dunvarran et al. kindly shared through {REPO}.",
    f"We used the official implementation of Dunvarran et al. [3] available at {REPO}.",
    f"Our implementation is based on the code of [3] ({REPO}).",
    f"We downloaded the annotations from {REPO}.",
    f"Weights were downloaded from {REPO}.",
    f"The code for all baselines is available at {REPO}.",
    f"We start from the pretrained weights provided at {REPO}.",
    f"The original code ({REPO}) was modified.",
    "The data set is publicly available at https://zenodo.org/records/1234567.",
    "The collection is available at https://physionet.org/content/mimic-cxr/.",
    "Fairness is defined at https://en.wikipedia.org/wiki/Fairness.",
    "The form is at https://doi.org/10.1016/j.media.2020.101.",
    "Maps come from https://www.nordhavn-gazette.eu/maps.",
    "Trials may be registered on https://osf.io as well.",
    "wget https://zenodo.org/record/000000/files/labels.csv",
]


@pytest.mark.parametrize("sentence", OWN)
def test_own_links(sentence: str) -> None:
    (hit,) = hits("ANON006", paper(sentence))
    assert (hit.code, hit.confidence) == ("own", Confidence.LIKELY)


@pytest.mark.parametrize("sentence", OTHERS)
def test_others_links(sentence: str) -> None:
    assert codes("ANON006", paper(sentence)) == []


ASKED = [
    "The masks are lent upon application at the home page of the study, www.kneesofhalden.org.",
    "Access to the contours can be requested via the study's website, www.halden-delays.org.",
    "Whoever wishes to use the labels fills in the form at https://www.gapcohort.org/form.",
    "You may test the detector with your own clips at https://moletone.streamlit.app free of charge.",
    "To see the effect, move the slider at https://gapslider.netlify.app.",
]
ASKED_OF_OTHERS = [
    "The masks of Eskerod are lent upon application at their home page, www.kneesofhalden.org.",
    "Access to the films can be requested from their owners at https://www.waitarchive.net.",
    "Licences for the tool are granted by its maker through www.triagewatch.com upon request.",
    "We applied for access through the form at www.kneesofhalden.org.",
    "The demo of Halden et al. [1] can be tried by readers at https://moletone.streamlit.app.",
]
ITS_CODE = "Its weights (https://github.com/eskerod/delaynet) were used for the third row."


HOSTS_OF_ONES_OWN = [
    "A longer form of the argument is kept at https://www.moirahalden.net/notes.",
    "The leaflet is on the pages of the practice, https://www.augenpraxis-halden.de/leaflet.",
    "Delays by ward; to click through them: https://imaging.haldenvets.co.nz/wards.",
]
HOSTS_OF_OTHERS = [
    "A longer form of that argument is kept by its publisher at https://www.openessays.org/notes.",
    "Skin types are explained in pictures at https://www.skintypes.org/guide.",
    "Ward sizes are those of the census, https://www.wardstats.net/2021.",
]


@pytest.mark.parametrize("sentence", HOSTS_OF_ONES_OWN)
def test_a_host_called_after_a_person_or_a_practice_is_asked_about(sentence: str) -> None:
    assert codes("ANON006", paper(sentence)) == ["unclear"]


@pytest.mark.parametrize("sentence", HOSTS_OF_OTHERS)
def test_a_host_of_others_is_none(sentence: str) -> None:
    assert codes("ANON006", paper(sentence)) == []


@pytest.mark.parametrize("sentence", ASKED)
def test_where_readers_are_sent_to_ask_or_to_try_is_asked_about(sentence: str) -> None:
    assert codes("ANON006", paper(sentence)) == ["unclear"]


@pytest.mark.parametrize("sentence", ASKED_OF_OTHERS)
def test_where_others_are_asked_is_theirs(sentence: str) -> None:
    assert codes("ANON006", paper(sentence)) == []


def test_the_code_of_what_was_named_before_is_its_makers_where_it_was_only_used() -> None:
    assert codes("ANON006", paper("The second network is older.", ITS_CODE)) == []
    assert codes("ANON006", paper("We propose DelayNet, a network with two heads.", ITS_CODE)) != []


def test_what_is_not_said_is_unclear_and_asked_once() -> None:
    (hit,) = hits("ANON006", paper(f"See {REPO}.", "See https://ilyngby.github.io/wait too."))
    assert (hit.code, hit.confidence) == ("unclear", Confidence.POSSIBLE)
    assert REPO in hit.evidence
    assert "ilyngby.github.io/wait" in hit.evidence


def test_behind_a_label_and_nothing_else_an_institutions_page_is_unclear() -> None:
    assert codes("ANON006", paper("The gap closes by half.", "More rows: waits.uni-nordhavn.de/rows.")) == ["unclear"]


def test_the_first_author_of_what_was_just_cited_is_somebody_else() -> None:
    said = f"We use the code of Halden et al. [3], available from the first author’s page ({REPO})."
    assert "own" not in codes("ANON006", paper(said))


def test_links_in_the_reference_list_pass() -> None:
    assert codes("ANON006", paper("Labels come late [4].")) == []


@pytest.mark.parametrize(
    ("lines", "owner"),
    [
        (("Our code is at https://github.com/ilyngby/", "wait for all to see."), "https://github.com/ilyngby/wait"),
        (("Our code is at https://github.com/some-", "lyngby/wait for all."), "https://github.com/some-lyngby/wait"),
        (("Our code is at https://github.", "com/ilyngby/wait for all."), "ilyngby/wait"),
    ],
)
def test_links_over_lines(lines: tuple[str, ...], owner: str) -> None:
    (hit,) = hits("ANON006", paper(*lines))
    assert hit.code == "own"
    assert owner.replace("-", "") in hit.evidence.replace("-", "").replace(" ", "")


def test_a_footnote_is_read_with_the_sentence_that_calls_it() -> None:
    own = paper("We release the code of all experiments.1 Then we stop.", footnotes=(f"1 {REPO}",))
    (hit,) = hits("ANON006", own)
    assert hit.code == "own"
    assert REPO in hit.evidence
    others = paper("Lungs were masked with a public tool.1 Then we stop.", footnotes=(f"1 {REPO}",))
    assert codes("ANON006", others) == []


def test_a_link_in_the_author_section_is_the_authors() -> None:
    submitted = paper(authors=("Anonymized Authors", "https://www.radiology.nordhavn.edu"))
    assert codes("ANON006", submitted) == ["own"]


@pytest.mark.parametrize(("side", "told"), [(3.0, ["unclear"]), (6.0, [])])
def test_what_stands_round_a_place_that_nobody_sees_tells_nothing_of_it(side: float, told: list[str]) -> None:
    target = "https://people.nordhavn.example.edu/~ilyngby/long.pdf"
    there = Link(Box(300, 222, 300 + side, 222 + side), target)
    submitted = paper("The films come from the collection of Quiroga et al. [3].", links=(there,))
    assert codes("ANON006", submitted) == told


def test_a_clickable_word() -> None:
    submitted = paper("The code is available here.", links=(Link(Box(135, 220, 200, 228), REPO),))
    (hit,) = hits("ANON006", submitted)
    assert hit.code == "own"
    assert REPO in hit.evidence


def test_what_follows_the_words_that_are_clicked_on_says_nothing_of_them() -> None:
    said = "The scores of all runs can be had from the project page (anonymous during review)."
    first, last = said.index("project"), said.index(" (")
    target = "https://people.univ-nordhavn.se/~lyngby/scores"
    submitted = paper(said, links=(Link(Box(135 + 5 * first, 220, 135 + 5 * last, 228), target),))
    (hit,) = hits("ANON006", submitted)
    assert hit.code == "own"
    assert target in hit.evidence


def test_a_venue_may_name_harmless_hosts() -> None:
    params = IdentifyingLink(third_party_hosts=("github.com",))
    assert hits("ANON006", paper(f"Our code is available at {REPO}."), params) == []


MADE_WITH = [
    "Our model uses blocks of timmish (https://github.com/rwight/pytorch-im).",
    "Our code relies on PyFair (https://github.com/pyf/pyfair).",
    "Our implementation extends that of FairX (https://github.com/kundi/fairx).",
    "Our network starts from the weights at https://huggingface.co/kundi/wx.",
    "In our data set, masks were made by LungMask, https://github.com/JoHof/lungmask.",
    "Our work was inspired by https://kundi.github.io/fairx.",
    "Our benchmark includes FairX (https://github.com/kundi/fairx), GapY (https://github.com/tolo/gapy) and others.",
    "Our annotation tool was LabelZ (https://labelz.io).",
    "Our dataset was annotated with LabelZ (https://github.com/lz/labelz).",
    "Our code requires the package fairsoft (https://github.com/kundi/fairsoft).",
    "Our data come from the KundiSet, available at https://kundi.github.io/set.",
    "Our models are evaluated with the toolkit at https://github.com/kundi/eval.",
    "For our benchmark, we take the loader of https://github.com/kundi/loader.",
    "Our pipeline is written in Python with MONAI and github.com/kundi/aug.",
    "We thank the makers of FairX; their code is at https://github.com/kundi/fairx.",
    "The FairX challenge page is at https://fairx.grand-challenge.org; our code is withheld.",
    "We provide a comparison with FairX (https://github.com/kundi/fairx) in Table 2.",
    "We make use of FairX (https://github.com/kundi/fairx).",
    "The weights were provided by their authors at https://huggingface.co/kundi/wx.",
    "FairX, whose code is available at https://github.com/kundi/fairx, is our baseline.",
    "The official code is available at https://github.com/kundi/fairx.",
    "Code for the baselines is available at https://github.com/kundi/fairx.",
    "We release our code on top of MONAI (https://github.com/Project-MONAI/MONAI).",
    "MICCAI's reviewers know https://osf.io/8kq2x/?view only=0f3c9e6b7a1d4c58.",
    "Our tables: https: //osf.io/8kq2x/?view only=0f3c9e6b7a1d4c58. More text.",
    "Our data are at https://osf.io/8kq2x/?view_ only=0f3c9e6b7a1d4c58.",
    "See https://orcid.org/0000-0002-7418-3052 for an iD.",
]


@pytest.mark.parametrize("sentence", MADE_WITH)
def test_what_ours_was_made_with_or_compared_to_is_not_ours(sentence: str) -> None:
    assert hits("ANON006", paper(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "All curves can be browsed in a public report on Weights & Biases: https://wandb.ai/ilyngby/wait/reports/All.",
        "The code of FairX is available at https://github.com/kundi/fairx.",
        "Unlike our code, FairX (https://github.com/kundi/fairx) needs labels.",
    ],
)
def test_a_tool_of_which_nobody_says_whose_it_is_is_unclear(sentence: str) -> None:
    assert codes("ANON006", paper(sentence)) == ["unclear"]


def test_what_is_fetched_with_a_key_may_be_own_whatever_the_words() -> None:
    text = "We use the loop of the template; fetch it by git clone git@gitlab.com:ilyngby/wait.git first."
    assert codes("ANON006", paper(text)) == ["unclear"]


def test_what_is_plainly_others_is_none_though_no_word_says_so() -> None:
    text = "LungEye was written by Kundi and others at Estmark (https://github.com/kundi/lungeye) and used as it was."
    assert codes("ANON006", paper(text)) == []


def test_third_parties_repository_in_a_footnote() -> None:
    said = "Both sets are released through the Universal Dependencies repository.1"
    assert codes("ANON006", paper(said, footnotes=("1 https://universaldependencies.org",))) == []


@pytest.mark.parametrize(
    "body",
    [
        ("The code of TriageNet is available at https://github.com/kundi/fairx.",),
        ("TriageNet is available from http://triagenet.org for everybody.",),
        ("TriageNet is available for download from http://triagenet.", "org for everybody."),
        ("See https://triagenet-demo.org for more.",),
    ],
)
def test_what_the_title_names_is_own(body: tuple[str, ...]) -> None:
    (hit,) = hits("ANON006", paper(*body, title=("TriageNet: Who Waits Longer?",)))
    assert hit.code == "own"


def test_what_the_paper_presents_is_own() -> None:
    (hit,) = hits(
        "ANON006", paper("We present WaitBench, a benchmark. WaitBench can be downloaded at https://wait.io/get.")
    )
    assert hit.code == "own"


def test_another_tool_in_the_title_is_not_own() -> None:
    said = "We used SegmentAll (https://github.com/kundi/SegmentAll) as it is."
    assert codes("ANON006", paper(said, title=("Auditing SegmentAll on older patients",))) == []


def test_the_authors_name_in_a_link_is_own_also_in_a_footnote() -> None:
    notes = ("1 https://github.com/ingridlyngby/robust",)
    said = "All logs are included in the Github1 for Section 1."
    (hit,) = hits("ANON006", paper(said, authors=("Ingrid Lyngby",), footnotes=notes))
    assert hit.code == "own"
    assert hit.evidence == "All logs are included in the Github [https://github.com/ingridlyngby/robust]"


def test_a_well_known_owner_is_own_where_the_paper_says_so() -> None:
    assert codes("ANON006", paper("Our code is at https://github.com/microsoft/waitnet.")) == ["own"]
    assert codes("ANON006", paper("We used https://github.com/microsoft/waitnet.")) == []


def test_two_footnotes_are_two_links() -> None:
    notes = ("8https://fair-x.org/", "9https://fair-y.org/")
    assert codes("ANON006", paper("We used8 both9.", footnotes=notes)) == []


def test_a_note_that_describes_what_it_links_is_no_others_by_the_citation_before_its_mark() -> None:
    said = "The films were read as those of Dunvarran [4].1 Then we stop."
    described = paper(said, footnotes=(f"1 Fitted models and the blur generator: {REPO}",))
    assert [hit.code for hit in hits("ANON006", described)] == ["unclear"]
    assert codes("ANON006", paper(said, footnotes=(f"1 From: {REPO}",))) == []


def test_code_behind_what_cited_people_did_is_theirs() -> None:
    others = (
        "The correction was made by Lind and Orr for counts and brought to",
        "films by Garnault and colleagues [2] at Estmark; code:",
        "https://github.com/jgarnault1/correction.",
    )
    assert codes("ANON006", paper(*others)) == []
    named = ("Lind and Orr carried the weights over to films [2]; code:", "https://github.com/lindorr/weights.")
    assert codes("ANON006", paper(*named)) == []


@pytest.mark.parametrize(
    "said",
    [
        "We extend the loss of Lind et al. [2]; code:",
        "The loss of Lind et al. [2] is generalised to three groups; scripts:",
        "Our variant of the sampler of Lind et al. [2] keeps the pairs; implementation:",
    ],
)
def test_code_behind_what_this_paper_changes_of_others_is_asked_about(said: str) -> None:
    assert codes("ANON006", paper(said, "https://github.com/mossgrove/tailweights.")) == ["unclear"]


def test_code_behind_what_this_paper_proposes_is_own() -> None:
    assert codes("ANON006", paper("We propose a correction; code:", "https://github.com/lyngby/correction.")) == ["own"]


def test_a_third_party_s_tool_behind_an_own_copy_is_not_own() -> None:
    own = "Scripts are kept at https://anonymous.4open.science/r/gaps-71/ for reviewers;"
    assert codes("ANON006", paper(own, "the viewer of a third party is at https://viewslides.org/.")) == []
    assert codes("ANON006", paper(own, "our viewer is at https://viewslides.org/.")) == ["unclear"]


@pytest.mark.parametrize(
    "address",
    [
        "https://urn.kb.se/resolve?urn=urn:nbn:se:estmark:diva-99887",
        "https://hdl.handle.net/10852/99871",
        "https://theses.hal.science/tel-09912345",
    ],
)
def test_a_persistent_identifier_leads_to_who_deposited(address: str) -> None:
    assert codes("ANON006", paper("A longer proof is printed in", f"{address}, pages 40 to 52.")) == ["unclear"]
    assert codes("ANON006", paper("The report of Halden et al. [2] is kept at", f"{address}.")) == []


def test_a_broken_address_counts_as_one_word() -> None:
    said = "We follow the steps of [2] and those of the Estmark detector"
    for address in ("https://github.com/estmarkai/films", "https: //github.com/estmarkai/films"):
        assert weighed(paper(f"{said} ({address}).")) == {}


HOSTS = [
    "Our blog about the project is at medium.com/@ingrid.lyngby.",
    "A mirror of our data for colleagues in Asia: ftp.medwait.ac.kh",
    "We keep all our models on waitgap.org, a domain that we bought last year.",
    "Our viewer runs at waitparity.health and can be tried without an account.",
    "We host the room of our annotators on waitscope.slack.com.",
    "We registered the domain waitgap.org and keep all weights there.",
    "The domain waitgap.org belongs to us.",
    "Our project site is waitgap [dot] org.",
    "Our demo: waitgap.nordhavnlab.dev:7860",
    "Our data can be fetched by sftp://files.nordhavnlab.no/wait.",
    "5 Reproducing our results from github.com/NordhavnWaits/gaps",
]
NO_HOSTS = [
    "Figures were created with BioRender.com.",
    "Our labels were drawn in the tool MD.ai by three readers.",
    "Node.js and D3.js draw the interactive plots of our viewer.",
    "The images come from the web site dermnet.com [5].",
    "The domain gap.in the target is small; our site.by-layer table shows it.",
    "Our server keeps slurm.conf, data.tar.gz and meta.json.",
    "Each host, e.g. node01.local:8080, was reset.",
    "The demo of the vendor at contextflow.com is for customers [4].",
    "See main.tex, run.sh, train.py and best.pt on our server.",
    "Data are read on our server by pandas.read_csv; it runs config.yaml as torch.nn.Module does.",
]


@pytest.mark.parametrize("sentence", HOSTS)
def test_hosts_without_a_scheme(sentence: str) -> None:
    assert weighed(paper(sentence)) == {"ANON006/own": "error"}


@pytest.mark.parametrize("sentence", NO_HOSTS)
def test_hosts_of_others_and_what_is_no_host(sentence: str) -> None:
    assert weighed(paper(sentence)) == {}


NAMED_COPIES = {
    "https://anonymous.4open.science/r/lyngby-neurolab-gap-12AB": "lyngby neurolab",
    "https://anonymous.4open.science/r/ingrid-halvorsen-thesis-3F2A": "ingrid halvorsen",
    "https://anonymous.4open.science/r/kvistlab-gap-77A1/": "kvistlab",
    "https://anonymous.4open.science/r/OkaforGroup-FairNet-1": "Okafor Group",
    "https://figshare.com/s/garcia_split_0a1b": "garcia",
    "https://anonymous.4open.science/r/inria-gap-3F2A/": "inria",
}
UNNAMED_COPIES = [
    "skin-tone-audit-77AB/README.md", "wait-miccai2026-0011", "matlab-colab-demo-0011", "monte-carlo-dropout-1B2C",
    "gauss-newton-unlearning-1B2C", "group-dro-medical-1B2C", "subgroup-fairness-lab-values-1B2C",
    "hospital-shift-AB12", "cielab-skin-colour-E3", "jensen-shannon-fair-1B2C", "DermEquity-Lab-44", "thesis-code",
    "education-mri-D00D", "triage-gap-D0D0", "SkinDeepLab-11", "Fair-Fed-ISIC/models/zhang_loss.py", "mit-license-tool",
]  # fmt: skip


@pytest.mark.parametrize("address", NAMED_COPIES)
def test_an_anonymous_copy_under_a_name_that_may_be_somebody_s(address: str) -> None:
    found = hits("ANON006", paper(f"Our code is available at {address}."))
    assert [(hit.code, hit.confidence) for hit in found] == [("unclear", Confidence.POSSIBLE)]
    assert f"“{NAMED_COPIES[address]}”" in found[0].message


@pytest.mark.parametrize("slug", UNNAMED_COPIES)
def test_an_anonymous_copy_under_ordinary_words(slug: str) -> None:
    assert weighed(paper(f"Our code is available at https://anonymous.4open.science/r/{slug}.")) == {}


def test_a_tool_of_the_title_is_nobody_s_name() -> None:
    link = "Our code is available at https://anonymous.4open.science/r/kvistlab-3F2A."
    assert weighed(paper(link, title=("Kvistlab: Gaps in Radiograph Triage",))) == {}


def test_what_may_be_had_from_a_hub_is_asked_about() -> None:
    hub = "huggingface.co/kvist-pathlab/her2-abmil"
    assert weighed(paper(f"The weights of the pooling head may be fetched from the hub ({hub}).")) == {
        "ANON006/unclear": "warning"
    }
    assert weighed(paper("The weights are those of UNI [5] (huggingface.co/MahmoodLab/UNI).")) == {}


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("One can fetch our sampler from https://pypi.org/project/kwexley-gapsampler/.", "own"),
        ("More failures of ours hang at t.ly/HaldenFair.", "own"),
        ("The reading game is played at 141.76.118.33:8601.", "unclear"),
        ("Else see github DOT com SLASH kwexley SLASH gapsampler.", "unclear"),
        ("The account shown in the corner, wexley.k, is that of a reader of ours.", "own"),
    ],
)
def test_addresses_in_other_dress(sentence: str, code: str) -> None:
    assert codes("ANON006", paper("We measure the gap.", sentence)) == [code]


@pytest.mark.parametrize(
    "sentence",
    [
        "SPSS 29.0.1.0 was used.",
        "Users install our package from the zip in the supplement.",
    ],
)
def test_versions_and_files_are_no_addresses(sentence: str) -> None:
    assert codes("ANON006", paper("We measure the gap.", sentence)) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("We recorded forty films on two wards and made them public: https://www.kaggle.com/ilyngby/films.", ["own"]),
        ("We sort the films by hour and release them at https://www.kaggle.com/ilyngby/films.", ["own"]),
        ("We thank those who took films and made them public at https://zenodo.org/record/3456.", []),
        ("We used the films that Oduya and Brandt took and released them at https://zenodo.org/record/3456.", []),
        ("Their team took the films and made them public: https://zenodo.org/record/3456.", []),
    ],
)
def test_who_makes_it_public_owns_it(said: str, told: list[str]) -> None:
    assert codes("ANON006", paper(said)) == told


def test_each_of_two_links_in_a_sentence_is_named() -> None:
    said = f"Our models are at {REPO} and our demo runs at http://131.61.7.22:8080/wait."
    first, second = hits("ANON006", paper(said))
    assert first.message == f"A link to the authors' own material: “{REPO}”, a code host, which names the owner."
    assert "“http://131.61.7.22:8080/wait”, a machine by its number" in second.message
    assert first.evidence == second.evidence == said


def test_the_one_link_that_is_unclear_is_named() -> None:
    (hit,) = hits("ANON006", paper(f"See https://doi.org/10.1000/182 and {REPO}."))
    assert f"“{REPO}”" in hit.message
    (hit,) = hits("ANON006", paper(f"Our code is available at https://github.com/ilyngby/{'wait' * 60}."))
    assert len(hit.message) < 220
