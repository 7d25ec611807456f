"""Lines joined into running text, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faimi_check.model.page import Box, Line, Region
from faimi_check.model.parts import LineRef
from faimi_check.model.text.passage import join, join_addresses, join_with_hyphens
from faimi_check.model.text.sentence import sentence_around, sentence_ends


def lines(*texts: str, gap: float = 12.0, region: Region = Region.BODY) -> list[tuple[LineRef, Line]]:
    return [
        (
            LineRef(1, at),
            Line(text, Box(100, 90 + gap * at, 300, 100 + gap * at), 100 + gap * at, 10, 0, False, False, (), region),
        )
        for at, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("texts", "prose", "hyphens", "addresses"),
    [
        (("a divided", "line"), "a divided line", "a divided line", "a divided line"),
        (("a divi-", "ded word"), "a divided word", "a divi-ded word", "a divi-ded word"),
        (("075-15-2025-", "210"), "075-15-2025-210", "075-15-2025-210", "075-15-2025-210"),
        (("at https://a.edu/", "b"), "at https://a.edu/ b", "at https://a.edu/ b", "at https://a.edu/b"),
        (("name@a.", "edu"), "name@a. edu", "name@a. edu", "name@a.edu"),
        (("It ends.", "Then a"), "It ends. Then a", "It ends. Then a", "It ends. Then a"),
        (("a.edu/b.", "1 Gaps"), "a.edu/b. 1 Gaps", "a.edu/b. 1 Gaps", "a.edu/b. 1 Gaps"),
        (("", "  ", "word"), "word", "word", "word"),
    ],
)
def test_ways_of_joining(texts: tuple[str, ...], prose: str, hyphens: str, addresses: str) -> None:
    assert join(lines(*texts)).text == prose
    assert join_with_hyphens(lines(*texts)).text == hyphens
    assert join_addresses(lines(*texts)).text == addresses


def test_an_address_does_not_run_into_the_next_paragraph() -> None:
    assert join_addresses(lines("https://a.edu/", "Abstract", gap=30)).text == "https://a.edu/ Abstract"


def test_the_way_back_to_page_and_box() -> None:
    passage = join(lines("first line", "second line", "third line"))
    at = passage.text.index("line second")
    where = passage.location("p.pdf", at, at + 11)
    assert (where.file, where.page, where.bbox) == ("p.pdf", 1, (100, 90, 300, 112))
    assert join([]).location("p.pdf", 0, 3).page is None


def test_sentences_know_abbreviations() -> None:
    text = "One ends here. See Smith et al. [3] and Fig. 2 by Dr. A. Bee. The next begins."
    start = text.index("Fig")
    first, last = sentence_around(text, start, start + 3)
    assert text[first:last] == "See Smith et al. [3] and Fig. 2 by Dr. A. Bee."
    text = "One ends here. Letters go to Mr. Bee or Mrs. Wasp. The next begins."
    first, last = sentence_around(text, 20, 21)
    assert text[first:last] == "Letters go to Mr. Bee or Mrs. Wasp."
    text = "One ends here. Films are with Halden Imaging Pvt. Ltd. The next begins."
    first, last = sentence_around(text, 20, 21)
    assert text[first:last] == "Films are with Halden Imaging Pvt. Ltd."


def test_a_footnote_mark_ends_a_sentence_and_the_point_of_a_number_does_not() -> None:
    text = "As others did [1].2 Approved by them. Made with version 1.2 Of the tool."
    for word, sentence in (("by", "Approved by them."), ("tool", "Made with version 1.2 Of the tool.")):
        start = text.index(word)
        first, last = sentence_around(text, start, start + 2)
        assert text[first:last].strip() == sentence


def test_a_heading_is_no_part_of_a_sentence() -> None:
    head, body = lines("2 Data", region=Region.HEADING), lines("", "We use scans.")
    passage = join([*head, *body])
    at = passage.text.index("use")
    assert passage.text[slice(*passage.sentence(at, at + 3))].strip() == "We use scans."


@given(st.lists(st.text(alphabet="ab-. /@1", max_size=12), max_size=12))
def test_every_span_leads_back_to_its_lines(texts: list[str]) -> None:
    for way in (join, join_with_hyphens, join_addresses):
        passage = way(lines(*texts))
        assert len(passage.starts) == len(passage.lines) == len(passage.refs)
        for at, start in enumerate(passage.starts):
            assert passage.lines_of(start, start + 1) == range(at, at + 1)
            assert passage.text[start : start + 1] == passage.lines[at].text.strip()[:1]


def test_a_formula_set_apart_is_no_part_of_the_sentence_above_it() -> None:
    text = "The penalty suffices when sites are few. ∆TPR = max |TPRa − TPRb|."
    start, end = sentence_around(text, 4, 11, 300)
    assert text[start:end].strip() == "The penalty suffices when sites are few."


@pytest.mark.parametrize("cited", ["ends here.[3] ", "ends here. [3] ", "ends here.[3,4] "])
def test_a_citation_behind_a_full_stop_belongs_to_the_sentence_before_it(cited: str) -> None:
    text = f"One {cited}This work was done at Nordhavn."
    start = text.index("This")
    assert list(sentence_ends(text, 0, len(text))) == [start]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "Smears from Dept. Pathol., Univ. Hosp. Lysvik halve it. We go on.",
            ["Smears from Dept. Pathol., Univ. Hosp. Lysvik halve it. "],
        ),
        ("He wrote it in his thesis [21, Ch. 5]. Then we did.", ["He wrote it in his thesis [21, Ch. 5]. "]),
        ("Ours (Klinikum Lysvik Hosp.) All other data are public.", ["Ours (Klinikum Lysvik Hosp.) "]),
        ("This is in Sect. 4. It is short.", ["This is in Sect. 4. "]),
    ],
)
def test_words_cut_short_end_no_sentence(text: str, ends: list[str]) -> None:
    assert [text[:end] for end in sentence_ends(text, 0, len(text))] == ends


def test_a_letter_behind_a_word_cut_short_ends_no_sentence() -> None:
    said = "The head reads “Klinikum Brekkestad, Inst. f. Diagn. Radiologie” there. We kept f. Then it was cut."
    assert list(sentence_ends(said, 0, len(said))) == [said.index("We"), said.index("Then")]
