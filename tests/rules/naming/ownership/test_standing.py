"""What authors have or did that is known of them outside of the paper, and where they work by name."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.ownership.standing import named_houses, stands_out

from ...pages import codes, paper, weighed

TOLD = [
    "We wrote the Danish recommendation on wrist radiographs.",
    "The limits are those of the Estonian guideline on lung nodules, which we drafted ourselves.",
    "Positioning follows the frame on which we hold patent EP 3 207 441.",
    "We keep the TRIMAVA registry (1,204 scans).",
    "The fourth set is the TRIMAVA registry, which one of us runs.",
    "The ensemble is the one with which we obtained the second place at BoneRace 2023.",
    "The last author sits on the expert panel of the Latvian ministry.",
    "The mobile unit of the Vormsi islands is operated by us.",
    "In 2019 we founded the charity Lyskilde, which lends the scanners.",
    "The first author co-chairs the Baltic working group on mammography.",
    "One author is a member of the WHO working party on lung screening.",
    "The last author is vice-president of the Latvian society of radiographers.",
]
QUIET = [
    "None of the authors is a member of the WHO working party.",
    "The readers are members of the Latvian society of radiographers.",
    "One author is a member of the Deaf community of Riga.",
    "We follow the Danish recommendation on wrist radiographs.",
    "We ran the winning method of the BoneRace challenge.",
    "We keep the registry data of Denmark apart.",
    "We hold the learning rate fixed and run the challenge baseline of BoneRace [3].",
    "We took the first 100 images of ISIC.",
    "We use the Danish registry, which others keep.",
    "We edit the image and write the result to disk.",
    "The registry is kept by the Danish ministry, and we received a copy.",
    "We obtained the second best score on ISIC.",
    "We run the network on the register of Norway.",
]


@pytest.mark.parametrize("sentence", TOLD)
def test_who_looks_it_up_knows_the_authors(sentence: str) -> None:
    assert stands_out(sentence)
    told = paper("We measure the gap.", sentence, "All else is public.")
    found = [code for rule in ("ANON015", "ANON022") for code in codes(rule, told)]
    assert len(found) == 1, "it is told once"
    assert found[0] in ("hinted", "standing", "site")


@pytest.mark.parametrize("sentence", QUIET)
def test_what_everybody_does_with_what_others_keep(sentence: str) -> None:
    assert not stands_out(sentence)


def test_it_is_what_the_sentence_before_names() -> None:
    named = "A third set is the TRIMAVA registry."
    assert stands_out("We keep it.", named)
    assert not stands_out("We keep it apart from the rest.", named)
    assert not stands_out("We keep it.", "A third set is ISIC.")
    assert codes("ANON022", paper("We measure the gap.", named, "We keep it.", "All else is public.")) == ["hinted"]


def test_without_any_name_nobody_can_look_it_up() -> None:
    assert codes("ANON022", paper("We measure the gap.", "We keep the registry.", "All else is public.")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The masks of 86 patients followed at our centre (Lysvik, one protocol throughout) were used for testing only.",
        "For external validation 240 blocks were recut in our department (Kvarnholm University, archive C-II).",
    ],
)
def test_a_house_is_named_in_brackets(sentence: str) -> None:
    assert named_houses(sentence)
    found = [code for rule in ("ANON015", "ANON022") for code in codes(rule, paper("We measure.", sentence))]
    assert set(found) & {"site", "hinted", "standing"}


OURS = [
    "The Hansen Society advises no second film in healthy adults.",
    "We acknowledge NYU Langone for the fastMRI data.",
    "Scans came from a Voluson E10 (GE Healthcare, Zipf, Austria) in our emergency unit.",
    "Colonoscopies were recorded with the EVIS ELITE system (Olympus, Tokyo, Japan) at our endoscopy unit.",
    "Our repository will move to GitHub later.",
    "During the first wave of COVID-19 our ward imaged all patients with portables.",
    "We collected 312 CT scans from our hospital between 2015 and 2019.",
    "Patients who visited our clinic in 2021 were included.",
    "All images of the in-house data set were annotated by two radiologists of our department.",
    "The internal test set comes from our own hospital.",
    "All scans were made in our department (Siemens Skyra, 3 T).",
    "All patients were scanned in our hospital (Philips Achieva 3T).",
    "OCT volumes were taken in our eye clinic (Heidelberg Spectralis).",
    "We scanned them at our centre (3T Prisma, Siemens Healthineers, Erlangen, Germany).",
    "Endoscopies were recorded in our clinic (Olympus EVIS X1, Tokyo, Japan).",
    "Patients of our clinic (Site B) were older.",
    "All films were read in our clinic (Table 2).",
]


@pytest.mark.parametrize("sentence", OURS)
def test_our_hospital_without_a_name_is_any(sentence: str) -> None:
    told = paper("We measure the gap.", sentence, "All else is public.")
    assert [
        code for rule in ("ANON004", "ANON005", "ANON015", "ANON019", "ANON022") for code in codes(rule, told)
    ] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "We coordinate the NORDLYS-Retina database and know each of its camera rooms.",
        "We head the second work package of BRIGHT-Fjord, from which these films come.",
        "We, the curators of KATTEGAT-Skin, knew that its labels are old.",
        "We asked whoever came when we were hosting the first FairEcho workshop.",
        'The sketches are those of our handbook "Eyes of the North".',
        'Two readers know the matter, since we give a seminar "Echo and Equity" each spring.',
        "That complaint was ours.",
        "The petition on such thresholds that we launched had an answer.",
        "System S2 is sold by a start-up of one of the authors.",
        "In spring we withdrew from the NORDLYS consortium.",
        "What looks like a marker at the left is our department's emblem.",
        "Whoever felt unwell could call us on +47 22 118 221.",
        "Our camera stands at 60.1321 N, 24.1469 E, under a roof.",
        "Halden Wexley has advised a maker of probes; the other authors have nothing to declare.",
    ],
)
def test_what_the_world_knows_of_them(sentence: str) -> None:
    assert set(weighed(paper("We measure the gap.", sentence)).values()) == {"warning"}


@pytest.mark.parametrize(
    "sentence",
    [
        "We maintained the MIMIC database in its original form.",
        "We coordinate the losses of both heads of the U-Net.",
        "We, the authors of this paper, are aware of it.",
        "We gain from organising the ISIC images by tone.",
        "Our course of action is simple.",
        "That report was ours to read.",
        "The petition which they started was signed by many.",
        "We left the Otsu threshold as it is.",
        "We report a gain of +1.25 (0.3-2.1) in our cohort.",
        "The public images come from a site at 60.1321 N 24.1469 E.",
        "The provider had removed each logo before we came.",
    ],
)
def test_what_anybody_does(sentence: str) -> None:
    assert weighed(paper("We measure the gap.", sentence)) == {}
