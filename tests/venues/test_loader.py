"""Profiles: what ships is sound, and what is wrong in a file is named with the nearest valid word."""

from __future__ import annotations

from pathlib import Path

import pytest

from faimi_check.model.finding import Severity
from faimi_check.rules.catalogue import rules
from faimi_check.venues.loader import ProfileError, load, shipped
from faimi_check.venues.profile import Force

HEAD = 'id = "mine"\ntitle = "Mine"\nsource = "https://example.org"\n'


@pytest.fixture
def profile_file(tmp_path: Path) -> Path:
    return tmp_path / "mine.toml"


@pytest.mark.parametrize("venue", shipped())
def test_shipped_profiles_are_sound(venue: str) -> None:
    profile = load(venue)
    assert profile.id == venue
    assert profile.source.startswith("https://")
    for clause in profile.clauses.values():
        assert clause.quote
        assert (clause.source or profile.source).startswith("https://")
        assert clause.question or clause.force is not Force.HUMAN


def test_faimi_2025_uses_every_rule() -> None:
    """But for those that only other calls ask for."""
    others = {"SUP009", "SUP010"}
    asked = {rule.id for rule in rules() if not rule.id.startswith("REQ")} - others
    assert set(load("faimi-2025").rules) == asked


@pytest.mark.parametrize("venue", shipped())
def test_every_clause_that_a_program_can_judge_has_a_rule(venue: str) -> None:
    profile = load(venue)
    used = {clause for settings in profile.rules.values() for clause in (settings.clause, *settings.clauses.values())}
    judged = {name for name, clause in profile.clauses.items() if clause.force is not Force.HUMAN}
    assert judged <= used


def test_calls_that_were_not_read_in_the_source_say_so() -> None:
    unverified = [load(venue) for venue in shipped() if not load(venue).verified]
    heard = ["eccv-2026", "iclr-2026", "icml-2026", "miccai-2026", "neurips-2026"]
    assert [profile.id for profile in unverified if profile.second_hand] == heard
    assert [profile.id for profile in unverified if not profile.second_hand] == ["imimic-2025"]


def test_a_call_that_nobody_read_has_no_errors_of_its_own() -> None:
    profile = load("imimic-2025")
    weights = {
        profile.severity(rule, code)
        for rule in rules()
        for code in rule.codes
        if rule.id in profile.rules and profile.clause_of(rule.id, code)
    }
    assert weights == {Severity.WARNING, Severity.NOTE}


def test_a_call_that_says_nothing_on_a_supplement_judges_none() -> None:
    assert not [rule for rule in load("care-2025").rules if rule.startswith(("SUP", "VID", "RME"))]


def test_a_clause_that_is_quoted_anew_comes_from_the_venue_that_quotes_it() -> None:
    profile = load("faimi-2025")
    quoted, inherited = profile.clause_of("LEN001", "content-over"), profile.clause_of("LNCS005", "abstract-missing")
    assert quoted is not None
    assert inherited is not None
    assert "faimi" in (quoted.source or "")
    assert quoted.verbatim
    assert "miccai" in (inherited.source or "")
    assert not inherited.verbatim


def test_a_recommendation_is_never_an_error() -> None:
    for venue in shipped():
        profile = load(venue)
        for rule in rules():
            settings = profile.rules.get(rule.id)
            if settings and settings.clause and profile.clauses[settings.clause].force is Force.RECOMMENDATION:
                assert all(profile.severity(rule, code) is not Severity.ERROR for code in rule.codes)


def test_a_file_may_extend_a_shipped_profile(profile_file: Path) -> None:
    length = "[rules.LEN001]\ncontent_pages = 12\ntotal_pages = 14\n"
    profile_file.write_text(HEAD + 'extends = "faimi-2025"\n' + length + "[rules.LEN002]\nenabled = false\n")
    profile = load(str(profile_file))
    assert profile.page_limits() == (12, 14)
    assert "LEN002" not in profile.rules
    assert profile.rules["LEN001"].clause == "length"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[rules.LEN01]\n", 'rules.LEN01: unknown rule; did you mean "LEN001"'),
        ("[rules.LEN001]\ncontent_page = 8\n", 'rules.LEN001.content_page: unknown key; did you mean "content_pages"'),
        (
            '[rules.LEN001]\ncontent_pages = "8"\n',
            "rules.LEN001: content_pages: expected a number of pages above 0, or \"unlimited\"; got '8'",
        ),
        ('[rules.LEN001]\nclause = "lenght"\n[clauses.length]\nquote = "q"\n', 'did you mean "length"'),
        ('[rules.LEN001]\nseverity = "eror"\n', 'did you mean "error"'),
        ('[rules.LEN001.codes]\ncontent-ovr = "note"\n', 'did you mean "content-over"'),
        ('[rules.LEN001.codes]\ncontent-over = "bad"\n', "is not one of error, warning, note"),
        ("[clauses.length]\nqoute = 'q'\n", "clauses.length"),
        ('[clauses.h]\nquote = "q"\nforce = "human"\n[rules.LEN001]\nclause = "h"\n', "for a person to judge"),
        ("[rul]\n", 'rul: unknown key; did you mean "rules"'),
        ("rules = 3\n", "rules: expected a table"),
        ("[rules]\nLEN001 = 3\n", "rules.LEN001: expected a table"),
        ('stage = "camera"\n', "is not one of submission, camera-ready"),
        ("[", "not valid TOML"),
        (
            '[rules.SUP001]\nbare = ["pdf", "vido"]\n',
            "'vido' is not one of pdf, video, picture, text, any;",
        ),
        ("[rules.SUP001]\nfiles = 0\n", 'files: expected a number above 0, or "unlimited"; got 0'),
        ("[rules.SUP001]\nzip = false\n", "SUP010 is for calls that take no supplement"),
    ],
)
def test_what_is_wrong_is_named(profile_file: Path, text: str, message: str) -> None:
    profile_file.write_text(HEAD + text)
    with pytest.raises(ProfileError) as caught:
        load(str(profile_file))
    assert message in str(caught.value)
    assert "mine.toml" in str(caught.value)


def test_a_profile_that_extends_itself_is_refused(profile_file: Path) -> None:
    profile_file.write_text(HEAD + f'extends = "{profile_file}"\n')
    with pytest.raises(ProfileError, match="extends itself"):
        load(str(profile_file))


def test_a_missing_field_is_named(profile_file: Path) -> None:
    profile_file.write_text('id = "mine"\n')
    with pytest.raises(ProfileError, match="title: expected text"):
        load(str(profile_file))


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [("fami-2025", "faimi-2025"), ("FAMI-2026", "faimi-2026"), ("FAIMI2026", "faimi-2026"), ("Midl", "midl-2026")],
)
def test_an_unknown_venue_names_the_nearest(misspelt: str, meant: str) -> None:
    with pytest.raises(ProfileError, match=f'did you mean "{meant}"'):
        load(misspelt)


@pytest.mark.parametrize("venue", ["FAIMI-2026", "Faimi-2026", " faimi-2026 "])
def test_case_does_not_matter_in_a_venues_name(venue: str) -> None:
    assert load(venue) == load("faimi-2026")


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="no such file"):
        load(str(tmp_path / "none.toml"))


def test_a_profile_of_tables_in_tables_without_end_is_said(tmp_path: Path) -> None:
    path = tmp_path / "deep.toml"
    path.write_text("a = " + "[" * 20_000 + "]" * 20_000, encoding="utf-8")
    with pytest.raises(ProfileError, match="not valid TOML"):
        load(str(path))
