"""What books, talks, makers, sellers, keepers and towns of an agreement are named for, and what near them is told."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.ownership.terms import is_everybodys

from ...pages import REFERENCES, paper, weighed, weighed_amid

QUIET = [
    "L'étude d'Amsel-Tourvette et coll. [2] portait sur des lésions et non sur la rétine.",
    "Le titre de Tourvette, « Naissance du regard », says it in three words.",
    "‘They told me to come back’, says a patient in the interviews of a published study from Cape Town.",
    "As Fjellgren et al. [2] then showed, we must look at costs.",
    "Our story starts elsewhere, as Fjellgren et al. [2] later wrote.",
    "The thought goes back to a talk by Imke Quistorp at a workshop.",
    "Dignity, in the reading of Imke Quistorp, comes before counting.",
    "We rented four cards from a provider in Halden for a week.",
    "Philips' SmartPath was left on, and GE's DeepClear off.",
    "Nothing in Harvard-GF tells us who asked.",
    "Nothing in FairLens tells us which model was used.",
    "Its keeper at the University of Tartu answered within a day and sent us the list.",
    "Tumour grade (Nottingham) and stage (Vienna) were taken from the reports.",
    "The Nottingham grade and the Bethesda score were taken from the reports.",
    "The Greek adaptation of the Mini-Mental (Σύντομη Εξέταση) gives other cut-offs.",
    "The Arabic form offered three answers (نعم، لا، لا أعرف), and most took the third.",
    "“No hay datos”: from the answer of a ministry to our request, given here without the country.",
    "We use the bisection that was introduced in Fjellgren et al. [2].",
    "As proposed in Fjellgren et al. [2], we use bisection.",
    "Competing interests: AI, consultant of no firm.",
]
QUIET_NOTES = ["1 Plato, Republic, IV, 433a.", "1 See Kant, Critique of Pure Reason, B 131."]
TOLD = {
    "The thought goes back to a talk by Imke Quistorp of our group.": "ANON019/named",
    "The reading of Imke Quistorp, our second author, was taken as the reference.": "ANON019/named",
    "Its keeper, our colleague at the University of Tartu, is the second author.": "ANON015/workplace",
    "Slides were scored in Nottingham by two of us.": "ANON015/site",
    "Our cohort (Nottingham) had 200 women.": "ANON015/site",
    "Our Nottingham films were read twice.": "ANON015/site",
    "The second author (Айгерим Досова) drew all masks.": "ANON019/named",
    "Quistorp tells it all in the thesis from which the present paper is drawn.": "ANON019/named",
    "The present paper is drawn from the dissertation of Imke Quistorp.": "ANON019/named",
    "The loss follows the bisection that we introduced in Fjellgren et al. [2].": "ANON007/cited",
    "More would repeat Section 3 of Fjellgren [2], and we do not like to quote ourselves.": "ANON007/cited",
    "Interests: HTV consults for Lumeva; LQ and RTW have none.": "ANON005/unclear",
    "Repeating what we wrote in Fjellgren and Garnault [2] would only fill pages.": "ANON007/cited",
    "We borrow two paragraphs from ourselves [2].": "ANON007/cited",
    "Competing interests: VK, speaker's fees from a maker of lenses; others, none.": "ANON005/unclear",
    "FROM ghcr.io/kestrel-cmr/base:2.3": "ANON006/unclear",
}


@pytest.mark.parametrize("said", QUIET)
def test_what_is_anybodys(said: str) -> None:
    assert weighed_amid(said, references=REFERENCES) == {}


@pytest.mark.parametrize("note", QUIET_NOTES)
def test_where_something_stands_in_a_book(note: str) -> None:
    assert weighed(paper("We measure the gap between groups.", footnotes=(note,))) == {}


def test_who_has_a_house_in_a_note_is_somebody() -> None:
    note = "1 I. Quistorp, Lysvik Hospital, Ward 3."
    assert weighed(paper("We measure the gap between groups.", footnotes=(note,))) == {"ANON004/position": "error"}


@pytest.mark.parametrize("said", TOLD)
def test_what_is_near_the_authors_is_told(said: str) -> None:
    assert list(weighed_amid(said, references=REFERENCES)) == [TOLD[said]]


@pytest.mark.parametrize(
    ("name", "everybodys"), [("ViT-S", True), ("Swin-T", True), ("Lysvik-B", False), ("ViT-Lysvik", False)]
)
def test_sizes_of_networks_are_everybodys(name: str, everybodys: bool) -> None:
    assert is_everybodys(name) is everybodys
