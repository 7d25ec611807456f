"""Names planted wherever a finding quotes something: none is left in what others read."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from unittest.mock import ANY
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from faimi_check.model.finding import Finding, Location
from faimi_check.model.report import Ignored, Outcome, Report, RuleResult, SubmissionReport, Verdict
from faimi_check.report.formats import PUBLIC_FORMATS, render
from faimi_check.report.machines.secrets import Secrets

from .conftest import finding, report_of

FIRST = ["Jolanda", "Þórunn", "María-José", "Wei", "Олена", "Σοφία", "Çağla", "Rose", "Thuỳ"]
LAST = [
    "Blomqvist",
    "Oyelaran",
    "Müller-Thurgau",
    "Ng",
    "Йорданова",
    "Παππάς",
    "Yıldızoğlu",
    "Young",
    "Nguyễn",
    "Løvås",
]
names = st.tuples(st.sampled_from(FIRST), st.sampled_from(LAST))

# How a rule that looks for persons quotes what it found.
FOUND: dict[str, tuple[str, str]] = {
    "author section": ("ANON001", "{first} {last}, Faculty of Medicine"),
    "thanks": ("ANON005", "Acknowledgements. We thank {first} {last} for reading the radiographs twice."),
    "own work": ("ANON007", "As {first} {last} and we have shown [3], waiting times differ."),
    "metadata": ("ANON008", "{first} {last}"),
    "video tag": ("VID002", "artist: {first} {last}"),
    "readme": ("RME005", "filmed by {first} {last}, spring term"),
}
# How the same person stands elsewhere.
WRITTEN: dict[str, Callable[[str, str], str]] = {
    "as it is": lambda first, last: f"{first} {last}",
    "in capitals": lambda first, last: f"{first} {last}".upper(),
    "over two lines": lambda first, last: f"{first}\n   {last}",
    "surname first": lambda first, last: f"{last}, {first}",
    "with initial": lambda first, last: f"{first[0]}. {last}",
    "decomposed": lambda first, last: unicodedata.normalize("NFD", f"{first} {last}"),
    "soft hyphens": lambda first, last: f"{first} {last[0]}\u00ad{last[1:]}",
    "address": lambda first, last: f"{first}.{last}@uni-nordheim.example",
    "path": lambda first, last: f"/home/{first}_{last}/paper.tex",
}
PLACES = ("message", "evidence", "fix", "member", "file", "reason", "waiver", "id")


def planted(found: Finding, said: str) -> Report:
    """A report with a name in every place that takes text from the submission."""
    other = finding(
        "LEN001",
        "page-limit",
        "content-over",
        message=f"Content stands on page 9: {said}.",
        evidence=f"group by group. {said} helped",
        fix=f"Shorten it.\nLook at {said}.",
        where=Location(file=f"papers/{said}.pdf", member=f"videos/{said}.avi", page=9),
    )
    rule = RuleResult(rule="VID001", name="playable", outcome=Outcome.UNDECIDED, reason=f"{said} was not decoded")
    submission = SubmissionReport(
        id=said,
        paper=f"{said}.pdf",
        supplement=f"{said}.zip",
        verdict=Verdict.FAIL,
        findings=(found, other),
        ignored=(Ignored(finding=other, reason=f"{said} knows"),),
        rules=(rule,),
    )
    return report_of(submission)


def words_of(text: str) -> set[str]:
    """The words of a text without case, accents and what breaks them."""
    plain = unicodedata.normalize("NFKD", text.replace("\u00ad", "")).casefold()
    kept = "".join(sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign))
    return set(kept.split())


def texts_of(rendered: str, name: str) -> str:
    """The report's text without the escapes of its format."""
    if name == "sarif":
        return json.dumps(json.loads(rendered), ensure_ascii=False)
    if name == "junit":
        root = ElementTree.fromstring(rendered)
        return " ".join(text for each in root.iter() for text in (each.text or "", *each.attrib.values()))
    return rendered


@pytest.mark.parametrize("written", WRITTEN)
@settings(max_examples=30, deadline=None)
@given(found=st.sampled_from(sorted(FOUND)), name=names)
def test_no_planted_name_is_left(found: str, written: str, name: tuple[str, str]) -> None:
    rule, quote = FOUND[found]
    personal = finding(
        rule,
        "person",
        "named",
        message="{} {} is named".format(*name),
        evidence=quote.format(first=name[0], last=name[1]),
    )
    said = WRITTEN[written](*name)
    for format_name in PUBLIC_FORMATS:
        text = texts_of(render(planted(personal, said), format_name), format_name)
        left = words_of(text) & words_of(name[1])
        assert not left, (format_name, said)


@pytest.mark.parametrize(
    ("quote", "elsewhere"),
    [
        ("j.blomqvist@nordheim.example", "blomqvist"),
        ("https://github.com/blomqvistlab/excess-wait", "BlomqvistLab"),
        ("/home/jblomqvist/paper/main.tex", "jblomqvist"),
        ("0000-0002-1825-0097", "0000\u22120002\u22121825\u22120097"),
        ("supported under grant NRC20240731", "NRC20240731"),
        ("感谢李伟明的帮助", "李伟明"),
        ("we thank the reading room of the old harbour for its time", "the reading room of the"),
        ("We thank Jolanda Blomqvist", "Jolanda Blom-\nqvist"),
        ("C:\\Users\\JolandaBlomqvist\\fig.png", "Blomqvist"),
    ],
)
def test_addresses_and_stretches_of_a_quote_are_found_again(quote: str, elsewhere: str) -> None:
    secrets = Secrets()
    secrets.learn(quote)
    assert secrets.find(f"page 9: {elsewhere} (4 lines)") == [(8, 8 + len(elsewhere), ANY)]


@pytest.mark.parametrize(
    "text",
    ["Content stands on page 9, but only pages 1 to 8 may hold more.", "The body is 9.0 pt; 10 pt is asked for."],
)
def test_the_words_of_messages_are_no_secrets(text: str) -> None:
    secrets = Secrets(["content", "body", "pages"])
    for _, quote in FOUND.values():
        secrets.learn(quote.format(first="Jolanda", last="Blomqvist"))
    assert secrets.find(text) == []


def test_a_name_that_is_also_a_word_is_found_where_it_is_written_as_a_name() -> None:
    secrets = Secrets(["young", "field", "waiting"])
    secrets.learn("We thank Rose Young and our colleague Field for their help.")
    assert [text for text in ("asked Young for", "Field. Waiting") if not secrets.find(text)] == []
    assert secrets.find("Field 9 holds waiting times.", wording=True) == []


@pytest.mark.parametrize("name", sorted(PUBLIC_FORMATS))
def test_what_stands_in_the_same_place_is_withheld(name: str) -> None:
    place = Location(file="paper.pdf", page=9, bbox=(130.0, 100.0, 480.0, 160.0))
    personal = finding("ANON015", "data-site", "approval", evidence="a", where=place)
    nearby = finding(
        "LNCS007",
        "into-margin",
        "text",
        evidence="harbour light clinic",
        where=replace(place, bbox=(470.0, 150.0, 520.0, 155.0)),
    )
    below = replace(nearby, evidence="waiting times", where=replace(place, bbox=(130.0, 170.0, 480.0, 180.0)))
    submission = SubmissionReport(
        id="7", paper="paper.pdf", supplement=None, verdict=Verdict.FAIL, findings=(personal, nearby, below)
    )
    text = render(report_of(submission), name)
    assert "harbour" not in text
    assert "waiting times" in text


def test_a_fingerprint_of_what_was_withheld_is_not_told() -> None:
    personal = finding("ANON008", "document-metadata", "author", evidence="Jolanda Blomqvist")
    text = render(planted(personal, "Blomqvist"), "sarif")
    assert "LEN001-content-over-1" in text
