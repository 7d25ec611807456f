"""ANON014, with the forms of names and the places where they are looked for."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import pytest
from msgspec.structs import replace

from faimi_check.model.finding import Confidence, Skipped
from faimi_check.model.page import Box, HiddenText, Link
from faimi_check.model.paper import Annotation, Attachment, EmbeddedObject, MetadataField, Paper, Revision
from faimi_check.model.submission import KnownAuthor, Submission
from faimi_check.model.supplement import Entry, Readme, Supplement
from faimi_check.model.video import Video
from faimi_check.rules.anonymity.lists.known_authors import known_author
from faimi_check.rules.naming.people.author_forms import forms_of, split_name
from faimi_check.rules.registry import NoParameters

from ...pages import codes, hits, paper

AUTHORS = (
    KnownAuthor(
        name="Jürgen Köhlberg",
        emails=("jk17@uni-nordhavn.edu",),
        affiliation="Dept. 7, University of Nordhavn, Estmark",
    ),
    KnownAuthor(name="Lyngby, Ingrid"),
    KnownAuthor(name="Amy Case"),
    KnownAuthor(name="R. Rodney Ruvo"),
)


def submitted(*body: str, **parts: Any) -> Submission:
    return Submission(id="x", paper=paper(*body, **parts), authors=AUTHORS)


@pytest.mark.parametrize(
    "lines",
    [
        ("Read by Jürgen Köhlberg and others.",),
        ("Read by Jurgen Kohlberg and others.",),
        ("Read by Juergen Koehlberg and others.",),
        ("Read by JÜRGEN KÖHLBERG and others.",),
        ("Read by Jürgen", "Köhlberg and others."),
        ("Read by Jürgen Köhl-", "berg and others."),
        ("Read by J. Köhlberg and others.",),
        ("Read by Jürgen M. Köhlberg and others.",),
        ("Read by Köhlberg, J. and others.",),
        ("Read by Ingrid Lyngby and others.",),
        ("Read by Lyngby Ingrid and others.",),
        ("Read by A. Case and others.",),
        ("Read by Amy Case1,2 and Amy Ruvo.",),
        ("Read by Ingrid Lyngby2[0000−0002−7418−3052] and others.",),
        ("Read by R. Rodney Ruvo and others.",),
        ("Read by Rodney Ruvo and others.",),
    ],
)
def test_names_in_the_text(lines: tuple[str, ...]) -> None:
    assert codes("ANON014", submitted(*lines)) == ["name"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Köhlberg et al. [3] looked at this.",
        "As J. Köhlberg et al. (2020) have shown, gaps exist.",
        "Jürgen Köhlberg (2020) has shown that gaps exist.",
        "Köhlberg and Fjellgren [2] agree.",
        "In this case, a case is a case study.",
        "Case studies are rare.",
        "We thank nobody.",
    ],
)
def test_citations_and_common_words_pass(sentence: str) -> None:
    assert codes("ANON014", submitted(sentence)) == []


def test_a_name_in_the_reference_list_is_no_leak() -> None:
    references = ("Köhlberg, J., Lyngby, I.: Gaps and delays. In: MICCAI (2020)",)
    assert codes("ANON014", submitted("Gaps are known [1]. The Köhlberg test is used.", references=references)) == []


def test_a_surname_alone_is_a_warning() -> None:
    (hit,) = hits("ANON014", submitted("The Köhlberg phantom was used."))
    assert (hit.code, hit.confidence) == ("surname", Confidence.POSSIBLE)


def test_an_affiliation_is_a_warning() -> None:
    (hit,) = hits("ANON014", submitted("Scans of the University of Nordhavn were used."))
    assert (hit.code, hit.confidence) == ("affiliation", Confidence.POSSIBLE)


def test_an_address_is_certain() -> None:
    (hit,) = hits("ANON014", submitted("Ask jk17@uni-nordhavn.edu."))
    assert (hit.code, hit.confidence, hit.where.page) == ("email", Confidence.CERTAIN, 1)


FRONT = ("Waiting Times of Triage in Chest Radiography and What They Hide from Those Who Read Only the Mean of All",)


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("jk17@uni-nordhavn.edu", "jk17@uni-nordhavn.edu"),
        ("{ilyngby, jk17}@uni-nordhavn.edu", "{ilyngby, jk17}@uni-nordhavn.edu"),
        ("jk17 (at) uni-nordhavn.edu", "jk17 (at) uni-nordhavn.edu"),
        ("jk17 at uni-nordhavn dot edu", "jk17 at uni-nordhavn dot edu"),
    ],
)
def test_an_address_is_quoted_with_the_words_round_it_and_no_more(printed: str, text: str) -> None:
    body = (
        *FRONT * 3,
        f"Department 7, Harbour Road 1, Estmark, {printed}",
        "Abstract. Models order lists.",
        *FRONT * 20,
    )
    (hit,) = hits("ANON014", submitted(*body))
    start, _, words = hit.evidence.removesuffix("”").partition(", in “")
    assert (hit.code, start) == ("email", text)
    assert f"Harbour Road 1, Estmark, {text} Abstract. Models order lists." in words
    assert len(words) <= len(text) + 180
    assert all(word in " ".join(body) for word in words.split())
    assert words.split()[0] in FRONT[0].split()
    assert hit.where.bbox is not None
    assert hit.where.bbox[3] - hit.where.bbox[1] < 15


@dataclass(frozen=True)
class Below:
    """A change to an anonymous paper by which it names an author below its pages."""

    fields: dict[str, Any]
    code: str = "name"


NAME = "Jürgen Köhlberg"
BELOW = [
    Below({"metadata": (MetadataField("Info dictionary", "Author", NAME),)}),
    Below({"metadata": (MetadataField("Info dictionary", "Producer", "/home/jkoehlberg/tex"),)}, "handle"),
    Below({"objects": (EmbeddedObject("figure", 1, (MetadataField("Info of a figure", "Author", "J. Köhlberg"),)),)}),
    Below({"annotations": (Annotation(1, "Text", Box(0, 0, 1, 1), author=NAME),)}),
    Below({"annotations": (Annotation(1, "Text", Box(0, 0, 1, 1), contents=f"as {NAME} said"),)}),
    Below({"attachments": (Attachment("koehlberg_cv.pdf", 3),)}, "surname"),
    Below({"internal_names": (MetadataField("Outline", "Title", NAME),)}),
    Below({"revisions": (Revision(1, lost_text=(f"{NAME} and others",)),)}),
    Below({"file": "jkoehlberg-faimi.pdf"}, "handle"),
]


@pytest.mark.parametrize("below", BELOW)
def test_names_below_the_surface(below: Below) -> None:
    assert codes("ANON014", Submission(id="x", paper=replace(paper(), **below.fields), authors=AUTHORS)) == [below.code]


def test_destinations_of_citations_pass() -> None:
    named = replace(paper(), internal_names=(MetadataField("Destination", "Name", "cite.koehlberg2020gaps"),))
    assert codes("ANON014", Submission(id="x", paper=named, authors=AUTHORS)) == []


def test_names_in_links_running_heads_and_hidden_text() -> None:
    link = Link(Box(1, 1, 2, 2), "https://github.com/JKoehlberg/wait")
    assert codes("ANON014", submitted(links=(link,))) == ["handle"]
    assert codes("ANON014", submitted(heads=("2 J. Köhlberg et al.",))) == ["name"]
    page = replace(paper().pages[0], hidden=(HiddenText(NAME, Box(1, 1, 2, 2), "white"),))
    assert codes("ANON014", Submission(id="x", paper=replace(paper(), pages=(page,)), authors=AUTHORS)) == ["name"]


@pytest.mark.parametrize(
    ("supplement", "code"),
    [
        (Supplement(file="s.zip", size=1, comment=f"by {NAME}"), "name"),
        (Supplement(file="s.zip", size=1, entries=(Entry(name="koehlberg/a.avi", size=1, compressed=1),)), "surname"),
        (Supplement(file="lyngby.zip", size=1), "surname"),
        (
            Supplement(
                file="s.zip", size=1, readmes=(Readme(member="README.txt", text=f"made by {NAME}", encoding="utf-8"),)
            ),
            "name",
        ),
        (
            Supplement(
                file="s.zip",
                size=1,
                videos=(Video(member="a.mp4", container="mp4", tags=(MetadataField("tag", "artist", NAME),)),),
            ),
            "name",
        ),
    ],
)
def test_names_in_the_supplement(supplement: Supplement, code: str) -> None:
    whole = Submission(id="x", paper=paper(), supplements=(supplement,), authors=AUTHORS)
    assert codes("ANON014", whole) == [code]


def test_an_honest_submission_passes_and_no_list_is_skipped() -> None:
    honest = Submission(id="x", paper=paper("All is said in the third person [2]."), authors=AUTHORS)
    assert codes("ANON014", honest) == []
    (skipped,) = known_author(Submission(id="x", paper=paper()), NoParameters())
    assert isinstance(skipped, Skipped)


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Ingrid Lyngby", ["Ingrid"], ["Lyngby"]),
        ("Lyngby, Ingrid M.", ["Ingrid", "M."], ["Lyngby"]),
        ("Jan van der Berg", ["Jan"], ["van", "der", "Berg"]),
        ("Dr. Ingrid Lyngby, PhD", ["Ingrid"], ["Lyngby"]),
        ("Sukarno", [], ["Sukarno"]),
        ("", [], []),
    ],
)
def test_splitting_names(name: str, given: list[str], surname: list[str]) -> None:
    if "PhD" in name:
        name = name.replace(", PhD", "")
    assert split_name(name) == (given, surname)


def test_a_handle_is_a_whole_word_of_an_address() -> None:
    crowd = (KnownAuthor(name="Xin Chang"),)
    asked = paper(links=(Link(Box(1, 1, 2, 2), "https://tex.stackexchange.com/q/1"),))
    assert codes("ANON014", Submission(id="x", paper=asked, authors=crowd)) == []
    own = paper(links=(Link(Box(1, 1, 2, 2), "https://github.com/x-chang7/wait"),))
    assert codes("ANON014", Submission(id="x", paper=own, authors=crowd)) == ["handle"]


@pytest.mark.parametrize(
    ("login", "told"),
    [("ingrulyngby", False), ("ingrilyngby", True), ("lyngbying", True), ("juekoehlberg", True), ("lyngbyteam", False)],
)
def test_a_handle_may_have_a_part_of_the_given_name(login: str, told: bool) -> None:
    link = Link(Box(1, 1, 2, 2), f"https://github.com/{login}/wait")
    found = {hit.where.page for hit in hits("ANON014", submitted(links=(link,))) if hit.code == "handle"}
    assert bool(found) == told


def test_short_handles_are_not_looked_for() -> None:
    assert forms_of(KnownAuthor(name="Bo Li", emails=("bl@x.de",))).handles == ()


def test_a_thousand_authors_take_no_time() -> None:
    crowd = tuple(KnownAuthor(name=f"Given{n} Surname{n}", emails=(f"g.surname{n}@x{n}.de",)) for n in range(1000))
    whole: Paper = paper(*["A sentence on the gaps of triage and of radiographs."] * 400)
    start = time.process_time()
    assert codes("ANON014", Submission(id="x", paper=whole, authors=crowd)) == []
    assert time.process_time() - start < 4


@pytest.mark.parametrize(
    "line",
    [
        "Adam and the Sobel filter came first.",
        "It was trained by Adam and a Sobel loss.",
        "Adam uses Sobel edges.",
        "We compare Adam with the Sobel operator.",
    ],
)
def test_two_words_of_a_sentence_are_no_name(line: str) -> None:
    adam = Submission(id="x", paper=paper(line), authors=(KnownAuthor(name="Adam Sobel"),))
    assert [code for code in codes("ANON014", adam) if code == "name"] == []


@pytest.mark.parametrize("name", ["Adam Sobel", "Adam de la Sobel", "ADAM SOBEL", "Adam K. Sobel", "Adam Y Sobel"])
def test_what_stands_within_a_name_is_skipped(name: str) -> None:
    adam = Submission(id="x", paper=paper(f"Read by {name} alone."), authors=(KnownAuthor(name="Adam Sobel"),))
    assert codes("ANON014", adam) == ["name"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Code lies in /home/lyngby/wait/src.",
        "root : / home / ilyngby / wait - cxr",
        r"root = C:\Users\ingrid.lyngby\wait",
        r"root = C:\Users\ruvo\wait",
        "Run ssh lyngby@gpu04 to start.",
        "Weights are in ~ilyngby/wait/weights.",
        "The log says user=lyngby node=gpu2.",
    ],
)
def test_homes_and_logins_in_the_text_though_the_name_is_cited(sentence: str) -> None:
    cited = ("Lyngby, I., Ruvo, R.: Films that wait. In: STIA, pp. 1-9 (2021)",)
    assert codes("ANON014", submitted("As Lyngby et al. [1] say.", sentence, references=cited)) == ["handle"]


@pytest.mark.parametrize("sentence", ["Code lies in /home/user/lyngby-et-al.", "See user@host and /home/eskerod/x."])
def test_homes_of_others(sentence: str) -> None:
    cited = ("Lyngby, I., Ruvo, R.: Films that wait. In: STIA, pp. 1-9 (2021)",)
    assert codes("ANON014", submitted(sentence, references=cited)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The figure was drawn by Ingrid.",
        "Ingrid, could you look at this?",
        "[Ingrid: please check]",
        "Films: Ingrid labelled all.",
    ],
)
def test_a_given_name_alone(sentence: str) -> None:
    assert codes("ANON014", submitted(sentence)) == ["surname"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The figure was drawn by Ingrid Bager.",
        "Ingrid et al. [2] wait.",
        "We train with Ingrid.",
        "The model Ingrid is trained on films.",
        "Films were labelled by Eskerod and Ana.",
        "Anna Ingrid labelled all.",
    ],
)
def test_given_names_of_others(sentence: str) -> None:
    assert codes("ANON014", submitted(sentence)) == []
