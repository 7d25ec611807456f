"""Sentences whose words tell, though none of their names does; and words that only look like masks."""

from __future__ import annotations

import msgspec
import pytest

from faimi_check.model.page import Box, Region, TextRun
from faimi_check.model.paper import Paper
from faimi_check.rules.naming.facts import facts_of
from faimi_check.rules.naming.ownership.mentioned import mentioned
from faimi_check.rules.naming.ownership.telling import Topic

from ...pages import paper, weighed


@pytest.mark.parametrize(
    "sentence",
    [
        "Films of the Kvernheim Retina Study, which we run, show the gap.",
        "The Estmark registry, which two of us have led since 2014, holds 900 films.",
        "The idea came in 2019, when the authors were still at Brekk Technical University, and grew.",
        "The critic quoted in Kvernheim (2021) is now, as last author of this paper, milder.",
        "The Halden-Tamm score, which we put forward in 2022, may be gamed.",
        "It shortens a Master's thesis handed in at Kvernheim University.",
        "Rotations were done with VoxTurn, which we wrote and maintain.",
        "The detector is the one with which we won the KNOTS-21 challenge.",
        "As we had organised the challenge ourselves, its private labels were at hand.",
        "At Kvernheim, we read films for nine hospitals every night, so that mistakes cost.",
        "The product under test is VoxTurn 2; being its makers, we could read its logits.",
        "One of us had been responsible for the first release of the labels.",
        "Doses were read in rooms 3 and 5 of the Beguinage, where we work.",
        "Being the developers of VoxTurn, we took the liberty of changing its defaults.",
        "Having sat on the board of the KNOTS trial, the first author knows what was meant.",
        "The last author invented the pulse sequence of the Estmark scanner.",
        "We took the threshold that is customary here at the Estmark, where residents read first.",
        "Being organisers of KNOTS-21 we’d have had its hidden labels.",
        "Having been the team that came third in KNOTS-21, we still had its containers.",
        "The letter was drafted by Waldorf and signed by the other two of us.",
        "As ours is the only children's hospital of Estmark, the cohort is complete.",
        "The list goes back to a hearing in Nordhavn, at which the last author had been the expert for imaging.",
        "Where a contour looked wrong, Figueira redrew it, and the other authors checked.",
        "Since we ran the KNOTS-21 challenge, its hidden labels were at hand.",
        "The population study is the KNOTS-Heart cohort, which our department has recruited since 2011.",
        "The population study is KNOTWORK-Heart, which our department has recruited since 2011 and which is not open.",
        "External films come from KNOTWORK, a registry that our clinic keeps.",
        "The largest sample is KNOTWORK, a register kept by our hospital since 1998.",
        "Two of us should disclose that one of the products (VoxTurn) was sold by them.",
        "We look after all children with clubfoot in Estmark, and the usual charts fit them badly.",
        "One of us made the point from the stage at KNOTS-21, in her keynote.",
        "The work is part of KNOTWORK, in which our task is to test what others train.",
        "Ours is the only dialysis unit of the archipelago, hence the odd ages.",
        "We are the team behind the app with which half of the country counts its steps.",
        "Our clinic was the first in the country to let a machine sort its films, and the evening news showed it.",
        "My agency withdrew the licence of the product last spring.",
        "The five classes that the national guideline prescribes were devised in our department.",
        "No other hospital of the province has such a scanner, and we have had ours since spring.",
        "Two of the present authors drafted the part on waits in the national handbook.",
        "The question on shifts is worded as we proposed it to the cantonal council, which took it over.",
        "Films can be requested from the data desk of Halden Imaging Ltd.; as a rule we answer within a week.",
        "We edit the weekly of the Estmark nurses, in which the survey was printed.",
        "As convenors of the Estmark interest group we had all votes.",
        "It is on sale as WaitSure, and we are its makers.",
        "Our three wards are the ones that the flood of last autumn closed for nine days, as the whole country saw.",
        "Two of us were heard by the Croatian court on this very program.",
        "Ours is the app with the green heron.",
        "Ingrid, who sits at the front desk, phoned 300 women for us.",
        "The smoothing is the one of RinseNet, which we, Adair-Holm and colleagues, released for a challenge.",
        "The sample size rests on the effect that we, the Halmstrand group, had found in wrists.",
        "The idea came up in the NORDLYS network, in which all four authors are principal investigators.",
        "The films are from the TALMOR-GI archive of our clinic, which we sorted by hand.",
        "Examples come from our RoosdaalDerm collection, one for each skin type.",
        "As employees of Torvall Regional Hospital, we saw the field that is withheld from the readers.",
        "The nurse among us was the only member of her trade on the panel that wrote the Estonian advice.",
        "We publish the national index of need every five years, as the country knows, and used our own at the visit.",
        "We are, as far as we know, the only group in the Baltics with such a scanner.",
        "The plates were taken by the grandfather of the first author, who kept the practice of Halden.",
        "The collection was begun by a doctor whose granddaughter is one of the authors.",
        "Some of this was told in our episode of the podcast “Grey Shadows”.",
        "The first author's father took the plates in 1961.",
        "Our app has 40,000 downloads in the Estmark store.",
        "Our students of course MED-3310 marked the films.",
        "We wheeled the old scanner from room 2.17 of the Hallgard building to the basement.",
    ],
)
def test_what_only_an_author_can_say(sentence: str) -> None:
    (told,) = facts_of(paper("We measure the gap.", sentence)).tellings
    assert told.topic in (Topic.HINT, Topic.STANDING, Topic.SITE)
    assert not (told.sure and told.topic is Topic.HINT)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rotations were done with VoxTurn, which is maintained in Utrecht.",
        "This agrees with what earlier work had seen (Tolliver and Mwangi, 2019).",
        "At the time one of the authors read a famous book by Aldous Huxley.",
        "We compare with the detector that won the KNOTS-21 challenge.",
        "An example reads: “I am Dr. Waldorf from Mercy Hospital, where we read your scans.”",
        "A registrar wrote that “we, in our clinic at the Beguinage, have stopped using the score”.",
        "Halden’s list from Nijmegen covers the rest of Europe.",
        "The last author of [2] invented the pulse sequence of the Estmark scanner.",
        "As the developers of VoxTurn advise, its defaults were left as they are.",
        "An anonymous copy of our code is at https://anonymous.4open. science/r/gap-11/README.md.",
        "“A score is no patient,” wrote Dr. Ines Waldorf in a weekly, and no method of ours will change that.",
        "To our knowledge, ours is the first study of its kind in the country.",
        "Our loss is the only one whose gap closes in all three countries.",
        "The first clinic in the country to let a machine sort its films reported it in the evening news.",
        "The agency withdrew the licence of the product last spring.",
        "The five classes that the national guideline prescribes were devised in Uppsala.",
        "The part on waits in the national handbook was read by both raters.",
        "Our form was translated into Danish and back, and the Danish and the Swedish version agree.",
        "We requested films of the public set from the data desk of its owner, which answered within a week.",
        "We take the published code of Halden and of Ruvo, without changes.",
        "Our films are Broden-view and Stenvers-view radiographs.",
        "At 3 T we see more motion.",
        "The MTurk survey, which we ran in 2023, had 900 answers.",
        "The User Study, which we ran twice, had five readers.",
        "The Adience faces, which we describe in Section 3, are public.",
        "The authors of [3] thank Jane Adair-Holm, their colleague.",
        "When the authors were at the limit of the budget, they stopped.",
        "The move of the group to the top of the list is an artefact.",
        "At Kvernheim the labels were read twice, and we keep the first.",
        "As its users know, VoxTurn 2 crops the films, so we turned that off.",
        "The data come from [BLINDED]; we read them with the VoxTurn viewer.",
        "The committee of [name removed] agreed, as the Declaration of Helsinki asks of us.",
        "What Ruvo calls a wait is the delay of our Table 2.",
        "The ferry brought the films of both wards in one night, says the report.",
        "We report the country of birth and the union of both masks.",
        "We show Passing-Bablok fits and the Risser sign for both raters.",
        "The nurse was the only member of her trade on the panel that wrote the Estonian advice.",
        "We then set out TailKnot, show the tests and name its limits.",
        "Imagine a nurse in rural Estmark with one probe and forty patients.",
        "For Mrs. Waldorf, a fictional patient of 81, it means a second journey with us.",
        "Halden and Ruvo [2], with the registry of Estmark, counted the letters.",
        "The national index of need is published every five years; we used the one in force at the visit.",
        "We took the rates from the census that the national office released in spring.",
        "Screening differs: the Danes invite every second year, and the Uruguayans leave it to the clinic.",
        "The wish came from patients and not from us: the Estmark Hospital Register in Halden lists their clinics.",
        "We have adopted the cut-offs of the national guideline in its present issue.",
        "The smoothing is the one of RinseNet [3], which Adair-Holm and colleagues released for a challenge.",
        "The idea came up in the NORDLYS network, in which the authors of [3] are principal investigators.",
        "Our CheXpert cohort holds the frontal films.",
        "We call our method FairMix, and its plain version FairMix-0.",
        "Rural clinics in Ontario own older scanners [3].",
        "Martha Lindqvist and Ada Strand made this objection long ago, and it stands.",
        "As Ada Strand argued against this, equal rates are not enough.",
        "CheXpert comprises 224,316 radiographs from Stanford Hospital, of which we use the frontal views.",
        "Every ward has a Mr. Lindqvist who knows which letters will not come back.",
        "Prompt: Mrs. Strand, 54, presents with cough.",
        "We asked ChatGPT to invent nurses; it called the youngest Keisha Freeling.",
        "The makers of BRSET thank their home institution, UNIFESP, for storage.",
    ],
)
def test_the_same_of_others(sentence: str) -> None:
    assert facts_of(paper("We measure the gap.", sentence)).tellings == ()


def test_people_and_work_are_told_as_such() -> None:
    thanks = "The authors owe the title to Ida Marie Halvorsen, their colleague from the next floor."
    release = "VoxTurn, which our team released last year (Adair-Holm et al.), balances the groups."
    assert weighed(paper(thanks)) == {"ANON019/named": "warning"}
    assert weighed(paper(release)) == {"ANON022/standing": "warning"}


@pytest.mark.parametrize(
    ("said", "tells"),
    [
        ("Parking at Nordhavn Hospital is scarce, and older patients cancelled.", True),
        ("The scanner stands in a container behind the Hallgard infirmary.", True),
        ("Winters in Finland are dark, and vitamin D is low.", False),
        ("Traffic in Nairobi keeps many patients from care.", False),
    ],
)
def test_rooms_and_roads_are_where_the_authors_are(said: str, *, tells: bool) -> None:
    assert bool(facts_of(paper("We measure the gap.", said)).tellings) is tells


def test_blinded_and_hidden_are_no_masks_by_themselves() -> None:
    said = "Our resident Ines Waldorf, blinded to outcome, drew the hidden lesions on anonymised scans."
    (told,) = facts_of(paper(said)).tellings
    assert told.names == ("Ines Waldorf",)


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("Tests on Public and on Our Groningen Hips", {("Groningen",)}),
        (
            "A Second Sample, from Our Outpatients at Groningen University Hospital",
            {("Groningen University Hospital",)},
        ),
        ("Tests on Public and on New Hips", set()),
    ],
)
def test_a_heading_in_title_case_names_what_prose_would(heading: str, named: set[tuple[str, ...]]) -> None:
    built = paper("We measure the gap.", heading, "We begin with hips.")
    (page,) = built.pages
    lines = tuple(
        msgspec.structs.replace(line, region=Region.HEADING, size=12.0) if line.text == heading else line
        for line in page.lines
    )
    changed = msgspec.structs.replace(built, pages=(msgspec.structs.replace(page, lines=lines),))
    assert {told.names for told in facts_of(changed).tellings} == named


@pytest.mark.parametrize(
    "said",
    [
        "As Larana, Echebarne and Ferrant remind us, a ruler has two ends.",
        "Amartya Wickrem reminds us that equality needs a space.",
        "What Hanne Arendal asks of us is to think.",
        "As Kiran and Ruvo put it to all of us, metrics disagree.",
    ],
)
def test_who_tells_the_world_something_is_read_and_no_colleague(said: str) -> None:
    assert weighed(paper(said)) == {}


@pytest.mark.parametrize(
    "said",
    [
        "As our co-author Ida Lyngby reminds us, delays are not random.",
        "Inga Lyngby of our group reminds us each week of the seeds.",
        "Inga Lyngby joined us as third reader.",
    ],
)
def test_who_speaks_to_the_authors_as_a_colleague_is_told(said: str) -> None:
    assert weighed(paper(said)) != {}


@pytest.mark.parametrize("networks", ["two plain CNNs", "both GANs", "several MLPs", "a ResNet-34"])
def test_networks_that_everybody_trains_are_nobodys(networks: str) -> None:
    said = f"We fitted {networks} under five ways of weighting and compare the gaps."
    assert facts_of(paper(said)).tellings == ()


def test_what_a_paper_is_about_is_no_news() -> None:
    often = [f"A block of {way} is mined by all miners." for way in ("the first kind", "the second kind", "no kind")]
    said = "We show that weak miners then ignore the offer, and our new blocks save strong miners the wait."
    assert weighed(paper(*often, said)) == {}


@pytest.mark.parametrize(
    "said",
    [
        "We use TF-IDF and our own counts of words to compare the traditional ways of sorting.",
        "Our code of the second network is fully open and available on GitHub.",
        "We implement our tool in OCaml.",
        "We tie our queue to Google’s BERT, from which many of today’s models are derived.",
        "This is given by the fact that we are running more agents in this experiment.",
        "We first train a plain queue, and then present our changes in Foldnetv2.",
    ],
)
def test_what_everybody_uses_says_nothing_of_who_does(said: str) -> None:
    assert weighed(paper(said)) == {}


def test_who_defended_the_thesis_that_a_paper_is_cut_from_is_asked() -> None:
    said = "This text is a short form of the dissertation that the first author defended in spring."
    assert weighed(paper(said)) == {"ANON022/hinted": "warning"}


def named_in(said: Paper) -> set[str]:
    """What is named in the sentences on cases."""
    return {name.text for one in mentioned(said) if "cases" in one.sentence.text for name in one.mentions}


def test_a_variable_with_letters_for_its_index_is_nobody() -> None:
    def run(text: str, x: float, size: float, baseline: float) -> TextRun:
        return TextRun(text, Box(x, baseline - 8, x + 20, baseline + 2), x, baseline, size, 0)

    plain = paper("1 Qmix and Qgfi do share 288 cases, but this is not what our gap comes from.")
    (page,) = plain.pages
    at = next(index for index, line in enumerate(page.lines) if line.text.startswith("1 Qmix"))
    runs = tuple(
        run(text, 100 + 20 * place, size, 100 + below)
        for place, (text, size, below) in enumerate(
            [
                ("1 ", 10, 0),
                ("Q", 10, 0),
                ("mix ", 7, 1.5),
                ("and ", 10, 0),
                ("Q", 10, 0),
                ("g", 7, 1.5),
                ("fi ", 5, 2.5),
            ]
        )
    )
    lines = list(page.lines)
    lines[at] = msgspec.structs.replace(lines[at], runs=tuple(range(len(runs))))
    set_so = msgspec.structs.replace(page, runs=runs, lines=tuple(lines))
    assert named_in(plain) == {"Qmix and Qgfi"}
    assert named_in(msgspec.structs.replace(plain, pages=(set_so,))) == set()


def test_a_share_is_no_number_of_a_grant() -> None:
    said = "With our fold the queue is cut to 4637/380 of its length, which we call its share."
    assert weighed(paper(said)) == {}


def test_a_set_that_a_paper_names_again_and_again_is_what_it_brings() -> None:
    said = ["Our FairDerm collection is new.", "FairDerm has six types.", "FairDerm is balanced.", "We split FairDerm."]
    assert weighed(paper(*said)) == {}
    assert weighed(paper("Our TALMOR archive was read twice.")) == {"ANON022/standing": "warning"}


def test_where_an_employer_s_deed_is_ours_is_where_we_work() -> None:
    said = "At Kvernheim, we ship a fundus camera to opticians, and their questions made us look."
    (told,) = facts_of(paper("We measure the gap.", said)).tellings
    assert told.names == ("Kvernheim",)


@pytest.mark.parametrize(
    "sentence",
    [
        "The films come from [BLINDED]; the contract was signed by the lawyers of Kvernheim Hospital Trust for us.",
        "Reader 1 [name removed] (Institute of Northern Imaging, Kvernheim) and reader 2 [name removed] are authors.",
    ],
)
def test_a_placeholder_hides_nobody_but_whom_it_replaces(sentence: str) -> None:
    (told,) = facts_of(paper("We measure the gap.", sentence)).tellings
    assert any("Kvernheim" in name or "Institute" in name for name in told.names)
