"""The matchers for addresses, iDs, links, paths and names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pumping import processor_seconds

from faimi_check.model.finding import Confidence
from faimi_check.rules.naming.identity import (
    LinkClass,
    classify_link,
    emails,
    fold,
    identifiers,
    is_placeholder,
    links,
    looks_like_person,
    orcids,
    paths,
    urls,
)
from faimi_check.rules.naming.identity.orcid import checksum


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("write to i.lyngby@uni-nordhavn.edu.", ["i.lyngby@uni-nordhavn.edu"]),
        ("{a.bee, c-dee}@x-y.de", ["a.bee@x-y.de", "c-dee@x-y.de"]),
        ("{bee,dee,eff}@imaging.ac.jp", ["bee@imaging.ac.jp", "dee@imaging.ac.jp", "eff@imaging.ac.jp"]),
        ("[bee|dee]@imaging.ac.jp", ["bee@imaging.ac.jp", "dee@imaging.ac.jp"]),
        ("{firstname.lastname}@nordhavn.fr", ["firstname.lastname@nordhavn.fr"]),
        ("i.lyngby (at) uni-nordhavn.de", ["i.lyngby@uni-nordhavn.de"]),
        ("lyngby [at] nordhavn [dot] edu", ["lyngby@nordhavn.edu"]),
        ("lyngby at nordhavn dot edu", ["lyngby@nordhavn.edu"]),
        ("lyngby＠nordhavn.edu", ["lyngby@nordhavn.edu"]),
        ("mailto:lyngby@nordhavn.edu", ["lyngby@nordhavn.edu"]),
        ("276928@student.nordhavn.pl[I. Lyngby]", ["276928@student.nordhavn.pl"]),
        ("Lyngby@NORDHAVN.EDU", ["lyngby@nordhavn.edu"]),
        ("bee@a.de,dee@b.de", ["bee@a.de", "dee@b.de"]),
        # Nobody is named, but the house.
        ("anonymous@umc-nordhavn.nl", ["anonymous@umc-nordhavn.nl"]),
        ("author1@imi.uni-nordhavn.de", ["author1@imi.uni-nordhavn.de"]),
    ],
)
def test_addresses_in_every_form(text: str, values: list[str]) -> None:
    assert sorted(item.value for item in emails(text)) == sorted(values)


@pytest.mark.parametrize(
    "text",
    [
        "Intel Xeon CPU@3.40GHz",
        "mAP@0.5, recall@5, precision@k.In the next section",
        "email@anonymized.com",
        "anonymous@anonymous.org",
        "anonymous@university.edu",
        "author@cs.univ.ac.uk",
        "lncs@springer.com",
        "{abc,lncs}@uni-heidelberg.de",
        "permissions@acm.org",
        "name@example.com",
        "available at example.com",
        "we look at nordhavn.edu",
        "@epoch 20",
        "a@b",
    ],
)
def test_no_address(text: str) -> None:
    assert list(emails(text)) == []


def test_a_group_is_one_span_with_one_identifier_a_member() -> None:
    found = list(emails("by {bee, dee}@nordhavn.edu today"))
    assert {(item.start, item.end) for item in found} == {(3, 26)}
    assert {item.text for item in found} == {"{bee, dee}@nordhavn.edu"}


@pytest.mark.parametrize("dash", list("-\u2010\u2011\u2012\u2013\u2014\u2212\uff0d"))
def test_orcid_with_any_dash(dash: str) -> None:
    text = f"[0000{dash}0002{dash}7418{dash}3052]"
    assert [item.value for item in orcids(text)] == ["0000-0002-7418-3052"]


def test_orcid_with_a_wrong_check_digit_is_only_possible() -> None:
    assert [item.confidence for item in orcids("0000-0002-7418-3053")] == [Confidence.POSSIBLE]


@pytest.mark.parametrize(
    "text",
    ["0000-1111-2222-3333", "0000-0002-1825-0097", "1234-5678-9012-3456", "978-0-306-40615-7", "4417-2093-1111-0000"],
)
def test_no_orcid(text: str) -> None:
    assert list(orcids(text)) == []


def test_orcid_in_an_address() -> None:
    assert [item.value for item in orcids("https://orcid.org/0000-0002-7418-3052")] == ["0000-0002-7418-3052"]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://anonymous.4open.science/r/wait-7C31", LinkClass.ANONYMOUS),
        ("https://github.com/anonymous-miccai/wait", LinkClass.ANONYMOUS),
        ("https://osf.io/8kq2x/?view_only=0f3c9e6b", LinkClass.ANONYMOUS),
        ("https://figshare.com/s/0f3c9e6b", LinkClass.ANONYMOUS),
        ("https://doi.org/10.1007/978-3-031-1", LinkClass.PUBLISHER),
        ("https://arxiv.org/abs/2102.04306", LinkClass.PUBLISHER),
        ("https://doi.org/10.5281/zenodo.1234567", LinkClass.ARCHIVE),
        ("https://github.com/MIC-DKFZ/nnUNet", LinkClass.THIRD_PARTY),
        ("https://github.com/ilyngby/wait", LinkClass.OWNER),
        ("github.com/ilyngby", LinkClass.OWNER),
        ("https://github.com/features", LinkClass.THIRD_PARTY),
        ("https://huggingface.co/datasets/ilyngby/wait", LinkClass.OWNER),
        ("https://huggingface.co/facebook/dinov2-base", LinkClass.THIRD_PARTY),
        ("https://gitlab.uni-nordhavn.de/lyngby/wait", LinkClass.OWNER),
        ("https://ilyngby.github.io/wait", LinkClass.PROJECT),
        ("https://sites.google.com/view/wait", LinkClass.PROJECT),
        ("https://drive.google.com/drive/folders/1x", LinkClass.CLOUD),
        ("https://cloud.uni-nordhavn.de/s/1x", LinkClass.CLOUD),
        ("https://youtu.be/x81", LinkClass.VIDEO),
        ("https://zenodo.org/records/1234567", LinkClass.ARCHIVE),
        ("https://www.cs.nordhavn.edu/~lyngby", LinkClass.PERSONAL),
        ("https://orcid.org/0000-0002-7418-3052", LinkClass.PERSONAL),
        ("https://www.nordhavn.edu/radiology", LinkClass.LAB),
        ("https://physionet.org/content/mimic-cxr", LinkClass.THIRD_PARTY),
        ("https://pytorch.org", LinkClass.THIRD_PARTY),
        ("https://www.nordhavn-gazette.eu/news", LinkClass.UNKNOWN),
        ("", LinkClass.UNKNOWN),
        ("http://[::1", LinkClass.UNKNOWN),
    ],
)
def test_kinds_of_places(address: str, kind: LinkClass) -> None:
    assert classify_link(address) is kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://github.com/ilyngby/wait. We", ["https://github.com/ilyngby/wait"]),
        ("(https://a.edu/x_(y)), and", ["https://a.edu/x_(y)"]),
        ("at https: // github. com/ ILyngby/ WAIT . Keywords: x", ["https://github.com/ILyngby/WAIT"]),
        ("code: github.com/ilyngby/wait, and", ["github.com/ilyngby/wait"]),
        ("at www.nordhavn.edu now", ["www.nordhavn.edu"]),
        ("git@github.com:ilyngby/wait.git", ["git@github.com:ilyngby/wait.git"]),
        ("e.g. Fig.2 and al.In the i.e. and/or 3.5/4", []),
    ],
)
def test_addresses_in_text(text: str, found: list[str]) -> None:
    assert [item.text for item in urls(text)] == found


def test_links_leave_out_what_tells_nothing() -> None:
    text = "https://doi.org/10.1/2 https://pytorch.org https://github.com/ilyngby/wait https://nordhavn-gazette.eu/a"
    assert [(item.value, item.confidence) for item in links(text)] == [
        ("github.com/ilyngby/wait", Confidence.LIKELY),
        ("nordhavn-gazette.eu/a", Confidence.POSSIBLE),
    ]


@pytest.mark.parametrize(
    ("text", "user"),
    [
        ("/home/ilyngby/paper/fig.pdf", "ilyngby"),
        ("/data/home/ilyngby", "ilyngby"),
        ("ilyngby@gpu03:/home/ilyngby/supplement", "ilyngby"),
        ("file:///Users/ingrid/x.png", "ingrid"),
        (r"C:\Users\Ingrid Lyngby\thesis\a.png", "Ingrid Lyngby"),
        ("D:/Users/ilyngby/a.png", "ilyngby"),
    ],
)
def test_paths_name_a_user(text: str, user: str) -> None:
    assert [item.value for item in paths(text)] == [user]


@pytest.mark.parametrize(
    "text",
    [
        "./Users/bars_new.pdf",
        "/home/legend.svg",
        "/home/user/x",
        "/Users/runner/work",
        r"C:\Users\Admin\x",
        "/home/$USER/x",
        "and/home/run",
    ],
)
def test_paths_of_nobody(text: str) -> None:
    assert list(paths(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Anonymous Author(s)",
        "Anonymous Author1 and Anonymous Author2",
        "Anonymous Author List",
        "Anonymized Affiliations",
        "Paper ID 123",
        "Paper ID #*****",
        "ID 1334",
        "Submission #42",
        "MICCAI 2025 Submission 17",
        "No Author Given",
        "Authors Suppressed Due to Excessive Length",
        "Paper under double-blind review",
        "Affiliations omitted for double-blind review.",
        "Author names withheld",
        "XXXX XXX",
        "N.N.",
        "***",
        "anonymous@anonymous.org",
        "",
    ],
)
def test_placeholders(text: str) -> None:
    assert is_placeholder(text)
    assert not looks_like_person(text)


@pytest.mark.parametrize(
    "text", ["Ingrid Lyngby", "Anonymous and Ingrid Lyngby", "University of Nordhavn", "Paper by Lyngby"]
)
def test_no_placeholders(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    "text", ["Ingrid Lyngby", "Lyngby, Ingrid", "J. van der Köhl", "ilyngby", "M. Quiroga; J. Köhlberg", "Józef Łoś"]
)
def test_persons(text: str) -> None:
    assert looks_like_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "LaTeX with hyperref",
        "Microsoft Word",
        "Administrator",
        "user",
        "matplotlib",
        "Springer",
        "PC",
        "A study of gaps",
    ],
)
def test_programs_and_roles_are_no_persons(text: str) -> None:
    assert not looks_like_person(text)


@pytest.mark.parametrize(
    ("text", "folded"), [("Łoś", "los"), ("KØHL", "kohl"), ("Straße", "strasse"), ("ﬁn", "fin"), ("O’Neill", "o'neill")]
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


_WORDS = st.sampled_from(
    [
        "the",
        "model",
        "reads",
        "lesion",
        "of",
        "a",
        "triage",
        "at",
        "0.5",
        "group",
        "(see",
        "Fig.",
        "2)",
        "and",
        "[3]",
        "in",
        "2021,",
        "with",
        "p<0.05",
    ]
)


@given(st.lists(_WORDS, max_size=60))
def test_prose_holds_no_identifier(words: list[str]) -> None:
    assert list(identifiers(" ".join(words))) == []


@given(st.text(max_size=400))
def test_matchers_take_any_text(text: str) -> None:
    for item in identifiers(text):
        assert 0 <= item.start < item.end <= len(text)


@given(st.integers(min_value=1, max_value=3), st.integers(min_value=0, max_value=9_999_999), st.sampled_from("-−–‐"))
def test_every_orcid_with_a_right_check_digit_is_found(block: int, number: int, dash: str) -> None:
    digits = f"0000000{block}{number:07d}"
    whole = digits + checksum(digits)
    printed = dash.join(whole[at : at + 4] for at in (0, 4, 8, 12))
    found = [item.value.replace("-", "") for item in orcids(f"Lyngby[{printed}], and")]
    assert found == [whole] or printed.replace(dash, "-") == "0000-0001-2345-6789"


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "a.",
        "a@",
        "{a,",
        "http://a",
        "/home/",
        "a-",
        "0000-",
        "(at)",
        "a b. ",
        "C:\\Users\\",
        "github. com/a-",
        "github.com / ",
    ],
)
def test_hostile_text_takes_no_longer_than_its_length_accounts_for(unit: str) -> None:
    text = unit * (120_000 // len(unit))
    processor_seconds(lambda: list(identifiers(text)), 10)
