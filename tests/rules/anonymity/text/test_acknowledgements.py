"""ANON005."""

from __future__ import annotations

import msgspec
import pytest

from faimi_check.model.finding import Confidence
from faimi_check.model.page import Region
from faimi_check.rules.naming.support.funders import Named

from ...pages import codes, hits, paper

NAMED = [
    "Acknowledgments. This work was supported by the Estmark Science Foundation (grant 205321).",
    "Acknowlegements. This study was funded by the BMBF (Fkz 0316185B).",
    "Aknowledgement This study was supported by a grant of the Estmark Heart Foundation.",
    "Acknowledgements We are grateful to Dr. Petra Oyelaran and Bo Sundqvist for help.",
    "Funding: This work received support from Horizon Europe under grant agreement No 101057699.",
    "Danksagung. Diese Arbeit wurde von der Deutschen Forschungsgemeinschaft (DFG) gefördert.",
    "This work was funded by the Estmark Research Foundation under grant 390727645.",
    "This research was supported by NIH R01EB012345.",
    "Data collection was funded by the Estmark Heart Foundation under grant 390727645.",
    "The authors gratefully acknowledge financial support from the Estmark Heart Foundation.",
    "We thank Petra Oyelaran for reading the radiographs.",
    "Supported in part by NSF CAREER award no. IIS-1234567.",
    "I.L. is supported by a fellowship of the Nordhavn Academy of Sciences.",
    "The first author was funded by a scholarship from the Estmark Scholarship Council.",
    "We acknowledge support by the Ministry of Science under project no. 18-B-2201.",
]
HONEST = [
    "TACK. These labels name the functions of the library that each line of the listing calls.",
    "We thank the anonymous reviewers for their comments.",
    "Acknowledgments. Data collection and sharing was funded by the Alzheimer's Disease Neuroimaging Initiative.",
    "Data collection and sharing was funded by the National Institutes of Health Grant U01 AG024904.",
    "We thank the makers of the Eastmere Retina Database.",
    "Acknowledgments. We thank the anonymous reviewers and the area chair for their suggestions.",
    "Acknowledgments. Omitted for double-blind review.",
    "Funding. This research received no external funding.",
    "This work was supported by Anonymous Foundation (details removed for review).",
    "Our hypothesis is supported by the results of Table 2.",
    "This claim is supported by experiments on public data.",
    "The authors of [3] acknowledge that their study was limited.",
    "The model projects 1024 features onto 256 dimensions and awards 1000 points.",
    "The grant of access to group labels cannot be taken for granted.",
    "Acknowledgement of uncertainty matters in practice.",
    "Funding bodies ask for fairness reports.",
    "Supported formats are DICOM and NIfTI.",
    "We thank all patients who took part in this study.",
    "Authors must omit acknowledgements in the review copy.",
]


@pytest.mark.parametrize("sentence", NAMED)
def test_what_names_somebody(sentence: str) -> None:
    (hit,) = hits("ANON005", paper(sentence))
    assert hit.code == "named"
    assert hit.confidence is not Confidence.POSSIBLE
    assert sentence.startswith(hit.evidence[:40])


@pytest.mark.parametrize("sentence", HONEST)
def test_what_names_nobody(sentence: str) -> None:
    assert codes("ANON005", paper(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "GPU hours were booked on R01 CA123456.",
        "The readers were paid from K23 (HL123456).",
        "Förderung. DFG, AB 12/3-1.",
    ],
)
def test_numbers_that_only_a_funder_gives(sentence: str) -> None:
    assert codes("ANON005", paper(sentence)) == ["named"]


def test_a_number_of_a_funder_in_a_caption() -> None:
    assert codes("ANON005", paper(captions=("Fig. 1. The waits. GPU hours were booked on R01 CA123456.",))) == ["named"]


def test_a_note_that_thanks_will_follow() -> None:
    assert codes("ANON005", paper("Danksagung. Wird nach der Begutachtung ergänzt.")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The study of Eskerod et al. [4] was funded by the National Institutes of Health under grant R01-123456.",
        "Acknowledgments. This work was made possible by the people of Eastmere.",
    ],
)
def test_what_may_be_others(sentence: str) -> None:
    (hit,) = hits("ANON005", paper(sentence))
    assert (hit.code, hit.confidence) == ("unclear", Confidence.POSSIBLE)


def test_thanks_that_run_into_a_line_of_the_text() -> None:
    said = "Labels come from reports. Acknowledgements. To Sister Petra Oyelaran and her porters: you carried it all."
    assert codes("ANON005", paper(said)) == ["unclear"]
    assert codes("ANON005", paper("Labels come from reports. Acknowledgements. Left out for review.")) == []
    assert codes("ANON005", paper("Labels come from reports. Funding. None to report.")) == []


def test_the_title_s_footnote() -> None:
    assert codes("ANON005", paper(footnotes=("⋆ Supported by the Nordhavn Research Council.",))) == ["named"]
    assert codes("ANON005", paper(footnotes=("⋆ Supported by nrc.",))) == ["named"]
    assert codes("ANON005", paper(footnotes=("⋆ Supported by organization x.",))) == ["template"]
    assert codes("ANON005", paper(footnotes=("1 This is supported by the figures in the text.",))) == []


def test_a_section_is_quoted_whole_and_ends_at_the_next() -> None:
    (hit,) = hits(
        "ANON005",
        paper(
            "Acknowledgments. This work was supported by the Estmark Heart Foun-",
            "dation under grant 075-15-2025-",
            "210 of the year.",
            "Disclosure of Interests. The authors have no competing interests.",
        ),
    )
    assert "Estmark Heart Foundation under grant 075-15-2025-210 of the year." in hit.evidence
    assert "Disclosure" not in hit.evidence


HONEST_SECTIONS = [
    ("Acknowledgments. ...(will be determined after review)",),
    ("Acknowledgements. To be added after review.",),
    ("Funding and Interests. Grant numbers: to be inserted.",),
    ("Funding. Numbers of the grants to follow.",),
    ("Acknowledgement. Omitted for double-blind review.",),
    ("Acknowledgments. Anonymized for Review.",),
    ("Acknowledgments. Withheld for blind review.",),
    ("Acknowledgments. Will be added upon acceptance.",),
    ("Acknowledgments", "Removed for anonymity"),
    ("Danksagung. Wird nach der Begutachtung ergänzt (removed for review).",),
    ("Acknowledgments. XXXX",),
    ("Acknowledgments. This work was supported by XXX under grant XXXX.",),
    ("Acknowledgments. This section is left blank for the double-blind review.",),
    ("Acknowledgments. Funding information is masked during review.",),
    ("Acknowledgments. Details of funding are hidden to keep anonymity.",),
    ("Acknowledgments. TBD.",),
    ("Funding. None.",),
    ("This research received no external funding.",),
    ("Acknowledgements. We thank the reviewers and the area chair.",),
    ("Acknowledgments. The authors have no acknowledgments at this stage.",),
    ("Dank der neuen Verfahren. We see 100 scans (2011K120290) of the set.",),
    ("We thank the anonymous reviewers.",),
    ("The gap is supported by Table 2 of the results (see 1234A).",),
    ("The project (No. 4 of 12) counts.",),
    ("The approach is supported by evidence from [3].",),
]


@pytest.mark.parametrize("said", HONEST_SECTIONS)
def test_sections_that_wait_for_the_final_version_pass(said: tuple[str, ...]) -> None:
    assert hits("ANON005", paper(*said)) == []


@pytest.mark.parametrize(
    "said",
    [
        ("Danksagung. Wir danken Ingrid Lyngby für ihre Hilfe.",),
        ("Remerciements", "Nous remercions Ingrid Lyngby."),
        ("Agradecimientos. Trabajo financiado por el Ministerio de Ciencia (PID2020-118456GB-I00).",),
        ("Ringraziamenti: Ringraziamo Ingrid Lyngby per le immagini.",),
        ("Köszönetnyilvánítás. Köszönjük Ingrid Lyngby segítségét.",),
        ("致谢", "We thank Ingrid Lyngby."),
    ],
)
def test_headings_in_other_languages(said: tuple[str, ...]) -> None:
    (hit,) = hits("ANON005", paper(*said))
    assert hit.code == "named"
    assert hit.evidence == " ".join(said)


def test_a_section_that_names_nobody_in_latin_letters_is_unclear() -> None:
    assert codes("ANON005", paper("Благодарности. Работа поддержана, грант 21-11-00373.")) == ["unclear"]


def test_a_word_that_is_a_heading_elsewhere_is_none_in_prose() -> None:
    assert codes("ANON005", paper("Dank der neuen Verfahren sah Ingrid Lyngby mehr.")) == []


@pytest.mark.parametrize(
    ("said", "named"),
    [
        (
            "Supported by the Ministry of Labour (2011K120290, 2012K88), the Ministry of Science (SANTEZ-587.2010-1).",
            ("2011K120290", "2012K88", "SANTEZ-587.2010-1"),
        ),
        ("Sponsored by the National Fund under grants CNS-0615443 and CNS-0627747.", ("CNS-0615443", "CNS-0627747")),
        ("Funded by the Heart Council under Project No. 118T333.", ("118T333",)),
    ],
)
def test_every_grant_is_named_without_the_full_stop(said: str, named: tuple[str, ...]) -> None:
    (hit,) = hits("ANON005", paper(f"Acknowledgements. {said}"))
    assert hit.message.startswith(f"The section names {', '.join(f'grant {number}' for number in named)}, ")


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (
            Named(("NRF-2291",), ("Lowenhag Research Fund", "NRF-2291"), ("Brenna Toskvik",)),
            "grant NRF-2291, Lowenhag Research Fund, Brenna Toskvik",
        ),
        (Named(("NRF-2291",), ("NRF-2291 of the Lowenhag Research Fund",)), "NRF-2291 of the Lowenhag Research Fund"),
        (Named((), ("Lowenhag Trust", "lowenhag trust", "The Lowenhag Trust Board")), "The Lowenhag Trust Board"),
        (Named(("12",), ("Programme 2012",)), "grant 12, Programme 2012"),
        (Named((), ("Toskvik Foundation",), ("Brenna Toskvik",)), "Toskvik Foundation, Brenna Toskvik"),
        (Named(("A-1",), ("Arven Fund", "Nor Fund", "Sun Fund", "A-1")), "grant A-1, Arven Fund, Nor Fund and 1 more"),
    ],
)  # fmt: skip
def test_what_a_name_says_already_is_not_said_again(named: Named, said: str) -> None:
    assert named.summary == said


def test_the_evidence_ends_before_the_next_heading() -> None:
    submitted = paper("Acknowledgments. We thank Ingrid Lyngby.")
    lines = submitted.pages[0].lines
    at = next(index for index, line in enumerate(lines) if line.text.startswith("Acknow"))
    below = msgspec.structs.replace(
        lines[at], text="A Appendix", baseline=lines[at].baseline + 12, region=Region.HEADING
    )
    page = msgspec.structs.replace(submitted.pages[0], lines=(*lines[: at + 1], below, *lines[at + 1 :]))
    without = msgspec.structs.replace(submitted.parts, references=())
    (hit,) = hits("ANON005", msgspec.structs.replace(submitted, pages=(page,), parts=without))
    assert hit.evidence == "Acknowledgments. We thank Ingrid Lyngby."


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Partially funded by the Lowenhag Trust.", "Lowenhag Trust"),
        ("Jointly financed by the Region of Nordhavn and the Lowenhag Trust.", "Region of Nordhavn and the Lowenhag"),
        ("Co-funded by the Estmark Union under project EYESPAN.", "Estmark Union"),
        ("In part financed through the Lowenhag Trust.", "Lowenhag Trust"),
        ("Partly funded by the Lowenhag Trust, this work compares two samplers.", "Lowenhag Trust"),
        ("Funded by the Lowenhag Trust, the Arven Council, and others.", "Lowenhag Trust, Arven Council"),
    ],
)
def test_a_sentence_without_a_subject_speaks_of_this_work(said: str, named: str) -> None:
    (hit,) = hits("ANON005", paper("We measure the gap.", said))
    assert (hit.code, hit.confidence) == ("named", Confidence.LIKELY)
    assert hit.message.startswith(f"The sentence names {named}")


@pytest.mark.parametrize(
    "said",
    [
        "Funded by the Lowenhag Trust, EYENET has followed volunteers since 2004.",
        "Jointly supported by Theorem 1 and Lemma 2, the claim follows.",
        "Fully supported by PyTorch 2.1 and later.",
    ],
)
def test_what_else_was_paid_for_is_the_main_clauses(said: str) -> None:
    assert codes("ANON005", paper("We measure the gap.", said)) == []


UNLISTED = [
    "The first author is funded by a doctoral scholarship of the Studienwerk der Nordhavner Bürger.",
    "The second author holds a Ramón y Cajal fellowship.",
    "K.L. received a stipend from the Estmark Information and Data School.",
    "The first author was supported by a Marie Skłodowska-Curie fellowship.",
    "The last author holds an ERC Starting Grant.",
    "The first author gratefully acknowledges a stipend from Arvensis.",
    "M.K. is a fellow of the Arvensis College.",
    "A. Okafor is funded by the Brannoc Circle for the Future.",
    "One of the authors is paid through the Estmark Talent Line.",
    "Acknowledgements. This work was supported by the Kinderkankerlijn (PI22/01187).",
    "Acknowledgements. This work was partly funded by the Nordhavn NKX (K-142961).",
    "Acknowledgements. This work was funded in part by Estcome (226474/Z/22/Z).",
    "Acknowledgements. Funded by Vetensk, 2021-05443.",
    "Acknowledgements. Supported by Nordecyt 1231234.",
    "My tuition was paid by Arvensis until last summer.",
    "The first author's studies are financed by the Brannoc Circle.",
    "Living costs during this work were met by Estcome, scholar's number 0441998722.",
    "The rereading was paid out of an innovation decision (3317/44/2023) of the county.",
    "The workstation was bought within agreement RPX.04-IZ.00-0118/22 of the region.",
    "With the rest of contract 4600077119 we bought three phones.",
]
PERHAPS = [
    "This work was supported by Cancerfonden Est (22 2389 Pj).",
    "The work is cofinanced by Drenova, measure 4.",
    "Compute was provided by the bwUniCluster of the state.",
    "Computations were performed on the Alvis cluster.",
    "Computing resources were provided by the centre of Puhti.",
    "Simulations ran on JUWELS for twelve days.",
    "All experiments were run on the Brannoc supercomputer.",
]
UNFUNDED = [
    "The first author is funded by a doctoral scholarship (name withheld for review).",
    "The claim is supported by Kaplan-Meier curves.",
    "This work is supported by PyTorch and MONAI.",
    "Our results were supported by Grad-CAM maps and SHAP values.",
    "Training ran on a cluster with eight NVIDIA A100 cards.",
    "We trained on an NVIDIA GPU cluster and on a Linux cluster.",
    "We used the Leiden cluster algorithm on computed features.",
    "The K-Means cluster centers were computed on GPUs.",
    "Scholarships and fellowships are unevenly given.",
    "The labels were provided by CheXpert; compute was provided by our institution.",
    "Computations were performed in double precision with NumPy and SciPy.",
    "The authors were supported by two radiologists in reading.",
    "The first author is a radiologist with ten years of experience in Chest CT.",
    "The last author is a fellow radiologist.",
    "This paper is supported by supplementary material, Algorithm 1 and Theorem 2.",
    "Tuition in statistics is short in most curricula.",
    "The tuition of their annotators was covered by Arvensis, says the data sheet [2].",
    "Raters were paid under a contract of which 14 pages are public (2019-2023).",
    "Our code is at https://anonymous.4open.science/r/gap–77–A1.",
]


@pytest.mark.parametrize("sentence", UNLISTED)
def test_support_by_whom_no_table_lists(sentence: str) -> None:
    assert codes("ANON005", paper(sentence)) == ["named"]


@pytest.mark.parametrize("sentence", PERHAPS)
def test_what_may_be_support_or_a_place(sentence: str) -> None:
    (hit,) = hits("ANON005", paper(sentence))
    assert (hit.code, hit.confidence) == ("unclear", Confidence.POSSIBLE)


@pytest.mark.parametrize("sentence", UNFUNDED)
def test_support_that_is_no_money(sentence: str) -> None:
    assert codes("ANON005", paper(sentence)) == []


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Supported by the Dutch Research Council under VIDI grant 016.Vidi.193.042.", "grant 016.Vidi.193.042, Dutch"),
        ("Supported by the Instituto de Salud Carlos III (PI22/01187).", "grant PI22/01187, Carlos III."),
        ("The authors thank the Bureau of Pessoal de Nível Alto and Ingrid Lyngby.", "Ingrid Lyngby."),
        ("We thank Ingrid Lyngby for the QLever MCP server.", "Ingrid Lyngby."),
        ("Supported by a Ramón y Cajal contract. We thank Ingrid Lyngby.", "Ramón y Cajal, Ingrid Lyngby."),
        ("We thank Ingrid Lyngby for time on Piz Daint.", "Ingrid Lyngby."),
        ("Supported by the Heart Council (62101393/62176194).", "grant 62101393/62176194, Heart"),
    ],
)
def test_what_is_named_is_named_whole(said: str, named: str) -> None:
    (hit,) = hits("ANON005", paper(f"Acknowledgements. {said}"))
    assert f"names {named}" in hit.message


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The sweep ran on a large cluster within computational grant no. PLG/2025/019276.", "PLG/2025/019276"),
        ("We gratefully used compute time at the HPC centre under project ID p_gzki0123.", "p_gzki0123"),
        ("Computations were run under allocation TG-MED240011 of the national supercomputers.", "TG-MED240011"),
        ("Training ran on a supercomputer (project NAISS 2024/22-123).", "NAISS 2024/22-123"),
        ("HPC resources were granted under the allocation AD011017329.", "AD011017329"),
        ("Computing time was given under project no. 30512 of the state's cluster.", "30512"),
        ("All models were trained on the cluster under account hpc-prf-fairmed0417.", "hpc-prf-fairmed0417"),
        ("The supercomputer was used with computing grant #2023/ABD/0119.", "2023/ABD/0119"),
        ("GPU hours came from allocation CIS-230455.", "CIS-230455"),
        ("The computations used 4000 core hours of compute project k-9921-42.", "k-9921-42"),
        ("This used the HPC facilities, dossier A0150614399.", "A0150614399"),
        ("Simulations and training were done within project IscrC-FAIR0231 on the cluster.", "IscrC-FAIR0231"),
    ],
)
def test_numbers_of_computing_time(sentence: str, number: str) -> None:
    (hit,) = hits("ANON005", paper(sentence))
    assert hit.code == "named"
    assert number in hit.message
    assert number in hit.evidence


@pytest.mark.parametrize(
    "sentence",
    [
        "Training ran on one GPU of a cluster; projections onto 1024 features took 3 hours.",
        "We project 2048 features onto the axes, computed in 12 GPU hours.",
        "All computations were done on A100 cards with an allocation of 80 GB.",
        "The cluster of projects in Section 3 holds 120 studies.",
        "We account for 1024 patches a slide, at a cost of 400 GPU hours.",
        "Cluster labels project to 10-dimensional vectors.",
        "Compute was limited to 24 hours on an RTX 3090.",
        "Memory allocation T4 and V100 differ in compute time.",
        "Is the answer no. The model then counts 3 hours of computing.",
        "The project page is withheld; computations took 12 hours.",
        "We used 8 GPUs for 1000 GPU hours on a local cluster.",
        "Allocation 10/90 and 50/50 splits were computed once.",
    ],
)
def test_computing_without_number(sentence: str) -> None:
    assert codes("ANON005", paper(sentence)) == []


@pytest.mark.parametrize("number", ["00000000", "XXX-0000", "123456"])
def test_a_number_that_stands_for_any_is_none(number: str) -> None:
    assert hits("ANON005", paper(f"Acknowledgements. We thank XXX and YYY for discussions. Grant no. {number}.")) == []


@pytest.mark.parametrize(
    ("section", "code"),
    [
        ("Who paid. The Ilse Vega Foundation bought the cards.", "named"),
        ("Sources of money: Horizon Europe, agreement 101299113.", "named"),
        ("Financial support. Withheld for review.", None),
        ("Support: 412 images a class.", None),
        ("support. At its core is the AADL of Vega Systems.", None),
        ("Money matters. Screening costs more where it finds more.", None),
    ],
)
def test_headings_of_money_in_other_words(section: str, code: str | None) -> None:
    assert [hit.code for hit in hits("ANON005", paper(section))] == ([code] if code else [])


@pytest.mark.parametrize(
    "cells",
    [
        ("Item Statement", "Code on acceptance", "Funding Estmark Heart Foundation 20-4471", "Interests none"),
        ("Seeds 5", "Paid by Estmark Science Foundation, grant 205321", "Energy 41 kWh"),
    ],
)
def test_a_row_says_who_paid(cells: tuple[str, ...]) -> None:
    assert codes("ANON005", paper("We measure the gap.", cells=cells)) == ["named"]


@pytest.mark.parametrize(
    "cells",
    [
        ("Set CheXpert PadChest", "Images 224,316 160,868", "Funding Estmark Heart Foundation 20-4471"),
        ("Register Tornea [2]", "Women 4410", "Funding Estmark Science Foundation 205321"),
        ("Item Statement", "Funding withheld for review", "Seeds 2024"),
        ("Year 2021 2022", "Support 1204 1310", "Precision 0.91 0.93"),
    ],
)
def test_a_row_on_the_data_of_others_says_who_paid_for_them(cells: tuple[str, ...]) -> None:
    assert codes("ANON005", paper("We measure the gap.", cells=cells)) == []
