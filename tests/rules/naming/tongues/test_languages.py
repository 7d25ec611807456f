"""Which sentences are in another language than English, and in which."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.tongues.languages import foreign, plain, tongues_of
from faimi_check.rules.tables import table, words

from ...pages import paper


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nuestro registro incluye ecografías desde 2015.", ("es",)),
        ("Wir danken den Beteiligten.", ("de",)),
        ("Çalışmamızda bu veriler ile eğittik.", ("tr",)),
        ("В нашей работе описана выборка.", ("ru",)),
        ("في عملنا السابق استخدمنا نفس الصور.", ("ar",)),
        ("우리는 공개 데이터셋을 사용하였다.", ("ko",)),
        ("我々は評価を行った。", ("ja",)),
        ("責任著者:三枝涼介", ("zh", "ja")),
        ("We measure the gap between groups.", ()),
        ("The prompt 我们医院的图像 was translated from English.", ()),
        ("Images of the Hospital Universitario de La Paz were published by de la Cruz et al. [2].", ()),
        ("DLA AUS WIR 0.71 0.82", ()),
        ("PRImA and DiT", ()),
        ("In Nuestra Casa we counted", ()),
        ("Tutkimus on tehty keväällä.", ("fi",)),
        ("Η μελέτη έγινε το 2020.", ("el",)),
        ("Aquest treball és nou.", ("ca",)),
        ("Наші дані є відкритими.", ("uk",)),
        ("این کار جدید است.", ("fa",)),
        ("यह नया कार्य है।", ("hi",)),
        ("The term “unsere Klinik” was replaced by “the clinic” in all letters.", ()),
        ("α = 0.05, β < 1", ()),
    ],
)
def test_the_language_of_a_sentence(text: str, expected: tuple[str, ...]) -> None:
    assert tongues_of(text) == expected


def test_an_english_paper_has_no_such_sentence() -> None:
    made = paper("We follow de la Cruz [2] in Los Angeles.", "The term „unsere Klinik“ stands in none of the letters.")
    assert foreign(made) == ()


def test_line_ends_leave_no_blank_within_a_word() -> None:
    assert plain("我们此前的研 究［1］，即 [2]") == "我们此前的研究[1],即[2]"


def test_every_language_has_its_words() -> None:
    letters = {"ru", "uk", "ar", "fa", "hi", "zh", "ja", "ko"}
    assert set(table("tongues")) - {"all"} == (set(table("tongue_words")) - {"always"}) | letters


def test_words_that_tell_a_language_are_not_those_of_english_texts() -> None:
    known = {word for name, listed in table("tongue_words").items() if name != "vi" for word in listed.split()}
    common = {word for word in known & words("common_words") if len(word) > 4}
    assert common == set()
