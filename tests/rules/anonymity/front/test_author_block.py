"""ANON001 and ANON004."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from tests.rules.hidden.altered import Altered

from faimi_check.model.finding import Confidence, Undecided
from faimi_check.model.submission import Submission
from faimi_check.rules.anonymity.front.author_block import author_block
from faimi_check.rules.naming.people.author_section import author_section, read_section
from faimi_check.rules.naming.people.institution_names import is_institution
from faimi_check.rules.naming.people.names import is_person, names_in
from faimi_check.rules.registry import NoParameters

from ...pages import PaperBuilder, codes, hits, paper

HONEST = [
    ("Author One and Author Two", "Institution One"),
    ("Author One, Author Two, and Author Three", "Institution withheld for review"),
    ("Author 1, Author 2", "Affiliation 1", "Affiliation 2"),
    ("First Author and Second Author", "Affiliations hidden"),
    ("Author A, Author B, Author C", "Institution A", "Institution B"),
    ("Anonymized Authors", "Anonymized Affiliations", "email@anonymized.com"),
    ("Anonymous Author1 and Anonymous Author2", "1 Anonymous Institution", "2 Anonymous Institution"),
    ("Anonymous Author(s)", "Anonymous Institution"),
    ("Anonymous",),
    ("Paper ID 412",),
    ("ID 1334",),
    ("MICCAI 2025 Submission #17",),
    ("Anonymous ECCV Submission", "Paper ID #*****"),
    ("Anonymous authors", "Paper under double-blind review"),
    ("No Author Given", "No Institute Given"),
    ("Author names removed for blind review",),
    ("Anonymous Author List", "June 30, 2025"),
    ("*****", "*****"),
    ("Anonymous ICDAR 2024 submission", "Paper ID 57"),
    ("Anonymous WACV Applications Track submission", "Paper ID 1022"),
    ("Anonymous 3DV submission", "Paper ID 8"),
    ("Anonymous BMVC submission #123",),
    ("Anonymous Interspeech submission",),
    ("Submission #4512 to ACM MM 2024",),
    ("Manuscript ID: TMI-2024-0133", "Author names and affiliations removed"),
    ("Workshop on Fairness of AI in Medical Imaging 2025, submission 12",),
    ("Anonymous authors", "Paper under double-blind review"),
    ("Under review as a conference paper at ICLR 2025",),
    ("Author names will be revealed after the review",),
    ("Hidden for review",),
    ("[Anonymous]", "[Anonymous University]"),
    ("Jane Doe and John Doe", "University of Anonymous, Street, City, Country", "Anonymous Labs", "{j,k}@example.org"),
    (),
]
NAMED = [
    (
        "Ingrid Lyngby1 and Mateo Quiroga2",
        "1 University of Nordhavn, Nordhavn, Estmark",
        "2 St. Brannoc Hospital, Eastmere",
    ),
    ("Ingrid Lyngby", "i.lyngby@uni-nordhavn.edu"),
    ("Ingrid Lyngby 1 Mateo Quiroga 1 Jürgen Köhlberg 2",),
    ("by Ingrid Lyngby, Nordhavn School of Information",),
    ("Anonymized Authors", "University of Nordhavn, Estmark"),
    ("Anonymized Author[0000−0002−7418−3052]",),
    ("INGRID LYNGBY, MATEO QUIROGA",),
    ("Łukasz Żółć and Đorđe Šarić",),
    ("王小明, 李雷",),
    ("Anonymous submission by Ingrid Lyngby",),
    ("Submission to MICCAI 2025", "Universitätsklinikum Nordhavn"),
    ("Lyngby, I., Quiroga, M.",),
    ("Anonymized Authors", "Nordhavn Imaging Centre, Estmark"),
]


@pytest.mark.parametrize("authors", HONEST)
def test_placeholders_pass(authors: tuple[str, ...]) -> None:
    submitted = paper(authors=authors)
    assert codes("ANON001", submitted) == []
    assert codes("ANON004", submitted) == []


@pytest.mark.parametrize("authors", NAMED)
def test_names_are_an_error(authors: tuple[str, ...]) -> None:
    (hit,) = hits("ANON001", paper(authors=authors))
    assert hit.code == "named"
    assert hit.confidence is not Confidence.POSSIBLE
    assert hit.evidence == " ".join(authors)
    assert hit.where.page == 1


@pytest.mark.parametrize(
    "authors",
    [
        (
            "First Author1[0000−1111−2222−3333], Second Author2",
            "1 Princeton University, Princeton NJ 08544, USA",
            "lncs@springer.com",
        ),
        ("Andrew Author and Ben Author", "May 18, 2015"),
        ("Firstname Lastname", "University of Somewhere"),
        ("Author One and Author Two", "Springer Heidelberg"),
        ("Author One, Author Two", "Princeton University, Princeton NJ 08544, USA"),
        ("Author Name", "Your Institution"),
        ("Jane Doe", "Your Institution"),
        ("Anonymous Author", "Princeton University, Princeton NJ 08544, USA"),
    ],
)
def test_a_forgotten_template_is_a_warning(authors: tuple[str, ...]) -> None:
    assert codes("ANON001", paper(authors=authors)) == ["template"]


def test_half_filled_template_is_an_error() -> None:
    authors = (
        "Ingrid Lyngby1, Second Author2",
        "1 Princeton University, Princeton NJ 08544, USA",
        "ilyngby@nordhavn.edu",
    )
    assert codes("ANON001", paper(authors=authors)) == ["named"]


def test_other_text_is_for_a_person_to_judge() -> None:
    (hit,) = hits("ANON001", paper(authors=("A tale of seven radiographs",)))
    assert (hit.code, hit.confidence) == ("unclear", Confidence.POSSIBLE)


def test_a_second_title_line_is_no_person() -> None:
    submitted = paper("reading and triage of radiograph gaps", authors=("Radiograph Triage", "Anonymized Authors"))
    assert "named" not in codes("ANON001", submitted)


def test_names_that_reading_took_for_the_title_are_found() -> None:
    title = ("Who Waits Longer?", "Ingrid Lyngby", "Department of Radiology, University of Nordhavn")
    assert codes("ANON001", paper(title=title, authors=())) == ["named"]


@pytest.mark.parametrize("authors", [("Anonymous",), ("[Authors hidden for review]", "[Affiliations hidden]")])
def test_a_second_title_line_above_a_placeholder_names_no_house(authors: tuple[str, ...]) -> None:
    title = ("Watching a Pretrained Encoder in", "Eleven Hospitals and Too Little Money")
    assert codes("ANON001", paper(title=title, authors=authors)) == []
    assert codes("ANON004", paper(title=title, authors=authors)) == []


def test_institutions_are_listed() -> None:
    (hit,) = hits("ANON004", paper(authors=NAMED[0]))
    assert hit.code == "institution"
    assert "University of Nordhavn" in hit.evidence
    assert "St. Brannoc Hospital" in hit.evidence


def test_where_an_author_works_in_a_footnote() -> None:
    said = "* Work done during an internship at Lyngby Imaging Ltd."
    assert codes("ANON004", paper(footnotes=(said,))) == ["position"]


@pytest.mark.parametrize(
    "said",
    [
        ("⋆ Work done while at Nordhavn Imaging.",),
        ("1 Work performed when the first author was visiting Estmark University.",),
        ("Ingrid Lyngby and Mateo Quiroga are with the Department of Computing, University of Nordhavn.",),
        ("∗ Corresponding author at: Department of Radiology, University of", "Nordhavn, Estmark."),
        ("† Currently at Nordhavn Research Institute.",),
        ("∗ Corresponding author: Ingrid Lyngby.",),
    ],
)
def test_footnotes_that_place_an_author(said: tuple[str, ...]) -> None:
    (hit,) = hits("ANON004", paper(footnotes=said))
    assert (hit.code, hit.confidence, hit.evidence) == ("position", Confidence.LIKELY, " ".join(said))


@pytest.mark.parametrize(
    "said",
    [
        ("Ingrid Lyngby and Mateo Quiroga are with Department of Com-", "puting, Nordhavn University, Estmark"),
        ("This work was done during an internship at DeepScan Labs.",),
    ],
)
def test_small_print_read_as_text_places_an_author(said: tuple[str, ...]) -> None:
    (hit,) = hits("ANON004", paper(*said))
    assert (hit.code, hit.confidence) == ("position", Confidence.LIKELY)


@pytest.mark.parametrize(
    "said",
    [
        "1 Code is at the usual place.",
        "* Equal contribution.",
        "1 The work was done at the authors' institution. Table 3 has more.",
        "1 Work done during an internship (company withheld for review).",
        "1 Work done while at XXX.",
        "1 All codes are with Table 2 in the appendix.",
        "1 Runs, including New Year's, were repeated at Nordhavn time.",
        "1 Scanners: Siemens Aera, Philips Ingenia, Canon Orian. N4 was run on all of them.",
        "† Corresponding author.",
    ],
)
def test_other_footnotes_pass(said: str) -> None:
    assert codes("ANON004", paper(footnotes=(said,))) == []


@pytest.mark.parametrize(
    "said",
    [
        "Data were acquired while patients were at rest. The work done at Scale [5] is close.",
        "Curves of Kaplan Meier are with labels in Table 2.",
        "Much work was done during training at Scale.",
    ],
)
def test_other_sentences_pass(said: str) -> None:
    assert codes("ANON004", paper(said)) == []


def test_marks_are_taken_off_names() -> None:
    line = "Ingrid Lyngby1,2⋆, Mateo Quiroga Belmonte3(B), J. van der Köhl∗ and Paul-Henry O’Neill†"
    assert names_in(line) == ["Ingrid Lyngby", "Mateo Quiroga Belmonte", "J. van der Köhl", "Paul-Henry O’Neill"]


@pytest.mark.parametrize(
    "text",
    [
        "The Netherlands",
        "New Zealand",
        "A Short Title",
        "University of Nordhavn",
        "Harbour Road",
        "lower case",
        "Lyngby",
    ],
)
def test_no_persons(text: str) -> None:
    assert not is_person(text)


def test_persons_are_given_to_other_rules() -> None:
    assert author_section(paper(authors=NAMED[0])).persons == ("Ingrid Lyngby", "Mateo Quiroga")


@pytest.mark.parametrize(
    ("authors", "persons"),
    [
        (
            ("Ingrid Lyngby1[0000−0002−7418−3052], Mateo Quiroga", "Belmonte1,2[0000−0001−9362−7141], and Jo Köhl2"),
            ("Ingrid Lyngby", "Mateo Quiroga Belmonte", "Jo Köhl"),
        ),
        (
            ("Ingrid Lyngby1, Jo Tan2, and Mateo", "Quiroga2", "1 EPITA Research and Development, Nordhavn"),
            ("Ingrid Lyngby", "Jo Tan", "Mateo Quiroga"),
        ),
        (("Ingrid Lyngby1", "Jo Tan2", "1 Nordhavn Supercomputing Center"), ("Ingrid Lyngby", "Jo Tan")),
        (
            ("Ingrid Lyngby1, Jo Tan1", "1 Escuela de Imagen, Universidad", "Industrial de Nordhavn, Estmark"),
            ("Ingrid Lyngby", "Jo Tan"),
        ),
        (
            ("Ingrid Lyngby a,b,∗, Jo Tan c", "a Department of Imaging, Nordhavn University"),
            ("Ingrid Lyngby", "Jo Tan"),
        ),
        (("Ingrid Lyngby∗+, Mateo B. Quiroga$, Jo Tan+#",), ("Ingrid Lyngby", "Mateo B. Quiroga", "Jo Tan")),
        (("Dr. Ingrid Lyngby, MD, PhD, and Prof. Jo Tan",), ("Ingrid Lyngby", "Jo Tan")),
        (("Ingrid Lyngby, Member, IEEE, and Jo Tan, Senior Member, IEEE",), ("Ingrid Lyngby", "Jo Tan")),
        (("Ingrid Lyngby and Jo Tan, Nordhavn University, Estmark",), ("Ingrid Lyngby", "Jo Tan")),
        (("Ingrid Lyngby¹, Jo Tan²", "¹ Nordhavn University"), ("Ingrid Lyngby", "Jo Tan")),
        (("Updated May 2021, including a new part", "Ingrid Lyngby"), ("Ingrid Lyngby",)),
        (("Ingrid Lyngby", "Jo Tan", "F. Nordhavn-La Roque AG, Estmark"), ("Ingrid Lyngby", "Jo Tan")),
        (("Ingrid Lyngby, Jo Tan", "{ingrid.lyngby, jo.tan,", "lab}@nordhavn.edu"), ("Ingrid Lyngby", "Jo Tan")),
        (("Nordhavn Publications", "Ingrid Lyngby"), ("Ingrid Lyngby",)),
        (("Ingrid Lyngby", "Mateo Quiroga", "Jo Tan"), ("Ingrid Lyngby", "Mateo Quiroga", "Jo Tan")),
    ],
)
def test_persons_and_nothing_else_are_counted(authors: tuple[str, ...], persons: tuple[str, ...]) -> None:
    submitted = paper(authors=authors)
    assert author_section(submitted).persons == persons
    more = f" and {len(persons) - 1} more" if len(persons) > 1 else ""
    assert hits("ANON001", submitted)[0].message == f"The author section names {persons[0]}{more}."


def test_names_side_by_side_in_a_wide_line_are_two() -> None:
    block = PaperBuilder()
    ref = block.add("Ingrid Lyngby Mateo B. Quiroga")
    narrow = block.lines[0]
    wide = msgspec.structs.replace(narrow, box=narrow.box._replace(x1=narrow.box.x0 + 8 * len(narrow.text)))
    assert read_section([(ref, wide)], frozenset()).persons == ("Ingrid Lyngby", "Mateo B. Quiroga")
    assert read_section([(ref, narrow)], frozenset()).persons == ("Ingrid Lyngby Mateo B. Quiroga",)


@pytest.mark.parametrize("text", ["including new parts", "three Clinical Readers", "hospitalized in Nordhavn"])
def test_words_that_begin_like_an_institution(text: str) -> None:
    assert not is_institution(text)


def test_without_a_title_nobody_can_tell() -> None:
    (result,) = author_block(Submission(id="s", paper=paper(title=(), authors=())), NoParameters())
    assert isinstance(result, Undecided)


@pytest.mark.parametrize(
    ("box", "told"),
    [
        (("Department of Medical Imaging, University of", "Nordhavn, Estmark"), ["position"]),
        (("Gaps are drawn in hours; a dot is a ward", "of the University Hospital."), []),
    ],
)
def test_a_frame_below_the_text_that_is_nothing_but_an_institution(
    box: tuple[str, str], told: list[str], tmp_path: Path
) -> None:
    first, second = box
    for frame in ("", "120 45 250 30 re S "):
        altered = Altered()
        altered.draw(1, f"{frame}BT /Hv 9 Tf 9 TL 134 62 Td ({first}) Tj T* ({second}) Tj ET")
        assert [hit.code for hit in altered.hits("ANON004", tmp_path)] == told


def test_a_sentence_of_the_text_is_not_called_a_footnote() -> None:
    said = "All authors are with the University of Nordhavn, Estmark."
    (in_text,) = hits("ANON004", paper("Films wait.", said))
    (below,) = hits("ANON004", paper("Films wait.", footnotes=(said,)))
    assert (in_text.message[:10], below.message[:10]) == ("A sentence", "A footnote")
